"""Who holds which function: « the secretary general of NATO, X », « X, mayor of Y », « the French president X », « its chairman, X »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.clause.facts import build_fact
from quizgen.langs.en.clause.verbs import find_subject
from quizgen.langs.en.forms.dates import YEAR
from quizgen.langs.en.forms.geography import is_demonym
from quizgen.langs.en.forms.morphology import with_indefinite
from quizgen.langs.en.lexicon import word_set
from quizgen.langs.en.phrase.constituents import kept_tokens
from quizgen.langs.en.phrase.fuller import fuller_mention
from quizgen.langs.en.phrase.moments import is_of_old
from quizgen.langs.en.phrase.phrases import is_open, is_proper
from quizgen.langs.en.phrase.wording import owner_spans, possessive, say_entity, say_tokens
from quizgen.langs.en.reference.mentions import only_speaks, title_words
from quizgen.langs.en.reference.offices import implied_body, is_bare_office, is_headed
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Entity, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "role"
LONGEST_FUNCTION = 10  # words
RECENT = 5  # years in which somebody may have kept his function
SHORTEST_NAME = 4  # letters, under which a name stands in a title by chance
SHORT = 3  # words of a function that needs the clause behind it
BARE = 0.9  # « the physicist X »: of what body is not said
FORMER = ("former", "ex", "late", "future", "then", "outgoing", "incoming", "acting", "ex-", "previous")
PASSING = ("new", "current", "newly")
TRADES = ("ologist", "ographer", "ician", "onomist", "ographist", "keeper", "ophysicist", "smith")
LEADS = ("the", "a", "an", "its", "his", "her", "their")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The functions that `sentence` gives to named persons."""
    document = reading.document
    for noun in document.words(sentence):
        before = document.before(noun)
        if before is not None and noun.text in word_set("names", "titles") and is_function(before.lemma.lower()) and before.pos == "NOUN":
            continue  # the rank of one whose function stands before it
        if not is_function(noun.lemma.lower()) or noun.pos not in ("NOUN", "PROPN") or noun.name:
            continue
        holder = find_holder(reading, noun)
        if holder is not None:
            yield attempt(NAME, read_role, reading, noun, *holder)


def is_function(lemma: str) -> bool:
    """Whether a noun names a function or a trade, by the list or its ending: « hydrologist », « electrician »."""
    return lemma.removeprefix("vice-") in word_set("nouns", "functions") or lemma.endswith(TRADES)


def find_holder(reading: Reading, noun: Token) -> tuple[Token, Entity] | None:
    """The named person to whom the function belongs: right behind it, beside it after a comma, or the subject of « is »."""
    document = reading.document
    following = document.after(noun)
    if following is not None and following.text in word_set("names", "titles") and following.head == following.i + 1:
        following = document.after(following)  # « army chief General X »
    if following is not None and (person := _person(reading, following)):
        return following, person  # « the French president X »
    for name in document.children(noun, "appos"):
        if person := _person(reading, name):
            return name, person  # « the mayor of Y, X, »
    if noun.lemma in word_set("nouns", "positions") and (known := reading.entity(noun)) is not None and known.kind == "person":
        return noun, known  # « the Danish goalkeeper », told of the one named before
    above = document.head(noun)
    if noun.dep == "appos" and above.i < noun.i and (person := _person(reading, above)):
        return above, person  # « X, mayor of Y, »
    if noun.dep == "attr" and above.lemma == "be" and (subject := find_subject(document, above)) and (person := _person(reading, subject)):
        return (subject, person) if not document.children(above, "neg", "aux") else None
    return None


def _person(reading: Reading, token: Token) -> Entity | None:
    entity = reading.entity(token)
    return entity if (token.name or is_proper(token) or token.dep.startswith("nsubj")) and entity is not None and entity.kind == "person" else None


def first_mention(document: Document, body: Entity | None) -> tuple[Span, ...]:
    """Where the text first names a body whose office a bare post is; nothing where it is told with the office, or by the title alone."""
    return (document.tokens[min(body.mentions)].span,) if body is not None and body.mentions else ()


def read_role(reading: Reading, noun: Token, name: Token, person: Entity) -> Fact:
    """« X is F »; told, not asked, of an officer who only says something. Raises Refused if it is said with words that point elsewhere."""
    document = reading.document
    words = function_words(document, noun, name) if name is not noun else [noun]
    check_own(reading, noun, words, person)
    text, told = say_owner_whole(reading, words)
    body = implied_body(reading, noun, words)
    if body is None and is_bare_office(reading, noun, words):
        raise Refused("of which body or country is not told")
    telling = body is not None or _tells_body(reading, words, noun)
    if len(text.split()) > LONGEST_FUNCTION or (not telling and (noun.pos == "PROPN" or noun.text[:1].isupper())):
        raise Refused("the function says too little or too much")
    if re.search(r"\b(?:its|their)\b", text):
        raise Refused("whose function it is is told elsewhere")
    unique = body is not None or (telling and is_only_one(words, noun) and not text.lower().startswith(("a ", "an ")))
    behind = next((t for t in document.children(noun, "acl:relcl") if document.subtree(t)[0].i == noun.i + 1), None)
    if behind is not None and words[0].text.lower() == "the" and len(words) <= SHORT:
        raise Refused("what tells which one it is is cut")  # « the farmer who brought the case »
    if not unique and only_speaks(reading, person):
        raise Refused("what a bystander lives by, or one of many who speak for the body")
    if body is not None:
        text = f"{possessive(say_entity(body))} {re.sub('^(?:the|a|an) ', '', text)}"
    elif words[0].text.lower() not in LEADS and not any(t.dep == "poss" for t in words):
        text = f"{_article(text, unique=unique)} {text}" if not text.lower().startswith("the ") else text
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    minor = noun.lemma.lower() in word_set("nouns", "of_a_body") | word_set("nouns", "minor_offices")
    passing = minor and only_speaks(reading, person, beside=True) and not is_of_the_topic(reading, words, body)
    function = Phrase(
        role="told_function" if passing else "attribute", text=_lower_office(text), span=span, kind="function", head=noun.lemma.lower(), named=True
    )
    subject = Phrase(
        role="subject" if unique and not passing else "told_person", text=person.name, span=name.span, kind="person", head=name.lemma, named=True
    )
    clause = Clause(
        verb=Verb(lemma="be", finite=_copula(reading, noun, person)),
        subject=replace(subject, gender=person.gender, entities=(person,)),
        complements=(replace(function, taken_up=(*owner_spans(reading, words), *told, *first_mention(document, body))),),
    )
    return build_fact(reading, noun, clause, type="role", rule=NAME, predicate="be", confidence=0.95 if telling else BARE)


def is_of_the_topic(reading: Reading, words: list[Token], body: Entity | None) -> bool:
    """Whether the body or place of an office is named in the title: « Fort Gao’s fire chief » in an article on a fire in Fort Gao."""
    title = reading.document.article.title.casefold()
    owners = [e for t in words if t.dep in ("poss", "pobj") for e in reading.links.get(t.i, ())] + ([body] if body is not None else [])
    return any(name.casefold() in title for e in owners for name in (e.name, *e.aliases) if len(name) >= SHORTEST_NAME)


def is_only_one(words: list[Token], noun: Token) -> bool:
    """Whether one person alone has the function: « the Danish minister »; not « the Danish director », who directs no country."""
    others = [t for t in words if t is not noun and t.text.lower() not in LEADS]
    of_people = bool(others) and all(is_demonym(t.text) for t in others)
    lead = next((t.text for t in reversed(words[:-1]) if t.text != "-"), "")
    if lead.title() in ("Director", "Secretary", "Governor", "Attorney", "Solicitor", "Surgeon") and noun.text.lower() == "general":
        return True  # « Director-General »
    if is_headed(words, noun) and any(t.dep in ("poss", "pobj") for t in words):
        return True
    return noun.lemma.lower() in word_set("nouns", "unique") and not (of_people and noun.lemma.lower() not in word_set("nouns", "of_state"))


def check_own(reading: Reading, noun: Token, words: list[Token], person: Entity) -> None:
    """Raises Refused for a function that is held no more, or told by somebody else."""
    low = [t.text.lower() for t in words]
    if any(w.startswith(FORMER) and w.split("-")[0] in FORMER for w in low) or noun.has("Number=Plur"):
        raise Refused("a former or future function, or one of several people")
    if all(t.text in word_set("names", "titles") for t in words):
        raise Refused("a rank only")  # « Mr Justice X »
    if "whose" in low:
        raise Refused("a relative clause read as a phrase")
    if any(t.i not in reading.links and is_open(reading, t, None) for t in words):
        raise Refused("the function is told by another person")
    bodies = [t for t in words if t.dep in ("poss", "pobj") and t.pos == "NOUN" and t is not noun]
    if (bare := next((t for t in bodies if is_bare_body(reading, t)), None)) is not None:
        raise Refused(f"it is not told which {bare.text}")
    if any(t.dep == "poss" and person in reading.links.get(t.i, ()) for t in words):
        raise Refused("the function is told by its holder")


def say_owner_whole(reading: Reading, words: list[Token]) -> tuple[str, tuple[Span, ...]]:
    """The words of a function, the owner as the article brought it up, and where: « the county council’s engineer » for « the council’s »."""
    owner = next((t for t in words if t.dep == "poss" and t.pos == "NOUN"), None)
    told = fuller_mention(reading, owner) if owner is not None else []
    if not told:
        return say_tokens(reading, words), ()
    text = say_tokens(reading, [w for t in words for w in (told if t is owner else [t])]).replace(" ’s", "’s")
    return text, (Span(start=told[0].span.start, end=told[-1].span.end),)


def is_bare_body(reading: Reading, owner: Token) -> bool:
    """Whether the owner of a function is a bare « the agency », which neither a name nor the title tells."""
    document = reading.document
    told = [t for t in document.children(owner) if (t.dep not in ("case", "punct") and t.i < owner.i) or t.dep == "prep"]
    alone = [t.text.lower() for t in told] == ["the"]
    known = owner.i in reading.links or owner.lemma in title_words(document) or owner.lemma not in word_set("nouns", "organisations")
    return alone and not known and not fuller_mention(reading, owner)


def _article(text: str, *, unique: bool) -> str:
    """« the » for a function that one person holds, else « a » or « an »."""
    return "the" if unique else with_indefinite(text).split(" ")[0]


def _copula(reading: Reading, noun: Token, person: Entity) -> str:
    """« was » where the article tells it as past, or tells the end of it."""
    document = reading.document
    if any(is_end_of_office(document, document.tokens[i]) for i in person.mentions):
        return "was"
    above = document.head(noun)
    return "was" if (noun.dep == "attr" and above.text.lower() == "was") or is_old(document, noun) else "is"


def is_end_of_office(document: Document, name: Token) -> bool:
    """Whether a name stands where its bearer dies, is killed or ousted, or gives up an office: « X had been shot dead », « the body of X »."""
    verb = document.head(name)
    if any(t.text.lower() in ("not", "never", "if") for t in document.children(verb, "neg", "advmod", "mark")):
        return False
    if verb.text.lower() in ("of", "’s"):
        return document.head(verb).lemma in word_set("nouns", "deaths")
    if name.dep == "poss":
        return verb.lemma in word_set("nouns", "deaths")
    if name.dep in ("nsubj:pass", "obj"):
        return verb.lemma in word_set("verbs", "ending")
    own = [t.lemma for t in document.children(verb, "obj")]
    told = verb.lemma in ("die", "resign", "abdicate") or (verb.lemma in ("announce", "tender", "offer", "submit") and "resignation" in own)
    return name.dep == "nsubj" and told and not any(t.has("VerbType=Mod") for t in document.children(verb, "aux"))


def is_old(document: Document, noun: Token) -> bool:
    """Whether the function is told of a time long before the article: in a story without a date, or with a deed of an older year."""
    if not document.article.date:
        return is_of_old(document, noun)
    verb = next((t for t in document.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    words = [w for t in document.children(verb, "prep", "npadvmod") for w in document.subtree(t)] if verb is not None else []
    years = [int(w.text) for w in words if YEAR.fullmatch(w.text) and w.dep in ("pobj", "npadvmod")]
    return any(int(document.article.date[:4]) - year > RECENT for year in years)


def _lower_office(text: str) -> str:
    """« chief executive » for « Chief Executive » before a name."""
    text = re.sub(
        r"\b(?:Director|Secretary|Governor|Attorney|Solicitor|Inspector|Surgeon)[- ]General\b|\bVice[ -](?:President|Admiral)\b",
        lambda m: m.group().lower(),
        text,
    )
    text = re.sub(r"\b(?:Vice[ -]?)?(?:Chancellor|Premier)\b(?! [A-Z])", lambda m: m.group().lower(), text)
    text = re.sub(r"\b([A-Z][a-z]+) ([Mm]inister|[Ss]ecretary)\b", lambda m: m.group() if is_demonym(m.group(1)) else m.group().lower(), text)
    return re.sub(
        r"\b(Deputy|Vice|Assistant|Acting|Chief|Executive|President|Prime|Minister|Foreign|Director|Chairman|Chair|Captain|Coach|Professor)\b"
        r"(?! of [A-Z]\w+ [A-Z])",
        lambda m: m.group().lower(),
        text,
    )


def function_words(document: Document, noun: Token, name: Token) -> list[Token]:
    """The words of the function, without the name that stands in it. Raises Refused if they are broken."""
    ranks = word_set("names", "titles")
    head = document.head(noun) if noun.dep in ("compound", "nmod", "amod") and document.head(noun) is name else None
    if head is not None:
        words = [t for t in kept_tokens(document, name) if t.i <= noun.i]
    else:
        words = [t for t in kept_tokens(document, noun) if t.i != name.i]
        cut = next((i for i, t in enumerate(words) if t.i > name.i > noun.i), len(words))
        words = words[:cut]
    second = next((i for i, t in enumerate(words) if t.pos == "CCONJ" and i + 1 < len(words) and words[i + 1].dep in ("det", "poss")), len(words))
    words = [t for t in words[:second] if t.text.lower() not in PASSING]  # « the director and a cousin of the founder »
    while words and (words[-1].pos in ("PUNCT", "ADP", "CCONJ") or words[-1] is name or (words[-1] is not noun and words[-1].text in ranks)):
        words = words[:-1]
    if not words or any(t.text in (",", ";", "(") for t in words) or any(t.name == "PERSON" and t.dep != "poss" for t in words):
        raise Refused("the function is broken by something else")
    return words


def _tells_body(reading: Reading, words: list[Token], noun: Token) -> bool:
    """Whether the function says of which body or place, or in which field."""
    inside = [t for t in words if t is not noun and t.text.lower() not in LEADS]
    named = any(t.i in reading.links or t.name or is_demonym(t.text) or is_proper(t) for t in words if t is not noun)
    own = any(t.dep == "poss" and t.i in reading.links for t in words)
    return (
        named
        or own
        or any(t.dep == "pobj" for t in inside)
        or len(inside) >= 2
        or any(t.dep in ("compound", "amod") and t.pos in ("NOUN", "ADJ") for t in inside)
    )


def one_function_each(facts: Sequence[Fact]) -> list[Fact]:
    """`facts` with one function a person, the one that says most: two would both answer « Who is X? »."""
    best: dict[str, Fact] = {}
    for fact in facts:
        person = fact.argument("person")
        if fact.rule == NAME and person is not None and person.mention.entity is not None:
            known = best.get(person.mention.entity.name)
            best[person.mention.entity.name] = fact if known is None or _worth(fact) > _worth(known) else known
    return [f for f in facts if f.rule != NAME or f in best.values()]


def _worth(fact: Fact) -> tuple[float, int]:
    """How much a function tells: one that a body is named with first, then the longer one."""
    function = fact.argument("function")
    return fact.confidence, len(function.mention.text.split()) if function else 0
