# %% a plain one
def name_game(payoff):
    if payoff[0, 0] == payoff[1, 1]:
        raise ValueError("no cooperation")
    if payoff[0, 0] > payoff[1, 1]:
        (r, s), (t, p) = payoff
    else:
        (p, t), (s, r) = payoff
    if t == r or p == s:
        raise ValueError("on a border")
    if t > r:
        return "dilemma" if p > s else "chicken"
    return "stag hunt" if p > s else "harmony"


# %% four conditions in turn
def name_game(payoff):
    c = 0 if payoff[0][0] > payoff[1][1] else 1
    d = 1 - c
    R, S, T, P = payoff[c, c], payoff[c, d], payoff[d, c], payoff[d, d]
    if R != P:
        if T > R and P > S:
            return "dilemma"
        if T > R and S > P:
            return "chicken"
        if R > T and P > S:
            return "stag hunt"
        if R > T and S > P:
            return "harmony"
    raise ValueError("no name")


# %% a table of names, the payoffs turned round
def name_game(payoff):
    table = payoff if payoff[0, 0] >= payoff[1, 1] else payoff[::-1, ::-1]
    temptation, fear = np.sign(table[1] - table[0])
    if temptation * fear == 0 or table[0, 0] == table[1, 1]:
        raise ValueError("no name")
    return {
        (1, 1): "dilemma",
        (1, -1): "chicken",
        (-1, 1): "stag hunt",
        (-1, -1): "harmony",
    }[int(temptation), int(fear)]


# %% an array of names
def name_game(payoff, names=("harmony", "stag hunt", "chicken", "dilemma")):
    coop = np.argmax(np.diag(payoff))
    r, p = payoff[coop, coop], payoff[1 - coop, 1 - coop]
    t, s = payoff[1 - coop, coop], payoff[coop, 1 - coop]
    if r == p or r == t or p == s:
        raise ValueError("no name")
    return str(np.array(names)[2 * int(t > r) + int(p > s)])


# %% a NumPy text
def name_game(payoff):
    r, p = max(payoff[0, 0], payoff[1, 1]), min(payoff[0, 0], payoff[1, 1])
    t, s = (payoff[1, 0], payoff[0, 1]) if payoff[0, 0] == r else (payoff[0, 1], payoff[1, 0])
    if len({r, p}) == 1 or len({t, r}) == 1 or len({p, s}) == 1:
        raise ValueError("no name")
    return np.array([["harmony", "stag hunt"], ["chicken", "dilemma"]])[int(t > r), int(p > s)]
