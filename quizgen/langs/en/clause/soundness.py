"""What shows that a clause was read wrong, or cannot be told alone, once its parts are known."""

from __future__ import annotations

import re

from quizgen.langs.en.forms.morphology import MODALS
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Token, Verb

HELD = ("think", "believe", "say", "know", "report", "suppose", "estimate", "consider")  # « thought to be », never « thinks to be »
THE_OTHER = re.compile(
    r"(?i)the other (?:[a-z]+ )?[a-z]+$|both (?!governments|countries)(?:[a-z]+ )?[a-z]+s$"
)  # « the other group », « met both sides »
TELLING = ("tell", "inform", "assure", "remind", "notify")
STORIES = ("story", "tale", "truth", "lie", "joke", "secret", "legend")
SINCE_ANOTHER = re.compile(
    r"(?i)\b(?:day|week|month|season|year|decade)s? (?:earlier|before|previously|later)$"
)  # « named best cook two years earlier »
BARE_NUMBERS = ("the two", "the three", "the four", "the pair")  # of whom, another sentence tells


def check_clause(document: Document, head: Token, clause: Clause) -> None:
    """Raises Refused for a clause whose parts do not fit each other."""
    check_form(document, head, clause.verb)
    check_parts(clause)
    check_heard(document, head, clause)
    time = next((t for t in document.children(head, "obj") if t.i > head.i), None)
    if time is not None and any(
        p.kind == "time" and p.span.start <= time.span.start < p.span.end for p in clause.complements if isinstance(p, Phrase)
    ):
        raise Refused("a time is what it was done to")  # « bulbs lit the 20th century »


def check_form(document: Document, head: Token, verb: Verb) -> None:
    """Raises Refused for « will effectively giving up », and for « troops from France, which has 2,000 soldiers there »."""
    if verb.finite in MODALS and re.match(r"(?:[a-z]+ly )?[a-z]+ing\b", verb.rest) and head.text.lower().endswith("ing"):
        raise Refused("no verb that « will » goes with")
    owner = document.child(head, "nsubj", "nsubj:pass")
    if owner is not None and any(is_ownerless(document, t) for t in document.children(owner, "case")):
        raise Refused("what of his it is is told elsewhere")  # « the first since Lund’s was found »
    which = next((t for t in document.children(head, "nsubj", "nsubj:pass") if t.text.lower() in ("which", "that", "who")), None)
    noun = document.head(head)
    joined = document.child(noun, "conj")
    several = joined is not None and joined.i < head.i and verb.finite not in ("have", "are", "were")
    if which is not None and head.dep == "acl:relcl" and which.text.lower() == "which" and several:
        raise Refused("« which » takes up the last of a list")  # « Gao, Mali and Lund, which set up a camp »
    if which is None or head.dep != "acl:relcl" or noun.pos != "NOUN" or noun.text.lower() == noun.lemma.lower():
        return
    third = head.has("Person=3", "Number=Sing") and verb.finite == head.text and not verb.rest  # « one of the sisters, who lives in Gao »
    if (verb.finite in ("has", "is", "was") or third) and noun.has("Number=Plur"):
        raise Refused("« which » takes up the noun before: the verb is singular")


def check_heard(document: Document, head: Token, clause: Clause) -> None:
    """Raises Refused where a word that the deed needs is lost: « as did volunteers », « said » without what, « not » of « not long after »."""
    if head.lemma == "do" and head.dep == "advcl" and document.child(head, "obj") is None:
        raise Refused("what they did is told before")
    aim = document.child(head, "xcomp")
    to = aim is not None and any(t.text.lower() == "to" for t in document.children(aim, "aux"))
    if head.lemma in HELD and not clause.verb.passive and to:
        raise Refused("a participle without its auxiliary")  # « a burning van, thought to be theirs »
    said = any(isinstance(c, Clause) or c.role.endswith(("object", "content")) for c in clause.complements)
    if head.lemma in TELLING and not clause.verb.passive and is_content_lost(clause):
        raise Refused("what was told is lost")  # « told a news conference in Gao that »
    if head.lemma == "say" and not clause.verb.passive and not said:
        raise Refused("what is said is lost")
    if any(is_lost_pronoun(document, t, clause) for t in document.children(head, "prep", "dative") if t.i > head.i):
        raise Refused("to whom, or by whom, it was done is told elsewhere")
    told = [p for c in clause.complements for p in (c.phrases() if isinstance(c, Clause) else (c,))]
    told = [p for p in told if not re.search(r"\b(?:not|never)\b", p.text)]
    for part in document.children(head, "prep", "advmod", "npadvmod", "advcl"):
        words = document.subtree(part)
        cut = next((t for t in words if t.text.lower() in ("not", "never") and document.head(t).pos == "ADV"), None)
        if cut is not None and any(cut.span.end < p.span.start < words[-1].span.end for p in told):
            raise Refused("« not » is cut from what it denies")


def is_lost_pronoun(document: Document, prep: Token, clause: Clause) -> bool:
    """Whether « to her » stands behind the verb and in no part of the clause: « X, who lost to her in the last round »."""
    pronoun = document.child(prep, "pobj")
    if (
        pronoun is None
        or prep.text.lower() not in ("to", "against", "by", "from", "with")
        or pronoun.text.lower() not in ("him", "her", "them", "it")
    ):
        return False
    return not any(p.span.start <= pronoun.span.start < p.span.end for p in clause.phrases())


def is_content_lost(clause: Clause) -> bool:
    """Whether a verb of telling has nothing but somebody, or a body, to whom it is told."""
    things = [c for c in clause.complements if isinstance(c, Phrase) and c.role.endswith(("object", "hearer"))]
    told = [
        c for c in clause.complements if isinstance(c, Clause) or c.kind in ("content", "said", "deed") or c.marker in ("of", "about", "to", "that")
    ]
    return bool(things) and not told and not any(c.head in STORIES for c in things)


def check_parts(clause: Clause) -> None:
    """Raises Refused for a date that does something to something, for « the two », and for what somebody would do to himself."""
    subject = clause.subject
    parts = [p for p in clause.complements if isinstance(p, Phrase)]
    if subject is None:
        return
    if any(THE_OTHER.match(p.text) and not p.entities for p in (subject, *parts)):
        raise Refused("than which one is told elsewhere")
    if any(SINCE_ANOTHER.search(p.text) and not p.role.endswith("manner") for p in parts):
        raise Refused("it is told how long before something else it was")
    if any(p.text.lower() in BARE_NUMBERS and not p.entities for p in (subject, *parts)):
        raise Refused("it is not told which ones are meant")
    done = [p for p in parts if p.role.endswith("object")]
    bound = [p.marker for p in parts if p.role.startswith("complement") and p.kind not in ("time", "duration", "measure")]
    if any(bound.count(marker) > 1 for marker in ("on", "with", "of", "about")):
        raise Refused("two parts where the verb has one")  # « focused on X, as well as on Y »
    if subject.kind == "time" and done and clause.verb.lemma not in word_set("verbs", "of_a_time"):
        raise Refused("a date does nothing: the parse is wrong")  # « the flood of January 1974, which killed 14 people »
    if clause.verb.lemma in ("begin", "start") and any(p.kind == "time" and f"{p.marker} {p.text}".strip().startswith("from ") for p in parts):
        raise Refused("what begins lasts no span of years")  # « began his career as warden from 1961 to 1967 »
    if clause.verb.lemma in ("follow", "precede") and done and any(p.kind == "time" for p in parts):
        raise Refused("it may be the day of either")  # « The sale followed a fire on Monday »
    if len(subject.entities) == 1 and any(p.kind == subject.kind and p.entities == subject.entities for p in done):
        raise Refused("nobody does it to himself")  # « him » is another


def shares_condition(document: Document, verb: Token) -> bool:
    """Whether a joined verb goes on with what depends on a condition: « If they were met, costs would rise and 20 aircraft would be sold »."""
    first = document.head(verb)
    ahead = any(t.text.lower() in MODALS for t in document.children(verb, "aux"))
    early = [m for c in document.children(first, "advcl") if c.i < first.i for m in document.children(c, "mark")]
    return ahead and verb.dep == "conj" and any(m.text.lower() in ("if", "unless") for m in early)


def is_ownerless(document: Document, mark: Token) -> bool:
    """Whether « ’s » stands behind a subject and before a verb: « Silva’s was sold first »."""
    after, owner = document.after(mark), document.head(mark)
    verb = document.head(owner)
    bare = mark.dep == "case" and owner.dep in ("nsubj", "nsubj:pass") and after is not None
    return bare and after is not None and (after is verb or (document.head(after) is verb and after.dep.startswith("aux")))
