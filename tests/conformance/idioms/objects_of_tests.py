# Objects of a class that a test or a set-up cell defines, given to a student's function.
# %% set-up
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    @property
    def rich(self):
        return self.balance > 100
# %% answer
def count(node):
    found = 0
    while node is not None:
        found, node = found + 1, node.next
    return found


def reverse(node):
    before = None
    while node is not None:
        node.next, before, node = before, node, node.next
    return before


def last(node):
    return node if node.next is None else last(node.next)


def wealth(accounts):
    return sum(account.balance for account in accounts if account.rich)


def pay(account, amounts):
    for amount in amounts:
        account.deposit(amount)
    return account.balance


def is_node(thing):
    return isinstance(thing, Node)


def area(shape):
    return shape.area()


def biggest(shapes):
    return max(shapes)


def items(bag):
    return [len(bag), bag[0], list(bag), "pear" in bag, str(bag), bool(bag), bag("kg")]


def tag(bag, word):
    bag.tags.append(word)
    bag.labels["last"] = word


def put(bag, word):
    bag.content.append(word)
    bag[0] = "plum"


def own(bag, name):
    setattr(bag, name, 7)


def add(one, other):
    return one + other


def smallest_first(things):
    return sorted(things)


def goes_round(node):
    seen = set()
    while node is not None:
        if id(node) in seen:
            return True
        seen.add(id(node))
        node = node.next
    return False


def heavier(bag):
    import copy

    other = copy.deepcopy(bag)
    other.weight += 1
    other.content.append("stone")
    return other


class Shop:
    def __init__(self):
        self.bags = []

    def take(self, bag):
        self.bags.append(bag)

    def weights(self):
        return [bag.weight for bag in self.bags]

    def heaviest(self):
        return max(self.bags, key=lambda bag: bag.weight)
# %% right
def count(node):
    return 0 if node is None else 1 + count(node.next)


def reverse(node, before=None):
    if node is None:
        return before
    rest, node.next = node.next, before
    return reverse(rest, node)


def last(node):
    while node.next:
        node = node.next
    return node


def wealth(accounts):
    total = 0
    for account in accounts:
        if account.rich:
            total += account.balance
    return total


def pay(account, amounts):
    account.balance += sum(amounts)
    return account.balance


is_node = lambda thing: isinstance(thing, Node)
area = lambda shape: shape.area()
biggest = lambda shapes: sorted(shapes)[-1]


def items(bag):
    return [sum(1 for _ in bag), next(iter(bag)), [x for x in bag], any(x == "pear" for x in bag), f"{bag}",
            not not bag, bag("kg")]


def tag(bag, word):
    bag.tags += [word]
    bag.labels.update(last=word)


def put(bag, word):
    bag.content = bag.content + [word]
    bag.content[0] = "plum"


def own(bag, name):
    exec(f"bag.{name} = 7")


add = lambda one, other: one + other


def smallest_first(things):
    things = list(things)
    things.sort()
    return things


def goes_round(node):
    seen = []
    while node is not None and node not in seen:
        seen.append(node)
        node = node.next
    return node is not None


def heavier(bag):
    from copy import copy

    other = copy(bag)
    other.weight = bag.weight + 1
    other.content = [*bag.content, "stone"]
    return other


class Shop:
    def __init__(self):
        self.bags = ()

    def take(self, bag):
        self.bags += (bag,)

    def weights(self):
        return list(map(lambda bag: bag.weight, self.bags))

    def heaviest(self):
        best = self.bags[0]
        for bag in self.bags:
            if bag.weight > best.weight:
                best = bag
        return best
# %% wrong
def count(node):
    return 1


def reverse(node):
    return node


def last(node):
    return Node(3)


def wealth(accounts):
    return sum(account.balance for account in accounts)


def pay(account, amounts):
    return sum(amounts)


def is_node(thing):
    return True


def area(shape):
    return 6


def biggest(shapes):
    return shapes[0]


def items(bag):
    return [3, "apple"]


def tag(bag, word):
    bag.tags = word


def put(bag, word):
    bag[0] = word


def own(bag, name):
    pass


def add(one, other):
    return one


def smallest_first(things):
    return things


def goes_round(node):
    return False


def heavier(bag):
    bag.weight += 1
    return bag


class Shop:
    def __init__(self):
        self.bags = []

    def take(self, bag):
        self.bags = [bag]

    def weights(self):
        return [bag.weight for bag in self.bags]

    def heaviest(self):
        return self.bags[0].weight
# %% tests
assert count(Node(1, Node(2, Node(3)))) == 3 and count(None) == 0
# %% tests
chain = Node(1, Node(2, Node(3)))
first = chain
turned = reverse(chain)
assert turned.value == 3 and turned.next.next is first and first.next is None
# %% tests
end = Node(9)
assert last(Node(1, Node(2, end))) is end
# %% tests
assert wealth([Account(50), Account(200), Account(300)]) == 500
# %% tests
account = Account(10)
assert pay(account, [5, 5]) == 20 and account.balance == 20
# %% tests
assert is_node(Node(1)) and not is_node(3) and not is_node(Account(1))
# %% tests
class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    def __lt__(self, other):
        return self.side < other.side

    def __eq__(self, other):
        return self.side == other.side

    def __gt__(self, other):
        return self.side > other.side


assert area(Square(3)) == 9 and area(Square(0.5)) == 0.25
# %% tests
squares = [Square(2), Square(5), Square(3)]
assert biggest(squares) is squares[1]
# %% tests
class Bag:
    def __init__(self, content, weight=1):
        self.content, self.weight, self.tags, self.labels = content, weight, [], {}

    def __len__(self):
        return len(self.content)

    def __getitem__(self, key):
        return self.content[key]

    def __setitem__(self, key, value):
        self.content[key] = value

    def __iter__(self):
        return iter(self.content)

    def __contains__(self, thing):
        return thing in self.content

    def __str__(self):
        return "bag of " + ", ".join(self.content)

    def __call__(self, unit):
        return f"{self.weight} {unit}"

    def __add__(self, other):
        return Bag(self.content + other.content, self.weight + other.weight)


assert items(Bag(["apple", "pear"])) == [2, "apple", ["apple", "pear"], True, "bag of apple, pear", True, "1 kg"]
# %% tests
bag = Bag(["apple"])
tag(bag, "fresh")
assert bag.tags == ["fresh"] and bag.labels == {"last": "fresh"}
# %% tests
bag = Bag(["apple"])
put(bag, "pear")
assert bag.content == ["plum", "pear"]
# %% tests
bag = Bag([])
own(bag, "price")
assert bag.price == 7
# %% tests
both = add(Bag(["a"]), Bag(["b"], 3))
assert type(both) is Bag and both.content == ["a", "b"] and both.weight == 4
# %% tests
import dataclasses


@dataclasses.dataclass(order=True, frozen=True)
class Card:
    rank: int
    suit: str = "hearts"


assert smallest_first([Card(3), Card(1, "spades"), Card(1)]) == [Card(1), Card(1, "spades"), Card(3)]
# %% tests
shop = Shop()
for weight in (2, 7, 5):
    shop.take(Bag([], weight))
assert shop.weights() == [2, 7, 5]
assert shop.heaviest().weight == 7 and isinstance(shop.heaviest(), Bag)
# %% tests
from collections import namedtuple

Point = namedtuple("Point", "x y")
assert smallest_first([Point(2, 1), Point(1, 5)]) == [(1, 5), (2, 1)]
# %% tests
class Odd(Exception):
    pass


class Picky:
    def area(self):
        raise Odd("no area")


try:
    area(Picky())
except Exception as error:
    assert "no area" in str(error)
else:
    raise AssertionError("the error of the shape is the caller's")
# %% tests
ring = Node(1, Node(2, Node(3)))
long = Node(0)
for number in range(50):
    long = Node(number, long)
assert not goes_round(ring) and not goes_round(long)
ring.next.next.next = ring
assert goes_round(ring)
# %% tests
bag = Bag(["apple"])
other = heavier(bag)
assert bag.weight == 1 and bag.content == ["apple"] and bag is not other
assert other.weight == 2 and other.content == ["apple", "stone"] and type(other) is Bag
