"""A sentence -> the clause in it that holds a word, and the asides that the clause stays true without."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.langs.asides import find_brackets, stands_apart, whole_sentence, with_commas, without_commas
from quizgen.langs.fr.clause.stories import is_present
from quizgen.langs.fr.clause.tellers import is_telling, promise_of
from quizgen.langs.fr.clause.verbs import find_subject, is_clause_head
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.constituents import cuts_quotation
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Span, Token

ASIDES = ("acl", "acl:relcl", "appos", "advcl", "parataxis", "obl", "nmod")  # what may go if commas part it from the rest
BOUND = (
    "si",
    "s’",
    "sauf",
    "sans",
    "selon",
    "d’après",
    "moins",
    "pour",
    "afin",
    "que",
    "qu’",
    "hors",
    "suivant",
)  # openings without which it is untrue
YEARS = ("an", "année", "siècle")  # « l’année dernière, le taux … »: of another year than the one that the reader takes it for
# How a circumstance at the end begins that a long clause stays true without.
CIRCUMSTANCES = (
    "à l’occasion d", "dans le cadre d", "en conformité avec", "à la suite d", "suite à", "lors d", "au cours d", "malgré", "en raison d",
    "à cause d", "grâce à", "face à", "au terme d", "à l’issue d", "en présence d", "pour la première fois",
)  # fmt: skip
ENOUGH = ("assez", "trop", "suffisamment")  # « trop tard pour … » is told with what it is too late for
NEEDING = ("falloir", "suffire", "servir", "manquer", "agir", "tendre", "contribuer")  # verbs that an aim completes
AIMS = ("afin", "pour")
LISTED = 3  # figures behind a colon, which are the parts of the one before it
LONGEST_GROUP = 24  # tokens in which those of a group are named
GOING_ON = (("malgré", "tout"), ("non", "plus"))  # « malgré tout », « n’exclut pas non plus »: beside what another sentence tells
CONTRAST = ("lui", "elle", "eux", "elles")  # « les parents, eux, »


def read_unit(document: Document, asked: frozenset[int]) -> tuple[set[int], bool]:
    """The tokens of the coordinate clause that holds `asked`, and whether the parse of it can be trusted; else the whole sentence.

    Raises Refused if there is no finite verb with a subject.
    """
    token = document.tokens[min(asked)]
    sentence = document.sentence_of(token)
    head = next((t for t in (token, *document.ancestors(token)) if _is_main(document, t)), None)
    if head is None or not is_clause_head(document, head) or not has_agreeing_subject(document, head):
        return whole_sentence(document, sentence, is_clause_head), False
    if promise_of(document, head):
        raise Refused("what is promised is no fact")
    unit = {t.i for t in document.subtree(head)}
    for other in document.children(head, "conj", "parataxis"):
        if _is_main(document, other) and not asked & {t.i for t in document.subtree(other)} and not _is_said(document, head, other):
            unit -= {t.i for t in document.subtree(other)}
    unit -= _said_again(document, unit, max(asked)) | _words_that_show(document, head, unit, max(asked))
    if not unit <= set(range(sentence.first, sentence.last)):
        raise Refused("the clause reaches over its sentence")
    return unit, True


def _is_said(document: Document, head: Token, clause: Token) -> bool:
    """« La firme indiquait : « Le toit est ouvert » »: what stands behind the colon is what is said."""
    return head.lemma in word_set("verbs", "report") and clause.dep == "parataxis" and clause.i in document.quotations and clause.i > head.i


def _said_again(document: Document, unit: set[int], last: int) -> set[int]:
    """What only says a figure again, behind what is asked: « 412 points | , soit 12 de plus que … », « 27 camps | : 10 à A, 4 à B et 2 à C »."""
    ordered = sorted(i for i in unit if i > last)
    for i in ordered:
        token, rest = document.tokens[i], [document.tokens[k] for k in ordered if k > i]
        again = token.text == "," and bool(rest) and rest[0].text.lower() == "soit" and not any(t.text == "," for t in rest)
        listed = token.text == ":" and sum(t.pos == "NUM" for t in rest) >= LISTED and not any(is_clause_head(document, t) for t in rest)
        if (again or listed) and i not in document.quotations:
            return {i, *(t.i for t in rest if t.text not in (".", "!"))}
    return set()


def _words_that_show(document: Document, head: Token, unit: set[int], last: int) -> set[int]:
    """« Le maire hésite encore | : « Nous verrons » »: the quotation behind the colon of a clause that is whole without it."""
    ordered = sorted(i for i in unit if i > max(last, head.i))
    colon = next((i for i in ordered if document.tokens[i].text == ":" and i + 1 in unit and document.tokens[i + 1].text == "«"), None)
    speaks = is_telling(head) or head.lemma in word_set("speech", "going_on") | word_set("verbs", "human") or last in document.quotations
    if colon is None or speaks:
        return set()
    return {i for i in ordered if i >= colon}


def has_agreeing_subject(document: Document, head: Token) -> bool:
    """Whether the subject of a clause has the number of its verb; where it has not, the parse is wrong."""
    subject = find_subject(document, head)
    finite = next((t for t in (*document.children(head, "aux", "cop"), head) if t.has("VerbForm=Fin")), None)
    if subject is None or finite is None:
        return False
    several = document.child(subject, "conj") is not None or subject.lemma in word_set("nouns", "measures") | word_set("nouns", "shares")
    fewer = (
        finite.has("Number=Sing") and subject.has("Number=Plur") and subject.pos == "NOUN" and document.child(subject, "det", "nummod") is not None
    )
    return not fewer and (not (finite.has("Number=Plur") and subject.has("Number=Sing")) or several)


def _is_main(document: Document, token: Token) -> bool:
    """Whether `token` heads the sentence, or a clause with its own subject beside its head: after « et », a colon or a semicolon."""
    if token.head == token.i:
        return True
    beside = token.dep == "conj" or (token.dep == "parataxis" and not _is_incise(token) and _follows_mark(document, token))
    own = document.child(token, "nsubj") is not None and not _lacks_verb(document, token)
    return beside and own and is_clause_head(document, token) and _is_main(document, document.head(token))


def _lacks_verb(document: Document, token: Token) -> bool:
    """« … et 14 personnes blessées », whose « ont été » stands with the verb before."""
    return token.has("VerbForm=Part") and not document.children(token, "aux", "cop")


def _follows_mark(document: Document, token: Token) -> bool:
    """Whether a clause opens after a colon or a semicolon, which may count among its own words."""
    opening = document.subtree(token)[0]
    before = document.before(opening)
    return opening.text in (":", ";") or (before is not None and before.text in (":", ";"))


def _is_incise(token: Token) -> bool:
    """Whether a side clause says who says the rest."""
    return token.lemma in word_set("verbs", "report")


def _goes_on_from(document: Document, token: Token) -> bool:
    """« mais aussi », « et encore »: the adverb belongs to the conjunction before it."""
    before = document.before(token)
    return before is not None and before.text.lower() in ("mais", "et")


def find_asides(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """The parts of a clause that it stays true without: what brackets, dashes or commas part from it, and joining words."""
    yield from find_brackets(document, unit)
    first = min(unit)
    for i in sorted(unit):
        token = document.tokens[i]
        if (
            token.dep == "advmod"
            and token.text.lower() in word_set("grammar", "connectives")
            and not (_goes_on_from(document, token) or _singles_out(document, token))
        ) or (i == first and token.pos == "CCONJ"):
            yield frozenset(with_commas(document, {i}, unit))
        if i + 1 in unit and (token.text.lower(), document.tokens[i + 1].text.lower()) in GOING_ON:
            yield frozenset({i, i + 1})
        if token.text.lower() in CONTRAST and stands_apart(document, {i}, unit):
            yield frozenset(with_commas(document, {i}, unit))
        base = token.dep.split(":")[0]
        if token.dep not in ASIDES and base not in ASIDES and not _is_second_verb(document, token):
            continue
        part = without_commas(document, {t.i for t in document.subtree(token)})
        if not part <= unit or max(part) - min(part) + 1 != len(part):
            continue
        free = (
            stands_apart(document, part, unit)
            or is_loose_time(document, token)
            or _is_second_verb(document, token)
            or tells_more_of_person(document, token, part, unit)
        )
        if free and not is_bound(document, part, token) and not is_listed(document, part, unit):
            yield frozenset(with_commas(document, part, unit))


def _singles_out(document: Document, token: Token) -> bool:
    """« les lauréats, notamment les athlètes, », « envoyés, notamment le long du canal »: what follows the adverb is not all that is meant."""
    before = document.before(token)
    return token.text.lower() in word_set("clauses", "picking") and before is not None and before.text == ","


def find_tails(document: Document, unit: set[int]) -> Iterator[frozenset[int]]:
    """The ends (and openings before a comma) that a long clause stays true without, though no comma parts them from it.

    What one says or aims at thereby (« en affirmant … », « pour … »), a circumstance, what is told of a name by « qui ».
    """
    last = max(i for i in unit if document.tokens[i].pos != "PUNCT" or document.tokens[i].text == "»")
    for i in sorted(unit):
        token = document.tokens[i]
        of_source = _tells_of_source(document, token)
        if token.dep.split(":")[0] not in ("advcl", "acl", "obl") or not (of_source or _may_end(document, token)):
            continue
        part = without_commas(document, {t.i for t in document.subtree(token)})
        whole = part <= unit and max(part) - min(part) + 1 == len(part) and not cuts_quotation(document, part)
        at_edge = of_source or max(part) == last or (min(part) == min(unit) and stands_apart(document, part, unit))
        if whole and at_edge and not is_listed(document, part, unit):
            yield frozenset(with_commas(document, part, unit))


def _tells_of_source(document: Document, token: Token) -> bool:
    """« selon les résultats provisoires | annoncés par le ministre »: who says it is told without how he came to say it."""
    noun = document.head(token)
    marks = [t.text.lower().replace("'", "’") for t in document.children(noun, "case")]
    return token.dep.startswith("acl") and bool(marks) and marks[0] in ("selon", "d’") and token.i > noun.i + 1


def _may_end(document: Document, token: Token) -> bool:
    """Whether a clause is told whole without the part of `token`: a gerund, an aim, a circumstance, or a relative clause of a name."""
    above = document.head(token)
    if token.dep == "acl:relcl":
        before = document.before(document.subtree(token)[0])
        return bool(above.name) and before is above
    if not is_clause_head(document, above) or above.lemma in NEEDING or document.child(above, "cop") is not None:
        return False
    beside = {t.text.lower() for t in document.children(above)}
    if beside & {"ne", "n’", "n'", *ENOUGH}:
        return False
    words = document.subtree(token)
    opening = document.text(Span(start=words[0].span.start, end=words[-1].span.end)).lower().replace("'", "’")
    if token.dep.startswith("obl"):
        return opening.startswith(CIRCUMSTANCES)
    gerund = opening.startswith("en ") and token.has("VerbForm=Part", "Tense=Pres")
    return gerund or opening.startswith(("afin ", "pour que ")) or (opening.startswith("pour ") and token.has("VerbForm=Inf"))


def first_verbs(document: Document, unit: set[int], asked: frozenset[int]) -> Iterator[frozenset[int]]:
    """The earlier verbs of a clause whose last one holds `asked`: « fonda un journal et » of « Elle fonda un journal et entra au Sénat en 1998 »."""
    for token in (t for i in asked for t in (document.tokens[i], *document.ancestors(document.tokens[i]))):
        if token.i in unit and (part := _first_verb_part(document, token, unit)):
            yield part


def _is_second_verb(document: Document, token: Token) -> bool:
    """Whether `token` is a further verb of the same subject: « … et a reçu une cape », « sera prolongée et dotée d’un tunnel »."""
    if token.dep != "conj" or not is_clause_head(document, document.head(token)):
        return False
    shares_helper = token.has("VerbForm=Part") and document.head(token).has("VerbForm=Part") and document.child(token, "cc") is not None
    return is_clause_head(document, token) or shares_helper


def _first_verb_part(document: Document, second: Token, unit: set[int]) -> frozenset[int]:
    """What stands between the subject and the last verb that shares it; empty if `second` is no such verb."""
    first = document.head(second)
    if second.dep != "conj" or not is_clause_head(document, second) or not is_clause_head(document, first):
        return frozenset()
    subject = document.child(first, "nsubj")
    own = document.child(second, "nsubj", "expl:subj")
    finite = second.has("VerbForm=Fin") and not (second.has("Person=3", "Number=Sing") and second.text.endswith("s"))  # « pris »
    helped = finite or document.child(second, "aux", "aux:tense", "aux:pass", "cop") is not None
    if not helped or subject is None or own is not None or subject.i > first.i or subject.text.lower() == "qui":
        return frozenset()
    opening = max(t.i for t in document.subtree(subject) if t.pos != "PUNCT") + 1
    words = [t.i for t in document.subtree(second) if t.pos != "PUNCT" and t.dep != "cc"]
    if not opening <= first.i < words[0] or any(document.tokens[i].pos != "PUNCT" for i in unit if i > words[-1]):
        return frozenset()
    return frozenset(i for i in range(opening, words[0]) if i in unit)


def is_bound(document: Document, part: set[int], token: Token) -> bool:
    """Whether a part is a condition, an aim, an exception, or says who says it: without it the rest is not what the article says."""
    first = document.tokens[min(part)].text.lower().replace("'", "’")
    if first in AIMS and _opens_deed(document, part, token):
        return False
    if any(document.tokens[i].lemma == "tel" and document.tokens[i].i > min(part) for i in part) and first in ("avec", "à", "dans"):
        return True  # « avec un tel chef, ils ne gagneront pas »
    reported = token.dep == "parataxis" and _is_incise(token)
    first = "d’après" if [t.text.lower().replace("'", "’") for t in document.tokens[min(part) : min(part) + 2]] == ["d’", "après"] else first
    said = token.i in document.quotations or any(i in document.quotations for i in part)
    return first in BOUND or reported or said or is_of_then(document, token)


def is_of_then(document: Document, token: Token) -> bool:
    """« Ce jour-là, la foule fête … »: a time without which a present of long ago would be one of today."""
    after = document.after(token)
    return token.dep.startswith("obl") and after is not None and after.text.endswith("là") and is_present(document, document.head(token))


def _opens_deed(document: Document, part: set[int], aim: Token) -> bool:
    """« Afin de réduire le déficit, le pays a vendu … »: what was done is true without its aim; « Pour gagner, il faut … » is not."""
    verb = document.head(aim)
    done = verb.has("Tense=Past") or any(t.has("VerbForm=Fin") and not t.has("Mood=Cnd") for t in document.children(verb, "aux"))
    opens = min(part) == document.sentence_of(aim).first and aim.has("VerbForm=Inf") and max(part) < verb.i
    return opens and done and document.child(verb, "cop") is None and verb.lemma not in ("pouvoir", "devoir", "falloir", "suffire")


def tells_more_of_person(document: Document, token: Token, part: set[int], unit: set[int]) -> bool:
    """« X qui fut ministre »: what a relative clause tells of somebody named, he is known without, also where no comma parts it."""
    noun = document.head(token)
    opens = document.tokens[min(part)].text.lower() == "qui" and noun.name == "PER" and min(part) == noun.i + 1
    behind = max(part) + 1
    return token.dep == "acl:relcl" and opens and (behind not in unit or document.tokens[behind].text in (",", "."))


def is_listed(document: Document, part: set[int], unit: set[int]) -> bool:
    """Whether a part is an item of a list: of figures after a colon, « 27 camps : 10 à A, 4 à B », or of names, « le Chili, le Pérou, Cuba »."""
    if _stands_among_names(document, part) or _cuts_group(document, part) or _list_goes_on(document, part):
        return True
    counted = any(document.tokens[i].pos == "NUM" for i in part)
    return counted and any(i < min(part) and document.tokens[i].text == ":" for i in unit)


def _cuts_group(document: Document, part: set[int]) -> bool:
    """Whether a part is some of those whom a group is told by: « Les deux hommes, X, 23 ans, et Y, 22 ans, étaient … »."""
    first = min(part)
    for noun in reversed(document.tokens[max(0, first - LONGEST_GROUP) : first]):
        if noun.has("VerbForm=Fin") or noun.text in (".", ";"):
            return False
        opened = document.tokens[noun.i + 1 : noun.i + 3]
        if noun.pos != "NOUN" or not noun.has("Number=Plur") or noun.lemma == "an" or [t.text == "," or bool(t.name) for t in opened] != [True, True]:
            continue
        following = document.tokens[noun.i + 1 : noun.i + 1 + LONGEST_GROUP]
        end = next((t.i for t in following if t.has("VerbForm=Fin") or t.text in (".", ";")), following[-1].i)
        region = {t.i for t in following if t.i < end and t.text != ","}
        return sum(document.tokens[i].name == "PER" for i in region) > 1 and bool(part & region) and not region <= part
    return False


def _list_goes_on(document: Document, part: set[int]) -> bool:
    """« X, un institut étudiant les virus, les algues et les vers »: whether a list that begins in the part goes on behind its comma."""
    comma = document.after(document.tokens[max(part)])
    comma = document.tokens[max(part)] if document.tokens[max(part)].text == "," else comma
    if comma is None or comma.text != ",":
        return False
    following = document.tokens[comma.i + 1 : comma.i + 1 + LONGEST_GROUP]
    articles = {document.tokens[i].text.lower() for i in part if document.tokens[i].pos in ("DET", "ADP")}
    end = next((n for n, t in enumerate(following) if t.has("VerbForm=Fin") or t.text in (".", ";")), len(following))
    return bool(following) and following[0].text.lower() in articles and any(t.text in ("et", "ou") for t in following[:end])


def _stands_among_names(document: Document, part: set[int]) -> bool:
    """Whether a part is a name with its article between commas, and another such name stands on either side."""
    words = [document.tokens[i] for i in sorted(part) if document.tokens[i].text != ","]
    name = words[-1]
    if len(words) > 2 or not name.name or (len(words) == 2 and words[0].pos != "DET"):
        return False
    before, behind = words[0].i - 2, name.i + 2
    if before < 0 or behind >= len(document.tokens) or document.tokens[words[0].i - 1].text != "," or document.tokens[name.i + 1].text != ",":
        return False
    following = document.tokens[behind]
    following = document.tokens[min(behind + 1, len(document.tokens) - 1)] if following.pos == "DET" else following
    return bool(document.tokens[before].name and following.name)


def is_loose_time(document: Document, token: Token) -> bool:
    """Whether `token` is a time told by the day of writing, which a sentence can do without: « mercredi soir », « la semaine prochaine »."""
    words = {t.text.lower() for t in document.subtree(token)}
    timed = token.text.lower() in dates.WEEKDAYS or (token.lemma in word_set("nouns", "durations") and token.lemma not in YEARS)
    return token.dep.startswith("obl") and timed and len(words) <= 4 and bool(words & word_set("grammar", "relative_time"))
