# Instances of student's classes: attributes, methods, isinstance, issubclass, methods that change, class attributes.
# %% answer
class Account:
    rate = 0.02

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        return self

    @property
    def empty(self):
        return self.balance == 0

    @staticmethod
    def currency():
        return "EUR"

    @classmethod
    def of(cls, owner):
        return cls(owner)


class Savings(Account):
    def interest(self):
        return self.balance * self.rate
# %% right
class Account:
    rate = 0.02
    balance = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError(amount)
        self.balance = self.balance + amount
        return self

    empty = property(lambda self: not self.balance)
    currency = staticmethod(lambda: "EUR")

    @classmethod
    def of(cls, owner):
        return cls(owner, 0)


class Savings(Account):
    def interest(self):
        return Account.rate * self.balance
# %% wrong
class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, 0

    def deposit(self, amount):
        self.balance = amount

    empty = True

    def currency(self):
        return "USD"

    @classmethod
    def of(cls, owner):
        return None


class Savings:
    pass
# %% tests
account = Account("Ada", 10)
assert isinstance(account, Account) and account.owner == "Ada" and account.balance == 10
# %% tests
account = Account("Bob")
account.deposit(5)
account.deposit(7)
assert account.balance == 12
# %% tests
try:
    Account("Cy").deposit(-1)
    assert False, "a negative amount is an error"
except ValueError:
    pass
# %% tests
assert Account.rate == 0.02 and Account.currency() == "EUR" and Account("D").currency() == "EUR"
# %% tests
assert Account("E").empty and not Account("F", 1).empty
# %% tests
assert issubclass(Savings, Account) and isinstance(Savings("G", 100), Account)
assert not isinstance(Account("H"), Savings)
# %% tests
assert Savings("I", 100).interest() == 2.0
# %% tests
assert hasattr(account, "balance") and hasattr(Account, "deposit") and not hasattr(account, "password")
# %% tests
account.balance = 99
account.deposit(1)
assert account.balance == 100 and getattr(account, "owner") == "Bob"
# %% tests
assert isinstance(Account.of("J"), Account)
assert Account("K").deposit(3).deposit(4).balance == 7
