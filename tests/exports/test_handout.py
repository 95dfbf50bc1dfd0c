"""Versions and keys: what is shuffled, what never is, and that a key fits its version, read from the HTML by another reader."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import html5lib
import pytest

from quizgen.exports import Options, to_html
from quizgen.exports.handout import gap_width, make_versions, writing_space
from quizgen.exports.sheet import make_sheet
from quizgen.langs import LanguagePack
from quizgen.model import GAP, Card, Deck
from tests.conftest import make_deck
from tests.exports.printed import make_long_deck


def words_of(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def find(node: Any, tag: str, css: str = "") -> list[Any]:
    return [n for n in node.iter(tag) if not css or css in (n.get("class") or "").split()]


def read_html(html: bytes) -> Any:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    return parser.parse(html, likely_encoding="utf-8")


def read_sheet(sheet: Any) -> dict[int, dict[str, Any]]:
    """Number -> code, stem and options of each question as printed."""
    read = {}
    for item in find(sheet, "li", "q"):
        options = {words_of(find(o, "b")[0]): words_of(o).split(" ", 1)[1] for o in find(item, "span", "opt") if find(o, "b")}
        stem = [words_of(n) for n in find(item, "div", "stem")]
        rights = {words_of(find(c, "b")[0]): words_of(c).split(" ", 1)[1] for c in find(item, "td", "right")}
        events = {words_of(find(c, "b")[0]): words_of(find(c, "span")[0]) for c in find(item, "li") if find(c, "i", "rank")}
        code = [words_of(n) for n in find(item, "span", "code")]
        read[int(item.get("value"))] = {"code": code, "stem": stem, "options": options | rights | events}
    return read


def read_key(key: Any) -> list[tuple[int, str, str, str, str]]:
    """(number, left, sign, text, code) of each row; « 12.3 » is the third row of question 12."""
    rows: list[tuple[int, str, str, str, str]] = []
    for row in find(key, "tr"):
        number = words_of(find(row, "th")[0])
        left, sign, text = ("".join(words_of(n) for n in find(row, "span", css)) for css in ("of-left", "sign", "text"))
        rows.append((int(number.partition(".")[0]), left.removesuffix(" →"), sign, text, words_of(find(row, "td", "code")[0])))
    return rows


def flat(text: str) -> str:
    return " ".join(text.split())


def score(sheet: Any, key: Any, deck: Deck) -> tuple[int, int]:
    """(points of a pupil who writes what the key says, points of the paper); checked against the deck alone."""
    cards = {card.code: card for card in deck.cards}
    printed = read_sheet(sheet)
    right = 0
    for number, _, sign, text, code in read_key(key):
        question, card = printed[number], cards[code]
        stem_fits = question["code"] == [code] and question["stem"] == [flat(card.question.replace(GAP, ""))]
        chosen = question["options"].get(sign, "") if card.form == "choice" else text
        right += stem_fits and chosen == flat(card.answer) == text and bool(sign) == (card.form == "choice")
    (paper,) = re.findall(r"/ (\d+)", words_of(find(sheet, "div", "score")[0]))
    return right, int(paper)


def halves(html: bytes) -> tuple[list[Any], list[Any]]:
    root = read_html(html)
    return find(root, "article", "sheet"), find(root, "section", "key")


@pytest.mark.parametrize("variant", ["standard", "large", "dyslexia"])
def test_key_fits_its_version(french: LanguagePack, variant: str) -> None:
    """For 50 seeds and four versions of each, answering from the key gives full marks."""
    deck = make_long_deck(15)
    for seed in range(50):
        sheets, keys = halves(to_html.export(deck, french, Options(seed=seed, versions=4, variant=variant)))
        assert len(sheets) == len(keys) == 4
        for sheet, key in zip(sheets, keys, strict=True):
            assert score(sheet, key, deck) == (15, 15)


def order_of(sheet: Any) -> list[str]:
    return [question["code"][0] for question in read_sheet(sheet).values()]


def test_versions_differ(french: LanguagePack) -> None:
    """The first version keeps the article's order within each form; the others do not; all ask the same, and a seed gives one order."""
    deck = make_long_deck(15)
    one, two = (halves(to_html.export(deck, french, Options(seed=seed, versions=3)))[0] for seed in (1, 2))
    orders = [order_of(sheet) for sheet in one]
    forms = {card.code: card.form for card in deck.cards}
    for form in ("open", "cloze", "choice", "true_false"):
        kept = [card.code for card in make_sheet(deck, french, 20).cards if card.form == form]
        assert [code for code in orders[0] if forms[code] == form] == kept
        assert all(sorted(o) == sorted(orders[0]) for o in orders)
        assert all([code for code in o if forms[code] == form] != kept for o in orders[1:])
    assert [order_of(sheet) for sheet in two][1:] != orders[1:]
    assert to_html.export(deck, french, Options(seed=1, versions=3)) == to_html.export(deck, french, Options(seed=1, versions=3))


def test_one_version_is_version_a(french: LanguagePack) -> None:
    """Printed alone, the quiz is version A of several, without its letter."""
    deck = make_long_deck(15)
    (alone,), _ = halves(to_html.export(deck, french, Options()))
    first, _ = halves(to_html.export(deck, french, Options(versions=2)))[0]
    assert read_sheet(alone) == read_sheet(first)
    assert "version" not in words_of(alone).lower() and "Version A" in words_of(first)


def choices(number: int, options: tuple[str, ...] = ("le préfet", "le juge", "le maire", "le batelier")) -> Deck:
    deck = make_deck([(n % 4, "open", "qui", f"Question {n}\u202f?", "le maire") for n in range(number)])
    cards = (replace(card, fact=f"f{n}", form="choice", options=options, answer=options[2], code=f"F{n}") for n, card in enumerate(deck.cards))
    return replace(deck, cards=tuple(cards))


def test_right_options_are_balanced(french: LanguagePack) -> None:
    """Every place holds the right option as often as the others, in every version, in no fixed order."""
    deck = choices(20)
    seen = set()
    for version in make_versions(make_sheet(deck, french, 20), Options(versions=3)):
        signs = [question.answers[0].sign for question in version.questions]
        assert Counter(signs) == dict.fromkeys("ABCD", 5)
        seen.add("".join(signs))
    assert len(seen) == 3 and "ABCDABCDABCDABCDABCD" not in seen


def test_a_single_choice_has_no_fixed_place(french: LanguagePack) -> None:
    """Over seeds and versions the right option of the only choice of a sheet stands at every place."""
    sheet = make_sheet(choices(1), french, 20)
    papers = (v for seed in range(20) for v in make_versions(sheet, Options(seed=seed, versions=2)))
    assert {version.questions[0].answers[0].sign for version in papers} == set("ABCD")


def test_numbers_and_dates_stay_sorted(french: LanguagePack) -> None:
    """Options that begin with digits, or that their card calls ordered, keep the order that the card gives them."""
    for deck in (choices(6, ("12", "40", "300", "4\u202f000")), ordered(choices(6, ("deux", "trois", "sept", "douze")))):
        for version in make_versions(make_sheet(deck, french, 20), Options(versions=3)):
            assert all(tuple(o.text for o in q.options) == deck.cards[0].options for q in version.questions)
            assert {q.answers[0].sign for q in version.questions} == {"C"}


def ordered(deck: Deck) -> Deck:
    """`deck` with cards whose options have an order of their own."""
    return replace(deck, cards=tuple(replace(card, ordered=True) for card in deck.cards))


def test_variant_keeps_numbers_and_letters(french: LanguagePack) -> None:
    """Large print is the same quiz; for dyslexia three options are left, under their own letters, the right one among them: one key for all."""
    deck = choices(12)
    keys = {}
    for variant in ("standard", "large", "dyslexia"):
        (sheet,), (key,) = halves(to_html.export(deck, french, Options(variant=variant)))
        keys[variant] = read_key(key)
        for question in read_sheet(sheet).values():
            assert len(question["options"]) == (3 if variant == "dyslexia" else 4)
        assert score(sheet, key, deck) == (12, 12)
    assert keys["standard"] == keys["large"] == keys["dyslexia"]


def test_dropped_option_does_not_tell(french: LanguagePack) -> None:
    """Which letter is missing says nothing of the right one: over many questions each letter goes missing beside each right one."""
    deck = choices(60)
    (sheet,), (key,) = halves(to_html.export(deck, french, Options(variant="dyslexia", handout_cards=60)))
    right = {number: sign for number, _, sign, _, _ in read_key(key)}
    pairs = {(right[n], (set("ABCD") - set(q["options"])).pop()) for n, q in read_sheet(sheet).items()}
    assert len(pairs) == 12


def test_choice_without_its_answer_is_asked_openly(french: LanguagePack) -> None:
    """A choice whose right option is missing would have no key: it gets lines to write on."""
    deck = choices(3)
    broken = replace(deck, cards=tuple(replace(card, answer="le facteur") for card in deck.cards))
    (version,) = make_versions(make_sheet(broken, french, 20), Options())
    assert all(not q.options and q.lines == 1 and not q.answers[0].sign for q in version.questions)


@pytest.mark.parametrize(
    ("answer", "lines", "reach"), [("12", 1, "short"), ("le maire de la ville", 1, "middle"), ("x" * 60, 2, "whole"), ("x" * 999, 4, "whole")]
)
def test_lines_fit_the_answer(answer: str, lines: int, reach: str) -> None:
    """A longer answer gets more room, up to four lines."""
    assert writing_space(answer) == (lines, reach)


def test_gaps_are_wide_enough() -> None:
    """A gap holds its answer written by hand, up to a line."""
    assert [gap_width("x" * n) for n in (1, 10, 11, 20, 30, 300)] == [34, 34, 55, 85, 120, 120]


def test_true_or_false(french: LanguagePack) -> None:
    """Two boxes and a line for the correction; the key has the correction."""
    deck = make_deck([(0, "true_false", "qui", "La ministre a reçu le préfet.", "Faux\u00a0: elle a reçu le maire de Corvelle.")])
    (sheet,), (key,) = halves(to_html.export(deck, french, Options()))
    assert [words_of(o) for o in find(sheet, "span", "opt")] == ["Vrai", "Faux"]
    assert words_of(find(sheet, "div", "correction")[0]) == "Si c’est faux, corrige :"
    assert read_key(key)[0][3] == "Faux : elle a reçu le maire de Corvelle."


def test_key_has_all_that_is_right(deck: Deck, french: LanguagePack) -> None:
    """The accepted variants stand under the answer."""
    cards: tuple[Card, ...] = (replace(deck.cards[0], also_right=("M. le maire", "le maire")), *deck.cards[1:])
    _, (key,) = halves(to_html.export(replace(deck, cards=cards), french, Options()))
    assert words_of(find(key, "div", "also")[0]) == "M. le maire / le maire"


def test_key_apart_or_none(deck: Deck, french: LanguagePack) -> None:
    """Apart, the key is a second file; without one, no answer stands in the sheet, neither on paper nor on the screen."""
    for key in ("apart", "none"):
        options = Options(key=key)
        sheet = to_html.export(deck, french, options).decode()
        more = to_html.export_more(deck, french, options)
        assert "le maire de Corvelle</" not in sheet and "reveal" not in sheet.split("</style>")[1] and "Corrigé" not in sheet.split("</style>")[1]
        assert list(more) == ([".key.html"] if key == "apart" else [])
    both = to_html.export(deck, french, Options())
    assert read_key(halves(to_html.export_more(deck, french, Options(key="apart"))[".key.html"])[1][0]) == read_key(halves(both)[1][0])
