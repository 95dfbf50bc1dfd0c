"""What a verb governs and what places it: objects, addressees, places, times, aims, clauses under it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quizgen.langs.en.clause.causes import blamed_change, read_cause
from quizgen.langs.en.clause.relatives import outer_object
from quizgen.langs.en.clause.spots import join_places, split_place
from quizgen.langs.en.clause.tallies import join_votes, part_crowd
from quizgen.langs.en.clause.verbs import RELATIVE, find_subject, is_clause_head, is_particle, is_passive, is_stranded, read_verb
from quizgen.langs.en.forms import dates
from quizgen.langs.en.forms.amounts import SCORE
from quizgen.langs.en.forms.morphology import lower_first
from quizgen.langs.en.lexicon import read_words, word_set
from quizgen.langs.en.phrase.constituents import tells_which
from quizgen.langs.en.phrase.moments import is_relative_time, read_moment
from quizgen.langs.en.phrase.phrases import PLACES, read_phrase
from quizgen.langs.en.phrase.wording import say_tokens
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Reading, Span, Token

PLACE_MARKERS = (
    "in",
    "at",
    "on",
    "near",
    "off",
    "from",
    "to",
    "into",
    "onto",
    "across",
    "along",
    "outside",
    "inside",
    "around",
    "through",
    "over",
    "under",
    "towards",
    "toward",
    "within",
    "north of",
    "south of",
    "east of",
    "west of",
    "outside of",
    "beneath",
    "above",
    "between",
    "behind",
    "beside",
)
SAYABLE = ("thing", "word", "line", "prayer", "mass", "goodbye", "name", "sorry", "thank", "phrase", "sentence", "something", "nothing", "anything")
OWN = re.compile(r"(?:all |both )?(his|her|its|their)( \w+)?( \S+)$")
COUNTED_FROM = ("ago", "later", "earlier", "before", "after", "apart", "early", "late", "on", "long", "away")
RATES = ("a", "an", "each", "every", "per")
ORDINAL = re.compile(r"(?i)first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th)")
STATE = re.compile(r"^[a-z]+(?:tion|sion|ity|ence|ance|ship)\b")
DEED = re.compile(r"(?:[^n]ment|tion|sion|sal|val|ture)$")  # « appointment », « dismissal », « departure »
LASTING = ("take", "need", "require")
HEARD = ("tell", "inform", "warn", "remind", "assure", "notify")
TIMES = ("once", "twice", "thrice")
DURING = ("for", "in", "within", "after", "over", "during", "")
NEARLY = ("shortly", "soon", "just", "immediately", "right", "long", "well")
LONGEST_PURPOSE = 16  # words; a longer aim is a second statement
LONGEST_STATE = 10  # words of « reluctant to impose limits »
OPEN_QUESTIONS = ("whether", "if", "how", "when", "where", "what", "which", "who", "why")
FRAMES = (
    "with",
    "without",
    "despite",
    "like",
    "including",
    "following",
    "amid",
    "upon",
    "unlike",
    "besides",
    "except",
    "regarding",
    "concerning",
    "given",
)


def read_complements(reading: Reading, head: Token, subject: Phrase | None) -> tuple[Phrase | Clause, ...]:
    """What the verb governs and what places it, in reading order. Raises Refused if something needed is unclear."""
    document = reading.document
    check_alternative(document, head)
    check_second_doer(document, head)
    parts: list[tuple[int, Phrase | Clause]] = []
    for token in document.children(head):
        if (cause := read_cause(reading, token, subject)) is not None:
            parts.append((token.i, cause))
        elif (attempt := read_attempt(reading, token, head)) is not None:
            parts.append((token.i, attempt))
        elif (deed := read_means(reading, token, head) or read_deed_under(reading, token, head)) is not None:
            parts.append((token.i, deed))
        elif token.dep in ("xcomp", "ccomp") and (token.pos in ("VERB", "AUX") or is_clause_head(document, token)):
            parts.append((token.i, read_inner(reading, token, subject)))
        elif token.dep == "advcl" and head.lemma in LASTING and token.i > head.i and is_bare_aim(document, token):
            raise Refused("what takes so long is cut")  # « can take 50 days to appear »
        elif (
            token.dep == "advcl"
            and is_passive(document, head)
            and token.lemma == "be"
            and any(t.text.lower() == "to" for t in document.children(token, "aux"))
        ):
            raise Refused("what is found to be so")  # « were found to be over the limit » tells no aim
        elif token.dep == "advcl" and not is_objects_own(document, token, head) and (aim := read_purpose(reading, token)):
            parts.append((token.i, aim))
        elif token.dep in ("obj", "dative", "attr", "acomp", "oprd", "agent", "prep", "npadvmod", "advmod", "xcomp"):
            parts += [(token.i, p) for p in _phrases(reading, token, head, subject)]
    if (aim := shared_aim(reading, head)) is not None:
        parts.append((0, aim))
    parts += [(document.subtree(head)[-1].i, p) for p in (declared_state(reading, head), blamed_change(reading, head)) if p is not None]
    parts += [(0, p) for p in shared_frame(reading, head, subject) if not any(q.kind == "time" for _, q in parts if isinstance(q, Phrase))]
    parts += [(len(document.tokens), p) for p in paid_for(reading, head, [p for _, p in parts if isinstance(p, Phrase)])]
    outside = outer_object(reading, head)
    if outside is not None:
        parts.append((document.subtree(head)[-1].i if outside.kind == "time" else head.i, outside))  # a time is said after the object
    parts = [part for n, part in enumerate(parts) if isinstance(part[1], Clause) or not is_inside(part[1].span, n, [p for _, p in parts])]
    parts = [(i, p) for i, p in parts if isinstance(p, Clause) or not is_of_the_start(p, [q for _, q in parts if isinstance(q, Phrase)])]
    ordered = sorted(parts, key=lambda p: (p[0] < head.i, p[0]))  # what opens the sentence is said last
    return join_votes(join_places(part for _, part in ordered), head.lemma)


def is_of_the_start(time: Phrase, parts: list[Phrase]) -> bool:
    """Whether a time belongs to the level from which something rose: « from 64 percent in 2019 to 73 percent »."""
    starts = [p for p in parts if p.marker == "from" and p.kind != "time" and re.search(r"\d", p.text)]
    ends = [p for p in parts if p.marker == "to" and p.kind != "time" and re.search(r"\d", p.text)]
    return time.kind == "time" and any(a.span.end <= time.span.start and time.span.end <= b.span.start for a in starts for b in ends)


def is_inside(mine: Span, place: int, parts: list[Phrase | Clause]) -> bool:
    """Whether a part stands within another that has been read whole as a time: « to 2018 » of « from 2009 to 2018 »."""
    times = [(n, p.span) for n, p in enumerate(parts) if n != place and isinstance(p, Phrase) and p.kind == "time"]
    return any(span.start <= mine.start and mine.end <= span.end and (span != mine or n < place) for n, span in times)


def is_bare_aim(document: Document, aim: Token) -> bool:
    """Whether an infinitive has nothing beside « to », so that it is told nowhere else."""
    return [t.text.lower() for t in document.children(aim) if t.pos != "PUNCT"] == ["to"]


def shared_aim(reading: Reading, head: Token) -> Clause | None:
    """The aim that opens the sentence and holds for each of its clauses: « To save fuel, X sold A, Y sold B »; None if there is none."""
    document = reading.document
    first = document.tokens[document.sentence_of(head).first]
    aim = document.head(first)
    if first.text.lower() != "to" or aim.dep != "advcl" or document.head(aim) is head or head.dep not in ("ROOT", "parataxis", "conj"):
        return None
    above = document.head(aim)
    joined = document.head(above) is head or document.head(head) is above
    if any(
        t.text.lower() == "and" and min(above.i, head.i) < t.i < max(above.i, head.i)
        for t in (*document.children(above, "cc"), *document.children(head, "cc"))
    ):
        return None  # « To save fuel X sailed past A, and it spent a year in B »: it may hold for the first alone
    return read_purpose(reading, aim) if joined and document.child(head, "nsubj") is not None else None


def shared_frame(reading: Reading, head: Token, subject: Phrase | None) -> list[Phrase]:
    """What opens a sentence and holds for its second verb too: « During the trip of 2019, X took A and collected B »; empty if it is not sure."""
    document = reading.document
    first = document.head(head)
    doer = document.child(first, "nsubj")
    joined = head.dep == "conj" and head.has("Tense=Past", "VerbForm=Fin") and first.has("Tense=Past", "VerbForm=Fin") and first.dep == "ROOT"
    if not joined or doer is None or document.children(head, "nsubj", "nsubj:pass", "aux"):
        return []
    frame = document.child(first, "prep")
    opens = frame is not None and frame.text.lower() == "during" and document.subtree(frame)[0].i == document.sentence_of(head).first
    return _phrases(reading, frame, first, subject) if frame is not None and opens else []


def paid_for(reading: Reading, head: Token, parts: list[Phrase]) -> list[Phrase]:
    """« for the repairs » where the sentence before tells what they cost and this one only what somebody pays; empty if anything else is told."""
    document = reading.document
    number = document.sentence_number(head)
    if head.lemma != "pay" or len(parts) != 1 or parts[0].kind != "measure" or not number:
        return []
    before, here = document.sentences[number - 1], document.sentences[number]
    cost = next((t for t in document.words(before) if t.lemma == "cost" and t.dep == "ROOT"), None)
    thing = document.child(cost, "nsubj") if cost is not None else None
    if (
        thing is None
        or thing.pos != "NOUN"
        or before.paragraph != here.paragraph
        or not any(t.text.lower() == "the" for t in document.children(thing))
    ):
        return []
    phrase = read_phrase(reading, thing, "told_purpose", marker="for")
    return [replace(phrase, text=lower_first(phrase.text), span=head.span, taken_up=(*phrase.taken_up, phrase.span))]


def read_attempt(reading: Reading, prep: Token, head: Token) -> Clause | None:
    """« in an attempt to slow the flood »: an aim; None if it is none that can be said."""
    document = reading.document
    noun = document.child(prep, "pobj") if prep.text.lower() == "in" and prep.i > head.i else None
    deed = document.child(noun, "acl") if noun is not None and noun.lemma in ("attempt", "effort", "bid") else None
    beside = [t for t in document.subtree(noun) if deed is not None and t.i < document.subtree(deed)[0].i] if noun is not None else []
    if noun is None or deed is None or [t.text.lower() for t in beside[:-1]] not in (["a"], ["an"]):
        return None
    aim = read_purpose(reading, deed)
    return replace(aim, link=f"in {beside[0].text.lower()} {noun.text} to") if aim is not None else None


def declared_state(reading: Reading, head: Token) -> Clause | None:
    """« to be a pandemic » of « declared the outbreak to be a pandemic »; None if nothing is declared to be anything."""
    document = reading.document
    thing = document.child(head, "obj") if head.lemma == "declare" else None
    be = next((t for t in document.subtree(head) if thing is not None and t.i > thing.i and t.lemma == "be" and t.dep == "xcomp"), None)
    told = document.child(be, "attr") if be is not None and [t.text.lower() for t in document.children(be, "aux")] == ["to"] else None
    if be is None or told is None:
        return None
    return Clause(verb=read_verb(document, be), complements=(read_phrase(reading, told, "attribute"),), link="to", role="content")


def read_means(reading: Reading, prep: Token, head: Token) -> Clause | None:
    """« by selling two mills »: how something was done, told by a deed of its own; None if it cannot be told whole."""
    document = reading.document
    deed = document.child(prep, "pcomp") if prep.text.lower() == "by" and prep.i > head.i else None
    before = document.before(prep)
    if deed is None or deed.i != prep.i + 1 or not deed.has("Aspect=Prog") or is_passive(document, head) or before is None or before.text == ",":
        return None
    loose = document.children(deed, "conj", "advcl", "ccomp", "xcomp", "neg") or any(
        t.pos == "PRON" and t.dep != "poss" for t in document.subtree(deed)
    )
    following = document.after(document.subtree(deed)[-1])
    if loose or following is None or following.text.lower() in ("but", "or", "if", "unless"):
        return None
    try:
        found = read_complements(reading, deed, None)
    except Refused:
        return None
    parts = tuple(p if isinstance(p, Clause) else replace(p, role=f"aim_{p.role}") for p in found)
    told = any(p.role in ("aim_object", "aim_told_object") for p in parts) and sum(len(p.text.split()) for p in parts if isinstance(p, Phrase)) > 1
    clause = Clause(verb=read_verb(document, deed), complements=parts, link="by", role="means", core=False)
    return clause if told and sum(len(p.text.split()) for p in clause.phrases()) <= LONGEST_PURPOSE else None


def read_deed_under(reading: Reading, prep: Token, head: Token) -> Clause | None:
    """« accused X of ignoring the lake », « of having ignored it »: the clause behind a preposition that the verb governs; None if there is none."""
    document = reading.document
    deed = document.child(prep, "pcomp") if prep.dep == "prep" and prep.i > head.i else None
    marker = prep.text.lower()
    having = deed is not None and any(t.text.lower() == "having" for t in document.children(deed, "aux"))
    if deed is None or not (having or deed.has("Aspect=Prog")) or head.lemma not in read_words("verbs")["governs"].get(marker, ()):
        return None
    parts = read_complements(reading, deed, None)
    cut = cut_parts(document, deed, parts)
    if any(t.text.lower() in ("without", "except", "unless", "if") for part in cut for t in document.subtree(part)[:1]):
        raise Refused("what is cut changes the deed")  # « for driving without a licence »
    return Clause(verb=read_verb(document, deed), complements=parts, link=marker, role="content", whole=not cut)


def cut_parts(document: Document, deed: Token, parts: tuple[Phrase | Clause, ...]) -> list[Token]:
    """What hangs on a deed and is not among the parts read: « and hiding the money » of « for bribing a judge and hiding the money »."""
    spans = [p.span for part in parts for p in (part.phrases() if isinstance(part, Clause) else (part,))]
    behind = [t for t in document.children(deed, "obj", "prep", "xcomp", "ccomp", "acomp", "advcl", "conj", "agent", "dative") if t.i > deed.i]
    ends = [(document.subtree(t)[0].span.start, document.subtree(t)[-1].span.end) for t in behind]
    return [t for t, (start, end) in zip(behind, ends, strict=True) if not any(s.start < end and start < s.end for s in spans)]


def check_second_doer(document: Document, head: Token) -> None:
    """Raises Refused for « was caused by X, and by Y in March », of which half would be wrong."""
    second = next((t for t in document.children(head, "conj") if t.pos == "ADP"), None)
    if second is not None and any(t.text.lower() == second.text.lower() and t.i < second.i for t in document.children(head, "prep", "agent")):
        raise Refused("half of it would be wrong")
    check_gapped(document, head)
    check_times(document, head)


def check_times(document: Document, head: Token) -> None:
    """Raises Refused for « sailed past A three times and B once », of which the parser hung both counts on the verb."""
    told = [t for t in document.children(head, "advmod", "npadvmod") if t.i > head.i]
    counts = [t for t in told if t.text.lower() in TIMES or (t.lemma == "time" and document.child(t, "nummod") is not None)]
    if len(counts) > 1:
        raise Refused("two things with a count of times each")


def check_gapped(document: Document, head: Token) -> None:
    """Raises Refused for « put A at 36 percent and B at 27 percent », of which the second thing is read as joined to the first amount."""
    preps = [t for t in document.children(head, "prep") if t.i > head.i]
    for first, second in pairwise(preps):
        amounts = [document.child(t, "pobj") for t in (first, second)]
        counted = all(n is not None and (n.pos == "NUM" or document.child(n, "nummod") is not None) for n in amounts)
        thing = document.child(amounts[0], "conj") if amounts[0] is not None else None
        joined = thing is not None and document.before(second) is document.subtree(thing)[-1] and document.child(thing, "nummod") is None
        if counted and joined and first.text.lower() == second.text.lower() and thing is not None and thing.pos != "NUM":
            raise Refused("two things with an amount each")


def check_alternative(document: Document, head: Token) -> None:
    """Raises Refused for « will win or lose it »: half of it says something else."""
    above = document.head(head) if head.dep == "conj" and document.head(head).pos in ("VERB", "AUX") else head
    if any(t.text.lower() in ("or", "nor") and t.i > verb.i for verb in (head, above) for t in document.children(verb, "cc")):
        raise Refused("one of two things, it is not said which")


def _phrases(reading: Reading, token: Token, head: Token, subject: Phrase | None) -> list[Phrase]:
    """The complements that `token` gives: itself, and the place or time that the parser hung on it."""
    document = reading.document
    scored = token.dep == "npadvmod" and SCORE.fullmatch(token.text) is not None  # « beat the holders, Lund, 3–1 »
    if token.dep in ("obj", "attr", "npadvmod", "oprd") and token.i > head.i and is_after_comma(document, token) and not scored:
        if token.pos == "PROPN" and document.child(token, "conj") is not None:
            raise Refused("a list that the parse has not seen")
        return []
    if is_in_brackets(document, token, head):
        return []
    if (
        token.dep in ("obj", "npadvmod")
        and token.i > head.i
        and (joint := document.before(document.subtree(token)[0])) is not None
        and joint.pos == "CCONJ"
    ):
        raise Refused("what another does is told without its verb")  # « A opens on Monday and B on Friday »
    if token.dep in ("prep", "agent", "dative") and token.pos in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
        return _prepositional(reading, token, head, subject)
    if token.dep in ("obj", "attr"):
        if token.text.lower() in RELATIVE or token.text.lower() == "whom":
            return []
        return _object(reading, token, head, subject)
    if token.dep == "dative":
        return [replace(read_phrase(reading, token, "told_receiver", subject=subject), core=True)]
    if token.dep in ("acomp", "oprd") and (place := place_taken(token, head)) is not None:
        return [place]
    if token.dep in ("acomp", "oprd") or (token.dep == "xcomp" and token.pos == "ADJ"):
        return [read_state(reading, token)]
    if token.dep == "npadvmod" or (token.dep == "advmod" and token.i > head.i):
        return _adverbial(reading, token, head)
    return []


def is_objects_own(document: Document, aim: Token, verb: Token) -> bool:
    """Whether an infinitive belongs to the object of the verb: « holds a licence to drill » tells no aim of the holding."""
    noun = document.child(verb, "obj")
    return noun is not None and noun.lemma in word_set("nouns", "with_infinitive") and document.subtree(aim)[0].i == noun.i + 1


def own_aim(document: Document, noun: Token, verb: Token) -> Token | None:
    """The infinitive that tells what an object is for, though the parser hung it on the verb: « a licence to drill »; None if there is none."""
    if noun.lemma not in word_set("nouns", "with_infinitive"):
        return None
    found = next((t for t in document.children(verb, "advcl") if t.i > noun.i and document.subtree(t)[0].i == noun.i + 1), None)
    if found is None or document.subtree(found)[0].text.lower() != "to":
        return None
    words = document.subtree(found)
    loose = any(t.pos == "PRON" or t.text in (",", ";") for t in words)
    return found if len(words) <= LONGEST_STATE and not loose else None


def is_in_brackets(document: Document, token: Token, head: Token) -> bool:
    """Whether a bracket that opens behind the verb holds `token`: « is recovering (8 million visitors in 2017) »."""
    marks = [t.text for t in document.tokens[head.i : token.i] if t.text in ("(", ")")]
    return marks.count("(") > marks.count(")")


def is_after_comma(document: Document, token: Token) -> bool:
    """Whether the phrase of `token` opens after a comma: it says again what stands before."""
    first = document.subtree(token)[0]
    before = document.before(first)
    return first.text == "," or (before is not None and before.text == ",")


def _object(reading: Reading, token: Token, head: Token, subject: Phrase | None) -> list[Phrase]:
    """The object or attribute, and what places the clause though the parser hung it on the object."""
    document = reading.document
    if (
        token.dep == "obj"
        and (moment := read_moment(reading, token, "")) is not None
        and head.lemma not in ("spend", "take", "last", "mark", "celebrate")
    ):
        return [moment]
    if is_near_time(document, token):
        return []  # « moved its accounts to a new system last spring »
    check_object(reading.document, token, head)
    if token.dep == "obj" and token.i > head.i and document.child(token, "amod") is not None and is_counted_from(document, token):
        raise Refused("a rank read as a part of a time")  # « headed the second ten minutes from time »
    role = "attribute" if token.dep == "attr" else "object"
    inner = reading.document.child(token, "acl", "acl:relcl")
    if head.lemma == "want" and inner is not None and any(t.text.lower() == "to" for t in reading.document.children(inner, "aux")):
        raise Refused("it is not the thing that is wanted")  # « wants the next round to cover gangs »
    phrase = read_phrase(reading, token, role, subject=subject)
    deed = reading.document.child(token, "acl")
    if role == "attribute" and deed is not None and tells_which(reading.document, token, deed) and deed.span.start >= phrase.span.end:
        raise Refused("it is not told of what somebody is the first")
    if role == "object" and head.lemma in HEARD and reading.document.child(head, "ccomp", "xcomp") is not None:
        return [replace(phrase, role="told_hearer")]  # « told RPP radio that he had never met X »
    if role == "object" and is_half_of_list(document, token, head):
        phrase = replace(phrase, role="told_object")  # « blamed the rain, which came early, and the council »
    if role == "object" and (other := second_behind_aside(document, token, head)) is not None:
        return [with_second(reading, phrase, other)]
    if role == "object" and OWN.match(phrase.text):
        phrase = replace(phrase, role="told_object")  # « his condolences » answers nothing
    if (aim := own_aim(document, token, head)) is not None and phrase.text.startswith(("a ", "an ")):
        words = [t for t in document.subtree(aim) if t.pos != "PUNCT"]
        phrase = replace(phrase, text=f"{phrase.text} {say_tokens(reading, words)}", span=Span(start=phrase.span.start, end=words[-1].span.end))
    parts = split_place(reading, token, phrase, subject) if role == "object" else [phrase]
    hung = [moment for moment in hung_moments(reading, token) if moment.text not in phrase.text]
    return [*parts, *hung] if role == "object" else parts


def is_half_of_list(document: Document, thing: Token, head: Token) -> bool:
    """Whether a second object stands behind an aside, so that the parser hung it on the verb."""
    others = [t for t in document.children(head, "conj") if t.i > thing.i and t.pos in ("NOUN", "PROPN")]
    return any(not document.children(t, "nsubj", "nsubj:pass", "cop", "aux", "case") for t in others)


def second_behind_aside(document: Document, thing: Token, head: Token) -> Token | None:
    """The second object behind a clause between commas, in which the parser hung it: « expects higher costs, as fuel is dear, and fewer guests »."""
    sentence = document.sentence_of(thing)
    aside = next((t for t in document.children(head, "advcl") if t.i > thing.i), None)
    comma = document.after(document.subtree(thing)[-1])
    if aside is None or comma is None or comma.text != "," or document.child(thing, "conj") is not None:
        return None
    words = document.subtree(aside)
    others = [t for t in words if t.dep == "conj" and t.pos == "NOUN" and t.i > aside.i]
    if words[0].i != comma.i + 1 or len(others) != 1:
        return None
    first, joint, mark = (document.tokens[i] for i in range(document.subtree(others[0])[0].i, document.subtree(others[0])[0].i - 3, -1))
    ends = all(t.pos == "PUNCT" for t in document.words(sentence) if t.i > document.subtree(others[0])[-1].i)
    bare = first.pos == "ADJ" or first is others[0]
    return others[0] if ends and bare and joint.text.lower() == "and" and mark.text == "," and not document.children(others[0], "nummod") else None


def with_second(reading: Reading, phrase: Phrase, other: Token) -> Phrase:
    """`phrase` as one of two things, told with the other."""
    second = read_phrase(reading, other, "object")
    return replace(phrase, text=f"two things, {phrase.text} and {second.text}", span=Span(start=phrase.span.start, end=second.span.end), number="p")


def check_object(document: Document, token: Token, head: Token) -> None:
    """Raises Refused for an object that stands before its verb, or behind a comma: « 15 survived, among them a boy »."""
    if token.dep != "obj":
        return
    if is_taken_away(document, token, head):
        raise Refused("whose it is is told before")  # « announced that the state would revoke its licence »
    if token.i < head.i and head.dep != "acl:relcl" and not any(t.text.lower() in ("what", "which", "whose", "how") for t in document.subtree(token)):
        raise Refused("an object before its verb: the parse is wrong")
    if head.lemma == "say" and token.i > head.i and token.pos == "NOUN" and token.lemma not in SAYABLE and token.i not in document.quotations:
        raise Refused("what is said is no thing: the parse is wrong")  # « said fewer were missing: ten items »
    between = [t.text.lower() for t in document.tokens[head.i + 1 : token.i]]
    if "," in between and any(f"{a} {b}" in ("among them", "including them", "among whom") for a, b in pairwise(between)):
        raise Refused("one of them read as an object")
    marks = [t for t in document.tokens[head.i + 1 : document.subtree(token)[0].i] if t.text in (",", ";", "—", "–")]
    if len(marks) == 1 and document.before(document.subtree(token)[0]) in marks and not document.children(token, "amod", "conj"):
        raise Refused("an object behind a comma: the parse is wrong")


def is_taken_away(document: Document, thing: Token, verb: Token) -> bool:
    """Whether what somebody had been granted is taken: « revoke its licence », which is not that of whoever takes it."""
    owned = any(t.text.lower() in ("its", "their", "his", "her") for t in document.children(thing, "poss"))
    return owned and verb.lemma in word_set("verbs", "depriving") and thing.lemma in word_set("nouns", "granted")


def hung_moments(reading: Reading, noun: Token) -> list[Phrase]:
    """Dates that the parser hung on a noun: « opened its new hall on 3 May 2019 »."""
    document = reading.document
    found = []
    for prep in (t for t in document.children(noun, "prep", "npadvmod") if t.i > noun.i):
        day = document.child(prep, "pobj") if prep.dep == "prep" else prep
        moment = read_moment(reading, day, prep.text.lower() if prep.dep == "prep" else "") if day is not None else None
        if moment is not None and moment.marker in ("on", "in", "since", "until"):
            found.append(moment)
    return found[:1]


def _prepositional(reading: Reading, prep: Token, head: Token, subject: Phrase | None) -> list[Phrase]:
    """The phrase behind a preposition that hangs on the verb, with its role; a circumstance that cannot be told is left out."""
    document = reading.document
    marker, noun = read_preposition(document, prep)
    check_preposition(document, prep, noun, head)
    if noun is None or document.child(prep, "conj") is not None or is_subjects_aside(document, prep, head) or is_apart(document, prep, head):
        return []  # « from X and from the captain, Y »: half of it would be wrong
    if marker in ("in", "for") and noun.text.lower() == "part" and not document.children(noun):
        span = Span(start=prep.span.start, end=noun.span.end)
        return [Phrase(role="told_manner", text=f"{marker} part", span=span, head="part")]  # « was paid for in part by X »
    governed = is_governed(document, prep, head, marker)
    if (
        is_of_aside(document, prep, head)
        or is_end_of_span(document, prep, noun)
        or (not governed and is_of_frame(document, prep, noun, head, marker))
    ):
        return []
    if noun.text.lower() in (*RELATIVE, "whom", "whose", "where"):
        raise Refused("a relative clause whose object is outside")
    try:
        phrase = read_phrase(reading, noun, "complement", marker=marker, subject=subject)
    except Refused:
        if governed and prep.i > head.i:
            raise
        return []
    near = is_relative_time(f"{marker} {document.text(phrase.span)}") and _is_time_noun(noun)
    if phrase.kind != "time" and (near or (marker == "for" and noun.text.lower() in dates.MONTHS)):
        return []  # « is planned for April », of what year is not known
    role = role_of(document, prep, head, phrase, marker)
    if marker == "from" and phrase.kind == "measure" and (way := read_way(reading, prep, phrase)):
        return way
    role = "told_help" if marker == "with" and noun.lemma in word_set("nouns", "helping") and not governed else role
    if is_told_only(document, noun, head, phrase, role):
        role = f"told_{role}"
    core = governed or (role in ("addressee", "agent") or (prep.i > head.i and role.endswith("complement")))
    told = replace(with_nearness(document, prep, phrase), role=role, core=core and role not in ("time",))
    if phrase.count and noun.lemma in word_set("nouns", "crowds"):
        return part_crowd(reading, noun, told, subject)
    dating = marker in ("since", "after", "before", "until", "till", "during", "following")  # « closed since a fire in October 2012 »
    hung = [moment for moment in hung_moments(reading, noun) if moment.text not in told.text and not dating]
    return [*(split_place(reading, noun, told, subject) if role in ("duration", "complement") else (told,)), *hung]


def is_without_currency(document: Document, sum_: Token, head: Token, marker: str) -> bool:
    """Whether a price is a bare number, whose currency an earlier sum tells: « A was bought for two million pounds, B for around 600,000 »."""
    bare = sum_.pos == "NUM" and not document.children(sum_, "prep", "nmod")
    sign = any(t.text in word_set("questions", "signs") for t in document.tokens[max(0, sum_.i - 2) : sum_.i + 2])
    large = re.search(r"\d,\d{3}|illion|thousand", sum_.text) is not None
    return marker in ("for", "at") and head.lemma in word_set("verbs", "trading") and bare and large and not sign


def read_way(reading: Reading, prep: Token, start: Phrase) -> list[Phrase]:
    """« from 5% to 12% », which is asked whole, and the time that the parser hung on it; empty where no second measure follows."""
    document = reading.document
    to = next((t for t in document.children(prep, "prep") if t.text.lower() == "to" and t.i > prep.i), None)
    level = document.child(to, "pobj") if to is not None else None
    end = read_phrase(reading, level, "complement", marker="to") if level is not None else None
    if end is None or end.kind != "measure":
        return []
    span = Span(start=start.span.start, end=end.span.end)
    if "," in document.text(span).replace(start.text, ""):
        return []
    late = (document.child(t, "pobj") for t in document.children(prep, "prep") if t.text.lower() == "in" and t.span.start >= span.end)
    moments = [m for day in late if day is not None and (m := read_moment(reading, day, "in")) is not None]
    if re.search(r" in .* to ", document.text(span)):
        return []  # each level has a year of its own
    return [replace(start, text=document.text(span), span=span, role="complement", count="", counted="", core=True), *moments[:1]]


def is_told_only(document: Document, noun: Token, head: Token, phrase: Phrase, role: str) -> bool:
    """Whether a part answers nothing: « into its waters », or half of « by the minister, Marta Silva, and the rebel »."""
    own = role == "complement" and phrase.kind == "thing" and OWN.match(phrase.text) is not None
    return own or (role == "agent" and is_half_of_list(document, noun, head))


def with_nearness(document: Document, prep: Token, phrase: Phrase) -> Phrase:
    """« shortly after 6 a.m. », whose adverb is a part of the preposition."""
    near = document.before(prep)
    bound = phrase.marker in ("after", "before") and near is not None and near.dep == "advmod" and near.text.lower() in NEARLY
    return replace(phrase, marker=f"{near.text.lower()} {phrase.marker}") if bound and near is not None else phrase


def is_of_frame(document: Document, prep: Token, noun: Token, head: Token, marker: str) -> bool:
    """Whether a phrase that the verb does not govern only frames the clause, compares it, or is nothing without the clause that hangs on its noun."""
    if any(document.children(t, "mark") and is_clause_head(document, t) for t in document.children(noun, "acl", "ccomp")):
        return True  # « in a bet that sales will rise »
    if marker == "as" and prep.i < head.i and document.subtree(noun) == (noun,):
        return True  # « As winners, the Rovers will play »: of what is told elsewhere
    if marker.startswith("compared") or prep.text.lower() == "compared" or (marker in FRAMES and marker != "with"):
        return True
    told = document.child(noun, "acl:relcl") is not None
    if told and (noun.lemma == "way" or (marker == "in" and noun.lemma in word_set("nouns", "hanging"))):
        return True  # « over the way X had treated him », « in a move that surprised many »
    return noun.lemma in word_set("nouns", "frames") and marker in ("in", "at", "on", "for", "as", "by")


def is_of_aside(document: Document, prep: Token, head: Token) -> bool:
    """Whether a preposition goes on with what a comma parts from the clause: « owes 12 billion to creditors, a quarter of it | to China ».

    So does one that opens a share there: « had 23,000 cases, | over half of the total ».
    """
    before, share = document.before(prep), document.child(prep, "pobj")
    if any(t.text.lower() == "compared" and t.dep == "prep" and head.i < t.i < prep.i for t in document.children(head)):
        return True  # « lost 10 %, compared with 30 % in Gao, | in 2011 »
    if prep.text.lower() == "from" and before is not None and before.text.lower() in ("up", "down") and share is not None and share.pos == "NUM":
        return True  # « 60,000 marched through Gao, up | from 25,000 in May »
    if is_counted_into(document, prep):
        return True
    told = share is not None and (share.lemma in word_set("nouns", "fractions") or share.pos == "NUM")
    mood = document.head(before) if before is not None and before.pos == "NOUN" and before.dep == "pobj" else None
    if mood is not None and mood.text.lower() == "in" and prep.text.lower() == "at" and before is not None and not document.children(before):
        return True  # « walked out in anger | at a draft »
    if before is not None and before.text == "," and prep.text.lower() in ("over", "about", "around", "under") and told:
        return True
    comma = next((t for t in reversed(document.tokens[head.i : prep.i]) if t.text == ","), None)
    between = [t for t in document.tokens[comma.i + 1 : prep.i] if not SCORE.fullmatch(t.text)] if comma is not None else ()
    return any(t.dep in ("npadvmod", "appos") and t.pos in ("NOUN", "PRON", "NUM") and t.text.lower() not in dates.WEEKDAYS for t in between)


def is_end_of_span(document: Document, prep: Token, noun: Token) -> bool:
    """Whether a preposition tells where a time ends (« in the year | to September »), or is read with the word before it."""
    before = document.before(prep)
    if is_of_exchange(document, prep):
        return True
    return prep.text.lower() == "to" and before is not None and before.lemma in word_set("nouns", "durations") and noun.text.lower() in dates.MONTHS


def is_governed(document: Document, prep: Token, head: Token, marker: str) -> bool:
    """Whether the verb calls for the preposition: « consists of », « gave approval to a bill », « came upon the entrance »."""
    if head.lemma in read_words("verbs")["governs"].get(marker, ()) or prep.dep in ("agent", "dative"):
        return True
    given = marker == "to" and head.lemma in word_set("verbs", "recipients") and document.child(head, "obj") is not None and prep.i > head.i
    return given or (marker == "upon" and prep.i == head.i + 1)


def is_apart(document: Document, prep: Token, head: Token) -> bool:
    """Whether what a preposition opens ends with a colon before the sentence (« Among the deals: X will build … »), or tells of some (« most of them
    under five »), or compares.
    """
    closing, before = document.after(document.subtree(prep)[-1]), document.before(prep)
    noun = document.child(prep, "pobj")
    if noun is not None and prep.text.lower() == "among" and noun.text.lower() == "others":
        return True  # « was paid for by, among others, the Lund Trust »
    if noun is not None and noun.pos == "NUM" and document.child(noun, "poss") is not None:
        return True  # « 2.8 million votes to the president’s 1.8 million »
    if before is not None and before.text == "," and prep.i > head.i and head.dep in ("advcl", "acl:relcl"):
        return True  # it belongs to a verb further up
    some = before is not None and before.text.lower() in ("them", "which", "whom", "it") and document.head(before).text.lower() == "of"
    return some or (prep.i < head.i and closing is not None and closing.text == ":")


def check_preposition(document: Document, prep: Token, noun: Token | None, head: Token) -> None:
    """Raises Refused for a preposition that shows that the parse of the clause is wrong, or that stands without its noun."""
    if noun is not None and is_without_currency(document, noun, head, prep.text.lower()):
        raise Refused("a sum whose currency is told before")
    marker = prep.text.lower()
    if noun is None and prep.i == head.i + 1 and prep.dep == "prep" and not (document.children(prep) or is_stranded(document, head, prep)):
        raise Refused("a preposition without its noun")  # « was paid for by X »
    content = document.child(prep, "pcomp")
    if content is not None and prep.i == head.i + 1 and document.subtree(content)[0].text.lower() in ("how", "what", "why", "whether", "where"):
        raise Refused("what it is about is a clause, which is not told")  # « were alarmed at how easily the bridge had burnt »
    if marker == "by" and prep.dep == "prep" and document.child(head, "agent") is not None and is_passive(document, head):
        raise Refused("two who did it: the parse is wrong")
    if marker == "of" and prep.i > head.i and not document.children(head, "agent") and is_behind_moment(document, prep, head):
        raise Refused("what follows belongs to the noun before")  # « the murder last week of a colleague »
    if noun is not None and noun.lemma in word_set("nouns", "durations") and is_ended(document, noun):
        raise Refused("a time of which the end is cut")  # « in the three months to May »
    if noun is not None and SCORE.fullmatch(noun.text) and marker == "from":
        raise Refused("a score is no place")  # « came from 2–0 down »
    if noun is not None and (is_cut_clause(document, prep, noun, head) or is_next_sum(document, noun, head)):
        raise Refused("what follows belongs elsewhere: the parse is wrong")


def is_ended(document: Document, noun: Token) -> bool:
    """Whether « to May » stands behind a time."""
    to = document.after(noun)
    month = document.after(to) if to is not None and to.text.lower() == "to" else None
    return month is not None and month.text.split(" ")[0].lower() in dates.MONTHS


def is_behind_moment(document: Document, prep: Token, head: Token) -> bool:
    """Whether a time without a preposition stands right before `prep`, behind an object."""
    before = document.before(prep)
    times = [t for t in document.children(head, "npadvmod") if before is not None and before in document.subtree(t)]
    thing = document.child(head, "obj")
    return bool(times) and thing is not None and thing.i < times[0].i


def is_cut_clause(document: Document, prep: Token, noun: Token, head: Token) -> bool:
    """Whether the parser made a phrase of a clause and joined its verb without an « and »: « sailed on after the mate, X, fell ill »."""
    if prep.text.lower() not in ("after", "before", "since", "until", "as"):
        return False
    after, above = document.after(noun), document.head(head)
    named = document.child(above, "nsubj", "nsubj:pass") if head.dep == "parataxis" and above.i > noun.i else None
    if named is not None and after is not None and after.text == "," and named.i == after.i + 1:
        return True  # « resigned after two parties, X and Y, left »
    behind = [t for t in document.children(head, "conj", "dep") if t.i > noun.i and t.has("VerbForm=Fin") and document.child(t, "nsubj") is None]
    return any(not any(noun.i < c.i < t.i for c in document.children(head, "cc", "punct") if c.text in ("and", "but", "or", ";")) for t in behind)


def is_next_sum(document: Document, noun: Token, head: Token) -> bool:
    """Whether a second sum hangs on what the first is for: « paid £4,000 for the hull and a further £900 for the sails »."""
    paid = document.child(head, "obj")
    joined = document.child(noun, "conj")
    if paid is None or joined is None or not is_sum(document, paid):
        return False
    return any(is_sum(document, t) for t in document.subtree(joined))


def is_sum(document: Document, token: Token) -> bool:
    """Whether a word is the currency or the number of a sum."""
    return token.lemma in word_set("questions", "currencies") or any(t.text in word_set("questions", "signs") for t in document.children(token))


def is_subjects_aside(document: Document, prep: Token, head: Token) -> bool:
    """Whether a preposition opens an aside between commas behind the subject: « pupils of X, on the east bank, will be taken »."""
    before = document.before(prep)
    subject = document.child(head, "nsubj", "nsubj:pass")
    return before is not None and before.text == "," and subject is not None and subject.i < prep.i < head.i


def _is_time_noun(noun: Token) -> bool:
    return noun.lemma in word_set("nouns", "durations") or noun.text.lower() in (
        *dates.WEEKDAYS,
        "weekend",
        "morning",
        "evening",
        "night",
        "afternoon",
        "time",
    )


def read_preposition(document: Document, prep: Token) -> tuple[str, Token | None]:
    """(whole preposition, its noun): « according to », « north of », « because of »; None if a clause follows."""
    words, token = [prep.text.lower()], prep
    for _ in range(3):
        noun = document.child(token, "pobj")
        if noun is not None and noun.text.lower() == "front" and words == ["in"] and document.child(noun, "det") is None:
            words, token, noun = ["in", "front"], noun, None  # « in front of 40,000 people »
        if noun is not None and (swap := read_exchange(document, words, noun)) is not None:
            words, token, noun = ["in", noun.text.lower(), "for"], swap, document.child(swap, "pobj")
        if noun is not None and noun.text.lower() == "behalf" and words == ["on"] and (of := document.child(noun, "prep")) is not None:
            words, token, noun = ["on", "behalf", of.text.lower()], of, document.child(of, "pobj")
        if noun is not None:
            return " ".join(words), noun
        inner = document.child(token, "prep", "pcomp")
        if inner is None or inner.pos not in ("ADP", "SCONJ", "ADV", "PART"):
            return " ".join(words), None
        words.append(inner.text.lower())
        token = inner
    return " ".join(words), None


def read_exchange(document: Document, words: list[str], noun: Token) -> Token | None:
    """« for » of « in exchange for », wherever the parser hung it; None behind another noun."""
    after = document.after(noun)
    told = words == ["in"] and noun.text.lower() in ("exchange", "return") and not document.children(noun, "det", "amod")
    return after if told and after is not None and after.text.lower() == "for" and document.child(after, "pobj") is not None else None


def is_of_exchange(document: Document, prep: Token) -> bool:
    """Whether « for » is the end of « in exchange for », which is read with its first word."""
    noun = document.before(prep)
    into = document.head(noun) if noun is not None and noun.dep == "pobj" else None
    return into is not None and noun is not None and read_exchange(document, [into.text.lower()], noun) is prep


def role_of(document: Document, prep: Token, head: Token, phrase: Phrase, marker: str) -> str:
    """The role that preposition, verb and kind give."""
    if phrase.kind == "time":
        return "time"
    if prep.dep == "agent" and phrase.kind == "measure":
        return "complement"  # « was cut by 3 % »
    if prep.dep == "agent" or (
        marker == "by" and is_passive(document, head) and (phrase.entities or phrase.kind in ("person", "organisation", "people"))
    ):
        named = phrase.entities or phrase.named or phrase.count or not phrase.text.lower().startswith(("a ", "an ", "unknown ", "unidentified "))
        named = named or (phrase.kind == "thing" and len(phrase.text.split()) > 2)  # « by a free shuttle bus »
        return "agent" if named else "told_agent"
    if phrase.kind == "duration":
        return "duration" if marker in DURING else "complement"
    if prep.dep == "dative" or (
        marker == "to"
        and head.lemma not in word_set("verbs", "tracing")
        and head.lemma in word_set("verbs", "recipients")
        and phrase.kind in ("person", "organisation", "country", "people", "other", "thing")
    ):
        return "addressee"
    joint = marker == "in" and len(phrase.entities) > 1 and any(e.kind in PLACES for e in phrase.entities)  # one of them is not known as a place
    state = STATE.search(phrase.text) is not None and not phrase.entities  # « in hibernation »
    if head.lemma == "spend" and marker in ("in", "at", "aboard") and passes_time(document, head) and not state:
        return "place"
    spot = joint or phrase.kind in PLACES or phrase.head.lower() in word_set("nouns", "spots")
    if spot and marker in PLACE_MARKERS:
        return "place"
    return "complement"


def passes_time(document: Document, verb: Token) -> bool:
    """Whether what is spent is a time: « spent a third week in caravans »."""
    thing = document.child(verb, "obj", "npadvmod")
    return thing is not None and _is_time_noun(thing)


def _adverbial(reading: Reading, token: Token, head: Token) -> list[Phrase]:
    """A time without a preposition, a measure, or an adverb that belongs to the verb."""
    document = reading.document
    if (rate := read_rate(document, token)) is not None:
        return [rate]
    if token.pos == "NUM" and any(t.text.lower() == "between" for t in document.children(token, "quantmod")):
        raise Refused("between what is no measure: the parse is wrong")  # « to pupils between six and twelve »
    moment = read_moment(reading, token, "")
    if moment is not None:
        return [replace(moment, role="told_time")] if is_of_deed(document, token, head) else [moment]
    if is_particle(head, token):
        return []
    if is_before_another(document, token, head):
        raise Refused("it is told how long before something else it was")
    if token.text.lower() == "ago" and (age := long_ago(document, token)) is not None:
        return [age]
    if (place := place_taken(token, head)) is not None:
        return [place]
    if token.pos == "ADV" or token.dep == "advmod":
        low = token.text.lower()
        bound = (
            low == "again"  # « was moving again »: it had stopped
            or (low in word_set("grammar", "degrees") and token.i == head.i + 1)
            or (low in TIMES and not is_factor(document, token))
            or (token.has("Degree=Cmp") and token.i == head.i + 1)
        )
        return [Phrase(role="told_manner", text=token.text, span=token.span, head=token.lemma)] if bound else []
    if token.lemma == "time" and token.has("Number=Plur") and document.child(token, "nummod") is None:
        words = [t for t in document.subtree(token) if t.dep in ("amod", "det") or t is token]
        text = " ".join(t.text.lower() for t in words)
        return [Phrase(role="told_manner", text=text, span=token.span, head="time")]  # « several times »
    if token.i > head.i and is_counted_into(document, document.after(document.subtree(token)[-1])):
        return []
    check_measure(document, token, head)
    if is_near_time(document, token) or token.text.lower() in dates.WEEKDAYS or (_is_time_noun(token) and document.child(token, "nummod") is None):
        return []
    try:
        phrase = read_phrase(reading, token, "measure")
    except Refused:
        return []
    return [replace(phrase, role="duration" if phrase.kind == "duration" else "measure", core=phrase.kind != "duration")]


def read_rate(document: Document, token: Token) -> Phrase | None:
    """« a year » of « killed 400 people a year », « sells 300 boats a year abroad »; None for any other adverb."""
    beside = document.children(token, "npadvmod") if token.pos == "ADV" and token.text.lower() not in COUNTED_FROM else ()
    for noun in (token, *beside):
        each = document.child(noun, "det")
        if noun.lemma in word_set("nouns", "durations") and each is not None and each.text.lower() in RATES and noun.i == each.i + 1:
            span = Span(start=each.span.start, end=noun.span.end)
            return Phrase(role="told_manner", text=f"{each.text.lower()} {noun.text}", span=span, head=noun.lemma)
    return None


def is_before_another(document: Document, token: Token, verb: Token) -> bool:
    """Whether a title is told as won so long before what the clause above tells: « who had been voted best player a year earlier »."""
    counted = document.child(token, "npadvmod") is not None and token.text.lower() in ("earlier", "before", "previously", "later", "after")
    other = token.text.lower() in ("year", "season", "month") and any(t.text.lower() in ("before", "previous") for t in document.children(token))
    named = document.child(verb, "obj", "oprd", "attr", "xcomp") is not None and is_passive(document, verb)
    return verb.dep == "acl:relcl" and (counted or other) and (named or verb.lemma in ("be", "win"))


def is_of_deed(document: Document, day: Token, verb: Token) -> bool:
    """Whether a time between a deed and the verb is that of the deed: « His appointment last July was met with scepticism »."""
    noun = find_subject(document, verb)
    first = document.subtree(day)[0]
    behind = noun is not None and first.i == noun.i + 1 and day.i < verb.i and is_passive(document, verb)
    return behind and noun is not None and noun.pos == "NOUN" and DEED.search(noun.lemma) is not None and bool(document.children(noun, "poss"))


def is_near_time(document: Document, token: Token) -> bool:
    """« last spring », « next October », whose year nothing tells."""
    led = any(t.text.lower() in ("last", "next", "this") for t in document.children(token))
    return led and token.text.lower() in (*dates.SEASONS, *dates.MONTHS, *dates.WEEKDAYS)


def place_taken(token: Token, verb: Token) -> Phrase | None:
    """The place of somebody in a row, right behind the verb: « came third », « ranked 12th »; None if it is none."""
    if verb.lemma not in word_set("verbs", "placing") or token.i != verb.i + 1 or not ORDINAL.fullmatch(token.text):
        return None
    return Phrase(role="rank", text=token.text.lower(), span=token.span, head=token.lemma, kind="quality", core=True)


def is_factor(document: Document, times: Token) -> bool:
    """Whether « twice » multiplies what follows: « twice what he had expected »."""
    following = document.after(times)
    return following is not None and following.text.lower() in ("what", "as", "the", "that", "his", "her", "its", "their")


def is_counted_from(document: Document, token: Token) -> bool:
    """« five minutes from time », « two weeks before the vote »: a stretch that something else ends, no time that the deed took."""
    following = document.after(document.subtree(token)[-1])
    counted = token.lemma in word_set("nouns", "durations") and document.child(token, "nummod", "det") is not None
    return counted and following is not None and following.text.lower() in ("from", "before", "after", "into") and following.dep == "prep"


def is_counted_into(document: Document, into: Token | None) -> bool:
    """« ten minutes into extra time »: when it was in a match, which a question can do without."""
    before = document.before(into) if into is not None and into.text.lower() == "into" else None
    return before is not None and before.lemma in word_set("nouns", "durations") and document.child(before, "nummod") is not None


def check_measure(document: Document, token: Token, head: Token) -> None:
    """Raises Refused for a measure or time without a preposition of which what it is counted from, or set against, is not told."""
    number = document.child(token, "nummod")
    if number is not None and any(t.text.lower() in ("last", "this", "next") and t.i > number.i for t in document.children(token)):
        raise Refused("one year is set against another")  # « 2.7 million visitors in 2019 but only 625,000 last year »
    articles = {t.text.lower() for t in document.children(token, "det", "amod")}
    if articles & {"last", "next", "this"} and token.lemma in ("season", "term", "quarter", "campaign", "session"):
        raise Refused("a time told by the day of writing")  # « last season »
    if SCORE.fullmatch(token.text) and document.children(token, "compound", "nmod"):
        raise Refused("a name read as a part of a score")
    if token.i > head.i and is_counted_from(document, token):
        raise Refused("it is told how long before or after something")


def long_ago(document: Document, ago: Token) -> Phrase | None:
    """« about 9,600 years ago », which holds for whoever reads it; a few years do not."""
    years = document.child(ago, "npadvmod")
    number = document.child(years, "nummod") if years is not None and years.lemma in ("year", "century", "decade") else None
    if number is None or not re.search(r"\d,\d{3}|\d{4}|million|billion|thousand", number.text):
        return None
    words = [t for t in document.subtree(ago) if t.pos != "PUNCT"]
    span = Span(start=words[0].span.start, end=ago.span.end)
    return Phrase(role="time", text=document.text(span), span=span, kind="time", head="ago", named=True, core=False)


def read_state(reading: Reading, token: Token) -> Phrase:
    """What one is said to be: « called the demand unprecedented », « were reluctant to impose limits ». Told, never asked."""
    document = reading.document
    size = document.child(token, "npadvmod")
    if size is not None and size.i < token.i and document.child(token, "prep") is None:
        span = Span(start=document.subtree(token)[0].span.start, end=token.span.end)
        return Phrase(role="measure", text=document.text(span), head=token.lemma, kind="measure", span=span)
    words = [t for t in document.subtree(token) if t.text not in ('"', "“", "”")]
    grown = token.pos == "ADJ" and token.dep == "acomp" and re.fullmatch(r"\w{3,}[^aeiou]er|better|worse", token.text.lower())
    compared = token.has("Degree=Cmp") or bool(grown)
    if compared and not any(t.text.lower() == "than" for t in document.subtree(document.head(token))):
        raise Refused("it is not told than what")  # « the reaction was warmer »
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    if not words or len(words) > LONGEST_STATE or any(t.pos == "PRON" and t.text.lower() in word_set("grammar", "unresolved") for t in words):
        raise Refused("a complement that cannot be told alone")
    if words[-1].i - words[0].i > len(words) + 2 or any(t.text in (",", ";", ":") for t in words):
        raise Refused("a complement that is broken by an aside")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(
        role="told_state", text=document.text(span).replace('"', "").replace("“", "").replace("”", ""), span=span, head=token.lemma, kind="quality"
    )


def read_inner(reading: Reading, head: Token, subject: Phrase | None) -> Clause:
    """A clause under a verb: « that it would send ships », « to send troops », « sending troops »."""
    document = reading.document
    marks = [t.text.lower() for t in document.children(head, "mark") if t.i < head.i]
    infinitive = any(t.text.lower() == "to" for t in document.children(head, "aux"))
    if head.lemma == "do" and document.child(head, "obj") is None:
        raise Refused("what is done is told elsewhere")  # « intends to do so »
    if infinitive and any(t.i < head.i and t.text.lower() in OPEN_QUESTIONS for t in document.children(head)):
        raise Refused("what is not decided")  # « is to decide whether to sell »
    if infinitive or (head.has("Aspect=Prog") and not is_clause_head(document, head)):
        own = document.child(head, "nsubj")
        named = read_phrase(reading, own, "told_doer", subject=subject) if own is not None else None
        complements = read_complements(reading, head, named or subject)
        if head.lemma == "be" and all(isinstance(p, Phrase) and (p.kind == "time" or p.marker == "until") for p in complements):
            raise Refused("it is not told what one is to be")  # « is expected to be out until May »
        parts = (named,) if named else ()
        clause = Clause(verb=read_verb(document, head), complements=complements, link="to" if infinitive else "", role="content")
        if not complements and any(t.dep in ("prep", "obj") and t.i > head.i for t in document.children(head)):
            raise Refused("what is done is told by what cannot be said alone")  # « spent four seasons playing in the same stadium »
        if parts:
            raise Refused("a clause with a subject of its own in the infinitive")
        return clause
    if any(t.text.lower() in OPEN_QUESTIONS and t.i < head.i and t.dep != "mark" for t in document.subtree(head)[:2]):
        raise Refused("what is not known")  # « to establish how many wolves were involved »
    if marks and marks[0] != "that":
        raise Refused(f"a clause that begins with “{marks[0]}”")
    if not is_clause_head(document, head):
        raise Refused("an inner clause that is not finite")
    token = find_subject(document, head)
    if token is None:
        raise Refused("no subject was found in the clause under it")
    link = "" if is_helped(document, head) else "that"
    if any(t.text.lower() in ("which", "whom") and t.i < head.i for t in document.subtree(head) if t is not token or marks == []):
        raise Refused("a relative clause read as what is said")
    inner = inner_subject(reading, token, subject)
    return Clause(verb=read_verb(document, head), subject=inner, complements=read_complements(reading, head, inner), link=link, role="content")


def is_helped(document: Document, verb: Token) -> bool:
    """Whether a verb is what somebody is helped, made or let to do: « help families buy boats »."""
    above, bare = document.head(verb), verb.text == verb.lemma
    return above.lemma in ("help", "let", "make") and bare and not document.children(verb, "mark", "aux", "aux:pass") and above.i < verb.i


def inner_subject(reading: Reading, token: Token, outer: Phrase | None) -> Phrase:
    """The subject of a clause under a verb; a pronoun for the subject above stays one."""
    if any(t.text.lower() == "whose" for t in reading.document.subtree(token)):
        raise Refused("a relative clause read as what is said")
    number = "p" if token.text.lower() == "they" else "s"
    several = outer is not None and number == "p" and (len(outer.entities) > 1 or outer.kind == "organisation")  # « the firm said they had run out »
    alike = outer is not None and ((not outer.entities and outer.number == number) or several)
    if token.pos == "PRON" and outer is not None and alike and token.i not in reading.links and token.text.lower() in ("it", "they"):
        return Phrase(role="inner_subject", text=token.text.lower(), span=token.span, number=outer.number, same_as_subject=True)
    phrase = read_phrase(reading, token, "inner_subject")
    if token.pos == "PRON" and outer is not None and phrase.entities == outer.entities:
        return replace(phrase, text=token.text.lower(), same_as_subject=True)
    return phrase


def read_purpose(reading: Reading, token: Token) -> Clause | None:
    """« to join the fleet »: a short aim that can be said; None if it cannot."""
    document = reading.document
    to = next((t for t in document.children(token, "aux") if t.text.lower() == "to"), None)
    if to is None or document.child(token, "nsubj") is not None or document.children(token, "mark"):
        return None
    before = document.before(to)
    way = before is not None and before.dep == "pobj" and document.head(before).text.lower() == "from"
    if way and document.child(token, "obj", "xcomp", "ccomp") is None:
        return None  # « lowered its warning from red to orange »
    try:
        found = read_complements(reading, token, None)
        parts = tuple(p if isinstance(p, Clause) else replace(p, role=f"aim_{p.role}") for p in found)
        clause = Clause(verb=read_verb(document, token), complements=parts, link="to", role="purpose", core=False)
    except Refused:
        return None
    if any(is_hanging_object(p) for p in parts if isinstance(p, Phrase)):
        return None  # « to hear the news »: the rest can be told without it
    return clause if parts and sum(len(p.text.split()) for p in clause.phrases()) <= LONGEST_PURPOSE else None


def is_hanging_object(part: Phrase) -> bool:
    """Whether an object is a bare « the news », « the report », which mean nothing alone."""
    bare = part.text.lower() == f"the {part.head}" and not (part.entities or part.named or part.taken_up)
    return part.role == "aim_object" and bare and part.head in word_set("nouns", "hanging")
