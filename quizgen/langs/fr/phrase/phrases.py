"""Noun phrases: from a head word to a `Phrase` that can be said alone, or the reason why it cannot.

A phrase keeps what is needed to know the thing (determiner, adjectives, complements, coordination) and drops what only
hangs on (relative clauses, asides). Names are said in full; a phrase with a pronoun that nothing stands for is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import is_inhabitant, is_people, is_place_adjective, plain
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.forms.nouns import is_function, is_named_after, is_proper
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.bridges import NOTHING, complete
from quizgen.langs.fr.phrase.constituents import FUSED, cuts_quotation, is_everyones, is_ranked, joins, kept_tokens, read_marker
from quizgen.langs.fr.phrase.counts import with_count
from quizgen.langs.fr.phrase.moments import is_date, read_moment
from quizgen.langs.fr.phrase.parallels import THOSE, read_parallel
from quizgen.langs.fr.phrase.wording import as_definite, full_again, fuller_name, is_bare, say_entity, say_list, say_place, say_tokens
from quizgen.langs.fr.reference.mentions import (
    NEAREST,
    RELATIVES,
    is_established,
    is_latter,
    is_retold,
    latter_antecedent,
    noun_antecedent,
    owning_noun,
    tells_deed,
)
from quizgen.langs.memory import remember
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Entity, Phrase, Reading, Span, Token

OWNED = re.compile(r"(?:de |d’|du |des )")
ONE_SPAN = re.compile(r"(?:près d’|plus d’|moins d’|environ |presque )?une? [\wà-ÿ]+(?: entière?| et demie?)?")  # « une semaine entière », no number
EVERY = re.compile(r"(?i)(?:tout(?:e|es)?|tous|chaque|aucune?) (?!les? |la |l’|ces? |cette |sa |son )")
ONLY = re.compile(r"l[ea]s? (seule?s?|premi[eè]re?s?|derni[eè]re?s?|rares) ")
FURTHER_ONES = re.compile(r"(?i)(?!les )(?:[\w -]+ )?autres [\w-]+$")
AGED = re.compile(r"(?<=[a-zà-ÿ]), \d+ ans$")  # « Karl Lund, 34 ans »
TOWARDS_IT = re.compile(r"\b(?:à|en) (?:son|leur) (?:encontre|égard|endroit|sujet|propos|faveur)\b")
SPAN_OFF = re.compile(r"[a-zà-ÿ] (?:\d+|[a-zà-ÿ-]+) (?:secondes|minutes|heures|jours|semaines|mois) (?:après|avant|plus tard)\b")
ORDINALS = re.compile(r"\b\d+(?:e|er|re|ème|ère)\b")
CUT_PARTICIPLE = re.compile(r" et \w+ant$")  # « un budget équilibré et prévoyant | une hausse »
LEANING = re.compile(r"([Aa]utre|dont|soit|ni|et|ou|auprès|parmi|selon|envers|hors|chez) |.*\b(même|mêmes|autant|tel|telle|tels|telles)\b")
FOREMOST = re.compile(r"[Ll](?:e|a|es) (?:(?:plus|moins) \w+|premi[eè]re?s?|derni[eè]re?s?|second(?:e)?s?|\w+ième) [\w-]+")
LONGEST_TITLE = 8  # words of a function that may stand before its holder's name
INSTANCE = "notamment"  # what follows is one of several
LONGEST_RELATIVE = 9  # words of a clause that tells which one is meant
PLACES = ("country", "city", "region", "sea")
PERSON_ENDINGS = ("iste", "eur", "euse", "ien", "ienne", "ier", "ière", "ant", "ante", "logue")


@remember
def read_phrase(reading: Reading, head: Token, role: str, *, subject: bool = False) -> Phrase:
    """The phrase of `head`. Raises Refused if it holds something that only the article explains."""
    if moment := read_moment(reading, head, role):
        return moment
    entities = entities_of(reading, head)
    noun = noun_antecedent(reading, head) if head.pos == "PRON" and not entities else None
    if noun is not None:
        return _taken_from(reading, noun, head, role)
    if is_latter(reading.document, head) and (named := latter_antecedent(reading, head)) is not None:
        return replace(_taken_from(reading, named, head, role), number="p")
    if (one := _one_named(reading, head)) is not None:
        return replace(read_phrase(reading, one, role), marker=read_marker(reading.document, head)[0])
    if head.pos == "PRON" and head.text.lower() in THOSE and not entities:
        return read_parallel(reading, head, role)
    compatriot = is_people(head.text) and len(entities) == 1 and entities[0].kind == "person"
    if head.pos == "PRON" or compatriot or _stands_for_others(head, entities) or _opens_name(reading, head, entities):
        return _resolved(reading, head, role, entities)
    return _noun_phrase(reading, head, role, entities, subject=subject)


def _one_named(reading: Reading, pronoun: Token) -> Token | None:
    """« Un des avocats de la ville, X, a répondu », « un jeune avocat, X, »: the person whose name follows; None if none does."""
    document = reading.document
    article = document.child(pronoun, "det")
    some = pronoun.pos == "NOUN" and article is not None and article.text.lower() in ("un", "une") and is_of_person(pronoun.lemma)
    if not some and (pronoun.pos != "PRON" or pronoun.text.lower() not in ("un", "une")):
        return None
    beside = [t for noun in (pronoun, *document.children(pronoun, "nmod")) for t in document.children(noun, "appos", "nmod")]
    named = [t for t in beside if t.name == "PER" and t.i in reading.links and document.tokens[t.i - 1].text == ","]
    return named[0] if len(named) == 1 else None


def is_of_person(lemma: str) -> bool:
    """Whether a noun names a person, by the lists or by its ending: « habitante », « syndicaliste », « géologue »."""
    listed = is_function(lemma) or any(lemma in word_set("nouns", key) for key in ("persons", "professions", "members"))
    return listed or (lemma.endswith(PERSON_ENDINGS) and not is_named_after(lemma))


def _noun_phrase(reading: Reading, head: Token, role: str, entities: tuple[Entity, ...], *, subject: bool) -> Phrase:
    """The phrase of a noun or name."""
    document = reading.document
    kept, whole = _own_words(reading, head)
    marker, article = read_marker(document, head)
    owner = person_of(reading, head)
    blocked = [t for t in kept if t.i not in reading.links and _is_open(t, reading, subject=subject)]
    if blocked and not owner:
        raise Refused(f"« {blocked[0].text} » points outside the sentence")
    full = full_again(reading, head, kept) if not entities else None
    entities = entities_of(reading, full) if full is not None else entities
    if any(t.text == "," for t in kept) and not any(t.text == "et" for t in kept) and len(entities) < 2 and not owner:
        kept = _before_aside(kept, head)
    text = as_definite(reading, full) if full is not None else say_tokens(reading, kept, article)
    if owner and not document.child(head, "conj"):
        entities, text = (owner[1],), owner[1].name if blocked else _with_holder(text, owner, kept)
    text = AGED.sub("", _said_by_name(reading, head, entities, text, marker))
    text = f"{text} {join_preposition('de', whole)}" if whole else text
    more, told = complete(reading, head) if full is None and not entities else NOTHING
    text = f"{text} {more}" if more else text
    lone = (subject and is_bare(document, head, kept)) or (role == "object" and is_any(document, head))
    if lone and full is None and not (entities or more) and (telling := telling_relative(reading, head)):
        kept, text = [*kept, *telling], f"{text} {say_tokens(reading, telling)}"
    check_whole_phrase(document, head, kept, text)
    phrase = Phrase(
        role=role, text=text, span=Span(start=kept[0].span.start, end=kept[-1].span.end), marker=marker, head=(full or head).lemma,
        taken_up=(*mentions_in(reading, kept, full), *told),
        entities=entities, number="p" if head.has("Number=Plur") or document.child(head, "conj") else "s",
        gender="f" if all(t.has("Gender=Fem") for t in (full or head, *document.children(head, "conj")) if t is head or t.pos != "VERB") else "m",
        kind=kind_of_phrase(document, head, entities, text),
        named=bool(more) or any(t.name or t.i in reading.links or is_place_adjective(t.lemma) or is_proper(t) for t in kept),
    )  # fmt: skip
    if phrase.kind == "people" and phrase.number == "s" and not owner and (len(kept) < 3 or phrase.entities):
        raise Refused(f"« {text} »: one of a people, not named")
    return _with_entity_grammar(with_owner(with_count(reading, phrase, head, kept)), document)


def with_owner(phrase: Phrase) -> Phrase:
    """`phrase` with what is counted told whole: « ses douze députés », said « les douze députés du Parti paysan »."""
    _, found, rest = phrase.text.partition(f"{phrase.count} {phrase.counted} ")
    if not (phrase.count and phrase.counted and found and OWNED.match(rest)):
        return phrase
    return replace(phrase, counted=f"{phrase.counted} {rest}")


def telling_relative(reading: Reading, noun: Token) -> list[Token]:
    """The clause that tells which one a bare noun means: « le pilote | qui était aux commandes ». Empty if there is none that can be said."""
    document = reading.document
    after = document.after(noun)
    clause = next((t for t in document.children(noun, "acl:relcl") if t.i > noun.i), None)
    if after is None or clause is None or after.text.lower() != "qui":
        return []
    words = [t for t in document.subtree(clause) if t.i > noun.i]
    end = next((t.i for t in words if t.text in (",", ";", ":", "(", "«", ")")), words[-1].i + 1)
    words = [t for t in words if t.i < end]
    plain_words = all(t.pos != "PRON" or t is after or t.text.lower() in ("se", "s’", "s'") for t in words)
    pointing = any(t.text.lower() in word_set("grammar", key) for t in words for key in ("demonstratives", "possessives", "pointing"))
    pointing = pointing or any(t.i not in reading.links and _is_open(t, reading, subject=False) for t in words)
    timed = any(t.text.lower() in dates.WEEKDAYS for t in words)
    joined = words and words[-1].i - words[0].i + 1 == len(words)
    return words if joined and plain_words and not pointing and not timed and 2 < len(words) <= LONGEST_RELATIVE else []


def is_any(document: Document, noun: Token) -> bool:
    """« une loi »: any of its kind, so that a question needs to say which one."""
    determiner = document.child(noun, "det")
    return noun.pos == "NOUN" and determiner is not None and determiner.text.lower() in ("un", "une")


def mentions_in(reading: Reading, kept: list[Token], full: Token | None) -> tuple[Span, ...]:
    """The earlier mentions in whose words a phrase is said: of its head, of a bare noun inside it."""
    inside = (fuller_name(reading, t) for t in kept[1:])
    owner = owning_noun(reading, kept[0]) if kept[0].pos == "DET" else None
    found = [noun for noun in (full, *inside, owner) if noun is not None]
    words = (kept_tokens(reading.document, noun, reading) for noun in found)
    return tuple(Span(start=tokens[0].span.start, end=tokens[-1].span.end) for tokens in words)


def before_instances(kept: list[Token], head: Token) -> list[Token]:
    """The words before « (avec) notamment … », behind which stand some of the things that are meant, and nothing that tells which are."""
    first = next((t.i for t in kept if t.i > head.i and t.text.lower() == INSTANCE), None)
    if first is None:
        return kept
    before = [t for t in kept if t.i < first]
    while before[-1] is not head and (before[-1].pos in ("ADP", "PUNCT", "CCONJ") or before[-1].text == ","):
        before = before[:-1]
    return before


def _own_words(reading: Reading, head: Token) -> tuple[list[Token], str]:
    """The words of the phrase without « ne … que » and without what stands before its holder's name; what « dont » takes up, or empty."""
    kept = before_instances(kept_tokens(reading.document, head, reading), head)
    whole = _owner_of(reading, kept)
    kept = [t for t in kept if t.text.lower() not in ("dont", "où") and not (t.text.lower() in ("que", "qu’", "qu'") and t.dep == "advmod")]
    owner = person_of(reading, head)
    comma = next((t for t in kept if t.text == "," and owner and head.i < t.i < owner[0]), None)
    kept = [t for t in kept if comma is None or t.i < comma.i]
    chosen = owner is not None and owner[0] > head.i + 2 and len(kept) > 1 and kept[-1].i == head.i + 1 and kept[-1].dep == "acl"
    return (kept[:-1] if chosen else kept), whole  # « l’architecte retenue, X, » is X


def _said_by_name(reading: Reading, head: Token, entities: tuple[Entity, ...], text: str, marker: str) -> str:
    """`text`, or the names of the things that it stands for, with the articles that these take."""
    parts = (head, *reading.document.children(head, "conj"))
    if marker == "de" and _come_bare(reading, parts, entities):
        return text
    if len(entities) > 1 and marker in ("", "de", "à") and all(_is_someone(reading, t) for t in parts):
        listed = all(e.kind not in ("country", "person") for e in entities) and any(reading.document.child(t, "det") is not None for t in parts)
        return text if listed and all(t.name or t.pos == "PROPN" for t in parts) else say_list(entities)  # « la Drôme et le Var »
    if len(entities) == 1 and entities[0].kind == "other" and text.casefold() == entities[0].name.casefold():
        return entities[0].name  # « La Maison des vents », a title
    if len(entities) == 1 and entities[0].kind == "country" and text == entities[0].name and marker != "en":
        return say_entity(entities[0])
    return text


def _come_bare(reading: Reading, parts: tuple[Token, ...], entities: tuple[Entity, ...]) -> bool:
    """« (rentre) d’Inde », « du Brésil et d’Irak »: countries of which one stands behind « de » alone, and takes no article there."""
    document = reading.document
    named = len(parts) == len(entities) and all(e.kind == "country" for e in entities) and all(t.name or t.pos == "PROPN" for t in parts)
    marks = [read_marker(document, t) for t in parts]
    bare = any(not article and document.child(t, "det") is None for t, (_, article) in zip(parts, marks, strict=True))
    return named and bare and all(marker == "de" for marker, _ in marks)


def check_whole_phrase(document: Document, head: Token, kept: list[Token], text: str) -> None:
    """Raises Refused for words that lean on others: « la même ville », « dont deux », « les seules terres » without which."""
    cut = any(t.dep.startswith("acl") and t not in kept for t in document.children(head))
    if EVERY.match(text) and cut:
        raise Refused(f"« {text} » lacks what tells of which it holds")
    if ONLY.match(text) and cut:
        raise Refused(f"« {text} » lacks what makes it the only one")
    if is_any(document, head) and _is_supposed(document, head, kept):
        raise Refused(f"« {text} » lacks what it would have to be")  # « un gouvernement | qui continuerait à … »
    known = word_set("nouns", "functions") | word_set("nouns", "rounds")
    if head.text.islower() and FOREMOST.fullmatch(text) and head.lemma not in known:
        raise Refused(f"« {text} »: of what, is not said")
    after = document.tokens[kept[-1].i + 1 : kept[-1].i + 3]
    if len(after) == 2 and after[0].text.lower() in ("le", "la", "les") and after[1].text.lower() in ("plus", "moins", "mieux"):
        raise Refused(f"« {text} » lacks the superlative that tells which")  # « son roman | le plus connu »
    if any(t.lemma in word_set("grammar", "likening") for t in kept) and not any(
        t.head in (u.i for u in kept) and t.dep.startswith("obl") for t in kept
    ):
        raise Refused(f"« {text} » is like something told elsewhere")
    if is_ranked(document, kept[-1]):
        raise Refused(f"« {text} »: than what, is told elsewhere")
    if FURTHER_ONES.match(text) and document.child(head, "nmod") is None:
        raise Refused(f"« {text} »: beside which, is not said")  # « deux autres colonnes »
    if any(is_cut_off(document, t, kept) for t in kept if t.name):
        raise Refused(f"« {text} »: the list goes on")
    if SPAN_OFF.search(text):
        raise Refused(f"« {text} »: how long after something, hung on a noun")
    if any(is_second(document, t, head) for t in kept):
        raise Refused(f"« {text} »: two phrases in one")
    if cuts_quoted(document, kept):
        raise Refused(f"« {text} »: what is quoted in it is cut")
    if TOWARDS_IT.search(text):
        raise Refused(f"« {text} »: against or about whom, is told elsewhere")
    if text.endswith(" de là"):
        raise Refused(f"« {text} »: from where, is told elsewhere")
    if kept[-1].pos == "VERB" and CUT_PARTICIPLE.search(text):
        raise Refused("what a participle tells is cut off")
    if LEANING.match(text):
        raise Refused(f"« {text} » points outside the sentence")


def cuts_quoted(document: Document, kept: list[Token]) -> bool:
    """« avec la mention « | N. B. | … »: whether a phrase that begins outside of a quotation holds some of its words, and not all."""
    outside = any(t.i not in document.quotations and t.pos != "PUNCT" for t in kept)
    return outside and cuts_quotation(document, {t.i for t in kept})


def is_second(document: Document, token: Token, head: Token) -> bool:
    """« d’une voix | le prix X »: whether a noun with an article, and no preposition or comma, was hung on the head of a phrase."""
    determiner = document.child(token, "det")
    opens = determiner is not None and determiner.i == head.i + 1 and determiner.text.lower() in ("le", "la", "les", "l’", "l'")
    return opens and token.pos == "NOUN" and token.head == head.i and token.dep in ("nmod", "appos") and document.child(token, "case") is None


def is_cut_off(document: Document, name: Token, kept: list[Token]) -> bool:
    """« les syndicats X | , Y et Z »: whether a list of names goes on behind a phrase that has only its first."""
    last = max(t.i for t in kept)
    following = document.tokens[last + 1 : last + 3]
    listed = len(following) == 2 and following[0].text == "," and following[1].pos == "PROPN"
    listed = listed and (following[1].dep == "conj" or (following[1].dep == "appos" and document.child(following[1], "conj") is not None))
    return name.i == last and listed and document.head(following[1]) in kept


def _is_supposed(document: Document, noun: Token, kept: list[Token]) -> bool:
    """Whether a clause left out of the phrase of `noun` tells what such a thing would do, or has to."""
    after = document.after(noun)
    clauses = (t for t in document.children(noun, "acl:relcl") if t not in kept)
    verbs = (v for t in clauses for v in (t, *document.children(t, "aux:tense", "cop", "aux:pass")))
    close = after is not None and after.text.lower().rstrip("’'") in RELATIVES
    return close and any(v.has("Mood=Cnd") or v.has("Mood=Sub") for v in verbs)


def _is_someone(reading: Reading, token: Token) -> bool:
    return token.i in reading.links or person_of(reading, token) is not None


def _owner_of(reading: Reading, kept: list[Token]) -> str:
    """What « dont » takes up before a subject: « le Rwanda, dont 1 200 soldats » -> « le Rwanda ». Raises Refused if it is no known thing."""
    document = reading.document
    away = (t for owned in kept for t in document.children(owned, "nmod") if t.i < kept[0].i)  # « dont le maire a fixé le coût »
    relative = next((t for t in (*kept, *away) if t.text.lower() == "dont"), None)
    if relative is None:
        return ""
    clause = next((t for t in document.ancestors(relative) if t.dep == "acl:relcl"), None)
    whole = _carrier(document, document.head(clause)) if clause is not None else None
    before = document.before(relative)
    before = document.before(before) if before is not None and before.text == "," else before
    if before is not None and before.text == ")":
        opened = next((t for t in reversed(document.tokens[: before.i]) if t.text == "("), before)
        before = document.before(opened)
    if whole is None or before is None or before not in document.subtree(whole) or before.i < whole.i:
        raise Refused("« dont » points outside the sentence")
    if not before.name and before is not whole and _is_definite_under(document, before, whole):
        raise Refused("« dont » may take up either of two")  # « la question du domestique, dont les gages … »
    phrase = read_phrase(reading, before if before.name else whole, "owner", subject=True)
    if len(phrase.entities) > 1 or not (phrase.entities or is_definite(phrase)):
        raise Refused("« dont » points outside the sentence")
    said = say_entity(phrase.entities[0]) if phrase.entities else phrase.text
    if ORDINALS.search(said) and any(ORDINALS.match(t.text) for t in kept):
        raise Refused("one of a row, of another one of it")  # « le 77e festival, dont la 78e édition »
    return said


def _carrier(document: Document, noun: Token) -> Token:
    """« projet » of « le projet de loi sur le tabac, dont le texte … »: what is on, against or for a thing has its parts, and not the thing."""
    case = document.child(noun, "case")
    above = document.head(noun)
    if noun.dep != "nmod" or case is None or case.text.lower() not in ("sur", "contre", "pour") or above.pos != "NOUN":
        return noun
    bare = above.dep == "nmod" and document.child(above, "det") is None  # « loi » of « projet de loi »
    return document.head(above) if bare and document.head(above).pos == "NOUN" else above


def _is_definite_under(document: Document, last: Token, noun: Token) -> bool:
    """Whether `last`, a noun with the definite article, hangs on `noun`: a relative clause behind it may tell of either."""
    article = document.child(last, "det")
    case = document.child(last, "case")
    definite = (article is not None and article.text.lower() in ("le", "la", "l’", "l'", "les")) or (case is not None and case.text.lower() in FUSED)
    return last.pos == "NOUN" and last.dep == "nmod" and last.head == noun.i and definite


def _before_aside(kept: list[Token], head: Token) -> list[Token]:
    """The words up to the comma that opens an aside after the head. Raises Refused if it opens before it."""
    comma = next((i for i, t in enumerate(kept) if t.text == "," and t.i > head.i), None)
    if comma is None or any(t.text == "," and t.i < head.i for t in kept):
        raise Refused(f"« {' '.join(t.text for t in kept)} » is broken by an aside")
    return kept[:comma]


def _taken_from(reading: Reading, noun: Token, pronoun: Token, role: str) -> Phrase:
    """The phrase of `noun` where `pronoun` stands for it, as a thing that is known by now: « un spectacle » -> « le spectacle »."""
    phrase = read_phrase(reading, noun, role)
    latter = is_latter(reading.document, pronoun)
    away = phrase.marker and pronoun.text.lower() not in NEAREST and not latter
    if away or reading.document.child(noun, "conj") or (phrase.count and not latter):
        raise Refused(f"nothing in the article is sure to be meant by « {pronoun.text} »")
    text = phrase.text if is_definite(phrase) else as_definite(reading, noun)
    return replace(phrase, text=text, marker="", count="", span=pronoun.span, taken_up=(*phrase.taken_up, phrase.span))


def _with_holder(text: str, owner: tuple[int, Entity], kept: list[Token]) -> str:
    """A function with its holder's name after it, if the name is not there already; a long function gives way to the name."""
    if any(t.i == owner[0] for t in kept):
        return text
    alone = len(text.split()) > LONGEST_TITLE or re.match(r"une? ", text)  # « un diplomate à la retraite, X »
    return owner[1].name if alone else f"{text} {owner[1].name}"


def _stands_for_others(head: Token, entities: tuple[Entity, ...]) -> bool:
    return (
        bool(entities)
        and not head.name
        and (head.pos == "NOUN" or head.lemma == "dernier")
        and not any(plain(head.text) in plain(e.name) for e in entities)
    )


def _opens_name(reading: Reading, head: Token, entities: tuple[Entity, ...]) -> bool:
    """« ce salon » that stands for « le Salon du cuir »: a common noun, which tells nothing that the name does not."""
    determiner = reading.document.child(head, "det")
    shown = determiner is not None and determiner.text.lower() in word_set("grammar", "demonstratives")
    return shown and head.pos == "NOUN" and not head.name and len(entities) == 1 and plain(entities[0].name).startswith(f"{plain(head.text)} ")


def _resolved(reading: Reading, head: Token, role: str, entities: tuple[Entity, ...]) -> Phrase:
    if not entities:
        raise Refused(f"nothing in the article is sure to be meant by « {head.text} »")
    marker, _ = read_marker(reading.document, head)
    text = say_list(entities)
    if len(entities) == 1 and head.pos == "NOUN":
        marker, text = say_place(marker, entities[0])
    kinds = {e.kind for e in entities}
    phrase = Phrase(
        role=role, text=text, span=head.span, marker=marker, head=head.lemma, entities=entities,
        kind=kinds.pop() if len(kinds) == 1 else "thing", number="p" if len(entities) > 1 else "s",
    )  # fmt: skip
    return _with_entity_grammar(phrase, reading.document)


def _with_entity_grammar(phrase: Phrase, document: Document) -> Phrase:
    """The gender and number of the thing itself; an unknown gender stays empty."""
    if len(phrase.entities) == 1:
        entity = phrase.entities[0]
        if phrase.kind == "person" or entity.gender:
            return replace(phrase, gender=entity.gender, number=entity.number)
        return replace(phrase, number="p") if entity.number == "p" else phrase
    elif phrase.entities:
        genders = {e.gender for e in phrase.entities}
        gender = "" if "" in genders else "f" if genders == {"f"} else "m"
        return replace(phrase, gender=gender, number="p")
    return phrase


def entities_of(reading: Reading, head: Token) -> tuple[Entity, ...]:
    """What `head` and the names coordinated with it stand for; empty if any of them stands for nothing known."""
    parts = [head, *reading.document.children(head, "conj")]
    found = [reading.links.get(t.i, ()) for t in parts]
    if len(parts) > 1 and head.pos == "NOUN":
        owners = [person_of(reading, t) for t in parts]
        found = [(owner[1],) if owner else linked or _body_of(reading, t) for t, owner, linked in zip(parts, owners, found, strict=True)]
    return tuple(dict.fromkeys(e for entities in found for e in entities)) if all(found) else ()


def person_of(reading: Reading, head: Token) -> tuple[int, Entity] | None:
    """The person named beside a function noun, with the index of the name: « le président français X » -> X."""
    document = reading.document
    following = document.after(head)
    if is_inhabitant(head.text) and following is not None and following.name == "PER" and (entity := reading.entity(following)):
        return following.i, entity  # « l’Italienne X »
    for token in (head, *document.children(head, "appos", "nmod", "flat")):
        entity = reading.entity(token)
        if head.name == "" and is_named_after(head.lemma):
            return None  # « le gouvernement X », « la loi X » is not X
        beside = token is head or (head.pos == "NOUN" and not document.children(token, "case") and _is_beside(document, head, token))
        if token.name and entity and entity.kind == "person" and beside:
            several = token is not head and head.has("Number=Plur") and document.child(token, "conj") is not None
            return None if several else (token.i, entity)  # « les astronomes X et Y » are not X
    return None


def _body_of(reading: Reading, noun: Token) -> tuple[Entity, ...]:
    """The body named right after its noun: « la compagnie X »."""
    name = reading.document.after(noun)
    beside = name is not None and name.name and name.head == noun.i and noun.pos == "NOUN"
    return tuple(e for e in reading.links.get(name.i, ()) if e.kind == "organisation") if beside and name is not None else ()


def _is_beside(document: Document, head: Token, name: Token) -> bool:
    """Whether nothing but what belongs to `head`, or a comma after a function, stands before the name."""
    between = document.tokens[head.i + 1 : name.i]
    chosen = (
        between[:1] if between and between[0].dep == "acl" and between[0].has("VerbForm=Part", "Tense=Past") else ()
    )  # « l’architecte retenue, X, »
    if name.i < head.i or any(t.pos in ("VERB", "AUX", "CCONJ") and t not in chosen for t in between):
        return False
    comma = any(t.text == "," for t in between)
    return is_function(head.lemma) or not comma


def _is_open(token: Token, reading: Reading, *, subject: bool) -> bool:
    """Whether `token` needs another sentence to be understood."""
    low = token.text.lower()
    if token.pos == "PRON":
        return "Reflex=Yes" not in token.feats and not (low in ("qui", "que", "dont", "où") or low in ("tout", "tous", "toute", "toutes"))
    if low in word_set("grammar", "demonstratives") and token.pos == "DET":
        noun = reading.document.head(token)
        known = any(known(reading.document, noun) for known in (is_established, is_retold, tells_deed)) or complete(reading, noun)[0]
        return not (known or (noun.i != token.i and full_again(reading, noun, kept_tokens(reading.document, noun, reading)) is not None))
    if low in word_set("grammar", "possessives") and token.pos == "DET":
        if low in word_set("grammar", "own"):
            return not is_everyones(reading.document, token)
        return subject and owning_noun(reading, token) is None
    if token.dep in ("nmod", "obl") and low in dates.WEEKDAYS:
        return True
    if low == "pays" and not token.has("Number=Plur") and is_bare(reading.document, token, kept_tokens(reading.document, token, reading)):
        return True  # « le nord du pays », where no country is sure
    return low in word_set("grammar", "pointing") and not joins(reading.document, token)


def kind_of_phrase(document: Document, head: Token, entities: tuple[Entity, ...], text: str) -> str:
    """The kind of thing that a phrase stands for: of its entities, or of its noun."""
    kinds = {e.kind for e in entities}
    if len(kinds) == 1:
        return kinds.pop()
    if dates.find_date(text) and (head.lemma in dates.MONTHS or re.fullmatch(r"(en |le )?\d{4}|.*\b\d{4}", text)) and is_date(text):
        return "time"
    if head.lemma in word_set("nouns", "durations") and (document.child(head, "nummod") or ONE_SPAN.fullmatch(text)):
        return "duration"
    if is_people(head.text):
        return "people"
    for name, kind in (("functions", "person"), ("organisations", "organisation"), ("countries", "country"), ("seas", "sea"), ("places", "region")):
        if head.lemma in word_set("nouns", name):
            return kind
    return "thing"


def is_definite(phrase: Phrase) -> bool:
    """Whether a phrase begins with the definite article."""
    return phrase.text.lower().startswith(("le ", "la ", "les ", "l’"))
