"""What makes a worded card unfit, in any language: the answer betrayed, a word that hangs in the air, a length nobody reads.

A pack gives its words and patterns as a `FlawWords`; `WordFlaws` judges with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizgen.langs import FlawRule, LanguagePack
from quizgen.model import Card

LONGEST_QUESTION = 30  # words
LONGEST_ANSWER = 12
STEM = 6  # letters: “destruction” and “destructions”, “destroyed” not
KIN = 5  # letters by which a word of the question is known again in the context line
ASKING, CHOICE, CLAIMS = ("open", "choice"), ("choice",), ("choice", "true_false")
Check = Callable[[str, str, str], str | None]


@lru_cache(maxsize=4096)  # each question and answer is held against every context line
def plain(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces; digits of one number joined."""
    text = unicodedata.normalize("NFKD", re.sub(r"(?<=\d),(?=\d{3}\b)", "", text).lower().replace("œ", "oe"))
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", re.sub(r"\s+", " ", text).strip())


@lru_cache(maxsize=4096)  # likewise
def names_of(text: str) -> frozenset[str]:
    """The capitalised words of `text` that do not open it, of four letters or more."""
    return frozenset(m.group() for m in re.finditer(r"\b[A-ZÀ-Ý][\w-]{3,}", text) if m.start() > 0)


def stem(word: str) -> str:
    """The first STEM letters."""
    return word[:STEM]


def kin(word: str) -> str:
    """The first KIN letters, without the mark of a plural."""
    return word.removesuffix("s")[:KIN]


@dataclass(frozen=True, kw_only=True)
class FlawWords:
    """The words and patterns of a language by which flaws show. Patterns that say so are matched against `plain` text."""

    lists: Mapping[str, Sequence[str]]  # the lists of words/items.toml
    empty: frozenset[str]  # words that betray nothing
    opening_betrays: bool = False  # whether the first two telling words of an answer give it away: « close its schools and libraries »
    quotes: tuple[str, str]
    article: re.Pattern[str]  # at the head of an answer
    plainest: str  # how the context line begins that names nothing but the article's date, plain
    nameless: frozenset[str] = frozenset()  # plain: words with a capital that name nothing: those that ask, months
    taken_up: re.Pattern[str] | None = None  # as written: how a question tells of a thing told before, which such a line leaves open
    relative: re.Pattern[str]  # plain: a time told by the day of writing
    dangling: re.Pattern[str]  # plain: a word that only the article explains
    pronoun: re.Pattern[str]  # one that stands for somebody named before
    negation: re.Pattern[str]
    second: str  # plain: what joins a second question, before one of the interrogatives
    open_article: re.Pattern[str]  # an article at the end of a question
    openings: tuple[re.Pattern[str], ...]  # how options may begin; one that alone begins otherwise is noticed
    set_typography: Callable[[str], str]
    # what a question may leave to its context line; without these words it is not looked at
    weightless: frozenset[str] = frozenset()  # plain: words of a question that tell nothing of the event
    is_evident: Callable[[str], bool] = bool  # plain: whether any event explains a word (“the police”), or it tells a thing by itself
    alike: tuple[frozenset[str], ...] = ()  # plain: nouns for the same things
    loose: re.Pattern[str] | None = None  # plain: a bare noun (group 1) that takes up something told before
    years: re.Pattern[str] | None = None  # plain: a number of years (group 1)


FEW = 3  # telling words of a question from which it leaves its event to the context line: of such, readers took one in four
ENOUGH = 2  # names and figures by which a question is known without a word on its event


@lru_cache(maxsize=4096)  # an article has a few context lines, each held against every answer, and the other way round
def plain_names(text: str) -> frozenset[str]:
    """All capitalised words of four letters or more, plain."""
    return frozenset(map(plain, names_of(f" {text}")))


@lru_cache(maxsize=4096)  # likewise
def figures_of(text: str) -> frozenset[str]:
    """The figures of two digits or more, years aside."""
    return frozenset(f for f in re.findall(r"\d[\d,.]*\d", plain(text)) if not re.fullmatch(r"1\d{3}|20\d\d", f))


@lru_cache(maxsize=4096)  # likewise
def acronyms_of(text: str) -> frozenset[str]:
    """The words of three to six capitals, plain."""
    return frozenset(map(plain, re.findall(r"\b[A-Z]{3,6}\b", text)))


@lru_cache(maxsize=4096)  # likewise
def stems_of(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """(the stems of the words of a plain text, those among them that are whole words a letter shorter: « Brume » and « brumeuse »)."""
    known = frozenset(map(stem, text.split()))
    return known, tuple(sorted(word for word in known if len(word) == STEM - 1))


def names_all(text: str, answer: str) -> bool:
    """Whether `text` has every word of a name of several words in `answer`: « la chanteuse Ida Kermo », or how its name begins or ends."""
    named, said = plain_names(answer), plain_names(text)
    return (len(named) > 1 and named <= said) or any(end in said for end in name_ends(answer))


@lru_cache(maxsize=4096)  # the same answer is held against every context line
def name_ends(answer: str) -> tuple[str, ...]:
    """How a name begins and ends, in plain words: of « l’association Kermo France », that of the name alone."""
    name = re.sub(r"^(?:[^A-ZÀ-Ý\s]+[\s’])+(?=[A-ZÀ-Ý])", "", answer)
    return tuple(map(plain, re.findall(r"[\w-]{5,}$|^[\w-]{5,}", name))) if name[:1].isupper() else ()


def is_apart(text: str, answer: str) -> bool:
    """Whether a name of two words shares with `text` no more than its last, which is a common noun there: « Marlow Paper » and « paper prices »,
    « Alpine Botany » and « botanists »."""
    match = re.fullmatch(r"([A-ZÀ-Ý][\w’-]+) ([A-ZÀ-Ý][\w’-]+)", answer)
    if match is None or match.group(2) in text or stem(plain(match.group(1))) in stems_of(plain(text))[0]:
        return False
    return stem(plain(match.group(2))) in stems_of(plain(text))[0]


def shares_figure(text: str, answer: str) -> bool:
    """Whether a figure of two digits or more of `answer`, years aside, stands in `text`: « environ 520 » and « 520 postes »."""
    return not figures_of(answer).isdisjoint(figures_of(text))


def is_run_together(text: str, answer: str) -> bool:
    """Whether `answer`, one word, stands in `text` as two: « AquaNef » and « Aqua Nef »."""
    return " " not in answer and len(answer) >= STEM and answer in text.replace(" ", "")


@dataclass(frozen=True)
class WordFlaws:
    """The flaws that words show, judged with those of a language."""

    words: FlawWords

    @cached_property
    def checks(self) -> tuple[tuple[str, str, Check], ...]:
        """Name, what to do, check: what the cards stage looks at for every wording and context line, in this order."""
        return (
            ("empty-answer", "Write an answer.", self.empty_answer),
            ("long-question", f"Say it in {LONGEST_QUESTION} words or fewer.", self.long_question),
            ("long-answer", f"Ask for something that {LONGEST_ANSWER} words can say.", self.long_answer),
            ("answer-leak", "Take the answer out of the question.", self.answer_leak),
            ("context-leak", "Choose a context line that does not give the answer away.", self.context_leak),
            ("nothing-named", "Say in the context line what the article is about, or name it in the question.", self.nothing_named),
            ("relative-date", "Give the date with its year.", self.relative_date),
            ("dangling-reference", "Name the thing instead of pointing to the article.", self.dangling_reference),
            ("cut-quotation", "Close the quotation or the bracket.", self.cut_quotation),
            ("dangling-pronoun", "Put the name in place of the pronoun.", self.dangling_pronoun),
            ("untold-thing", "Say which one, in the question or in the context line.", self.untold_thing),
        )

    def find_flaw(self, context: str, question: str, answer: str) -> str | None:
        """The first flaw that shows in the words of a card, or None."""
        in_context = (self.context_leak, self.nothing_named, self.untold_thing)
        return self._of_words(question, answer) or next((reason for check in in_context if (reason := check(context, question, answer))), None)

    @cached_property
    def _of_words(self) -> Callable[[str, str], str | None]:
        """What is wrong with a question and its answer whatever the context line: found out once, not for each line."""
        checks = [check for _, _, check in self.checks if check not in (self.context_leak, self.nothing_named, self.untold_thing)]

        @lru_cache(maxsize=1024)
        def judge(question: str, answer: str) -> str | None:
            return next((reason for check in checks if (reason := check("", question, answer))), None)

        return judge

    def unquoted(self, text: str) -> str:
        """`text` without what stands in quotation marks."""
        return self._quotation.sub(" ", text) if self.words.quotes[0] in text else text

    @cached_property
    def _quotation(self) -> re.Pattern[str]:
        opening, closing = map(re.escape, self.words.quotes)
        return re.compile(rf"{opening}[^{closing}]*{closing}")

    # --- checks of any card

    def empty_answer(self, context: str, question: str, answer: str) -> str | None:
        """An answer without a word."""
        return None if plain(answer) else "the answer is empty"

    def long_question(self, context: str, question: str, answer: str) -> str | None:
        """A question that nobody reads to its end."""
        return f"the question has over {LONGEST_QUESTION} words" if len(question.split()) > LONGEST_QUESTION else None

    def long_answer(self, context: str, question: str, answer: str) -> str | None:
        """An answer that nobody writes."""
        return f"the answer has over {LONGEST_ANSWER} words" if len(answer.split()) > LONGEST_ANSWER else None

    def answer_leak(self, context: str, question: str, answer: str) -> str | None:
        """The answer in the question."""
        if self.holds(plain(question), plain(answer)):
            return "the question holds the answer"
        shared = (plain(name) for name in names_of(f" {answer}") & names_of(question))
        return "the question holds a name of the answer" if any(name not in self.words.nameless for name in shared) else None

    def context_leak(self, context: str, question: str, answer: str) -> str | None:
        """The answer in the context line, whole, by its stem or by its initials."""
        said, given = plain(context), plain(answer)
        leaks = (
            self.holds(said, given)
            or (self.betrays(said, given) and self.betrays(said, self.untold(question, given)) and not is_apart(context, answer))
            or self.spells(context, answer)
            or self.shortens(context, answer)
            or names_all(context, answer)
            or shares_figure(context, answer)
            or is_run_together(said, given)
            or self.counts_back(f"{said} {plain(question)}", given)
        )
        return "the context holds the answer" if leaks else None

    def nothing_named(self, context: str, question: str, answer: str) -> str | None:
        """A card that could be of any article."""
        if not plain(context).startswith(self.words.plainest):
            return None
        names = sum(plain(name) not in self.words.nameless for name in names_of(f" {question}"))
        if names < ENOUGH and self.words.taken_up and self.words.taken_up.search(self.unquoted(question)):
            return "what the question takes up is not told"
        told = names + len(re.findall(r"\d{2,}", question)) if names or not self.words.nameless else 0
        return "neither the question nor its context names anything" if told < ENOUGH else None

    def untold_thing(self, context: str, question: str, answer: str) -> str | None:
        """A bare noun that takes up something which the context line does not tell: of eighteen such cards readers took one."""
        noun = self.words.loose.search(plain(self.unquoted(question))) if self.words.loose else None
        if noun is None or noun.group(1) in plain_names(question) or self._is_known(noun.group(1), {kin(word) for word in plain(context).split()}):
            return None
        return f"« {noun.group(1)} »: neither the question nor its context tells which"

    def is_unexplained(self, context: str, question: str) -> bool:
        """Whether a whole question of few words takes up something which the context line does not tell."""
        if not self.words.weightless or re.search(r"\d|«|“", question) or re.search(r"[A-ZÀ-Ý]", question[1:]):
            return False  # most questions: they name something
        asked = plain(self.unquoted(question))
        known = {kin(word) for word in plain(context).split()}
        if not known:
            return False
        told = [w for w in asked.split() if len(w) > 2 and w not in self.words.weightless and w not in self.words.empty]
        return 1 < len(told) <= FEW and not any(self.words.is_evident(w) or self._is_known(w, known) for w in told)

    def _is_known(self, word: str, known: set[str]) -> bool:
        """Whether `word`, or one for the same thing, is among the stems `known`."""
        same = {w for words in self.words.alike if word in words for w in words} | {word}
        return any(kin(w) in known for w in same)

    def relative_date(self, context: str, question: str, answer: str) -> str | None:
        """A time that only the day of writing tells."""
        if self.words.relative.search(plain(self.unquoted(question))):
            return "a relative date"
        return "the answer is a relative date" if self.words.relative.search(plain(answer)) and not re.search(r"\d", answer) else None

    def dangling_reference(self, context: str, question: str, answer: str) -> str | None:
        """A word that only the article explains."""
        points = any(self.words.dangling.search(plain(self.unquoted(text))) for text in (question, answer))
        return "a word that only the article explains" if points else None

    def cut_quotation(self, context: str, question: str, answer: str) -> str | None:
        """A quotation or bracket that is not closed."""
        opening, closing = self.words.quotes
        pairs = ((opening, closing), ("(", ")"), ("“", "”"))
        cut = any(question.count(left) != question.count(right) for left, right in pairs)
        return "a quotation or bracket is cut" if cut else None

    def dangling_pronoun(self, context: str, question: str, answer: str) -> str | None:
        """A pronoun with no name before it."""
        first = self.words.pronoun.search(self.unquoted(question))
        if first and not re.search(r"(?<!^)\b[A-ZÀ-Ý]\w", question[1 : first.start()]):
            return f"« {first.group()} » stands for nothing before it"
        return None

    def betrays(self, text: str, answer: str) -> bool:
        """Whether `text` shares the stem of the answer's first telling word of two, or of half of them."""
        telling = [stem(w) for w in answer.split() if w not in self.words.empty and len(w) > 3 and not w.isdigit()]
        known, short = stems_of(text)
        shared = sum(s in known or s.startswith(short) or (len(s) == STEM - 1 and any(k.startswith(s) for k in known)) for s in telling)
        if shared > 0 and 2 * shared < len(telling):  # « les forces de sécurité afghanes » and « l’armée afghane »
            akin = {kin(word) for word in text.split()}
            others = (w for w in answer.split() if stem(w) in telling and stem(w) not in known)
            shared += sum(self._has_twin(w, akin) for w in others)
        if self.words.opening_betrays and len(telling) > 2 and self._opens_alike(text, answer):
            return True
        return bool(telling) and ((telling[0] in known and len(telling) < 3) or 2 * shared >= len(telling))

    def _opens_alike(self, text: str, answer: str) -> bool:
        """Whether the first two telling words of `answer` stand in `text`, as they are or as another word of their stem."""
        first = [kin(w) for w in answer.split() if w not in self.words.empty and len(w) > 3][:2]
        return {kin(w) for w in text.split()}.issuperset(first)

    def untold(self, question: str, answer: str) -> str:
        """The words of an answer that its question does not say itself: « d’un bagage » for « Quelle limite… ? — une limite d’un bagage »."""
        said = stems_of(plain(question))[0]
        rest = " ".join(w for w in answer.split() if stem(w) not in said)
        return rest if any(len(w) > 3 and not w.isdigit() and w not in self.words.empty for w in rest.split()) else answer

    def _has_twin(self, word: str, known: set[str]) -> bool:
        """Whether another noun for the same thing as `word` is among the stems `known`."""
        single = word.removesuffix("s")
        return any(kin(w) in known for words in self.words.alike if single in words for w in words)

    def counts_back(self, text: str, answer: str) -> bool:
        """Whether `text` tells a year and a number of years that lead back to the year that answers: « the first in 114 years, 2016 » and 1902."""
        if self.words.years is None or not re.fullmatch(r"1\d{3}|20\d\d", answer):
            return False
        spans = [int(found.group(1)) for found in self.words.years.finditer(text)]
        return any(int(year) - span == int(answer) for year in re.findall(r"\b(?:1\d{3}|20\d\d)\b", text) for span in spans)

    def spells(self, text: str, answer: str) -> bool:
        """Whether words of `text` in a row have the letters of an acronym as their initials."""
        letters = self.words.article.sub("", answer)
        if not re.fullmatch(r"[A-Z]{2,6}", letters):
            return False
        return letters in "".join(word[0] for word in re.findall(r"\w+", text) if word[0].isupper())

    def shortens(self, text: str, answer: str) -> bool:
        """Whether `text` has the initials of an answer of several words as an acronym: « la Confédération générale du travail » and « CGT »."""
        if not acronyms_of(text):
            return False
        telling = [w for w in plain(answer).split() if w not in self.words.empty]
        return len(telling) > 2 and "".join(w[0] for w in telling) in acronyms_of(text)

    def holds(self, text: str, answer: str) -> bool:
        """Whether `text` gives the answer away: the answer itself, or all its telling words."""
        if answer in text and re.search(rf"\b{re.escape(answer)}\b", text):
            return True
        telling = [w for w in answer.split() if w not in self.words.empty]
        return bool(telling) and all(
            w in text and re.search(rf"\b{re.escape(w)}{'s?' if len(w) > 3 and w.isalpha() else ''}\b", text) for w in telling
        )

    # --- rules of `quizgen check`

    @cached_property
    def rules(self) -> tuple[FlawRule, ...]:
        """The rules that need the language's words."""
        return (
            *(self._as_rule(name, todo, check) for name, todo, check in self.checks),
            self._listed("absolute-term", "absolute", CLAIMS, "Say it without the absolute word: it shows that the option is wrong."),
            self._listed("vague-term", "vague", CLAIMS, "Say how often or how much."),
            FlawRule(name="negative-question", find=self._negative, forms=CHOICE, todo="Ask for what is so."),
            self._listed("all-of-the-above", "all_of_them", CHOICE, "Replace the option by a thing of its own."),
            self._listed("none-of-the-above", "none_of_them", CHOICE, "Replace the option by a thing of its own."),
            FlawRule(
                name="unfocused-question", find=lambda card, pack: self.says_any((card.question,), "unfocused"), forms=ASKING,
                todo="Ask for one thing, so that it can be answered with the options covered.",
            ),
            FlawRule(name="true-false-options", find=self._truth_values, forms=CHOICE, todo="Make a true/false card of it."),
            FlawRule(name="double-question", find=self._double_question, forms=ASKING, todo="Make two cards."),
            FlawRule(name="grammatical-cue", find=self._grammatical_cue, forms=CHOICE, todo="Let all options begin alike."),
            FlawRule(name="typography", find=self._typography, todo="Use the quotation marks, apostrophes and spaces of the language."),
        )  # fmt: skip

    def _as_rule(self, name: str, todo: str, check: Check) -> FlawRule:
        """A check of words as a rule for cards; of a true/false card, the answer is its correction."""

        def find(card: Card, pack: LanguagePack) -> str | None:
            if card.form != "true_false":
                return check(card.context, card.question, card.answer)
            if name in ("answer-leak", "context-leak", "long-answer"):
                correction = plain(card.answer.partition(":")[2])
                place = card.context if name == "context-leak" else card.question
                return f"« {correction} » stands there" if name != "long-answer" and correction and self.holds(plain(place), correction) else None
            return check(card.context, card.question, card.answer)

        return FlawRule(name=name, todo=todo, find=find)

    def _listed(self, name: str, words: str, forms: tuple[str, ...], todo: str) -> FlawRule:
        """A rule against words of a list, in what may be right or wrong: the options of a choice, the statement of a true/false."""

        def find(card: Card, pack: LanguagePack) -> str | None:
            return self.says_any(card.options if card.form == "choice" else (card.question,), words)

        return FlawRule(name=name, todo=todo, find=find, forms=forms)

    def says_any(self, texts: Iterable[str], name: str) -> str | None:
        """The first word or phrase of the list `name` that stands in one of `texts`; quotations aside."""
        for text in texts:
            flat = f" {plain(self.unquoted(text))} "
            for word in self.words.lists[name]:
                if f" {plain(word)} " in flat:
                    return f"« {word} »"
        return None

    def _negative(self, card: Card, pack: LanguagePack) -> str | None:
        turned = self.words.negation.search(self.unquoted(card.question))
        return f"« {turned.group()} »" if turned else self.says_any((card.question,), "negative")

    def _truth_values(self, card: Card, pack: LanguagePack) -> str | None:
        known = {plain(word) for word in self.words.lists["truth_values"]}
        return next((f"« {o} » is an option" for o in card.options if known & set(plain(o).split()[:1])), None)

    def _double_question(self, card: Card, pack: LanguagePack) -> str | None:
        asked = self.unquoted(card.question)
        second = re.search(rf"\b{self.words.second}(?:{'|'.join(self.words.lists['interrogatives'])})\b", asked.lower())
        return "two questions in one" if asked.count("?") > 1 or second else None

    def _grammatical_cue(self, card: Card, pack: LanguagePack) -> str | None:
        if self.words.open_article.search(card.question):
            return "the article at the end of the question fits some options only"
        openings = {o: next((n for n, words in enumerate(self.words.openings) if words.match(o.lower())), -1) for o in card.options}
        rest = {openings[o] for o in card.options if o != card.answer}
        return f"only « {card.answer} » begins like this" if len(rest) == 1 and openings.get(card.answer) not in (None, *rest) else None

    def _typography(self, card: Card, pack: LanguagePack) -> str | None:
        return next(self._ill_set((card.context, card.question, card.answer, *card.options)), None)

    def _ill_set(self, texts: Iterable[str]) -> Iterator[str]:
        yield from (f"« {text} » should be « {done} »" for text in texts if text != (done := self.words.set_typography(text)))
