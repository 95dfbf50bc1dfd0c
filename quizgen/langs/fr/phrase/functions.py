"""Functions of persons: from a function noun to its holder, to the words that tell it, and to whether one alone holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.langs.fr.forms.geography import country_of_adjective, is_place_adjective, is_place_form, plain
from quizgen.langs.fr.forms.morphology import join_preposition, lower_first, starts_with_vowel
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.phrase.wording import article_for, as_definite, say_entity, say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Entity, Phrase, Reading, Sentence, Span, Token

LINKS = ("appos", "nmod", "amod", "flat:name", "flat:foreign", "nsubj", "nsubj:pass", "parataxis", "conj", "obj")
LONGEST = 11  # words of a function
FORMS_OF_ADDRESS = ("Me", "Dr", "Pr", "Mgr")
LONGEST_HEADING = 2  # words of « Afrique du Sud : » are three, but so are those of a headline
LONGEST_RANK = 4  # words of a rank and a name
CLOSING = (",", ".", ")", ":", ";", "qui", "dont", "et", "se", "s’", "s'", "a")
COPULAS = ("est", "était", "fut")
FIRST = ("premier", "première")  # « l’ancien Premier ministre »
FORMER = ("ancien", "ex", "futur", "feu")
# What a function is told with for a while, or for colour.
PASSING = ("nouveau", "actuel", "jeune", "célèbre", "fameux", "grand", "autre", "puissant", "propre")
ASIDES = ("avec", "depuis", "lors", "pendant", "selon", "durant", "dès", "afin")  # what follows these is no part of the function
DEFINITE = ("le", "la", "l’", "l'")
SINGULAR_OWNERS = ("son", "sa", "ses")
DEAD = re.compile(r"(?i)\b(tuée?|assassinée?|mort|morte|décédée?|abattue?|défunte?|éteinte?|disparu|disparition|centenaire)\b")
LEAD = 2  # sentences; whom the article opens with it is about


def person_at(reading: Reading, token: Token | None) -> Entity | None:
    """The person whose name `token` is, or None."""
    entity = reading.entity(token) if token is not None else None
    return entity if token is not None and token.name and entity is not None and entity.kind == "person" else None


def find_holder(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """The named person to whom the function noun belongs: right after its phrase, or right before it and a comma."""
    document = reading.document
    if is_under_function(document, noun):
        return None
    words = function_words(document, noun)
    after = document.after(words[-1])
    comma = after is not None and after.text == ","
    candidate = _skip_rank(document, document.after(after)) if comma and after is not None else after
    if candidate is not None and candidate.text in word_set("names", "addresses") | set(FORMS_OF_ADDRESS):
        candidate = document.after(candidate)
    if candidate is not None and (person := person_at(reading, candidate)) and (not comma or _closes(document, candidate)):
        return candidate, person
    before = document.before(words[0])
    if before is not None and before.text in (",", "("):
        name = document.before(before)
        if name is not None and (person := person_at(reading, name)) and not _in_list(document, words[-1], name):
            return name, person
    return None


def _skip_rank(document: Document, token: Token | None) -> Token | None:
    """The name after a second function or a rank: « le chef d’état-major, le général X »."""
    if token is None or token.text.lower() not in DEFINITE:
        return token
    following = document.tokens[token.i + 1 : token.i + 1 + LONGEST_RANK]
    name = next((t for t in following if t.name == "PER"), None)
    between = () if name is None else document.tokens[token.i + 1 : name.i]
    return name if between and all(t.pos in ("NOUN", "ADJ") for t in between) else token


def _closes(document: Document, name: Token) -> bool:
    """Whether the aside ends with `name`, or the verb whose subject it is follows."""
    after = document.after(name)
    return after is None or after.text.lower() in CLOSING or after.pos in ("VERB", "AUX")


def find_named_subject(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """X of « X est le président de Y », « il fut le fils de Z », said as it is."""
    document = reading.document
    copula, subject = document.child(noun, "cop"), document.child(noun, "nsubj")
    if copula is None or subject is None or copula.text.lower() not in COPULAS or document.children(noun, "advmod", "mark"):
        return None
    person = person_at(reading, subject) or (reading.entity(subject) if subject.pos == "PRON" else None)
    return (subject, person) if person is not None and person.kind == "person" and noun.dep == "ROOT" else None


def find_named_attribute(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """X of « Le directeur du musée est X », « Le nouvel entraîneur de Gao est le Letton X », said as it is."""
    document = reading.document
    said = document.head(noun)
    copula = document.child(said, "cop")
    plain = copula is not None and copula.text.lower() in COPULAS and not document.children(said, "advmod", "mark", "conj")
    dated = any(t.pos == "NUM" for t in document.tokens[noun.i : said.i])  # « le président en 1920 »
    if noun.dep != "nsubj" or said.dep != "ROOT" or said.i < noun.i or dated or not plain:
        return None
    after = document.after(said)
    name = after if said.pos != "PROPN" and after is not None and after.name == "PER" and is_place_form(said.text) else said
    person = person_at(reading, name)
    return (name, person) if person is not None else None


def _in_list(document: Document, last: Token, name: Token) -> bool:
    """Whether the commas are those of a list of people, so that the function belongs to the next one."""
    after = document.after(last)
    return after is None or after.name != "" or after.text in ("et",) or document.head(name).dep == "conj"


def function_words(document: Document, noun: Token) -> list[Token]:
    """The words of the function, without the name that stands in it."""
    kept = [t for t in kept_tokens(document, noun) if t.dep != "cop"]
    by = next((t.i for t in kept if t.i > noun.i and t.text.lower() == "par"), None)  # « nommé ministre par le roi X »
    kept = [t for t in kept if by is None or t.i < by]
    second = next((t for t in document.children(noun, "conj") if t.i > noun.i and document.child(t, "det") is not None), None)
    if second is not None:  # « le maire de Gao et l’architecte X »: X is no mayor
        kept = [t for t in kept if t.i < document.subtree(second)[0].i]
    names = [t for t in kept if t.i > noun.i and t.name == "PER" and t.dep in LINKS and not _is_complement(document, t)]
    return [t for t in kept if not names or t.i < names[0].i]


def _is_complement(document: Document, name: Token) -> bool:
    """« de M. X », « sous X »: the name says of whom, or in whose time."""
    before = document.before(name)
    before = document.before(before) if before is not None and before.text in word_set("names", "addresses") else before
    return before is not None and before.text.lower() in ("de", "d’", "d'", "du", "à", "chez", "sous")


def is_under_function(document: Document, noun: Token) -> bool:
    """« la veuve du président … »: the name after it belongs to the one above."""
    above = document.head(noun)
    return above.i < noun.i and document.child(noun, "case") is not None and (is_function(above.lemma) or above.lemma in word_set("nouns", "kin"))


def trimmed_function(document: Document, noun: Token, name: Token) -> list[Token]:
    """The words that tell the function: no passing adjective, nothing after a participle, an aside, or too many words."""
    words = [t for t in function_words(document, noun) if t.lemma not in PASSING or t.pos != "ADJ" or t.head != noun.i]
    ends = (t.i for t in words if t.i > noun.i and (t.dep == "acl" or t.text.lower() in ASIDES or _opens_time(document, t)))
    end = next(ends, None)
    words = [t for t in words if end is None or t.i < end]
    while words and words[0].pos in ("ADV", "PRON"):  # « dont le président X »
        words = words[1:]
    if any(t.pos in ("NOUN", "PROPN", "VERB") and t.text.lower() not in FIRST for t in words if t.i < noun.i):
        raise Refused("the function is told in a way of saying")
    joint = next((t for t in words if t.pos == "CCONJ" and t.i > noun.i), None)
    if joint is not None and (len(words) > LONGEST or document.tokens[joint.i + 1].text.lower() in (*DEFINITE, "de", "d’", "d'", "du")):
        words = [t for t in words if t.i < joint.i]
    while words and (words[-1].pos in ("PUNCT", "ADP") or words[-1] is name or words[-1].text in word_set("names", "addresses")):
        words = words[:-1]
    while words and words[0].pos in ("CCONJ", "PUNCT", "ADP"):
        words = words[1:]
    return words


def _opens_time(document: Document, token: Token) -> bool:
    """« à l’époque », « en 1792 », « aux côtés de »."""
    following = document.tokens[token.i + 1 : token.i + 3]
    if token.text.lower() in ("en", "aux") and following:
        return following[0].text.isdigit() or following[0].text.lower() == "côtés"
    return token.text.lower() == "à" and any(t.lemma in ("époque", "origine", "moment", "heure") for t in following)


def is_unique(reading: Reading, noun: Token, words: list[Token]) -> bool:
    """Whether one person alone holds the function: « le président français », « le secrétaire général de l’OTAN »."""
    known = is_named_body(reading, words) or is_of_known_body(reading, noun, words)
    if noun.lemma in word_set("nouns", "sole_of"):  # « le vainqueur du tournoi de Gao », not « la victoire du vainqueur, X »
        return words[0].text.lower() in DEFINITE and any(t.name for t in words if t.i > noun.i)
    return noun.lemma in word_set("nouns", "unique") and known and (words[0] is noun or words[0].text.lower() in DEFINITE)


def is_of_known_body(reading: Reading, noun: Token, words: list[Token]) -> bool:
    """« ministre de la Défense », « porte-parole des garde-côtes », « chef d’état-major »: the event tells of which country."""
    document = reading.document
    below = [t for t in document.children(noun, "nmod") if t in words and t.pos in ("NOUN", "PROPN")]
    fused = (any(c.text.lower() in ("du", "des") for c in document.children(t, "case")) for t in below)
    articles = (d.text.lower() for t in below for d in document.children(t, "det"))
    return any(a in (*DEFINITE, "les") for a in articles) or any(t.lemma == "état-major" for t in below) or any(fused)


def is_named_body(reading: Reading, words: list[Token]) -> bool:
    """Whether a name or the adjective of a country tells the body from all others, outside of the article too."""
    return any(t.i in reading.links or t.name for t in words) or any(country_of_adjective(t.lemma) for t in words)


def is_central(reading: Reading, name: Token, person: Entity) -> bool:
    """Whether the article is about a person: named or taken up more than once, in the title, or in the first sentences."""
    document = reading.document
    in_title = plain(person.name.split()[-1]) in plain(document.article.title)
    return in_title or reading.uses[person.name] > 1 or document.sentence_number(name) < LEAD


def names_body(reading: Reading, words: list[Token]) -> bool:
    """Whether the function says of which body or place, by name or noun: « de l’OTAN », « de la Défense », « de la banque norvégienne »."""
    if len(words) > 3 and any(is_place_adjective(t.lemma) for t in words):
        return True
    return any(t.name or t.i in reading.links or (t.pos in ("NOUN", "PROPN") and t is not words[0] and t.text[:1].isupper()) for t in words)


def is_former(words: list[Token]) -> bool:
    """« ancien ministre », « l’ex-conseillère »."""
    return any(t.lemma in FORMER or t.text.lower().startswith("ex-") or t.text.lower() in ("ancien", "ancienne") for t in words)


def find_owner(reading: Reading, determiner: Token, kinds: tuple[str, ...]) -> Phrase | None:
    """Whose « son » or « leur » is, as it is said, and where that stands; None if it is not sure.

    It is what the word is linked to, else the one thing of `kinds` named before it in its sentence, else, for « son », in its paragraph;
    « leur » may also take up the one plural subject before it.
    """
    document = reading.document
    if linked := reading.entity(determiner):
        return _owner(say_entity(linked), determiner)
    here = document.sentence_of(determiner)
    before = document.tokens[here.first : determiner.i]
    many = determiner.text.lower() not in SINGULAR_OWNERS
    found = _named(reading, [t for t in before if not _is_owned_kin(document, t)], determiner, kinds)
    pronoun = next((t for t in reversed(before) if t.text.lower() in ("il", "elle") and t.dep.startswith("nsubj")), None)
    if not many and pronoun is not None and document.head(determiner).lemma in word_set("nouns", "kin"):
        person = reading.entity(pronoun)
        if person is None:
            return None  # « il vivait avec sa mère, X »: somebody whom nothing names
        found[person] = pronoun
    if many and not found:
        subjects = [t for t in before if t.dep == "nsubj" and t.has("Number=Plur") and t.pos in ("NOUN", "PROPN")]
        return _definite(reading, subjects[0]) if len(subjects) == 1 else _many_before(reading, here) if not before else None
    if not found and not many and not any(t.dep.startswith("nsubj") and t.pos == "NOUN" for t in before):  # « le musée …, dit sa directrice »
        earlier = [s for s in document.sentences if s.paragraph == here.paragraph and s.first < here.first]
        found = _named(reading, document.tokens[earlier[0].first : here.first] if earlier else (), determiner, kinds)
    fitting = [e for e in found if (e.number == "p") == many]
    return _owner(say_entity(fitting[0]), found[fitting[0]]) if len(fitting) == 1 and (many or len(found) == 1) else None


def _is_owned_kin(document: Document, name: Token) -> bool:
    """« sa mère, X, et son frère Y »: X is told as somebody's herself, and what follows is the same one's."""
    noun = document.head(name)
    owned = (t for t in document.children(noun, "det") if t.text.lower() in SINGULAR_OWNERS)
    return name.dep.startswith(("appos", "flat", "nmod")) and noun.lemma in word_set("nouns", "kin") and any(owned)


def _owner(said: str, token: Token) -> Phrase:
    return Phrase(role="owner", text=said, span=token.span)


def _named(reading: Reading, tokens: Sequence[Token], near: Token, kinds: tuple[str, ...]) -> dict[Entity, Token]:
    """The things of `kinds` that `tokens` name, in the same quotation as `near` or, like it, in none, each with its first name."""
    quotations = reading.document.quotations
    same = [t for t in tokens if t.name and quotations.get(t.i) == quotations.get(near.i)]
    return {e: t for t in reversed(same) if (e := reading.entity(t)) is not None and e.kind in kinds}


def _many_before(reading: Reading, here: Sentence) -> Phrase | None:
    """The one plural thing with a name in the sentence before: « aux éditions X. Leur fondatrice »."""
    document = reading.document
    number = document.sentences.index(here)
    earlier = document.words(document.sentences[number - 1]) if number and document.sentences[number - 1].paragraph == here.paragraph else ()
    many = [t for t in earlier if t.pos == "NOUN" and t.has("Number=Plur") and any(c.name for c in document.children(t))]
    if len(many) != 1:
        return None
    phrase = read_phrase(reading, many[0], "owner", subject=True)
    return replace(phrase, text=lower_first(as_definite(reading, many[0]))) if phrase.named else None


def _definite(reading: Reading, subject: Token) -> Phrase | None:
    """A subject as it is said, if it is a definite phrase with a name; else None."""
    phrase = read_phrase(reading, subject, "owner", subject=True)
    return replace(phrase, text=lower_first(phrase.text)) if is_definite(phrase) and phrase.named else None


def heads_with_place(document: Document) -> bool:
    """« Norvège : le budget est voté »: of which country a minister is, the title tells."""
    heading, mark, _ = document.article.title.partition(":")
    return bool(mark) and len(heading.split()) <= LONGEST_HEADING


def is_bare_body(reading: Reading, token: Token, words: list[Token]) -> bool:
    """« l’organisation », « le groupe »: a body with nothing that says which."""
    if token.lemma == "gouvernement" and heads_with_place(reading.document):
        return False  # « Norvège : … » tells which
    bodies = word_set("nouns", "organisations") | word_set("nouns", "events_held")
    alone = all(c.dep in ("det", "case", "punct", "conj", "cc") or c not in words for c in reading.document.children(token))
    return token.pos == "NOUN" and token.lemma in bodies and token.text.islower() and alone and not token.name


def check_function(reading: Reading, noun: Token, words: list[Token]) -> None:
    """Raises Refused for a function that other words of the article explain."""
    if not 1 <= len(words) <= LONGEST:
        raise Refused("the function is too long to be asked")
    low = [t.text.lower() for t in words]
    if any(w in word_set("grammar", "possessives") or w in word_set("grammar", "demonstratives") for w in low):
        raise Refused("the function is told by another person")
    if any(t.pos == "PRON" for t in words) or any(t.name == "PER" and t.i == noun.i + 1 for t in words):
        raise Refused("the function names another person")
    if any(is_bare_body(reading, t, words) for t in words if t is not noun):
        raise Refused("the body that it belongs to is named elsewhere")


def function_phrase(reading: Reading, noun: Token, words: list[Token], gender: str = "", owner: Phrase | None = None) -> Phrase:
    """The function as an attribute: « le secrétaire général de l’OTAN », « l’entraîneur de X ». Raises Refused if it cannot be said alone."""
    check_function(reading, noun, words)
    determiner = words[0] if words[0].text.lower() in DEFINITE and len(words) > 1 else None
    _, swallowed = read_marker(reading.document, noun)
    text = say_tokens(reading, words[1:] if determiner else words)
    feminine = (gender == "f" or (determiner is not None and determiner.text.lower() == "la")) and not starts_with_vowel(text)
    if owner is not None:
        text = f"{'la ' if feminine else article_for(noun, text)}{text} {join_preposition('de', owner.text)}"
    elif determiner or swallowed or (words[0] is noun and is_unique(reading, noun, words)):
        text = f"{'la ' if feminine else article_for(noun, text)}{text}"
    return Phrase(
        role="attribute", text=text, span=Span(start=words[0].span.start, end=words[-1].span.end), kind="function", head=noun.lemma,
        named=owner is not None or any(t.name == "PER" for t in words), gender="f" if noun.has("Gender=Fem") else "m",
        taken_up=(*owner.taken_up, owner.span) if owner is not None else (),
    )  # fmt: skip
