"""Exercises of several facts: which pairs go together, which are refused, and what the sheet no longer asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.exports import Options, to_html
from quizgen.exports.exercises import Exercise, find_exercises
from quizgen.exports.sheet import make_sheet
from quizgen.langs import LanguagePack
from quizgen.model import Argument, Card, Clause, Deck, Entity, Fact, Mention, Phrase, Span, Verb
from tests.conftest import make_deck
from tests.exports.test_handout import find, halves, read_key, read_sheet, words_of


def make_fact(id: str, type: str, verb: Verb, subject: Phrase, *parts: Phrase) -> Fact:
    """A fact whose clause says `subject verb parts`."""
    clause = Clause(verb=verb, subject=subject, complements=parts)
    arguments = tuple(
        Argument(role=p.role, kind=p.kind, mention=Mention(span=p.span, text=p.text, entity=p.entities[0] if p.entities else None))
        for p in clause.phrases()
    )
    return Fact(id=id, type=type, predicate=verb.lemma, arguments=arguments, evidence=Span(start=0, end=90), rule="hand", clause=clause)


def phrase(role: str, text: str, kind: str = "thing", marker: str = "", name: str = "") -> Phrase:
    """A phrase; one with a `name` stands for the entity of that name."""
    entities = (Entity(name=name, kind=kind),) if name else ()
    return Phrase(role=role, text=text, span=Span(start=0, end=2), kind=kind, marker=marker, entities=entities, named=bool(name))


def function(id: str, name: str, text: str) -> Fact:
    person, what = phrase("person", name, "person", name=name), phrase("function", text, "function")
    return make_fact(id, "role", Verb(lemma="être", finite="est"), person, what)


def sending(id: str, country: str, force: str, sea: str) -> Fact:
    actor = phrase("actor", country, "country", name=country)
    return make_fact(
        id, "deployment", Verb(lemma="envoyer", finite="enverra"), actor, phrase("force", force), phrase("destination", sea, "sea", "en", sea)
    )


def dated(id: str, subject: str, date: str, marker: str = "") -> Fact:
    place = phrase("subject", subject)
    return make_fact(id, "action", Verb(lemma="rouvrir", finite="a", rest="rouvert"), place, phrase("time", date, "time", marker))


def deck_of(facts: Sequence[Fact], plain: int = 12) -> Deck:
    """A deck with a card on each of `facts`, and `plain` cards on other facts."""
    deck = make_deck([(n % 4, "open", "qui", f"Question numéro {n}\u202f?", f"Reponse{n}x") for n in range(plain)])
    model = make_deck().cards[0]
    cards = [replace(card, fact=f"plain{n}", code=f"P{n}·qui") for n, card in enumerate(deck.cards)]
    cards += [replace(model, id=f"x{f.id}", fact=f.id, question=f"Sur {f.id}\u202f?", answer="rien", code=f"F{f.id}·qui") for f in facts]
    return replace(deck, cards=tuple(cards), facts=tuple(facts))


FUNCTIONS = (
    function("r1", "Sabeth Orvault", "la ministre des Étangs"),
    function("r2", "Ida Kermo", "la présidente des bateliers"),
    function("r3", "Jens Olsen", "le maire de Corvelle"),
)
SENDINGS = (sending("s1", "la Norvège", "deux frégates", "mer Noire"), sending("s2", "le Portugal", "des médecins", "mer Baltique"))
SENDINGS += (sending("s3", "la Croatie", "un dragueur", "mer Égée"),)
DATED = (
    dated("d1", "le pont de Salmoire", "1998", "en"),
    dated("d2", "le musée de la Brume", "mars 2004", "en"),
    dated("d3", "le phare d’Auvine", "le 3 mars 2019"),
)


def only(exercises: tuple[Exercise, ...]) -> Exercise:
    (exercise,) = exercises
    return exercise


def test_people_and_functions(french: LanguagePack) -> None:
    """Three people with their functions make an exercise; two do not."""
    exercise = only(find_exercises(deck_of(FUNCTIONS), french))
    assert (exercise.form, exercise.topic) == ("matching", "function")
    assert {(p.left, p.right) for p in exercise.pairs} == {(f.arguments[0].mention.text, f.arguments[1].mention.text) for f in FUNCTIONS}
    assert find_exercises(deck_of(FUNCTIONS[:2]), french) == ()


def test_countries_and_what_they_did(french: LanguagePack) -> None:
    """Countries are matched with the sentence in which they are left out."""
    exercise = only(find_exercises(deck_of(SENDINGS), french))
    assert exercise.topic == "country"
    assert ("la Norvège", "… enverra deux frégates en mer Noire.") in {(p.left, p.right) for p in exercise.pairs}


def test_places_and_what_happened_there(french: LanguagePack) -> None:
    """Where the countries cannot be matched, the places can."""
    same = tuple(
        sending(f"p{n}", "la Norvège", force, sea) for n, (force, sea) in enumerate([("un dragueur", "mer Noire"), ("un hôpital", "mer Baltique")])
    )
    exercise = only(find_exercises(deck_of((*same, sending("p3", "la Norvège", "deux frégates", "mer Égée"))), french))
    assert exercise.topic == "place" and ("mer Noire", "La Norvège enverra un dragueur en …") in {(p.left, p.right) for p in exercise.pairs}


def test_events_in_order(french: LanguagePack) -> None:
    """Dated facts are told without their dates and stand in the order of time."""
    exercise = only(find_exercises(deck_of(DATED[::-1]), french))
    assert exercise.form == "ordering" and [p.date for p in exercise.pairs] == ["1998", "2004-03", "2019-03-03"]
    assert exercise.pairs[0].right == "Le pont de Salmoire a rouvert."


def test_dates_within_each_other_have_no_order(french: LanguagePack) -> None:
    """« 2019 » and « 3 mars 2019 » cannot be put in order: one of them is left out, and two are too few."""
    same = (DATED[0], DATED[2], dated("d4", "la gare de Brume", "2019", "en"))
    assert find_exercises(deck_of(same), french) == ()


def test_a_fact_without_a_card_is_not_used(french: LanguagePack) -> None:
    """What no card of the deck asks, because a human dropped it, is in no exercise."""
    deck = deck_of(FUNCTIONS)
    assert find_exercises(replace(deck, cards=deck.cards[:-1]), french) == ()


def test_two_right_answers_are_refused(french: LanguagePack) -> None:
    """A sentence that says less of the same fits another country too: only one of the two can be used."""
    vague = (*SENDINGS[:2], sending("s4", "la Suède", "deux frégates", "mer Noire"))
    assert find_exercises(deck_of(vague), french) == ()


def test_a_name_in_a_sentence_is_refused(french: LanguagePack) -> None:
    """No sentence names what stands on the left of another."""
    naming = (*SENDINGS[:2], sending("s5", "la Croatie", "des secours pour la Norvège", "mer Égée"))
    assert "country" not in {e.topic for e in find_exercises(deck_of(naming), french)}


def test_the_title_tells_no_pair(french: LanguagePack) -> None:
    """A pair that the title says is no question any more."""
    deck = replace(deck_of(FUNCTIONS), title="Sabeth Orvault, la ministre des Étangs, au lac")
    assert find_exercises(deck, french) == ()


def test_negated_facts_are_not_matched(french: LanguagePack) -> None:
    """What is denied is no right answer."""
    clause = SENDINGS[2].clause
    assert clause is not None
    denied = replace(SENDINGS[2], polarity="negative", clause=replace(clause, verb=replace(clause.verb, negation="pas")))
    assert find_exercises(deck_of((*SENDINGS[:2], denied)), french) == ()


def test_the_sheet_asks_nothing_twice(french: LanguagePack) -> None:
    """The facts of an exercise give no other question, nor does a card whose question holds a pair, nor one that a pair answers."""
    deck = deck_of((*FUNCTIONS, *SENDINGS))
    telling = replace(deck.cards[0], question="Où la présidente des bateliers Ida Kermo vit-elle\u202f?", score=1.0)
    told = replace(deck.cards[1], question="Combien de frégates la Norvège enverra-t-elle en mer Noire\u202f?", answer="deux", score=1.0)
    sheet = make_sheet(replace(deck, cards=(telling, told, *deck.cards[2:])), french, 20)
    assert {e.topic for e in sheet.exercises} == {"function", "country"}
    assert len(sheet.cards) == 10 and all(card.fact.startswith("plain") for card in sheet.cards)
    assert telling not in sheet.cards and told not in sheet.cards


def test_small_decks_have_questions_only(french: LanguagePack) -> None:
    """Exercises are made when there are enough cards beside them, and count as questions of the sheet."""
    assert make_sheet(deck_of(FUNCTIONS, plain=8), french, 20).exercises == ()
    assert len(make_sheet(deck_of((*FUNCTIONS, *SENDINGS), plain=30), french, 20).cards) == 18


def card_of(deck: Deck, code: str) -> Card:
    return next(card for card in deck.cards if card.code == f"{code}·qui")


def test_exercises_and_their_keys(french: LanguagePack) -> None:
    """On paper both sides are shuffled, a point for each; for 50 seeds, three versions each, the key leads from each left side to its own."""
    deck = deck_of((*FUNCTIONS, *SENDINGS, *DATED))
    truth = {p.left: p.right for e in find_exercises(deck, french) for p in e.pairs}
    dates = {p.right: str(n) for e in find_exercises(deck, french) if e.form == "ordering" for n, p in enumerate(e.pairs, start=1)}
    for seed in range(50):
        sheets, keys = halves(to_html.export(deck, french, Options(seed=seed, versions=3)))
        for sheet, key in zip(sheets, keys, strict=True):
            printed = read_sheet(sheet)
            rows = [row for row in read_key(key) if row[1]]
            for number, left, sign, _, code in rows:
                right = printed[number]["options"][sign]
                assert dates[right] == left if left.isdigit() else truth[left] == right
                assert card_of(deck, code)
            assert len(rows) == 9 and words_of(find(sheet, "div", "score")[0]).endswith(f"/ {12 + 9}")
            lefts = [words_of(n) for n in find(sheet, "td", "left")]
            rights = [words_of(n).split(" ", 1)[1] for n in find(sheet, "td", "right")]
            for part in (slice(0, 3), slice(3, 6)):
                assert [truth[left] for left in lefts[part]] != rights[part]
