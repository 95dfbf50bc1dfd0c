"""A toy language pack for the tests, as another package would bring it: a few words of Esperanto, one rule, one kind of question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.langs import Analysis, LanguagePack, Pointer, Refusal, Wording
from quizgen.langs.targets import find_target
from quizgen.langs.trimming import swap
from quizgen.model import GAP, Argument, Article, Clause, Entity, Fact, Mention, Phrase, Reading, Sentence, Span, Token, Verb

WORDS = frozenset("la kaj de en al el por kun estas sed ne ili li ŝi ĝi tio ke per pri sur".split())
SENT = re.compile(r"(?P<who>[A-Z]\w+) sendis (?P<count>\d+) (?P<what>\w+ojn) al (?P<where>[A-Z]\w+)\.")


class Labels(dict[str, str]):
    """Words of the handout that stand for themselves: a toy prints its keys."""

    def __missing__(self, key: str) -> str:
        return key


class Esperanto(LanguagePack):
    """What « X sendis 12 ŝipojn al Y. » (X sent 12 ships to Y) says, and how to ask for it."""

    code = "eo"
    name = "Esperanto"
    analysis = Analysis(base="toy_model")
    labels = Labels(true="Vera", false="Malvera")

    def share_of_function_words(self, words: Sequence[str]) -> float:
        return sum(word in WORDS for word in words) / max(1, len(words))

    def read_date(self, text: str) -> str | None:
        return text if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text) else None

    def say_date(self, date: str) -> str:
        return date

    def split_dateline(self, text: str) -> tuple[str, str]:
        return "", text

    def find_units(self, text: str) -> list[Span]:
        return []

    def find_full_names(self, text: str) -> list[tuple[Span, str]]:
        return []

    def trim_name(self, words: Sequence[str], label: str) -> tuple[int, int] | None:
        return 0, len(words)

    def repair_tokens(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        return tokens

    def find_names(self, reading: Reading) -> Sequence[Token]:
        return [t for t in reading.document.tokens if t.name]

    def read_entities(self, names: Sequence[Token], reading: Reading) -> tuple[Entity, ...]:
        mentions: dict[str, list[int]] = {}
        for token in names:
            mentions.setdefault(token.text, []).append(token.i)
        return tuple(Entity(name=name, kind="country", mentions=tuple(found)) for name, found in mentions.items())

    def read_pointer(self, reading: Reading, token: Token) -> Pointer | None:
        return None

    def reject_sentence(self, reading: Reading, sentence: Sentence) -> str | None:
        return None

    def read_facts(self, reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
        found = SENT.search(reading.document.text(sentence.span))
        if found is None:
            yield Refusal(span=sentence.span, rule="sent", reason="nobody sends anything")
            return
        known = {e.name: e for e in reading.entities}

        def phrase(role: str, group: str, **more: str) -> Phrase:
            span = Span(start=sentence.span.start + found.start(group), end=sentence.span.start + found.end(group))
            entities = (known[found[group]],) if found[group] in known else ()
            return Phrase(role=role, text=reading.document.text(span), span=span, entities=entities, named=bool(entities), **more)  # type: ignore[arg-type]

        force = phrase("force", "what", count=found["count"], counted=found["what"])
        complements = (force, phrase("destination", "where", marker="al"))
        clause = Clause(verb=Verb(lemma="sendi", finite="sendis"), subject=phrase("actor", "who"), complements=complements)
        arguments = [
            Argument(role=p.role, kind=p.kind, mention=Mention(span=p.span, text=p.text, entity=(*p.entities, None)[0])) for p in clause.phrases()
        ]
        number = Argument(role="number", kind="number", mention=Mention(span=force.span, text=force.count))
        yield Fact(id="", type="deployment", predicate="sendi", arguments=(*arguments, number), evidence=sentence.span, rule="sent", clause=clause)

    def finish_facts(self, reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
        return list(facts)

    def ask(self, fact: Fact, role: str) -> Wording | str:
        who, force, where = (p.text for p in fact.clause.phrases()) if fact.clause else ("", "", "")
        asked = {
            "actor": (f"Kiu sendis {force} al {where}?", who),
            "destination": (f"Al kiu lando {who} sendis {force}?", where),
            "number": (f"Kiom da {force.removesuffix('n')} {who} sendis al {where}?", fact.arguments[-1].mention.text),
        }
        return Wording(question=asked[role][0], answer=asked[role][1]) if role in asked else "it is told, not asked"

    def gap(self, fact: Fact, role: str) -> Wording | str:
        target = find_target(fact, role)
        if fact.clause is None or target is None or role != "destination":
            return "the open question asks it better"
        words = [p.text for p in swap(fact.clause, target, target).phrases()]
        return Wording(question=f"{words[0]} sendis {words[1]} al {GAP}.", answer=words[2])

    def contexts(self, article: Article, facts: Sequence[Fact]) -> Iterator[str]:
        yield "Ŝipoj sur la lago"

    def find_flaw(self, context: str, question: str, answer: str) -> str | None:
        return None

    def role_code(self, role: str) -> str:
        return role[:4]


PACK = Esperanto()
