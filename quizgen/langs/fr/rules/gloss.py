"""What a thing is, said right after it: « la mélanine, un pigment qui… », « l’avion (un Airbus A320) », « le prix X, la plus haute distinction de… ».

Read from the words, for the parser is often lost in such asides. Persons and their functions have a rule of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.forms.morphology import starts_with_vowel
from quizgen.langs.fr.forms.nouns import is_class, is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import read_phrase
from quizgen.langs.fr.phrase.things import run_after, told_thing
from quizgen.langs.fr.reference.mentions import is_established
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "gloss"
CONFIDENCE = 0.9
SHORTEST, LONGEST = 2, 12  # words of a gloss
LONGEST_LIST = 22  # of one that ends with a list
SOME = frozenset(("des", "de", "d’", "d'"))
LONGEST_TERM = 4  # words before « est »
ENDS = (",", ".", ")", ";", ":", "»", "!", "?", "–", "—")
RELATIVES = ("qui", "que", "qu’", "qu'", "dont", "où")
SUPERLATIVES = (
    "plus",
    "premier",
    "première",
    "principal",
    "principale",
    "numéro",
    "dernier",
    "dernière",
    "seul",
    "seule",
    "deuxième",
    "second",
    "seconde",
    "troisième",
)
OTHERS = ("person", "people", "country", "city", "time", "duration")
POINTING = ("possessives", "demonstratives", "pointing", "relative_time")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The asides of `sentence` that say what a thing is."""
    document = reading.document
    for mark in document.words(sentence):
        term, opening = document.before(mark), document.after(mark)
        if term is not None and opening is not None and is_ranking(document, term, mark, opening):
            yield attempt(NAME, read_rank, reading, opening, term, mark)
        if mark.text not in (",", "(") or term is None or opening is None or mark.i in document.quotations:
            continue
        if opening.text in ("un", "une"):
            yield attempt(NAME, read_kind, reading, opening, term, mark)
        elif is_superlative(document, opening):
            yield attempt(NAME, read_rank, reading, opening, term, mark)


def is_ranking(document: Document, term: Token, mark: Token, opening: Token) -> bool:
    """« La Norvège est le premier producteur … » at the head of a sentence."""
    heads = term.pos in ("NOUN", "PROPN") and document.sentence_of(mark).first >= term.i - LONGEST_TERM
    return heads and mark.text == "est" and opening.text in ("le", "la", "l’", "l'") and is_superlative(document, opening)


def is_superlative(document: Document, opening: Token) -> bool:
    """« la plus haute… », « premier producteur… », « le dernier… »."""
    following = document.after(opening)
    article = opening.text.lower() in ("le", "la", "l’", "l'")
    first = following if article else opening
    return first is not None and first.text.lower() in SUPERLATIVES and (article or first.text.lower() not in ("plus", "dernier", "dernière"))


def read_aside_words(document: Document, opening: Token) -> list[Token]:
    """The words of the aside up to its end. Raises Refused if it is too long, or a list, a clause or words that point elsewhere."""
    first = [opening, *run_after(document, opening, ENDS)]
    words = whole_list(document, first)
    listed = len(words) > len(first)
    if not SHORTEST <= len(words) <= (LONGEST_LIST if listed else LONGEST + 2):
        raise Refused("the gloss says too little or too much")
    low = [t.text.lower() for t in words]
    if low.count("«") != low.count("»"):
        raise Refused("a quotation is cut")
    relative = next((i for i, w in enumerate(low) if w in RELATIVES), len(words))
    if any(t.pos in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in words[:relative]) or "et" in low[: len(first) if listed else relative]:
        raise Refused("no gloss: a clause or a list")
    if any(w in word_set("grammar", key) for w in low for key in POINTING) or any(t.pos == "PRON" and t.text.lower() not in RELATIVES for t in words):
        raise Refused("the gloss points outside the sentence")
    return words


def whole_list(document: Document, words: list[Token]) -> list[Token]:
    """The words and, where the comma after them is that of a list, the rest of it: « un parti réunissant des ouvriers, des élus et des juges »."""
    comma = document.after(words[-1])
    while comma is not None and comma.text == "," and _goes_on(document, words, comma):
        words = [*words, comma, *run_after(document, comma, ENDS)]
        comma = document.after(words[-1])
    return words


def _goes_on(document: Document, words: list[Token], comma: Token) -> bool:
    """Whether the part behind `comma` is the next of a list of what a participle in `words` is told with."""
    verb = next((t for t in words if t.pos == "VERB" and not t.has("VerbForm=Fin")), None)
    if verb is None:
        return False
    following = run_after(document, comma, ENDS)
    second = next((t for t in following if t.pos in ("NOUN", "PROPN")), None)
    things = [t for t in document.children(verb) if t in words and t.i > verb.i and t.pos in ("NOUN", "PROPN")]
    if not things or second is None or not any(t.text.lower() in ("et", "ou") for t in document.tokens[comma.i : comma.i + LONGEST_LIST]):
        return False
    opened = {t.text.lower() for t in document.children(things[-1], "det", "case")}
    same = following[0].text.lower() in opened or (following[0].text.lower() in SOME and bool(opened & SOME))
    return (second.dep == "conj" and document.head(second) in words) or same


def read_term(reading: Reading, last: Token, mark: Token) -> Phrase:
    """The thing right before the aside. Raises Refused unless it is one, and no person or well-known place."""
    document = reading.document
    head = last
    while (
        document.head(head).i < head.i and document.head(head).pos in ("NOUN", "PROPN") and head.dep in ("nmod", "amod", "appos", "flat:name", "flat")
    ):
        above = document.head(head)
        if any(t.pos in ("VERB", "AUX", "PUNCT", "CCONJ") for t in document.tokens[above.i : head.i]):
            break
        head = above
    if head.pos not in ("NOUN", "PROPN") or is_passing(head):
        raise Refused("no thing that is something for long")
    first = next(iter(document.children(head, "case")), None)
    before = document.before(first) if first is not None else None
    if mark.text == "," and before is not None and before.text == ",":
        raise Refused("the comma ends a circumstance")  # « doivent déposer, avant la vente, une demande »
    term = read_phrase(reading, head, "term", subject=True)
    if not term.entities:
        term = told_thing(reading, head, mark.i, "term") if head.name or not _is_alone(document, head) else _plain_term(reading, head)
    if term.kind in OTHERS or len(term.entities) > 1 or is_person_noun(head) or term.number == "p" or "autre" in term.text:
        raise Refused("no single thing: a person, a place that is known, or several")
    return replace(term, marker="", role="term")


def is_person_noun(noun: Token) -> bool:
    """« ministre », « fille »: they tell of persons."""
    return is_function(noun.lemma) or noun.lemma in word_set("nouns", "kin")


def is_passing(noun: Token) -> bool:
    """« saison », « occasion », « fois »: what follows is a remark, not what it is."""
    return noun.lemma in ("saison", "veille", "lendemain", "surlendemain") or any(
        noun.lemma in word_set("nouns", key) for key in ("vague", "durations", "occasions", "frames")
    )


def _is_alone(document: Document, noun: Token) -> bool:
    return all(t.dep in ("det", "case", "punct") or t.i > noun.i for t in document.children(noun)) and document.before(noun) is not None


def _plain_term(reading: Reading, noun: Token, *, model: bool = False) -> Phrase:
    """A technical noun with its article: « la mélanine ». Raises Refused for one without."""
    document = reading.document
    determiner = document.child(noun, "det")
    known = determiner is not None and determiner.text.lower() in ("le", "la", "l’", "l'")
    fused = any(t.text.lower() in ("du", "au") for t in document.children(noun, "case"))
    if not (known or fused) or noun.lemma in word_set("nouns", "situational"):
        raise Refused(f"« {noun.text} » could be any")
    phrase = read_phrase(reading, noun, "term", subject=True)
    if is_class(noun.lemma) and not model and not any(c.isupper() for c in phrase.text[1:]):
        raise Refused(f"« {noun.text} » could be any")
    article = "l’" if starts_with_vowel(noun.text) else "la " if noun.has("Gender=Fem") else "le "
    return replace(phrase, text=phrase.text if phrase.text.lower().startswith(("le ", "la ", "l’")) else f"{article}{noun.text}")


def read_kind(reading: Reading, opening: Token, last: Token, mark: Token) -> Fact:
    """« T, un N … » -> « Qu’est-ce que T ? »; for a thing that the article has told of before, of which type it is."""
    document = reading.document
    words = read_aside_words(document, opening)
    noun = next((t for t in words[1:4] if t.pos in ("NOUN", "PROPN")), None)
    if noun is None or is_person_noun(noun) or noun.lemma in word_set("nouns", "vague"):
        raise Refused("what a person is, or nothing")
    if noun.lemma in word_set("nouns", "done"):
        raise Refused("it tells of what was done, not of a thing")
    model = bool(noun.name) and last.pos == "NOUN" and (is_established(document, last) or mark.text == "(")
    above = document.head(last)
    lower = above.i < last.i and last.dep != "appos" and (above.dep == "acl" or above.pos == "NOUN")
    if not model and last.pos == "NOUN" and not last.name and lower:
        raise Refused("it may tell of the noun above")  # « un port destiné au transport, un projet évalué à … »
    term = _plain_term(reading, last, model=True) if model else read_term(reading, last, mark)
    gloss = _gloss_phrase(document, words, noun)
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=replace(term, role="told_term"), complements=(gloss,))
    return build_fact(
        reading, noun, clause, type="definition", rule=NAME, predicate="modèle" if model else "être", confidence=CONFIDENCE if term.entities else 0.8
    )  # fmt: skip


def read_rank(reading: Reading, opening: Token, last: Token, mark: Token) -> Fact:
    """« T, le plus grand N de … » -> « Quel est le plus grand N de … ? » Raises Refused unless it is said among which."""
    document = reading.document
    words = read_aside_words(document, opening)
    noun = next((t for t in words if t.pos == "NOUN"), None)
    entity = reading.entity(last)
    body = entity is not None and entity.kind in ("country", "organisation")  # « le premier producteur de riz »
    if (
        noun is None
        or (is_person_noun(noun) and not body)
        or not any(t.name or t.text[:1].isupper() or t.text.lower() in ("mondial", "mondiale", "européen", "européenne", "monde") for t in words[1:])
    ):
        raise Refused("it is not said among which")
    term = read_phrase(reading, last, "term", subject=True) if entity is not None and entity.kind == "country" else read_term(reading, last, mark)
    if not (term.entities or any(c.isupper() for c in term.text[1:])):
        raise Refused(f"« {term.text} » is not named")
    gloss = _gloss_phrase(document, words, noun)
    if opening.text.lower() not in ("le", "la", "l’", "l'"):
        article = "l’" if starts_with_vowel(gloss.text) else "la " if opening.text.lower().endswith("ère") or noun.has("Gender=Fem") else "le "
        gloss = replace(gloss, text=f"{article}{gloss.text}")
    clause = Clause(verb=Verb(lemma="être", finite="est"), subject=term, complements=(replace(gloss, role="told_gloss"),))
    return build_fact(reading, noun, clause, type="definition", rule=NAME, predicate="rang", confidence=CONFIDENCE)


def _gloss_phrase(document: Document, words: list[Token], noun: Token) -> Phrase:
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(
        role="gloss", text=document.text(span).replace("'", "’"), span=span, head=noun.lemma, named=True,
        gender="f" if noun.has("Gender=Fem") else "m",
    )  # fmt: skip
