# %% right: a plain one
def moves_plot(year, kind):
    fig, ax = plt.subplots()
    for number, name in enumerate(np.unique(kind)):
        mine = np.sort(year[kind == name])
        so_far = np.array([np.sum(mine <= day) for day in mine])
        ax.plot(mine, so_far, marker="o", color=f"C{number}", label=name)
    ax.set_ylim(bottom=0)
    ax.set_xlabel("Year")
    ax.set_ylabel("Number of moves")
    ax.set_title("Moves")
    ax.legend()
    return ax


# %% right: steps from zero, without markers
def moves_plot(year, kind):
    fig, ax = plt.subplots(figsize=(8, 5))
    for name in sorted(set(kind)):
        days = sorted(y for y, k in zip(year, kind) if k == name)
        ax.step(
            [min(year), *days, max(year)],
            [0, *range(1, len(days) + 1), len(days)],
            where="post",
            label=name,
        )
    ax.set(
        ylim=(-0.2, len(year) + 1),
        xlabel="year",
        ylabel="moves so far",
        title="Two tracks",
    )
    ax.legend(title="Kind")
    return ax


# %% right: scatter alone, names as text in the same colour
def moves_plot(year, kind):
    fig, ax = plt.subplots()
    for number, name in enumerate(np.unique(kind)):
        days, counts = np.unique(year[kind == name], return_counts=True)
        total = counts.cumsum()
        ax.scatter(days, total, color=f"C{number}")
        ax.annotate(name, (days[-1], total[-1]), color=f"C{number}")
    ax.set_ylim(0, max(total) + len(year))
    ax.set_title("Count of moves", loc="left")
    ax.set_xlabel("Years")
    ax.set_ylabel("Moves, counted up")
    return ax


# %% right: pyplot functions, and shown
def moves_plot(year, kind):
    plt.subplots()
    for name in np.unique(kind):
        dates = np.sort(year[kind == name])
        plt.plot(
            dates,
            np.searchsorted(dates, dates, side="right"),
            "s--",
            label="Kind: " + name,
        )
    plt.ylim(0, len(year) + 1)
    plt.title("How many moves?")
    plt.xlabel("Year")
    plt.ylabel("moves")
    plt.legend()
    axes = plt.gca()
    plt.show()
    return axes


# %% right: a pair of lines and markers for each kind, backwards in time, a figure's legend
def moves_plot(year, kind):
    fig = plt.figure()
    ax = fig.add_subplot()
    for name in dict.fromkeys(kind):
        days = np.sort(year[kind == name])[::-1]
        count = np.array([(days <= day).sum() for day in days])
        (line,) = ax.plot(days, count)
        ax.plot(days, count, "o", color=line.get_color(), label=name)
    ax.axhline(0, color="black", linewidth=0.5)
    ax.set_ylim(bottom=-0.5)
    ax.set_xlabel("Year of the move")
    ax.set_ylabel("Moves up to the date")
    ax.set_title("Two tracks")
    fig.legend()
    return ax


# %% right: every kind counted at every date
def moves_plot(year, kind):
    fig, ax = plt.subplots()
    order = np.argsort(year, kind="stable")
    last = np.append(np.diff(year[order]) > 0, True)  # of each day
    for name in np.unique(kind):
        ax.plot(
            year[order][last], np.cumsum(kind[order] == name)[last], "o-", label=name
        )
    ax.set(ylim=(0, len(year)), xlabel="Years", ylabel="Moves", title="Moves so far")
    ax.legend(loc="upper left")
    return ax


# %% class: another_algorithm
def moves_plot(year, kind):
    # Points by comparing dates pair by pair; names stand beside the last points.
    year, names = np.asarray(year, dtype=float), [str(name) for name in kind]
    fig, ax = plt.subplots()
    top, taken = 1, []
    for number, name in enumerate(sorted(set(names))):
        dates = year[[other == name for other in names]]
        so_far = (dates[:, np.newaxis] >= dates).sum(axis=1)
        ax.scatter(dates, so_far, s=22, color=f"C{number}")
        end = (dates.max(), so_far.max())
        ax.annotate(
            name,
            end,
            xytext=(7, 11 * taken.count(end)),
            textcoords="offset points",
            va="center",
            color=f"C{number}",
        )
        taken.append(end)
        top = max(top, so_far.max())
    left, right = ax.get_xlim()
    ax.set_xlim(left, right + 0.2 * (right - left))
    ax.set_ylim(0, 1.1 * top)
    ax.set_title("Every move, counted up by kind")
    ax.set_xlabel("Year of the move")
    ax.set_ylabel("Moves of the kind so far")
    return ax


# %% class: loops
def moves_plot(year, kind):
    dates_of = {}
    for date, name in zip(year, kind):
        dates_of.setdefault(str(name), []).append(float(date))
    fig, ax = plt.subplots()
    for name in dates_of:
        x, y = [], []
        so_far = 0
        for date in sorted(dates_of[name]):
            so_far += 1
            if x and x[-1] == date:
                y[-1] = so_far
            else:
                x.append(date)
                y.append(so_far)
        ax.plot(x, y, marker="o", linestyle="-", label=name)
    ax.set_ylim(bottom=0)
    ax.set_title("Moves counted up, by kind")
    ax.set_xlabel("Year")
    ax.set_ylabel("Number of moves so far")
    ax.legend()
    return ax


# %% class: vectorised
def moves_plot(year, kind):
    year, kind = np.asarray(year, dtype=float), np.asarray(kind)
    fig, ax = plt.subplots()
    for name in np.unique(kind):
        dates, moves = np.unique(year[kind == name], return_counts=True)
        so_far = np.cumsum(moves)
        ax.step(dates, so_far, where="post", marker=".", markersize=9, label=str(name))
    ax.set(title="How many moves of each kind?", xlabel="year", ylabel="moves so far")
    ax.set_ylim(0, ax.get_ylim()[1])
    ax.legend(loc="upper left")
    return ax
