# %% right: a plain one
def rule_plot(score, bandwidth, caught, limit):
    fig, ax = plt.subplots()
    for number, (name, state) in enumerate(
        (("caught", 1), ("allowed", 0), ("cannot tell", 2))
    ):
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


# %% right: loglog, a line from two points, only groups that exist
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


# %% right: one scatter with a colour for each chip, the legend made by hand, vlines
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


# %% right: one marker at a time, names as text in the same colour
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


# %% right: pyplot functions, hollow markers, a legend of the figure
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


# %% class: another_algorithm
def rule_plot(score, bandwidth, caught, limit):
    """Chips by score and memory bandwidth, by what a rule does to them."""
    fig, ax = plt.subplots()
    ax.loglog()
    groups = {
        "caught": (np.equal(caught, 1), "crimson"),
        "allowed": (np.equal(caught, 0), "seagreen"),
        "cannot tell": (np.isnan(caught), "slateblue"),
    }
    low, high = min(np.min(score), limit), max(np.max(score), limit)
    for name, (members, colour) in groups.items():
        if not members.any():
            continue
        x, y = score[members], bandwidth[members]
        ax.scatter(x, y, color=colour, marker="D", s=25)
        top = np.argmax(y)
        left = x[top] ** 2 < low * high  # write towards the middle of the figure
        ax.annotate(
            name,
            (x[top], y[top]),
            xytext=(6 if left else -6, 6),
            textcoords="offset points",
            ha="left" if left else "right",
            color=colour,
        )
    floor, roof = np.min(bandwidth) / 1.7, np.max(bandwidth) * 1.7
    ax.vlines(limit, floor, roof, colors="dimgray", linestyles="dotted")
    ax.set_xlim(low / 1.7, high * 1.7)
    ax.set_ylim(floor, roof)
    ax.set_xlabel("score, TPP")
    ax.set_ylabel("memory bandwidth, GB/s")
    ax.set_title(f"Which chips stop short of {limit:g}?")
    return ax


# %% class: loops
def rule_plot(score, bandwidth, caught, limit):
    """Chips by score and memory bandwidth, by what a rule does to them."""
    fig, ax = plt.subplots()
    ax.set_xscale("log")
    ax.set_yscale("log")
    seen = []
    for i in range(len(score)):
        if caught[i] == 1:
            name, colour, marker = "caught", "tab:red", "o"
        elif caught[i] == 0:
            name, colour, marker = "allowed", "tab:blue", "s"
        else:
            name, colour, marker = "cannot tell", "tab:orange", "^"
        label = None if name in seen else name
        seen.append(name)
        ax.plot(
            [score[i]], [bandwidth[i]], marker, color=colour, linestyle="", label=label
        )
    ax.axvline(limit, color="black", linestyle="--", label=f"limit of {limit:g}")
    lowest, highest = float(limit), float(limit)
    for points in score:
        lowest, highest = min(lowest, float(points)), max(highest, float(points))
    ax.set_xlim(lowest / 2.5, highest * 2.5)
    ax.set_ylim(min(bandwidth) / 1.5, max(bandwidth) * 1.5)
    ax.set_xlabel("Score: total processing performance (points)")
    ax.set_ylabel("Memory bandwidth (GB per second)")
    ax.set_title("What the rule counts, and what it may not")
    ax.legend(loc="lower right")
    return ax


# %% class: vectorised
def rule_plot(score, bandwidth, caught, limit):
    """Chips by score and memory bandwidth, by what a rule does to them."""
    names = np.array(["allowed", "caught", "cannot tell"])
    colours = np.array(["#0072b2", "#d55e00", "#7f7f7f"])
    group = np.where(np.isnan(caught), 2, caught == 1).astype(int)
    fig, ax = plt.subplots()
    ax.scatter(score, bandwidth, c=colours[group], zorder=3)
    line = ax.axvline(limit, color="black", linewidth=1)
    everything = np.append(score, limit)
    ax.set(
        xscale="log",
        yscale="log",
        xlim=(everything.min() / 2, everything.max() * 2),
        ylim=(np.min(bandwidth) / 2, np.max(bandwidth) * 2),
        xlabel="Score (TPP)",
        ylabel="Memory bandwidth (GB/s)",
        title="Chips beside the limit of a rule",
    )
    present = np.unique(group)
    keys = [plt.Line2D([], [], marker="o", ls="", color=colours[g]) for g in present]
    ax.legend([*keys, line], [*names[present], "limit"], loc="lower right")
    return ax
