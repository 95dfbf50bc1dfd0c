"""The words of a phrase as they are said: names in full, articles, what a noun or « ce » takes up in the words of the fuller mention."""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.geography import find_country, plain
from quizgen.langs.fr.forms.morphology import elide, join_preposition, lower_first, starts_with_vowel
from quizgen.langs.fr.forms.nouns import is_proper
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import FUSED, kept_tokens, read_marker
from quizgen.langs.fr.reference.mentions import fuller_mention, owning_noun
from quizgen.langs.fr.reference.names import heads, organisations
from quizgen.langs.memory import remember
from quizgen.model import Document, Entity, Reading, Token

MINUS = re.compile(r"[-–−] ?\d")  # « -8 °C »
DETERMINERS = ("le", "la", "les", "l’", "l'", "tout", "toute", "tous", "toutes")


def is_bare(document: Document, head: Token, kept: list[Token], quality: Token | None = None) -> bool:
    """Whether a phrase is a definite article or a demonstrative, and a noun; a `quality` may stand between them."""
    determiner = document.child(head, "det")
    swallowed = any(t.text.lower() in FUSED for t in document.children(head, "case"))
    known = swallowed or (
        determiner is not None and determiner.text.lower() in ("le", "la", "les", "l’", "l'", *word_set("grammar", "demonstratives"))
    )
    return known and head.pos == "NOUN" and all(t in (head, determiner, quality) for t in kept)


def full_again(reading: Reading, head: Token, kept: list[Token]) -> Token | None:
    """The fuller mention of a bare noun, or of one with a quality that it has there too: « la nouvelle ligne », « la nouvelle ligne de tram »."""
    document = reading.document
    if is_bare(document, head, kept):
        return fuller_mention(reading, head)
    quality = document.before(head)
    if quality is None or quality.dep != "amod" or quality.head != head.i or not is_bare(document, head, kept, quality):
        return None
    full = fuller_mention(reading, head, vague=True)
    before = document.before(full) if full is not None else None
    return full if before is not None and before.lemma == quality.lemma else None


def as_definite(reading: Reading, noun: Token) -> str:
    """The phrase of `noun` with the definite article."""
    kept = [t for t in kept_tokens(reading.document, noun, reading) if t.dep != "det" or t.head != noun.i]
    joined = next((t for t in reading.document.children(noun, "conj") if t in kept and not noun.has("Number=Plur")), None)
    if joined is not None:  # « la direction de X et les syndicats »: the direction alone
        kept = [t for t in kept if t.i < min(c.i for c in (joined, *reading.document.children(joined, "cc", "det", "case")))]
    while kept[0] is not noun and kept[0].text.lower() in DETERMINERS:
        kept = kept[1:]  # « toute la côte », « les deux ou trois »
    comma = next((i for i, t in enumerate(kept) if t.text == "," and t.i > noun.i), len(kept))
    said = say_tokens(reading, kept := kept[:comma])
    return f"{article_for(noun, said)}{lower_first(said) if kept[0].pos != 'PROPN' and not kept[0].name else said}"


def say_tokens(reading: Reading, tokens: list[Token], article: str = "") -> str:
    """The words of `tokens`, names in full, without asides and footnote marks."""
    said, after = "", ""
    taken_up = _taken_up(reading, tokens)
    for token in tokens:
        word = taken_up.get(token.i)
        if word == "" or (token.text in word_set("names", "addresses") and _names_person(reading, token.i + 1)):
            continue
        if token.pos == "DET" and (owner := say_owner(reading, token)):
            after = f" {join_preposition('de', owner)}"
            said += article_for(reading.document.head(token), reading.document.tokens[token.i + 1].text)
            continue
        if token.pos == "DET" and token.text.lower() in word_set("grammar", "demonstratives"):
            said += article_for(reading.document.head(token), reading.document.tokens[token.i + 1].text)
            continue
        if token.pos == "DET" and _opens_surname(reading, token):
            continue
        word = word or _word(reading, token, full=token is tokens[0] or token.dep in ("conj", "appos", "flat:name", "flat:foreign", "nsubj", "obj"))
        if said.endswith(("d’", "d'")) and not starts_with_vowel(word):
            said = said[:-2] + "de "
        elif said.endswith(" de ") and token.text != word and starts_with_vowel(word):
            said = said[:-2] + "’"
        said += word
        following = reading.document.article.text[token.span.end : token.span.end + 1]
        said += " " if following.isspace() else ""
    if "[" in said or "(" in said:
        said = re.sub(r"\s*\[\d+\]|\s*\([^)]*\)", "", said)
    said = said.strip(" ,;:–-") if not MINUS.match(said) else said.rstrip(" ,;:–-")
    if said.count("«") != said.count("»"):
        said = said.replace("«", "").replace("»", "").strip()
    said = f"{said}{after}"
    for apart, fused in (("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux ")):
        if apart in said:
            said = re.sub(rf"(?<![\w’]){apart}", fused, said)
    if article:
        said = elide(article, said) if article == "le" else f"{article} {said}"
    return said.replace("'", "’")


@remember
def fuller_name(reading: Reading, noun: Token) -> Token | None:
    """The fuller mention of a bare noun inside a phrase, if a name stands in it: « capitale de la province » -> « de la province de Gao »."""
    document = reading.document
    if noun.pos != "NOUN" or not is_bare(document, noun, kept_tokens(document, noun, reading)):
        return None
    full = fuller_mention(reading, noun)
    return full if full is not None and any(t.name or is_proper(t) for t in document.subtree(full)) else None


def article_for(noun: Token, following: str) -> str:
    """The definite article of a noun, before the word that follows it: « les », « l’ »."""
    if noun.has("Number=Plur"):
        return "les "
    return "l’" if starts_with_vowel(following) else "la " if noun.has("Gender=Fem") else "le "


def say_owner(reading: Reading, determiner: Token) -> str:
    """Whose « son » is, where the reading knows it: the names that it is linked to, or the thing that the sentence before is about; else empty."""
    if owners := reading.links.get(determiner.i, ()):
        return say_list(owners)
    thing = owning_noun(reading, determiner)
    return as_definite(reading, thing) if thing is not None else ""


def _opens_surname(reading: Reading, determiner: Token) -> bool:
    """« Le Goff »: an article that is part of the name which follows, and that the name in full has in it."""
    following = reading.document.after(determiner)
    if following is None or not following.name:
        return False
    entity = reading.entity(following)
    return entity is not None and entity.kind == "person" and f"{determiner.text} {following.text}" in entity.name


def _names_person(reading: Reading, i: int) -> bool:
    return any(e.kind == "person" for e in reading.links.get(i, ()))


def _taken_up(reading: Reading, tokens: list[Token]) -> dict[int, str]:
    """Words that take up a named thing (« de l’alliance militaire ») -> its name, at the last of them; "" at the others."""
    said: dict[int, str] = {}
    for token in tokens[1:]:
        entity = reading.entity(token)
        case = reading.document.child(token, "case")
        if entity is None and case in tokens and (full := fuller_name(reading, token)):
            run = [case, *(t for t in kept_tokens(reading.document, token) if t.i > case.i)]
            said |= {t.i: "" for t in run}
            said[run[-1].i] = join_preposition(read_marker(reading.document, token)[0], as_definite(reading, full))
            continue
        both = reading.links.get(token.i, ())
        if token.name or token.pos != "NOUN" or case is None or case not in tokens or not both:
            continue
        if entity is None:  # « l’écart entre les deux hommes »
            run = [case, *(t for t in kept_tokens(reading.document, token) if t.i > case.i)]
            said |= {t.i: "" for t in run}
            said[run[-1].i] = join_preposition(read_marker(reading.document, token)[0], say_list(both))
            continue
        run = [case, *(t for t in kept_tokens(reading.document, token) if t.i > case.i)]
        marker, _ = read_marker(reading.document, token)
        said |= {t.i: "" for t in run}
        said[run[-1].i] = join_preposition(*say_place(marker, entity))
    return said


def _word(reading: Reading, token: Token, *, full: bool) -> str:
    """A word as said: a person's name in full, but not inside « le test de Rorschach », and that of a body for its first word."""
    entity = reading.entity(token)
    if entity is not None and is_first_word(reading, token, entity):
        return entity.name
    if token.name and entity and entity.kind == "person" and full:
        return entity.name
    first = reading.document.sentence_of(token).first == token.i
    if first and token.pos not in ("PROPN",) and not token.name:
        return lower_first(token.text)
    before, following = reading.document.before(token), reading.document.after(token)
    named = before is not None and before.pos == "ADP" and following is not None and following.name == "LOC"  # « le port de La Rochelle »
    called = before is not None and before.pos == "NOUN" and following is not None and bool(following.name)  # « le festival Les Soirées du lac »
    return token.text.lower() if token.pos == "DET" and token.text.istitle() and not (named or called) else token.text


def is_first_word(reading: Reading, token: Token, entity: Entity) -> bool:
    """« la Compagnie » for « la Compagnie générale des eaux »: a noun of bodies with a capital, by which nobody knows the one meant."""
    known = entity.kind == "organisation" and bool(token.name) and plain(token.text) in heads()
    alone = not reading.document.children(token, "nmod", "amod", "appos", "flat", "flat:name")  # not « l’Union des armateurs »
    return known and alone and entity.name.startswith(f"{token.text} ")


def say_list(entities: tuple[Entity, ...]) -> str:
    """« l’Espagne, la France et le Danemark ». Raises ValueError without any."""
    *lead, last = map(say_entity, entities)
    return f"{', '.join(lead)} et {last}" if lead else last


def say_place(marker: str, entity: Entity) -> tuple[str, str]:
    """(preposition, name) where « dans la ville », « dans ce pays » is said by the name: « à Gao », « au Mali », « en Suède »."""
    country = find_country(entity.name)
    if marker != "dans" or not (country or entity.kind == "city"):
        return marker, say_entity(entity)
    if country and country.number == "s" and (country.gender == "f" or starts_with_vowel(country.name)):
        return "en", country.name
    return "à", say_entity(entity)


def keeps_article(entity: Entity) -> bool:
    """Whether an article before a name is said with it: not with that of a region, unless a noun calls it: « le Parc des puits », « l’Empire »."""
    called = re.search(r" (?:de|du|des) | d’", entity.name) is not None or plain(entity.name.split()[0]) in heads()
    return entity.kind != "region" or called


def say_entity(entity: Entity) -> str:
    """An entity's name with the article that it takes: « l’Espagne », « le FMI », « Genève »."""
    country = find_country(entity.name)
    if country:
        article = country.article
    elif (
        entity.kind in ("organisation", "sea", "region", "other", "event")
        and (entity.gender or (entity.with_article and starts_with_vowel(entity.name)))  # « l’Instance » hides its gender
        and (plain(entity.name) in organisations() or (keeps_article(entity) and (entity.with_article or entity.kind == "sea")))
    ):
        article = "les" if entity.number == "p" else "l’" if starts_with_vowel(entity.name) else {"m": "le", "f": "la"}[entity.gender]
    elif entity.number == "p" and entity.with_article and entity.kind != "person":
        article = "les"  # « les Étrusques », « les Jeux olympiques »
    else:
        article = ""
    return f"{article}{entity.name}" if article.endswith("’") else f"{article} {entity.name}".strip()
