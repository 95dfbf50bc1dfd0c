"""Texts that are no articles: few facts or none, the reason shown, no crash."""

from __future__ import annotations

import pytest

from quizgen.document import read_document
from quizgen.facts import extract_facts
from quizgen.langs import get_pack
from quizgen.model import Article, Fact, Skipped

pytestmark = pytest.mark.model

CAPITALS = "LA NORVÈGE ENVERRA DEUX FRÉGATES EN MER DU NORD. LE TCHAD RETIRE 600 HOMMES DU MALI."
LIST = "À apporter :\n\n- pain\n\n- deux bouteilles d’eau\n\n- Oslo, carte de la ville\n\n- 3 stylos"
TABLE = "Pays\tSoldats\tChars\nNorvège\t1 200\t15\nSuède\t900\t22\nTotal\t2 100\t37"
VERSES = "Sur le lac où dort le vent,\nOslo pâle et solitaire,\nJ’ai laissé ma voile blanche\nAu matin qui ne dit rien."
TRANSCRIPT = "alors euh on va dire que oui la norvège elle a envoyé des bateaux enfin deux ou trois je sais plus et puis voilà quoi " * 6
ENDLESS = "La Norvège, " + "qui a vu Oslo, " * 1250 + "enverra deux frégates en mer du Nord."


def read(text: str) -> tuple[tuple[Fact, ...], tuple[Skipped, ...]]:
    """The facts of `text` and what was left out."""
    article = Article(id="essai", lang="fr", title="", text=text, date="2022-01-21")
    pack = get_pack("fr")
    return extract_facts(read_document(article, pack), pack)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(CAPITALS, "set in capitals", id="capitals"),
        pytest.param(LIST, "no finite verb", id="list"),
        pytest.param(TABLE, "no finite verb", id="table"),
        pytest.param(TRANSCRIPT, "words: no reading of it is sure", id="transcript"),
        pytest.param(ENDLESS, "words: no reading of it is sure", id="5,000 words in one sentence"),
    ],
)
def test_no_fact_and_the_reason(text: str, reason: str) -> None:
    """Nothing is taken from it, and it is said why."""
    facts, skipped = read(text)
    assert facts == ()
    assert any(reason in s.reason for s in skipped), {s.reason for s in skipped}


def test_verses() -> None:
    """A poem may give a clause, never a date, a number or a place that it does not tell."""
    facts, skipped = read(VERSES)
    assert skipped and not [a for f in facts for a in f.arguments if a.kind in ("time", "number", "measure")]


def test_every_sentence_is_accounted_for() -> None:
    """A long text of short sentences: each gives a fact or a reason, and the same facts wherever it stands in the text."""
    sentence = "La Norvège enverra deux frégates en mer du Nord le 4 juin 2022. "
    facts, _ = read(sentence)
    again, _ = read("\n\n".join([sentence.strip()] * 400))
    assert {f.rule for f in facts} == {"clause", "passage"} and [f.id for f in again] == [f.id for f in facts]
    assert {len(f.said_again) for f in again} == {399}
