"""Noun phrases: from a head word to a `Phrase` that can be said alone, or the reason why it cannot.

A phrase keeps what is needed to know the thing (determiner, adjectives, complements, coordination) and drops what only
hangs on (relative clauses, asides). Names are said in full; a phrase with a pronoun that nothing stands for is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr import dates
from quizgen.langs.fr.geography import find_country, is_people, is_place_adjective, plain
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.mentions import fuller_mention, is_established, noun_antecedent
from quizgen.langs.fr.morphology import elide, is_future, join_preposition, lower_first, starts_with_vowel
from quizgen.langs.fr.names import organisations
from quizgen.model import Document, Entity, Phrase, Reading, Span, Token

DROPPED = (
    "acl:relcl",
    "advcl",
    "parataxis",
    "ccomp",
    "csubj",
    "discourse",
    "vocative",
    "dep",
    "cop",
    "nsubj",
    "nsubj:pass",
    "aux:pass",
    "aux:tense",
    "mark",
    "dislocated",
    "orphan",
)
TITLES = ("M.", "MM.", "Mme", "Mmes", "Mlle", "M")
LONGEST_TITLE = 8  # words of a function that may stand before its holder's name
LONGEST_ASIDE = 6  # tokens of a participial clause that may stay in a phrase
LONGEST_TELLING = 14  # of one that says of what a thing is the first or the only one
PLACES = ("country", "city", "region", "sea")
FUSED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}


class Refused(Exception):
    """A phrase or clause that cannot be said alone; the message is the reason."""


def read_phrase(reading: Reading, head: Token, role: str, *, subject: bool = False) -> Phrase:
    """The phrase of `head`. Raises Refused if it holds something that only the article explains."""
    document = reading.document
    if moment := read_moment(reading, head, role):
        return moment
    entities = entities_of(reading, head)
    noun = noun_antecedent(reading, head) if head.pos == "PRON" and not entities else None
    if noun is not None:
        return _taken_from(reading, noun, head, role)
    compatriot = is_people(head.text) and len(entities) == 1 and entities[0].kind == "person"
    if head.pos == "PRON" or compatriot or _stands_for_others(head, entities):
        return _resolved(reading, head, role, entities)
    kept = kept_tokens(document, head, reading)
    whole, kept = _owner_of(reading, kept), [t for t in kept if t.text.lower() != "dont"]
    kept = [t for t in kept if not (t.text.lower() in ("que", "qu’", "qu'") and t.dep == "advmod")]  # « ne … que onze élèves »
    marker, article = read_marker(document, head)
    owner = person_of(reading, head)
    comma = next((t for t in kept if t.text == "," and owner and head.i < t.i < owner[0]), None)
    if comma is not None:
        kept = [t for t in kept if t.i < comma.i]
    blocked = [t for t in kept if t.i not in reading.links and _is_open(t, reading, subject=subject)]
    if blocked and not owner:
        raise Refused(f"« {blocked[0].text} » points outside the sentence")
    text = say_tokens(reading, kept, article)
    full = fuller_mention(reading, head) if not entities and _is_bare(document, head, kept) else None
    if full is not None:
        entities, text = entities_of(reading, full), _as_definite(reading, full)
    if owner and not document.child(head, "conj"):
        entities = (owner[1],)
        text = owner[1].name if blocked else _with_holder(text, owner, kept)
    if len(entities) > 1 and marker in ("", "de", "à") and all(_is_someone(reading, t) for t in (head, *document.children(head, "conj"))):
        text = say_list(entities)
    if len(entities) == 1 and entities[0].kind == "country" and text == entities[0].name and marker != "en":
        text = say_entity(entities[0])
    if any(t.text == "," for t in kept) and " et " not in text and len(entities) < 2:
        kept = _before_aside(kept, head, text)
        text = say_tokens(reading, kept, article)
    text = f"{text} {join_preposition('de', whole)}" if whole else text
    if re.match(r"l[ea]s? (seule?s?|premi[eè]re?s?|derni[eè]re?s?|rares) ", text) and any(
        t.dep.startswith("acl") and t not in kept for t in document.children(head)
    ):
        raise Refused(f"« {text} » lacks what makes it the only one")
    if re.match(r"(dont|soit|ni|auprès|parmi|selon|envers|hors|chez) |.*\b(même|mêmes|tel|telle|tels|telles)\b", text) or text.startswith(
        ("et ", "ou ")
    ):
        raise Refused(f"« {text} » points outside the sentence")
    span = Span(start=kept[0].span.start, end=kept[-1].span.end)
    number = "p" if head.has("Number=Plur") or document.child(head, "conj") else "s"
    phrase = Phrase(
        role=role, text=text, span=span, marker=marker, head=(full or head).lemma, entities=entities, number=number,
        gender="f" if (full or head).has("Gender=Fem") else "m", kind=kind_of_phrase(document, head, entities, text),
        named=any(t.name or t.i in reading.links or is_place_adjective(t.lemma) or is_proper(t) for t in kept),
    )  # fmt: skip
    if phrase.kind == "people" and phrase.number == "s" and not owner and (len(kept) < 3 or phrase.entities):
        raise Refused(f"« {text} »: one of a people, not named")
    return _with_entity_grammar(_with_count(reading, phrase, head, kept), document)


def _is_someone(reading: Reading, token: Token) -> bool:
    return token.i in reading.links or person_of(reading, token) is not None


def _owner_of(reading: Reading, kept: list[Token]) -> str:
    """What « dont » takes up before a subject: « le Rwanda, dont 1 200 soldats » -> « le Rwanda ». Raises Refused if it is no known thing."""
    document = reading.document
    relative = next((t for t in kept if t.text.lower() == "dont"), None)
    if relative is None:
        return ""
    clause = next((t for t in document.ancestors(relative) if t.dep == "acl:relcl"), None)
    whole = document.head(clause) if clause is not None else None
    before = document.before(relative)
    before = document.before(before) if before is not None and before.text == "," else before
    if before is not None and before.text == ")":
        opened = next((t for t in reversed(document.tokens[: before.i]) if t.text == "("), before)
        before = document.before(opened)
    if whole is None or before is None or before not in document.subtree(whole) or before.i < whole.i:
        raise Refused("« dont » points outside the sentence")
    phrase = read_phrase(reading, before if before.name else whole, "owner", subject=True)
    if len(phrase.entities) > 1 or not (phrase.entities or is_definite(phrase)):
        raise Refused("« dont » points outside the sentence")
    return say_entity(phrase.entities[0]) if phrase.entities else phrase.text


def _before_aside(kept: list[Token], head: Token, text: str) -> list[Token]:
    """The words up to the comma that opens an aside after the head. Raises Refused if it opens before it."""
    comma = next((i for i, t in enumerate(kept) if t.text == "," and t.i > head.i), None)
    if comma is None or any(t.text == "," and t.i < head.i for t in kept):
        raise Refused(f"« {text} » is broken by an aside")
    return kept[:comma]


def _taken_from(reading: Reading, noun: Token, pronoun: Token, role: str) -> Phrase:
    """The phrase of `noun` where `pronoun` stands for it, as a thing that is known by now: « un spectacle » -> « le spectacle »."""
    phrase = read_phrase(reading, noun, role)
    if phrase.marker or reading.document.child(noun, "conj") or phrase.count:
        raise Refused(f"nothing in the article is sure to be meant by « {pronoun.text} »")
    return replace(phrase, text=_as_definite(reading, noun), span=pronoun.span)


def _is_bare(document: Document, head: Token, kept: list[Token]) -> bool:
    """Whether a phrase is a definite article or a demonstrative, and a noun."""
    determiner = document.child(head, "det")
    swallowed = any(t.text.lower() in FUSED for t in document.children(head, "case"))
    known = swallowed or (
        determiner is not None and determiner.text.lower() in ("le", "la", "les", "l’", "l'", *word_set("grammar", "demonstratives"))
    )
    return known and head.pos == "NOUN" and all(t is head or t is determiner for t in kept)


def _as_definite(reading: Reading, noun: Token) -> str:
    """The phrase of `noun` with the definite article."""
    kept = [t for t in kept_tokens(reading.document, noun, reading) if t.dep != "det" or t.head != noun.i]
    comma = next((i for i, t in enumerate(kept) if t.text == "," and t.i > noun.i), len(kept))
    said = say_tokens(reading, kept := kept[:comma])
    return f"{article_for(noun, said)}{lower_first(said) if kept[0].pos != 'PROPN' and not kept[0].name else said}"


def _with_holder(text: str, owner: tuple[int, Entity], kept: list[Token]) -> str:
    """A function with its holder's name after it, if the name is not there already; a long function gives way to the name."""
    if any(t.i == owner[0] for t in kept):
        return text
    return f"{text} {owner[1].name}" if len(text.split()) <= LONGEST_TITLE else owner[1].name


def is_proper(token: Token) -> bool:
    """Whether a word is a name that the recogniser may have missed."""
    return token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 1


def read_moment(reading: Reading, head: Token, role: str) -> Phrase | None:
    """A date as a phrase, its year found from the article's date; None if `head` is no date."""
    document = reading.document
    if (period := read_period(document, head)) is not None:
        return period
    following = document.after(head)
    ahead = following is not None and following.text.lower() in ("prochain", "suivant")
    iso = dates.resolve_date(head.text, document.article.date, ahead=ahead) or dates.resolve_near(
        head.text, document.article.date, this=any(t.text.lower() == "ce" for t in document.children(head, "det"))
    )
    iso = iso or dates.resolve_relative(_moment_words(document, head), document.article.date, ahead=looks_ahead(document, head))
    if iso is None:
        return None
    marker, _ = read_marker(document, head)
    marker = "" if marker.startswith("il y") else marker
    said = dates.say_date(iso)
    day = iso.count("-") == 2
    marker = "" if day and marker in ("à", "en") else marker
    return Phrase(
        role="time" if marker in ("", "en", "depuis", "avant", "après", "jusque", "dès", "de") else role, text=f"le {said}" if day else said,
        span=head.span, marker=marker or ("" if day else "en"), kind="time", head=head.lemma, named=True,
    )  # fmt: skip


def read_period(document: Document, head: Token) -> Phrase | None:
    """A time that begins at `head` and is longer than a date: « de 2002 à 2007 », « du 2 au 12 août », « fin juin »."""
    start = head.span.start
    text = document.article.text[max(0, start - 8) : start + 60]
    found = dates.find_period(text, min(8, start), document.article.date, ahead=looks_ahead(document, head))
    if found is None:
        return None
    said, first, last = found
    offset = max(0, start - 8)
    return Phrase(role="time", text=said, span=Span(start=offset + first, end=offset + last), kind="time", head=head.lemma, named=True)


def _moment_words(document: Document, head: Token) -> str:
    """The words of a time told by the day of writing: « vendredi soir », « l'an dernier », « il y a deux mois »."""
    if head.lemma not in word_set("nouns", "durations") and head.text.lower() not in (*dates.WEEKDAYS, *dates.MONTHS):
        return ""
    words = [t for t in document.subtree(head) if t.pos != "PUNCT" and (t.dep != "case" or t.text.lower() in ("il", "en"))]
    if any(t.dep in ("acl", "acl:relcl", "conj", "appos") for t in words if t.i != head.i):
        return ""
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return re.sub(r"^d['’]", "", document.text(span))


def looks_ahead(document: Document, token: Token) -> bool | None:
    """Whether the verb above tells what is to come (True) or what has been (False); None if its form does not say."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX") or document.child(t, "cop", "aux:pass")), None)
    if verb is None:
        return None
    helpers = document.children(verb, "aux:tense", "aux:pass", "cop")
    finite = next((t for t in (*helpers, verb) if t.has("VerbForm=Fin")), None)
    if finite is None:
        return None
    infinitive = any(t.has("VerbForm=Inf") for t in document.children(verb, "xcomp"))
    awaited = verb.lemma in word_set("verbs", "awaited") and finite.has("Tense=Pres") and not any(t.dep == "aux:tense" for t in helpers)
    if (
        finite.has("Tense=Fut")
        or finite.has("Mood=Cnd")
        or is_future(finite.text, finite.lemma)
        or awaited
        or (infinitive and verb.lemma in ("aller", "devoir") and finite.has("Tense=Pres"))
    ):
        return True
    past = finite.has("Tense=Past") or finite.has("Tense=Imp") or any(t.dep == "aux:tense" for t in helpers)
    return False if past else None


def _stands_for_others(head: Token, entities: tuple[Entity, ...]) -> bool:
    return bool(entities) and not head.name and head.pos == "NOUN" and not any(plain(head.text) in plain(e.name) for e in entities)


def _resolved(reading: Reading, head: Token, role: str, entities: tuple[Entity, ...]) -> Phrase:
    if not entities:
        raise Refused(f"nothing in the article is sure to be meant by « {head.text} »")
    marker, _ = read_marker(reading.document, head)
    text = say_list(entities)
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
        found = [(owner[1],) if owner else linked for owner, linked in zip(owners, found, strict=True)]
    return tuple(dict.fromkeys(e for entities in found for e in entities)) if all(found) else ()


def person_of(reading: Reading, head: Token) -> tuple[int, Entity] | None:
    """The person named beside a function noun, with the index of the name: « le président français X » -> X."""
    document = reading.document
    following = document.after(head)
    if is_people(head.text) and following is not None and following.name == "PER" and (entity := reading.entity(following)):
        return following.i, entity  # « l’Italienne X »
    for token in (head, *document.children(head, "appos", "nmod", "flat")):
        entity = reading.entity(token)
        if head.name == "" and is_named_after(head.lemma):
            return None  # « le gouvernement X », « la loi X » is not X
        beside = token is head or (head.pos == "NOUN" and not document.children(token, "case") and _is_beside(document, head, token))
        if token.name and entity and entity.kind == "person" and beside:
            return token.i, entity
    return None


def is_named_after(lemma: str) -> bool:
    """Whether a noun takes a person's name without being that person: « le gouvernement X », « la loi X »."""
    return any(lemma in word_set("nouns", key) for key in ("named_after", "organisations", "groups", "places", "forces"))


def _is_beside(document: Document, head: Token, name: Token) -> bool:
    """Whether nothing but what belongs to `head`, or a comma after a function, stands before the name."""
    between = document.tokens[head.i + 1 : name.i]
    if name.i < head.i or any(t.pos in ("VERB", "AUX", "CCONJ") for t in between):
        return False
    comma = any(t.text == "," for t in between)
    return is_function(head.lemma) or not comma


def is_function(lemma: str) -> bool:
    """Whether a noun names a function, a former or deputy one too (« ex-ministre », « vice-présidente »)."""
    return lemma in word_set("nouns", "functions") or lemma.partition("-")[2] in word_set("nouns", "functions")


def kept_tokens(document: Document, head: Token, reading: Reading | None = None) -> list[Token]:
    """The words of the phrase of `head` without its preposition: one unbroken run around the head."""
    keep = {head.i}
    _collect(document, head, keep, reading.links if reading else {})
    case = {f.i for t in document.children(head, "case") for f in (t, *document.children(t, "fixed"))}
    first = last = head.i
    while first - 1 in keep and first - 1 not in case:
        first -= 1
    while last + 1 in keep or _bridges(document, last + 1, keep, head):
        last += 1
    while last > head.i and document.tokens[last].pos in ("PUNCT", "CCONJ", "ADP", "DET"):
        last -= 1
    return list(document.tokens[first : last + 1])


def _collect(document: Document, token: Token, keep: set[int], links: dict[int, tuple[Entity, ...]]) -> None:
    for child in document.children(token):
        if child.dep in DROPPED or (child.pos == "PUNCT" and child.text not in ("«", "»", "-", "/", '"', "“", "”")):
            continue
        if (token.name or token.text in word_set("nouns", "units")) and (dates.PARTS.fullmatch(child.text) or child.text.lower() in ("début", "fin")):
            continue  # « à Gao le 5 juin 2020 »: the day is no part of the name
        if child.text.lower() in dates.WEEKDAYS and document.child(child, "case") is None:
            continue
        if child.pos == "PRON" and child.text.lower() in ("lui", "elle", "eux", "elles") and document.child(child, "case") is None:
            continue  # « la Norvège, elle, »
        if child.dep == "acl" and any(t.text.lower() in dates.WEEKDAYS for t in document.subtree(child)):
            continue
        if (child.dep == "appos" and _is_aside(document, child)) or (child.dep in ("appos", "conj") and len(links.get(child.i, ())) > 1):
            continue
        only = any(t.lemma in ("seul", "premier", "dernier") for t in document.children(token, "amod"))
        longest = LONGEST_TELLING if only else LONGEST_ASIDE
        if child.dep == "acl" and (_is_aside(document, child) or len(document.subtree(child)) > longest):
            continue
        keep.add(child.i)
        _collect(document, child, keep, links)


def _is_aside(document: Document, child: Token) -> bool:
    """Whether a comma, dash or bracket parts `child` from what stands before it."""
    first = document.subtree(child)[0]
    before = document.before(first)
    return (before is not None and before.text in (",", "(", "–", "—", "-", ":")) or first.text in (",", "(", "–", "—", ":")


def _bridges(document: Document, i: int, keep: set[int], head: Token) -> bool:
    """Whether the comma at `i` is one of a list (« A, B et C »)."""
    if i >= len(document.tokens) or document.tokens[i].text != "," or i + 1 not in keep:
        return False
    following = document.tokens[i + 1]
    return any(t.dep == "conj" for t in (following, *document.ancestors(following)) if t.i > i)


def read_marker(document: Document, head: Token) -> tuple[str, str]:
    """(preposition without article, article it has swallowed): « du » -> (« de », « le »)."""
    words = [t for t in document.children(head, "case") if t.i < head.i]
    words = [f for t in words for f in (t, *document.children(t, "fixed"))]
    if not words:
        return "", ""
    text = " ".join(t.text.lower().replace("'", "’") for t in sorted(words, key=lambda t: t.i)).replace("’ ", "’")
    lead, _, last = text.rpartition(" ")
    if last in FUSED and not document.child(head, "det"):
        base, article = FUSED[last]
        return f"{lead} {base}".strip(), article
    if last in FUSED and lead == "le long":
        return "le long de", FUSED[last][1]
    return re.sub(r"d’$", "de", text), ""


def _is_open(token: Token, reading: Reading, *, subject: bool) -> bool:
    """Whether `token` needs another sentence to be understood."""
    low = token.text.lower()
    if token.pos == "PRON":
        return "Reflex=Yes" not in token.feats and not (low in ("qui", "que", "dont", "où") or low in ("tout", "tous", "toute", "toutes"))
    if low in word_set("grammar", "demonstratives") and token.pos == "DET":
        return not is_established(reading.document, reading.document.head(token))
    if low in word_set("grammar", "possessives") and token.pos == "DET":
        return subject or low in word_set("grammar", "own")
    if token.dep in ("nmod", "obl") and low in dates.WEEKDAYS:
        return True
    return low in word_set("grammar", "pointing")


def say_tokens(reading: Reading, tokens: list[Token], article: str = "") -> str:
    """The words of `tokens`, names in full, without asides and footnote marks."""
    said, after = "", ""
    taken_up = _taken_up(reading, tokens)
    for token in tokens:
        if token.pos == "DET" and token.i in reading.links:
            owner = reading.links[token.i]
            after = f" {join_preposition('de', say_list(owner))}"
            said += article_for(reading.document.head(token), reading.document.tokens[token.i + 1].text)
            continue
        if token.pos == "DET" and token.text.lower() in word_set("grammar", "demonstratives"):
            said += article_for(reading.document.head(token), reading.document.tokens[token.i + 1].text)
            continue
        word = taken_up.get(token.i)
        if word == "" or (token.text in TITLES and _names_person(reading, token.i + 1)):
            continue
        word = word or _word(reading, token, full=token is tokens[0] or token.dep in ("conj", "appos", "flat:name", "flat:foreign", "nsubj", "obj"))
        if said.endswith(("d’", "d'")) and not starts_with_vowel(word):
            said = said[:-2] + "de "
        elif said.endswith(" de ") and token.text != word and starts_with_vowel(word):
            said = said[:-2] + "’"
        said += word
        following = reading.document.article.text[token.span.end : token.span.end + 1]
        said += " " if following.isspace() else ""
    said = re.sub(r"\s*\[\d+\]|\s*\([^)]*\)", "", said).strip(" ,;:–-")
    if said.count("«") != said.count("»"):
        said = said.replace("«", "").replace("»", "").strip()
    said += after
    for apart, fused in (("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux ")):
        said = re.sub(rf"(?<![\w’]){apart}", fused, said)
    if article:
        said = elide(article, said) if article == "le" else f"{article} {said}"
    return said.replace("'", "’")


def _fuller_name(reading: Reading, noun: Token) -> Token | None:
    """The fuller mention of a bare noun inside a phrase, if a name stands in it: « capitale de la province » -> « de la province de Gao »."""
    document = reading.document
    if noun.pos != "NOUN" or not _is_bare(document, noun, kept_tokens(document, noun, reading)):
        return None
    full = fuller_mention(reading, noun)
    return full if full is not None and any(t.name for t in document.subtree(full)) else None


def article_for(noun: Token, following: str) -> str:
    """The definite article of a noun, before the word that follows it: « les », « l’ »."""
    if noun.has("Number=Plur"):
        return "les "
    return "l’" if starts_with_vowel(following) else "la " if noun.has("Gender=Fem") else "le "


def _names_person(reading: Reading, i: int) -> bool:
    return any(e.kind == "person" for e in reading.links.get(i, ()))


def _taken_up(reading: Reading, tokens: list[Token]) -> dict[int, str]:
    """Words that take up a named thing (« de l’alliance militaire ») -> its name, at the last of them; "" at the others."""
    said: dict[int, str] = {}
    for token in tokens[1:]:
        entity = reading.entity(token)
        case = reading.document.child(token, "case")
        if entity is None and case in tokens and (full := _fuller_name(reading, token)):
            run = [case, *(t for t in kept_tokens(reading.document, token) if t.i > case.i)]
            said |= {t.i: "" for t in run}
            said[run[-1].i] = join_preposition(read_marker(reading.document, token)[0], _as_definite(reading, full))
            continue
        if entity is None or token.name or token.pos != "NOUN" or case is None or case not in tokens:
            continue
        run = [case, *(t for t in kept_tokens(reading.document, token) if t.i > case.i)]
        marker, _ = read_marker(reading.document, token)
        said |= {t.i: "" for t in run}
        said[run[-1].i] = join_preposition(marker, say_entity(entity))
    return said


def _word(reading: Reading, token: Token, *, full: bool) -> str:
    """A word as said: a person's name in full, but not inside « le test de Rorschach »."""
    entity = reading.entity(token)
    if token.name and entity and entity.kind == "person" and full:
        return entity.name
    first = reading.document.sentence_of(token).first == token.i
    if first and token.pos not in ("PROPN",) and not token.name:
        return lower_first(token.text)
    return token.text.lower() if token.pos == "DET" and token.text.istitle() else token.text


def say_list(entities: tuple[Entity, ...]) -> str:
    """« l’Espagne, la France et le Danemark ». Raises ValueError without any."""
    *lead, last = map(say_entity, entities)
    return f"{', '.join(lead)} et {last}" if lead else last


def say_entity(entity: Entity) -> str:
    """An entity's name with the article that it takes: « l’Espagne », « le FMI », « Genève »."""
    country = find_country(entity.name)
    if country:
        article = country.article
    elif (
        entity.kind in ("organisation", "sea", "region")
        and entity.gender
        and (entity.with_article or entity.kind == "sea")
        and (plain(entity.name) in organisations() or entity.kind != "region")
    ):
        article = "les" if entity.number == "p" else "l’" if starts_with_vowel(entity.name) else {"m": "le", "f": "la"}[entity.gender]
    else:
        article = ""
    return f"{article}{entity.name}" if article.endswith("’") else f"{article} {entity.name}".strip()


def kind_of_phrase(document: Document, head: Token, entities: tuple[Entity, ...], text: str) -> str:
    """The kind of thing that a phrase stands for: of its entities, or of its noun."""
    kinds = {e.kind for e in entities}
    if len(kinds) == 1:
        return kinds.pop()
    if dates.find_date(text) and (head.lemma in dates.MONTHS or re.fullmatch(r"(en |le )?\d{4}|.*\b\d{4}", text)) and is_date(text):
        return "time"
    if head.lemma in word_set("nouns", "durations") and document.child(head, "nummod"):
        return "duration"
    if is_people(head.text):
        return "people"
    for name, kind in (("functions", "person"), ("organisations", "organisation"), ("countries", "country"), ("seas", "sea"), ("places", "region")):
        if head.lemma in word_set("nouns", name):
            return kind
    return "thing"


def is_date(text: str) -> bool:
    """Whether `text` is one date with its year and nothing else: « le 5 mai 2019 », « 2004 »."""
    found = dates.find_date(text)
    return found is not None and found[2] == len(text) and text[: found[1]].strip() in ("", "le", "en", "l’année", "dès")


def _with_count(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase:
    """`phrase` with the number in it and what is counted, if there is one."""
    document = reading.document
    number = document.child(head, "nummod")
    if number is not None and head.lemma in word_set("nouns", "durations") and not document.children(head, "nmod"):
        lead = approximation(document, number)
        return replace(phrase, kind="duration", text=phrase.text if phrase.text.startswith(lead) else f"{lead}{phrase.text}")
    if head.lemma in word_set("nouns", "measures") and number is not None and not number.text[:1].isdigit():
        return _with_measure(reading, phrase, head, kept)
    if number is None or number.i > head.i or phrase.kind in ("time",):
        return _with_measure(reading, phrase, head, kept)
    if number.text.lower() in ("un", "une", "deux") and any(t.text.lower() in ("les", "ces") for t in document.children(head, "det")):
        return phrase
    if head.lemma in word_set("nouns", "units") or head.text in word_set("nouns", "units"):
        return replace(phrase, kind="measure")
    if any(document.child(c, "nummod") or document.child(c, "det") for c in document.children(head, "conj")):
        return phrase  # « cinq hommes et une femme »: the number counts one part only
    counted = say_tokens(reading, [t for t in kept if t.i > number.i])
    if re.match(r"des \d", counted):
        return replace(phrase, count=approximation(document, number) + number.text, counted=counted)  # « 10 des 17 ministères »
    if re.match(r"(à|de|en|et|ou|contre|sur)\b|[A-Z]{2}", counted) or re.search(r"\d", counted):
        return phrase  # « de 2 à 3 milliards », « 178 voix contre 99 »: a pair of numbers
    words = [t for t in document.subtree(number) if t.i <= number.i and t.pos in ("NUM", "NOUN", "CCONJ")]
    lead = approximation(document, words[0])
    marker = "" if lead.startswith("jusqu’à") and phrase.marker.endswith("à") else phrase.marker
    return replace(phrase, count=lead + " ".join(t.text for t in words), counted=counted, marker=marker)


def _with_measure(reading: Reading, phrase: Phrase, head: Token, kept: list[Token]) -> Phrase:
    """« 3 millions d’euros », « une trentaine de pays »: the measure is the number."""
    measures = word_set("nouns", "measures") - {"concentration", "contingent", "groupe", "total"}
    complement = next((t for t in reading.document.children(head, "nmod", "obl") if t.i > head.i), None)
    if head.lemma not in measures or complement is None:
        return phrase
    marker, _ = read_marker(reading.document, complement)
    if marker != "de":
        return phrase
    counted = say_tokens(reading, [t for t in kept_tokens(reading.document, complement) if t in kept])
    first = next(t for t in kept if t.pos in ("NUM", "DET", "NOUN"))
    count = reading.document.text(Span(start=first.span.start, end=head.span.end))
    gender = "f" if complement.has("Gender=Fem") else "m"
    return replace(phrase, count=approximation(reading.document, first) + count, counted=counted, gender=gender, number="p") if counted else phrase


def approximation(document: Document, number: Token) -> str:
    """The words before a number that are part of it, with a space after: « plus de  », or empty."""
    start = document.sentence_of(number).span.start
    lead = document.article.text[start : number.span.start].lower().replace("'", "’")
    for words in sorted(word_set("grammar", "approximations"), key=len, reverse=True):
        if re.search(rf"(^|\W){re.escape(words)}\s*$", lead):
            return f"{words} "
    return ""


def is_relative_time(text: str) -> bool:
    """Whether a time is told by the day of writing (« la semaine prochaine », « vendredi »)."""
    words = re.findall(r"[\w’']+", text.lower())
    return not dates.find_date(text) and any(w in word_set("grammar", "relative_time") for w in words)


def is_definite(phrase: Phrase) -> bool:
    """Whether a phrase begins with the definite article."""
    return phrase.text.lower().startswith(("le ", "la ", "les ", "l’"))
