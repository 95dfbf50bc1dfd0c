"""Common nouns met before: whether « these limits » or « the accident » takes up what the title or an earlier sentence has brought up."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.langs.en.forms.geography import plain
from quizgen.langs.en.lexicon import word_set
from quizgen.model import Document, Entity, Reading, Token

SHORTEST = 4  # letters; shorter nouns are met in titles by chance
DEEDS = ("ation", "ion", "ment", "al", "ure")  # by which nouns are made of verbs
LONGEST_END = 3  # letters of the end of a verb: « closing »


def is_established(document: Document, noun: Token) -> bool:
    """Whether the title or an earlier sentence has brought up what a `noun` means."""
    if noun.pos != "NOUN" or noun.lemma in word_set("nouns", "vague"):
        return False
    if (len(noun.lemma) >= SHORTEST and noun.lemma in title_words(document)) or is_derived(noun.lemma, title_words(document)):
        return True
    first = document.sentence_of(noun).first
    if any(i < first and document.tokens[i].pos == "VERB" for v in verbs_of(noun.lemma) for i in document.by_lemma.get(v, ())):
        return True
    plural = noun.has("Number=Plur")
    earlier = (document.tokens[i] for i in document.by_lemma.get(noun.lemma, ()) if i < first)
    return any(t.pos == "NOUN" and t.has("Number=Plur") == plural and document.children(t, "amod", "compound", "prep", "det") for t in earlier)


def verbs_of(lemma: str) -> list[str]:
    """The verbs that a noun may be the deed of: « close » of « closure », « evacuate » of « evacuation »."""
    stems = [lemma.removesuffix(end) for end in DEEDS if lemma.endswith(end)]
    return [f"{s}{end}" for s in stems if len(s) >= SHORTEST for end in ("", "e", "ate")]


def is_derived(lemma: str, told: frozenset[str]) -> bool:
    """Whether a noun is the deed or the state of a word that is `told`: « closure » of « closes », « limitation » of « limits »."""
    stems = (lemma.removesuffix(end) for end in DEEDS if lemma.endswith(end))
    return any(len(s) >= SHORTEST and any(w.startswith(s) and len(w) - len(s) <= LONGEST_END for w in told) for s in stems)


def title_words(document: Document) -> frozenset[str]:
    """The words of the title, and what they are without a plural mark."""
    words = plain(document.article.title.replace("’", " ").replace("'", " ")).replace(",", " ").replace(":", " ").split()
    return frozenset(words) | {w.removesuffix("s") for w in words} | {w.removesuffix("es") for w in words}


SUBJECTS = ("nsubj", "nsubj:pass")
PRONOUNS = {"it": False, "its": False, "they": True, "their": True}  # whether they are plural
FULLEST = 9  # words of a mention that may stand for a later one; longer ones tire the reader


def noun_antecedent(reading: Reading, pronoun: Token) -> Token | None:
    """The common noun that « it » or « they » takes up: the subject of the clause above, or of the sentence before; None if that is not sure."""
    document = reading.document
    if pronoun.text.lower() not in PRONOUNS or pronoun.i in reading.links or pronoun.i in document.quotations:
        return None
    if (thing := _of_its_kind(document, pronoun)) is not None:
        return thing
    subject = _subject_before(document, pronoun)
    if subject is not None and is_rivalled(reading, pronoun, subject):
        return None
    if subject is None or any(e.kind == "person" for e in reading.links.get(subject.i, ())):
        subject = _lone_noun(reading, pronoun)
    if subject is None or (owns_function(document, pronoun) and subject.pos == "NOUN" and subject.lemma not in word_set("nouns", "organisations")):
        return None
    if subject.pos == "PRON":
        alike = PRONOUNS.get(subject.text.lower()) == PRONOUNS[pronoun.text.lower()]
        return noun_antecedent(reading, subject) if subject is not pronoun and alike else None  # « It … It … »: both take up the same
    if may_be_object(document, subject, pronoun):
        return None
    plural = subject.has("Number=Plur") or (document.child(subject, "conj") is not None and document.child(subject, "cc") is not None)
    said = any(t.text.lower() in ("no", "any", "another", "every", "each") for t in document.children(subject, "det"))
    if is_mute(document, subject, pronoun):
        return None
    if subject.pos != "NOUN" or subject.i in reading.links or plural != PRONOUNS[pronoun.text.lower()] or said:
        return None
    if (worst := noun_of_worst(document, pronoun)) is not None and worst.lemma != subject.lemma:
        return None  # « The vaccine … It was the worst accident »
    if any(m.text.lower() == "that" for c in document.children(subject, "acl", "ccomp") for m in document.children(c, "mark")):
        return None  # « The claim that sheep graze there … to reach its shore »
    if (subject.lemma in word_set("nouns", "functions") and not plural) or document.child(subject, "poss") is not None:
        return None  # a person, or of a thing and its owner it is not sure which
    return subject if len(document.subtree(subject)) <= 2 * FULLEST else None


def is_mute(document: Document, thing: Token, pronoun: Token) -> bool:
    """Whether « it » says something that a thing cannot say: « The lamp lasts ten years. It added that … » goes on with who spoke before."""
    tells = pronoun.dep == "nsubj" and document.head(pronoun).lemma in word_set("verbs", "speaking") | word_set("verbs", "believing")
    telling = (
        word_set("nouns", "organisations") | word_set("nouns", "documents") | word_set("nouns", "for_countries") | word_set("nouns", "countries")
    )
    return tells and pronoun.text.lower() == "it" and thing.pos == "NOUN" and thing.lemma not in telling


def is_told_to(document: Document, verb: Token) -> bool:
    """Whether a verb is what somebody is told to do, by nobody that is named: « were told to move »."""
    above = document.head(verb)
    return verb.dep == "xcomp" and document.child(above, "obj", "dative") is None and bool(document.children(above, "aux:pass"))


def noun_of_worst(document: Document, token: Token) -> Token | None:
    """The event that « It » is by what the sentence says of it: « accident » of « It was the worst accident in 90 years »; None for another."""
    be = document.head(token)
    noun = document.child(be, "attr") if be.lemma == "be" and token.dep == "nsubj" and token.text.lower() == "it" else None
    if (
        noun is None
        or noun.lemma not in word_set("nouns", "occasions") | word_set("nouns", "happenings")
        or noun.has("Number=Plur")
        or document.child(noun, "acl:relcl", "poss")
    ):
        return None
    ranked = any(t.has("Degree=Sup") for t in document.children(noun, "amod"))
    return noun if ranked and any(t.text.lower() == "the" for t in document.children(noun, "det")) else None


def is_feat(document: Document, token: Token) -> bool:
    """Whether « It » is what somebody has just done or won, not who did: « Norvale won the cup. It is the club’s first title »."""
    be = document.head(token)
    noun = document.child(be, "attr") if be.lemma == "be" and token.dep == "nsubj" and token.text.lower() in ("it", "this") else None
    return noun is not None and noun.lemma in word_set("nouns", "feats") | word_set("nouns", "happenings") | word_set("nouns", "occasions")


def may_be_object(document: Document, subject: Token, pronoun: Token) -> bool:
    """Whether « it » may as well be what a group dealt with in the sentence before: « A team fixed a device to a whale. It stayed on »."""
    group = subject.pos == "NOUN" and subject.lemma in word_set("nouns", "organisations")
    thing = document.child(document.head(subject), "obj")
    before = document.sentence_number(subject) < document.sentence_number(pronoun)
    return group and before and pronoun.text.lower() == "it" and thing is not None and thing.pos == "NOUN" and not thing.has("Number=Plur")


def _of_its_kind(document: Document, pronoun: Token) -> Token | None:
    """The one library of the sentence before that « It is one of five libraries » takes up; None for any other « it »."""
    be, number = document.head(pronoun), document.sentence_number(pronoun)
    if pronoun.text.lower() != "it" or pronoun.dep != "nsubj" or be.lemma != "be" or not number:
        return None
    one = document.child(be, "attr")
    of = document.child(one, "prep") if one is not None and one.text.lower() == "one" else None
    kind = document.child(of, "pobj") if of is not None and of.text.lower() == "of" else None
    before = document.sentences[number - 1]
    if kind is None or before.paragraph < document.sentences[number].paragraph - 1:
        return None
    told = [t for t in document.words(before) if t.pos == "NOUN" and t.lemma == kind.lemma and not t.has("Number=Plur")]
    return told[0] if len(told) == 1 else None


def is_rivalled(reading: Reading, pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun may as well mean another thing than the subject before it: the object, of an object (« passed the bill after Y had backed
    it »); a body, of a subject that is none (« The crime led the firm, X, to close. It was wound up »); « them » of the sentence before.
    """
    document, plural = reading.document, PRONOUNS[pronoun.text.lower()]
    verb = document.head(subject)
    things = [t for t in document.children(verb, "obj") if t.i > subject.i and t.i < pronoun.i and t.pos == "NOUN" and t.has("Number=Plur") == plural]
    if pronoun.dep == "obj" and things:
        return True
    if document.sentence_of(subject).span == document.sentence_of(pronoun).span:
        return False
    words = document.words(document.sentence_of(subject))
    if plural:
        return any(t.text.lower() == "them" for t in words if t.i > subject.i)
    below = [t for thing in document.children(verb, "obj", "ccomp", "xcomp") for t in document.subtree(thing)]
    bodies = [t for t in below if any(e.kind == "organisation" for e in reading.links.get(t.i, ()))]
    return subject.lemma not in word_set("nouns", "organisations") and any(t.dep in ("obj", "nsubj", "appos") for t in bodies)


def owns_function(document: Document, pronoun: Token) -> bool:
    """Whether a possessive belongs to an office: « its chief executive » is that of a body, not of a ship."""
    return pronoun.dep == "poss" and document.head(pronoun).lemma.lower() in word_set("nouns", "functions")


def _lone_noun(reading: Reading, pronoun: Token) -> Token | None:
    """The one noun of the sentence before that agrees, where its main subject does not: « Lund cut the wire. It … »."""
    document, plural = reading.document, PRONOUNS[pronoun.text.lower()]
    number = document.sentence_number(pronoun)
    here = document.sentences[number]
    opens = not any(t.dep in SUBJECTS and t.i < pronoun.i for t in document.words(here))
    if not number or not opens or pronoun.dep not in (*SUBJECTS, "poss") or document.sentences[number - 1].paragraph != here.paragraph:
        return None
    words = document.words(document.sentences[number - 1])
    main = next((t for t in words if t.dep in SUBJECTS and document.head(t).dep == "ROOT"), None)
    if main is None:
        return _told_of(reading, words, plural=plural)
    person = any(e.kind == "person" for e in reading.links.get(main.i, ()))
    if not (person or main.has("Number=Plur") != plural):
        return None
    nouns = [
        t
        for t in words
        if t.pos in ("NOUN", "PROPN") and t.has("Number=Plur") == plural and t is not main and t.dep in ("obj", "pobj", "attr", *SUBJECTS)
    ]
    fitting = [t for t in nouns if not any(e.kind == "person" for e in reading.links.get(t.i, ()))]
    known = len(fitting) == 1 and fitting[0].i not in reading.links and document.children(fitting[0], "det")
    return fitting[0] if known else None


def _told_of(reading: Reading, words: Sequence[Token], *, plural: bool) -> Token | None:
    """The thing that a sentence without a subject tells of: « There was better news for the library »."""
    document = reading.document
    if not any(t.dep == "expl" for t in words):
        return None
    nouns = [t for t in words if t.pos == "NOUN" and t.dep == "pobj" and t.has("Number=Plur") == plural]
    known = [t for t in nouns if any(d.text.lower() == "the" for d in document.children(t, "det"))]
    return known[0] if len(nouns) == len(known) == 1 and known[0].i not in reading.links else None


def _subject_before(document: Document, pronoun: Token) -> Token | None:
    """The subject that stands above a pronoun in its sentence, or the main one of the sentence before."""
    verb = next((t for t in document.ancestors(pronoun) if t.pos in ("VERB", "AUX")), pronoun)
    for above in document.ancestors(pronoun if pronoun.dep == "poss" else verb):
        subject = document.child(above, *SUBJECTS)
        fits = subject is not None and subject.i < pronoun.i and subject is not pronoun and pronoun not in document.subtree(subject)
        if subject is not None and fits and not _is_none(document, subject):
            return subject
    number = document.sentence_number(pronoun)
    here = document.sentences[number]
    before = [
        t
        for t in document.words(here)
        if t.dep in SUBJECTS and t.i < pronoun.i and pronoun not in document.subtree(t) and (document.head(t) is not verb or pronoun.dep == "poss")
    ]
    before = [t for t in before if not _is_none(document, t)]
    same = [t for t in before if t.text.lower() == pronoun.text.lower()]
    if len(before) > 1 and same and all(_is_new(document, t) for t in before if t not in same):
        return same[-1]  # « It was to close, but a petition has changed minds: it will stay open »
    if len(before) == 1 and _is_new(document, before[0]) and document.head(before[0]).dep == "advcl":
        before = []  # « Before a vaccine was found it killed thousands »: it goes on with the sentence before
    if before or not number:
        return before[0] if len(before) == 1 else None
    taken_up = [t for t in document.words(here) if t.i < pronoun.i and t.text.lower() == pronoun.text.lower() and t.dep in ("obj", "pobj")]
    if taken_up and pronoun.dep in SUBJECTS:
        return taken_up[-1]  # « No ship could carry all of it, so it was divided »
    earlier = document.sentences[number - 1]
    said = said_first(document, number - 1)
    main = [t for t in document.words(earlier) if t.dep in SUBJECTS and document.head(t) is said] if said is not None else []
    main = main or [t for t in document.words(earlier) if t.dep in SUBJECTS and document.head(t).dep == "ROOT"]
    if len(main) == 1 and _is_none(document, main[0]):
        main = [
            t
            for t in document.words(earlier)
            if t.dep in SUBJECTS and t.text.lower() in PRONOUNS and document.head(document.head(t)) is document.head(main[0])
        ]
    return main[0] if len(main) == 1 and earlier.paragraph == here.paragraph else None


def said_first(document: Document, number: int) -> Token | None:
    """The verb of what a sentence tells before it names who says it: « The quake lasted a minute, the office said »; else None."""
    verb = next((t for t in document.words(document.sentences[number]) if t.dep == "ROOT"), None)
    said = document.child(verb, "ccomp") if verb is not None and verb.lemma in word_set("verbs", "speaking") else None
    return said if verb is not None and said is not None and said.i < verb.i else None


def _is_new(document: Document, subject: Token) -> bool:
    """Whether a subject is brought up there, so that a pronoun would hardly go on with it: « a petition »."""
    return any(t.text.lower() in ("a", "an") for t in document.children(subject, "det"))


def _is_none(document: Document, subject: Token) -> bool:
    """Whether a subject is nothing that a pronoun could take up: « no ship »."""
    return any(t.text.lower() == "no" for t in document.children(subject, "det"))


def is_only_source(reading: Reading, entity: Entity) -> bool:
    """Whether a body does nothing in the article but report, or hear what somebody says: « Norvale News reported »."""
    document = reading.document
    told = [document.tokens[i] for i, found in reading.links.items() if entity in found]
    return entity.kind in ("organisation", "other") and bool(told) and all(_reports(document, t) for t in told)


def only_speaks(reading: Reading, person: Entity, *, beside: bool = False) -> bool:
    """Whether a person is named in the article only as one who says something: « said X, a farmer », and `beside` « its chief, X, said »."""
    above = reading.document.head
    named = [reading.document.tokens[i] for i in person.mentions]
    told = [above(t) if beside and t.dep == "appos" and t.i > t.head else t for t in named]
    verbs = word_set("verbs", "speaking")
    if beside and any(reading.document.child(above(t), "obj") is not None for t in told):
        return False  # « declared an emergency »
    return all((t.dep.startswith("nsubj") and above(t).lemma in verbs) or (t.dep == "obj" and above(t).lemma in ("quote", "cite")) for t in told)


def _reports(document: Document, token: Token) -> bool:
    """Whether a name is told as one that reports, or to which somebody said what is not about it: « told Norvale News that the dam had burst »."""
    verb = document.head(token)
    said = document.child(verb, "ccomp") if token.dep in ("obj", "dative") and verb.lemma == "tell" else None
    about = document.child(said, *SUBJECTS) if said is not None else None
    heard = said is not None and (about is None or about.text.lower() not in PRONOUNS)
    return heard or (token.dep == "nsubj" and verb.lemma == "report")


def is_aim(document: Document, verb: Token) -> bool:
    """Whether a verb is an infinitive under another that has no object, which might do it instead."""
    to = any(t.text.lower() == "to" for t in document.children(verb, "aux"))
    return verb.dep == "advcl" and to and not document.children(document.head(verb), "obj")


def is_own_subject(document: Document, token: Token, noun: Token) -> bool:
    """Whether `noun`, or a pronoun for it, is the subject of the clause of `token`: « the ships met, they joined their halves »."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    while (
        verb is not None and (verb.dep == "conj" or is_aim(document, verb) or is_told_to(document, verb)) and not document.children(verb, *SUBJECTS)
    ):
        verb = document.head(verb)  # « they met and joined », « they came to pay their respects », « they were told to move their boats »
    subjects = document.children(verb, *SUBJECTS) if verb is not None else ()
    alike = {"its": "it", "their": "they"}.get(token.text.lower())
    return noun in subjects or any(t.text.lower() == alike for t in subjects)
