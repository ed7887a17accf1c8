# %% right: a plain one
def growth_plot(counter, year, count):
    fig, ax = plt.subplots()
    for number, name in enumerate(np.unique(counter)):
        mine = np.flatnonzero(counter == name)
        mine = mine[np.argsort(year[mine])]
        height = count[mine] / count[mine[0]]
        ax.plot(year[mine], height, marker="o", color=f"C{number}", label=name)
    ax.set_yscale("log")
    ax.set_xlabel("Year")
    ax.set_ylabel("times the first count")
    ax.set_title("Growth")
    ax.legend()
    return ax


# %% right: semilogy with Python lists
def growth_plot(counter, year, count):
    fig, ax = plt.subplots(figsize=(8, 5))
    for name in sorted(set(counter)):
        history = sorted((y, c) for n, y, c in zip(counter, year, count) if n == name)
        ax.semilogy(
            [y for y, _ in history],
            [c / history[0][1] for _, c in history],
            "s--",
            label=name,
        )
    ax.set_xlabel("year")
    ax.set_ylabel("Tokens (times the first count)")
    ax.set_title("Tokens grow", loc="left")
    ax.legend(title="Counter")
    return ax


# %% right: scatter alone, names as text in the same colour
def growth_plot(counter, year, count):
    fig, ax = plt.subplots()
    ax.set_yscale("log")
    for number, name in enumerate(np.unique(counter)):
        mine, colour = counter == name, f"C{number}"
        growth = count[mine] / count[mine][np.argmin(year[mine])]
        ax.scatter(year[mine], growth, color=colour)
        newest = np.argmax(year[mine])
        ax.annotate(name, (year[mine][newest], growth[newest]), color=colour)
    ax.set_title("Growth of tokens")
    ax.set_xlabel("Years")
    ax.set_ylabel("Growth, times the first count")
    return ax


# %% right: pyplot functions, and shown
def growth_plot(counter, year, count):
    plt.subplots()
    for name in np.unique(counter):
        chosen = np.where(counter == name)[0]
        chosen = chosen[np.argsort(year[chosen])]
        plt.plot(
            year[chosen],
            count[chosen] / count[chosen[0]],
            "o-",
            label="Counted: " + name,
        )
    plt.yscale("log")
    plt.title("Growth of tokens")
    plt.xlabel("Year")
    plt.ylabel("TIMES THE FIRST COUNT")
    plt.legend(loc="upper right")
    axes = plt.gca()
    plt.show()
    return axes


# %% right: one scatter with a colour for each point, the legend made by hand, differences of logarithms
def growth_plot(counter, year, count):
    names, which = np.unique(counter, return_inverse=True)
    first = {
        name: min((y, c) for n, y, c in zip(counter, year, count) if n == name)[1]
        for name in names
    }
    growth = np.exp(np.log(count) - np.log([first[name] for name in counter]))
    fig, ax = plt.subplots()
    ax.scatter(year, growth, c=plt.get_cmap("tab10")(which))
    ax.set(
        yscale="log",
        title="Growth",
        xlabel="Year of the count",
        ylabel="Tokens, times the first count",
    )
    dots = [
        plt.Line2D([], [], marker="o", ls="", color=plt.get_cmap("tab10")(i))
        for i in range(len(names))
    ]
    ax.legend(dots, names)
    return ax


# %% right: hollow markers on thin lines, the legend of the figure
def growth_plot(counter, year, count):
    fig, ax = plt.subplots()
    order = np.argsort(year)
    for number, name in enumerate(dict.fromkeys(counter)):
        mine = [i for i in order if counter[i] == name]
        ax.plot(year[mine], count[mine] / count[mine[0]], lw=0.5, color=f"C{number}")
        ax.scatter(
            year[mine],
            count[mine] / count[mine[0]],
            facecolors="none",
            edgecolors=f"C{number}",
            label=name,
        )
    ax.set(yscale="log", title="Growth", xlabel="year", ylabel="times the first count")
    fig.legend()
    return ax


# %% class: another_algorithm
def growth_plot(counter, year, count):
    """Names beside the last points, in the colour of the line, no legend."""
    counter = np.asarray(counter)
    _, ax = plt.subplots(layout="constrained")
    for name in np.unique(counter):
        mine = np.flatnonzero(counter == name)
        mine = mine[np.argsort(year[mine])]
        growth = count[mine] / count[mine[0]]
        (line,) = ax.semilogy(year[mine], growth, marker="s", markersize=4)
        ax.annotate(
            str(name),
            (year[mine[-1]], growth[-1]),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=line.get_color(),
        )
    ax.margins(x=0.2, y=0.1)
    ax.set_title("Tokens since each first count", loc="left")
    ax.set_xlabel("date, year")
    ax.set_ylabel("growth: times the first count")
    return ax


# %% class: loops
def growth_plot(counter, year, count):
    """A line with markers for each counter, and a legend."""
    rows_of = {}
    for name, when, number in zip(counter, year, count):
        rows_of.setdefault(str(name), []).append((float(when), float(number)))
    fig, ax = plt.subplots()
    for place, (name, rows) in enumerate(rows_of.items()):
        rows.sort()
        first = rows[0][1]
        dates = [when for when, _ in rows]
        growth = [number / first for _, number in rows]
        ax.plot(dates, growth, "o-", color=f"C{place}", label=name)
    ax.set_yscale("log")
    ax.set_title("How fast tokens grew, by counter")
    ax.set_xlabel("year")
    ax.set_ylabel("tokens, times the first count")
    ax.legend()
    return ax


# %% class: vectorised
def growth_plot(counter, year, count):
    order = np.argsort(year)
    names, first, who = np.unique(
        np.asarray(counter)[order], return_index=True, return_inverse=True
    )
    year, count = np.asarray(year)[order], np.asarray(count)[order]
    colours = np.array([plt.matplotlib.colors.to_rgba(f"C{i}") for i in range(10)])
    fig, ax = plt.subplots()
    ax.set_yscale("log")
    ax.scatter(year, count / count[first][who], color=colours[who])
    colours = colours[: len(names)]
    keys = [plt.Line2D([], [], color=c, marker="o", ls="") for c in colours]
    ax.legend(keys, [str(name) for name in names])
    ax.set(title="Growth of tokens", xlabel="Year", ylabel="Times the first count")
    return ax
