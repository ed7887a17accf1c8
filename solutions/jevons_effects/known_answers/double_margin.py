# %% right: a plain one
def stacked_prices(choke, chip_cost, app_cost):
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody buys")
    chip = (choke - app_cost + chip_cost) / 2
    answer = (choke + app_cost + chip) / 2
    return chip, answer


def merger_gain(choke, chip_cost, app_cost, size):
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody buys")
    margin = choke - chip_cost - app_cost
    before = size * margin / 4
    after = size * margin / 2
    profits = after * margin / 2 - before * margin * 3 / 4
    users = after**2 / size / 2 - before**2 / size / 2
    return profits, users


# %% right: closed forms
def stacked_prices(choke, chip_cost, app_cost):
    if not chip_cost + app_cost < choke:
        raise ValueError("nobody buys")
    m = choke - chip_cost - app_cost
    return [chip_cost + m / 2, choke - m / 4]


def merger_gain(choke, chip_cost, app_cost, size):
    if not chip_cost + app_cost < choke:
        raise ValueError("nobody buys")
    m = choke - chip_cost - app_cost
    return [size * m**2 / 16, 3 * size * m**2 / 32]


# %% right: profits from prices
def stacked_prices(choke, chip_cost, app_cost):
    if choke - chip_cost - app_cost <= 0:
        raise ValueError("nobody buys")
    ends = choke - app_cost  # a chip that costs more than this is not bought
    chip = chip_cost + 0.5 * (ends - chip_cost)
    costs = chip + app_cost
    return np.array([chip, costs + 0.5 * (choke - costs)])


def merger_gain(choke, chip_cost, app_cost, size):
    chip, apart = stacked_prices(choke, chip_cost, app_cost)
    whole = (choke + chip_cost + app_cost) / 2
    q_apart, q_whole = size * (choke - apart), size * (choke - whole)
    before = (chip - chip_cost) * q_apart + (apart - chip - app_cost) * q_apart
    after = (whole - chip_cost - app_cost) * q_whole
    return np.array(
        [after - before, ((choke - whole) * q_whole - (choke - apart) * q_apart) / 2]
    )


# %% right: the derivative set to zero by linear equations
def stacked_prices(choke, chip_cost, app_cost):
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody buys")
    # 2 P - w = a + c_app, and 2 w = a - c_app + c_chip
    w, p = np.linalg.solve(
        np.array([[-1.0, 2.0], [2.0, 0.0]]),
        np.array([choke + app_cost, choke - app_cost + chip_cost], dtype=float),
    )
    return w, p


def merger_gain(choke, chip_cost, app_cost, size):
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody buys")

    def welfare(price):
        sold = size * (choke - price)
        return np.array(
            [(price - chip_cost - app_cost) * sold, sold * (choke - price) / 2]
        )

    costs = chip_cost + app_cost
    return tuple(
        welfare(costs + (choke - costs) / 2) - welfare(costs + 3 * (choke - costs) / 4)
    )


# %% right: Python floats, an extra default argument
def stacked_prices(choke, chip_cost, app_cost, layers=2):
    if float(chip_cost) + float(app_cost) >= float(choke):
        raise ValueError("nobody buys")
    chip = (float(choke) - float(app_cost) + float(chip_cost)) / layers
    return chip, (float(choke) + chip + float(app_cost)) / layers


def merger_gain(choke, chip_cost, app_cost, size, layers=2):
    if float(chip_cost) + float(app_cost) >= float(choke):
        raise ValueError("nobody buys")
    profits, users = [], []
    for margins in (layers, 1):
        sold = (choke - chip_cost - app_cost) * size / 2**margins
        profits.append(sold * ((choke - chip_cost - app_cost) - sold / size))
        users.append(sold * sold / size / 2)
    return float(profits[1] - profits[0]), float(users[1] - users[0])


# %% class: another_algorithm
def stacked_prices(choke, chip_cost, app_cost):
    """Both first-order conditions as one system of linear equations."""
    if chip_cost + app_cost >= choke:
        raise ValueError("the costs are not below choke")
    # chip: 2 w = a - app + chip;  application: 2 P - w = a + app
    system = np.array([[2.0, 0.0], [-1.0, 2.0]])
    right = np.array([choke - app_cost + chip_cost, choke + app_cost])
    chip_price, answer_price = np.linalg.solve(system, right)
    return chip_price, answer_price


def merger_gain(choke, chip_cost, app_cost, size):
    """A trapezoid for users, the change of revenue less that of cost for firms."""
    costs = chip_cost + app_cost
    if costs >= choke:
        raise ValueError("the costs are not below choke")
    high = choke - (choke - costs) / 4
    low = choke - (choke - costs) / 2
    few, many = size * (choke - high), size * (choke - low)
    users = (high - low) * (few + many) / 2
    firms = (low * many - high * few) - costs * (many - few)
    return firms, users


# %% class: loops
def stacked_prices(choke, chip_cost, app_cost):
    """Each layer in turn: its best price lies half-way from its cost to its choke."""
    if not chip_cost + app_cost < choke:
        raise ValueError("the costs must lie below the choke price")
    chip_choke = choke - app_cost  # at this chip price the application sells nothing
    chip_price = (chip_choke + chip_cost) / 2
    answer_price = (choke + chip_price + app_cost) / 2
    return chip_price, answer_price


def merger_gain(choke, chip_cost, app_cost, size):
    """Accounts before and after the merger, and their differences."""
    both = chip_cost + app_cost
    if not both < choke:
        raise ValueError("the costs must lie below the choke price")
    chip_price = (choke - app_cost + chip_cost) / 2
    profits, surpluses = [], []
    for margin_below in (chip_price + app_cost, both):  # two firms, then one
        price = (choke + margin_below) / 2
        sold = size * (choke - price)
        profits.append((price - both) * sold)
        surpluses.append((choke - price) * sold / 2)
    return profits[1] - profits[0], surpluses[1] - surpluses[0]


# %% class: vectorised
def stacked_prices(choke, chip_cost, app_cost):
    if not chip_cost + app_cost < choke:
        raise ValueError("the costs must lie below the choke price")
    weights = np.array([[2, 2, -2], [3, 1, 1]]) / 4
    return tuple(weights @ np.array([choke, chip_cost, app_cost], dtype=float))


def merger_gain(choke, chip_cost, app_cost, size):
    if not chip_cost + app_cost < choke:
        raise ValueError("the costs must lie below the choke price")
    square = size * (choke - chip_cost - app_cost) ** 2  # the part sold: 1/4, then 1/2
    return tuple(square * np.array([1 / 4 - 3 / 16, 1 / 8 - 1 / 32]))
