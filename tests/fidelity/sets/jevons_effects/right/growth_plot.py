# %% a plain one
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


# %% semilogy with Python lists
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


# %% scatter alone, names as text in the same colour
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


# %% pyplot functions, and shown
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


# %% one scatter with a colour for each point, the legend made by hand, differences of logarithms
def growth_plot(counter, year, count):
    names, which = np.unique(counter, return_inverse=True)
    first = {
        name: min((y, c) for n, y, c in zip(counter, year, count) if n == name)[1] for name in names
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


# %% hollow markers on thin lines, the legend of the figure
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
