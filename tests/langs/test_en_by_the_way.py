"""Cards on what an article tells once, and in passing; from sentences whose trees are made by hand."""

from __future__ import annotations

import pytest

from quizgen.langs.en.asking.by_the_way import told_by_the_way
from quizgen.model import Argument, Clause, Document, Fact, Mention, Phrase, Span, Verb
from tests.langs.hand_trees import write_article

TITLE = "Ferry to Ostley Island runs aground"
OTHERS = tuple(f"The ferry waited at pier {n}." for n in "one two three four five six seven eight nine".split())
LAST = "The pier was built by Leonie Marsh, whose brother made clocks in May 1951."
CLAUSE = {
    "made": ("acl:relcl", "Marsh"),
    "brother": ("nsubj", "made"),
    "clocks": ("obj", "made"),
    "May": ("obl", "made"),
    "Marsh": ("agent", "built"),
    "Norvale": ("nsubj", "rejoiced"),
    "rejoiced": ("conj", "The"),
}

VERBS = ("made", "built", "rejoiced")


def write(sentences: tuple[str, ...]) -> Document:
    """An article of `sentences` in which the words of CLAUSE hang as it says."""
    return write_article(sentences, TITLE, "en", CLAUSE, VERBS)


def told(sentences: tuple[str, ...], answer: str, question: str, kind: str = "thing", subject: str = "Marsh") -> str | None:
    """What is said against asking `answer`, the words of an argument of the last sentence."""
    document = write(sentences)
    start = document.article.text.rindex(answer)
    argument = Argument(role="object", mention=Mention(span=Span(start=start, end=start + len(answer)), text=answer), kind=kind)
    clause = Clause(
        verb=Verb(lemma="begin", finite="began"), subject=Phrase(role="subject", text=subject, span=argument.mention.span), complements=()
    )
    evidence = document.sentences[-1].span
    fact = Fact(id="f", type="action", predicate="make", arguments=(argument,), evidence=evidence, rule="clause", clause=clause)
    return told_by_the_way(document, (fact,), fact, "object", question, answer)


@pytest.mark.parametrize(
    ("answer", "kind", "question"),
    [
        ("clocks", "thing", "What did the brother of Leonie Marsh make?"),
        ("May 1951", "time", "When did the brother of Leonie Marsh make clocks?"),
        ("Marsh", "person", "Who had a brother?"),
    ],
)
def test_told_in_passing(answer: str, kind: str, question: str) -> None:
    """A thing of a clause about somebody, and a date of what the article never comes back to; a name of the main clause is asked."""
    reason = told((*OTHERS, LAST), answer, question, kind)
    assert (reason is None) == (answer == "Marsh")


def test_what_the_article_is_about() -> None:
    """What the title or another sentence names is asked, and so is when something known began."""
    assert told((*OTHERS, "Clocks stood on deck.", LAST.replace("clocks", "Clocks")), "Clocks", "What did her brother make?") is None
    assert told((*OTHERS, LAST), "May 1951", "When did the brother of Marsh make clocks for the ferry?", "time") is None
    assert told((*OTHERS, LAST), "May 1951", "When did the walkout begin?", "time", subject="the walkout") is None


def test_added() -> None:
    """A name behind « and », told once, of something that the article never comes back to."""
    added = "The pier fell, and Norvale rejoiced."
    assert told((*OTHERS, added), "Norvale", "Which town rejoiced?", "city") is not None
    assert told((*OTHERS, added), "Norvale", "Which town rejoiced over the ferry?", "city") is None


def test_short_articles_and_leads() -> None:
    """A short article comes back to nothing, and what its first sentence tells is its news."""
    assert told((LAST,), "clocks", "What did the brother of Leonie Marsh make?") is None
    assert told((*OTHERS[:3], LAST), "clocks", "What did the brother of Leonie Marsh make?") is None


def test_tally_and_year_of_another_deed() -> None:
    """The tally of a vote on something the title does not name, and in which year a firm did something else."""
    assert told((*OTHERS, LAST), "clocks", "By what tally did they vote to name the pool?") is not None
    vote = "They voted, by 9 to 4, to paint a pool."
    assert told((*OTHERS, vote), "9 to 4", "By what tally did they vote to paint a pool?") is not None
    assert told((*OTHERS, vote), "9 to 4", "By what tally did they vote to paint the ferry?") is None
    year = LAST.replace("May 1951", "1951")
    assert told((*OTHERS, year), "1951", "In which year did the brother of Leonie Marsh make clocks for the ferry?", "time") is None


def test_months_beside_a_figure() -> None:
    """Between which months a level fell is no question where by how much is one; between which years is."""
    fell = "The quay sank by 3 metres from May 1951 to June 1958."
    months, years = "from May 1951 to June 1958", "from 1951 to 1958"
    assert told((*OTHERS, fell), months, "The quay sank by 3 metres _____ (when?).", "time", subject="the quay") is not None
    assert told((*OTHERS, fell), months, "The walkout lasted _____ (when?).", "time", subject="the walkout") is None
    assert told((*OTHERS, fell.replace(months, years)), years, "The ferry sank by 3 metres _____ (when?).", "time", subject="the ferry") is None


def test_compared_with_nothing() -> None:
    """« Better » without « than » hangs in the air where what is better is asked."""
    better = "Marsh had warned that a lighter anchor would do better."
    assert told((*OTHERS, better), "a lighter anchor", "Marsh had warned that _____ (what?) would do better.") is not None
    assert told((*OTHERS, better), "Marsh", "_____ (who?) had warned that a lighter anchor would do better.", "person") is None
