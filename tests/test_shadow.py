"""The explorer of chapter 4 in a real browser: its own script against numpy, at many settings."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.path import Path

COMPUTE = "([settings]) => document.querySelector('.course-explorer').compute(settings)"
MANY = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
# the sliders' own steps, so that the borders between games, where payoffs tie, are tried too
temptations, fears = (
    st.integers(-30, 40).map(lambda step: step / 20),
    st.integers(-30, 30).map(lambda step: step / 20),
)
shadows = st.integers(0, 95).map(lambda step: step / 100)


@pytest.fixture
def shadow(page, address):
    page.goto(f"{address}/book/converging_interests/games.html")
    assert page.locator(".course-explorer").count() == 1
    return page.locator(".course-explorer")


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


def test_it_agrees_with_numpy_at_many_settings(shadow):
    @MANY
    @given(temptation=temptations, fear=fears, discount=shadows)
    def agrees(temptation, fear, discount):
        found = shadow.page.evaluate(
            COMPUTE, [{"temptation": temptation, "fear": fear, "shadow": discount}]
        )
        pay = game(temptation, fear)
        acts = {"CC": (0, 0), "CD": (0, 1), "DC": (1, 0), "DD": (1, 1)}
        assert {name: pair for name, pair in found["payoffs"].items()} == {
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
            else np.interp(0, *zip(*sorted([(fear, 0), (temptation, 1)])))
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
    assert (
        shadow.page.evaluate(COMPUTE, [{"temptation": temptation, "fear": fear, "shadow": 0.3}])[
            "game"
        ]
        == name
    )


def test_grim_trigger_holds_from_the_factor_that_is_named(shadow):
    """Sums over many rounds, on both sides of the factor."""
    rounds = np.arange(20_000)
    for temptation, fear in ((1, 0.5), (0.5, -0.25), (2, 1), (0.3, -0.8)):
        pay = game(temptation, fear)
        punished = min(pay[pair] for pair in equilibria(pay))
        needed = shadow.page.evaluate(
            COMPUTE, [{"temptation": temptation, "fear": fear, "shadow": 0.3}]
        )["needed"]
        for discount, lasts in ((needed - 0.001, False), (needed + 0.001, True)):
            weights = discount**rounds
            assert (weights.sum() * pay[0, 0] >= pay[1, 0] + weights[1:].sum() * punished) == lasts


def test_the_coloured_part_of_the_map_is_where_cooperation_can_last(shadow):
    rng = np.random.default_rng(4)
    for discount in (0, 0.3, 0.5, 0.6, 0.9):
        shadow.locator("[name=shadow]").evaluate(
            "(e, v) => { e.value = v; e.dispatchEvent(new Event('input')); }", discount
        )
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
    ("preset", "says"),
    [
        ("dilemma", "a prisoner's dilemma"),
        ("chicken", "chicken"),
        ("stag", "a stag hunt"),
        ("harmony", "harmony"),
    ],
)
def test_a_preset_is_pressed_named_and_marked_in_the_table(shadow, preset, says):
    button = shadow.locator(f"[data-preset={preset}]")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert shadow.locator("[role=status]").inner_text().startswith(f"This is {says}.")
    setting = {
        name: float(shadow.locator(f"[name={name}]").input_value())
        for name in ("temptation", "fear")
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
    shadow.locator("[data-preset=dilemma]").click()
    move = "(e, v) => { e.value = v; e.dispatchEvent(new Event('input')); }"
    shadow.locator("[name=temptation]").evaluate(move, temptation)
    for discount in np.arange(96) / 100:
        shadow.locator("[name=shadow]").evaluate(move, discount)
        words = shadow.locator("[role=status]").inner_text()
        assert ("so it can." in words) == (
            discount >= float(words.split("discount factor of ")[1].split(";")[0])
        )


def test_every_control_has_a_label(shadow):
    assert shadow.locator("label input").count() == shadow.locator("input").count() == 4


def test_a_slider_moved_by_keyboard_changes_the_words(shadow):
    before = shadow.locator("[role=status]").inner_text()
    shadow.locator("[name=temptation]").focus()
    for _ in range(30):
        shadow.page.keyboard.press("ArrowRight")
    assert shadow.locator("[role=status]").inner_text() != before
    assert shadow.locator("[aria-pressed=true]").count() == 0


def test_the_prediction_is_asked_for_kept_and_shown_at_its_preset_only(shadow):
    shadow.locator("[name=keep]").click()
    assert shadow.locator("[role=status]").inner_text().startswith("Type a number")
    shadow.locator("[name=prediction]").fill("0.4")
    shadow.locator("[name=prediction]").press("Enter")
    assert shadow.locator("[role=status]").inner_text().startswith("Kept.")
    for button in shadow.locator("[data-preset]").all():
        button.click()
        shown = "You predicted 0.4" in shadow.locator("[role=status]").inner_text()
        assert shown == (button.get_attribute("data-predicted") is not None)


@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_phone(shadow, width):
    shadow.page.set_viewport_size({"width": width, "height": 700})
    box = shadow.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
