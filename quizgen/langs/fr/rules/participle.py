"""What was done to a named thing, told in passing: « les accords de Lisbonne, signés le 18 mars 1962 », « le navire commandé par X ».

The participle becomes a clause of its own: « les accords de Lisbonne ont été signés le 18 mars 1962 ».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.complements import read_complements
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.clause.wholeness import is_whole
from quizgen.langs.fr.forms.morphology import agree, bare_participle
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.reference.bystanders import is_bystander
from quizgen.langs.fr.reference.mentions import is_established
from quizgen.langs.fr.rules.clause import is_topic
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token, Verb

NAME = "participle"
MILD = ("déjà", "aussi", "également", "récemment", "initialement", "officiellement", "d’abord", "d'abord")  # adverbs that may be left out
BARE_WORDS = 3  # words from which a definite noun may be known by itself
CONFIDENCE = 0.85  # it is not said when, nor whether it is so still


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the past participles that stand beside a noun in `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if not token.has("VerbForm=Part", "Tense=Past") or token.i in document.quotations:
            continue
        if token.dep == "acl" and token.i > token.head:
            yield attempt(NAME, read_participle, reading, token, document.head(token))
        elif (opened := opened_clause(document, sentence, token)) is not None:
            yield attempt(NAME, read_participle, reading, token, opened)


def opened_clause(document: Document, sentence: Sentence, token: Token) -> Token | None:
    """The subject that a participle at the head of the sentence speaks of: « Fondé en 1887, le groupe… »."""
    if token.dep not in ("advcl", "acl", "dislocated", "obl:mod") or token.i > sentence.first + 1:
        return None
    verb = document.head(token)
    subject = find_subject(document, verb) if verb.pos in ("VERB", "AUX", "ADJ", "NOUN") else None
    return subject if subject is not None and subject.i > token.i and not document.children(token, "aux", "nsubj") else None


def may_be_of_another(document: Document, noun: Token, participle: Token) -> bool:
    """« une commune sur la rivière dirigée par X »: whether a noun before the place agrees with the participle as well."""
    above = document.head(noun)
    case = document.child(noun, "case")
    beside = (
        noun.i < participle.i
        and noun.dep.startswith("nmod")
        and case is not None
        and case.text.lower() in ("sur", "dans", "pour", "contre", "à", "par")
    )
    form = (f"Gender={'Fem' if participle.has('Gender=Fem') else 'Masc'}", f"Number={'Plur' if participle.has('Number=Plur') else 'Sing'}")
    return (beside and above.pos == "NOUN" and above.has(*form)) or may_be_of_last(document, noun, participle, form)


def may_be_of_last(document: Document, noun: Token, participle: Token, form: tuple[str, str]) -> bool:
    """« la motion de la minorité, emmenée par X »: whether a noun with an article between the two, right before the comma, agrees as well."""
    comma = document.before(participle)
    last = document.before(comma) if comma is not None and comma.text == "," else None
    if last is None or last is noun or last.pos != "NOUN" or noun not in document.ancestors(last) or not last.has(*form):
        return False
    return any(t.pos == "DET" or t.text.lower() in ("du", "des") for t in document.children(last, "det", "case"))


def tells_which(reading: Reading, token: Token, noun: Token, subject: Phrase) -> bool:
    """« le traité signé avec la Pologne » of an article that has told of none: without the participle one would not know which."""
    before = reading.document.before(token)
    bare = len(subject.text.replace("’", "’ ").split()) < BARE_WORDS and not (subject.entities or subject.taken_up or subject.named)
    return bare and before is noun and not is_established(reading.document, noun)


def check_of(document: Document, token: Token, noun: Token) -> None:
    """Raises Refused for a participle with « de » that is a noun, or whose date is that of what follows « de »."""
    of = any(
        t.text.lower() in ("de", "d’", "du", "des") for c in document.children(token, "obl:arg", "obl:mod") for t in document.children(c, "case")
    )
    if of and token.lemma in word_set("verbs", "noun_like"):
        raise Refused("the participle is a noun")  # « X, habitué de la Croisette »
    if of and token.lemma == "naître" and noun.pos == "NOUN":
        raise Refused("of what it came is told with when that was")  # « la crise née du retrait de X le 3 mai »


def is_plain_thing(phrase: Phrase) -> bool:
    """A definite noun that the event of the context line explains: « le navire »."""
    return is_definite(phrase) and not phrase.count and phrase.head not in word_set("nouns", "vague")


def read_participle(reading: Reading, token: Token, noun: Token) -> Fact:
    """« T, signé le D par A » as a passive clause. Raises Refused without a known thing, and without a date, a place or an agent."""
    document = reading.document
    check_kind(reading, token, noun)
    if any(t.lemma in ("seul", "premier", "dernier") for t in document.children(noun, "amod")):
        raise Refused("it is the first or the only one of those of whom this is so")  # « la première fusée lancée de Kalmar »
    check_of(document, token, noun)
    if may_be_of_another(document, noun, token):
        raise Refused("the participle may belong to the noun before")
    if document.children(token, "nsubj", "aux", "cop", "ccomp") or any(t.text.lower() not in MILD for t in document.children(token, "advmod")):
        raise Refused("more than a plain participle")
    subject = read_phrase(reading, noun, "subject", subject=True)
    known = subject.entities or subject.named or is_topic(reading, subject) or is_plain_thing(subject)
    if not known or not (is_definite(subject) or subject.entities):
        raise Refused(f"« {subject.text} » is not known")
    if tells_which(reading, token, noun, subject):
        raise Refused("the participle tells which one is meant")
    check_doer(reading, subject, token)
    number, gender = ("p" if token.has("Number=Plur") else "s"), ("f" if token.has("Gender=Fem") else "m")
    renamed = subject.taken_up and noun.pos == "NOUN" and noun.has("Gender=Fem") == (gender == "f")  # « le site, ouvert en 1921 »: the factory
    if number != subject.number or not (renamed or gender == (subject.gender or gender)):
        raise Refused("the participle agrees with another noun")
    subject = without_participle(subject, document.text(token.span))
    if subject.kind == "person" and not subject.gender and number == "s":
        subject = replace(subject, gender=gender)  # « Née à Gand, X … »
    bare = bare_participle(token.text.lower(), gender, number)
    parts = tuple(p for p in read_complements(reading, token, None) if isinstance(p, Phrase))
    if token.lemma not in word_set("verbs", "recipients"):  # « arrêtée à X »: X may be a place
        parts = tuple(replace(p, role="told_addressee") if p.role == "addressee" else p for p in parts)
    dated = tuple(p for p in parts if p.role in ("time", "behest") or (p.role == "agent" and p.entities))
    if not is_whole(reading, token, parts) and token.lemma not in word_set("verbs", "needs_both"):
        parts = dated  # when it was done holds without what else is told of it
    if not any(p.role in ("time", "place") or p.entities or p.count for p in parts):
        raise Refused("neither date, place, agent nor number")
    if token.lemma in word_set("verbs", "appointing") and all(p.role == "time" for p in parts):
        raise Refused("to which function is told elsewhere")  # « Nommée en 2017, X … »
    moved = token.lemma in word_set("verbs", "auxiliaries", "be") or bare in ("né", "mort", "parti", "venu", "arrivé", "revenu")
    verb = _verb(token.lemma, agree(bare, subject.gender or "m", subject.number), many=subject.number == "p", moved=moved)
    clause = Clause(verb=still(verb, parts), subject=replace(subject, marker=""), complements=parts)
    kind = verb_type(token.lemma)
    return build_fact(reading, token, clause, type="action" if kind == "meeting" else kind, rule=NAME, confidence=CONFIDENCE)


def check_kind(reading: Reading, token: Token, noun: Token) -> None:
    """Raises Refused for participles that have a rule of their own, for whom the press asked, and for a thing's own name."""
    check_own_name(reading, token, noun)
    if token.lemma in word_set("verbs", "consulted"):
        raise Refused("whom the press asked is no knowledge")  # « joint par X »
    if token.lemma in (*word_set("verbs", "composing"), "situer", "baser", "implanter", "localiser"):
        raise Refused("what it is made of, and where it lies, is read by its own rule")


def check_own_name(reading: Reading, token: Token, noun: Token) -> None:
    """Raises Refused for « Baptisée « PK1 », elle … »: that a thing has been given its own name."""
    named = reading.links.get(noun.i, ())
    called = token.lemma in word_set("verbs", "christening") and len(named) == 1
    if called and any(reading.links.get(t.i) == named for t in reading.document.subtree(token)):
        raise Refused("its own name")


def check_doer(reading: Reading, subject: Phrase, token: Token) -> None:
    """Raises Refused for what is told in passing of somebody who is named for his words."""
    if len(subject.entities) == 1 and is_bystander(reading, subject.entities[0], reading.document.sentence_of(token)):
        raise Refused("told in passing of a bystander")


def still(verb: Verb, parts: tuple[Phrase, ...]) -> Verb:
    """« a été installé » with « depuis 2004 » is so still: « est installé »."""
    lasting = any(p.role == "time" and p.marker == "depuis" for p in parts) and verb.finite in ("a", "ont")
    return replace(verb, finite="sont" if verb.number == "p" else "est", rest=verb.rest.removeprefix("été ")) if lasting else verb


def without_participle(subject: Phrase, participle: str) -> Phrase:
    """« le vol X assuré par Y » without what the participle begins. Raises Refused if no name is left before it."""
    words = subject.text.split()
    if participle not in words:
        return subject
    left = " ".join(words[: words.index(participle)])
    if len(left.replace("’", "’ ").split()) < 3 or not any(c.isupper() for c in left[1:]):
        raise Refused("the participle is part of the name")
    return replace(subject, text=left, counted=subject.counted.partition(f" {participle}")[0])


def _verb(lemma: str, participle: str, *, many: bool, moved: bool) -> Verb:
    """« a été signé », or « est né » for a verb with être."""
    number = "p" if many else "s"
    if lemma == "disparaître":
        return Verb(lemma=lemma, finite="ont" if many else "a", rest="disparu", number=number)
    if moved:
        return Verb(lemma=lemma, finite="sont" if many else "est", rest=participle, number=number, with_be=True)
    if lemma in word_set("verbs", "awaited") | word_set(
        "verbs", "composing"
    ):  # « prévu en mai » is still to come, « composé de douze membres » lasts
        return Verb(lemma=lemma, finite="étaient" if many else "était", rest=participle, number=number, passive=True, with_be=True)
    return Verb(lemma=lemma, finite="ont" if many else "a", rest=f"été {participle}", number=number, passive=True, with_be=True)
