"""Text -> its lines, each with the paragraph that it belongs to and what was found about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from quizgen.articles.header import read_header
from quizgen.langs import LanguagePack, PageWords

NARROWEST = 40  # characters: shorter lines are a list, not a text broken to a width
RAGGED = 15  # characters that lines of one width differ by
LONGEST_DATE = 80  # characters of a line that may be a date
LONGEST_HEAD = 4  # lines of title, date and writer
LONG = 150  # characters of a line that no one has broken to a width
HEAD = "head"  # title and date lines: taken out of the text, but not lost


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a paragraph; lines of one paragraph are joined again. `rule` is why it does not stay, or empty."""

    text: str
    paragraph: int
    rule: str = ""


def split_lines(text: str, pack: LanguagePack) -> list[Line]:
    """The lines of `text` as the writer ended them: those that were only broken to a width are joined."""
    lines = []
    known = frozenset(re.findall(r"[\w’-]+", text)) if "-\n" in text else frozenset()
    paragraphs = [[line for line in paragraph.split("\n") if line.strip()] for paragraph in split_paragraphs(text)]
    broken = any(len(paragraph) > 1 for paragraph in paragraphs[1:])  # elsewhere lines end where paragraphs do
    for number, paragraph in enumerate(paragraphs):
        head = not number and len(paragraphs) > 1 and not broken and len(paragraph) <= LONGEST_HEAD
        whole = paragraph if head else join_wrapped(paragraph, pack, known, first=not number)
        lines += [Line(text=line, paragraph=number) for line in whole]
    return lines


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`: parted by blank lines, or by single line ends where the lines are too long to be wrapped."""
    if "\n\n" not in text and max(map(len, text.split("\n"))) > LONG:
        return text.split("\n")
    return text.split("\n\n")


def join_wrapped(lines: Sequence[str], pack: LanguagePack, known: frozenset[str], *, first: bool = False) -> list[str]:
    """`lines` with those joined that end only because the next word had no room; `known` are the words of the text.

    In the `first` paragraph a line that says where and when the article was written stays apart from its title.
    """
    width = max(map(len, lines), default=0)
    alone = sum(len(line) > width - RAGGED for line in lines) == 1
    groups = [[line] for line in lines[:1]]
    for line, after in pairwise(lines):
        if is_wrapped(line, after, width, alone=alone) and not (
            is_date(line, pack) or is_date(after, pack) or (first and read_header(after, pack) is not None)
        ):
            groups[-1].append(after)
        else:
            groups.append([after])
    return [join_words(group, pack.page, known) for group in groups]


def is_wrapped(line: str, after: str, width: int, *, alone: bool) -> bool:
    """Whether `line` was broken to `width`: inside a word, or before a word that had no room. If one line is as long as that `alone`,
    and ends with a stop, it tells of no width."""
    if is_parted(line, after):
        return True
    full = width >= NARROWEST and len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
    return full and not (alone and line.endswith((".", "!", "?", "»")))


def is_date(line: str, pack: LanguagePack) -> bool:
    """Whether the whole line is a date."""
    return len(line) <= LONGEST_DATE and pack.read_date(line) is not None


def is_parted(line: str, after: str) -> bool:
    """Whether a hyphen ends `line` in the middle of a word."""
    return re.fullmatch(r"[^\W_]-", line[-2:]) is not None and after[:1].isalnum()


def join_words(lines: Sequence[str], page: PageWords, known: frozenset[str] = frozenset()) -> str:
    """`lines` on one line. A hyphen at an end stays if the language, or another place in the text, has the word with it."""
    joined = list(lines[:1])
    for line in lines[1:]:
        before = joined[-1]
        if is_parted(before, line):
            first, second = re.split(r"[^\w’]", before[-60:-1])[-1], re.split(r"[\W_]", line[:60])[0]
            joined[-1] = before if keeps_hyphen(first, second, page, known) else before[:-1]
            joined.append(line)
        else:
            joined += [" ", line]
    return "".join(joined)


def keeps_hyphen(first: str, second: str, page: PageWords, known: frozenset[str]) -> bool:
    """Whether the hyphen between `first` and `second` belongs to the word: « vice-président », « a-t-il », not « prési-dent »."""
    if not (first[-1:].islower() and second[:1].islower()):
        return True
    if f"{first}{second}" in known:
        return False
    return f"{first}-{second}" in known or first.lower() in page.before_hyphen or second.lower() in page.after_hyphen


def list_paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """`lines` paragraph by paragraph."""
    for _, group in groupby(lines, key=lambda line: line.paragraph):
        yield list(group)
