"""Who blames whom for what: « X accuse Y d’avoir cédé », « X reproche à Y sa lenteur », « X est soupçonné de fraude »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.told import is_known_actor, is_met, tell_run
from quizgen.langs.fr.clause.verbs import PERFECT, agree_with_subject, is_clause_head, read_verb
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token

NAME = "accusation"
CONFIDENCE = 0.9
OF = ("de", "d’", "d'", "du", "des")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The accusations of `sentence`."""
    document = reading.document
    for verb in document.words(sentence):
        if (
            verb.pos == "VERB"
            and is_clause_head(document, verb)
            and any(verb.lemma in word_set("speech", "blame", key) for key in ("object", "addressee"))
        ):
            charge = find_charge(document, verb)
            if charge is not None:
                yield attempt(NAME, read_accusation, reading, verb, charge)


def find_charge(document: Document, verb: Token) -> Token | None:
    """The infinitive or noun of the charge, wherever under the verb or the blamed one the parser hung it."""
    blamed = document.children(verb, "obj", "obl", "iobj")
    near = [*document.children(verb), *(t for b in blamed for t in document.children(b, "acl", "nmod", "advcl", "xcomp"))]
    late = sorted((t for t in near if t.i > verb.i), key=lambda t: t.i)
    deeds = [t for t in late if _is_deed(document, t) and _after_of(document, t)]
    if deeds:
        return deeds[0]
    if verb.lemma in word_set("speech", "blame", "addressee"):
        return next((t for t in document.children(verb, "obj") if t.i > verb.i and t.pos == "NOUN"), None)
    return next((t for t in document.children(verb, "obl") if t.i > verb.i and t.pos == "NOUN" and read_marker(document, t)[0] == "de"), None)


def _is_deed(document: Document, token: Token) -> bool:
    return token.has("VerbForm=Inf") or any(t.has("VerbForm=Inf") for t in document.children(token, "aux", "cop"))


def _after_of(document: Document, token: Token) -> bool:
    return any(t.text.lower() in OF and t.i < token.i for t in document.children(token, "mark", "case"))


def read_accusation(reading: Reading, verb: Token, charge: Token) -> Fact:
    """« S accuse O de C », « S est accusé de C ». Raises Refused unless S and O are known and C can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = replace(read_clause_subject(reading, verb), marker="")
    witness = subject.kind == "person" and len(subject.text.split()) > 2  # « un ancien mécanicien »
    if not (is_known_actor(reading, subject) or witness) or subject.count:
        raise Refused("the one who blames or is blamed is not known")
    subject = replace(subject, role=subject.role if subject.entities else "told_actor")
    group = agree_with_subject(document, verb, read_verb(document, verb), subject)
    check_agreement(document, verb, group, subject)
    group = replace(group, finite=PERFECT.get(group.finite, group.finite)) if group.rest else group
    blamed = () if group.passive else (read_blamed(reading, verb, charge),)
    words = read_charge(reading, verb, charge, blamed[0] if blamed else subject)
    clause = Clause(verb=group, subject=subject, complements=(*blamed, words))
    sure = sureness(document, verb, clause) * CONFIDENCE
    return build_fact(reading, verb, clause, type="accusation", rule=NAME, attribution=attribution, modality="said", confidence=sure)


def read_blamed(reading: Reading, verb: Token, charge: Token) -> Phrase:
    """The one who is blamed. Raises Refused if it is not known who."""
    document = reading.document
    wanted = "à" if verb.lemma in word_set("speech", "blame", "addressee") else ""
    found = next(
        (t for t in document.children(verb, "obj", "iobj", "obl") if verb.i < t.i and t is not charge and read_marker(document, t)[0] == wanted), None
    )
    if found is None or found.pos not in ("NOUN", "PROPN"):
        raise Refused("it is not known who is blamed")
    phrase = read_phrase(reading, found, "told_blamed")
    if not (is_known_actor(reading, phrase) or (is_definite(phrase) and is_met(reading, phrase))):
        raise Refused("it is not known who is blamed")
    return phrase


def read_charge(reading: Reading, verb: Token, charge: Token, blamed: Phrase) -> Phrase:
    """What for, in the article's words."""
    document = reading.document
    deed = _is_deed(document, charge)
    start = charge_start(document, charge) if deed else kept_tokens(document, charge, reading)[0].i
    told = tell_run(reading, charge, start, number=blamed.number, same=blamed.entities)
    if verb.lemma in word_set("speech", "blame", "addressee"):
        kind, marker = (speeches.STATE, "de") if deed else (speeches.STANCE, "")
    else:
        kind, marker = speeches.STANCE, "de"
    article = read_marker(document, charge)[1] if not deed else ""
    return replace(told, role="charge", text=f"{article} {told.text}".strip(), marker=marker, kind=kind)


def charge_start(document: Document, deed: Token) -> int:
    """Where an infinitive begins, after « de »: « ne pas avoir », « s’être »."""
    mark = max(t.i for t in document.children(deed, "mark", "case") if t.text.lower() in OF and t.i < deed.i)
    between = [t for t in document.children(deed) if mark < t.i < deed.i]
    if any(t.pos == "PRON" and t.text.lower() not in ("se", "s’", "s'") for t in between):
        raise Refused("a pronoun before the infinitive is not resolved")
    return min([deed.i, *(t.i for t in between)])
