"""What a thing or a person is called: « une comédie nommée « T » », « le code, baptisé X », « Y, surnommé « le Renard » »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.told import is_known_actor
from quizgen.langs.fr.clause.verbs import agree_with_subject, read_verb
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.functions import person_at
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import run_after, told_thing
from quizgen.langs.fr.phrase.wording import say_tokens
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "naming"
CALLED = word_set("verbs", "christening") | {"intituler", "surnommer", "titrer"}
ALIAS = ("alias", "dit", "dite")  # right after a name and a comma or bracket
ALSO = ("aussi", "couramment", "communément", "souvent", "parfois", "également", "familièrement")
ONCE = ("initialement", "anciennement", "autrefois", "jadis", "auparavant", "originellement", "précédemment")
INSIDE = ("en", "au", "aux", "à", "dans")
NEAR, UNDER = 4, ("nmod", "appos", "flat:name", "amod")  # a name under its noun
LONGEST_OTHER = 7  # words of another name
CONFIDENCE = 0.85
FAR = 120  # characters behind a name
SHORTEST = 3  # words of what is told of a thing behind its name
LONGEST = 12  # words of a name
CHRISTENED = {"est": "appelle", "fut": "appelle", "a": "appelle", "sera": "appellera"}  # how a thing was or will be named -> how it is called
OPENED, CLOSED = ("«", "“", '"'), ("»", "”", '"')


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The names that `sentence` gives."""
    document = reading.document
    for token in document.words(sentence):
        opened = document.before(token)
        if token.text in ALIAS and opened is not None and opened.text in (",", "("):
            if (nickname := read_name(document, token)) is not None:
                yield attempt(NAME, read_naming, reading, token, nickname)
        elif token.lemma in CALLED and opens(document, token, sentence):
            yield attempt(NAME, read_opening, reading, token)
        elif token.lemma in CALLED and (adverb := document.before(token)) is not None and adverb.text.lower() in (*ALSO, *ONCE):
            if has_aside(document, token, adverb, sentence):
                yield attempt(NAME, read_other_name, reading, token, adverb)
        elif token.lemma in CALLED and token.i not in document.quotations and (name := read_name(document, token)) is not None:
            if document.child(token, "nsubj:pass") is not None or is_own_name(document, token):
                yield attempt(NAME, read_christened, reading, token, name)
            elif token.has("VerbForm=Part") and not document.children(token, "aux:tense"):
                yield attempt(NAME, read_naming, reading, token, name)


def has_aside(document: Document, token: Token, adverb: Token, sentence: Sentence) -> bool:
    """Whether « couramment appelé N » is an aside of its own, not the verb of a clause."""
    mark = document.tokens[adverb.i - 1] if adverb.i > sentence.first else None
    plain = token.has("VerbForm=Part") and not document.children(token, "aux", "aux:pass", "aux:tense", "nsubj", "nsubj:pass")
    return plain and token.i not in document.quotations and (mark is None or mark.text in (",", "("))


def read_other_name(reading: Reading, token: Token, adverb: Token) -> Fact:
    """« T (aussi appelé N) », « Initialement appelé N, T … ». Raises Refused unless T is known and the name has its end."""
    document = reading.document
    sentence = document.sentence_of(token)
    words = run_after(document, token, (",", ")", ";", ".", "(", ":"))
    end = document.after(words[-1]) if words else None
    if end is None or not 0 < len(words) <= LONGEST_OTHER or any(t.pos in ("VERB", "AUX", "PRON", "CCONJ") for t in words):
        raise Refused("the name has no end")
    if words[0].pos in ("ADP", "ADV") or (end.text != ")" and not any(t.text[:1].isupper() for t in words)):
        raise Refused("it is no name")
    if adverb.i == sentence.first:
        thing = replace(read_clause_subject(reading, document.head(token)), role="told_term", marker="")
        if not is_known_actor(reading, thing) or thing.span.start < end.span.start:
            raise Refused("it is not known what is called so")
    else:
        last = document.tokens[adverb.i - 2]
        above = document.head(last)
        noun = above if above.pos == "NOUN" and last.i - NEAR <= above.i < last.i and last.dep in UNDER else last
        thing = told_thing(reading, noun, adverb.i - 1, "told_term")
    if thing.number == "p" or thing.count or not any(c.isupper() for c in thing.text[1:]):
        raise Refused("several things, or one that is not named")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    gloss = Phrase(role="gloss", text=document.text(span).replace("'", "’"), span=span, named=True, kind="quality")
    if plain(gloss.text) in plain(thing.text):
        raise Refused("it has the name already")
    past = adverb.text.lower() in ONCE
    verb = Verb(lemma="appeler", finite="appelait" if past else "appelle", rest=adverb.text.lower(), reflexive=past)
    clause = Clause(verb=verb, subject=thing, complements=(gloss,))
    return build_fact(reading, token, clause, type="definition", rule=NAME, predicate="jadis" if past else "autre", confidence=CONFIDENCE)


def opens(document: Document, token: Token, sentence: Sentence) -> bool:
    """Whether a participle opens its sentence, and so is told of the subject: « Baptisé « Argo », le module … »."""
    first = all(t.text in ("-", "–", "—") for t in document.tokens[sentence.first : token.i])
    return first and token.has("VerbForm=Part") and document.child(token, "aux:tense", "aux:pass") is None


def read_opening(reading: Reading, token: Token) -> Fact:
    """« Intitulé N, le rapport de X … ». Raises Refused unless a known thing is named up to the first comma."""
    document = reading.document
    following = document.tokens[token.i + 1 : document.sentence_of(token).last]
    end = next((n for n, t in enumerate(following) if t.text in (",", ":")), 0)
    words = following[:end]
    quoted = end > 1 and words[0].text in OPENED and words[-1].text in CLOSED
    if not 0 < end <= LONGEST or any(t.pos in ("VERB", "AUX", "PRON") for t in words if not quoted):
        raise Refused("the name has no end")
    if not quoted and (words[0].pos in ("ADP", "ADV") or not any(t.text[:1].isupper() for t in words)):
        raise Refused("it is no name")
    above = document.head(token)
    behind = (
        t for t in document.children(above, "nsubj", "nsubj:pass") if t.i > token.i + end
    )  # the parser may take the form itself for the subject
    subject = above if above.pos in ("NOUN", "PROPN") and above.i > token.i + end else next(behind, None)
    if subject is None:
        raise Refused("no subject was found")
    thing = replace(read_phrase(reading, subject, "told_term", subject=True), marker="")
    if thing.kind in ("person", "people") or thing.number == "p" or thing.count or not is_known_actor(reading, thing):
        raise Refused("it is not known what is called so")
    name = Span(start=words[0].span.start, end=words[-1].span.end)
    text = document.text(name).replace("'", "’")
    if plain(text.strip('«»“”" \u00a0\u202f')) in plain(thing.text):
        raise Refused("it has a name already")
    gloss = Phrase(role="gloss", text=text, span=name, named=True, kind="quality")
    verb = Verb(lemma="appeler", finite="appelle", reflexive=True)
    titled = token.lemma in ("intituler", "titrer")
    named = bool(thing.entities) or any(c.isupper() for c in thing.text[1:])
    predicate = "titre" if titled else "baptême" if named else "surnom" if token.lemma == "surnommer" else "nom"
    clause = Clause(verb=verb, subject=thing, complements=(gloss,))
    return build_fact(reading, token, clause, type="definition", rule=NAME, predicate=predicate, confidence=CONFIDENCE)


def is_own_name(document: Document, verb: Token) -> bool:
    """« X s’appelle », « s’intitule »."""
    before = document.before(verb)
    return verb.has("VerbForm=Fin") and before is not None and before.text.lower() in ("s’", "s'", "se")


def read_name(document: Document, token: Token) -> Span | None:
    """The name after `token`: what stands in quotation marks, or words with capitals."""
    where = place_between(document, token)
    opening = document.after(where[-1] if where else token)
    if opening is None:
        return None
    following = document.tokens[opening.i : document.sentence_of(token).last]
    if opening.text in OPENED:
        closing = next((t for t in following[1:] if t.text in CLOSED), None)
        return Span(start=opening.span.start, end=closing.span.end) if closing is not None and closing.i - opening.i <= LONGEST + 1 else None
    capitals: list[Token] = []
    if opening.text in ("le", "la", "les", "l’", "l'"):
        following = following[1:]
    for word in following:
        if not (word.name or word.text[:1].isupper()):
            break
        capitals.append(word)
    return Span(start=capitals[0].span.start, end=capitals[-1].span.end) if capitals else None


def place_between(document: Document, token: Token) -> tuple[Token, ...]:
    """« en Iran » of « baptisée en Iran « N » »: where a thing is called so, right before the name in its quotation marks."""
    following = document.tokens[token.i + 1 : min(token.i + 5, document.sentence_of(token).last)]
    quote = next((n for n, t in enumerate(following) if t.text in OPENED), 0)
    where = following[:quote]
    return where if where and where[0].text.lower() in INSIDE and where[-1].name == "LOC" else ()


def read_christened(reading: Reading, verb: Token, name: Span) -> Fact:
    """« T est baptisé N ». Raises Refused unless T is a known thing that has no name yet, and is called so for sure."""
    document = reading.document
    attribution = check_standing(reading, verb)
    thing = replace(read_clause_subject(reading, verb), role="told_term", marker="")
    if thing.kind == "person" or thing.number == "p" or thing.count or not is_known_actor(reading, thing):
        raise Refused("it is not known what is called so")
    if thing.entities or thing.head in word_set("nouns", "functions"):
        raise Refused("it has a name already")
    group = agree_with_subject(document, verb, read_verb(document, verb), thing)
    check_agreement(document, verb, group, thing)
    finite = group.finite if is_own_name(document, verb) else CHRISTENED.get(group.finite, "")
    if group.negation or finite not in (*CHRISTENED.values(), "intitule"):
        raise Refused("it is not called so for sure")
    gloss = Phrase(role="gloss", text=document.text(name).replace("'", "’"), span=name, named=True, kind="quality")
    clause = Clause(verb=Verb(lemma="appeler", finite=finite, reflexive=True), subject=thing, complements=(gloss,))
    predicate = {"surnommer": "surnom", "intituler": "titre", "titrer": "titre"}.get(verb.lemma, "nom")
    return build_fact(reading, verb, clause, type="definition", rule=NAME, predicate=predicate, attribution=attribution, confidence=CONFIDENCE)


def told_behind(document: Document, name: Span) -> str:
    """« présentée à Oslo » of « une pièce intitulée « N » présentée à Oslo, »: what shows which thing has the name; "" if nothing does."""
    behind = document.tokens_from(Span(start=name.end, end=name.end + FAR))
    end = next((n for n, t in enumerate(behind) if t.pos == "PUNCT"), 0)
    run = behind[:end]
    if len(run) < SHORTEST or not run[0].has("VerbForm=Part") or not run[0].dep.startswith("acl") or not any(t.name for t in run):
        return ""
    return document.text(Span(start=run[0].span.start, end=run[-1].span.end))


def agreeing(document: Document, noun: Token, participle: Token) -> Token:
    """« l’ambassade » of « l’ambassade des États-Unis baptisée … »: the noun above, where the nearer one is plural and the participle is not."""
    above = document.head(noun)
    wrong = noun.has("Number=Plur") and participle.has("Number=Sing") and noun.dep == "nmod"
    form = "Gender=Fem" if participle.has("Gender=Fem") else "Gender=Masc"
    return above if wrong and above.pos == "NOUN" and above.i < noun.i and above.has("Number=Sing", form) else noun


def read_naming(reading: Reading, token: Token, name: Span) -> Fact:
    """« T s’appelle N ». Raises Refused unless T is a known person or a thing that is told from others."""
    document = reading.document
    before = document.before(token)
    last = document.before(before) if before is not None and before.text in (",", "(") else before
    person = person_at(reading, last)
    head = document.head(token)
    noun = last if person is not None or token.dep != "acl" or head.i > token.i else agreeing(document, head, token)
    if noun is None or last is None or noun.pos not in ("NOUN", "PROPN"):
        raise Refused("no thing stands before it")
    more = ""
    if person is not None:
        thing = Phrase(role="told_term", text=person.name, span=last.span, kind="person", gender=person.gender, entities=(person,), named=True)
    else:
        thing = told_thing(reading, noun, token.i, "told_term")
        more = told_behind(document, name)
        thing = replace(thing, text=f"{thing.text} {more}") if more and not thing.entities else thing
    if where := place_between(document, token):
        thing = replace(thing, text=f"{thing.text} {say_tokens(reading, list(where))}")
    nickname = token.lemma == "surnommer" or token.text in ALIAS or bool(where)
    if person is not None and not nickname:
        raise Refused("another name of a person")
    if not nickname and (thing.entities or any(c.isupper() for c in thing.text[1:].removesuffix(more))):
        raise Refused("it has a name already")
    titled = token.lemma in ("intituler", "titrer") or noun.lemma in word_set("nouns", "works")
    predicate = "surnom" if nickname else "titre" if titled else "nom"
    text = document.text(name).replace("'", "’")
    gloss = Phrase(role="gloss", text=text, span=name, named=True, kind="quality")
    if thing.number == "p":
        raise Refused("several things")
    verb = Verb(lemma="appeler", finite="appelle", reflexive=True)
    clause = Clause(verb=verb, subject=thing, complements=(gloss,))
    return build_fact(reading, token, clause, type="definition", rule=NAME, predicate=predicate, confidence=CONFIDENCE)
