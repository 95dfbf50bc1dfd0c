"""What somebody wants, speeches, promises, refuses or asks of others to do: « X a promis de rendre l’île », « X demande à Y de partir »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.asking.deeds import split_deed
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.tellers import is_document, is_known_speaker, names_source
from quizgen.langs.fr.clause.told import tell_run
from quizgen.langs.fr.clause.verbs import CLITICS, PERFECT, REFLEXIVE, agree_with_subject, is_clause_head, read_verb
from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.langs.fr.lexicon import modality_of, read_words, verb_type, word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.moments import read_moment
from quizgen.langs.fr.phrase.phrases import entities_of, read_phrase
from quizgen.langs.fr.phrase.wording import as_definite
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "intention"
CONFIDENCE = 0.9
LONGEST_DEED = 20  # words of a deed whose object alone is asked
LONGEST_THING = 9  # words of what was told before
LINKS = {"de": "de", "d’": "de", "d'": "de", "à": "à"}
BARE = ""
BEFORE = ("advmod", "expl", "obj", "iobj", "aux", "cop")  # what may stand between the preposition and the infinitive


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The speeches and requests that `sentence` tells with an infinitive."""
    document = reading.document
    for verb in document.words(sentence):
        beside = told_beside(document, verb)
        if verb.pos != "VERB" or not (beside or is_clause_head(document, verb)) or not _governs(verb.lemma):
            continue
        deed = next(
            (t for t in document.children(verb, "xcomp", "ccomp", "advcl", "obl", "obj") if t.i > verb.i and _is_infinitive(document, t)), None
        )
        if deed is not None and link_of(document, deed) in _governs(verb.lemma):
            yield attempt(NAME, read_compelled, reading, verb, deed, beside) if beside else attempt(NAME, read_intention, reading, verb, deed)


def told_beside(document: Document, verb: Token) -> Token | None:
    """The name right before « , contraint de vendre … », of which a participle of the compelled is told; None for anything else."""
    comma = document.before(verb)
    name = document.before(comma) if comma is not None and comma.text == "," else None
    bare = verb.has("VerbForm=Part", "Tense=Past") and not document.children(verb, "aux", "nsubj", "cop")
    return name if name is not None and name.name and bare and verb.lemma in word_set("speech", "compelling") else None


def _governs(lemma: str) -> tuple[str, ...]:
    """The prepositions of the infinitives that a verb governs."""
    words = read_words("speech")
    own = tuple(BARE if link == "bare" else link for link, verbs in words["own_plan"].items() if lemma in verbs)
    return own + tuple(link for link, verbs in words["for_others"].items() if lemma in verbs)


def _is_infinitive(document: Document, token: Token) -> bool:
    return token.has("VerbForm=Inf") or any(t.has("VerbForm=Inf") for t in document.children(token, "aux", "cop") if t.i < token.i)


def link_of(document: Document, deed: Token) -> str | None:
    """« de », « à » or nothing before the infinitive; None for another word."""
    marks = [t for t in document.children(deed, "mark", "case") if t.i < deed.i]
    return BARE if not marks else LINKS.get(marks[0].text.lower()) if len(marks) == 1 else None


def read_intention(reading: Reading, verb: Token, deed: Token) -> Fact:
    """« S V (à O) de INF ». Raises Refused unless S and O are known and the deed can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    if names_source(document, verb):
        raise Refused("« selon » tells who says it, which the rule for clauses keeps")
    subject = replace(read_clause_subject(reading, verb), marker="")
    counted = re.match(r"les \d", subject.text) is not None  # « les 300 soldats »: the article has told of them
    if not counted and (subject.count or not (is_known_speaker(reading, subject) or is_document(subject))):
        raise Refused("the one who speeches or asks is not known")
    group = agree_with_subject(document, verb, read_verb(document, verb), subject)
    check_agreement(document, verb, group, subject)
    group = replace(group, finite=PERFECT.get(group.finite, group.finite)) if group.rest else group
    subject = replace(subject, role=subject.role if subject.entities else "told_actor")
    return tell_deed(reading, verb, deed, Clause(verb=group, subject=subject), attribution)


def read_compelled(reading: Reading, verb: Token, deed: Token, name: Token) -> Fact:
    """« X, contraint de INF, … » as « X a été contraint de INF ». Raises Refused unless X agrees with the participle."""
    document = reading.document
    above = document.head(name)
    bearer = above if name.dep in ("appos", "nmod", "flat:name") and above.pos == "NOUN" and above.i < name.i else name
    subject = replace(read_phrase(reading, bearer, "actor", subject=True), marker="")
    gender, number = ("f" if verb.has("Gender=Fem") else "m"), ("p" if verb.has("Number=Plur") else "s")
    if not subject.entities or len(subject.entities) > 1 or number != subject.number or gender != (subject.gender or gender):
        raise Refused("of whom the participle is told is not sure")
    if subject.kind == "person" and not subject.gender:
        subject = replace(subject, gender=gender)
    group = Verb(lemma=verb.lemma, finite="ont" if number == "p" else "a", rest=f"été {verb.text.lower()}", number=number, passive=True, with_be=True)
    return tell_deed(reading, verb, deed, Clause(verb=group, subject=subject), "")


def tell_deed(reading: Reading, verb: Token, deed: Token, told_by: Clause, attribution: str) -> Fact:
    """The fact of the subject and verb of `told_by` with its infinitive. Raises Refused unless that can be told alone."""
    document = reading.document
    subject, group = told_by.subject, told_by.verb
    assert subject is not None
    link = link_of(document, deed) or BARE
    start = deed_start(document, deed)
    others = read_other(reading, verb, deed) if _asks_others(verb.lemma, link) else ()
    if any(
        _is_loose(t) for t in document.children(verb) if verb.i < t.i < start and not any(t in document.subtree(o) for o in _objects(document, verb))
    ):
        raise Refused("something stands between the verb and what is planned")
    doer = others[0] if others else subject
    told = object_before(reading, deed) or told_deed(reading, deed, start, doer)
    text = told.text.removeprefix("faire ")  # « … a souhaité faire ? — un rappel au règlement »
    deed_phrase = replace(told, role="plan", text=text, marker=link, kind=kind_of(document, verb, deed))
    if deed_phrase.kind == speeches.STATE and (link == "à" or others):
        raise Refused("« faire » does not stand for it")
    parts = (*others, *ask_deed(reading, verb, deed, deed_phrase))
    parts = parts if deed_phrase in parts else (*when_told(reading, verb, deed), *parts)  # « a recommandé en 2018 de faire » reads badly
    clause = Clause(verb=group, subject=subject, complements=parts)
    return build_fact(
        reading, verb, clause, type=verb_type(verb.lemma), rule=NAME, attribution=attribution, modality=modality_of(verb.lemma),
        confidence=sureness(document, verb, clause) * CONFIDENCE,
    )  # fmt: skip


def told_deed(reading: Reading, deed: Token, start: int, doer: Phrase) -> Phrase:
    """The words of the infinitive from `start` on: longer than an answer may be where the question takes up what stands around its object.

    « supprimer la prime | pour les sites de moins de cent salariés »: for whom it holds must not be lost.
    """
    try:
        whole = tell_run(reading, deed, start, number=doer.number, same=doer.entities, longest=LONGEST_DEED)
    except Refused:
        whole = None
    if whole is not None and len(parts := split_deed(reading, deed, whole)) > 2 and len(parts[1].text.split()) <= LONGEST_THING:
        return whole
    return tell_run(reading, deed, start, number=doer.number, same=doer.entities)


def object_before(reading: Reading, deed: Token) -> Phrase | None:
    """« X et Y ont signé un accord. … Z a refusé de signer : »: what the bare infinitive is done to is what the same verb was told with before."""
    document = reading.document
    after = document.after(deed)
    if (after is not None and after.pos != "PUNCT") or [t for t in document.children(deed) if t.dep not in ("mark", "case", "punct", "parataxis")]:
        return None
    first = document.sentence_of(deed).first
    verbs = [document.tokens[i] for i in document.by_lemma.get(deed.lemma, ()) if i < first and i not in document.quotations]
    held = (t for verb in verbs if verb.pos == "VERB" for t in document.children(verb, "obj", "nsubj:pass"))
    things = [t for t in held if t.text.lower() not in WEEKDAYS]
    if not things or len({t.lemma for t in things}) > 1 or any(t.pos != "NOUN" or t.has("Number=Plur") for t in things):
        return None
    said, kept = as_definite(reading, things[0]), kept_tokens(document, things[0], reading)
    if len(said.split()) > LONGEST_THING or any(t.pos in ("PRON", "VERB") for t in kept):
        return None
    earlier = Span(start=kept[0].span.start, end=kept[-1].span.end)
    return Phrase(role="told", text=f"{deed.text} {said}", span=deed.span, head=deed.lemma, taken_up=(earlier,))


def ask_deed(reading: Reading, verb: Token, deed: Token, told: Phrase) -> tuple[Phrase, ...]:
    """What is planned, asked whole after « refuser » and its like; after « vouloir », what the deed is done to, or nothing."""
    if told.kind != speeches.PLAN:
        return (told,)
    parts = split_deed(reading, deed, told)
    if verb.lemma not in word_set("speech", "wide"):
        return parts if any(p.count for p in parts) else (told,)  # a number is asked by itself
    return parts or (replace(told, role="told_plan", kind="thing"),)


def when_told(reading: Reading, verb: Token, deed: Token) -> tuple[Phrase, ...]:
    """The date that stands between the verb and the infinitive."""
    document = reading.document
    dates = (read_moment(reading, t, "time") for t in document.children(verb) if t.i < deed.i)
    return tuple(d for d in dates if d is not None and d.role == "time" and d.marker in ("", "en"))[:1]


def _asks_others(lemma: str, link: str) -> bool:
    return lemma in read_words("speech")["for_others"].get(link, ())


def _is_loose(token: Token) -> bool:
    return token.dep in ("obj", "ccomp", "nsubj", "parataxis")


def _objects(document: Document, verb: Token) -> list[Token]:
    return [t for t in document.children(verb, "obj", "iobj", "obl") if t.pos in ("NOUN", "PROPN")]


def read_other(reading: Reading, verb: Token, deed: Token) -> tuple[Phrase, ...]:
    """The one who is asked, if named between the verb and the infinitive. Raises Refused if it is not known who it is."""
    document = reading.document
    between = [t for t in _objects(document, verb) if verb.i < t.i < deed.i]
    asked = next((t for t in between if read_marker(document, t)[0] in ("", "à")), None)
    if asked is None:
        return ()
    phrase = read_phrase(reading, asked, "told_addressee")
    if phrase.text[:1].islower() and phrase.text.startswith(("un ", "une ")) and not phrase.named:
        raise Refused("it is not known who is asked")
    return (replace(phrase, entities=entities_of(reading, asked)),)


def deed_start(document: Document, deed: Token) -> int:
    """Where the words of the infinitive begin: at its pronoun, « ne pas », or itself."""
    marks = [t.i for t in document.children(deed, "mark", "case") if t.i < deed.i]
    low = max(marks, default=-1)
    before = [t for t in document.children(deed, *BEFORE) if low < t.i < deed.i]
    if any(t.pos == "PRON" and t.text.lower() in CLITICS and t.text.lower() not in REFLEXIVE for t in before):
        raise Refused("a pronoun before the infinitive is not resolved")
    return min([deed.i, *(t.i for t in before)])


def kind_of(document: Document, verb: Token, deed: Token) -> str:
    """Whether one does it (« faire » stands for it), or is or has it, or answers for it."""
    compound = any(t.has("VerbForm=Inf") for t in document.children(deed, "aux", "cop"))
    answered = verb.lemma in word_set("speech", "answered")
    return speeches.STATE if compound or answered or deed.lemma in word_set("speech", "states") else speeches.PLAN
