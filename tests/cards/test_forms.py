"""Choice and true/false cards: a key and three options that are surely wrong; statements with one thing changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.cards import find_forms, wanted_forms, write_cards
from quizgen.cards.choice import order_options
from quizgen.cards.uniqueness import choose_sound, is_single, may_fit, rival_answers
from quizgen.facts import extract_facts
from quizgen.langs import Alternative, Flaw, get_pack
from quizgen.model import FORMS, Argument, Card, Entity, Fact, Mention, Phrase, Span
from tests.recording import load_document, read_examples

WHERE = Span(start=0, end=10)
FRIGATES = "La Norvège enverra deux frégates en mer du Nord."
MEETING = "Karl Lund et Marta Silva se sont rencontrés à Oslo le 4 juin 2020 pour discuter de la pêche au cabillaud."


def cards_of(text: str, *forms: str) -> list[Card]:
    pack, document = get_pack("fr"), load_document(text, "fr")
    return list(write_cards(document, extract_facts(document, pack)[0], pack, forms)[0])


def every_card(*forms: str) -> list[Card]:
    return [card for example in read_examples("fr")["catch"] for card in cards_of(example["text"], *forms)]


def make_fact(id: str = "f1", *, type: str = "deployment", predicate: str = "envoyer", **roles: str) -> Fact:
    """A fact whose arguments are names (« Norvège »), or numbers and dates (« 12 », « 2019 »)."""
    arguments = []
    for role, text in roles.items():
        kind = {"number": "number", "time": "time"}.get(role, "person" if " " in text else "country")
        entity = Entity(name=text, kind=kind) if kind in ("country", "person") else None
        arguments.append(Argument(role=role, mention=Mention(span=WHERE, text=text, entity=entity), kind=kind))
    return Fact(id=id, type=type, predicate=predicate, arguments=tuple(arguments), evidence=WHERE, rule="hand")


def names(*texts: str) -> list[Alternative]:
    return [Alternative(text=text, phrase=Phrase(role="x", text=text, span=WHERE), name=text) for text in texts]


# --- one right answer


@pytest.mark.parametrize(
    ("other", "rivals"),
    [
        pytest.param({"actor": "Norvège", "destination": "Mali", "time": "2019"}, (), id="the same answer"),
        pytest.param({"actor": "Norvège", "destination": "Tchad", "time": "2019"}, ("Tchad",), id="another answer"),
        pytest.param({"actor": "Norvège", "destination": "Tchad", "time": "2019", "number": "12"}, ("Tchad",), id="more is said of another answer"),
        pytest.param({"actor": "Suède", "destination": "Tchad", "time": "2019"}, (), id="somebody else"),
        pytest.param({"actor": "Norvège", "destination": "Tchad"}, (), id="when is not said"),
        pytest.param({"actor": "Norvège", "destination": "Mali central", "time": "2019"}, (), id="the same answer with a word more"),
    ],
)
def test_rival_answers(other: dict[str, str], rivals: tuple[str, ...]) -> None:
    """A fact that has all that the question says and another answer is a rival."""
    asked = make_fact(actor="Norvège", destination="Mali", time="2019")
    question = "Où la Norvège est-elle allée en 2019 ?"
    assert rival_answers(asked, "destination", (asked, make_fact("f2", **other)), question) == rivals


def test_what_the_question_leaves_out_makes_no_difference() -> None:
    """A question that was cut short is answered by a fact that differs only in what was cut."""
    asked, other = make_fact(actor="Norvège", destination="Mali", time="2019"), make_fact("f2", actor="Norvège", destination="Tchad", time="2020")
    assert rival_answers(asked, "destination", (asked, other), "Où la Norvège est-elle allée en 2019 ?") == ()
    assert rival_answers(asked, "destination", (asked, other), "Où la Norvège est-elle allée ?") == ("Tchad",)


def test_numbers_of_other_things_are_no_rivals() -> None:
    """« 12 hommes » and « 15 avions » answer two questions, « 12 hommes » and « 15 hommes » one."""
    asked = make_fact(actor="Norvège", force="12 hommes", number="12")
    for force, rivals in (("15 avions", ()), ("15 hommes", ("15",))):
        other = make_fact("f2", actor="Norvège", force=force, number="15")
        assert rival_answers(asked, "number", (asked, other), "Combien d’hommes la Norvège enverra-t-elle ?") == rivals


def test_numbers_in_one_passage_are_no_rivals() -> None:
    """« une baisse de _____ % du chiffre et de 31 % du profit »: the question shows the other number."""
    asked, other = (replace(make_fact(f"f{n}", number=n), told=("Une baisse de ", n, " %")) for n in ("3", "31"))
    assert rival_answers(asked, "number", (asked, other), "Une baisse de _____ % du chiffre et de 31 % du profit.") == ()


def test_a_rival_must_say_it_alike() -> None:
    """What is denied, planned or told by another is another question."""
    asked, other = make_fact(actor="Norvège", destination="Mali"), make_fact("f2", actor="Norvège", destination="Tchad")
    question = "Où la Norvège est-elle allée ?"
    assert rival_answers(asked, "destination", (asked, other), question) == ("Tchad",)
    for changed in (
        replace(other, polarity="negative"),
        replace(other, modality="planned"),
        replace(other, attribution="X"),
        replace(other, predicate="retirer"),
    ):
        assert rival_answers(asked, "destination", (asked, changed), question) == ()


def test_no_card_where_two_answers_fit() -> None:
    """A question that the article answers in two ways gives no card in any form, and the reason is told."""
    pack, document = get_pack("fr"), load_document(FRIGATES, "fr")
    (fact,), _ = extract_facts(document, pack)
    swapped = tuple(
        replace(a, mention=replace(a.mention, text="la Suède", entity=Entity(name="Suède", kind="country"))) if a.role == "actor" else a
        for a in fact.arguments
    )
    cards, skipped = write_cards(document, (fact, replace(fact, id="f2", arguments=swapped)), pack, FORMS)
    assert "actor" not in {card.role for card in cards}
    assert "the article also answers it with “Suède”" in {s.reason for s in skipped}


# --- options that are surely wrong


@pytest.mark.parametrize(
    ("sister", "sound"),
    [
        pytest.param({"actor": "Suède", "destination": "Mali", "number": "12"}, [], id="the sister did the same"),
        pytest.param({"actor": "Suède", "number": "12"}, [], id="the sister may have done the same"),
        pytest.param({"actor": "Suède", "destination": "Tchad", "number": "12"}, ["Suède"], id="the sister did something else"),
    ],
)
def test_no_option_that_a_sister_makes_right(sister: dict[str, str], sound: list[str]) -> None:
    """Who is in a sister fact is a wrong option only if that fact tells of something else."""
    fact, other = make_fact(actor="Norvège", destination="Mali", number="12"), make_fact("f2", **sister)
    found = choose_sound(names("Suède", "Norvège"), fact, "actor", (fact, other), "La phrase.", ("la Norvège",))
    assert [a.name for a in found] == sound


def test_no_option_from_the_same_sentence() -> None:
    """What the sentence names beside the answer may share in it."""
    fact = make_fact(actor="Norvège", destination="Mali", number="12")
    found = choose_sound(names("Suède", "Islande"), fact, "actor", (fact,), "La Norvège, avec la Suède, …", ("la Norvège",))
    assert [a.name for a in found] == ["Islande"]
    counted = choose_sound(names("9", "15"), fact, "number", (fact,), "La Norvège a promis 12 hommes, puis 15.", ("12",))
    assert [a.name for a in counted] == ["9"]


@pytest.mark.parametrize(
    ("type", "roles", "single"),
    [
        pytest.param("deployment", {"actor": "Norvège", "destination": "Mali", "number": "12"}, True, id="a number"),
        pytest.param("deployment", {"actor": "Norvège", "destination": "Mali", "time": "2019"}, True, id="a date"),
        pytest.param("deployment", {"actor": "Norvège", "destination": "Mali"}, False, id="others may have gone there"),
        pytest.param("membership", {"actor": "Norvège", "destination": "Mali", "time": "2019"}, False, id="others may have joined that year"),
        pytest.param("role", {"actor": "Ida Kermo", "function": "X"}, True, id="a function that one alone holds"),
        pytest.param("announcement", {"actor": "Norvège", "destination": "Mali", "content": "X"}, True, id="one's own plans"),
    ],
)
def test_what_makes_a_fact_single(type: str, roles: dict[str, str], single: bool) -> None:
    """Named options are offered only where the other arguments leave one answer in the world."""
    assert is_single(make_fact(type=type, **roles), "actor") is single


def test_who_met_is_met() -> None:
    """X received Y, Z met X: Z may be whom X met, in whichever role."""
    fact = make_fact(type="meeting", predicate="recevoir", participant="Ida Kermo", other="Paul Duret", place="Oslo")
    other = make_fact("f2", type="meeting", predicate="rencontrer", participant="Ada Brun", other="Ida Kermo")
    assert may_fit("Ada Brun", other, fact, "other")
    assert not may_fit("Ada Brun", make_fact("f2", type="meeting", participant="Ada Brun", other="Ida Kermo", place="Gao"), fact, "other")


# --- the cards


def test_forms_that_a_deck_has_unasked() -> None:
    """Open questions and gaps come by themselves; the others are asked for by name."""
    assert set(find_forms()) == set(FORMS)
    assert {form.FORM for form in wanted_forms(())} == {"open", "cloze"} == {c.form for c in every_card()}
    assert [form.FORM for form in wanted_forms(("choice",))] == ["choice"]


def test_choice_cards() -> None:
    """Four different options, the key once among them, the question that of the open card, no flaw."""
    cards = every_card("choice")
    asked = {(c.fact, c.role): c.question for c in every_card("open")}
    assert len(cards) > 20
    for card in cards:
        assert len(set(card.options)) == 4 and card.options.count(card.answer) == 1
        assert asked[card.fact, card.role] == card.question


def test_options_fit_the_question() -> None:
    """« Dans quel pays… ? » is answered with prepositions, « Combien… ? » with numbers that rise."""
    cards = {card.role: card for card in cards_of("Le Tchad retire 600 hommes du Mali.", "choice")}
    assert all(option.startswith("du ") for option in cards["origin"].options)
    assert [int(option) for option in cards["number"].options] == sorted(int(option) for option in cards["number"].options)
    assert cards["number"].ordered and not cards["origin"].ordered


def test_order_of_options() -> None:
    """Numbers and dates rise; other options are shuffled, the same way each time."""
    pack = get_pack("fr")
    assert order_options(["15", "9", "12"], pack, "s") == ["9", "12", "15"]
    things = ["à Oslo", "à Gao", "à Rome", "à Lyon"]
    assert order_options(things, pack, "s") == order_options(things[::-1], pack, "s")
    assert len({tuple(order_options(things, pack, str(n))) for n in range(20)}) > 5


def test_keys_stand_at_every_place_among_numbers() -> None:
    """Neither the smallest nor the greatest number is the safe guess."""
    places = [card.options.index(card.answer) for card in every_card("choice") if card.ordered]
    assert set(places) == {0, 1, 2, 3}


def test_true_false_cards() -> None:
    """True and false statements; a false one differs from the fact in the corrected thing alone."""
    cards = every_card("true_false")
    true = [card for card in cards if card.answer == "Vrai."]
    assert len(true) > 10 and len(cards) - len(true) > 10
    for card in cards:
        assert card.question.endswith(".")
        if card not in true:
            assert card.answer.startswith("Faux\u00a0: ")


def test_a_false_statement_changes_one_thing() -> None:
    """Put the correction in, and the statement of the article is there again."""
    cards = [card for card in cards_of(MEETING, "true_false") if card.answer != "Vrai."]
    assert cards
    for card in cards:
        changed = set(card.question.rstrip(".").split()) - set(MEETING.split())
        assert len(changed) <= 2, changed


def test_reasons_for_no_card() -> None:
    """Too few wrong options are a reason, and it is told."""
    pack, document = get_pack("fr"), load_document(FRIGATES, "fr")
    (fact,), _ = extract_facts(document, pack)
    few = replace(fact, arguments=tuple(a for a in fact.arguments if a.role in ("actor", "destination")))
    _, skipped = write_cards(document, (few,), pack, ("choice",))
    assert {s.reason for s in skipped} == {"0 wrong options are surely wrong, 3 are needed"}


def test_a_flaw_says_what_to_do() -> None:
    """A flaw is a value: its name, what is wrong, and how to mend it."""
    rules = {rule.name: rule for rule in get_pack("fr").flaw_rules()}
    (card, *_) = cards_of(FRIGATES, "open")
    wrong = replace(card, question="Qui enverra cette décision\u202f?")
    assert rules["dangling-reference"].judge(wrong, get_pack("fr")) == Flaw(
        name="dangling-reference", reason="a word that only the article explains", todo="Name the thing instead of pointing to the article."
    )
    assert rules["dangling-reference"].judge(card, get_pack("fr")) is None
