"""What makes a worded French card unfit: the answer betrayed, a word that hangs in the air, a length nobody reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from quizgen.langs import FlawRule, LanguagePack
from quizgen.langs.fr.dates import WEEKDAYS
from quizgen.langs.fr.lexicon import read_words
from quizgen.langs.fr.morphology import set_typography
from quizgen.model import Card

LONGEST_QUESTION = 30  # words
LONGEST_ANSWER = 12
STEM = 6  # letters: « destruction » and « destructions », « détruit » not
EMPTY = frozenset("le la les l un une des du de d et en à au aux dans que qui pour par sur avec leur leurs son sa ses ce cette ces".split())
_NEAR = "hier|demain|aujourd hui|ce (matin|soir|jour)|(la semaine|le mois|l annee|l an) (prochaine?|derniere?|passee?)"
RELATIVE = re.compile(rf"\b({_NEAR}|{'|'.join(WEEKDAYS)})\b(?! \d)")
DANGLING = re.compile(r"\b(ce dernier|cette derniere|ces derniers|celui ci|celle ci|cette decision|ce texte|cet article)\b")
PRONOUN = re.compile(r"(?<!-)\b(il|elle|ils|elles|lui|leur|y)\b(?!-)")

NEGATION = re.compile(r"(?i)\b(?:ne |n’)\w+(?:-t)?(?:-\w+)?(?: \w+)? (?:pas|plus|jamais|guère)\b")
OPEN_ARTICLE = re.compile(r"(?i)\b(?:une?|les?|la|des|du)\s*(?:_+)?\s*[?:…]*$|\b[ld]’\s*(?:_+)?\s*[?:…]*$")
# How options may begin; one that alone begins otherwise is noticed.
OPENINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:le |la |l’|les )",
        r"(?:un |une )",
        r"(?:des |de |du |d’)",
        r"(?:à |au |aux |en |dans |sur |vers )",
        r"(?:par |avec |pour |contre )",
    )
)
ASKING, CHOICE, CLAIMS = ("open", "choice"), ("choice",), ("choice", "true_false")


@lru_cache(maxsize=4096)  # each question and answer is held against every context line
def plain(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces; digits of one number joined."""
    text = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", re.sub(r"\s+", " ", text).strip())


def find_flaw(context: str, question: str, answer: str) -> str | None:
    """The first flaw that shows in the words of a card, or None."""
    return next((reason for _, _, check in CHECKS if (reason := check(context, question, answer))), None)


def unquoted(text: str) -> str:
    """`text` without what stands in « »."""
    return re.sub(r"«[^»]*»", " ", text)


def _empty_answer(context: str, question: str, answer: str) -> str | None:
    return None if plain(answer) else "the answer is empty"


def _long_question(context: str, question: str, answer: str) -> str | None:
    return f"the question has over {LONGEST_QUESTION} words" if len(question.split()) > LONGEST_QUESTION else None


def _long_answer(context: str, question: str, answer: str) -> str | None:
    return f"the answer has over {LONGEST_ANSWER} words" if len(answer.split()) > LONGEST_ANSWER else None


def _answer_leak(context: str, question: str, answer: str) -> str | None:
    if holds(plain(question), plain(answer)):
        return "the question holds the answer"
    return "the question holds a name of the answer" if names_of(f" {answer}") & names_of(question) else None


def _context_leak(context: str, question: str, answer: str) -> str | None:
    said, given = plain(context), plain(answer)
    return "the context holds the answer" if holds(said, given) or betrays(said, given) or spells(context, answer) else None


def _nothing_named(context: str, question: str, answer: str) -> str | None:
    if plain(context).startswith("article d") and not names_of(f" {question}"):
        return "neither the question nor its context names anything"
    return None


def _relative_date(context: str, question: str, answer: str) -> str | None:
    if RELATIVE.search(plain(unquoted(question))):
        return "a relative date"
    return "the answer is a relative date" if RELATIVE.search(plain(answer)) and not re.search(r"\d", answer) else None


def _dangling_reference(context: str, question: str, answer: str) -> str | None:
    return "a word that only the article explains" if DANGLING.search(plain(question)) else None


def _cut_quotation(context: str, question: str, answer: str) -> str | None:
    cut = question.count("«") != question.count("»") or question.count("(") != question.count(")")
    return "a quotation or bracket is cut" if cut else None


def _dangling_pronoun(context: str, question: str, answer: str) -> str | None:
    first = PRONOUN.search(unquoted(question))
    if first and not re.search(r"(?<!^)\b[A-ZÀ-Ý]\w", question[1 : first.start()]):
        return f"« {first.group()} » stands for nothing before it"
    return None


def names_of(text: str) -> frozenset[str]:
    """The capitalised words of `text` that do not open it, of four letters or more."""
    return frozenset(m.group() for m in re.finditer(r"\b[A-ZÀ-Ý][\w-]{3,}", text) if m.start() > 0)


def betrays(text: str, answer: str) -> bool:
    """Whether `text` shares the stem of the answer's first telling word of two, or of half of them: « destructions », « destruction »."""
    telling = [stem(w) for w in answer.split() if w not in EMPTY and len(w) > 3 and not w.isdigit()]
    known = {stem(w) for w in text.split()}
    shared = sum(s in known for s in telling)
    return bool(telling) and ((telling[0] in known and len(telling) < 3) or 2 * shared >= len(telling))


def spells(text: str, answer: str) -> bool:
    """Whether words of `text` in a row have the letters of an acronym as their initials: « Banque Centrale » for « BC »."""
    letters = re.sub(r"^(le |la |les |l’)", "", answer)
    if not re.fullmatch(r"[A-Z]{2,6}", letters):
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", text) if word[0].isupper())
    return letters in initials


def stem(word: str) -> str:
    """The first STEM letters."""
    return word[:STEM]


def holds(text: str, answer: str) -> bool:
    """Whether `text` gives the answer away: the answer itself, or all its telling words."""
    if re.search(rf"\b{re.escape(answer)}\b", text):
        return True
    telling = [w for w in answer.split() if w not in EMPTY]
    return bool(telling) and all(re.search(rf"\b{re.escape(w)}\b", text) for w in telling)


# name, what to do, check: what the cards stage looks at for every wording and context line, in this order
CHECKS = (
    ("empty-answer", "Write an answer.", _empty_answer),
    ("long-question", f"Say it in {LONGEST_QUESTION} words or fewer.", _long_question),
    ("long-answer", f"Ask for something that {LONGEST_ANSWER} words can say.", _long_answer),
    ("answer-leak", "Take the answer out of the question.", _answer_leak),
    ("context-leak", "Choose a context line that does not give the answer away.", _context_leak),
    ("nothing-named", "Say in the context line what the article is about, or name it in the question.", _nothing_named),
    ("relative-date", "Give the date with its year.", _relative_date),
    ("dangling-reference", "Name the thing instead of pointing to the article.", _dangling_reference),
    ("cut-quotation", "Close the quotation or the bracket.", _cut_quotation),
    ("dangling-pronoun", "Put the name in place of the pronoun.", _dangling_pronoun),
)


# --- rules of `quizgen check` that need French words


def _as_rule(name: str, todo: str, check: Callable[[str, str, str], str | None]) -> FlawRule:
    """A check of words as a rule for cards; of a true/false card, the answer is its correction."""

    def find(card: Card, pack: LanguagePack) -> str | None:
        if card.form != "true_false":
            return check(card.context, card.question, card.answer)
        if check in (_answer_leak, _context_leak, _long_answer):
            correction = plain(card.answer.partition(":")[2])
            place = card.context if check is _context_leak else card.question
            return f"« {correction} » stands there" if check is not _long_answer and correction and holds(plain(place), correction) else None
        return check(card.context, card.question, card.answer)

    return FlawRule(name=name, todo=todo, find=find)


def says_any(texts: Iterable[str], name: str) -> str | None:
    """The first word or phrase of words/items.toml, list `name`, that stands in one of `texts`; quotations aside."""
    for text in texts:
        flat = f" {plain(unquoted(text))} "
        for word in read_words("items")[name]:
            if f" {plain(word)} " in flat:
                return f"« {word} »"
    return None


def _claims(card: Card) -> tuple[str, ...]:
    """What a card says that may be right or wrong: the options of a choice, the statement of a true/false."""
    return card.options if card.form == "choice" else (card.question,)


def _absolute(card: Card, pack: LanguagePack) -> str | None:
    return says_any(_claims(card), "absolute")


def _vague(card: Card, pack: LanguagePack) -> str | None:
    return says_any(_claims(card), "vague")


def _negative(card: Card, pack: LanguagePack) -> str | None:
    turned = NEGATION.search(unquoted(card.question))
    return f"« {turned.group()} »" if turned else says_any((card.question,), "negative")


def _all_of_them(card: Card, pack: LanguagePack) -> str | None:
    return says_any(card.options, "all_of_them")


def _none_of_them(card: Card, pack: LanguagePack) -> str | None:
    return says_any(card.options, "none_of_them")


def _unfocused(card: Card, pack: LanguagePack) -> str | None:
    return says_any((card.question,), "unfocused")


def _truth_values(card: Card, pack: LanguagePack) -> str | None:
    known = {plain(word) for word in read_words("items")["truth_values"]}
    return next((f"« {o} » is an option" for o in card.options if known & set(plain(o).split()[:1])), None)


def _double_question(card: Card, pack: LanguagePack) -> str | None:
    asked = unquoted(card.question)
    words = "|".join(read_words("items")["interrogatives"])
    second = re.search(rf"\bet (?:\w+ )?(?:{words})\b", asked.lower())
    return "two questions in one" if asked.count("?") > 1 or second else None


def _grammatical_cue(card: Card, pack: LanguagePack) -> str | None:
    if OPEN_ARTICLE.search(card.question):
        return "the article at the end of the question fits some options only"
    openings = {o: next((n for n, words in enumerate(OPENINGS) if words.match(o.lower())), -1) for o in card.options}
    rest = {openings[o] for o in card.options if o != card.answer}
    return f"only « {card.answer} » begins like this" if len(rest) == 1 and openings.get(card.answer) not in (None, *rest) else None


def _typography(card: Card, pack: LanguagePack) -> str | None:
    texts = (card.context, card.question, card.answer, *card.options)
    return next((f"« {text} » should be « {set_typography(text)} »" for text in texts if text != set_typography(text)), None)


RULES = (
    *(_as_rule(name, todo, check) for name, todo, check in CHECKS),
    FlawRule(name="absolute-term", find=_absolute, forms=CLAIMS, todo="Say it without the absolute word: it shows that the option is wrong."),
    FlawRule(name="vague-term", find=_vague, forms=CLAIMS, todo="Say how often or how much."),
    FlawRule(name="negative-question", find=_negative, forms=CHOICE, todo="Ask for what is so."),
    FlawRule(name="all-of-the-above", find=_all_of_them, forms=CHOICE, todo="Replace the option by a thing of its own."),
    FlawRule(name="none-of-the-above", find=_none_of_them, forms=CHOICE, todo="Replace the option by a thing of its own."),
    FlawRule(
        name="unfocused-question", find=_unfocused, forms=ASKING, todo="Ask for one thing, so that it can be answered with the options covered."
    ),
    FlawRule(name="true-false-options", find=_truth_values, forms=CHOICE, todo="Make a true/false card of it."),
    FlawRule(name="double-question", find=_double_question, forms=ASKING, todo="Make two cards."),
    FlawRule(name="grammatical-cue", find=_grammatical_cue, forms=CHOICE, todo="Let all options begin alike."),
    FlawRule(name="typography", find=_typography, todo="Use the typographic apostrophe and the no-break spaces before ? ! ; : and inside « »."),
)
