"""Times and aims hung on a neighbour: « les 4 et 5 avril », « deux ans après par … », « le souhait de … ». A part of repairs."""

from __future__ import annotations

from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.slips import Slip
from quizgen.model import Token

NEAR = 4  # tokens from « les » to the day with its month


def _join_days(tokens: list[Token], i: int) -> None:
    """« réunira les 4 et 5 avril une assemblée » with « les 4 » read as part of the assembly: one time of the verb."""
    article, following = tokens[i], tokens[i + 1 : i + NEAR]
    if article.text.lower() != "les" or len(following) < NEAR - 1 or not following[0].text.isdigit() or following[1].text.lower() not in ("et", "au"):
        return
    day = following[2]
    noun = tokens[article.head]
    if not dates.PARTS.fullmatch(day.text) or noun.i <= day.i or tokens[noun.head].pos != "VERB":
        return
    tokens[i + 1] = replace(following[0], dep="obl:mod", head=noun.head)
    tokens[i] = replace(article, dep="det", head=i + 1)
    tokens[i + 2] = replace(following[1], dep="cc", head=day.i)
    tokens[day.i] = replace(day, dep="conj", head=i + 1)


def _free_interval(tokens: list[Token], i: int) -> None:
    """« mourut deux ans après par noyade » with the years hung on « noyade »: « après » has no noun of its own, and tells when."""
    after, years = tokens[i], tokens[i - 1]
    noun = tokens[after.head]
    alone = (
        after.dep == "case" and after.text.lower() == "après" and i + 1 < len(tokens) and tokens[i + 1].dep == "case" and tokens[i + 1].head == noun.i
    )
    if not alone or years.lemma not in word_set("nouns", "durations") or years.head != noun.i or tokens[noun.head].pos != "VERB":
        return
    tokens[years.i] = replace(years, dep="obl:mod", head=noun.head)
    tokens[i] = replace(after, dep="advmod", head=years.i)


def _hang_wish(tokens: list[Token], i: int) -> None:
    """« exprimé le souhait de réformer la loi » with « réformer » under « exprimé »: what is wished belongs to the wish before « de »."""
    aim = tokens[i]
    if aim.dep != "xcomp" or aim.pos != "VERB":
        return
    mark = next((t for t in tokens[max(0, i - NEAR) : i] if t.head == i and t.dep == "mark"), None)
    wish = tokens[mark.i - 1] if mark is not None and mark.i else aim
    if mark is None or mark.text.lower() not in ("de", "d’", "d'") or wish.dep != "obj" or wish.head != aim.head:
        return
    if wish.lemma in word_set("speech", "wished"):
        tokens[i] = replace(aim, dep="acl", head=wish.i)


COUNTED_TIMES = (
    Slip(_join_days, words=("les",)),
    Slip(_free_interval, deps=("case",), words=("après",)),
    Slip(_hang_wish, deps=("xcomp",), pos=("VERB",)),
)
