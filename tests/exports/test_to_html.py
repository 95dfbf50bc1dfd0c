"""The handout, judged by a browser: it opens without an error, runs nothing, prints on A4 with its key apart."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from quizgen.exports import VARIANTS, Options, get_format, to_html
from quizgen.exports.exercises import searches
from quizgen.exports.handout import make_versions
from quizgen.exports.pages import css_string
from quizgen.exports.sheet import Sheet, choose_for_sheet, shared_context
from quizgen.exports.to_study import GROUPS
from quizgen.langs import LanguagePack, find_packs
from quizgen.model import FORMS, GAP, Deck
from quizgen.resources import find_templates
from tests.conftest import CONTEXT, NASTY, ROWS, SENTENCES, make_deck
from tests.exports.printed import make_long_deck
from tests.exports.test_exercises import DATED, FUNCTIONS, SENDINGS, deck_of
from tests.exports.test_handout import read_html


def render(deck: Deck, pack: LanguagePack) -> str:
    return to_html.export(deck, pack, Options()).decode()


def show(page: Page, deck: Deck, pack: LanguagePack, tmp_path: Path) -> Page:
    (tmp_path / "quiz.html").write_text(render(deck, pack), encoding="utf-8")
    page.goto((tmp_path / "quiz.html").as_uri())
    return page


def print_pages(page: Page, tmp_path: Path) -> list[str]:
    """The text of every printed page, spaces and line ends made single spaces."""
    page.pdf(path=str(tmp_path / "quiz.pdf"), prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-layout", str(tmp_path / "quiz.pdf"), "-"], capture_output=True, text=True, check=True)
    return [" ".join(text.split()) for text in done.stdout.split("\f")[:-1]]


def many(number: int) -> Deck:
    """A deck of `number` questions of all lengths; the first and last word of each are its own."""
    filler = "qui vogue sur le grand lac d’Auvine sous les yeux des riverains "
    rows = []
    for n in range(number):
        form = "cloze" if n % 3 == 2 else "open"
        middle = filler * (1 + n * 7 % 5) + (GAP if form == "cloze" else "")
        rows.append((n % 4, form, "qui", f"Debut{n}x {middle} fin{n}x\u202f?", f"Reponse{n}x"))
    deck = make_deck(rows)
    return replace(deck, cards=tuple(replace(card, fact=f"f{n}") for n, card in enumerate(deck.cards)))


def test_opens_without_error(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """No error, no warning, no request; language, title and every question are there."""
    show(page, deck, french, tmp_path)
    assert page.trouble == []  # type: ignore[attr-defined]
    assert page.title() == deck.title
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator(".q").count() == len(deck.cards) == page.locator(".key tr").count()


def test_nothing_runs(page: Page, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """No text of an article becomes an element, a style or a script; each is read as it was written."""
    for form, start in product(("open", "cloze"), range(0, len(NASTY), 7)):  # so few that none is left out
        cards = tuple(c for c in nasty_deck.cards if c.form == form)[start : start + 7]
        show(page, replace(nasty_deck, cards=cards), french, tmp_path)
        assert page.trouble == []  # type: ignore[attr-defined]
        assert page.title() == nasty_deck.title.strip()
        assert page.locator("img, iframe, object, link, form, input, a, [onclick], [onerror]").count() == 0
        assert page.locator("style").count() == page.locator("script").count() == 1
        answers = page.locator(".ans .text").evaluate_all("cells => cells.map(cell => cell.textContent)")
        assert sorted(answers) == sorted(card.answer for card in cards) and set(answers) <= set(NASTY.values())


def test_nothing_overflows(page: Page, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """On a telephone, a desk and paper no word sticks out sideways, however long."""
    show(page, nasty_deck, french, tmp_path)
    for width in (320, 390, 1280, 794):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 794


WRITERS = {name: get_format(name) for name in ("html", "cards-html", "study")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", WRITERS)
def test_accessible(page: Page, french: LanguagePack, tmp_path: Path, name: str, scheme: Literal["light", "dark"]) -> None:
    """axe-core finds nothing to mend on any page, on a desk and a telephone, light and dark, with exercises, school and logo."""
    deck = deck_of((*FUNCTIONS, *SENDINGS, *DATED), plain=2)
    whole = replace(deck, cards=(*make_long_deck(12).cards, *deck.cards))
    for variant in VARIANTS:
        options = Options(
            versions=2, variant=variant, school="Lycée du Lac", logo="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
        )
        (tmp_path / "quiz.html").write_bytes(WRITERS[name].export(whole, french, options))
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto((tmp_path / "quiz.html").as_uri())
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", WRITERS)
def test_dark_is_dark(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path, name: str) -> None:
    """At night the page is dark on the screen, and black on white on paper."""
    (tmp_path / "quiz.html").write_bytes(WRITERS[name].export(deck, french, Options()))
    page.emulate_media(color_scheme="dark")
    page.goto((tmp_path / "quiz.html").as_uri())
    colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    assert page.evaluate(colours) == ["rgb(22, 24, 29)", "rgb(232, 234, 240)"]
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(22, 24, 29)"]


@pytest.mark.parametrize("name", WRITERS)
def test_is_html(deck: Deck, nasty_deck: Deck, french: LanguagePack, name: str) -> None:
    """A strict parser finds no error, whatever stands in the deck."""
    for texts in (deck, nasty_deck):
        assert read_html(WRITERS[name].export(texts, french, Options(versions=2, school="<b>", columns=2))) is not None


def test_works_by_keyboard(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Tab leads to the print button and to each hidden answer; Enter shows it."""
    show(page, deck, french, tmp_path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Imprimer"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    assert page.locator("details[open] p").inner_text() == "le maire de Corvelle"


def test_print_button(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The button prints; it is not on paper."""
    show(page, deck, french, tmp_path)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Imprimer").click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert not page.locator("button").is_visible() and not page.locator("summary").first.is_visible()


@pytest.mark.parametrize("name", WRITERS)
def test_without_script(browser: Browser, deck: Deck, french: LanguagePack, tmp_path: Path, name: str) -> None:
    """Without script everything is there but the print button."""
    (tmp_path / "quiz.html").write_bytes(WRITERS[name].export(deck, french, Options()))
    page = browser.new_page(java_script_enabled=False)
    page.goto((tmp_path / "quiz.html").as_uri())
    text = " ".join(page.locator("body").inner_text().split())
    assert not page.locator("button").is_visible()
    assert all(card.code.split("·")[0] in text for card in deck.cards)
    page.close()


def test_own_script_is_allowed(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A user's own script runs, since its hash is that of his text."""
    (tmp_path / "handout").mkdir()
    (tmp_path / "handout/page.js").write_text("document.title = 'à moi'")
    (tmp_path / "quiz.html").write_bytes(to_html.export(deck, french, Options(templates=tmp_path)))
    page.goto((tmp_path / "quiz.html").as_uri())
    assert page.title() == "à moi" and page.trouble == []  # type: ignore[attr-defined]


def test_school_and_logo(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The school's name is text, its logo a picture in the file."""
    options = Options(school="Lycée <b>du Lac</b>", logo="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
    (tmp_path / "quiz.html").write_bytes(to_html.export(deck, french, options))
    page.goto((tmp_path / "quiz.html").as_uri())
    assert page.locator(".school").inner_text().strip() == "Lycée <b>du Lac</b>" and page.trouble == []  # type: ignore[attr-defined]
    assert page.locator(".school img").evaluate("picture => picture.naturalWidth") == 1


def test_no_word_of_french_in_the_templates() -> None:
    """Every word that is printed comes from the language pack: the templates hold none."""
    for path in find_templates().rglob("*.html"):
        if path.parent.name != "anki":
            text = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style.*?</style>|<[^>]*>", " ", path.read_text("utf-8"))
            assert not re.search(r"[^\W\d_]{2,}", re.sub(r"@page.*|content: .*", "", text)), path


def test_every_pack_has_the_words(french: LanguagePack) -> None:
    """A language has a word for every label that the templates print, for every section, topic and group of facts."""
    written = " ".join(path.read_text("utf-8") for path in find_templates().rglob("*.html"))
    needed = set(re.findall(r"labels\.(\w+)", written))
    needed |= {f"{part}_{form}" for part in ("section", "hint") for form in FORMS}
    topics = {(form, topic) for form, topic, _ in searches(french)}
    needed |= {f"{part}_{form}_{topic}" for part in ("section", "hint") for form, topic in topics}
    needed |= {f"type_{group[0]}" for group in GROUPS}
    for pack in find_packs().values():
        assert needed - set(pack.labels) == set(), pack.code


def test_is_self_contained(deck: Deck, french: LanguagePack) -> None:
    """One file: nothing is loaded from anywhere, and the page forbids it."""
    html = render(deck, french)
    assert not re.search(r"(src|href)\s*=|url\(|@import|<script .|<link", html)
    assert "default-src 'none'" in html
    assert html.count("journal.example") == 1  # the source line, as text


def test_prints_questions_then_key(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A short quiz is one page of questions and one of key; every question, answer and code is on its page."""
    show(page, deck, french, tmp_path)
    sheet, key = print_pages(page, tmp_path)
    for card in deck.cards:
        start = " ".join(card.question.split(GAP)[0].split())
        assert start in sheet and card.code in sheet and card.code in key
        assert " ".join(card.answer.split()).split()[0] in key
        assert card.quote.split(",")[0][:30] in key
    for word in ("Nom", "Prénom", "Classe", "Date", "Note : ______ / 6", "6 questions", "D’après un article de mars 2019", "Fin du questionnaire"):
        assert word in sheet
    assert "Corrigé" in key and "Corrigé" not in sheet and "CC BY 4.0" in key
    assert "page 1 / 2" in sheet and "page 2 / 2" in key and deck.title in key


def test_no_question_is_split(page: Page, french: LanguagePack, tmp_path: Path) -> None:
    """Over several pages each question is whole on one; the key starts a page, and no row of it is split."""
    show(page, many(20), french, tmp_path)
    pages = print_pages(page, tmp_path)
    first_key = next(n for n, text in enumerate(pages) if "Corrigé" in text)
    assert pages[first_key].startswith("Corrigé")
    assert first_key >= 2
    for n in range(20):
        (whole,) = [k for k, text in enumerate(pages) if f"Debut{n}x" in text]
        assert f"fin{n}x" in pages[whole] and whole < first_key
        assert next(k for k, text in enumerate(pages) if f"Reponse{n}x" in text) >= first_key
    assert "Fin du questionnaire" in pages[first_key - 1] and re.search(r"Debut\d+x", pages[first_key - 1])


def test_heading_is_not_left_alone(page: Page, french: LanguagePack, tmp_path: Path) -> None:
    """A section's heading stays with its first question, wherever the page ends."""
    for number in (8, 11, 14, 17):
        show(page, many(number), french, tmp_path)
        pages = print_pages(page, tmp_path)
        (where,) = [text for text in pages if "Texte à trous" in text and "Corrigé" not in text]
        assert re.search(r"Texte à trous.*Debut\d+x", where)


def test_prints_on_a4(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The page is A4."""
    print_pages(show(page, deck, french, tmp_path), tmp_path)
    done = subprocess.run(["pdfinfo", str(tmp_path / "quiz.pdf")], capture_output=True, text=True, check=True)
    assert "A4" in done.stdout


def test_one_context_is_shown_once(deck: Deck, french: LanguagePack) -> None:
    """A context that all cards share stands in the header alone."""
    html = render(deck, french)
    assert html.count(CONTEXT) == 1 and 'class="ctx"' not in html


def test_heading_without_title(deck: Deck, french: LanguagePack) -> None:
    """Without a title the shared context is the heading, and is not repeated; without both, the date; without all, the slug."""
    untitled = replace(deck, title="")
    assert f">{CONTEXT}</h1>" in render(untitled, french) and render(untitled, french).count(CONTEXT) == 3  # and <title>, and the key
    bare = replace(untitled, cards=tuple(replace(c, context="") for c in deck.cards))
    assert ">D’après un article de mars 2019</h1>" in render(bare, french)
    assert ">lac-auvine</h1>" in render(replace(bare, date=""), french)


def contexts_of(deck: Deck, pack: LanguagePack) -> tuple[str, list[bool]]:
    shared = shared_context(deck.cards, pack)
    (version,) = make_versions(Sheet(cards=deck.cards, exercises=(), shared=shared), Options())
    return shared, [bool(question.context) for question in version.questions]


def test_other_contexts_are_shown_at_their_questions(deck: Deck, french: LanguagePack) -> None:
    """The context of most cards stands above all; a card with another one prints it."""
    cards = (replace(deck.cards[0], context="Visite à Brume"), *deck.cards[1:])
    shared, shown = contexts_of(replace(deck, cards=cards), french)
    assert shared == CONTEXT and shown == [True] + [False] * 5


def test_context_that_tells_an_answer_is_not_shared(deck: Deck, french: LanguagePack) -> None:
    """The header never gives away the answer of a card that had to have another context."""
    answer = replace(deck.cards[3], answer="le lac d’Auvine", context="Envoi de péniches, mars 2019")
    cards = (*deck.cards[:3], answer, *deck.cards[4:])
    shared, shown = contexts_of(replace(deck, cards=cards), french)
    assert shared == "" and sum(shown) == 3  # once per section, and at the change


def test_sheet_takes_the_best_of_each_fact(deck: Deck) -> None:
    """The sheet is in reading order, has the best card of every fact before a second one, and no more than asked."""
    two = tuple(replace(c, score=s) for c, s in zip(deck.cards, (0.5, 0.9, 0.4, 0.3, 0.2, 0.1), strict=True))
    assert choose_for_sheet(two, 4) == (two[1], two[2], two[4], two[5])
    assert len(choose_for_sheet(two, 5)) == 5 and choose_for_sheet(two, 99) == tuple(sorted(two, key=lambda c: (c.span.start, -c.score)))


def test_sheet_avoids_cards_that_answer_each_other() -> None:
    """« Qui X a-t-il reçu ? » gives away « Qui a reçu Y ? »: the second comes last."""
    rows = (
        (0, "open", "qui", "Qui la ministre a-t-elle reçu\u202f?", "le maire de Corvelle"),
        (0, "open", "qui", "Qui a reçu le maire de Corvelle\u202f?", "la ministre"),
        (0, "open", "lieu", "Où se sont-ils vus\u202f?", "au palais des Étangs"),
    )
    cards = make_deck(rows).cards
    assert choose_for_sheet(cards, 2) == (cards[0], cards[2])
    assert len(choose_for_sheet(cards, 3)) == 3


def test_sheet_leaves_out_what_another_question_tells() -> None:
    """Once there are enough questions, one that another gives away is left out: of the same fact, its options counted, or of another."""
    plain = make_deck([(n % 4, "open", "qui", f"Question{n}x\u202f?", f"Reponse{n}x") for n in range(8)]).cards
    plain = tuple(replace(card, fact=f"f{n}") for n, card in enumerate(plain))
    twin = replace(plain[0], id="twin", form="choice", question="Autrement\u202f?", options=("Reponse0x", "b", "c", "d"), score=0.1)
    echo = replace(plain[0], id="echo", fact="g", question="Qui a dit que le lac monte vers Brume\u202f?", answer="le maire", score=0.2)
    told = replace(plain[0], id="told", fact="h", question="Vers où le lac monte-t-il\u202f?", answer="vers Brume", score=0.1)
    chosen = choose_for_sheet((*plain, twin, echo, told), 20)
    assert {c.id for c in chosen} == {c.id for c in (*plain, echo)}
    assert told in choose_for_sheet((echo, told), 20)


def test_choices_have_letters(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Options are printed with their letters and boxes, on one page with their question."""
    card = replace(deck.cards[0], form="choice", options=("le maire de Corvelle", "le préfet", "le batelier", "le juge"))
    show(page, replace(deck, cards=(card,)), french, tmp_path)
    assert page.locator(".opt b").all_inner_texts() == ["A", "B", "C", "D"]
    shown = [text[2:] for text in page.locator(".opt").all_inner_texts()]
    assert sorted(shown) == sorted(card.options)
    assert "Choix multiple" in page.locator("h2").first.inner_text()


def test_answers_are_marked_in_the_key(page: Page, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The key quotes the sentence with the answer marked."""
    show(page, deck, french, tmp_path)
    marks = page.locator(".key mark").all_inner_texts()
    assert "le maire de Corvelle" in marks and "douze" in marks and "quelque 4 000" in marks
    assert page.locator(".key q").first.inner_text() == SENTENCES[ROWS[0][0]]


def test_own_template(deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A user's handout takes the place of ours."""
    (tmp_path / "handout").mkdir()
    (tmp_path / "handout/handout.html").write_text("{{ heading }}|{{ total }}")
    assert to_html.export(deck, french, Options(templates=tmp_path)) == f"{deck.title}|6".encode()


@given(st.text())
def test_css_string(text: str) -> None:
    """A CSS string holds nothing but letters, digits and escapes, so it can close neither itself nor the style."""
    quoted = str(css_string(text))
    assert re.fullmatch(r'"([A-Za-z0-9]|\\[0-9a-f]{6})*"', quoted)
    read: Any = re.sub(r"\\([0-9a-f]{6})", lambda m: chr(int(m.group(1), 16)), quoted[1:-1])
    assert read == text


def test_the_title_tells_no_answer(deck: Deck, french: LanguagePack) -> None:
    """A card whose answer stands in the title at the head of the sheet is not asked on it."""
    card = deck.cards[0]
    page = to_html.export(replace(deck, title=f"Le discours de {card.answer}"), french, Options()).decode()
    assert card.code not in page and deck.cards[1].code in page
