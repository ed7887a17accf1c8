# %% right: a plain one
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    for number, name in enumerate(np.unique(provider)):
        mine = np.flatnonzero(provider == name)
        mine = mine[np.argsort(year[mine])]
        ax.plot(year[mine], price[mine], marker="o", color=f"C{number}", label=name)
    ax.set_yscale("log")
    ax.set_xlabel("Year")
    ax.set_ylabel("USD per million tokens")
    ax.set_title("Prices")
    ax.legend()
    return ax


# %% right: semilogy with Python lists
def price_plot(provider, year, price):
    fig, ax = plt.subplots(figsize=(8, 5))
    for firm in sorted(set(provider)):
        history = sorted((y, p) for f, y, p in zip(provider, year, price) if f == firm)
        ax.semilogy([y for y, _ in history], [p for _, p in history], "s--", label=firm)
    ax.set_xlabel("year")
    ax.set_ylabel("usd per million tokens")
    ax.set_title("Prices fall", loc="left")
    ax.legend(title="Firm")
    return ax


# %% right: scatter alone, names as text in the same colour
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    ax.set_yscale("log")
    for number, firm in enumerate(np.unique(provider)):
        mine, colour = provider == firm, f"C{number}"
        ax.scatter(year[mine], price[mine], color=colour)
        newest = np.argmax(year[mine])
        ax.annotate(firm, (year[mine][newest], price[mine][newest]), color=colour)
    ax.set_title("Price history")
    ax.set_xlabel("Years")
    ax.set_ylabel("Price (USD per million tokens)")
    return ax


# %% right: pyplot functions, and shown
def price_plot(provider, year, price):
    plt.subplots()
    for firm in np.unique(provider):
        chosen = np.where(provider == firm)[0]
        chosen = chosen[np.argsort(year[chosen])]
        plt.plot(year[chosen], price[chosen], "o-", label="Prices of " + firm)
    plt.yscale("log")
    plt.title("Price history")
    plt.xlabel("Year")
    plt.ylabel("USD per million tokens")
    plt.legend(loc="upper right")
    axes = plt.gca()
    plt.show()
    return axes


# %% right: one scatter with a colour for each point, the legend made by hand
def price_plot(provider, year, price):
    names, which = np.unique(provider, return_inverse=True)
    colours = plt.get_cmap("tab10")(which)
    fig, ax = plt.subplots()
    ax.scatter(year, price, c=colours)
    ax.set(
        yscale="log",
        title="Prices",
        xlabel="Year of the list",
        ylabel="Price in USD per million tokens",
    )
    dots = [
        plt.Line2D([], [], marker="o", ls="", color=plt.get_cmap("tab10")(i))
        for i in range(len(names))
    ]
    ax.legend(dots, names)
    return ax


# %% right: hollow markers on thin lines, the legend of the figure
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    order = np.argsort(year)
    for number, firm in enumerate(dict.fromkeys(provider)):
        mine = [i for i in order if provider[i] == firm]
        ax.plot(year[mine], price[mine], lw=0.5, color=f"C{number}")
        ax.scatter(
            year[mine],
            price[mine],
            facecolors="none",
            edgecolors=f"C{number}",
            label=firm,
        )
    ax.set_yscale("log")
    ax.set_ylim(price.min() / 2, price.max() * 2)
    ax.set_title("Prices", loc="right")
    ax.set_xlabel("Time (YEARS)")
    ax.set_ylabel("List price\nUSD per million tokens")
    fig.legend()
    return ax


# %% right: one scatter coloured by number, its own legend
def price_plot(provider, year, price):
    names, which = np.unique(provider, return_inverse=True)
    fig, ax = plt.subplots()
    dots = ax.scatter(year, price, c=which, cmap="tab10", vmin=0, vmax=9)
    ax.legend(dots.legend_elements(num=None)[0], names)
    ax.set(yscale="log", xlabel="Year", ylabel="USD per million tokens", title="Prices")
    return ax


# %% right: filled markers and names in the same colour
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    for firm, colour in zip(np.unique(provider), plt.get_cmap("tab10").colors):
        mine = provider == firm
        ax.plot(
            year[mine], price[mine], "o", markerfacecolor=colour, markeredgecolor=colour
        )
        ax.text(year[mine][0], price[mine][0], firm, color=colour)
    ax.set(yscale="log", xlabel="Year", ylabel="USD per million tokens", title="Prices")
    return ax


# %% right: a column for each firm, nan where it has no price, a trend line, a label of two lines
def price_plot(provider, year, price):
    order, names = np.argsort(year), np.unique(provider)
    table = np.where(provider[order][:, None] == names, price[order][:, None], np.nan)
    fig, ax = plt.subplots(layout="constrained")
    lines = ax.plot(year[order], table, "o-")
    trend = np.exp(np.mean(np.log(price)))
    ax.plot([year.min(), year.max()], [trend, trend], "--", color="black", zorder=0)
    ax.legend(lines, names)
    ax.set(
        yscale="log", xlabel="Year", ylabel="USD per\nmillion tokens", title="Prices"
    )
    return ax


# %% right: masked where another firm's price stands
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    for firm in np.unique(provider):
        ax.plot(year, np.ma.masked_where(provider != firm, price), "o", label=firm)
    ax.legend()
    ax.set(yscale="log", xlabel="Year", ylabel="USD per million tokens", title="Prices")
    return ax


# %% right: stems
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    for i, firm in enumerate(np.unique(provider)):
        ax.stem(
            year[provider == firm],
            price[provider == firm],
            linefmt=f"C{i}-",
            markerfmt=f"C{i}o",
            label=firm,
        )
    ax.legend()
    ax.set(yscale="log", xlabel="Year", ylabel="USD per million tokens", title="Prices")
    return ax


# %% right: steps with markers, newest price first, text beside the last point
def price_plot(provider, year, price):
    figure, axes = plt.subplots()
    newest_first = np.argsort(-year)
    for firm in np.unique(provider):
        mine = newest_first[provider[newest_first] == firm]
        (line,) = axes.step(year[mine], price[mine], marker=".", where="pre")
        axes.text(year[mine][0], price[mine][0], f" {firm}", color=line.get_color())
    axes.set(
        yscale="log",
        xlabel="Year",
        ylabel="USD per million tokens (log)",
        title="Steps",
    )
    return axes


# %% class: another_algorithm
def price_plot(provider, year, price):
    plt.figure()
    for name in sorted(set(provider.tolist())):
        pairs = sorted(
            (t, p) for who, t, p in zip(provider, year, price) if who == name
        )
        (line,) = plt.step(*zip(*pairs), where="post", marker="o")
        plt.annotate(
            name,
            pairs[-1],
            color=line.get_color(),
            xytext=(4, 0),
            textcoords="offset points",
        )
    plt.yscale("log")
    plt.xlabel("Calendar year")
    plt.ylabel("List price (USD per million tokens)")
    plt.title("Straight lines are constant rates")
    return plt.gca()


# %% class: edited_tests, cell price_plot-data
pass


# %% class: log10_for_log
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    for name in np.unique(provider):
        mine = np.flatnonzero(provider == name)
        mine = mine[np.argsort(year[mine])]
        ax.plot(year[mine], np.log10(price[mine]), marker="o", label=name)
    ax.set(xlabel="Year", ylabel="Log of USD per million tokens", title="Prices")
    ax.legend()
    return ax


# %% class: loops
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    colours = {}
    for name, x, y in zip(provider, year, price):
        label = None
        if name not in colours:
            colours[name] = "C" + str(len(colours))
            label = name
        ax.plot([x], [y], "o", color=colours[name], label=label)
    ax.set_yscale("log")
    ax.set_xlabel("year")
    ax.set_ylabel("USD per million tokens")
    ax.set_title("Prices of language models")
    ax.legend()
    return ax


# %% class: vectorised
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    names, number = np.unique(provider, return_inverse=True)
    ax.scatter(year, price, c=plt.get_cmap("tab10")(number))
    for i, name in enumerate(names):
        ax.scatter([], [], color=plt.get_cmap("tab10")(i), label=name)
    ax.set(
        yscale="log",
        xlabel="Year",
        ylabel="Price, USD per million tokens",
        title="List prices",
    )
    ax.legend(loc="upper right")
    return ax
