"""What makes a worded French card unfit: the answer betrayed, a word that hangs in the air, a length nobody reads."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quizgen.langs.fr.dates import WEEKDAYS

LONGEST_QUESTION = 30  # words
LONGEST_ANSWER = 12
STEM = 6  # letters: « destruction » and « destructions », « détruit » not
EMPTY = frozenset("le la les l un une des du de d et en à au aux dans que qui pour par sur avec".split())
_NEAR = "hier|demain|aujourd hui|ce (matin|soir|jour)|(la semaine|le mois|l annee|l an) (prochaine?|derniere?|passee?)"
RELATIVE = re.compile(rf"\b({_NEAR}|{'|'.join(WEEKDAYS)})\b(?! \d)")
DANGLING = re.compile(r"\b(ce dernier|cette derniere|ces derniers|celui ci|celle ci|cette decision|ce texte|cet article)\b")
PRONOUN = re.compile(r"(?<!-)\b(il|elle|ils|elles|lui|leur|y)\b(?!-)")


@lru_cache(maxsize=4096)  # each question and answer is held against every context line
def plain(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces; digits of one number joined."""
    text = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", re.sub(r"\s+", " ", text).strip())


def find_flaw(context: str, question: str, answer: str) -> str | None:
    """The first flaw of a card, or None."""
    asked, said, given = plain(question), plain(context), plain(answer)
    if not given:
        return "the answer is empty"
    if len(question.split()) > LONGEST_QUESTION:
        return f"the question has over {LONGEST_QUESTION} words"
    if len(answer.split()) > LONGEST_ANSWER:
        return f"the answer has over {LONGEST_ANSWER} words"
    if holds(asked, given):
        return "the question holds the answer"
    if names_of(f" {answer}") & names_of(question):
        return "the question holds a name of the answer"
    if holds(said, given) or betrays(said, given) or spells(context, answer):
        return "the context holds the answer"
    if said.startswith("article d") and not names_of(f" {question}"):
        return "neither the question nor its context names anything"
    if RELATIVE.search(plain(re.sub(r"«[^»]*»", " ", question))):
        return "a relative date"
    if RELATIVE.search(given) and not re.search(r"\d", given):
        return "the answer is a relative date"
    if DANGLING.search(asked):
        return "a word that only the article explains"
    if question.count("«") != question.count("»") or question.count("(") != question.count(")"):
        return "a quotation or bracket is cut"
    first = PRONOUN.search(re.sub(r"«[^»]*»", " ", question))
    if first and not re.search(r"(?<!^)\b[A-ZÀ-Ý]\w", question[1 : first.start()]):
        return f"« {first.group()} » stands for nothing before it"
    return None


def names_of(text: str) -> frozenset[str]:
    """The capitalised words of `text` that do not open it, of four letters or more."""
    return frozenset(m.group() for m in re.finditer(r"\b[A-ZÀ-Ý][\w-]{3,}", text) if m.start() > 0)


def betrays(text: str, answer: str) -> bool:
    """Whether `text` shares the stem of the answer's first telling word, or of a third of them: « destructions », « destruction »."""
    telling = [stem(w) for w in answer.split() if w not in EMPTY and len(w) > 3 and not w.isdigit()]
    known = {stem(w) for w in text.split()}
    return bool(telling) and (telling[0] in known or 3 * sum(s in known for s in telling) >= len(telling))


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
