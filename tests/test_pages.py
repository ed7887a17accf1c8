"""The pages in a real browser: quiz and guess, by mouse, by keyboard and on a phone."""

import numpy as np
import pytest
import yaml
from conftest import ROOT, fresh_tab

from course import figures, quiz

READINGS = sorted(
    path.relative_to(ROOT).with_suffix(".html") for path in (ROOT / "book").glob("*/*.md")
)
QUIZZES = sorted((ROOT / "book").glob("*/*.quiz.yml"))


@pytest.fixture(scope="module")
def tab(browser, address):
    with fresh_tab(browser, address) as tab:
        yield tab


@pytest.fixture(scope="module", params=READINGS, ids=str)
def reading(request, tab, address):
    """Each page, loaded once for all that is looked at."""
    tab.refused.clear()
    tab.errors.clear()
    tab.goto(f"{address}/{request.param}")
    tab.wait_for_load_state("networkidle")
    return tab


@pytest.fixture
def price_page(page, address):
    page.goto(f"{address}/book/cost_curves/token_price.html")
    return page


def test_a_page_asks_no_other_host(reading):
    assert reading.refused == []


def test_a_page_has_no_script_error(reading):
    assert reading.errors == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_page_does_not_scroll_sideways_on_a_phone(reading, width):
    reading.set_viewport_size({"width": width, "height": 800})
    assert reading.evaluate("document.documentElement.scrollWidth") <= width


def test_formulas_are_typeset_without_a_network(price_page):
    price_page.wait_for_selector("mjx-container")
    assert price_page.locator("mjx-container").count() > 0


def test_figures_keep_their_hue_and_lose_their_white_in_the_dark_theme(price_page):
    price_page.evaluate("document.documentElement.dataset.theme = 'dark'")
    image = price_page.locator(".course-figure img").first
    assert "invert(1)" in image.evaluate("e => getComputedStyle(e).filter")
    assert image.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"


# ---- the guess


def guess_box(page):
    return page.locator(".course-quiz.guess").first


@pytest.mark.parametrize(("factor", "kind"), [(1.0, "close"), (0.5, "low"), (2.0, "high")])
def test_guess_is_answered_by_how_it_missed(price_page, factor, kind):
    box = guess_box(price_page)
    answer = float(box.get_attribute("data-answer"))
    box.locator("input").fill(str(round(answer * factor, 3)))
    box.locator("input").press("Enter")
    assert box.locator("output").inner_text() == box.locator(f"template.{kind}").evaluate(
        "e => e.content.textContent"
    )


def test_guess_is_kept_when_the_page_is_loaded_again(price_page):
    guess_box(price_page).locator("input").fill("7")
    guess_box(price_page).locator("button").click()
    price_page.reload()
    assert guess_box(price_page).locator("input").input_value() == "7"


def test_an_empty_guess_is_asked_for(price_page):
    guess_box(price_page).locator("button").click()
    assert guess_box(price_page).locator("output").inner_text() == "Type a number first."


# ---- the quiz


@pytest.mark.parametrize("path", QUIZZES, ids=lambda p: p.name)
def test_every_option_has_its_reason_and_one_is_right(path):
    for question in yaml.safe_load(path.read_text(encoding="utf-8")):
        if "options" in question:
            assert len(question["options"]) >= 3
            assert sum(bool(option.get("correct")) for option in question["options"]) == 1
            assert all(len(option["why"].split()) >= 5 for option in question["options"])
        else:
            assert 0 < question["tolerance"] <= 0.1
            assert len(question["wrong"].split()) >= 5 and question["right"] and question["unit"]


def test_the_chapter_asks_at_least_six_questions():
    for chapter in {path.parent for path in QUIZZES}:
        assert (
            sum(
                len(yaml.safe_load(p.read_text(encoding="utf-8")))
                for p in chapter.glob("*.quiz.yml")
            )
            >= 6
        )


def choice(page):
    return (
        page.locator(".course-quiz:not(.guess)").filter(has=page.locator("input[type=radio]")).first
    )


def test_a_chosen_option_shows_its_own_reason_and_says_it(price_page):
    box = choice(price_page)
    option = box.locator(".option").nth(1)
    option.locator("label").click()
    assert option.locator(".why").is_visible()
    assert box.locator(".option").nth(0).locator(".why").is_hidden()
    assert box.locator("output").text_content() == option.locator(".why").text_content()
    assert box.locator("output").get_attribute("aria-live") == "polite"


def test_the_quiz_works_by_keyboard(price_page):
    box = choice(price_page)
    box.locator("input").first.focus()
    price_page.keyboard.press("Space")
    price_page.keyboard.press("ArrowDown")
    assert box.locator("input").nth(1).is_checked()
    assert box.locator(".option").nth(1).locator(".why").is_visible()


def test_the_reasons_show_where_scripts_are_off(browser, address):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/book/cost_curves/token_price.html")
    choice(tab).locator("input").first.check()
    assert choice(tab).locator(".why").first.is_visible()
    context.close()


def test_a_question_is_one_fieldset_with_a_legend(price_page):
    boxes = price_page.locator(".course-quiz")
    assert boxes.evaluate_all(
        "boxes => boxes.every(b => b.tagName === 'FIELDSET' && b.querySelector('legend'))"
    )


@pytest.mark.parametrize("right", [True, False])
def test_a_number_is_right_within_its_tolerance_only(price_page, right):
    box = (
        price_page.locator(".course-quiz:not(.guess)")
        .filter(has=price_page.locator("[data-answer]"))
        .first
    )
    field = box.locator("input")
    answer, tolerance = (
        float(field.get_attribute("data-answer")),
        float(field.get_attribute("data-tolerance")),
    )
    field.fill(repr(answer * (1 + tolerance * (0.5 if right else 2))))
    box.locator("button").click()
    assert box.locator("output").inner_text().startswith("Right." if right else "Not yet.")


def test_quiz_texts_take_numbers_from_the_page(tmp_path):
    (tmp_path / "q.quiz.yml").write_text(
        "- {question: 'How many?', answer: half, tolerance: 0.01, unit: USD, right: 'It is "
        "{half:.1f}.', wrong: 'Halve {whole}.'}"
    )
    shown = quiz.show(tmp_path / "q.quiz.yml", half=2.5, whole=5).data
    assert 'data-answer="2.5"' in shown and "It is 2.5." in shown and "Halve 5." in shown


def test_buttons_and_radios_are_large_enough_to_touch(price_page):
    sizes = price_page.locator(
        ".course-quiz button, .course-explorer button, .course-quiz .option label"
    ).evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert sizes and min(sizes) >= 24


# ---- figures


def test_a_figure_without_a_described_alternative_is_refused():
    fig, _ = figures.plt.subplots()
    with pytest.raises(ValueError, match="40 characters"):
        figures.show(fig, title="t", caption="c", alt="short")


def test_a_figure_is_the_same_bytes_twice():
    def draw():
        fig, ax = figures.plt.subplots()
        ax.plot([1, 2], [3, 4])
        return figures.show(
            fig,
            title="Two points",
            caption="c",
            alt="A line that rises from 3 to 4 between the years 1 and 2.",
        ).data

    assert draw() == draw()


def test_a_figures_words_are_escaped():
    fig, _ = figures.plt.subplots()
    assert (
        "<script>"
        not in figures.show(fig, title="<script>", caption="c", alt='"<script>" ' + "a" * 40).data
    )


@pytest.mark.parametrize("colour", sorted(set(figures.COLOURS.values())))
def test_every_colour_stands_out_from_white_and_when_inverted_from_black(colour):
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    assert 1.05 / (luminance + 0.05) >= 3  # WCAG 2.2, 1.4.11: graphics need 3 to 1


def test_log_axis_labels_are_plain_numbers():
    fig, ax = figures.plt.subplots()
    ax.plot([1, 1000])
    figures.log_axis(ax.yaxis)
    assert (
        ax.yaxis.get_major_formatter()(1000, 0) == "1,000"
        and ax.yaxis.get_major_formatter()(0.1, 0) == "0.1"
    )
    figures.plt.close(fig)
