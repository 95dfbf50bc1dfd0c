"""A definite noun that something told before completes -> the words that belong to it: « les travaux | du pont ».

What it belongs to is not said again where all know it: the work on a building that the sentence before has decided, the stage of
the race of the title, the loss of the firm of the title. As with pronouns, nothing is said where another could be meant.
"""

from __future__ import annotations

import re

from quizgen.langs.fr.forms.conjugation import past_participle
from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.morphology import agree, join_preposition, starts_with_vowel
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.wording import as_definite, say_entity
from quizgen.langs.fr.reference.mentions import title_words
from quizgen.langs.fr.reference.standins import read_topic, rivals_near, sole_craft, sole_work
from quizgen.langs.memory import remember
from quizgen.model import Document, Entity, Reading, Span, Token

COMPLETED = ("nmod", "appos", "acl", "acl:relcl", "flat", "flat:name", "nummod")  # what shows that a noun has its complement
OF_VERBS = ("tion", "sion", "ment", "ure", "age", "ance")  # how nouns of deeds end
STEM = 4  # letters that a noun and its verb share at least: « fermeture », « fermer »
DEFINITE = ("le", "la", "les", "l’", "l'")
SHORTEST = 2  # words of a race's name that the title must have
GIVING = ("accorder", "attribuer", "concéder", "confier", "décerner", "octroyer")
NOTHING: tuple[str, tuple[Span, ...]] = ("", ())
OPENING = 3  # words of a title in which the name of its subject stands: « Le verrier X »
MARKET = "Bourse"  # where shares are sold: not one whose shares they are
NATIONAL = re.compile(r"\bPIB\b|produit intérieur brut")  # what is measured by it is a country's: « La dette … représente 112 % du PIB »
LONGEST = 7  # words of a building as the sentence before tells it


@remember
def complete(reading: Reading, noun: Token) -> tuple[str, tuple[Span, ...]]:
    """(what belongs to a definite `noun` without complement, with its preposition; where the text tells it); empty if that is not sure."""
    document = reading.document
    determiner = document.child(noun, "det")
    if noun.pos != "NOUN" or determiner is None or _is_completed(document, noun):
        return NOTHING
    if determiner.text.lower() in word_set("grammar", "demonstratives"):
        return _deed(reading, noun)
    if determiner.text.lower() not in ((*DEFINITE, "une", "un") if noun.lemma in word_set("nouns", "work_parts") else DEFINITE):
        return NOTHING
    if noun.lemma in word_set("nouns", "works_on"):
        return _work(reading, noun)
    if noun.lemma in word_set("nouns", "race_parts"):
        race = _race(reading)
        article = "" if race is None else "l’" if starts_with_vowel(race.name) else {"f": "la ", "m": "le "}.get(race.gender, "")
        which = _which_stage(reading.document, noun) if race is not None and article else None
        of = join_preposition("de", f"{article}{race.name}") if race is not None else ""
        return (f"{which}{of}", _last_mention(reading, race, noun)) if race is not None and which is not None else NOTHING
    if noun.lemma in word_set("nouns", "work_parts"):
        work = sole_work(reading, noun)
        return (join_preposition("de", work.name), _last_mention(reading, work, noun)) if work is not None else NOTHING
    if noun.lemma == "couleur":
        return _coloured(reading, noun)
    if (craft := sole_craft(reading, noun)) is not None:
        return craft.name, _last_mention(reading, craft, noun)
    if (given := _given(reading, noun)) != NOTHING:
        return given
    firm = _firm(reading, noun)
    return (join_preposition("de", say_entity(firm)), _last_mention(reading, firm, noun)) if firm is not None else NOTHING


def _last_mention(reading: Reading, entity: Entity, noun: Token) -> tuple[Span, ...]:
    """The name of `entity` that stands last before `noun`, else its first."""
    last = max((i for i in entity.mentions if i < noun.i), default=min(entity.mentions))
    return (reading.document.tokens[last].span,)


def _is_completed(document: Document, noun: Token) -> bool:
    """Whether a noun has its complement; what stands behind a comma is none, nor is « d’affaires » of « chiffre d’affaires »."""
    following = document.after(noun)
    aside = following is not None and following.text == ","
    return any(t.text != "affaires" and not (aside and t.dep.startswith(("acl", "nmod"))) for t in document.children(noun, *COMPLETED))


def _work(reading: Reading, noun: Token) -> tuple[str, tuple[Span, ...]]:
    """« du pont » after « Le pont sera rénové »."""
    document = reading.document
    number = document.sentence_number(noun)
    if not number or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return NOTHING
    verbs = [t for t in document.words(document.sentences[number - 1]) if t.pos in ("VERB", "ADJ") and t.lemma in word_set("nouns", "works_done")]
    thing = document.child(verbs[0], "nsubj:pass", "obj") if len(verbs) == 1 else None
    if thing is None or thing.pos != "NOUN":
        return NOTHING
    determiner = document.child(thing, "det")
    words = kept_tokens(document, thing, reading)
    if determiner is None or determiner.text.lower() not in DEFINITE or len(words) > LONGEST or any(t.text == "," for t in words):
        return NOTHING
    told = (Span(start=words[0].span.start, end=words[-1].span.end), verbs[0].span)
    return join_preposition("de", as_definite(reading, thing)), told


def _which_stage(document: Document, noun: Token) -> str | None:
    """« finale » for « L’étape … » after « une dernière étape »; None for one stage of which nothing tells which it is."""
    if noun.lemma not in word_set("nouns", "rounds"):
        return ""
    earlier = [document.tokens[i] for i in document.by_lemma.get(noun.lemma, ()) if i < noun.i and not document.tokens[i].has("Number=Plur")]
    ranked = {plain(t.lemma) for e in earlier for t in document.children(e, "amod")}
    return "finale " if ranked == {"dernier"} else None


def _given(reading: Reading, noun: Token) -> tuple[str, tuple[Span, ...]]:
    """« accordée à Karl Lund » for « La concession … » after « Le roi accorda une concession à Karl Lund », the only one told of."""
    document = reading.document
    earlier = [document.tokens[i] for i in document.by_lemma.get(noun.lemma, ()) if i < noun.i]
    verb = document.head(earlier[0]) if len(earlier) == 1 and earlier[0].dep == "obj" else None
    article = document.child(earlier[0], "det") if verb is not None else None
    if verb is None or verb.lemma not in GIVING or article is None or article.text.lower() not in ("un", "une"):
        return NOTHING
    if noun.has("Number=Plur") or any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(verb, "advmod")):
        return NOTHING
    behind = [t for t in document.children(verb, "obl:arg", "iobj") if t.i > verb.i and document.child(t, "case") is not None]
    named = [e for t in behind for part in document.subtree(t) for e in reading.links.get(part.i, ()) if e.kind in ("person", "organisation")]
    done = past_participle(verb.lemma)
    if len(behind) != 1 or len(set(map(id, named))) != 1 or done is None:
        return NOTHING
    given = agree(done, "f" if noun.has("Gender=Fem") else "m", "s")
    return f"{given} {join_preposition('à', say_entity(named[0]))}", (Span(start=verb.span.start, end=document.subtree(behind[0])[-1].span.end),)


def _coloured(reading: Reading, noun: Token) -> tuple[str, tuple[Span, ...]]:
    """« verte des murs » for « La couleur … » after « … des murs verts »: the colour that the sentence before has told of one thing."""
    document = reading.document
    number = document.sentence_number(noun)
    if not number or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return NOTHING
    told = [t for t in document.words(document.sentences[number - 1]) if t.lemma in word_set("nouns", "colours") and t.pos == "ADJ"]
    thing = document.head(told[0]) if len(told) == 1 else None
    if (
        thing is None
        or thing.pos != "NOUN"
        or told[0].dep != "amod"
        or any(t is not told[0] for t in document.children(thing, "nmod", "amod", "acl"))
    ):
        return NOTHING
    bare = thing.text.lower()
    article = "les " if thing.has("Number=Plur") else "l’" if starts_with_vowel(bare) else "la " if thing.has("Gender=Fem") else "le "
    shown = agree(told[0].lemma, "f", "s")
    return f"{shown} {join_preposition('de', f'{article}{bare}')}", (Span(start=thing.span.start, end=told[0].span.end),)


def _deed(reading: Reading, noun: Token) -> tuple[str, tuple[Span, ...]]:
    """« de l’usine de Brume » for « Cette fermeture … » after « Le groupe va fermer l’usine de Brume »: what the verb of the same word has done."""
    document = reading.document
    number = document.sentence_number(noun)
    if not noun.lemma.endswith(OF_VERBS) or noun.has("Number=Plur") or noun.i in document.quotations or not document.goes_on(number):
        return NOTHING
    words = document.words(document.sentences[number - 1])
    verbs = [t for t in words if t.pos == "VERB" and plain(t.lemma)[:STEM] == plain(noun.lemma)[:STEM]]
    thing = document.child(verbs[0], "nsubj:pass", "obj") if len(verbs) == 1 else None
    denied = any(t.text.lower() in ("ne", "n’", "n'") for t in words)
    if thing is None or thing.pos != "NOUN" or thing.i in document.quotations or denied or document.child(thing, "conj") is not None:
        return NOTHING
    kept = kept_tokens(document, thing, reading)
    determiner = document.child(thing, "det")
    if determiner is None or determiner.text.lower() not in (*DEFINITE, "un", "une") or len(kept) > LONGEST or any(t.text == "," for t in kept):
        return NOTHING
    told = (Span(start=kept[0].span.start, end=kept[-1].span.end), verbs[0].span)
    return join_preposition("de", as_definite(reading, thing)), told


def _race(reading: Reading) -> Entity | None:
    """The one race or tournament of the title."""
    title = f" {' '.join(plain(reading.document.article.title).replace('-', ' ').split())} "
    found = [e for e in reading.entities if e.kind in ("other", "event") and _opens(e.name, title)]
    return found[0] if len(found) == 1 else None


def _opens(name: str, title: str) -> bool:
    """Whether a name begins as one of a race, and the title has so much of it that it is known again."""
    words = plain(name).replace("-", " ").split()
    known = words[0] in word_set("nouns", "races") and words[0] in title.split()
    return known and any(f" {' '.join(words[:n])} " in title for n in range(SHORTEST + 1, len(words) + 1))


def _firm(reading: Reading, noun: Token) -> Entity | None:
    """The one body of the title, if the noun is one of firms (or of deeds, and the title tells of its own) and no other body is near."""
    deed = noun.lemma in word_set("nouns", "firm_deeds")
    if not (deed or noun.lemma in word_set("nouns", "firm_parts")) or plain(noun.lemma) in title_words(reading.document):
        return None
    if NATIONAL.search(reading.document.text(reading.document.sentence_of(noun).span)):
        return None
    body = read_topic(reading, "organisation")
    if body is None or min(body.mentions) >= noun.i or (deed and not _acts_in_title(reading, body)):
        return None
    others = {name for name in rivals_near(reading, noun) if not name.startswith(MARKET)}
    return body if others <= {body.name} else None


def _acts_in_title(reading: Reading, body: Entity) -> bool:
    """Whether the title begins with `body`: what is decided there is its own decision."""
    title = plain(reading.document.article.title).rpartition(" : ")[2].split()
    return any(plain(name).split()[0] in title[:OPENING] for name in (body.name, *body.aliases))
