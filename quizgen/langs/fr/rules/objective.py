"""What somebody aims at: « X s’est donné pour objectif de réviser le traité », « le but de la réforme est de simplifier l’impôt »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.asking.saying import lower_article
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.told import is_known_actor, tell_run
from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.forms.morphology import elide, join_preposition
from quizgen.langs.fr.lexicon import read_words
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import told_thing
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "objective"
CONFIDENCE = 0.9


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The aims that `sentence` names as such."""
    document = reading.document
    for noun in document.words(sentence):
        if (thing := aimed_thing(document, noun)) is not None and (deed := infinitive_after(document, noun, ("à",))) is not None:
            yield attempt(NAME, read_aimed, reading, noun, thing, deed)
        if noun.lemma not in read_words("speech")["aims"] or noun.pos != "NOUN":
            continue
        deed = deed_after(document, noun)
        verb = document.head(noun)
        if deed is not None and read_marker(document, noun)[0] == "pour" and is_clause_head(document, verb):
            yield attempt(NAME, read_given, reading, verb, noun, deed)
        elif noun.dep.startswith("nsubj") and verb.has("VerbForm=Inf") and document.child(verb, "cop") is not None:
            yield attempt(NAME, read_owned, reading, verb, noun)


def deed_after(document: Document, noun: Token) -> Token | None:
    """The infinitive right behind « objectif de », wherever the parser hung it."""
    return infinitive_after(document, noun, ("de", "d’", "d'"))


def infinitive_after(document: Document, token: Token, links: tuple[str, ...]) -> Token | None:
    """The infinitive right behind `token` and one of `links`."""
    following = document.after(token)
    if following is None or following.text.lower() not in links:
        return None
    return next((t for t in document.tokens[following.i + 1 : following.i + 4] if t.has("VerbForm=Inf")), None)


def aimed_thing(document: Document, token: Token) -> Token | None:
    """The noun of « le projet X visant à … », « la loi X, destinée à … »; None where `token` is no such participle."""
    aiming = token.lemma == "viser" and token.has("VerbForm=Part", "Tense=Pres")
    meant = token.lemma == "destiner" and token.has("VerbForm=Part", "Tense=Past") and not document.children(token, "aux:pass", "aux:tense", "cop")
    head = document.head(token)
    beside = token.dep.startswith("acl") and head.i < token.i and head.pos in ("NOUN", "PROPN")
    return head if (aiming or meant) and beside and token.i not in document.quotations else None


def read_aimed(reading: Reading, participle: Token, thing: Token, deed: Token) -> Fact:
    """« l’objectif de T est de INF ». Raises Refused unless T is one named thing that people make for an end."""
    owner = told_thing(reading, thing, participle.i, "owner")
    if not any(c.isupper() for c in owner.text) or owner.kind not in ("thing", "other", "event", "organisation"):
        raise Refused("it is not told by a name whose aim it is")
    return tell_aim(reading, participle, "objectif", deed, owner, "")


def read_given(reading: Reading, verb: Token, noun: Token, deed: Token) -> Fact:
    """« S s’est donné pour objectif de INF », « S a pour but de INF »."""
    attribution = check_standing(reading, verb)
    return build_aim(reading, noun, deed, replace(read_clause_subject(reading, verb), marker=""), attribution)


def read_owned(reading: Reading, deed: Token, noun: Token) -> Fact:
    """« l’objectif de S est de INF »."""
    document = reading.document
    owner = next((t for t in document.children(noun, "nmod") if read_marker(document, t)[0] == "de"), None)
    if owner is None:
        raise Refused("it is not said whose aim it is")
    return build_aim(reading, noun, deed, replace(read_phrase(reading, owner, "owner", subject=True), marker=""), check_standing(reading, deed))


def build_aim(reading: Reading, noun: Token, deed: Token, owner: Phrase, attribution: str) -> Fact:
    """The aim of `owner`. Raises Refused if it is not known whose it is, or it cannot be told alone."""
    if not is_known_actor(reading, owner) or owner.count:
        raise Refused("it is not known whose aim it is")
    return tell_aim(reading, noun, noun.lemma, deed, owner, attribution)


def tell_aim(reading: Reading, anchor: Token, name: str, deed: Token, owner: Phrase, attribution: str) -> Fact:
    """« le but de S est de INF », for the `name` of the aim. Raises Refused if it cannot be told alone."""
    document = reading.document
    inside, rest = document.subtree(deed), document.tokens[deed.i + 1 : document.sentence_of(deed).last]
    ends = (t.i for t in rest if (t.has("VerbForm=Fin") and t not in inside) or t.text.lower() == "notamment")
    stop = next(ends, 0)  # « visant à renforcer les droits | a été rejeté »
    told = tell_run(reading, deed, infinitive_start(document, deed), number=owner.number, same=owner.entities, stop=stop)
    feminine = anchor.lemma == name and anchor.has("Gender=Fem")
    named = f"{elide('la' if feminine else 'le', name)} {join_preposition('de', lower_article(owner))}"
    subject = replace(owner, role="told_aim", text=named, kind="thing", entities=(), gender="f" if feminine else "m", number="s")
    aim = replace(told, role="plan", marker="de", kind=speeches.AIM)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=subject, complements=(aim,))
    return build_fact(
        reading, anchor, clause, type="action", rule=NAME, predicate="viser", attribution=attribution, modality="planned", confidence=CONFIDENCE
    )


def infinitive_start(document: Document, deed: Token) -> int:
    """Where the words of an infinitive begin, after « de »."""
    marks = [t.i for t in document.children(deed, "mark", "case") if t.i < deed.i]
    between = [t for t in document.children(deed) if max(marks, default=deed.i - 1) < t.i < deed.i and t.dep not in ("cop", "nsubj")]
    if any(t.pos == "PRON" and t.text.lower() not in ("se", "s’", "s'") for t in between):
        raise Refused("a pronoun before the infinitive is not resolved")
    return min([deed.i, *(t.i for t in between)])
