"""The French words and patterns by which a worded card shows its flaws."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.langs.fr.forms.geography import country_code, is_place_adjective, is_place_form
from quizgen.langs.fr.forms.typography import set_typography
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.word_flaws import FlawWords, WordFlaws, names_of, plain
from quizgen.model import GAP

_NEAR = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) (?:prochain|dernier)|"
    "hier|demain|dans la (?:journee|matinee|soiree)|aujourd hui|ce (matin|soir|jour)|(la semaine|le mois|l annee|l an) (prochaine?|derniere?|passee?)"
)
# What follows a noun that nothing belongs to: the end, a verb, a preposition other than « de », what it was found to be.
_BARE = (
    r"(?=$| (?:a|ont|est|sont|etait|fut|sera|seront|par|en|au|aux|dans|pour|sur|avec|trop|plus|le|la|les|l|un|une|se|_+)\b"
    r"| \w+ (?:t )?(?:il|elle)s?\b| \w+(?:ra|ront|ait|aient)\b| \w+ (?:plus|moins|environ|pres|quelque)\b| \w+ et \w+$)"
)
_NEW = "nouve(?:au|l|lle|aux|lles)"
PASSING = frozenset(
    ("autorité", "exposition", "blessé", "enquête", "étude", "recherche")
)  # of the nouns that an event explains, those of side matters
LINK = re.compile(r"^(?:(?:à|dans|contre|vers|pour|en|de|avec|par) |d’)?(?:(?:la|le|les|au|aux|du|des) |l’)?")  # before the name of a country
MEETINGS = frozenset(map(plain, (*word_set("nouns", "meetings"), "conversation", "échange")))
RETOLD = tuple(frozenset(map(plain, words)) for words in read_words("nouns")["retold"])  # « ce décès » of a suicide, « ce drame » of a wreck
NEWNESS = frozenset(("nouveau", "nouvelle"))  # « de nouveaux timbres » and « la nouvelle collection de timbres »
ARMIES = frozenset(map(plain, word_set("nouns", "armies")))  # as a context line may call those that are asked
EVIDENT = frozenset(map(plain, (*(word_set("nouns", "situational") - PASSING), "élection", "législative", "présidentielle")))
# « le nouveau pavillon », whatever it is, unless an event explains it
_NEWS = rf"(?:(?<=nouveau )|(?<=nouvelle )|(?<=nouveaux )|(?<=nouvelles ))(?!(?:{'|'.join(sorted(EVIDENT))})s?\b)[a-z]{{4,}}"


def _is_evident(word: str) -> bool:
    """« les secours », « les élections », « européens »: known from the event, or from the country that they name."""
    return bool({word, word.removesuffix("s")} & EVIDENT) or any(
        is_place_adjective(re.sub(ending, "", word)) for ending in ("$", "s$", "es?$", "nes?$")
    )


PARTIES = re.compile(r" (?:entre|avec) |[A-ZÀ-Ý][\w-]+ et (?:[\w’-]+ ){0,3}?[A-ZÀ-Ý]")  # in a context line: who met whom
EVENT = re.compile(r"\bquel événement\b")
TELLING = re.compile(r"(?!après|depuis|lendemain)[a-z]{5,}")  # words of an event that tell it
LEAD = re.compile(r"([\wà-ÿ-]{4,})\s:\s")  # a word before the colon of a title: « Hareng : un accord est signé »
HEAD = re.compile(r"(?:le |la )?premi(?:er|ère) ministre\b")  # as the answer of what somebody is


class FrenchFlaws(WordFlaws):
    """The checks of every language, and those of a country which its adjective, or one of its towns, tells."""

    def untold_thing(self, context: str, question: str, answer: str) -> str | None:
        """A bare noun that nothing tells; also « la conversation » under « Rencontre à Gand », which does not tell who spoke with whom."""
        if reason := super().untold_thing(context, question, answer):
            return reason
        talk = self.words.loose.search(plain(self.unquoted(question))) if self.words.loose else None
        if talk is None or talk.group(1) not in MEETINGS or PARTIES.search(context):
            return None
        return f"« {talk.group(1)} »: neither the question nor its context tells of whom"

    def answer_leak(self, context: str, question: str, answer: str) -> str | None:
        """The answer in the question: also « sur le port d’Oslo » where the gap is « la Norvège »."""
        if reason := super().answer_leak(context, question, answer):
            return reason
        country = country_code(LINK.sub("", answer)) if GAP in question else None
        return "a town of the answer, or its adjective, stands in the question" if country and country in countries_told(question) else None

    def dangling_pronoun(self, context: str, question: str, answer: str) -> str | None:
        """A pronoun with no name before it: « le gouvernement français » is as good as one."""
        reason = super().dangling_pronoun(context, question, answer)
        first = self.words.pronoun.search(self.unquoted(question)) if reason else None
        named = first is not None and any(is_place_form(w) for w in re.findall(r"\w+", question[: first.start()]))
        return None if named else reason

    def context_leak(self, context: str, question: str, answer: str) -> str | None:
        """The answer in the context line: also « aux États-Unis » under « Élection présidentielle américaine »."""
        if reason := super().context_leak(context, question, answer):
            return reason
        if HEAD.match(answer) and any(f"gouvernement {name}" in context or f"cabinet {name}" in context for name in names_of(question)):
            return "the context calls the cabinet by who leads it"
        if "capitale" in context and towns().intersection(re.findall(r"[A-ZÀ-Ý][\w’-]+", answer)):
            return "the context tells that it is the capital of a country"
        if (lead := LEAD.match(context)) and lead.group(1).lower() in re.findall(r"[\wà-ÿ-]+", answer) and lead.group(1).lower() not in question:
            return "what stands before the colon of the title tells most of the answer"
        if EVENT.search(question) and set(TELLING.findall(plain(answer))).intersection(re.findall(r"[a-z]+", plain(context))):
            return "the context names the event"
        told = country_code(LINK.sub("", without_asked(question, answer))) in countries_told(context)
        return "the context holds the adjective of the answer, or a town of it" if told else None


@cache
def towns() -> frozenset[str]:
    """The large cities of all countries, without an article."""
    tables = (read_words("distractors")[key] for key in ("cities", "led_cities"))
    return frozenset(name for table in tables for names in table.values() for name in names)


def without_asked(question: str, answer: str) -> str:
    """« des États-Unis » of « l’ambassade des États-Unis » where the question asks « quelle ambassade »."""
    found = re.match(r"(?:le |la |l’)([\wà-ÿ-]+) (?=(?:de|du|des) |d’)", answer)
    asked = found is not None and re.search(rf"uel(?:le)? {found.group(1)} ", question)
    return answer[found.end() :] if found is not None and asked else answer


@lru_cache(maxsize=256)  # an article has a few context lines
def countries_told(context: str) -> frozenset[str]:
    """The codes of the countries that a line tells by name, by an adjective (« anti-américaine ») or by a town (« à Londres »)."""
    words = (re.sub(r"^(?:anti|pro)-?", "", word) for word in re.findall(r"[\w-]+", context))
    named = frozenset(re.findall(r"[A-ZÀ-Ý][\w’-]+", context))
    tables = (read_words("distractors")[key] for key in ("cities", "led_cities"))
    towns = (code for table in tables for code, names in table.items() if named.intersection(names))
    return frozenset(code for code in (*map(country_code, words), *towns) if code is not None)


FLAWS = FrenchFlaws(
    FlawWords(
        lists={
            name: read_words("items")[name]
            for name in ("absolute", "vague", "negative", "all_of_them", "none_of_them", "unfocused", "truth_values", "interrogatives")
        },
        empty=frozenset(
            "le la les l un une des du de d et en à au aux dans que qui pour par sur avec leur leurs son sa ses ce cette ces "
            "moins plus environ pres".split()
        ),
        quotes=("«", "»"),
        article=re.compile(r"^(le |la |les |l’)"),
        plainest="article d",
        relative=re.compile(rf"\b({_NEAR}|{'|'.join(WEEKDAYS)})\b(?! \d)"),
        dangling=re.compile(
            r"\b(?:ce dernier|cette derniere|ces derniers|celui ci|celle ci|(?:de|a) (?:son|leur) (?:cote|tour)|pour (?:sa|leur) part"
            r"|^qui est (?:re)?(?:venu|parti|entre|sorti|monte|descendu|passe|reste)e?$"  # from where, or to what
            r"|^il s agi(?:t|ssait)|^autres? (?=[a-z]{3,} d)|a la reprise(?! d(?:u|es?)\b)"  # of what the sentence before tells
            r"|depuis peu|par rapport(?! aux?\b| a\b)|se retirer(?! d)"  # whence
            r"|(?:le|la|les|l|du|des|aux?) [a-z]{3,} (?:avancee|evoquee|visee|contestee)s?(?! (?:par|pour|a|en|d|comme|au)\b)"
            r"|(?:les|des|aux) [a-z]{3,} concernee?s\b(?! par\b)"
            r"|(?:les|l|aux) autres? [a-z]{3,}"  # other, or (below) earlier, than what
            r"|(?:le|la|les|l|du|des|aux?) (?:[a-z]+ )?precedente?s?(?! d(?:u|es|e la|e l)\b)"
            r"|ce[st]?(?:te)? (?!qu|sont\b|n\b|ne\b|dernier)[a-z]{3,})\b"
        ),
        pronoun=re.compile(
            r"(?<!-)\b(il(?! y a| y eu| y avait| y aura)|elle|ils|elles|lui|(?<!il )y"
            r"|leur(?= (?:a|ont|est|sera|[a-zà-ÿ]+(?:ra|ront|ait|aient))\b))\b(?!-)"  # « leur logement » is no pronoun
        ),
        negation=re.compile(r"(?i)\b(?:ne |n’)\w+(?:-t)?(?:-\w+)?(?: \w+)? (?:pas|plus|jamais|guère)\b"),
        second=r"et (?:\w+ )?",
        open_article=re.compile(r"(?i)\b(?:une?|les?|la|des|du)\s*(?:_+)?\s*[?:…]*$|\b[ld]’\s*(?:_+)?\s*[?:…]*$"),
        openings=tuple(
            re.compile(pattern)
            for pattern in (
                r"(?:le |la |l’|les )",
                r"(?:un |une )",
                r"(?:des |de |du |d’)",
                r"(?:à |au |aux |en |dans |sur |vers )",
                r"(?:par |avec |pour |contre )",
            )
        ),
        set_typography=set_typography,
        weightless=frozenset(map(plain, word_set("items", "weightless"))),
        is_evident=_is_evident,
        alike=(*(frozenset(map(plain, words)) for words in read_words("nouns")["alike"]), MEETINGS, ARMIES, NEWNESS, *RETOLD),
        loose=re.compile(
            rf"\b(?:les?|la|l|du|aux?|ce|cet|cette) (?:{_NEW} )?({_NEWS}|{'|'.join(sorted(map(plain, word_set('items', 'loose'))))})\b{_BARE}"
        ),
    )
)

find_flaw, is_unexplained, RULES = FLAWS.find_flaw, FLAWS.is_unexplained, FLAWS.rules
