"""Cards on what an article tells once, and in passing; from sentences whose trees are made by hand."""

from __future__ import annotations

import pytest

from quizgen.langs.fr.asking.by_the_way import is_source, told_by_the_way
from quizgen.model import Argument, Clause, Document, Entity, Fact, Mention, Phrase, Span, Verb
from tests.langs.hand_trees import write_article

TITLE = "Le bac de Brume s’échoue"
OTHERS = tuple(f"Le bac attend au quai {n}." for n in "un deux trois quatre cinq six sept huit neuf".split())
LAST = "Le moteur, réparé à Norvik par une couturière, selon Ida Marsh, a calé pendant la grève."
TREE = {
    "réparé": ("acl", "moteur"),
    "Norvik": ("obl:mod", "réparé"),
    "couturière": ("obl:agent", "réparé"),
    "grève": ("obl:mod", "calé"),
    "Marsh": ("nmod", "calé"),
}


def write(sentences: tuple[str, ...]) -> Document:
    """An article of `sentences` in which the words of TREE hang as it says."""
    return write_article(sentences, TITLE, "fr", TREE, ("réparé", "calé"))


def told(
    words: str, question: str, kind: str = "thing", role: str = "object", rule: str = "clause", sentences: tuple[str, ...] = (*OTHERS, LAST)
) -> bool:
    """Whether asking `words`, of the last sentence, in a fact about Ida Marsh, is a side matter."""
    document = write(sentences)
    span = Span(start=(start := document.article.text.rindex(words)), end=start + len(words))
    argument = Argument(role=role, mention=Mention(span=span, text=words), kind=kind)
    ida = Entity(name="Ida Marsh", kind="person", mentions=(1,))
    subject = Phrase(role="subject", text="Ida Marsh", span=span, kind="person", entities=(ida,))
    trade = Phrase(role=role, text=words, span=span, kind=kind, head=words)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=subject, complements=(trade,))
    fact = Fact(id="f", type="action", predicate="être", arguments=(argument,), evidence=document.sentences[-1].span, rule=rule, clause=clause)
    return told_by_the_way(document, (fact,), fact, role, question, words) is not None


def test_gaps() -> None:
    """A thing of an aside and a circumstance, told once, are left to the article; what another sentence has is asked."""
    assert told("couturière", "Le moteur, réparé à Norvik par une _____, a calé.")
    assert told("grève", "Le moteur a calé pendant la _____.")
    assert not told("moteur", "Le _____ a calé.")
    assert not told("grève", "Le moteur a calé pendant la _____.", sentences=(*OTHERS, "La grève dure.", LAST))


def test_places() -> None:
    """Where a side deed was, told by a participle."""
    assert told("Norvik", "Dans quelle ville le moteur a-t-il été réparé ?", "city", "place")
    assert not told("Norvik", "Dans quel pays le moteur a-t-il été réparé ?", "country", "place")


@pytest.mark.parametrize(
    ("question", "side"), [("Quelle est la profession d’Ida Marsh ?", True), ("Quelle est la profession d’Ida Marsh, du bac de Brume ?", False)]
)
def test_trades(question: str, side: bool) -> None:
    """The trade of somebody who is named once and late, unless the question tells what the title tells."""
    sentences = (*OTHERS, "Ida Marsh est architecte")
    assert told("architecte", question, "function", "function", "role", sentences) is side


def test_offices() -> None:
    """For whom somebody speaks is asked."""
    sentences = (*OTHERS, "Ida Marsh est porte-parole")
    assert not told("porte-parole", "Quelle est la fonction d’Ida Marsh ?", "function", "function", "role", sentences)


def test_empty_answers() -> None:
    """« à la lauréate » and « de responsables » name nobody."""
    assert told("à la lauréate", "À qui le prix est-il remis ?", "person", "addressee", sentences=(*OTHERS, "Le prix va à la lauréate"))
    assert told(
        "de responsables",
        "En présence de qui le bac est-il parti ?",
        "person",
        "presence",
        sentences=(*OTHERS, "Le bac part en présence de responsables"),
    )
    assert not told(
        "de la reine Oda",
        "En présence de qui le bac est-il parti ?",
        "person",
        "presence",
        sentences=(*OTHERS, "Le bac part en présence de la reine Oda"),
    )


def test_sources() -> None:
    """Who published something, and not what somebody founded."""
    assert is_source("Un marin, cité par le quotidien _____, accuse la mairie.", "Le Quai")
    assert is_source("Selon le texte, que _____ a lu, le bac coulera.", "l’agence de presse norvégienne")
    assert not is_source("Ida Marsh a fondé le quotidien _____.", "Le Quai")
    assert not is_source("Selon la mairie de _____, le bac coulera.", "Norvik")
