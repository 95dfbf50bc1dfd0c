"""Any finite clause with a clear subject: deployment, membership, announcement, proposal, request, action…

« Le président X a proposé d'envoyer des troupes en Roumanie. » The verb's class gives the type, its dependents the roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking.kind_words import causing_word, is_owed
from quizgen.langs.fr.clause.clauses import read_clause
from quizgen.langs.fr.clause.facts import attempt, build_fact, has_anchor, is_named, is_report, is_stance
from quizgen.langs.fr.clause.figure_lists import each_has_own
from quizgen.langs.fr.clause.occasions import with_occasion
from quizgen.langs.fr.clause.scores import without_score
from quizgen.langs.fr.clause.soundness import check_sound
from quizgen.langs.fr.clause.stories import told_then
from quizgen.langs.fr.clause.tellers import is_saying_beside, opens_with_source, promise_of, read_speaker, say_source, speaker_token, teller_of
from quizgen.langs.fr.clause.verbs import BOUND, REFLEXIVE, clause_type, find_subject, is_clause_head, is_passive
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import lower_first
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.fr.phrase.measures import changes_itself
from quizgen.langs.fr.phrase.phrases import entities_of, is_definite, person_of, read_phrase
from quizgen.langs.fr.phrase.wording import say_list
from quizgen.langs.fr.reference.mentions import actors, is_established
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import only_told
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token

NAME = "clause"
SUBJUNCTIVES = ("ait", "aient", "soit", "soient", "fût", "eût")
EARLIER_ON = ("avant", "auparavant", "alors", "jadis", "jusque-là", "jusqu’alors")  # before what another sentence tells
INNER_LIGHT = ("connaître", "avoir", "être", "faire", "voir")  # under another verb they lose their object in the parse
FURTHER = ("aussi", "également", "notamment")  # beside what is told elsewhere
SOURCES = ("selon", "d’après")
PARTIAL = 0.5  # readers threw out most cards whose condition, exception or circumstance had been cut
TOPIC_LENGTH = 5  # letters; shorter nouns are met in titles by chance
TELLING = (
    "object",
    "complement",
    "addressee",
    "quality",
    "manner",
    "told_state",
    "told_tail",
    "cause",
    "agent",
    "between",
)  # roles that may say enough without a name
EVERYBODY = {"femme", "homme"}  # « les femmes norvégiennes »
LONGEST_SOURCE = 8  # words of the one who says it, before the question itself
HALVED = re.compile(r"[a-zà-ÿ]{3,} et \d[\d ,]* ?%( (sur|à|de|des|par) |$)")  # « sur les ménages et 47 % sur les entreprises »
EARLIER = re.compile(r"\bprécédente?s?\b")
LONGEST_SUBJECT = 14  # words; longer ones are mostly parsed wrong, and tire the reader
SPECIFIC = 4  # words from which a phrase of common nouns is known alone
FREE = ("ROOT", "conj", "parataxis", "acl:relcl", "advcl")
BINDING = ("si", "s’", "s'", "que", "qu’", "afin", "avant", "sans", "quand", "lorsque", "lorsqu’", "bien", "quoique")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the clauses of `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if not is_clause_head(document, token):
            continue
        yield attempt(NAME, read_fact, reading, token)


def read_fact(reading: Reading, token: Token) -> Fact:
    """The fact of the clause of `token`. Raises Refused if it is no fact by itself."""
    document = reading.document
    attribution = check_standing(reading, token)
    kind = clause_type(token)
    check_other_rules(document, token)
    content = document.child(token, "ccomp")
    if (
        is_report(token)
        and not stands_at(document, token)
        and not is_said_as_noun(document, token, kind)
        and not (content and takes_up_subject(reading, content, token))
    ):
        raise Refused("a statement, read by its own rule" if content else "a reporting verb without what is said")
    check_there(document, token)
    clause, source = take_source(reading, without_score(document, token, read_clause(reading, token)))
    if not source and token.dep == "ROOT" and opens_with_source(document, token) and is_seen_by_pronoun(document, token):
        raise Refused("who says it is not sure")  # « Selon elle, les dépenses … », of two women
    check_sound(reading, token, clause)
    clause = with_further_told(document, token, told_then(reading, token, with_occasion(reading, token, clause)))
    attribution = source or attribution
    check_verb(document, token, clause)
    if kind == "meeting" and is_meeting(clause):
        raise Refused("a meeting, read by its own rule")
    kind = "action" if kind == "meeting" else kind
    check_content(reading, clause, kind)
    feeling = any(isinstance(p, Phrase) and p.role == "quality" for p in clause.complements)  # « qui se dit très inquiet ? »: many do
    earlier = clause.subject is not None and EARLIER.search(clause.subject.text) is not None  # « Quel texte … ? — le texte précédent de … »
    if (feeling or earlier or token.lemma in word_set("verbs", "shared")) and clause.subject is not None:
        clause = replace(clause, subject=replace(clause.subject, role="told_subject"))  # true of others too
    clause = ask_why_it_is(document, token, ask_stressed(document, clause))
    clause = without_place_of_saying(document, token, clause)
    named = clause.subject is not None and bool(clause.subject.entities)  # « Selon X, quels pays ont bloqué … ? »
    if attribution and clause.subject is not None and not named and not source and not incise_speaker(reading, token):
        clause = replace(clause, subject=replace(clause.subject, role="told_subject"))  # the statement asks who says it
    return build_fact(
        reading, token, spread_place(clause, kind), type=kind, rule=NAME, attribution=attribution, confidence=sureness(document, token, clause)
    )


def cause_of(clause: Clause) -> Phrase | None:
    """What tells why in a clause, and not by what means or after what; None if nothing does."""
    causes = (p for p in clause.complements if isinstance(p, Phrase) and p.role == "cause")
    return next((p for p in causes if p.marker not in ("grâce à", "à la suite de", "suite à", "en réponse à")), None)


def tells_state(document: Document, token: Token) -> bool:
    """« est polluée », also where the parser takes that for a noun; « est la cause », « est en baisse » tell something else."""
    return document.child(token, "det", "case") is None


def ask_why_it_is(document: Document, token: Token, clause: Clause) -> Clause:
    """« La rivière X est polluée parce que l’usine rejette du plomb »: of what is so for a reason, the reason alone is asked."""
    cause = cause_of(clause)
    is_state = tells_state(document, token) and (clause.verb.lemma == "être" or document.child(token, "cop") is not None)
    return only_told(clause, cause) if cause is not None and is_state else clause


def without_place_of_saying(document: Document, token: Token, clause: Clause) -> Clause:
    """« À Prague, X s’est félicité d’un accord »: where it was said would be read as where it happens."""
    if not (is_report(token) or is_stance(token)):
        return clause
    early = token.span.start if is_stance(token) else len(document.article.text)
    told = (p for p in clause.complements if not (isinstance(p, Phrase) and p.role == "place" and p.span.start < early))
    return replace(clause, complements=tuple(told))


def with_further_told(document: Document, token: Token, clause: Clause) -> Clause:
    """`clause` with its object told, not asked, where it is one of several and nothing else is told: « X critique également le passage à Y »."""
    further = any(t.text.lower() in FURTHER for t in document.children(token, "advmod"))
    things = [p for p in clause.complements if not (isinstance(p, Phrase) and p.kind == "time")]
    if not further or len(things) != 1 or not isinstance(things[0], Phrase) or things[0].role not in ("object", "content") or things[0].count:
        return clause
    told = replace(things[0], role="told_object")
    return replace(clause, complements=tuple(told if p is things[0] else p for p in clause.complements))


def check_other_rules(document: Document, token: Token) -> None:
    """Raises Refused for what other rules read: judgements, changes, figures each of its own place, quotations."""
    estimate = token.lemma in word_set("speech", "estimating") and document.child(token, "obl", "iobj") is not None
    if token.lemma in ("qualifier", "traiter") or estimate:
        raise Refused("a judgement, read by its own rule")
    if any(changes_itself(document, t) for t in (token, *document.children(token, "xcomp"))):
        raise Refused("a change, read by its own rule")
    if each_has_own(document, token):
        raise Refused("several figures, each of its own place")
    if is_quoting(document, token):
        raise Refused("a reporting verb without what is said")


def check_there(document: Document, token: Token) -> None:
    """Raises Refused for « y aborda en 1520 », « Avant, on connaissait six planètes »: where or when it was so stands in another sentence."""
    there = any(t.text.lower() == "y" and t.dep != "expl:subj" for t in document.children(token) if t.i < token.i)
    is_there = token.lemma == "avoir"  # « il y a »
    adverbs = [t for t in document.children(token, "advmod") if t.text.lower() in EARLIER_ON and t.pos == "ADV"]
    if any(t.text.lower() == "alors" or (token.has("Tense=Imp") and t.i < token.i) for t in adverbs) and not is_dated(document, token):
        raise Refused("the time for which it holds is told elsewhere")
    if there and not is_there and document.child(token, "obj", "iobj", "xcomp", "ccomp", "obl:agent", "aux:pass") is None:
        raise Refused("where it was is told elsewhere")


def is_dated(document: Document, token: Token) -> bool:
    """Whether a date stands right under the verb `token`."""
    return any(dates.find_date(t.text) is not None for t in document.children(token))


def stands_at(document: Document, token: Token) -> bool:
    """« le taux s’établit à 6,3 % »: a figure, and nothing that is shown to be so."""
    return token.lemma == "établir" and any(t.text.lower().replace("'", "’") in ("se", "s’") for t in document.children(token))


def tells_all(document: Document, token: Token, clause: Clause) -> bool:
    """Whether nothing is left out of the clause under a verb: « a nié avoir été averti dès le mois de mai » is another denial without the month."""
    inner = document.child(token, "xcomp", "ccomp")
    parts = [c for t in (token, inner) if t is not None for c in document.children(t, "obl", "advmod", "obj", "iobj") if c.i > token.i]
    spans = [p.span for p in clause.phrases()]
    return all(any(s.start <= t.span.start < s.end for s in spans) for t in parts if t.pos not in ("PRON", "ADV"))


def check_verb(document: Document, token: Token, clause: Clause) -> None:
    """Raises Refused for verbs and qualities that say too little, hold for the moment, or judge."""
    measured = any(isinstance(p, Phrase) and p.role in ("measure", "amount") for p in clause.complements)
    inner = [p for p in clause.complements if isinstance(p, Clause)]
    if token.lemma == "passer" and any(p.marker == "pour" for p in clause.phrases()):
        raise Refused("what somebody is held for")  # « passe pour le favori »
    if token.lemma in word_set("verbs", "denying") and not (clause.whole and tells_all(document, token, clause)):
        raise Refused("a denial that is not told whole")
    if token.lemma in word_set("clauses", "weighing") and not any(p.marker in ("à", "plutôt que") for p in clause.phrases()):
        raise Refused("it is not told to what it is preferred")
    if token.lemma in word_set("clauses", "counting") and not clause.whole and not any(p.marker == "sur" for p in clause.phrases()):
        raise Refused("a count whose place or time is left out")  # « l’ONU compte 15 000 hommes dans le pays »
    explained = clause.verb.lemma == "être" and tells_state(document, token) and cause_of(clause) is not None
    if (clause.verb.lemma == "être" and not (measured or explained)) or (token.lemma in word_set("verbs", "light") and not tells_toll(clause)):
        raise Refused("the verb says too little")
    if document.child(token, "cop") and token.pos in ("ADJ", "VERB") and not (is_bound(clause) or (clause.subject and clause.subject.count)):
        raise Refused("a quality that holds for the moment")
    quality = token.pos == "ADJ" and (document.child(token, "cop") is not None or token.text.lower().endswith(("ant", "ent", "able", "ible")))
    if quality and inner and token.lemma not in word_set("clauses", "ready"):
        raise Refused("a judgement of a deed")  # « est suffisant pour », « est facile de »
    if any(p.role == "content" and p.verb.lemma in INNER_LIGHT for p in inner):
        raise Refused("the verb under it says too little")


def is_quoting(document: Document, token: Token) -> bool:
    """« … », a lâché X », « … » s’est réjoui X »: a verb in front of its subject right behind a quotation, whatever it is."""
    first = min((t for t in (token, *document.children(token, "aux", "expl")) if t.i <= token.i), key=lambda t: t.i)
    before = document.before(first)
    mark = document.before(before) if before is not None and before.text == "," else before
    subject = find_subject(document, token)
    return token.dep == "parataxis" and mark is not None and mark.text in ("»", "”", '"') and subject is not None and subject.i > token.i


def check_standing(reading: Reading, token: Token) -> str:
    """Who says the clause of `token`, or empty. Raises Refused for conditions, wishes and unnamed speakers."""
    document = reading.document
    marks = {t.text.lower() for t in document.children(token, "mark")}
    if any(t.i < token.i and t.text.lower() in BOUND for t in document.children(token)):
        raise Refused("to whom or on what it was done stands outside")  # « auquel il reproche … »
    if any(t.has("Mood=Sub") or t.text.lower() in SUBJUNCTIVES for t in (token, *document.children(token, "aux", "cop"))):
        raise Refused("a subjunctive tells no fact")  # « n’exclut pas que X ait été vendu »
    if token.dep == "ccomp" and token.i not in document.quotations and is_reminder(document, document.head(token)):
        return ""
    if token.dep == "ccomp" and marks.intersection(("quand", "lorsque", "lorsqu’")):
        raise Refused("a condition or an aim is no fact")  # « avancera quand X quittera Y », read as what it says
    if token.dep == "ccomp":
        return speaker_of(reading, token)
    subject = find_subject(document, token)
    if token.i in document.quotations and (subject is None or subject.i in document.quotations):
        if marks.intersection(("si", "s’", "s'")) or (token.dep == "advcl" and marks.intersection(BINDING)):
            raise Refused("a condition or an aim is no fact")
        return quote_speaker(reading, token)
    if token.dep != "advcl" and marks.intersection(("que", "qu’", "qu'")):
        raise Refused("a relative clause whose object is outside")
    if token.dep == "advcl" and marks.intersection(BINDING) and not tells_what_was(document, token):
        raise Refused("a condition or an aim is no fact")
    if not token.dep.startswith(FREE):
        raise Refused(f"a dependent clause ({token.dep})")
    if promise := promise_of(document, token):
        return promise
    if token.dep == "acl:relcl":
        return ""  # « X, qui a fait Y, »: said by the article, whatever the sentence is about
    if incise := incise_speaker(reading, token):
        return incise
    for above in document.ancestors(token):
        if above.dep == "acl:relcl":
            return ""
        if above.dep == "ccomp":
            return speaker_of(reading, above)
        if above.dep == "advcl" and {t.text.lower() for t in document.children(above, "mark")} & {"si", "s’", "s'"}:
            raise Refused("what depends on a condition is no fact")
    return ""


def tells_what_was(document: Document, token: Token) -> bool:
    """« alors qu’elle traversait la place », « après que X a refusé »: what was so beside the deed, or before it, is told as much as the deed."""
    that = [t for t in document.children(token, "mark") if t.text.lower().replace("'", "’") in ("que", "qu’")]
    before = [document.before(t) for t in that]
    told = any(t is not None and t.text.lower() in ("alors", "après", "tandis") for t in before)
    claimed = any(t.dep == "xcomp" for t in document.ancestors(token))  # « affirme avoir été agressée alors qu’elle … »
    return told and not claimed and len(that) == 1 and not token.has("Mood=Cnd")


def is_reminder(document: Document, verb: Token) -> bool:
    """« Rappelons que … », « On apprend que … »: the article itself says what follows."""
    own = document.children(verb, "nsubj", "advmod")
    if verb.lemma in word_set("speech", "learning") and any(t.text.lower() in ("on", "l’on") for t in own):
        return verb.has("VerbForm=Fin") and not any(t.text.lower() in ("ne", "n’", "n'", "pas") for t in own)
    return verb.text.lower() in ("rappelons", "notons", "précisons", "soulignons", "signalons", "ajoutons") and not document.children(verb, "nsubj")


def incise_speaker(reading: Reading, token: Token) -> str:
    """Who says the clause of `token` in an incise: « le pays partira, a annoncé X ». Empty if nobody does."""
    document = reading.document
    beside = [t for t in document.children(token, "parataxis") if t.i > token.i]
    above = document.head(token)
    if token.dep == "parataxis" and above.i > token.i:
        beside.append(above)
    verb = next((t for t in beside if is_report(t) and t.pos == "VERB" and not document.child(t, "ccomp")), None)
    subject = find_subject(document, verb) if verb is not None else None
    if verb is None or subject is None or subject.i < verb.i:
        return ""
    try:
        phrase = read_phrase(reading, subject, "subject", subject=True)
    except Refused:
        return ""
    if phrase.entities:
        return say_list(phrase.entities)
    return lower_first(phrase.text) if len(phrase.text.split()) <= LONGEST_SOURCE else ""


def speaker_of(reading: Reading, content: Token) -> str:
    """The one who says the clause `content`. Raises Refused if that is not a named one who only says it."""
    document = reading.document
    verb = document.head(content)
    if not is_report(verb) and verb.lemma not in word_set("speech", "claiming") | word_set("speech", "showing"):
        raise Refused(f"what « {verb.text} » makes of the clause is not known")
    if verb.lemma in word_set("speech", "showing") and any(t.text.lower() == "y" for t in document.subtree(content)):
        raise Refused("how long ago it was is left out")  # « montre que l’espèce a disparu il y a un million d’années »
    if takes_up_subject(reading, content, verb):
        raise Refused("what somebody says of himself is asked with his saying it")
    if any(t.lemma in ("pas", "ne", "jamais") for t in document.children(verb, "advmod")):
        raise Refused("what is not said is no fact")
    subject = read_clause_subject(reading, verb)
    if subject.entities and subject.kind in ("person", "country", "organisation", "city"):
        return say_list(subject.entities)
    if (
        subject.count
        or subject.marker
        or len(subject.text.split()) > LONGEST_SOURCE
        or not (subject.named or is_definite(subject) or is_specific(subject))
    ):
        raise Refused("the one who says it is not named")
    return lower_first(subject.text)


def quote_speaker(reading: Reading, token: Token) -> str:
    """Who says the quotation that holds `token`. Raises Refused if it is not sure."""
    document = reading.document
    _, who = teller_of(document, document.quotations[token.i])
    speaker = read_speaker(reading, who)
    if len(speaker.text.split()) > LONGEST_SOURCE and not speaker.entities:
        raise Refused("the one who says it is not named")
    return say_list(speaker.entities) if speaker.entities else lower_first(speaker.text)


def takes_up_subject(reading: Reading, content: Token, verb: Token) -> bool:
    """Whether the subject of what is said is the one who says it: « X a annoncé qu'il enverrait »."""
    inner, outer = find_subject(reading.document, content), find_subject(reading.document, verb)
    if inner is None or outer is None or inner.pos != "PRON":
        return False
    speaker = person_of(reading, outer)
    known = (speaker[1],) if speaker else entities_of(reading, outer)
    return bool(known) and reading.links.get(inner.i) == known


def is_seen_by_pronoun(document: Document, token: Token) -> bool:
    """Whether a pronoun tells whose view the sentence of `token` gives."""
    opening = document.tokens[document.sentence_of(token).first : token.i][:4]
    return any(t.text.lower() in ("lui", "elle", "eux", "elles") for t in opening)


def take_source(reading: Reading, clause: Clause) -> tuple[Clause, str]:
    """`clause` without its « selon X », and X as it is to be said; or "" if there is none."""
    for part in clause.complements:
        if isinstance(part, Clause):
            inner, source = take_source(reading, part)
            if source:
                return replace(clause, complements=tuple(inner if p is part else p for p in clause.complements)), source
        if isinstance(part, Phrase) and part.marker in SOURCES:
            return replace(clause, complements=tuple(p for p in clause.complements if p is not part)), say_source(reading, part)
    return clause, ""


def read_clause_subject(reading: Reading, verb: Token) -> Phrase:
    """The subject phrase of `verb`. Raises Refused if there is none."""
    token = find_subject(reading.document, verb) or (speaker_token(reading.document, verb) if is_saying_beside(reading.document, verb) else None)
    if token is None:
        raise Refused("no subject was found")
    return read_phrase(reading, token, "subject", subject=True)


def tells_toll(clause: Clause) -> bool:
    """« a fait 900 morts »: the light verb says enough with the number of those harmed."""
    return any(isinstance(p, Phrase) and p.count and p.head in word_set("nouns", "toll") for p in clause.complements)


def happens_somewhere(clause: Clause) -> bool:
    """« une fusillade a éclaté à Oran »: what happens is known by its place or day."""
    settled = any(isinstance(p, Phrase) and p.role in ("place", "time") and (p.entities or p.kind == "time") for p in clause.complements)
    return clause.verb.lemma in word_set("verbs", "happen") and settled


def is_said_as_noun(document: Document, token: Token, kind: str) -> bool:
    """Whether a reporting verb has a plain object, or is a passive: « a annoncé l'envoi de… », « a été confié à… »."""
    if document.child(token, "ccomp") is not None:
        return False
    if shows_thing(document, token):
        return True
    if token.lemma in word_set("clauses", "caused") and any(t.text.lower() in REFLEXIVE for t in document.children(token)):
        return True  # « s’explique par la sécheresse »
    if any(t.pos == "ADJ" for t in document.children(token, "xcomp")):
        return True  # « se dit inquiet de »
    under = document.children(token, "xcomp")
    if any(t.has("VerbForm=Inf") for verb in under for t in (verb, *document.children(verb, "aux", "aux:tense", "aux:pass", "cop"))):
        return True  # « affirme avoir été agressé »
    thing = document.child(token, "obj")
    named = thing is not None and thing.pos in ("NOUN", "PROPN") and token.lemma not in word_set("verbs", "judging")
    return is_passive(document, token) or named


def shows_thing(document: Document, token: Token) -> bool:
    """« des fissures indiquent la présence d’une cavité »: what a thing shows is no claim of somebody."""
    subject, shown = find_subject(document, token), document.child(token, "obj")
    if token.lemma not in word_set("clauses", "causing") or subject is None or subject.pos != "NOUN" or subject.lemma in actors():
        return False
    return shown is not None and shown.pos == "NOUN" and document.child(token, "ccomp") is None


def is_meeting(clause: Clause) -> bool:
    """Whether people met, and not one received a thing."""
    people = [p for p in clause.complements if isinstance(p, Phrase) and p.kind == "person"]
    return bool(people) or clause.verb.reflexive


def check_content(reading: Reading, clause: Clause, kind: str) -> None:
    """Raises Refused unless the clause has a known subject and says something definite."""
    subject = clause.subject
    if subject is None or not (clause.complements or (subject.count and clause.verb.rest)):
        raise Refused("the clause has nothing but a verb")
    objects = [
        p for p in clause.complements if isinstance(p, Phrase) and (p.role in ("object", "told_object") or (p.role == "told_idiom" and not p.marker))
    ]
    check_whole_verb(clause, objects)
    if clause.verb.reflexive and objects:
        raise Refused("an idiom, or a verb that needs what the parse lost")
    if any(isinstance(p, Phrase) and p.marker == "comme" and p.role != "told_seen_as" for p in clause.complements):
        raise Refused("« comme » with a function of nobody knows what")
    moved = clause.verb.with_be and not clause.verb.passive and not clause.verb.reflexive
    if len(objects) > 1 or (moved and any(p.role == "object" for p in objects)):
        raise Refused("two objects, or one that the verb cannot have: the parse is wrong")
    if len(subject.text.split()) > LONGEST_SUBJECT:
        raise Refused("the subject is too long")
    dated = any(isinstance(p, Phrase) and (p.kind == "time" or (p.role == "place" and p.named)) for p in clause.complements)
    loose = subject.text.startswith(("un ", "une ", "des ")) and dated
    stressed = is_stressed(reading.document, subject)
    if subject.named and not subject.entities and not subject.count and not is_group(subject) and not loose:
        raise Refused(f"« {subject.text} » is a way of saying a name")
    if not (stressed or (loose and subject.named) or is_known(reading, clause, subject)):
        raise Refused(f"the subject « {subject.text} » is not named")
    if kind == "action" and not (has_anchor(clause) or says_something(clause) or (stressed and is_told_twice(clause))):
        raise Refused("nothing beside the subject is named, dated or counted")


def is_known(reading: Reading, clause: Clause, subject: Phrase) -> bool:
    """Whether a reader knows which subject is meant: by its name, its kind, the title, what it did or where it happens."""
    return (
        is_named(subject)
        or any(c.isupper() for c in subject.text)
        or is_specific(subject)
        or is_topic(reading, subject)
        or is_met_again(reading, subject)
        or is_plain_actor(subject, clause)
        or is_body(subject)
        or happens_somewhere(clause)
        or (has_anchor(clause) and is_lead(reading, subject))
        or is_known_by_deed(subject, clause)
        or (has_anchor(clause) and causing_word(subject, clause) is not None)
    )


def ask_stressed(document: Document, clause: Clause) -> Clause:
    """« Ce sont des pluies qui ont privé X de Y »: of a sentence that presents things not told before, nothing else is asked."""
    subject = clause.subject
    new = subject is not None and not (subject.entities or subject.named) and re.match(r"(?:de|des|une?) |d’", subject.text) is not None
    return only_told(clause, subject) if subject is not None and new and is_stressed(document, subject) else clause


def is_stressed(document: Document, subject: Phrase) -> bool:
    """« Ce sont des pluies qui ont privé X de Y »: what is presented so is the answer to who or what did it."""
    noun = noun_of(document, subject)
    return noun is not None and noun.dep.startswith("nsubj") and document.child(document.head(noun), "aux:cleft") is not None


def is_told_twice(clause: Clause) -> bool:
    """« … qui ont privé le fort de sa tour »: two things beside the subject."""
    return len([p for p in clause.phrases() if p is not clause.subject]) > 1


def is_bound(clause: Clause) -> bool:
    """Whether a quality is told with what it depends on: « due à la pluie », « basé sur des symboles »."""
    phrases = (p for p in clause.complements if isinstance(p, Phrase))
    return any(p.marker and p.kind != "time" and p.role not in ("told_idiom", "place") for p in phrases)


def check_whole_verb(clause: Clause, objects: list[Phrase]) -> None:
    """Raises Refused where the verb lacks what it governs: « la chaîne met », « X participe »."""
    verb = clause.verb
    placed = any(isinstance(p, Phrase) and (p.role == "place" or (p.kind == "measure" and p.marker == "à")) for p in clause.complements)
    gone = any(isinstance(p, Phrase) and p.marker in ("à", "en", "chez", "dans") for p in clause.complements)
    if verb.reflexive and not placed and (verb.lemma == "trouver" or (verb.lemma == "rendre" and not gone)):  # « s’est rendu sur place »
        raise Refused("an idiom, or a verb that needs what the parse lost")
    needed = verb.reflexive and verb.lemma in word_set("verbs", "reflexive_of")
    if needed and not any(isinstance(p, Clause) or p.marker in ("de", "") for p in clause.complements):
        raise Refused("an idiom, or a verb that needs what the parse lost")
    if verb.passive or verb.reflexive or any(isinstance(p, Clause) and p.role == "content" for p in clause.complements):
        return
    others = [p for p in clause.complements if isinstance(p, Phrase)]
    bound = [marker for marker, verbs in read_words("verbs")["governs"].items() if verb.lemma in verbs]
    governed = [p for p in others if p.marker in bound]
    if len(governed) > 1 or any(HALVED.search(p.text) for p in governed):
        raise Refused("the second half of the sentence lacks its verb")
    if governed or (verb.with_be and is_bound(clause)):
        return  # « a porté sur 800 malades », « est due à la neige »
    if verb.lemma in word_set("verbs", "needs_object") and not objects and not any(is_amount(p) for p in others):
        raise Refused("an idiom, or a verb that needs what the parse lost")
    inner = any(isinstance(p, Clause) for p in clause.complements)
    if verb.lemma in word_set("verbs", "needs_both") and not inner and not any(p.marker in ("de", "à") and p.role != "place" for p in others):
        raise Refused("an idiom, or a verb that needs what the parse lost")
    if bound and not objects and not any(p.kind == "measure" for p in others):
        raise Refused("an idiom, or a verb that needs what the parse lost")


def is_amount(phrase: Phrase) -> bool:
    """Whether a phrase is what a verb governs, told as a figure: « 3 millions », « dix jours », « jusqu’à 6 000 ouvriers »."""
    spanned = phrase.kind == "duration" and not phrase.marker
    return phrase.kind == "measure" or phrase.role == "measure" or spanned or (phrase.count.startswith("jusqu’à") and not phrase.marker)


def says_something(clause: Clause) -> bool:
    """Whether an object or a complement has words enough to be told from others: « les partis de la coalition »."""
    enough = SPECIFIC - 1 if clause.subject is not None and clause.subject.entities else SPECIFIC
    others = [p for p in clause.phrases() if p is not clause.subject and p.role in TELLING]
    told_cause = clause.verb.lemma in word_set("clauses", "caused") and any(p.marker in ("à", "par") for p in others)
    static = clause.verb.lemma in word_set("speech", "states")  # « possède un atout pour gagner »: the aim is of the thing
    aimed = not static and any(isinstance(p, Clause) and p.role == "purpose" and is_full_aim(p) for p in clause.complements)
    acted = any(p.role == "agent" and p.head in word_set("nouns", "administrations") | word_set("nouns", "elements") for p in others)
    lengths = [len(p.text.replace("’", "’ ").split()) for p in others]
    long = [p for p, n in zip(others, lengths, strict=True) if n >= SPECIFIC - 1 and is_definite(p)]
    two = len(long) > 1 and not all(p.marker for p in long)  # « ont soutenu les partis agrariens pendant la campagne électorale »
    return (
        told_cause
        or aimed
        or acted
        or two
        or any(p.role in ("cause", "told_tail", "quality", "manner") or n >= enough for p, n in zip(others, lengths, strict=True))
    )


def is_full_aim(aim: Clause) -> bool:
    """« pour éviter tout risque de chute »: whether an aim has words enough to be told from others; « pour le voir » has not."""
    return any(len(p.text.replace("’", "’ ").split()) >= SPECIFIC - 1 for p in aim.complements if isinstance(p, Phrase))


def is_specific(phrase: Phrase) -> bool:
    """Whether a common noun has enough beside it to be known alone: « le rapport final du bureau »."""
    return len(phrase.text.split()) >= SPECIFIC and not phrase.text.lower().startswith(("le même", "la même", "un ", "une ", "des "))


def is_group(phrase: Phrase) -> bool:
    """Whether an adjective of country is enough to know which one is meant: « l’armée norvégienne »; not « le géant norvégien »."""
    groups = word_set("nouns", "groups") | word_set("nouns", "forces")
    long_thing = phrase.kind == "thing" and len(phrase.text.split()) >= 4
    office = phrase.head in word_set("nouns", "unique") and is_definite(phrase)  # « le président norvégien »
    return office or is_people_of(phrase) or phrase.head in groups or long_thing or any(c.isupper() for c in phrase.text[1:])


def is_people_of(phrase: Phrase) -> bool:
    """All of one kind of people or things of a country: « les pêcheurs norvégiens »; not « les experts norvégiens », who are some."""
    some = word_set("nouns", "functions") - word_set("nouns", "professions") - EVERYBODY
    return (
        phrase.text.startswith("les ")
        and phrase.number == "p"
        and phrase.head not in some
        and phrase.head not in word_set("nouns", "vague") - EVERYBODY
    )


def is_body(phrase: Phrase) -> bool:
    """A public body with a definite article and a word more, which the event of the context line makes known: « les autorités locales »."""
    bodies = word_set("nouns", "groups") | word_set("nouns", "organisations")
    return is_definite(phrase) and phrase.head in bodies and len(phrase.text.replace("l’", "l’ ").split()) >= 3


def is_topic(reading: Reading, phrase: Phrase) -> bool:
    """Whether a definite noun is what the title speaks of, so that the context line tells which one is meant."""
    return is_definite(phrase) and len(phrase.head) >= TOPIC_LENGTH and plain(phrase.head) in plain(reading.document.article.title).split()


def is_lead(reading: Reading, subject: Phrase) -> bool:
    """« Un chalutier a coulé à 15 milles de Gand »: what the first sentence of the article tells of is known by the title over the card."""
    document = reading.document
    noun = noun_of(document, subject)
    opens = noun is not None and noun.i < document.sentences[0].last and noun.dep.startswith("nsubj") and document.head(noun).dep == "ROOT"
    vague = subject.head in word_set("nouns", "vague")
    return opens and re.match(r"(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ", subject.text.lower()) is not None and not vague


def noun_of(document: Document, phrase: Phrase) -> Token | None:
    """The word that heads `phrase`."""
    return next((t for t in document.tokens_in(phrase.span) if t.lemma == phrase.head), None)


def is_plain_actor(subject: Phrase, clause: Clause) -> bool:
    """A definite noun that the event of the context line explains (« les secours »), in a clause that names, dates or counts something."""
    vague = subject.head in word_set("nouns", "vague") and len(subject.text.replace("’", "’ ").split()) < 3
    return is_definite(subject) and not vague and has_anchor(clause)


def is_known_by_deed(subject: Phrase, clause: Clause) -> bool:
    """Whether what is told of a thing is enough to know which one is meant."""
    return is_deed_of(subject, clause) or is_explained(subject, clause) or is_account(subject, clause) or is_sign(subject, clause)


def is_deed_of(subject: Phrase, clause: Clause) -> bool:
    """« un bus de remplacement sera mis en place par la région »: a thing is known by who makes it; who meets with people is not."""
    agents = [p for p in clause.complements if isinstance(p, Phrase) and p.role == "agent" and p.head not in word_set("nouns", "guards")]
    thing = subject.kind == "thing" and not subject.count and subject.head not in actors() | word_set("nouns", "vague")
    vague = re.match(r"(un|une|des|de) ", subject.text) is not None
    return clause.verb.passive and thing and vague and any(p.entities or is_definite(p) for p in agents)


def is_explained(subject: Phrase, clause: Clause) -> bool:
    """« la panne est due à une fuite »: the event of the context line tells which breakdown."""
    told = any(is_owed(p, clause) for p in clause.complements if isinstance(p, Phrase))
    return told and is_definite(subject) and subject.head in word_set("nouns", "disasters") | word_set("nouns", "mishaps")


def is_account(subject: Phrase, clause: Clause) -> bool:
    """« un premier bilan fait état de 58 morts »: the article speaks of one such account, and the figure is told as its own."""
    return subject.head in word_set("nouns", "accounts") and subject.text.startswith(("un ", "une ")) and tells_toll(clause)


def is_sign(subject: Phrase, clause: Clause) -> bool:
    """« des fissures indiquent la présence d’une cavité »: a sign is known by what it shows."""
    shows = clause.verb.lemma in word_set("clauses", "causing") & word_set("verbs", "report")
    told = subject.head not in word_set("nouns", "vague") and says_something(clause)
    return shows and told and causing_word(subject, clause) is not None


def is_met_again(reading: Reading, phrase: Phrase) -> bool:
    """Whether a definite phrase takes up a thing that the title or an earlier sentence has brought up."""
    document = reading.document
    noun = noun_of(document, phrase)
    return is_definite(phrase) and noun is not None and is_established(document, noun)


def sureness(document: Document, token: Token, clause: Clause) -> float:
    """How far the reading of the clause is to be trusted: long sentences, deep clauses and cut ones less."""
    depth = sum(1 for _ in document.ancestors(token))
    length = len(document.words(document.sentence_of(token)))
    return max(0.4, 1.0 - 0.04 * depth - 0.003 * max(0, length - 20)) * (1.0 if clause.whole else PARTIAL)


def spread_place(clause: Clause, kind: str) -> Clause:
    """A deployment « pour rejoindre les forces en mer X » goes to that sea: the place leaves the aim."""
    if kind not in ("deployment", "announcement", "proposal"):
        return clause
    parts = tuple(spread_place(p, "deployment") if isinstance(p, Clause) and p.role == "content" else p for p in clause.complements)
    if any(isinstance(p, Phrase) and p.role == "place" for p in parts):
        return replace(clause, complements=parts)
    for aim in (p for p in parts if isinstance(p, Clause) and p.role == "purpose"):
        place = next((p for p in aim.complements if isinstance(p, Phrase) and p.role == "place"), None)
        if place is not None:
            shorter = replace(aim, complements=tuple(p for p in aim.complements if p is not place))
            others = tuple(shorter if p is aim else p for p in parts)
            return replace(clause, complements=(*others, place))
    return replace(clause, complements=parts)
