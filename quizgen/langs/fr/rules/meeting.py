"""Who met whom: « X a reçu Y à Rome », « les deux dirigeants se sont rencontrés », « après deux heures d'entretiens avec Y ».

All that the article says of the meeting of the same people is joined in `join_meetings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import arguments, attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head
from quizgen.langs.fr.forms.morphology import agree
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.wording import say_entity
from quizgen.langs.fr.rules.clause import check_standing
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "meeting"
WITH = ("avec",)


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The meetings that `sentence` tells of, by verb or by noun."""
    document = reading.document
    for token in document.words(sentence):
        read = None
        if is_clause_head(document, token) and verb_type(token.lemma) == "meeting":
            read = read_verbal
        elif token.lemma == "durer" and is_clause_head(document, token):
            read = read_duration
        elif token.pos == "NOUN" and token.lemma in word_set("nouns", "meetings"):
            read = read_nominal
        if read is None:
            continue
        yield attempt(NAME, read, reading, token)


def read_verbal(reading: Reading, token: Token) -> Fact:
    """« X a rencontré Y », « X s'est entretenu avec Y », « X et Y se sont rencontrés »."""
    attribution = check_standing(reading, token)
    clause = read_clause(reading, token)
    if clause.verb.negation:
        raise Refused("a meeting that did not take place")
    subject = clause.subject
    assert subject is not None
    if token.lemma == "retrouver" and not clause.verb.reflexive:
        raise Refused("to find again is not to meet")
    if clause.verb.reflexive and len(subject.entities) > 1:
        return build_fact(reading, token, clause, type="meeting", rule=NAME, attribution=attribution, predicate="se rencontrer")
    people = [p for p in clause.complements if isinstance(p, Phrase) and p.kind == "person" and (p.role == "object" or p.marker == "avec")]
    if subject.kind != "person" or not people or not all(p.entities or p.named for p in (subject, people[0])):
        raise Refused("the people who met are not known")
    return build_fact(reading, token, clause, type="meeting", rule=NAME, attribution=attribution)


def read_nominal(reading: Reading, token: Token) -> Fact:
    """« après deux heures d'entretiens avec Y » under a verb whose subject is X: X met Y."""
    document = reading.document
    partner = next((t for t in document.tokens[token.i + 1 : document.sentence_of(token).last] if _follows_with(reading, t, token)), None)
    if partner is None:
        raise Refused("no one met is named")
    before = next((t for t in document.ancestors(token) if t.pos == "VERB"), None)
    subject = find_subject(document, before) if before is not None else None
    if (
        before is None
        or subject is None
        or _introducer(reading, token) not in ("après", "lors de", "à l’issue de", "au terme de", "pendant", "durant")
    ):
        raise Refused("it is not said that the meeting took place")
    host = read_phrase(reading, subject, "subject", subject=True)
    guest = read_phrase(reading, partner, "object")
    if host.kind != "person" or guest.kind != "person" or not (host.entities and guest.entities) or host.entities == guest.entities:
        raise Refused("the people who met are not both named")
    clause = Clause(
        verb=Verb(lemma="rencontrer", finite="a", rest="rencontré"),
        subject=host,
        complements=(replace(guest, marker="", role="object"), *_duration(reading, token)),
    )
    return build_fact(reading, token, clause, type="meeting", rule=NAME, predicate="rencontrer", modality="actual")


def read_duration(reading: Reading, token: Token) -> Fact:
    """« Leurs entretiens ont duré deux heures », where it is known whose they are."""
    document = reading.document
    subject, lasting = document.child(token, "nsubj"), document.child(token, "obj", "obl")
    owner = document.child(subject, "det") if subject else None
    people = reading.links.get(owner.i, ()) if owner else ()
    if subject is None or lasting is None or subject.lemma not in word_set("nouns", "meetings") or len(people) != 2:
        raise Refused("it is not known whose meeting lasted so long")
    if lasting.lemma not in word_set("nouns", "durations"):
        raise Refused("no duration was found")
    both = read_phrase(reading, subject, "participant", subject=True)
    people_phrase = Phrase(role="participant", text=both.text, span=both.span, kind="person", entities=people, number="p")
    duration = replace(
        read_phrase(reading, lasting, "duration"), role="duration", kind="duration", marker="pendant", core=False, count="", counted=""
    )
    clause = Clause(
        verb=Verb(lemma="rencontrer", finite="sont", rest="rencontrés", number="p", reflexive=True), subject=people_phrase, complements=(duration,)
    )
    return build_fact(reading, token, clause, type="meeting", rule=NAME, predicate="se rencontrer")


def _follows_with(reading: Reading, token: Token, noun: Token) -> bool:
    """Whether `token` is the person after the « avec » that follows the meeting noun."""
    document = reading.document
    if token.i > noun.i + 4:
        return False
    return any(c.text.lower() in WITH and c.i == noun.i + 1 for c in document.children(token, "case"))


def _introducer(reading: Reading, token: Token) -> str:
    """The preposition before the whole measure that holds the meeting noun (« après une heure d'entretiens »)."""
    document = reading.document
    for part in (token, *document.ancestors(token)):
        if part.pos == "VERB":
            break
        marker, _ = read_marker(document, part)
        if marker and marker != "de":
            return marker
    return ""


def _duration(reading: Reading, token: Token) -> tuple[Phrase, ...]:
    """The duration before « d'entretiens », as written."""
    document = reading.document
    first = document.sentence_of(token).first
    words = [t for t in document.tokens[first : token.i] if t.lemma in word_set("nouns", "durations")]
    if not words or token.i - words[-1].i > 5:
        return ()
    start = words[-1]
    while (before := document.before(start)) and (before.pos in ("NUM", "DET") or before.text.lower() in ("près", "plus", "de", "environ")):
        if before.text.lower() == "après":
            break
        start = before
    end = next(t for t in document.tokens[words[-1].i : token.i] if t.i + 1 == token.i or document.tokens[t.i + 1].text.lower() in ("de", "d’", "d'"))
    span = Span(start=start.span.start, end=end.span.end)
    return (Phrase(role="duration", text=document.text(span), span=span, kind="duration", marker="pendant", core=False),)


def join_meetings(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """`facts` with the meetings of the same two people told as wholes: whom, where and why, how long.

    What somebody else tells of a meeting stays his own."""
    meetings = [f for f in facts if f.type == "meeting" and f.modality == "actual" and not f.attribution and f.clause is not None]
    groups: dict[frozenset[str], list[Fact]] = {}
    for fact in meetings:
        people = frozenset(e.name for p in _people(fact) for e in p.entities)
        if len(people) == 2:
            groups.setdefault(people, []).append(fact)
    joined = {id(f) for found in groups.values() for f in found}
    rest = [f for f in facts if id(f) not in joined]
    for found in groups.values():
        parts = part_meetings(found)
        rest += (whole for one in parts for whole in _tellings(reading, one, several=len(parts) > 1))
    return rest


def part_meetings(found: Sequence[Fact]) -> list[list[Fact]]:
    """The tellings of each meeting of the same people: another place or another day is another meeting."""
    meetings: list[list[Fact]] = []
    for fact in found:
        own = _settings(fact)
        same = next((m for m in meetings if all(own.get(role, value) == value for f in m for role, value in _settings(f).items())), None)
        if same is None:
            meetings.append([fact])
        else:
            same.append(fact)
    return meetings


def _settings(fact: Fact) -> dict[str, str]:
    """Named place and time of a telling, as far as it gives them; a hotel may stand in the town that another telling names."""
    told = (p for p in _parts(fact) if isinstance(p, Phrase) and (p.role == "time" or (p.role == "place" and p.entities)))
    return {p.role: p.text for p in told}


def _people(fact: Fact) -> list[Phrase]:
    assert fact.clause is not None
    return [p for p in fact.clause.phrases() if p.kind == "person" and p.role in ("participant", "other")]


def _tellings(reading: Reading, found: Sequence[Fact], *, several: bool) -> Iterator[Fact]:
    """One meeting told three ways, each way only if the article gives what it asks.

    If the same people met `several` times, the place is asked only with its day, the day only with its place.
    """
    people = tuple(dict.fromkeys(e for f in found for p in _people(f) for e in p.entities))
    parts = {p.role: p for f in reversed(found) for p in reversed(_parts(f)) if isinstance(p, Phrase)}
    aim = next((p for f in found for p in _parts(f) if isinstance(p, Clause) and p.role == "purpose"), None)
    place, duration = parts.get("place"), parts.get("duration")
    base = next((f for f in found if f.predicate != "se rencontrer"), found[0])
    host, guest = _one(base, people[0]), _one(base, people[1])
    when = parts.get("time")
    who = Clause(
        verb=Verb(lemma="rencontrer", finite="a", rest="rencontré"), subject=replace(host, role="told_participant"),
        complements=(replace(guest, role="other"), *_told(place), *_told(when)),
    )  # fmt: skip
    yield _retold(reading, base, who, "rencontrer")
    together = _both(host, guest)
    if (place or aim or when) and (not several or (place and when)):
        gender = together.gender or "m"
        verb = Verb(lemma="rencontrer", finite="sont", rest=agree("rencontré", gender, "p"), number="p", reflexive=True)
        yield _retold(
            reading,
            _telling(found, place, aim),
            Clause(verb=verb, subject=together, complements=tuple(filter(None, (place, when, aim)))),
            "se rencontrer",
        )
    if duration:
        talks = replace(
            together, text=f"les entretiens entre {together.text}", role="told_participant", entities=(), kind="thing", gender="m", number="p"
        )
        verb = Verb(lemma="durer", finite="ont", rest="duré", number="p")
        teller = next((f for f in found if any(isinstance(p, Phrase) and p.role == "duration" for p in _parts(f))), base)
        yield _retold(reading, teller, Clause(verb=verb, subject=talks, complements=(replace(duration, marker=""),)), "durer")


def _told(place: Phrase | None) -> tuple[Phrase, ...]:
    """The place as something told, which this telling does not ask."""
    return (replace(place, role=f"told_{place.role}"),) if place else ()


def _telling(found: Sequence[Fact], place: Phrase | None, aim: Clause | None) -> Fact:
    """The telling that holds the place, or the aim: its sentence is the evidence."""
    return next((f for f in found if (place or aim) in _parts(f)), found[0])


def _parts(fact: Fact) -> tuple[Phrase | Clause, ...]:
    return fact.clause.complements if fact.clause else ()


def _one(fact: Fact, person: Entity) -> Phrase:
    known = next((p for p in _people(fact) if p.entities == (person,)), None)
    if known is not None:
        return replace(known, marker="")
    return Phrase(role="other", text=say_entity(person), span=_people(fact)[0].span, kind="person", gender=person.gender, entities=(person,))


def _both(host: Phrase, guest: Phrase) -> Phrase:
    gender = "" if "" in (host.gender, guest.gender) else "f" if {host.gender, guest.gender} == {"f"} else "m"
    names = [e.name for e in (*host.entities, *guest.entities)]
    return replace(host, role="participant", text=" et ".join(names), entities=(*host.entities, *guest.entities), gender=gender, number="p")


def _retold(reading: Reading, base: Fact, clause: Clause, predicate: str) -> Fact:
    here = _people(base)[0].span  # where this telling speaks of the people, be it « leurs entretiens »
    found = (a if base.evidence.holds(a.mention.span) else replace(a, mention=replace(a.mention, span=here)) for a in arguments(reading, clause))
    return replace(base, predicate=predicate, clause=clause, arguments=tuple(found))
