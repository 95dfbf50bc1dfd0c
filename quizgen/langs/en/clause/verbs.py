"""The verb of a clause: its group, its negation, its subject, and the words that it is said with again."""

from __future__ import annotations

from quizgen.langs.en.forms.morphology import MODALS, base_of, participle
from quizgen.langs.en.lexicon import actors, word_set
from quizgen.langs.en.reference.mentions import title_words
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Token, Verb

FULL = {
    "'s": "is",
    "’s": "is",
    "'re": "are",
    "’re": "are",
    "'ve": "have",
    "’ve": "have",
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "'m": "am",
    "’m": "am",
}
PARTICLES = (
    *("out", "up", "off", "down", "away", "back", "over", "in", "on", "apart", "together"),
    *("aside", "ashore", "abroad", "home", "aground", "adrift", "ahead", "aboard", "forward"),
)
RESULTS = (
    "short",
    "free",
    "open",
    "bare",
    "loose",
    "ill",
    "sick",
    "silent",
    "asleep",
)  # « cut short a visit », « broke open the door », « fell ill »
RELATIVE = ("who", "which", "that")
NEGATIONS = {"not": "not", "n't": "not", "n’t": "not", "never": "never"}
EXTENTS = ("mostly", "mainly", "largely", "partly", "chiefly")  # how far a deed goes


def is_clause_head(document: Document, token: Token) -> bool:
    """Whether `token` is the verb of a finite clause."""
    if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "aux:pass", "amod", "compound"):
        return False
    return _is_finite(token) or any(_is_finite(t) for t in helpers_of(document, token))


def _is_finite(token: Token) -> bool:
    return token.has("VerbForm=Fin") or token.has("VerbType=Mod")


def is_modal(token: Token) -> bool:
    """Whether a word is « would », « may » or their like, of which the models do not always say so."""
    return token.has("VerbType=Mod") or token.text.lower() in MODALS


def helpers_of(document: Document, token: Token) -> list[Token]:
    """The auxiliaries of a verb: its own, or those that it shares with the verb that it is joined to: « has sent A and received B »."""
    own = [t for t in document.children(token, "aux", "aux:pass") if t.i < token.i]
    if token.dep == "conj" and [t.text.lower() for t in own] == ["be"] and not document.children(token, "nsubj", "nsubj:pass"):
        return [*(t for t in helpers_of(document, document.head(token)) if t.dep == "aux" and _is_finite(t)), *own]  # « will close and be sold »
    if own or token.dep != "conj" or (_is_finite(token) and not may_go_on(document, token)):
        return own
    above = document.head(token)
    if may_go_on(document, token):
        return helpers_of(document, above)
    same = [f for f in token.feats if f.startswith(("VerbForm", "Aspect"))]
    if above.pos not in ("VERB", "AUX") or document.children(token, "nsubj") or not above.has(*same):
        return []
    return helpers_of(document, above)


def may_go_on(document: Document, token: Token) -> bool:
    """Whether a past may be a participle that goes on with « would have » or with a passive: « would have raised A and introduced B »."""
    above = document.head(token)
    perfect = [t.text.lower() for t in document.children(above, "aux") if t.i < above.i]
    active = "have" in perfect and not document.children(above, "aux:pass")
    alike = token.dep == "conj" and token.has("Tense=Past") and participle(base_of(token.lemma)) == token.text.lower()
    return alike and not document.children(token, "nsubj") and (active or suffers_too(document, token))


def suffers_too(document: Document, token: Token) -> bool:
    """Whether a past without the object that it needs is joined to a passive: « was tried in Gao and sentenced to nine years »."""
    passive = bool(document.children(document.head(token), "aux:pass"))
    if passive and token.lemma in word_set("verbs", "ordering") and document.child(token, "obj", "dative") is None:
        return document.child(token, "xcomp") is not None  # « was banned from the hall and ordered to pay the costs »
    needy = token.lemma in word_set("verbs", "needs_object") | word_set("verbs", "done_to_people")
    return needy and passive and not document.children(token, "obj", "ccomp", "xcomp", "prt")


def is_passive(document: Document, token: Token) -> bool:
    """Whether a verb is in the passive, by its own auxiliaries or the shared ones."""
    return any(t.dep == "aux:pass" for t in helpers_of(document, token))


def find_subject(document: Document, head: Token) -> Token | None:
    """The subject of the verb `head`: its own, the one that a joined verb shares, or what « who » takes up."""
    own = [t for t in document.children(head, "nsubj") if t.i < head.i or head.lemma == "be"] or document.children(head, "nsubj")
    if own and document.children(head, "csubj"):
        return None  # one of the two is none
    if own:
        subject = own[0]
        return antecedent(document, head) if subject.text.lower() in RELATIVE and subject.pos in ("PRON", "DET", "SCONJ") else subject
    if document.children(head, "expl", "csubj"):
        return None
    apart = is_out_of_step(document, head) or is_unjoined(document, head) or is_of_gerund(document, head)
    if head.dep == "conj" and document.head(head).pos in ("VERB", "AUX") and not apart:
        return find_subject(document, document.head(head))
    return None


def is_out_of_step(document: Document, head: Token) -> bool:
    """Whether a verb joined to one of saying is in another tense, so that it goes on with what is said: « said it is bulky and leaves … »."""
    above = document.head(head)
    told = above.has("Tense=Past") and document.child(above, "ccomp") is not None
    return told and head.has("Tense=Pres", "VerbForm=Fin") and not document.children(head, "aux", "aux:pass")


def is_unjoined(document: Document, head: Token) -> bool:
    """Whether the « and » before a joined verb joins nouns, and it has a subject of its own: « X shut 12 schools and the port was closed »."""
    above = document.head(head)
    before = document.before(document.subtree(head)[0])
    joints = [t for t in document.children(above, "cc", "punct") if above.i < t.i < head.i]
    if before is not None and before.pos in ("NOUN", "PROPN") and not joints:
        return True  # « under a scheme agreed in 2015 »
    nouns = [t for t in document.children(above, "obj") if above.i < t.i < head.i and document.child(t, "conj") is not None]
    joint = any(above.i < t.i < head.i for t in document.children(above, "cc"))
    return bool(nouns) and not joint and document.child(head, "conj") is None and bool(document.children(head, "aux:pass"))


def is_of_gerund(document: Document, head: Token) -> bool:
    """Whether a gerund right before the auxiliary of a joined verb is its subject: « were hunted before whaling was banned »."""
    first = next((t for t in document.children(head, "aux", "aux:pass") if t.i < head.i), None)
    before = document.before(first) if first is not None else None
    return before is not None and before.has("Aspect=Prog") and before.dep == "pcomp"


def antecedent(document: Document, head: Token) -> Token | None:
    """The noun that the relative clause of `head` hangs on, if the clause stands right behind its phrase."""
    while head.dep == "conj" and document.head(head).pos in ("VERB", "AUX"):
        head = document.head(head)
    if head.dep != "acl:relcl":
        return None
    noun = document.head(head)
    first = document.subtree(head)[0]
    before = document.before(first)
    before = document.before(before) if before is not None and before.text == "," else before
    if before is None or before.i < noun.i:
        return None
    if is_doer_within(document, noun, first):
        return None
    if (work := work_of(document, noun, first)) is not None:
        return work
    if (whole := titled_whole(document, noun)) is not None:
        return whole
    named = document.head(noun)
    if noun.dep == "attr" and named.lemma == "be" and (known := document.child(named, "nsubj")) is not None and known.pos == "PROPN":
        return known  # « X was a physicist who received »
    if noun.dep == "appos" and named.i < noun.i and named.pos == "PROPN":
        return named  # « X, a firm from Y that restored »
    if before is not noun and before.text.lower() in ("one", "another", "ones", "others"):
        return None  # « two defects, one that trapped it and another that made it stick »
    who = first.text.lower() == "who"
    if who and noun.dep == "pobj" and (holder := told_of(document, noun)) is not None:
        return holder  # « X, the leader of the Y Party, who »
    if who and before is not noun and before.pos == "PROPN" and before.name and before.dep != "pobj" and not noun.name:
        return before
    human = noun.lemma in actors()
    if first.text.lower() == "which" and human and before.pos == "PROPN" and before.dep == "pobj" and before in document.subtree(noun):
        return before  # « delegates of the Y Union, which had demanded »
    if is_unsure_which(document, noun, first) or is_of_both(document, noun, first):
        return None
    return noun if before in document.subtree(noun) else None


def work_of(document: Document, noun: Token, opening: Token) -> Token | None:
    """« a sketch » of « a sketch by X that was sold »; None where nobody's work is told."""
    by = document.head(noun)
    work = document.head(by)
    made = noun.dep == "pobj" and by.dep == "prep" and by.text.lower() == "by" and opening.text.lower() in ("that", "which")
    return work if made and work.pos == "NOUN" and work.i < by.i else None


def is_doer_within(document: Document, noun: Token, opening: Token) -> bool:
    """Whether « which » behind a comma may be about the thing rather than about who made it: « a plan put forward by X, which would have cost … »."""
    by = document.head(noun)
    comma = document.before(opening)
    above = document.head(by)
    made = noun.dep == "pobj" and by.text.lower() == "by" and (above.dep == "acl" or (above.pos == "NOUN" and noun.name == "ORG"))
    return made and comma is not None and comma.text == "," and opening.text.lower() == "which"


def titled_whole(document: Document, noun: Token) -> Token | None:
    """« an outbreak » of « an outbreak of hepatitis which … », where the title speaks of it; None if the clause may be about what follows « of »."""
    of = document.head(noun)
    whole = document.head(of)
    inner = noun.dep == "pobj" and of.text.lower() == "of" and not noun.has("Number=Plur") and document.child(noun, "det") is None
    new = any(t.text.lower() in ("a", "an") for t in document.children(whole, "det"))
    return whole if inner and new and whole.pos == "NOUN" and whole.lemma in title_words(document) else None


def told_of(document: Document, body: Token) -> Token | None:
    """The person whom a function of the body or place right before « , who » belongs to: « X, the leader of the Y Party, who »; else None."""
    function = document.head(document.head(body))
    if function.dep == "appos" and document.head(function).name == "PERSON" and function.i < body.i:
        return document.head(function)
    return None


def is_of_both(document: Document, noun: Token, first: Token) -> bool:
    """Whether « , which » behind two names may take up both: « Vietnam and Gao, which signed it in 1995, »."""
    before = document.before(first)
    joined = noun.dep == "conj" and document.head(noun).pos == "PROPN" and noun.pos == "PROPN" and before is not None and before.text == ","
    verb = next((t for t in document.tokens[first.i + 1 : first.i + 4] if t.pos in ("AUX", "VERB")), None)
    alone = verb is not None and (verb.text.lower() in ("is", "was", "has", "does") or verb.has("Number=Sing", "Tense=Pres"))
    return joined and not alone


def is_unsure_which(document: Document, noun: Token, first: Token) -> bool:
    """Whether « , which » may take up the noun above as well: « the yield on ten-year bonds, which had hit a record »."""
    above = document.head(document.head(noun))
    before = document.before(first)
    if (
        first.text.lower() != "which"
        or not first.dep.startswith("nsubj")
        or before is None
        or before.text != ","
        or noun.dep != "pobj"
        or noun.pos != "NOUN"
        or above.pos != "NOUN"
    ):
        return False
    verb = next((t for t in document.tokens[first.i + 1 : first.i + 4] if t.pos in ("AUX", "VERB")), None)
    told = verb is not None and verb.text.lower() in ("is", "are", "was", "were", "has", "have")
    return not (told and noun.has("Number=Plur") != above.has("Number=Plur"))


def read_verb(document: Document, head: Token) -> Verb:
    """The verb group of `head`: `finite` as written, `rest` what follows it with its particle. Raises Refused for odd groups."""
    helpers = helpers_of(document, head)
    infinitive = any(t.text.lower() == "to" for t in helpers)
    helpers = [t for t in helpers if t.text.lower() != "to"]
    finite = next((t for t in (*helpers, head) if _is_finite(t)), None) or (helpers or [head])[0]
    if not (_is_finite(finite) or infinitive or head.has("VerbForm=Inf") or head.has("Aspect=Prog") or head.has("VerbForm=Part")):
        raise Refused("no finite verb was found")
    after = [t for t in helpers if t.i > finite.i] + ([head] if finite is not head else [])
    hedge = next((t for t in document.children(head, "advmod") if t.text.lower() in word_set("grammar", "hedges")), None)
    likely = hedge.text.lower() if hedge is not None and finite is head and hedge.i < head.i else ""
    extent = read_extent(document, head) if finite is head else ""
    if hedge is not None and hedge.text.lower() == extent:
        hedge = None
    if hedge is not None and finite is head and likely not in word_set("grammar", "likelihoods"):
        raise Refused("told as a likelihood only")
    particle = [t.text for t in document.children(head, "prt", "advmod") if t.i > head.i and (t.dep == "prt" or is_particle(head, t))]
    particle += [t.text for t in document.children(head, "prep") if is_stranded(document, head, t)]
    if any(
        t.dep == "prt" and t.i > head.i + 1 and t.text.lower() in ("on", "in") and _is_to(document.after(t)) for t in document.children(head, "prt")
    ):
        raise Refused("a preposition read as a part of the verb")  # « tipped the kick on to the bar »
    words = [*([hedge.text.lower()] if hedge is not None and not likely else []), *(t.text for t in after), *particle]
    return Verb(
        lemma=head.lemma, finite=_finite_word(document, finite, head), rest=" ".join(words), number=_number(document, finite, head),
        passive=is_passive(document, head), with_be=finite.lemma == "be", negation=read_negation(document, head),
        before=likely or read_past_mark(document, head) or extent or read_together(document, head),
    )  # fmt: skip


def read_extent(document: Document, verb: Token) -> str:
    """« mainly » of « attributed the fall mainly to the frost », which is said before the verb as well; empty where there is none."""
    for prep in (t for t in document.children(verb, "prep") if t.i > verb.i + 1):
        adverb = document.before(prep)
        if adverb is not None and adverb.text.lower() in EXTENTS and document.head(adverb) in (verb, prep) and adverb.i > verb.i + 1:
            return adverb.text.lower()
    return ""


def read_together(document: Document, verb: Token) -> str:
    """« together » of « Together, the four parties hold 32 seats », without which each of them would; empty where there is none."""
    alike = any(t.text.lower() == "together" and t.i < verb.i for t in document.children(verb, "advmod"))
    return "together" if alike else ""


def _is_to(token: Token | None) -> bool:
    return token is not None and token.text.lower() == "to" and token.dep == "prep"


def is_particle(head: Token, token: Token) -> bool:
    """Whether an adverb right behind the verb is a part of it: « go out », « moved away », « cut short »."""
    bound = token.pos in ("ADJ", "ADV") and token.text.lower() in RESULTS
    return token.i == head.i + 1 and (token.text.lower() in PARTICLES or bound)


def is_stranded(document: Document, head: Token, token: Token) -> bool:
    """Whether a preposition right behind a passive has lost its noun to the subject: « was paid for by X »."""
    return is_passive(document, head) and token.i == head.i + 1 and not document.children(token)


def _finite_word(document: Document, finite: Token, head: Token) -> str:
    """« 's » and its like in full: « has » before a participle, « would » before an infinitive."""
    low = finite.text.lower()
    if low in ("'d", "’d"):
        return "had" if head.has("VerbForm=Part") and not head.has("Aspect=Prog") else "would"
    if low in ("'s", "’s") and finite is not head and finite.lemma == "have":
        return "has"
    return FULL.get(low, low)


def _number(document: Document, finite: Token, head: Token) -> str:
    """The number of the finite word, or of the subject where the word has one form for both."""
    low = finite.text.lower()
    if low in ("is", "was", "has", "does", "'s", "’s") or finite.has("Number=Sing"):
        return "s"
    if low in ("are", "were", "have", "do", "'re", "’re") or (finite.has("Tense=Pres") and not finite.has("Number=Sing")):
        return "p"
    subject = find_subject(document, head)
    several = subject is not None and subject.pos == "NUM" and subject.text.lower() not in ("one", "1")  # « four of the jars »
    plural = subject is not None and (several or subject.has("Number=Plur") or document.child(subject, "conj") is not None)
    return "p" if plural else "s"


def read_past_mark(document: Document, head: Token) -> str:
    """« once », « at first »: what says that the verb holds no more, or did not hold for long; empty if nothing does."""
    marks = word_set("grammar", "past_marks")
    for token in document.children(head, "advmod", "prep"):
        words = [t for t in document.subtree(token) if t.pos != "PUNCT"]
        said = " ".join(t.text.lower() for t in words)
        if token.i < head.i and (said in marks or (said in ("first", "last") and token.i == head.i - 1)):
            return said
    return ""


def read_negation(document: Document, head: Token) -> str:
    """« not », « never » or empty. Raises Refused for « no », « hardly » and their like beside the verb."""
    for token in document.children(head, "neg", "advmod", "det"):
        low = token.text.lower()
        if low in NEGATIONS:
            after = document.after(token)
            manner = after is not None and after.dep == "advmod" and after.i == head.i - 1 and after.text.endswith("ly")
            return f"{NEGATIONS[low]} {after.text}" if manner and after is not None else NEGATIONS[low]  # « not fully understanding »
        if low in ("longer", "more") and document.child(token, "neg") is not None:
            raise Refused("it holds no more")
        if low in ("hardly", "barely", "scarcely", "rarely", "seldom", "neither", "nor", "nowhere"):
            raise Refused("a restriction or an unusual negation")
    return ""
