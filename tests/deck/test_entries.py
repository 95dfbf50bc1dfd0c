"""deck.toml: what a human wrote stays as he wrote it; what is wrong is told with line and column."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.deck.entries import HEAD, Entry, new_file, read_deck_file, words_print, write_deck_file
from quizgen.errors import DeckError
from quizgen.model import Card
from tests.conftest import NASTY, make_deck

HAND = '[[card]]\nquestion = "Où est le lac ?"\nanswer = "au nord"\n'
WRITTEN = """\
# Mes cartes
deck = "Actualité::Lacs"   # au-dessus

# la première
[[card]]
answer = 'au nord' # sûr
question = \"\"\"
Où est
le lac ?\"\"\"

# la seconde
[[card]]
id = "mien"
question = "Le lac est _____."
answer = "bleu"
status = "kept"
# fin
"""


def read(text: str) -> tuple[Entry, ...]:
    return read_deck_file(text, where="deck.toml", slug="lac").entries


def made(n: int = 0) -> Entry:
    """A card that quizgen made, as a new entry."""
    card = replace(make_deck().cards[n], changed=1_600_000_000)
    return Entry(card=card, made=words_print(card), seen="abc")


def test_a_card_of_ones_own_needs_two_lines() -> None:
    """Question and answer are enough; form, id and status are found, and the id depends on the deck."""
    (entry,) = read(HAND)
    assert (entry.card.form, entry.status, entry.made, entry.card.score, entry.live) == ("open", "draft", "", 1.0, True)
    assert entry.card.id != read_deck_file(HAND, where="x", slug="autre").entries[0].card.id
    forms = [HAND + 'options = ["au nord", "au sud"]', HAND.replace("Où", "_____")]
    assert [read(text)[0].card.form for text in forms] == ["choice", "cloze"]


def test_true_or_false() -> None:
    """The answer of a true/false card may go on with the correction."""
    text = '[[card]]\nform = "true_false"\nquestion = "Le lac est au sud."\nanswer = "Faux : il est au nord"\noptions = ["Vrai", "Faux"]\n'
    assert read(text)[0].card.key == "Faux"


def test_nothing_changed_nothing_written() -> None:
    """Writing what was read gives the same text."""
    file = read_deck_file(WRITTEN, where="deck.toml", slug="lac")
    assert write_deck_file(file, file.entries) == WRITTEN and file.parent == "Actualité::Lacs"


def test_a_change_writes_one_line() -> None:
    """What is set on a card stands on a line of its own, with the id that a card written by hand got; nothing else moves."""
    file = read_deck_file(WRITTEN, where="deck.toml", slug="lac")
    first, second = file.entries
    once = write_deck_file(file, (replace(first, seen="x"), replace(second, status="dropped")))
    lines = f'le lac ?"""\nid = "{first.card.id}"\nhistory = {{seen = "x"}}\n'
    assert once == WRITTEN.replace('le lac ?"""\n', lines).replace('"kept"', '"dropped"')


def test_windows_lines_stay() -> None:
    """A file with CRLF line ends keeps them."""
    text = WRITTEN.replace("\n", "\r\n").replace("[[card]]\r\nanswer", '[[card]]\r\nid = "x"\r\nanswer')
    file = read_deck_file(text, where="deck.toml", slug="lac")
    assert write_deck_file(file, file.entries) == text


def test_new_cards_go_between_and_comments_stay() -> None:
    """A new card stands after the one before it, above the comment that leads to the next; the rest is as it was."""
    file = read_deck_file(WRITTEN, where="deck.toml", slug="lac")
    first, second = file.entries
    text = write_deck_file(file, (first, made(0), replace(second, status="dropped"), made(1)))
    for line in WRITTEN.replace('"kept"', '"dropped"').splitlines():
        assert line in text
    assert (
        text.index("le lac ?")
        < text.index(made(0).card.question)
        < text.index("# la seconde")
        < text.index("# fin")
        < text.index(made(1).card.question)
    )
    entries = read(text)
    assert [e.status for e in entries] == ["draft", "draft", "dropped", "draft"]
    assert [e.card.question for e in entries[1::2]] == [made(0).card.question, made(1).card.question]
    assert replace(entries[1], index=-1, card=replace(entries[1].card, span=made(0).card.span)) == made(0)


def test_added_keys_stand_with_their_card() -> None:
    """A key that a card lacked is written above the comments of the next card, also at the end of a file without a line end."""
    file = read_deck_file(f"# x\n{HAND}\n# y\n{HAND.replace('Où', 'Quand').strip()}", where="deck.toml", slug="lac")
    text = write_deck_file(file, [replace(e, seen="s", card=replace(e.card, code="H1", changed=5)) for e in file.entries])
    one, two = text.split("# y\n")
    assert all('code = "H1"' in part and 'history = {changed = 5, seen = "s"}' in part for part in (one, two))
    assert one.endswith("\n\n")


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)


@given(TEXTS | st.sampled_from([*NASTY.values()]), TEXTS, st.lists(TEXTS, max_size=3))
def test_any_words_survive(question: str, answer: str, more: list[str]) -> None:
    """Whatever the words hold, the file is TOML and gives them back."""
    card = replace(make_deck().cards[0], question=question, answer=answer, also_right=tuple(more), tags=tuple(more), context=answer, quote=question)
    entry = Entry(card=card, made="m", proposed=replace(card, question=answer + "x", options=tuple(more)))
    text = write_deck_file(new_file(answer, more), (entry, replace(entry, card=replace(card, id="other"))))
    assert tomllib.loads(text)["deck"] == answer
    file = read_deck_file(text, where="deck.toml", slug="lac")
    changed = [replace(e, status="kept", proposed=None, card=replace(e.card, question=e.card.answer, tags=())) for e in file.entries]
    for found in read(write_deck_file(file, changed)):
        assert (found.status, found.proposed, found.card.question, found.card.answer) == ("kept", None, answer, answer)
    for found in file.entries:
        assert replace(found.card, id=card.id, span=card.span) == replace(card, changed=0)
        assert found.proposed is not None and found.proposed.question == answer + "x"


def test_a_new_file_explains_itself() -> None:
    """The head says what the statuses are, the deck's settings follow."""
    text = new_file("A::B", ("x y",)).text
    assert text.startswith(HEAD) and tomllib.loads(text) == {"deck": "A::B", "tags": ["x y"]}


WRONG = {
    "no TOML": ('[[card]]\nquestion = "a\n', "deck.toml:2:14: is no valid TOML: Illegal character '\\n'"),
    "open end": ("[[card]]\nalso_right = [", "deck.toml:2:15: is no valid TOML"),
    "twice": ('[[card]]\nid = "a"\nid = "b"\n', "deck.toml:3:9: is no valid TOML: Cannot overwrite a value"),
    "no question": ('\n[[card]]\nanswer = "a"\n', "deck.toml:2:1: this card has no question. Write question"),
    "empty answer": (f"{HAND}\n[[card]]\nquestion = 'a'\n  answer = ' '\n", "deck.toml:7:3: this card has no answer."),
    "status": (HAND + 'status = "gone"\n', "deck.toml:4:1: there is no status “gone”. Write one of: draft, kept, edited, dropped."),
    "form": (HAND + 'form = "essay"\n', "deck.toml:4:1: there is no form “essay”."),
    "misspelt": (HAND + 'anwser = "x"\n', "deck.toml:4:1: there is no key “anwser”. Known here: also_right, answer,"),
    "misspelt above": ("dekc = 'x'\n" + HAND, "deck.toml:1:1: there is no key “dekc”."),
    "misspelt history": (HAND + "history = {made = 'x', chnaged = 1}\n", "deck.toml:4:1: there is no key “chnaged”."),
    "number": (HAND + "code = 3\n", "deck.toml:4:1: “code” is not a text in quotes."),
    "text for a number": (HAND + "history = {changed = 'x'}\n", "deck.toml:4:1: “changed” is not a whole number."),
    "list": (HAND + "options = 'a'\n", "deck.toml:4:1: “options” is no list of texts."),
    "id": (HAND + "id = 'a b'\n", "deck.toml:4:1: “a b” is no id."),
    "twins": (f"{HAND}id = 'a'\n{HAND}id = 'a'\n", "deck.toml:8:1: two cards have the id “a”."),
    "gaps": ("[[card]]\nquestion = '_____ et _____'\nanswer = 'x'\nform = 'cloze'\n", "deck.toml:2:1: a cloze has exactly one gap."),
    "no key": (HAND + "options = ['ici', 'là']\n", "deck.toml:4:1: the answer is none of the options."),
    "one option": (HAND + "options = ['au nord']\n", "deck.toml:4:1: a card of the form choice needs two options or more."),
    "inline": ("card = [{question = 'a', answer = 'b'}]\n", "deck.toml: a line [[card]] stands inside a text, or a card under none."),
    "header in a text": ('[[card]]\nquestion = \'a\'\nanswer = """\n[[card]]\n"""\n', "deck.toml: a line [[card]] stands inside a text"),
    "no table": ("card = 3\n", "deck.toml: “card” is no list of tables."),
    "quote taken away": (HAND + "origin = {fact = 'f1'}\n", "deck.toml:2:1: a card needs a question, an answer and a quote"),
    "proposed": (HAND + "proposed_answer = ''\n", "deck.toml:1:1: the proposed words are wrong"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_wrong_files(text: str, message: str) -> None:
    """One message: where, what, what to do."""
    with pytest.raises(DeckError) as caught:
        read(text)
    assert str(caught.value).startswith(message)


def test_key_of_a_choice() -> None:
    """The key is the option that the answer is, or the longest that it opens with, whole words only."""
    card = replace(make_deck().cards[0], answer="vingt et un", options=("vingt", "vingt et un", "vin"))
    assert [replace(card, answer=a).key for a in ("vingt et un", "Vingt : pas plus", "vingtaine", "vin")] == ["vingt et un", "vingt", "", "vin"]
    assert isinstance(card, Card)
