"""Titles -> the context lines made of them, without a model."""

from __future__ import annotations

import pytest

from quizgen.langs.fr.asking.context import context_lines, cut_title
from quizgen.model import Article

CUTS = [
    # before a preposition of place or time; never before the one that the verb may want
    ("l’armée norvégienne quitte la base après deux ans à Gao", "l’armée norvégienne quitte la base"),
    ("le maire appelle à voter contre le projet", "le maire appelle à voter"),
    # what is left out of the midst belongs to nothing that stays
    ("victoire inattendue de Karl Lund à Bergen", "victoire inattendue à Bergen"),
]


@pytest.mark.parametrize(("title", "cut"), CUTS)
def test_a_title_can_be_cut(title: str, cut: str) -> None:
    """The part is among those that a context line may use."""
    assert cut in cut_title(title)


NEVER = [
    # « meurtre de l'avocate de » somebody is no murder of this somebody
    ("meurtre de Karl Lund, avocat de Paul Verdan", "meurtre de Paul Verdan"),
    # a verb in the future wants its object
    ("la Norvège retirera à Gao 300 soldats", "la Norvège retirera"),
    ("le nombre de navires est de 12 selon la Norvège", "le nombre de navires est"),
    # a quotation stays whole
    ("la ministre promet « une réforme pour tous »", "la ministre promet « une réforme"),
    # a question is not cut
    ("faut-il rouvrir la mine après la crue ?", "faut-il rouvrir la mine"),
]


@pytest.mark.parametrize(("title", "cut"), NEVER)
def test_a_cut_says_nothing_else_than_the_title(title: str, cut: str) -> None:
    """The part is not offered."""
    assert cut not in cut_title(title)


def test_lines_go_from_the_whole_title_to_the_bare_date() -> None:
    """Each line is followed by one that says less; what stands before the colon comes last, with the article's own date."""
    article = Article(id="a", lang="fr", title="Norvège : la marine quitte le port après l’incendie", text="", date="2019-03-05")
    lines = [line.replace("\u00a0", " ") for line in context_lines(article, ())]
    assert lines[0] == "Norvège : la marine quitte le port après l’incendie, 5 mars 2019"
    assert lines[1] == "Norvège : la marine quitte le port après l’incendie, 2019"
    assert lines[3] == "La marine quitte le port après l’incendie, 5 mars 2019"
    assert "Norvège : la marine quitte le port, 5 mars 2019" in lines
    assert lines[-2:] == ["Norvège (article du 5 mars 2019)", "Article du 5 mars 2019"]


def test_the_year_of_the_event_is_not_yet_the_day_of_the_article() -> None:
    """A year before the colon leaves the date in; one in what is told takes it out."""
    article = Article(id="a", lang="fr", title="Championnats de 2019 : trois nageurs exclus à Bergen", text="", date="2019-03-05")
    lines = list(context_lines(article, ()))
    assert lines[0].endswith("trois nageurs exclus à Bergen, 5 mars 2019")
    assert "Championnats de 2019, 5 mars 2019" in lines
    article = Article(id="a", lang="fr", title="Norvège : le pont rouvrira en 2019", text="", date="2019-03-05")
    assert next(context_lines(article, ())).endswith("le pont rouvrira en 2019")


def test_who_speaks_is_not_cut_from_what_is_said() -> None:
    """A bare quotation tells no event."""
    article = Article(id="a", lang="fr", title="Karl Lund : « nous rouvrirons la mine »", text="", date="2019-03-05")
    assert not any(line.startswith("«") for line in context_lines(article, ()))


def test_what_a_title_asks_stays_a_question() -> None:
    """Without its mark it would be a claim."""
    article = Article(id="a", lang="fr", title="Norvège : la fin de la chasse au phoque ?", text="", date="2019-03-05")
    assert next(context_lines(article, ())).replace("\u00a0", " ").replace("\u202f", " ") == "Norvège : la fin de la chasse au phoque ? (5 mars 2019)"
