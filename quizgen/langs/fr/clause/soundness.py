"""Whether a clause that was read can be what the sentence says: no two places for one figure, no object that is the subject itself."""

from __future__ import annotations

import re

from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Phrase, Reading, Token

YEAR_IN = re.compile(r"\b[12]\d{3}\b")
TWO_NOUNS = re.compile(r" et (?:le |la |l’|un |une |son |sa )")
NAME_AND_COUNT = re.compile(r"(?:l[ea] |les |l’)?[A-ZÀ-Ý][\w’-]+ \d+(?:[\s ]\d{3})* (?:des?\b|d’)")  # « du Mali 80 des 140 soldats »
ADJECTIVE = re.compile(r"[ai]bles?$")  # that the tagger takes for a verb: « des bracelets utilisables »
LONG_AGO = re.compile(
    r"(?:il y a|voi(?:ci|là)) (?:quelques|plusieurs|bien des) (?:ans|années|mois|décennies|siècles)\b|naguère|jadis|autrefois|à l[’'] ?époque\b"
)
OPENED = re.compile(r"[ieu](?:t|s)?e?s?$|é(?:e|s|es)?$")  # how participles end
OPENING = 6  # tokens of a time that opens a sentence
LINKS = ("qui", "que", "qu’", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "quand", "lorsque", "si")
OF_ONE, OF_MANY = ("son", "sa", "ses"), ("leur", "leurs")
PLACED = ("place", "destination")


def check_sound(reading: Reading, head: Token, clause: Clause) -> None:
    """Raises Refused where the parts of `clause` show that the parse is wrong."""
    check_subject(reading, head, clause)
    check_owners(reading, clause)
    check_seen(head, clause)
    check_doubles(reading, head, clause)
    check_figures(reading, head)
    for part in clause.phrases():
        check_phrase(reading, part)
        check_list(reading, head, part)
    check_title(clause)
    check_past(reading, head, clause)
    check_period(reading, head, clause)
    check_earlier(reading, head, clause)


def check_subject(reading: Reading, head: Token, clause: Clause) -> None:
    """Raises Refused for « mention spéciale qui … », « la langue et l’idée, qui a dominé », « X vend X »."""
    subject = clause.subject
    noun = find_subject(reading.document, head)
    if subject is None or noun is None:
        return
    relative = any(t.text.lower() == "qui" for t in reading.document.children(head, "nsubj"))
    if noun.pos == "PROPN" and noun.i == reading.document.sentence_of(noun).first and OPENED.search(noun.text) and names_doer(reading, noun):
        raise Refused("a participle that opens the sentence was read as a name")  # « Épargnée par les bombes, … »
    if relative and is_bearing(reading, noun):
        raise Refused("how somebody looks stands before what is told of him")
    opening = noun.dep == "ROOT" and noun.pos == "NOUN" and not reading.document.children(noun, "det", "nummod", "cop")
    if relative and opening:
        raise Refused("a relative clause on a noun that opens a sentence without a verb")
    if clause.verb.number == "s" and len(subject.entities) < 2 and TWO_NOUNS.search(subject.text) and relative:
        raise Refused("one of two nouns, it is not sure which")
    objects = [p for p in clause.complements if isinstance(p, Phrase) and p.role == "object"]
    if subject.entities and any(set(p.entities) & set(subject.entities) and p.kind == subject.kind for p in objects):
        raise Refused("what is done would be done to the doer")


def names_doer(reading: Reading, noun: Token) -> bool:
    """Whether « par » stands right behind `noun`."""
    after = reading.document.after(noun)
    return after is not None and after.text.lower() == "par"


def is_bearing(reading: Reading, noun: Token) -> bool:
    """« X, la tête haute, qui … »: a part of the body between commas tells how X stands there."""
    determiner = reading.document.child(noun, "det")
    before = reading.document.before(determiner) if determiner is not None and determiner.i < noun.i else None
    return noun.lemma in word_set("nouns", "body_parts") and before is not None and before.text == ","


def check_owners(reading: Reading, clause: Clause) -> None:
    """Raises Refused for « 900 visiteurs parcourent ses salles »: what « ses » is of stands in another sentence."""
    if clause.subject is None:
        return
    many = clause.subject.number == "p" or len(clause.subject.entities) > 1
    for part in clause.complements:
        first = reading.document.tokens_in(part.span)[:1] if isinstance(part, Phrase) and not is_of_object(clause, part) else ()
        if any(t.pos == "DET" and t.i not in reading.links and t.text.lower() in (OF_ONE if many else OF_MANY) for t in first):
            raise Refused(f"« {first[0].text} » points outside the sentence")


def is_of_object(clause: Clause, part: Phrase) -> bool:
    """« ont privé le fort de sa tour »: what a thing is rid of is its own."""
    before = [p for p in clause.complements if isinstance(p, Phrase) and p.role == "object" and not p.marker and p.span.end <= part.span.start]
    one = len(before) == 1 and before[0].number == "s" and before[0].kind != "person"
    return one and part.marker == "de" and clause.verb.lemma in word_set("clauses", "depriving")


def check_doubles(reading: Reading, head: Token, clause: Clause) -> None:
    """Raises Refused for what belongs to the second half of a sentence: a second year, a second place for one figure, a second « à »."""
    phrases = [p for p in clause.complements if isinstance(p, Phrase)]
    check_each_year(reading, head, phrases)
    years = [p for p in phrases if p.role == "time" and p.kind == "time" and p.marker in ("", "en") and YEAR_IN.search(p.text)]
    if len(years) > 1:
        raise Refused("two years, of two verbs")
    if sum(p.role.startswith("agent") for p in phrases) > 1:
        raise Refused("two doers, each of a deed of its own")  # « faites en 1931 par X et en 1981 par Y »
    measured = any(p.kind == "measure" for p in phrases)
    if measured and sum(p.role in PLACED for p in phrases) > 1:
        raise Refused("two places, of two figures")
    for marker in ("à", "de"):
        if sum(p.marker == marker and p.role == "complement" for p in phrases) > 1:
            raise Refused("two complements of one kind: a list that was cut, or a wrong parse")
    for inner in (p for p in clause.complements if isinstance(p, Clause)):
        if sum(isinstance(p, Phrase) and p.role == "object" for p in inner.complements) > 1:
            raise Refused("two objects of one verb")
        check_doubles(reading, head, inner)


def check_each_year(reading: Reading, head: Token, phrases: list[Phrase]) -> None:
    """Raises Refused for the year of one thing of a list: « a survolé deux astéroïdes, X en 2008 et Y en 2010 »."""
    tokens = reading.document.tokens
    told = [t for t in reading.document.subtree(head) if t.i > head.i + 1 and YEAR_IN.fullmatch(t.text) and tokens[t.i - 1].text == "en"]
    each = [t for t in told if tokens[t.i - 2].pos == "PROPN"]
    if len(each) > 1 and any(p.span.start <= each[-1].span.start < p.span.end for p in phrases if p.kind == "time"):
        raise Refused("each thing has its year")


def check_figures(reading: Reading, head: Token) -> None:
    """Raises Refused for « 20 degrés à X et 28 à Y », where the second figure hangs on the first place."""
    document = reading.document
    figures = (t for t in document.subtree(head) if t.dep == "conj" and document.child(t, "nummod") is not None)
    alone = [t for t in figures if document.head(t).dep.startswith("obl") and document.child(document.head(t), "nummod") is None]
    if any(o.i > t.i for t in alone for o in document.children(head, "obl", "obl:mod", "obl:arg")):
        raise Refused("two figures, each of a place of its own")


def check_phrase(reading: Reading, phrase: Phrase) -> None:
    """Raises Refused where a phrase has run into another clause, or has lost the infinitive that it needs."""
    tokens = reading.document.tokens_in(phrase.span)
    if not tokens or phrase.role.startswith("told_then") or "cause" in (phrase.kind, phrase.role):
        return  # a reason may be a clause
    if NAME_AND_COUNT.match(phrase.text):
        raise Refused("a place and what is counted there in one phrase")
    several = word_set("nouns", "persons") | word_set("nouns", "countries") | word_set("nouns", "places")
    if any((t.lemma in several or t.text.lower() == "pays") and is_group_unknown(reading, t) for t in tokens):
        raise Refused("it is not told which ones are meant")
    words = [t.text.lower() for t in tokens]
    said = phrase.text.lower().split()
    verbs = (t for t in tokens if t.has("VerbForm=Fin") and t.dep != "amod" and t.pos in ("VERB", "AUX"))
    finite = any(t.text.lower() in said and not ADJECTIVE.search(t.text) for t in verbs)
    if finite and not any(w in LINKS for w in words) and "«" not in phrase.text and not phrase.entities:
        raise Refused("a phrase has run into another clause")
    after = reading.document.after(tokens[-1])
    verb = reading.document.after(after) if after is not None and after.text.lower() in ("de", "d’", "d'") else None
    verb = reading.document.after(verb) if verb is not None and verb.pos == "PRON" else verb
    if phrase.marker in ("avec", "pour", "avec pour") and verb is not None and verb.has("VerbForm=Inf"):
        raise Refused("what is meant to be done is left out")


def check_list(reading: Reading, head: Token, phrase: Phrase) -> None:
    """Raises Refused for « les côtes de X, de Y et de Z », of which the second half was read as a complement of the verb."""
    tokens = reading.document.tokens_in(phrase.span)
    if phrase.marker != "de" or phrase.role != "complement" or not tokens or tokens[0].i < head.i:
        return
    before = reading.document.tokens[max(head.i, tokens[0].i - 3) : tokens[0].i]
    if any(t.text == "," for t in before):
        raise Refused("the second half of a list was read as a complement")


def check_seen(head: Token, clause: Clause) -> None:
    """Raises Refused for « ont vu leur note », of « ont vu leur note baisser »."""
    owned = (p.text.split()[0] for p in clause.complements if isinstance(p, Phrase) and p.role == "object" and p.text)
    if head.lemma == "voir" and any(word in (*OF_ONE, *OF_MANY) for word in owned):
        raise Refused("what is seen to happen is left out")


def check_title(clause: Clause) -> None:
    """Raises Refused for « est sacrée en 1910 »: it is not told what."""
    parts = [p for p in clause.complements if isinstance(p, Phrase) and p.kind != "time" and p.role not in PLACED]
    if clause.verb.passive and clause.verb.lemma in word_set("verbs", "entitling") and not parts:
        raise Refused("it is not told what somebody is made")


def check_past(reading: Reading, head: Token, clause: Clause) -> None:
    """Raises Refused for « il y a quelques années, X avait protégé Y »: another time than that of the context line, and not told which."""
    document = reading.document
    first = document.sentence_of(head).first
    opening = " ".join(t.text.lower() for t in document.tokens[first : min(head.i, first + OPENING)])
    if LONG_AGO.match(opening) and not any(YEAR_IN.search(p.text) for p in clause.phrases()):
        raise Refused("a time that is not told")


def check_earlier(reading: Reading, head: Token, clause: Clause) -> None:
    """Raises Refused for « l’architecte a déjà rénové un lavoir »: an earlier deed, told in passing and without its time."""
    document = reading.document
    earlier = any(t.text.lower() == "déjà" for t in document.children(head, "advmod"))
    done = clause.verb.rest and not clause.verb.passive and document.child(head, "aux", "aux:tense") is not None
    if earlier and done and not any(p.kind == "time" or p.count for p in clause.phrases()):
        raise Refused("an earlier deed without its time")


def check_period(reading: Reading, head: Token, clause: Clause) -> None:
    """Raises Refused for « la semaine dernière, X a vendu 300 camions » where the time cannot be said: the figure holds for no other."""
    document = reading.document
    if any(p.kind == "time" for p in clause.phrases()) or not any(p.count or p.kind == "measure" for p in clause.phrases()):
        return
    spans = [p.span for p in clause.phrases()]
    for time in document.children(head, "obl", "obl:mod", "obl:arg", "nmod"):
        spell = time.lemma in word_set("nouns", "periods")
        compared = any(t.text.lower() == "contre" for t in document.tokens[head.i : time.i])  # « onze, contre 34 il y a dix ans »
        if spell and not compared and not any(s.start <= time.span.start < s.end for s in spans):
            raise Refused("the time for which a figure holds is left out")


def is_group_unknown(reading: Reading, token: Token) -> bool:
    """« les deux ministres », where the article does not make sure who they are."""
    document = reading.document
    if token.pos != "NOUN" or token.i in reading.links or document.children(token, "nmod", "amod", "acl"):
        return False
    counted = any(t.pos == "NUM" and not t.text[:1].isdigit() for t in document.children(token, "nummod"))
    return counted and any(t.text.lower() in ("les", "ces") for t in document.children(token, "det"))
