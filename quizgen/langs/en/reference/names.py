"""Names of an article -> entities: one per real thing, with kind, gender and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from quizgen.langs.en.forms.amounts import SCORE
from quizgen.langs.en.forms.dates import MONTHS, WEEKDAYS
from quizgen.langs.en.forms.geography import find_country, is_demonym, plain
from quizgen.langs.en.lexicon import actors, read_words, word_set
from quizgen.model import Document, Entity, Reading, Span, Token

NAMES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")  # labels of names; the others mark dates and amounts
# « Cyrus B. Field », « Maria de la Cruz », not « Washington University ».
_PARTICLES = r"(?: (?:de|van|von|der|den|di|da|del|bin|al|la|le|du)){0,2}"
_LAST = r"(?:Mc|Mac|O[’']|De|Di|Le|La|Van|Du)?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_THING = r"(?! (?:University|School|College|Airport|Museum|Street|Avenue|Prize|Award|Park|Hospital|Stadium|Foundation|Institute))"
FULL_NAME = re.compile(rf"(?<![\w-])([A-Z][a-zà-ÿ]+)(?: [A-Z]\.)*{_PARTICLES} {_LAST}(?: {_LAST})?(?![\w-]){_THING}")
AGE = re.compile(r"1[6-9]|[2-9]\d|10\d")  # not how many goals or seats somebody has
MOST_NAMES = 4  # words of a person's name
# « Bong Joon-ho », « Moon Jae-in »: family name and two syllables; not « South Asian-led ».
ROMANISED = re.compile(r"(?<![\w-])[A-Z][a-z]{1,5} [A-Z][a-z]{1,5}-([a-z]{1,5})(?![\w-])")
TAILS = (
    "led", "born", "based", "run", "made", "style", "owned", "wide", "era", "only",
    "level", "held", "bound", "ready", "area", "built", "type", "like",
)  # fmt: skip
STREET = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Drive|Terrace|Crescent|Boulevard|Way|Quay|Wharf|Bridge)")
# « Rodel Macaraig, 29, », « Rodel Macaraig, a 29-year-old »; « the MV Santa Rosa ».
AGED = re.compile(rf"(?<![\w-])([A-Z][a-zà-ÿ]+(?: {_LAST}){{1,2}}), (?:aged )?(?:[1-9]\d,|an? \d{{1,2}}-year-old)")
SHIP = re.compile(r"\b((?:MV|MS|SS|HMS|USS|RMS|MT|FV) [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})")
LAST_NAME = re.compile(r"(?!One$|Two$|Memorial|Museum|Cup|Crimes|Graves|Cabinet|Office|Games)[A-Z][a-zà-ÿ]+")
FIRMS = (
    "ab",
    "ag",
    "sa",
    "plc",
    "inc",
    "inc.",
    "corp",
    "corp.",
    "ltd",
    "ltd.",
    "nv",
    "se",
    "asa",
    "oyj",
    "spa",
    "gmbh",
    "llc",
    "group",
    "holdings",
    "co",
    "co.",
)
LAST_WORDS = {
    "organisation": re.compile(
        r"(?i)\b(inc|corp|corporation|ltd|company|group|bank|university|college|institute|school|association|agency|party|union|council|committee|commission|"
        r"ministry|department|foundation|society|club|united|fc|league|federation|airlines?|airways|news|times|post|museum|court|police|army|navy|board|"
        r"organi[sz]ation|authority|service|press|church|hospital|office|centre|center|network|alliance|forces?|bureau)\.?$"
    ),
    "sea": re.compile(r"\b(sea|ocean|gulf|strait|channel)$", re.I),
    "region": re.compile(
        r"(island|islands|province|county|valley|peninsula|mountains?|river|lake|desert|region|district|state|bay|coast|park)$", re.I
    ),
    "event": re.compile(r"(war|games|olympics|cup|festival|battle|revolution|championships?|prix)$", re.I),
}
FIRST_WORDS = {
    "organisation": re.compile(r"(university|ministry|department|bank|institute|house|council|court|church|bureau|office) of\b", re.I),
    "sea": re.compile(r"(gulf|sea|strait) of\b", re.I),
    "event": re.compile(r"((battle|siege|treaty) of\b|(hurricane|typhoon|cyclone|storm|operation) )", re.I),
    "region": re.compile(r"(mount|lake|river|isle|island|province|cape) ", re.I),
}  # fmt: skip


def trim_name(words: Sequence[str], label: str) -> tuple[int, int] | None:
    """The part of `words` that is a name: no article before it, no possessive after it; None for a date or an amount."""
    if label not in NAMES:
        return None
    first, last = 0, len(words)
    while first < last and (
        not any(c.isalnum() for c in words[first])
        or words[first].lower() in word_set("grammar", "determiners")
        or words[first] in word_set("names", "titles")
    ):
        first += 1
    ranked = word_set("nouns", "functions") | word_set("nouns", "positions")
    if label == "PERSON" and last - first > 2 and words[first].lower() in ranked and words[first] not in _firsts():
        first += 1  # « Goalkeeper Ali Moussa »
    while (
        last > first
        and not (last - first > 1 and words[last - 2] in word_set("names", "with_s"))
        and (words[last - 1] in ("'s", "’s", "'", "’") or not any(c.isalnum() for c in words[last - 1]))
    ):
        last -= 1
    last -= last - first > 1 and SCORE.fullmatch(words[last - 1]) is not None  # « beat Burnley 3–0 »
    if label == "EVENT":  # « During the First World War Lund ran a hospital »
        last = next((i for i in range(first + 1, last) if words[i - 1] == "War" and LAST_NAME.fullmatch(words[i])), last)
    inner = next((i for i in range(first + 1, last) if words[i] == "the" and words[last - 1].endswith("s")), last)
    part = words[first : (last := inner)]  # « Under Lund the Herons won »: two names
    if not part or (not part[0][:1].isupper() and not part[0][:1].isdigit()) or any(mark in " ".join(part) for mark in ',;:"“”()[]'):
        return None
    if any(w.lower() in WEEKDAYS for w in part) or (len(part) == 1 and (part[0].lower() in MONTHS or part[0] in word_set("names", "not_names"))):
        return None
    if len(part) == 1 and (is_demonym(part[0]) if label == "NORP" else part[0].lower() in word_set("nouns", "figures_alone")):
        return None  # « Inflation was 4% »
    return first, last


def common_nouns(document: Document) -> frozenset[str]:
    """The nouns that stand with a small initial in the text."""
    if (known := document.memory.get("common_nouns")) is None:
        known = document.memory["common_nouns"] = frozenset(t.text for t in document.tokens if t.pos == "NOUN" and t.text.islower())
    return frozenset(known)


def capitals(document: Document) -> frozenset[str]:
    """The words that stand with a capital within sentences and never without: names, whatever the recogniser makes of them."""
    if (known := document.memory.get("capitals")) is not None:
        return frozenset(known)
    firsts = {s.first for s in document.sentences}
    inside = [t for t in document.tokens if t.i not in firsts and t.text[:1].isalpha() and document.tokens[t.i - 1].text not in ('"', "“", ":")]
    small = {t.text.lower() for t in inside if t.text[0].islower()} | word_set("grammar", "function_words") | {*MONTHS, *WEEKDAYS}
    large = (t for t in inside if t.text[0].isupper() and t.text.lower() not in small and not is_demonym(t.text) and len(t.text) > 2)
    found = document.memory["capitals"] = frozenset(plain(t.text) for t in large if t.dep not in ("compound", "amod"))
    return found


def find_full_names(text: str) -> list[tuple[Span, str]]:
    """Names of people that open with a known first name: « Cyrus B. Field »."""
    found = []
    firsts = word_set("names", "feminine") | word_set("names", "masculine")
    for match in FULL_NAME.finditer(text):
        if match.group(1) in firsts:
            found.append((Span(start=match.start(), end=match.end()), "PERSON"))
    for match in ROMANISED.finditer(text):
        if match.group(1) not in TAILS:
            found.append((Span(start=match.start(), end=match.end()), "PERSON"))
    for pattern, label in ((AGED, "PERSON"), (SHIP, "PRODUCT")):
        spans = [Span(start=m.start(1), end=m.end(1)) for m in pattern.finditer(text)]
        found += [(new, label) for new in spans if not any(old.start < new.end and new.start < old.end for old, _ in found)]
    return found


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """The known organisations by plain name."""
    return {plain(name): entry for entry in read_words("names")["organisations"] for name in entry["names"]}


def name_tokens(reading: Reading) -> list[Token]:
    """Tokens that name something: the recogniser's, and the names, countries and organisations that it missed."""
    document = reading.document
    full = {plain(t.text) for t in document.tokens if t.name in NAMES and not is_demonym(t.text) and not is_plain_plural(t, document)}
    known = full | {name.split()[-1] for name in full if " " in name} | capitals(document)
    common = common_nouns(document)  # « the board » shows « Board » to be no name
    firsts = {sentence.first for sentence in document.sentences}
    found = []
    for token in document.tokens:
        if (
            any(w.lower() in (*MONTHS, *WEEKDAYS) for w in token.text.split())
            or is_demonym(token.text)
            or not token.text[:1].isupper()
            or token.text in word_set("names", "not_names") | word_set("names", "titles")
            or (token.text.lower() in common and token.text.lower() in word_set("nouns", "organisations"))
        ):
            continue
        if token.i in firsts and token.text.lower() in word_set("nouns", "figures_alone"):
            continue  # « Turnout was 70 percent »
        if token.i in firsts and token.name != "PERSON" and token.text.lower() in common:
            continue  # « Malaria kills », where « malaria » stands elsewhere
        if is_plain_plural(token, document):
            continue  # « Cinemas in Gao have closed »
        again = plain(token.text) in known or find_country(token.text) is not None or plain(token.text) in organisations()
        lone = (
            token.pos == "PROPN"
            and token.dep in ("nsubj", "nsubj:pass", "pobj", "obj", "poss", "conj")
            and len(token.text) > 2
            and token.text.lower() not in (*MONTHS, *WEEKDAYS)
        )
        if token.name in NAMES or (again and token.pos in ("PROPN", "NOUN", "X", "ADJ", "ADV")) or lone:
            found.append(token)
    return found


def is_plain_plural(token: Token, document: Document) -> bool:
    """Whether a capital is that of a sentence alone: a plural of a noun, or of what people are, that stands so at the head of sentences only.

    « Hearings lasted three days », « Farmers, who … »: the tagger and the recogniser often take them for names.
    """
    if not (token.text.istitle() and token.text.endswith("s")):
        return False
    common = token.pos == "NOUN" and token.has("Number=Plur")
    if not (common or (token.pos == "PROPN" and token.text.lower().removesuffix("s") in actors() | word_set("nouns", "informed"))):
        return False
    if (written := document.memory.get("capitals_inside")) is None:
        firsts = {sentence.first for sentence in document.sentences}
        inside = (t for t in document.tokens if t.i not in firsts or " " in t.text)
        written = document.memory["capitals_inside"] = frozenset(word for t in inside for word in t.text.split())
    return token.text not in written


def read_entities(names: Sequence[Token], document: Document) -> tuple[Entity, ...]:
    """One entity per real thing: full names first, then last names and known aliases joined to them."""
    groups: dict[str, list[Token]] = {}
    for token in names:
        groups.setdefault(plain(token.text), []).append(token)
    told = frozenset(key for key, tokens in groups.items() if any(_is_told_as_person(t, document) or _is_personal(t, document) for t in tokens))
    owners = {key: _owner(key, groups, document, told) for key in groups}
    entities = []
    for key in groups:
        if owners[key] == key:
            tokens = [t for other, found in groups.items() if owners[other] == key for t in found]
            entities.append(_entity(tokens, groups[key][0].text, document))
    return tuple(entities)


def _owner(key: str, groups: dict[str, list[Token]], document: Document, told: frozenset[str]) -> str:
    """The key of the fullest name that `key` is another form of, of several that which the title names; itself if that is not sure.

    `told` are the names beside which it is told that they are those of persons.
    """
    if entry := organisations().get(key):
        return next(k for k in groups if organisations().get(k) is entry)
    if country := find_country(groups[key][0].text):
        codes = {k: find_country(groups[k][0].text) for k in groups}
        return next(k for k, c in codes.items() if c and c.code == country.code)
    short = groups[key][0].text
    if re.fullmatch(r"[A-Z]{2,6}", short):
        spelled = [k for k in groups if " " in k and spells(groups[k][0].text.split(), short)]
        if len(spelled) == 1:
            return spelled[0]
    called = [k for k in groups if k.startswith(key + " ") and len(k.split()) < 4 and _vote(groups[k]) == "PERSON"]
    if (
        len(called) == 1
        and any(is_after(t, document, *word_set("names", "addresses")) for t in groups[key])
        and min(t.i for t in groups[called[0]]) < min(t.i for t in groups[key])
    ):
        return called[0]  # « Mr Xi » of « Xi Jinping »
    firms = [k for k in groups if k.removeprefix(f"{key} ") in FIRMS]
    if len(firms) == 1:
        return firms[0]  # « Norvale » of « Norvale AB »
    first = min(t.i for t in groups[key])  # the press gives a person's whole name before the last name alone
    longer = [
        k
        for k in groups
        if k != key
        and k.endswith(" " + key)
        and (k in told or _vote(groups[k]) == "PERSON" or FIRST_WORDS["event"].match(k))
        and min(t.i for t in groups[k]) < first
    ]
    longer = longer if len(longer) < 2 else [k for k in longer if groups[k][0].text in document.article.title]
    return longer[0] if len(longer) == 1 else key


def spells(words: Sequence[str], short: str) -> bool:
    """Whether the initials of the telling words are the letters of `short`."""
    telling = [w for w in words if w.lower() not in word_set("grammar", "function_words") or w[0].isupper()]
    return len(telling) > 1 and "".join(plain(w)[:1] for w in telling) == short.lower().replace(".", "")


def _vote(tokens: Sequence[Token]) -> str:
    return Counter(t.name for t in tokens).most_common(1)[0][0]


def _entity(tokens: list[Token], text: str, document: Document) -> Entity:
    forms = Counter(t.text for t in tokens)
    name = text if " " in text or forms[text] == max(forms.values()) else forms.most_common(1)[0][0]
    if (lead := cut_lead(next(t for t in tokens if t.text == name), document)) is not None:
        name = f"{lead.text} {name}"
    elif " " not in name and (title := noble_title(tokens, document)):
        name = f"{title} {name}"
    aliases = tuple(dict.fromkeys(t.text for t in tokens if t.text != name))
    entity = Entity(name=name, kind="other", aliases=aliases, mentions=tuple(sorted(t.i for t in tokens)))
    if find_country(text):
        return replace(entity, kind="country")
    if organisations().get(plain(text)):
        return replace(entity, kind="organisation", with_article=organisations()[plain(text)]["article"] != "")
    kind = kind_of(tokens, document)
    same = [t for t in tokens if t.text == name]  # « the European Space Agency », though « ESA » has no article
    owned = kind not in ("person", "people") and is_plural_owned(tokens, document)
    article = owned or (kind != "person" and any(sum(is_behind_the(t, document) for t in found) * 2 > len(found) for found in (tokens, same)))
    return replace(entity, kind=kind, gender=person_gender(tokens, document) if kind == "person" else "", with_article=article)


def is_behind_the(name: Token, document: Document) -> bool:
    """Whether « the » stands right before a name, or before an adjective of a name that ends with a common noun: « the federal Lands Office »."""
    own = document.children(name, "det", "amod")
    body = name.text.split()[-1].lower() in word_set("nouns", "organisations")
    led = body and len(own) == 2 and own[0].i == name.i - 2 and own[0].text.lower() == "the" and own[1].text.islower()
    return is_after(name, document, "the") or led


def is_plural_owned(tokens: Sequence[Token], document: Document) -> bool:
    """Whether a name is a plural owned where it has no article: « Germany’s Social Democrats » are « the Social Democrats » elsewhere."""
    lead = (next((c for c in document.children(t, "compound") if c.i == t.i - 1), t) for t in tokens if t.text.endswith("s") and t.has("Number=Plur"))
    return any(is_after(t, document, "’s", "'s", "’") for t in lead)


def noble_title(tokens: Sequence[Token], document: Document) -> str:
    """The title without which nobody calls the bearer of a single name: « Lady Hale », « Pope Francis »; empty where a mention lacks it."""
    before = [document.before(t) for t in tokens]
    found = {t.text for t in before if t is not None}
    return found.pop() if len(found) == 1 and None not in before and found <= word_set("names", "noble_titles") else ""


def cut_lead(token: Token, document: Document) -> Token | None:
    """The first part of a name of a person or party that the recogniser left outside: « Park » of « Park Jun-sik »; None if nothing is."""
    lead = document.before(token)
    if lead is None or token.name not in ("PERSON", "NORP") or lead.head != token.i or lead.dep not in ("compound", "nmod") or lead.pos != "PROPN":
        return None
    low = lead.text.lower()
    nouns = [word_set("nouns", key) for key in ("functions", "positions", "persons", "organisations", "bodies")]
    known = any(low in words for words in nouns) or lead.text in word_set("names", "titles") | word_set("names", "not_names")
    before = document.before(lead)
    several = token.name == "NORP" and token.has("Number=Plur")  # « Social » of « Social Democrats »
    if token.name == "NORP" and not several:
        return None
    longer = before is not None and before.head in (lead.i, token.i) and before.dep in ("compound", "nmod", *(() if several else ("poss",)))
    opens = document.sentence_of(token).first == lead.i and " " in token.text
    named = lead.name not in ("", "PERSON") or find_country(lead.text) is not None or is_demonym(lead.text) or low in (*MONTHS, *WEEKDAYS)
    written = lead.text.istitle() and lead.text.isalpha() and len(lead.text) > 1
    return lead if written and not (known or longer or opens or named) and len(token.text.split()) < 3 else None


def kind_of(tokens: Sequence[Token], document: Document) -> str:
    """The kind of a name from its words, the recogniser's labels and the words around it."""
    text = tokens[0].text
    if text in word_set("names", "seas"):
        return "sea"
    for kind in ("organisation", "sea", "event", "region"):
        if ((" " in text or kind == "sea") and LAST_WORDS[kind].search(text)) or (kind in FIRST_WORDS and FIRST_WORDS[kind].match(text)):
            return kind
    if STREET.fullmatch(text) and text.split()[0] not in word_set("names", "feminine") | word_set("names", "masculine"):
        return "other"
    if text in word_set("names", "regions") or plain(text) in {plain(r) for r in word_set("names", "regions")}:
        return "region"
    if any(_is_vessel(t, document) for t in tokens) or _is_vessel_in_title(text, document):
        return "other"
    if any(_is_personal(t, document) or _is_told_as_person(t, document) for t in tokens):
        return "person"
    if any(_class_beside(t, document) for t in tokens):
        return "organisation"
    kind = _kind_of_label(tokens, document)
    return "organisation" if kind == "other" and any(_plays(t, document) for t in tokens) else kind


def _is_vessel(token: Token, document: Document) -> bool:
    """Whether the noun right before a name tells a ship or a craft: « the steamer Alder »."""
    before, above = document.before(token), document.head(token)
    if token.dep == "appos" and above.i < token.i and above.pos == "NOUN" and above.lemma in word_set("nouns", "vessels"):
        return True  # « the lander, Alder, »
    behind = [t for t in document.children(token, "appos") if t.i > token.i and t.lemma in word_set("nouns", "vessels")]
    if any(document.children(t, "poss") for t in behind):
        return True  # « Alder, its mother ship, »
    beside = before is not None and before.text.lower() in word_set("nouns", "vessels")
    return beside and before is not None and (before.head == token.i or token.head == before.i)


def _is_vessel_in_title(name: str, document: Document) -> bool:
    """Whether the title tells a name right behind that of a ship or a craft: « European probe Alder leaves »."""
    before = document.article.title.partition(name)[0].split()
    return name in document.article.title and bool(before) and before[-1].lower() in word_set("nouns", "vessels")


def _plays(token: Token, document: Document) -> bool:
    """Whether a name is that of somebody who beat or was beaten: « X beat Y 2–1 »."""
    verb = document.head(token)
    return (
        token.dep in ("nsubj", "obj")
        and verb.lemma in word_set("questions", "playing")
        and any(SCORE.fullmatch(t.text) for t in document.children(verb))
    )


def _kind_of_label(tokens: Sequence[Token], document: Document) -> str:
    """The kind by the recogniser's vote; a name of one word is a person only with a title or a first name before it in the text."""
    votes = Counter(t.name for t in tokens if t.name and " " in t.text) or Counter(t.name for t in tokens if t.name)  # « Marin » of « Sanna Marin »
    if not votes:
        return "other"
    label = votes.most_common(1)[0][0]
    if label == "PERSON" and any(re.search(r"\d", t.text) for t in tokens):
        return "other"  # « Alder 5 », a rocket
    text = max((t.text for t in tokens), key=len)
    full = Counter(t.name for t in tokens if t.name and t.text == text and " " in text)
    label = full.most_common(1)[0][0] if full and not re.search(r"\d", text) else label  # the recogniser knows a first name better than a last one
    if label == "PERSON" and any(is_after(t, document, "the") for t in tokens):
        return "organisation"  # « the Kestrels »: nobody's name takes an article
    if label == "PERSON":
        if not votes.keys() - {"PERSON"} and is_only_from(tokens, document) and not _is_first_name(text.split()[0]):
            return "other"  # « rowed from X », which may be a place
        known = " " in text or any(is_after(t, document, *word_set("names", "titles")) for t in tokens) or _is_first_name(text)
        mixed = len(votes) > 1
        return "person" if known else "organisation" if mixed or _acts(tokens, document) else "other"
    if label in ("ORG", "NORP"):
        return "organisation"
    if label == "GPE":
        return "city" if re.fullmatch(r"[\w’' .-]+", text) and not any(c.isdigit() for c in text) and "." not in text.rstrip(".") else "organisation"
    return {"LOC": "region", "EVENT": "event"}.get(label, "other")


def is_only_from(tokens: Sequence[Token], document: Document) -> bool:
    """Whether a name stands only where somebody goes from or to, with nothing that tells a person."""
    above = [document.head(t) for t in tokens]
    ways = all(t.dep == "pobj" and a.text.lower() in ("from", "to", "in", "near", "off", "across") for t, a in zip(tokens, above, strict=True))
    told = any(document.children(t, "appos", "compound", "nmod", "acl:relcl") or is_after(t, document, *word_set("names", "titles")) for t in tokens)
    moving = all(document.head(a).lemma in word_set("questions", "moving") | {"cover", "row", "sail", "set", "swim", "cycle", "walk"} for a in above)
    return ways and moving and not told


def _acts(tokens: Sequence[Token], document: Document) -> bool:
    """Whether a name takes up its own things with « its »: a body, not a person."""
    return any(p.text.lower() == "its" for t in tokens if t.dep.startswith("nsubj") for p in document.subtree(document.head(t)) if p.i > t.i)


def _firsts() -> frozenset[str]:
    return word_set("names", "feminine") | word_set("names", "masculine")


def _is_first_name(text: str) -> bool:
    return text in _firsts()


def _is_personal(token: Token, document: Document) -> bool:
    """Whether the words around a name of two words say that it is a person: « X, who », « X … his »."""
    if len(token.text.split()) != 2:
        return False
    told = [t for t in document.children(token, "appos") if t.pos == "NOUN" and t.lemma in word_set("nouns", "functions")]
    if any(not document.children(t, "det") and t.lemma != "leader" and document.child(t, "prep") is not None for t in told):
        return True  # « X, chief of staff of Y, »
    before = document.before(token)
    called = before is not None and before.pos == "NOUN" and before.text.islower() and before.lemma in word_set("nouns", "functions")
    if called and before is not None and before.head == token.i and before.dep in ("compound", "nmod"):
        return True  # « novelist X »
    who = any(t.text.lower() == "who" for c in document.children(token, "acl:relcl") for t in document.children(c, "nsubj"))
    own = token.dep.startswith("nsubj") and any(
        t.text.lower() in ("his", "her") and t.dep == "poss" for t in document.subtree(document.head(token)) if t.i > token.i
    )
    return who or (own and token.name in ("PERSON", "", "ORG", "GPE"))


def _is_told_as_person(token: Token, document: Document) -> bool:
    """Whether a function or an age beside a name says that it is a person's: « X, a nurse, », « the engineer X », « X, 37, »."""
    if len(token.text.split()) > MOST_NAMES or re.search(r"\d", token.text) or LAST_WORDS["organisation"].search(token.text):
        return False
    following = document.tokens[token.i + 1 : token.i + 4]
    if len(following) == 3 and [t.text for t in following[::2]] == [",", ","] and AGE.fullmatch(following[1].text):
        return True
    above, before = document.head(token), document.before(token)
    beside = [*(t for t in document.children(token, "appos") if t.i > token.i), *([above] if token.dep == "appos" and above.i < token.i else [])]
    named = before is not None and before.pos in ("NOUN", "PROPN") and (before.head == token.i or token.head == before.i)
    beside += [before] if named and before is not None else []
    return any(_is_human(t) for t in beside)


def _is_human(noun: Token) -> bool:
    """Whether a noun can only be said of one person: « chairwoman », « engineer », not « winner », which a team may be."""
    human = noun.lemma.lower() in actors()
    return human and not noun.has("Number=Plur") and noun.lemma.lower() not in word_set("nouns", "of_bodies")


def _class_beside(token: Token, document: Document) -> bool:
    """Whether a noun beside the name says that it is a body: « store chains X and Y », « X, a real estate site »."""
    above = document.head(token)
    beside = [above] if token.dep == "appos" and above.i < token.i else []
    beside += [document.head(above)] if token.dep == "conj" and above.dep == "appos" else []
    beside += [*document.children(token, "appos"), *(t for t in document.children(token, "compound") if t.i < token.i)]
    return any(t.lemma.lower() in word_set("nouns", "organisations") and t.pos == "NOUN" for t in beside)


def is_after(token: Token, document: Document, *words: str) -> bool:
    """Whether the word before `token` is one of `words`."""
    before = document.before(token)
    return before is not None and (before.text in words or before.text.lower() in words)


def person_gender(tokens: Sequence[Token], document: Document) -> str:
    """The gender that titles and the first name show; empty if they disagree or say nothing."""
    beside = {t.text.lower() for name in tokens for t in _nouns_beside(name, document)}
    told = {gender for noun in beside for gender in ("f", "m") if _tells_gender(noun, gender)}
    if len(told) == 1:
        return told.pop()
    for gender, titles, names in (("f", "feminine_titles", "feminine"), ("m", "masculine_titles", "masculine")):
        if any(is_after(t, document, *word_set("names", titles)) for t in tokens):
            return gender
        if {re.split(r"[ -]", t.text)[0] for t in tokens if " " in t.text} & word_set("names", names):
            return gender
    return ""


def _nouns_beside(name: Token, document: Document) -> list[Token]:
    """The nouns that tell what the bearer of a name is: « X, a businessman », « the chairwoman, X », « spokesman X »."""
    above, before = document.head(name), document.before(name)
    beside = [*document.children(name, "appos"), *([above] if name.dep == "appos" and above.i < name.i else [])]
    return [*beside, *([before] if before is not None and before.pos == "NOUN" and before.head == name.i else [])]


def _tells_gender(noun: str, gender: str) -> bool:
    """Whether a noun can be said of one gender only: « businessman », « widow »."""
    women = noun.endswith("woman") or noun in word_set("names", "feminine_nouns")
    men = (noun.endswith("man") and not noun.endswith(("woman", "human"))) or noun in word_set("names", "masculine_nouns")
    return women if gender == "f" else men
