"""The explorers in a real browser: what all have in common, then each one's formula against numpy.

An explorer's page is loaded once, and put back to its first preset before each test.
"""

import re
from contextlib import ExitStack
from typing import NamedTuple

import numpy as np
import pytest
from conftest import ROOT, copy_of_course, fresh_tab
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.path import Path

from course import sphinx_extension, tables


class Explorer(NamedTuple):
    page: str
    controls: tuple  # names, in the page's order
    start: str  # preset that is shown first
    goal: str  # preset that the prediction is about
    accepted: tuple  # two predictions, neither the beginning of the other
    refused: tuple
    stays_pressed: bool = False  # a preset, when a slider moves


EXPLORERS = {
    "whose_price": Explorer(
        page="cost_curves/token_price",
        controls=("prediction", "dear", "cheap", "share", "writing"),
        start="article",
        goal="later",
        accepted=("9", "0.5"),
        refused=("", "0"),
        stays_pressed=True,
    ),
    "backfire": Explorer(
        page="jevons_effects/rebound",
        controls=("prediction", "k", "phi", "epsilon"),
        start="weak",
        goal="half",
        accepted=("9", "0.5"),
        refused=("", "0"),
    ),
    "rule_maker": Explorer(
        page="export_controls/what_is_controlled",
        controls=("prediction", "score", "test", "second"),
        start="rule_2022",
        goal="rule_2023",
        accepted=("9", "0"),
        refused=("", "-1"),
    ),
    "shadow": Explorer(
        page="converging_interests/games",
        controls=("prediction", "temptation", "fear", "shadow"),
        start="harmony",
        goal="dilemma",
        accepted=("0.4", "1"),
        refused=("", "-1", "1.5"),
    ),
}
DESK = {"width": 1280, "height": 900}
MANY = settings(max_examples=150, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def tabs(browser, address):
    """Opens an explorer's page, once."""
    with ExitStack() as stack:
        opened = {}

        def tab(name):
            if name not in opened:
                opened[name] = stack.enter_context(fresh_tab(browser, address))
                opened[name].goto(f"{address}/book/{EXPLORERS[name].page}.html")
            return opened[name]

        yield tab


def at_start(tab, name):
    """The explorer as a reader finds it. No test may leave a script error."""
    if tab.viewport_size != DESK:
        tab.set_viewport_size(DESK)
    if tab.evaluate("name => sessionStorage.getItem(name)", name) is not None:
        # the script remembers a prediction as long as the page is open
        tab.evaluate("sessionStorage.clear()")
        tab.reload()
    tab.evaluate(
        """start => {
            document.querySelector(".course-explorer [name=prediction]").value = "";
            document.querySelector(`[data-preset=${start}]`).click();
        }""",
        EXPLORERS[name].start,
    )
    yield tab.locator(".course-explorer")
    assert tab.errors == []


@pytest.fixture(params=EXPLORERS)
def explorer(request, tabs):
    yield from at_start(tabs(request.param), request.param)


@pytest.fixture
def about(explorer):
    """The explorer's row in the table."""
    return EXPLORERS[explorer.get_attribute("id")]


@pytest.fixture
def whose_price(tabs):
    yield from at_start(tabs("whose_price"), "whose_price")


@pytest.fixture
def backfire(tabs):
    yield from at_start(tabs("backfire"), "backfire")


@pytest.fixture
def rule_maker(tabs):
    yield from at_start(tabs("rule_maker"), "rule_maker")


@pytest.fixture
def shadow(tabs):
    yield from at_start(tabs("shadow"), "shadow")


def preset(root, name):
    return root.locator(f"[data-preset={name}]")


def words(root):
    return root.locator("[role=status]").inner_text()


def pressed(root):
    return root.locator("[aria-pressed=true]").evaluate_all("all => all.map(e => e.dataset.preset)")


def move(root, name, value):
    """Put a slider somewhere; returns the words."""
    return root.page.evaluate(
        """([name, value]) => {
            const root = document.querySelector(".course-explorer");
            const slider = root.querySelector(`[name=${name}]`);
            slider.value = value;
            slider.dispatchEvent(new Event("input"));
            return root.querySelector("[role=status]").innerText;
        }""",
        [name, value],
    )


def compute(root, **state):
    """What the page's own formula gives."""
    return root.page.evaluate(
        "([state]) => document.querySelector('.course-explorer').compute(state)", [state]
    )


# ---- all of them


def test_every_explorer_of_the_book_is_in_the_table():
    scripts = (ROOT / "book").glob("*/*.js")
    assert {path.stem for path in scripts if path.parent.name != "assets"} == set(EXPLORERS)


def test_a_change_of_the_shared_script_renews_the_page(tmp_path, monkeypatch):
    root = copy_of_course(tmp_path)
    monkeypatch.setattr(sphinx_extension, "ROOT", root)
    page = root / "book" / "converging_interests" / "games.md"
    before = sphinx_extension.fingerprint(page)
    with open(root / "course" / "explorer.js", "a", encoding="utf-8") as script:
        script.write("// changed\n")
    assert sphinx_extension.fingerprint(page) != before


def test_there_is_one_with_sliders_and_every_control_has_a_label(explorer, about):
    names = "all => all.map(e => e.name)"
    assert explorer.count() == 1
    assert explorer.locator("input[type=range]").count() >= 1
    for controls in ("input, select", "label input, label select"):
        assert explorer.locator(controls).evaluate_all(names) == list(about.controls)


def test_a_slider_moved_by_keyboard_changes_the_words(explorer, about):
    before = words(explorer)
    explorer.locator("input[type=range]").first.focus()
    for _ in range(30):
        explorer.page.keyboard.press("ArrowRight")
    after = words(explorer)
    assert before != after and re.search(r"\d", after)
    assert pressed(explorer) == ([about.start] if about.stays_pressed else [])


def test_every_slider_changes_the_words_and_says_its_value(explorer, about):
    for slider in explorer.locator("input[type=range]").all():
        preset(explorer, about.goal).click()
        shows = explorer.locator(f"[data-shows={slider.get_attribute('name')}]")
        before = words(explorer), shows.inner_text()
        slider.focus()
        for _ in range(10):
            explorer.page.keyboard.press("ArrowLeft")
        after = words(explorer), shows.inner_text()
        assert all(
            re.search(r"\d", new) and new != old for new, old in zip(after, before, strict=True)
        )
        assert slider.get_attribute("aria-valuetext") == shows.inner_text()


def test_a_pressed_preset_is_shown_as_pressed_and_no_other(explorer):
    presets = explorer.locator("[data-preset]").all()
    said = set()
    for button in presets:
        button.click()
        assert pressed(explorer) == [button.get_attribute("data-preset")]
        said.add(words(explorer))
    assert len(said) == len(presets) >= 3


def test_the_prediction_is_asked_for_kept_and_shown_at_its_preset_only(explorer, about):
    field, keep = explorer.locator("[name=prediction]"), explorer.locator("[name=keep]")
    start, goal = preset(explorer, about.start), preset(explorer, about.goal)
    for number in about.refused:
        start.click()
        field.fill(number)
        keep.click()
        assert words(explorer).startswith("Type a number")
        assert field.evaluate("e => e === document.activeElement")
        goal.click()
        assert "You predicted" not in words(explorer)

    by_key, by_mouse = about.accepted
    for number, give in ((by_key, lambda: field.press("Enter")), (by_mouse, keep.click)):
        start.click()
        field.fill(number)
        give()
        assert words(explorer) == f"Kept. Press “{goal.inner_text()}” to see how it fares."
        for button in explorer.locator("[data-preset]").all():
            button.click()
            shown = f"You predicted {number}" in words(explorer)
            assert shown == (button.get_attribute("data-preset") == about.goal)
            assert shown == (button.get_attribute("data-predicted") is not None)

    goal.click()
    field.fill(by_key)
    keep.click()
    assert f"You predicted {by_key}" in words(explorer)

    # it outlives the page, and not the session
    for kept in (True, False):
        explorer.page.reload()
        assert field.input_value() == (by_key if kept else "")
        assert pressed(explorer) == [about.start]
        goal.click()
        assert (f"You predicted {by_key}" in words(explorer)) == kept
        explorer.page.evaluate("sessionStorage.clear()")


@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_phone(explorer, width):
    explorer.page.set_viewport_size({"width": width, "height": 700})
    box = explorer.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width


# ---- whose price


def test_whose_price_agrees_with_numpy_at_many_settings(whose_price):
    """Cost of a solved task is tokens times price over success; share and success in (0, 1), prices
    in USD per million tokens.
    """
    positive = st.floats(0.01, 100)
    model = st.fixed_dictionaries(
        {"input": positive, "output": positive, "success": st.floats(0.05, 1)}
    )

    @MANY
    @given(dear=model, cheap=model, share=st.floats(0, 0.95), writing=st.floats(0.05, 20))
    def agrees(dear, cheap, share, writing):
        found = compute(whose_price, dear=dear, cheap=cheap, share=share, writing=writing)
        mix = np.array([share, 1 - share])
        a, b = (
            np.array([dear["input"], dear["output"]]),
            np.array([cheap["input"], cheap["output"]]),
        )
        solved = (mix @ a / dear["success"]) / ((mix * [1, writing]) @ b / cheap["success"])
        wanted = {
            "input": a[0] / b[0],
            "output": a[1] / b[1],
            "blended": (mix @ a) / (mix @ b),
            "solved": solved,
        }
        assert {key: found[key] for key in wanted} == pytest.approx(wanted, rel=1e-9)

    agrees()


@pytest.mark.parametrize(
    ("name", "dear", "cheap"),
    [
        ("article", "o1 (high effort)", "DeepSeek-R1"),
        ("later", "o3-mini (medium effort)", "DeepSeek-R1"),
        ("promotion", "GPT-4o", "DeepSeek-V3 (promotion)"),
    ],
)
def test_a_preset_is_a_pair_wherever_the_sliders_stand(whose_price, name, dear, cheap):
    values = "all => all.map(e => e.value)"
    sliders = whose_price.locator("input[type=range]")
    preset(whose_price, name).click()
    assert whose_price.locator("select").evaluate_all(values) == [dear, cheap]
    measured = sliders.evaluate_all(values)
    move(whose_price, "share", 50)
    move(whose_price, "writing", -2)
    assert sliders.evaluate_all(values) == ["50", "-2"] and pressed(whose_price) == [name]
    whose_price.locator("[name=reset]").click()
    assert sliders.evaluate_all(values) == measured and pressed(whose_price) == [name]
    whose_price.locator("[name=dear]").select_option(cheap)
    assert pressed(whose_price) == []
    whose_price.locator("[name=dear]").select_option(dear)
    assert sliders.evaluate_all(values) == measured and pressed(whose_price) == [name]


# ---- rebound and backfire


def test_backfire_agrees_with_numpy_at_many_settings(backfire):
    """The price falls by k^-phi, demand has a constant elasticity, and a unit of service takes 1/k
    of the resource.
    """

    @MANY
    @given(k=st.floats(1.01, 50), phi=st.floats(0.05, 1), epsilon=st.floats(0, 4))
    def agrees(k, phi, epsilon):
        found = compute(backfire, k=k, phi=phi, epsilon=epsilon)
        price = np.exp(-phi * np.log(k))
        use = price**-epsilon
        resource, expected = use / k, 1 / k
        wanted = {
            "price": price,
            "use": use,
            "resource": resource,
            "spending": price * use,
            "rebound": 1 - (1 - resource) / (1 - expected),
            "threshold": 1 / phi,
        }
        assert found == pytest.approx(wanted, rel=1e-7, abs=1e-7)

    agrees()


@pytest.mark.parametrize("phi", [0.3, 0.5, 1.0])
def test_backfire_begins_at_the_threshold(backfire, phi):
    def at(epsilon):
        return compute(backfire, k=5, phi=phi, epsilon=epsilon)

    threshold = at(1)["threshold"]
    assert at(threshold - 0.01)["resource"] < 1 < at(threshold + 0.01)["resource"]
    assert at(threshold)["rebound"] == pytest.approx(1)


# ---- the rule maker


def caught(test, chips, score, second, missing):
    """Which chips a rule catches if every measure that is not known has the value `missing`."""

    def filled(name):
        known = [missing if chip[name] is None else chip[name] for chip in chips]
        return np.array(known, float)

    points = np.array([chip["score"] for chip in chips], float)
    if test == "links":
        return (points >= score) & (filled("links") >= second)
    if test == "bandwidth":
        return (points >= score) | (filled("bandwidth") >= second)
    centre = ~np.array([chip["consumer"] for chip in chips])
    # 88 FR 73458: 4800; 2400 with a density of 1.6; 1600 with one of 3.2
    density = filled("density")
    steps = [
        (points >= score / k) & (density >= d * second) & (centre | (k == 1))
        for k, d in ((1, 0), (2, 0.5), (3, 1))
    ]
    return np.any(steps, axis=0)


def verdicts(test, chips, score, second):
    """True caught, False below, None where the missing measures decide."""
    least, most = (caught(test, chips, score, second, missing) for missing in (0, np.inf))
    return [bool(a) if a == b else None for a, b in zip(least, most, strict=True)]


def room(test, score, second, area):
    """Highest score on a die of `area` that the rule lets through, by trial; a chip may cut what
    else the rule counts.
    """
    tried = np.linspace(1, 1.2 * score, 24_001)
    chips = [
        {"score": x, "density": x / area, "links": 0, "bandwidth": 0, "consumer": False}
        for x in tried
    ]
    return tried[~caught(test, chips, score, second, 0)].max()


measure = st.one_of(st.none(), st.floats(0.5, 12_000))
chip = st.fixed_dictionaries(
    {
        "score": st.floats(500, 80_000),
        "density": measure,
        "links": measure,
        "bandwidth": measure,
        "consumer": st.booleans(),
    }
)


@pytest.mark.parametrize(
    ("test", "second"), [("links", (30, 3000)), ("density", (1, 30)), ("bandwidth", (200, 12_000))]
)
def test_rule_maker_agrees_with_numpy_at_many_settings(rule_maker, test, second):
    @MANY
    @given(
        st.lists(chip, min_size=1, max_size=12),
        st.floats(1e3, 1e5),
        st.floats(*second),
        st.booleans(),
    )
    def agrees(chips, score, second, exact):
        if exact:  # a chip that reaches a limit exactly is caught
            chips[0] = chips[0] | {"score": score, test: second, "consumer": False}
        found = compute(rule_maker, chips=chips, test=test, score=score, second=second, area=814)
        assert found["verdicts"] == verdicts(test, chips, score, second)
        assert not exact or found["verdicts"][0]

    agrees()


@pytest.mark.parametrize("test", ["density", "bandwidth"])
def test_rule_makers_room_is_the_highest_score_let_through(rule_maker, test):
    @settings(MANY, max_examples=40)
    @given(score=st.floats(1500, 60_000), second=st.floats(1, 30), area=st.floats(100, 1700))
    def agrees(score, second, area):
        found = compute(rule_maker, chips=[], test=test, score=score, second=second, area=area)
        assert found["room"] == pytest.approx(room(test, score, second, area), rel=2e-3)

    agrees()


def test_a_rule_of_and_leaves_room_without_end(rule_maker):
    found = compute(rule_maker, chips=[], test="links", score=4800, second=600, area=814)
    assert found["room"] == np.inf


def real_chips():
    """The chips that the page shows, from the table."""
    table = tables.load("chips")
    columns = {"dense_16bit_tflops": 16, "dense_8bit_tops": 8, "dense_4bit_tops": 4}
    peaks = np.column_stack([table[name] * bits for name, bits in columns.items()])
    score, known = np.nanmax(peaks, axis=1), lambda x: None if np.isnan(x) else x
    return [
        {
            "name": row["chip"],
            "score": points,
            "consumer": row["use"] == "consumer",
            "density": known(points / row["die_area_mm2"]),
            "links": known(row["links_gb_per_s"]),
            "bandwidth": row["memory_bandwidth_gb_per_s"],
        }
        for row, points in zip(table, score, strict=True)
        if row["origin"] != "Chinese" and row["maker"] not in ("Google", "Amazon")
    ]


@pytest.mark.parametrize(
    ("year", "test", "score", "second"),
    [(2022, "links", 4800, 600), (2023, "density", 4800, 3.2), (2026, "bandwidth", 21000, 6500)],
)
def test_a_preset_lists_the_real_chips_as_the_table_has_them(rule_maker, year, test, score, second):
    preset(rule_maker, f"rule_{year}").click()
    listed = {
        name: rule_maker.locator(f"[data-shows={name}]").inner_text()
        for name in ("below", "caught", "unknown")
    }
    chips = real_chips()
    for name, verdict in (("below", False), ("caught", True), ("unknown", None)):
        wanted = [
            chip["name"]
            for chip, found in zip(chips, verdicts(test, chips, score, second), strict=True)
            if found is verdict
        ]
        assert listed[name] == (", ".join(wanted) or "none")
    counts = [len(text.split(", ")) if text != "none" else 0 for text in listed.values()]
    assert sum(counts) == len(chips)
    assert words(rule_maker).startswith(f"{counts[0]} of {len(chips)} chips stay below")


# ---- the shadow of the future

# the sliders' own steps, so that the borders between games, where payoffs tie, are tried too
temptations, fears = (
    st.integers(-30, 40).map(lambda step: step / 20),
    st.integers(-30, 30).map(lambda step: step / 20),
)
shadows = st.integers(0, 95).map(lambda step: step / 100)


def game(temptation, fear):
    """What each player gets, by own act and the rival's (0 cooperate, 1 defect), with R = 1 and P =
    0.
    """
    return np.array([[1, -fear], [1 + temptation, 0]])


def equilibria(pay):
    """Pairs of acts from which nobody gains by moving alone."""
    best = pay >= pay.max(axis=0) - 1e-12
    return [(i, j) for i in (0, 1) for j in (0, 1) if best[i, j] and best[j, i]]


def least_discount(pay):
    """Least discount factor at which R for ever is no worse than T once and then the worst
    equilibrium; None if there is none.
    """
    (reward, _), (tempting, _) = pay
    if tempting <= reward:
        return 0
    punished = min(pay[pair] for pair in equilibria(pay))
    return (tempting - reward) / (tempting - punished) if punished < reward - 1e-12 else None


def test_shadow_agrees_with_numpy_at_many_settings(shadow):
    @settings(MANY, max_examples=200)
    @given(temptation=temptations, fear=fears, discount=shadows)
    def agrees(temptation, fear, discount):
        found = compute(shadow, temptation=temptation, fear=fear, shadow=discount)
        pay = game(temptation, fear)
        acts = {"CC": (0, 0), "CD": (0, 1), "DC": (1, 0), "DD": (1, 1)}
        assert found["payoffs"] == {
            name: pytest.approx([pay[i, j], pay[j, i]]) for name, (i, j) in acts.items()
        }  # fmt: skip
        assert sorted(acts[name] for name in found["equilibria"]) == equilibria(pay)
        needed = least_discount(pay)
        assert found["needed"] == (needed if needed is None else pytest.approx(needed))
        if needed is None or abs(discount - needed) > 1e-9:
            assert found["sustained"] == (needed is not None and discount > needed)
        crossing = (
            None
            if temptation * fear >= 0
            else np.interp(0, *zip(*sorted([(fear, 0), (temptation, 1)]), strict=True))
        )
        assert found["trust"] == (crossing if crossing is None else pytest.approx(crossing))
        together, in_turns = 2 * pay[0, 0], pay[0, 1] + pay[1, 0]
        assert found["best"] == (
            "either"
            if np.isclose(together, in_turns)
            else "alternate"
            if in_turns > together
            else "cooperate"
        )

    agrees()


@pytest.mark.parametrize(
    ("temptation", "fear", "name"),
    [
        (1, 0.5, "dilemma"),
        (0.5, -0.25, "chicken"),
        (-0.25, 0.75, "stag hunt"),
        (-0.5, -0.5, "harmony"),
        (0, 0.5, "border"),
    ],
)
def test_two_signs_name_the_game(shadow, temptation, fear, name):
    assert compute(shadow, temptation=temptation, fear=fear, shadow=0.3)["game"] == name


def test_grim_trigger_holds_from_the_factor_that_is_named(shadow):
    """Sums over many rounds, on both sides of the factor."""
    rounds = np.arange(20_000)
    for temptation, fear in ((1, 0.5), (0.5, -0.25), (2, 1), (0.3, -0.8)):
        pay = game(temptation, fear)
        punished = min(pay[pair] for pair in equilibria(pay))
        needed = compute(shadow, temptation=temptation, fear=fear, shadow=0.3)["needed"]
        for discount, lasts in ((needed - 0.001, False), (needed + 0.001, True)):
            weights = discount**rounds
            assert (weights.sum() * pay[0, 0] >= pay[1, 0] + weights[1:].sum() * punished) == lasts


def test_the_coloured_part_of_the_map_is_where_cooperation_can_last(shadow):
    rng = np.random.default_rng(4)
    for discount in (0, 0.3, 0.5, 0.6, 0.9):
        move(shadow, "shadow", discount)
        points = shadow.locator("polygon").get_attribute("points")
        corners = np.array([point.split(",") for point in points.split()], float) * [
            3.5 / 100,
            -3 / 230,
        ] + [-1.5, 1.5]
        tried = rng.uniform([-1.49, -1.49], [1.99, 1.49], (400, 2))
        inside = Path(corners).contains_points(tried)
        edge = Path(corners).contains_points(tried, radius=0.02) != Path(corners).contains_points(
            tried, radius=-0.02
        )
        lasts = [
            needed is not None and discount >= needed
            for needed in (least_discount(game(*point)) for point in tried)
        ]
        assert np.array_equal(inside[~edge], np.array(lasts)[~edge])
        assert edge.mean() < 0.2


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("dilemma", "a prisoner's dilemma"),
        ("chicken", "chicken"),
        ("stag", "a stag hunt"),
        ("harmony", "harmony"),
    ],
)
def test_a_preset_is_pressed_named_and_marked_in_the_table(shadow, name, says):
    preset(shadow, name).click()
    assert pressed(shadow) == [name]
    assert words(shadow).startswith(f"This is {says}.")
    setting = {
        key: float(shadow.locator(f"[name={key}]").input_value()) for key in ("temptation", "fear")
    }
    marked = [
        cell
        for cell in ("CC", "CD", "DC", "DD")
        if "●" in shadow.locator(f"[data-shows={cell}]").inner_text()
    ]
    assert marked == ["CD"[i] + "CD"[j] for i, j in equilibria(game(**setting))]


@pytest.mark.parametrize(
    "temptation", [0.35, 0.5, 1]
)  # a third is needed at 0.5, which no step of the slider meets
def test_the_words_agree_with_themselves_at_every_step_of_the_slider(shadow, temptation):
    preset(shadow, "dilemma").click()
    move(shadow, "temptation", temptation)
    for discount in np.arange(96) / 100:
        said = move(shadow, "shadow", discount)
        assert ("so it can." in said) == (
            discount >= float(said.split("discount factor of ")[1].split(";")[0])
        )


def test_the_prediction_is_about_the_game_whatever_the_future(shadow):
    preset(shadow, "dilemma").click()
    shadow.locator("[name=prediction]").fill("0.4")
    shadow.locator("[name=keep]").click()
    for name, value, shown in (("shadow", 0.2, True), ("fear", 0.2, False), ("fear", 0.5, True)):
        move(shadow, name, value)
        assert pressed(shadow) == []
        assert ("You predicted 0.4" in words(shadow)) == shown
