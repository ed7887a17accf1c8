# %% right: a plain one
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


# %% right: four conditions in turn
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


# %% right: a table of names, the payoffs turned round
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


# %% right: an array of names
def name_game(payoff, names=("harmony", "stag hunt", "chicken", "dilemma")):
    coop = np.argmax(np.diag(payoff))
    r, p = payoff[coop, coop], payoff[1 - coop, 1 - coop]
    t, s = payoff[1 - coop, coop], payoff[coop, 1 - coop]
    if r == p or r == t or p == s:
        raise ValueError("no name")
    return str(np.array(names)[2 * int(t > r) + int(p > s)])


# %% right: a NumPy text
def name_game(payoff):
    r, p = max(payoff[0, 0], payoff[1, 1]), min(payoff[0, 0], payoff[1, 1])
    t, s = (
        (payoff[1, 0], payoff[0, 1])
        if payoff[0, 0] == r
        else (payoff[0, 1], payoff[1, 0])
    )
    if len({r, p}) == 1 or len({t, r}) == 1 or len({p, s}) == 1:
        raise ValueError("no name")
    return np.array([["harmony", "stag hunt"], ["chicken", "dilemma"]])[
        int(t > r), int(p > s)
    ]


# %% class: always_a_dilemma
def name_game(payoff):
    return "dilemma"


# %% class: another_algorithm
def name_game(payoff):
    # The place in a list of names is a number of two binary digits.
    flat = np.asarray(payoff, dtype=float).ravel().tolist()
    if flat[0] < flat[3]:
        flat.reverse()
    reward, sucker, temptation, punishment = flat
    if reward == punishment or reward == temptation or punishment == sucker:
        raise ValueError("a tie: this game has no name")
    names = ["harmony", "stag hunt", "chicken", "dilemma"]
    return names[2 * (temptation > reward) + (punishment > sucker)]


# %% class: loops
def name_game(payoff):
    both_0, both_1 = float(payoff[0][0]), float(payoff[1][1])
    if both_0 == both_1:
        raise ValueError("no act is the cooperative one")
    if both_0 > both_1:
        reward, punishment = both_0, both_1
        sucker, temptation = float(payoff[0][1]), float(payoff[1][0])
    else:
        reward, punishment = both_1, both_0
        sucker, temptation = float(payoff[1][0]), float(payoff[0][1])
    if temptation == reward or punishment == sucker:
        raise ValueError("a tie has no name")
    if temptation > reward:
        if punishment > sucker:
            return "dilemma"
        return "chicken"
    if punishment > sucker:
        return "stag hunt"
    return "harmony"


# %% class: vectorised
def name_game(payoff):
    table = np.array(payoff, dtype=float)
    if table[0, 0] < table[1, 1]:
        table = table[::-1, ::-1]
    (r, s), (t, p) = table
    signs = np.sign([r - p, t - r, p - s]).astype(int)
    if not np.all(signs):
        raise ValueError("ties: no name")
    names = {(1, 1): "dilemma", (1, -1): "chicken", (-1, 1): "stag hunt"}
    return names.get(tuple(signs[1:].tolist()), "harmony")
