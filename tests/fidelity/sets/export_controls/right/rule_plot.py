# %% a plain one
def rule_plot(score, bandwidth, caught, limit):
    fig, ax = plt.subplots()
    for number, (name, state) in enumerate((("caught", 1), ("allowed", 0), ("cannot tell", 2))):
        mine = np.nan_to_num(caught, nan=2) == state
        ax.plot(
            score[mine],
            bandwidth[mine],
            marker="o",
            linestyle="none",
            color=f"C{number}",
            label=name,
        )
    ax.axvline(limit, color="black")
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xlabel("Score")
    ax.set_ylabel("GB per second")
    ax.set_title("Chips")
    ax.legend()
    return ax


# %% loglog, a line from two points, only groups that exist
def rule_plot(score, bandwidth, caught, limit):
    fig, ax = plt.subplots(figsize=(8, 5))
    names = {"1.0": "caught", "0.0": "allowed", "nan": "cannot tell"}
    kinds = np.array([names[str(float(state))] for state in caught])
    for kind in sorted(set(kinds.tolist())):
        ax.loglog(
            score[kinds == kind],
            bandwidth[kinds == kind],
            "s",
            label="Chips: " + kind.capitalize(),
        )
    ax.plot([limit, limit], [bandwidth.min() / 2, bandwidth.max() * 2], "k--")
    ax.set_xlabel("score of the chip (TPP)")
    ax.set_ylabel("memory, gb per second")
    ax.set_title("A limit", loc="left")
    ax.legend(title="the rule")
    return ax


# %% one scatter with a colour for each chip, the legend made by hand, vlines
def rule_plot(score, bandwidth, caught, limit):
    which = np.where(np.isnan(caught), 2, caught).astype(int)
    colours = np.array(["tab:blue", "tab:red", "tab:grey"])
    fig, ax = plt.subplots()
    ax.scatter(score, bandwidth, c=colours[which])
    ax.vlines(limit, bandwidth.min(), 10 * bandwidth.max(), color="black")
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="SCORE",
        ylabel="Bandwidth (GB per second)",
        title="Allowed or caught",
    )
    dots = [plt.Line2D([], [], marker="o", ls="", color=colour) for colour in colours]
    ax.legend(dots, ["allowed", "caught", "cannot tell"])
    return ax


# %% one marker at a time, names as text in the same colour
def rule_plot(score, bandwidth, caught, limit):
    fig, ax = plt.subplots()
    ax.set(
        xscale="log",
        yscale="log",
        title="Chips",
        xlabel="Score, points",
        ylabel="Memory bandwidth in GB per\nsecond",
    )
    for x, y, state in zip(score, bandwidth, caught):
        name, colour = (
            ("cannot tell", "C7")
            if state != state
            else (("caught", "C3") if state else ("allowed", "C0"))
        )
        ax.plot([x], [y], "^", color=colour)
        ax.annotate(name, (x, y), color=colour)
    ax.axvline(x=limit, ymin=0.05, ymax=0.95)
    return ax


# %% pyplot functions, hollow markers, a legend of the figure
def rule_plot(score, bandwidth, caught, limit):
    plt.subplots()
    groups = {
        "caught": caught == 1,
        "allowed": caught == 0,
        "cannot tell": caught != caught,
    }
    for (name, mine), colour in zip(groups.items(), ("red", "blue", "grey")):
        if mine.any():
            plt.scatter(
                score[mine],
                bandwidth[mine],
                facecolors="none",
                edgecolors=colour,
                label=name,
            )
    plt.xscale("log")
    plt.yscale("log")
    plt.axvline(limit, ls=":", c="k", label="limit")
    plt.title("Chips", loc="right")
    plt.xlabel("Score (log)")
    plt.ylabel("GB per second")
    plt.gcf().legend()
    axes = plt.gca()
    plt.show()
    return axes
