"""Stage 3 of 6: Document -> facts. Entities, then coreference, then the pack's rules, then merging and ids."""

from __future__ import annotations

from quizgen.facts.coreference import resolve_pointers
from quizgen.facts.entities import link_names
from quizgen.facts.identity import identify_fact
from quizgen.facts.merging import merge_facts
from quizgen.langs import LanguagePack, Refusal
from quizgen.model import Document, Fact, Skipped

STAGE = "facts"


def extract_facts(document: Document, pack: LanguagePack) -> tuple[tuple[Fact, ...], tuple[Skipped, ...]]:
    """What `document` says, in reading order, and why the rest gave nothing."""
    reading = resolve_pointers(link_names(document, pack), pack)
    facts: list[Fact] = []
    skipped: list[Skipped] = []
    for sentence in document.sentences:
        if reason := pack.reject_sentence(reading, sentence):
            skipped.append(Skipped(span=sentence.span, stage=STAGE, rule="sentence", reason=reason))
            continue
        found = list(pack.read_facts(reading, sentence))
        facts += (f for f in found if isinstance(f, Fact))
        skipped += (Skipped(span=r.span, stage=STAGE, rule=r.rule, reason=r.reason) for r in found if isinstance(r, Refusal))
        if not found:
            skipped.append(Skipped(span=sentence.span, stage=STAGE, rule="sentence", reason="no rule found a fact"))
    whole = pack.finish_facts(reading, facts)
    identified = (identify_fact(fact, document.article.id) for fact in whole)
    return merge_facts(identified), tuple(skipped)
