"""Deck -> plain data, schema quizgen/deck@1: what programs read, whatever the syntax it is written in."""

from __future__ import annotations

from typing import Any

from quizgen.model import Argument, Article, Card, Deck, Fact, Skipped

SCHEMA = "quizgen/deck@1"


def deck_data(deck: Deck) -> dict[str, Any]:
    """The deck as plain data."""
    source = deck.source
    return {
        "schema": SCHEMA,
        "deck": {
            "slug": deck.slug,
            "title": deck.title,
            "lang": deck.lang,
            "date": deck.date,
            "source": {"address": source.address, "publisher": source.publisher, "authors": list(source.authors), "licence": source.licence},
            "made_with": dict(deck.made_with),
            "text": deck.article.text if deck.article else "",
        },
        "facts": [fact_data(f, deck.article) for f in deck.facts],
        "cards": [card_data(c) for c in deck.cards],
        "skipped": [skipped_data(s, deck.article) for s in deck.skipped],
    }


def fact_data(fact: Fact, article: Article | None) -> dict[str, Any]:
    """One fact with its arguments and evidence."""
    return {
        "id": fact.id,
        "type": fact.type,
        "predicate": fact.predicate,
        "arguments": [argument_data(a) for a in fact.arguments],
        "polarity": fact.polarity,
        "modality": fact.modality,
        "attribution": fact.attribution or None,
        "evidence": {"start": fact.evidence.start, "end": fact.evidence.end, "text": _text(article, fact.evidence.start, fact.evidence.end)},
        "said_again": [{"start": s.start, "end": s.end, "text": _text(article, s.start, s.end)} for s in fact.said_again],
        "confidence": round(fact.confidence, 4),
        "rule": fact.rule,
    }


def argument_data(argument: Argument) -> dict[str, Any]:
    """One argument; `value` is the ISO form of a date, else empty."""
    span, kind = argument.mention.span, argument.kind
    return {"role": argument.role, "text": argument.mention.text, "kind": kind, "start": span.start, "end": span.end, "value": argument.value}


def card_data(card: Card) -> dict[str, Any]:
    """One card."""
    return {
        "id": card.id, "form": card.form, "context": card.context, "question": card.question, "answer": card.answer,
        "also_right": list(card.also_right), "options": list(card.options), "fact": card.fact, "role": card.role,
        "quote": card.quote, "code": card.code, "score": card.score, "difficulty": card.difficulty,
    }  # fmt: skip


def skipped_data(skipped: Skipped, article: Article | None) -> dict[str, Any]:
    """One refusal with the words that it concerns."""
    start, end = skipped.span.start, skipped.span.end
    text = skipped.text or _text(article, start, end)
    return {"start": start, "end": end, "text": text, "stage": skipped.stage, "rule": skipped.rule, "reason": skipped.reason}


def _text(article: Article | None, start: int, end: int) -> str:
    return article.text[start:end] if article else ""
