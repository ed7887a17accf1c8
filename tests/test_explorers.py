"""The explorers of chapters 2 and 3 in a real browser: their own scripts against numpy, at many
settings.
"""

import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import tables

PAGES = {"backfire": "jevons_effects/rebound", "rule_maker": "export_controls/what_is_controlled"}
COMPUTE = "([settings]) => document.querySelector('.course-explorer').compute(settings)"
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def backfire(page, address):
    page.goto(f"{address}/book/{PAGES['backfire']}.html")
    return page


@pytest.fixture
def rule_maker(page, address):
    page.goto(f"{address}/book/{PAGES['rule_maker']}.html")
    return page


@pytest.fixture(params=sorted(PAGES))
def explorer(request, page, address):
    page.goto(f"{address}/book/{PAGES[request.param]}.html")
    assert page.locator(".course-explorer").count() == 1
    return page.locator(".course-explorer")


# ---- rebound and backfire


def test_backfire_agrees_with_numpy_at_many_settings(backfire):
    """The price falls by k^-phi, demand has a constant elasticity, and a unit of service takes 1/k
    of the resource.
    """

    @MANY
    @given(k=st.floats(1.01, 50), phi=st.floats(0.05, 1), epsilon=st.floats(0, 4))
    def agrees(k, phi, epsilon):
        found = backfire.evaluate(COMPUTE, [{"k": k, "phi": phi, "epsilon": epsilon}])
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
    at = lambda epsilon: backfire.evaluate(COMPUTE, [{"k": 5, "phi": phi, "epsilon": epsilon}])
    threshold = at(1)["threshold"]
    assert at(threshold - 0.01)["resource"] < 1 < at(threshold + 0.01)["resource"]
    assert at(threshold)["rebound"] == pytest.approx(1)


# ---- the rule maker


def caught(test, chips, score, second, missing):
    """Which chips a rule catches if every measure that is not known has the value `missing`."""
    filled = lambda name: np.array(
        [missing if chip[name] is None else chip[name] for chip in chips], float
    )
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
    return [bool(a) if a == b else None for a, b in zip(least, most)]


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
        found = rule_maker.evaluate(
            COMPUTE, [{"chips": chips, "test": test, "score": score, "second": second, "area": 814}]
        )
        assert found["verdicts"] == verdicts(test, chips, score, second)
        assert not exact or found["verdicts"][0]

    agrees()


@pytest.mark.parametrize("test", ["density", "bandwidth"])
def test_rule_makers_room_is_the_highest_score_let_through(rule_maker, test):
    @settings(MANY, max_examples=40)
    @given(score=st.floats(1500, 60_000), second=st.floats(1, 30), area=st.floats(100, 1700))
    def agrees(score, second, area):
        found = rule_maker.evaluate(
            COMPUTE, [{"chips": [], "test": test, "score": score, "second": second, "area": area}]
        )
        assert found["room"] == pytest.approx(room(test, score, second, area), rel=2e-3)

    agrees()


def test_a_rule_of_and_leaves_room_without_end(rule_maker):
    first_rule = {"chips": [], "test": "links", "score": 4800, "second": 600, "area": 814}
    assert rule_maker.evaluate(COMPUTE, [first_rule])["room"] == np.inf


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
        for row, points in zip(table, score)
        if row["origin"] != "Chinese" and row["maker"] not in ("Google", "Amazon")
    ]


@pytest.mark.parametrize(
    ("year", "test", "score", "second"),
    [(2022, "links", 4800, 600), (2023, "density", 4800, 3.2), (2026, "bandwidth", 21000, 6500)],
)
def test_a_preset_lists_the_real_chips_as_the_table_has_them(rule_maker, year, test, score, second):
    rule_maker.locator(f"[data-preset=rule_{year}]").click()
    listed = {
        name: rule_maker.locator(f"[data-shows={name}]").inner_text()
        for name in ("below", "caught", "unknown")
    }
    chips = real_chips()
    for name, verdict in (("below", False), ("caught", True), ("unknown", None)):
        wanted = [
            chip["name"]
            for chip, found in zip(chips, verdicts(test, chips, score, second))
            if found is verdict
        ]
        assert listed[name] == (", ".join(wanted) or "none")
    counts = [len(text.split(", ")) if text != "none" else 0 for text in listed.values()]
    assert sum(counts) == len(chips)
    said = rule_maker.locator(".course-explorer [role=status]").inner_text()
    assert said.startswith(f"{counts[0]} of {len(chips)} chips stay below")


# ---- both


def test_every_control_has_a_label(explorer):
    assert (
        explorer.locator("label input, label select").count()
        == explorer.locator("input, select").count()
    )


def test_a_slider_moved_by_keyboard_changes_the_words(explorer):
    before = explorer.locator("[role=status]").inner_text()
    explorer.locator("input[type=range]").first.focus()
    for _ in range(30):
        explorer.page.keyboard.press("ArrowRight")
    after = explorer.locator("[role=status]").inner_text()
    assert before != after and re.search(r"\d", after)
    assert explorer.locator("[aria-pressed=true]").count() == 0


def test_the_prediction_is_asked_for_kept_and_shown_at_its_preset_only(explorer):
    explorer.locator("[name=keep]").click()
    assert explorer.locator("[role=status]").inner_text().startswith("Type a number")
    explorer.locator("[name=prediction]").fill("9")
    explorer.locator("[name=prediction]").press("Enter")
    assert explorer.locator("[role=status]").inner_text().startswith("Kept.")
    for button in explorer.locator("[data-preset]").all():
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        shown = "You predicted 9" in explorer.locator("[role=status]").inner_text()
        assert shown == (button.get_attribute("data-predicted") is not None)


@pytest.mark.parametrize("width", [320, 390])
def test_explorer_fits_a_phone(explorer, width):
    explorer.page.set_viewport_size({"width": width, "height": 700})
    box = explorer.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
