"""Times in a sentence -> phrases with a date that holds by itself, found from the day of the article."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.amounts import magnitude
from quizgen.langs.fr.forms.morphology import is_future
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import read_marker
from quizgen.langs.memory import once, remember
from quizgen.langs.months import shifted
from quizgen.model import Document, Phrase, Reading, Span, Token

REACH = 20  # characters before the noun of a time: « au quatrième | trimestre »
OPENING = 6  # words that may date a sentence as a whole
DAYS_AND_MONTHS = frozenset((*dates.WEEKDAYS, *dates.MONTHS))
BOUND = re.compile(r"(?i)\b(depuis|avant|après|dès|d['’]ici(?: à)?|jusqu['’]à) (la |le )?$")  # before a period
UNTIL = re.compile(r"(?i)\bjusqu['’]$")  # before a period that begins with « à la », « au »
FUSED = (("à la ", "la "), ("au ", "le "))
BOUNDS = ("depuis", "avant", "après", "dès", "à partir de", "jusqu’à", "d’ici à")  # before a month: from it, or until it, not in it
SHIFTS = {"dernier": -1, "passé": -1, "prochain": 1}  # how far a year or a month lies from that of writing
THIS = ("ce", "cet", "cette")
OLD = 2  # years before the article from which its opening tells a story
STORY = 1500  # characters back in which the year of a story stands
YEAR = re.compile(r"\b(?:1\d|20)\d{2}\b")
OWN_DAY = re.compile(
    rf"(?i)\b(?:{'|'.join(dates.WEEKDAYS)}|hier|demain|cette année|ce mois-ci|ce matin|ce soir|l[’']an dernier|le mois dernier|récemment)\b"
)
CALENDAR = ("date", "jour", "journée", "fête", "anniversaire", "symbole")  # what a day of every year is
BEEN = ("fut", "furent", "eut", "eurent")
PAST = ("a", "it", "ut", "èrent", "irent", "urent", "int", "inrent")  # of the past tense of stories


@remember
def read_moment(reading: Reading, head: Token, role: str) -> Phrase | None:
    """A date as a phrase, its year found from the article's date; None if `head` is no date."""
    document = reading.document
    if (period := read_period(document, head) or read_century(document, head)) is not None:
        return period
    if (edge := read_edge(document, head)) is not None:
        return edge
    if (year := year_counted(document, head)) is not None:
        return Phrase(role="time", text=year, span=head.span, marker="en", kind="time", head=head.lemma, named=True)
    if (month := named_month(document, head)) is not None and (told := read_moment(reading, month, role)) is not None:
        marker, _ = read_marker(document, head)
        marker = "d’ici à" if marker == "d’ici" else marker if marker in BOUNDS else "en"
        return replace(told, marker=marker, span=Span(start=head.span.start, end=month.span.end), role="time")
    following = document.after(head)
    ahead = (following is not None and following.text.lower() in ("prochain", "suivant")) or is_to_come(document, head)
    written = written_for(document, head)
    iso = dates.resolve_date(head.text, written, ahead=ahead, behind=looks_ahead(document, head) is False)
    if iso is not None and written and iso > written and is_long_done(document, head):
        iso = dates.resolve_date(f"{head.text} {int(iso[:4]) - 1}", written) if dates.PARTS.fullmatch(head.text) else None
    if iso is None and dates.is_near(head.text):
        iso = dates.resolve_near(head.text, written_for(document, head), this=any(t.text.lower() in THIS for t in document.children(head, "det")))
    if iso is None and (words := _moment_words(document, head)):
        ahead_of = looks_ahead(document, head)
        until = any(t.text.lower().startswith("jusqu") for t in document.children(head, "case"))
        iso = dates.resolve_relative(words, written, ahead=None if until and not ahead_of else ahead_of)  # « reconduite jusqu’à lundi »
    if iso is None or is_any_day(document, head) or is_of_every_year(document, head):
        return None
    marker, _ = read_marker(document, head)
    marker = "" if marker.startswith("il y") else marker
    said = dates.say_date(iso)
    day = iso.count("-") == 2
    marker = "" if day and marker in ("à", "en") else "d’ici à" if marker == "d’ici" else marker
    return Phrase(
        role="time" if marker in ("", "en", "depuis", "avant", "après", "jusque", "jusqu’à", "dès", "à partir de", "de", "d’ici à") else role,
        text=f"le {said}" if day else said,
        span=head.span, marker=marker or ("" if day else "en"), kind="time", head=head.lemma, named=True,
    )  # fmt: skip


def written_for(document: Document, token: Token) -> str:
    """The day of the article, from which dates without a year are told; "" in a story of older times, of which they are."""
    date = document.article.date
    return "" if date and (is_history(document) or is_narrated(document, token)) else date


@once
def is_history(document: Document) -> bool:
    """Whether an article opens with a year long before it was written, and tells of no day or year near its own."""
    year = int(document.article.date[:4])
    opening = document.text(document.sentences[0].span) if document.sentences else ""
    old = any(int(y) <= year - OLD for y in YEAR.findall(f"{document.article.title} {opening}"))
    text = document.article.text
    return old and not any(int(y) >= year - 1 for y in YEAR.findall(text)) and OWN_DAY.search(text) is None


def is_narrated(document: Document, token: Token) -> bool:
    """« En 1963 … Le 16 mai, la chambre ratifia le texte »: a date under a verb in the tense of stories, after a year long before the article."""
    told = YEAR.findall(document.article.text[max(0, token.span.start - STORY) : token.span.start])
    if not told or int(told[-1]) > int(document.article.date[:4]) - OLD or any(day in token.text.lower() for day in dates.WEEKDAYS):
        return False
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX") or document.child(t, "cop", "aux:pass")), None)
    helpers = document.children(verb, "aux:tense", "aux:pass", "cop") if verb is not None else ()
    finite = next((t for t in (*helpers, verb) if t is not None and t.has("VerbForm=Fin")), None)
    return (
        finite is not None
        and finite.has("Tense=Past")
        and (finite.text.lower() in BEEN or (len(finite.text) > 3 and finite.text.lower().endswith(PAST)))
    )


def edge_of(document: Document, head: Token) -> Token | None:
    """« année » of « le début de l’année »."""
    if head.lemma not in dates.EDGES:
        return None
    spells = (t for t in document.children(head, "nmod") if t.lemma in ("an", "année", "mois") and t.i > head.i)
    below = next((t for t in spells if not t.text.endswith("ées")), None)  # « des années 1980 »
    own = document.children(below) if below is not None else ()
    plain = all(t.dep in ("case", "det", "amod") or dates.YEAR.fullmatch(t.text) for t in own)
    return below if plain else None


def read_edge(document: Document, head: Token) -> Phrase | None:
    """« au début de l’année », « depuis le début du mois », with the year or month of the article; None for other words."""
    below = edge_of(document, head)
    if below is None:
        return None
    written = written_for(document, head)
    year = next((t for t in document.children(below) if dates.YEAR.fullmatch(t.text)), None)  # « de l’année 2012 »
    shift = next((SHIFTS.get(t.lemma) for t in document.children(below, "amod")), 0)
    if shift == 0 and head.lemma == "début" and below.lemma != "mois" and looks_ahead(document, head) and written[5:7] > "02":
        shift = 1  # « doit présenter un budget en début d’année », written in December
    whole = shifted(written, months=shift) if below.lemma == "mois" and shift is not None else None
    whole = shifted(written, years=shift) if below.lemma != "mois" and shift is not None else whole
    whole = year.text if year is not None and below.lemma != "mois" else None if year is not None else whole
    if whole is None:
        return None
    marker, _ = read_marker(document, head)
    until = any(t.text.lower() == "ici" for t in document.tokens[max(0, head.i - 3) : head.i])
    marker = "d’ici" if until else marker
    bare = marker in ("", "à", "en")
    said = f"{head.lemma} {dates.say_date(whole)}" if bare else f"{'la' if head.lemma == 'fin' else 'le'} {head.lemma} de {dates.say_date(whole)}"
    marker = "" if bare else "d’ici à" if marker in ("d’ici", "d’ici à") else marker
    span = Span(start=head.span.start, end=(year or below).span.end)
    return Phrase(role="time", text=said, span=span, marker=marker, kind="time", head=head.lemma, named=True)


def is_to_come(document: Document, head: Token) -> bool:
    """Whether a date without its year lies ahead: under a verb of what is to come, or as the end of what holds (« est ouverte jusqu’au 3 mai »)."""
    if dates.PARTS.fullmatch(head.text) is None:
        return False
    forward = looks_ahead(document, head)
    return forward is True or (forward is None and any(t.text.lower().startswith("jusqu") for t in document.children(head, "case")))


def named_month(document: Document, head: Token) -> Token | None:
    """« mai » of « le mois de mai »."""
    months = document.children(head, "nmod") if head.lemma == "mois" else ()
    return next((t for t in months if t.text.split()[0].lower() in dates.MONTHS and t.i == head.i + 2), None)


def is_any_day(document: Document, token: Token) -> bool:
    """Whether « aujourd’hui » is told with a present, so that it may mean these years; or « ce soir-là » is that of a story."""
    following = document.after(token)
    before = document.before(token)
    low = token.text.lower().replace("’", "'")
    told_back = following is not None and following.text.lower().lstrip("-") in ("là", "même")
    owned = low in ("aujourd'hui", "demain") and before is not None and before.text.lower() in ("de", "d’", "d'")  # « le monde de demain »
    return told_back or owned or (low == "aujourd'hui" and looks_ahead(document, token) is None and not is_set_for(document, token))


def is_of_every_year(document: Document, token: Token) -> bool:
    """« le 3 mai est un jour de deuil », without its year: a day of the calendar, and not that of the article."""
    told = document.head(token)
    unsaid = (match := dates.PARTS.fullmatch(token.text)) is not None and not match.group(3)
    called = told.lemma in CALENDAR and document.child(told, "cop") is not None
    return unsaid and called and token.dep.startswith("nsubj") and looks_ahead(document, token) is not True


def is_set_for(document: Document, token: Token) -> bool:
    """« devait voter aujourd’hui », « indique aujourd’hui que … »: of the day, and not of these years."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    return verb.lemma in word_set("verbs", "report") or (verb.has("VerbForm=Inf") and document.head(verb).lemma in ("devoir", "aller"))


def read_period(document: Document, head: Token) -> Phrase | None:
    """A time that begins at `head` and is longer than a date: « de 2002 à 2007 », « du 2 au 12 août », « fin juin »."""
    if not dates.is_in_periods(head.text):  # a look that spares most words the rest
        return None
    start = head.span.start
    text = document.article.text[max(0, start - REACH) : start + 60]
    at = min(REACH, start)
    may_be = dates.tells_time(text)
    found = None
    if may_be and (written := written_for(document, head)):
        found = dates.find_period(text, at, written, ahead=looks_ahead(document, head))
    elif may_be:  # a story without a day of writing goes on from the last date that it has told
        found = dates.find_period(text, at, story_date(document, head), ahead=True)
    if found is None:
        return None
    said, first, last = found
    offset = max(0, start - REACH)
    span = Span(start=offset + first, end=offset + last)
    if (bound := BOUND.search(document.article.text[: span.start][-REACH:])) is not None:  # « depuis la mi-avril »: not only then
        marker, article = bound.group(1).lower().replace("'", "’"), bound.group(2) or ""
        marker = "d’ici à" if marker == "d’ici" else marker
        return Phrase(role="time", text=f"{article}{said}", span=span, marker=marker, kind="time", head=head.lemma, named=True)
    if UNTIL.search(document.article.text[: span.start][-REACH:]):  # « jusqu’à la fin de 2012 »: not only then
        bare = next((f"{article}{said.removeprefix(opening)}" for opening, article in FUSED if said.startswith(opening)), said)
        return Phrase(role="time", text=bare, span=span, marker="jusqu’à", kind="time", head=head.lemma, named=True)
    return Phrase(role="time", text=said, span=span, kind="time", head=head.lemma, named=True)


def story_date(document: Document, token: Token) -> str:
    """The one whole date (or year) that the sentence before, or the sentence of `token` before it, tells, as ISO; "" if none or several."""
    number = document.sentence_number(token)
    here = document.sentences[number]
    sentences = (here, document.sentences[number - 1]) if number and document.sentences[number - 1].paragraph == here.paragraph else (here,)
    for sentence in sentences:
        words = (t for t in document.words(sentence) if t.i < token.i and re.search(r"\d{4}", t.text))
        told = {found[0] for t in words if (found := dates.find_date(t.text)) is not None}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def year_counted(document: Document, head: Token) -> str | None:
    """« Six ans plus tard », « deux ans après » as the year that it is, from the one date of the sentence before."""
    if head.lemma not in ("an", "année"):
        return None
    number = document.child(head, "nummod")
    after = document.after(head)
    if number is None or after is None or after.i + 1 >= len(document.tokens):
        return None
    words = f"{after.text} {document.tokens[after.i + 1].text}".lower()
    if not (words == "plus tard" or (after.text.lower() == "après" and document.tokens[after.i + 1].pos in ("PUNCT", "ADP", "VERB"))):
        return None
    value = magnitude(number.text)
    year = story_date(document, head)[:4]
    dated = any(re.search(r"\d{4}", t.text) for t in document.words(document.sentence_of(head)))
    return str(int(year) + int(value)) if year and value and value == int(value) and not dated else None


def read_century(document: Document, head: Token) -> Phrase | None:
    """« au XIIe siècle », « à la fin du XIIe siècle », told with the preposition; None for « du XIIe siècle », which may tell of a thing."""
    inner = next((t for t in document.children(head, "nmod") if t.lemma == "siècle"), None) if head.lemma in dates.PARTS_OF_CENTURY else head
    if inner is None or inner.lemma != "siècle":
        return None
    first = next((t for t in document.children(head, "case") if t.i < head.i), None)
    span = Span(start=first.span.start if first is not None else head.span.start, end=inner.span.end)
    said = document.text(span)
    said = said[:1].lower() + said[1:]
    return Phrase(role="time", text=said, span=span, kind="time", head=head.lemma, named=True) if dates.is_century(said) else None


def _moment_words(document: Document, head: Token) -> str:
    """The words of a time told by the day of writing: « vendredi soir », « l'an dernier », « il y a deux mois »."""
    if head.lemma not in word_set("nouns", "durations") and head.text.lower() not in DAYS_AND_MONTHS:
        return ""
    words = [t for t in document.subtree(head) if t.pos != "PUNCT" and (t.dep != "case" or t.text.lower() in ("il", "en"))]
    if not words or any(t.dep in ("acl", "acl:relcl", "conj", "appos") for t in words if t.i != head.i):
        return ""
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return re.sub(r"^d['’]", "", document.text(span))


@remember
def looks_ahead(document: Document, token: Token) -> bool | None:
    """Whether the verb above tells what is to come (True) or what has been (False); None if its form does not say."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX") or document.child(t, "cop", "aux:pass")), None)
    if verb is None:
        return None
    helpers = document.children(verb, "aux:tense", "aux:pass", "cop")
    finite = next((t for t in (*helpers, verb) if t.has("VerbForm=Fin")), None)
    if finite is None and (above := document.head(verb)) is not verb and verb.dep == "xcomp" and above.lemma in word_set("verbs", "looking_ahead"):
        return True if above.has("Tense=Pres") or above.has("Tense=Fut") else None  # « doit être signé le 3 mai »
    if finite is None:
        done = verb.has("VerbForm=Part", "Tense=Past") and verb.lemma not in word_set("verbs", "awaited")
        return False if done and verb.dep in ("acl", "advcl") else None  # « un essai, publié mercredi dans la revue X »
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


def is_long_done(document: Document, token: Token) -> bool:
    """Whether a date without its year stands under a pluperfect: « avait déjà été endeuillée le 23 avril » is over."""
    verb = next((t for t in document.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    helpers = document.children(verb, "aux:tense") if verb is not None else ()
    unsaid = (match := dates.PARTS.fullmatch(token.text)) is not None and not match.group(3)
    return unsaid and any(t.has("Tense=Imp") for t in helpers) and verb is not None and verb.lemma not in word_set("verbs", "awaited")


def is_date(text: str) -> bool:
    """Whether `text` is one date with its year and nothing else: « le 5 mai 2019 », « 2004 »."""
    found = dates.find_date(text)
    return found is not None and found[2] == len(text) and text[: found[1]].strip() in ("", "le", "en", "l’année", "dès")


def is_relative_time(text: str) -> bool:
    """Whether a time is told by the day of writing (« la semaine prochaine », « vendredi »)."""
    words = re.findall(r"[\w’']+", text.lower())
    return not dates.find_date(text) and any(w in word_set("grammar", "relative_time") for w in words)


def told_month(document: Document, token: Token) -> Phrase | None:
    """« en mai 2012 », the month of the article, for what holds when it is told; None without a date, or in a story of older times.

    A year may have had two ministers, and somebody two ages in it.
    """
    date = document.article.date
    year = date[:4]
    sentence = document.sentence_of(token)
    opening = document.tokens[sentence.first : min(token.i, sentence.first + OPENING)]
    older = any(y < year for t in opening for y in re.findall(r"\b(?:1\d|20)\d{2}\b", t.text))
    then = any(t.text.lower() == "alors" and document.head(t).has("Tense=Imp") for t in document.words(sentence))
    narrated = then or any(
        len(t.text) > 3 and t.text.lower().endswith(PAST) and t.has("VerbForm=Fin", "Tense=Past") for t in document.words(sentence)
    )
    if not year or older or narrated:
        return None
    return Phrase(role="inner_when", text=dates.say_date(date[:7]), span=token.span, marker="en", kind="time", named=True)
