"""A sentence -> the part of it that tells one thing, in the article's own words, and so that it can be read alone.

Where no clause can be turned round safely, the sentence itself is kept: asides go, pronouns give way to what they stand for, dates are
completed, and what nothing in the article explains makes the passage refused. Nothing is added that the article does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.langs.asides import find_brackets
from quizgen.langs.fr.clause.verbs import is_clause_head
from quizgen.langs.fr.forms import dates
from quizgen.langs.fr.forms.geography import is_people, plain
from quizgen.langs.fr.forms.morphology import elide, join_preposition
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.passage.asides import find_asides, find_tails, first_verbs, read_unit
from quizgen.langs.fr.passage.fragments import find_fragment
from quizgen.langs.fr.passage.loose import find_loose
from quizgen.langs.fr.passage.outside import SHIFTS, is_one_of_several, is_unexplained, points_outside, say_moment
from quizgen.langs.fr.passage.slips import find_slip
from quizgen.langs.fr.phrase.bridges import complete
from quizgen.langs.fr.phrase.constituents import kept_tokens
from quizgen.langs.fr.phrase.moments import edge_of, named_month, read_period, year_counted
from quizgen.langs.fr.phrase.wording import article_for, as_definite, full_again, is_bare, is_first_word, say_list
from quizgen.langs.fr.reference.mentions import NEAREST, PRONOUNS, is_in_title, noun_antecedent
from quizgen.langs.passages import UPPER, Passage, Piece, check_passage, choose_pieces, cut_asides, join_pieces, opens_before
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Entity, Reading, Span, Token

# « deux ans plus tard » than what, « Quant à X », « Et où »: words that hang on the sentence before
DANGLING = re.compile(
    r"(?i)\b(ans?|mois|jours?|semaines?|heures?|minutes?) (plus (tard|tôt)|après|avant|auparavant)"
    r"(?! (le|la|les|un|une|son|sa|ses|leurs?|que)\b| l’|\w)"
    r"|^(quant|et|mais|or|une? autre|en cause|que)\b"
)
LONGEST_PERIOD = 12  # tokens
PLAIN_ADDRESSES = ("M.", "Mme", "Mlle")
LONGEST_FUSED = 6  # words of the fuller mention of a noun inside a phrase
BARE_QUOTE = 3  # words; a quotation of so few has not been cut at the end of a sentence
CONCERNED = re.compile(r" concernée?s?$")  # « les soldats concernés », by what another sentence tells
AFTER_DATE = frozenset((*SHIFTS, *dates.DAY_PARTS))


def read_passage(reading: Reading, first: int, last: int) -> Passage:
    """The passage around the tokens first..last (half-open), which are its answer. Raises Refused if it cannot be read alone."""
    document = reading.document
    asked = frozenset(range(first, last))
    if any(year_counted(document, document.head(document.tokens[i])) for i in asked):
        raise Refused("it tells of a date, which is asked as one")
    unit, sure = read_unit(document, asked)
    kept = cut_passage(reading, unit, asked, sure=sure)
    if drops_period(document, unit, kept, document.tokens[first]):
        raise Refused("the time for which it holds is left out")
    if ends_in_report(document, kept) or lacks_object(document, unit, kept):
        raise Refused("what is said or done is left out")
    if opens_with_verb(document, kept):
        raise Refused("the words of who says it, without what is said")
    if any(opens_no_clause(document, document.tokens[i]) for i in kept):
        raise Refused("the verb of what is said is not told")
    if any(document.tokens[i].dep == "appos" and document.tokens[i].head not in kept for i in kept):
        raise Refused("what an aside tells of is left out")
    if lacks_complement(document, unit, kept):
        raise Refused("what a noun needs is left out")
    if lacks_main(document, kept):
        raise Refused("the main clause is left out")
    if is_cut_list(document, kept):
        raise Refused("the list of clauses goes on")
    return make_passage(reading, list(read_pieces(reading, sorted(kept), asked)), frozenset(kept))


def drops_period(document: Document, unit: set[int], kept: set[int], asked: Token) -> bool:
    """« Depuis peu, trois accidents ont eu lieu », « ces derniers mois, …»: a figure holds for the time that opens the clause, and was cut."""
    opening = min(unit)
    first = document.tokens[opening]
    if opening in kept or first.text.lower() == "après":  # « Après trois ans de débats, » tells what came before
        return False
    if first.pos == "ADV" and first.text.lower() in ("avant", "auparavant"):
        return True  # « Avant, on connaissait six planètes »: before what another sentence tells
    time = document.head(first) if first.dep in ("case", "det", "amod", "advmod", "nummod") else first
    lasting = first.text.lower() in ("depuis", "durant", "pendant")
    counted = asked.pos != "PROPN" and any(document.tokens[i].pos == "NUM" for i in kept)
    return (lasting and not asked.name) or (counted and time.lemma in word_set("nouns", "periods"))


def cut_passage(reading: Reading, unit: set[int], asked: frozenset[int], *, sure: bool) -> set[int]:
    """`unit` without its asides; and without its ends, where it is too long. Raises Refused if what is left points outside."""
    document = reading.document
    asides = [*find_asides(document, unit), *first_verbs(document, unit, asked)] if sure else list(find_brackets(document, unit))
    outer = [part for part in asides if sure and not any(part < other for other in asides)]
    gone = {i for part in outer if hinders(reading, part, unit, asked) for i in part if document.tokens[i].pos != "PUNCT"}

    def is_loose(token: Token, left: set[int]) -> bool:
        return token.i in gone or points_outside(reading, token, left)

    def cut(parts: list[frozenset[int]]) -> set[int]:
        left = cut_asides(document, unit, parts, asked, is_loose, resumed=True)
        left -= opening_joint(document, unit, left) | idle_relative(document, left, asked)
        if opens_before(document, left) and not resumes_quotation(document, left):
            raise Refused("a quotation is cut")
        return left

    try:
        kept = cut(asides)
    except Refused:
        loose = list(find_loose(document, unit, asked, lambda token: points_outside(reading, token, unit))) if sure else []
        if not loose:
            raise
        kept = cut([*asides, *loose])
    long = sure and sum(document.tokens[i].pos != "PUNCT" for i in kept) > UPPER
    return cut([*asides, *find_tails(document, unit)]) if long else kept


def tells_beside(document: Document, part: frozenset[int]) -> bool:
    """« Anna Vik, qui touchera une prime, ne courra pas … »: what is told by the way of one named, amid the clause that asks something else."""
    words = [document.tokens[i] for i in sorted(part)]
    clause = next((t for t in words if t.dep == "acl:relcl" and t.head not in part), None)
    opens = len(words) > 1 and words[0].text == "," and words[1].text.lower() == "qui"
    return clause is not None and opens and words[-1].text == "," and bool(document.head(clause).name)


def hinders(reading: Reading, part: frozenset[int], unit: set[int], asked: frozenset[int]) -> bool:
    """Whether an aside is one that a question does better without; what is told of the very thing that is asked helps to find it."""
    document = reading.document
    helps = part & asked or any(document.tokens[i].head in asked for i in part)
    return not helps and (tells_beside(document, part) or is_unclear(reading, part, unit))


def is_unclear(reading: Reading, part: frozenset[int], unit: set[int]) -> bool:
    """« …, un record pour la maison, »: an aside with a thing that a reader would have to guess."""
    document = reading.document
    opens = document.tokens[min(part)].text == ","
    return opens and any(is_unexplained(reading, i, unit) for i in part if not is_in_title(document, document.tokens[i]))


def idle_relative(document: Document, unit: set[int], asked: frozenset[int]) -> set[int]:
    """« La marche qui s’est déroulée a réuni … »: that something took place, without when or where, tells nothing more of it."""
    for i in sorted(unit):
        verb = document.tokens[i]
        if verb.dep != "acl:relcl" or verb.lemma not in word_set("verbs", "happen"):
            continue
        clause = {t.i for t in document.subtree(verb) if t.i in unit}
        told = any(document.tokens[i].dep.split(":")[0] not in ("nsubj", "aux", "expl", "punct") for i in clause - {i})
        if not told and not clause & asked:
            return clause
    return set()


def opening_joint(document: Document, unit: set[int], kept: set[int]) -> set[int]:
    """« Après deux ans de débats, | et par 54 voix contre, …»: the « et » that joined what is kept to an opening that went, if it is one."""
    words = sorted(i for i in kept if document.tokens[i].pos != "PUNCT")
    joined = len(words) > 1 and words[0] != min(unit) and document.tokens[words[0]].text.lower() == "et" and document.tokens[words[1]].dep == "case"
    return {i for i in kept if i <= words[0]} if joined else set()


def resumes_quotation(document: Document, kept: set[int]) -> bool:
    """Whether a sentence begins inside of a quotation, whose end it tells whole, with who says it: « … Nous partons », a dit X."""
    first = document.sentence_of(document.tokens[min(kept)]).first
    if min(kept) != first or first not in document.quotations:
        return False
    rest = [i for i in document.quoted[document.quotations[first]] if i >= first]
    teller = any(document.tokens[i].lemma in word_set("verbs", "report") for i in kept if i > rest[-1])
    return rest[-1] + 1 in kept and teller and not any(document.quotations[i] != document.quotations[first] for i in kept if i in document.quotations)


def ends_in_report(document: Document, kept: set[int]) -> bool:
    """« Le film, tourné en 9 mois, précise »: the last word is a verb of saying whose words are not there."""
    last = document.tokens[max(i for i in kept if document.tokens[i].pos != "PUNCT")]
    return is_clause_head(document, last) and last.lemma in word_set("verbs", "report") and last.dep != "parataxis"


def lacks_object(document: Document, unit: set[int], kept: set[int]) -> bool:
    """« ont affirmé, dans la nuit, avoir pris le palais, »: what the verb governs went with an aside."""
    governed = (document.tokens[i] for i in unit - kept if document.tokens[i].dep in ("obj", "ccomp", "xcomp"))
    return any(t.head in kept and t.head < t.i and document.head(t).pos in ("VERB", "AUX") for t in governed)


def lacks_complement(document: Document, unit: set[int], kept: set[int]) -> bool:
    """« Auteur en 2018, avec X | , d’une étude qui …, le Danois … »: what the bare noun that opens is of went with an aside."""
    opening = document.tokens[min(kept)]
    if opening.pos != "NOUN" or opening.name:
        return False
    cut = (document.tokens[i] for i in unit - kept if document.tokens[i].dep.startswith(("nmod", "obl")))
    of = (c for t in cut for c in document.children(t, "case") if c.text.lower().replace("'", "’") in ("de", "d’", "du", "des"))
    subject = next((i for i in sorted(kept) if document.tokens[i].dep.startswith("nsubj")), 0)
    return any(opening.i < c.i < subject and document.tokens[c.i - 1].text == "," for c in of)


def opens_with_verb(document: Document, kept: set[int]) -> bool:
    """« a annoncé mardi le ministre »: an incise by itself."""
    first = document.tokens[min(i for i in kept if document.tokens[i].pos != "PUNCT")]
    verb = document.head(first) if first.dep.startswith("aux") else first
    if first.dep.startswith("aux:tense") and any(t.i > verb.i for t in document.children(verb, "nsubj")):
        return True  # « A promis le président X, qui … »
    return verb.lemma in word_set("verbs", "report") and first.has("VerbForm=Fin") and is_clause_head(document, verb)


def opens_no_clause(document: Document, mark: Token) -> bool:
    """« affirme qu’à peine arrivée à Gand, | elle fut arrêtée » with « arrivée » read as what is affirmed."""
    opens = mark.dep == "mark" and document.head(mark).dep == "ccomp" and mark.text.lower().rstrip("’'") in ("que", "qu")
    return opens and document.head(mark).pos == "VERB" and not is_clause_head(document, document.head(mark))


def lacks_main(document: Document, kept: set[int]) -> bool:
    """« Le 3 mai, alors que la foule sortait | , elle s’écroula »: whether all verbs of a passage are told beside one that is not there."""
    heads = [document.tokens[i] for i in kept if is_clause_head(document, document.tokens[i])]
    marked = [t for t in heads if document.child(t, "mark") is not None]
    if heads and all(t.dep == "acl:relcl" or any(a.dep == "acl:relcl" for a in document.ancestors(t)) for t in heads):
        return True  # « Des fermetures qui font suite à … »: a noun by itself
    beside = [t for t in marked if (t.dep == "advcl" and t.head not in kept) or (t.dep == "ROOT" and opens_beside(document, t))]
    return bool(beside) and all(t in beside or any(b in document.ancestors(t) for b in beside) for t in heads)


def lacks_subject(document: Document, kept: frozenset[int]) -> bool:
    """« L’impôt reste en vigueur | , car seul le Sénat | , peut l’abolir »: a second verb set beside the first, whose own subject was cut."""
    for i in kept:
        verb = document.tokens[i]
        if verb.dep not in ("parataxis", "conj", "dep") or not is_clause_head(document, verb) or verb.lemma in word_set("verbs", "report"):
            continue
        own = [t.i for t in document.subtree(verb)]
        between = range(verb.head + 1, min(own))
        cut = any(k not in kept and document.tokens[k].pos in ("NOUN", "PROPN", "PRON") for k in between)
        joined = document.child(verb, "cc") is not None
        if cut and not joined and document.child(verb, "nsubj", "nsubj:pass", "expl:subj") is None:
            return True
    return False


def lacks_consequence(document: Document, kept: frozenset[int]) -> bool:
    """« a estimé que si l’impôt était levé et si le port était rendu »: behind « que si » there is nothing but conditions."""
    ordered = sorted(i for i in kept if document.tokens[i].pos != "PUNCT")
    for before, i in pairwise(ordered):
        opens = document.tokens[i].text.lower() in ("si", "s’", "s'") and document.tokens[before].text.lower() in ("que", "qu’", "qu'")
        if not opens or any(document.tokens[k].text.lower() in ("ne", "n’", "n'") for k in ordered if k < before):
            continue
        heads = [document.tokens[k] for k in ordered if k > i and is_clause_head(document, document.tokens[k])]
        main = [t for t in heads if t.dep != "acl:relcl" and not any(c.dep == "mark" and c.text.lower() != "que" for c in document.children(t))]
        if sum(document.tokens[k].text.lower() == "si" for k in ordered if k >= i) >= len([t for t in heads if t.dep != "acl:relcl"]) or not main:
            return True
    return False


def strands_age(document: Document, i: int, kept: frozenset[int]) -> bool:
    """« Les deux hommes | , Karl Lund, | 23 ans étaient »: an age that lost the comma before or behind it."""
    years = document.tokens[i]
    number = document.child(years, "nummod")
    if years.lemma != "an" or number is None or number.i < 1 or document.tokens[number.i - 1].text != ",":
        return False
    behind = document.tokens[i + 1 : i + 2]
    closed = not behind or behind[0].pos != "PUNCT" or i + 1 in kept
    return number.i - 1 not in kept or number.i - 2 not in kept or not closed


def opens_beside(document: Document, verb: Token) -> bool:
    """« alors que la foule sortait » read as the main clause."""
    return any(t.text.lower() in ("alors", "lorsque", "lorsqu’", "quand", "tandis") for t in document.children(verb, "mark"))


def is_cut_list(document: Document, kept: set[int]) -> bool:
    """« 12 000 vols sont annulés, sept tunnels ont été inondés »: two clauses of a list whose « et » is left out."""
    for i in kept:
        clause = document.tokens[i]
        if stands_beside(document, clause, kept):
            return True
        if clause.dep != "conj" or not is_clause_head(document, clause) or document.child(clause, "cc") is not None:
            continue
        before = document.before(document.subtree(clause)[0])
        others = [t for t in document.children(document.head(clause), "conj") if t.i > i]
        if before is not None and before.text == "," and others and not any(t.i in kept for t in others):
            return True
    return False


def stands_beside(document: Document, clause: Token, kept: set[int]) -> bool:
    """« La firme a supprimé 70 postes, elle ferme … » with the first clause read as one under the second: nothing ties them but a comma."""
    if clause.dep != "advcl" or not is_clause_head(document, clause) or clause.i > clause.head or clause.head not in kept:
        return False
    own, other = (document.child(t, "nsubj", "nsubj:pass") for t in (clause, document.head(clause)))
    bound = document.child(clause, "mark") is not None or any(t.pos == "SCONJ" for t in document.children(clause))
    return own is not None and other is not None and own.pos != "PRON" and not bound and clause.i < other.i


def make_passage(reading: Reading, pieces: list[Piece], kept: frozenset[int]) -> Passage:
    """The passage of `pieces`, made of the tokens `kept`. Raises Refused if it cannot be read alone."""
    if reason := find_slip(reading.document, set(kept)) or find_fragment(reading.document, set(kept)):
        raise Refused(reason)
    if lacks_subject(reading.document, kept) or lacks_consequence(reading.document, kept):
        raise Refused("half of a clause is left out")
    if any(strands_age(reading.document, i, kept) for i in kept):
        raise Refused("whose age it is is left out")
    before, answer, after = join_pieces(reading.document, pieces, fuse)
    after = close_quotation(reading.document, f"{before}{answer}", after, max(kept))
    before = without_heading(reading.document, without_connective(before), kept)
    if opens_before(reading.document, set(kept)):
        before = f"« {before}"
    if any(cuts_teller(reading.document, i, kept) for i in kept):
        raise Refused("who says it is left out")
    if DANGLING.search(f"{before}{answer}{after}"):
        raise Refused("from when it is counted, or what it goes on with, is told elsewhere")
    if re.search(r"(?i)\bet qu(?:e |’)", whole := f"{before}{answer}{after}") and not re.search(r"(?i)\bqu(?:e |’).*\bet qu(?:e |’)", whole):
        raise Refused("the second of two clauses, without the first")
    passage = Passage(before=before, answer=answer, after=after, kept=kept, bare=sum(is_unexplained(reading, t, set(kept)) for t in kept))
    check_passage(passage, pieces, ("«", "»"))
    return passage


def close_quotation(document: Document, before: str, after: str, last: int) -> str:
    """`after` with the end of a quotation of which the sentence that ends at the token `last` tells the first part alone."""
    whole = f"{before}{after}"
    opened = whole.count("«") == whole.count("»") + 1 and whole.rfind("«") > whole.rfind("»")
    long = len(whole.rpartition("«")[2].split()) > BARE_QUOTE  # not « la mention « N. B. », which is an abbreviation
    goes_on = long and last in document.quotations and last + 1 in document.quotations and document.tokens[last].text in (".", "!", "…")
    return f"{after.rstrip(' .')} »" if opened and goes_on and after.strip(" .") else after


def cuts_teller(document: Document, i: int, kept: frozenset[int]) -> bool:
    """« « On attend », | soupire X, | mère de quatre enfants »: whether what stands behind a quotation and a comma is cut, and something follows."""
    following = document.tokens[i + 1 : i + 3]
    cut = len(following) == 2 and following[0].text == "," and not {t.i for t in following} & kept
    return document.tokens[i].text == "»" and cut and any(k > i + 2 and document.tokens[k].pos != "PUNCT" for k in kept)


def without_connective(before: str) -> str:
    """The opening of a passage without « En effet, » and the like, which join it to the sentence before."""
    first, comma, rest = before.partition(", ")
    return rest if comma and first.lower() in word_set("grammar", "connectives") else before


def without_heading(document: Document, before: str, kept: frozenset[int]) -> str:
    """The opening of a passage without a heading that is no clause: « Quelques victoires importantes : dans le Nord, … »."""
    heading, colon, rest = before.partition(" : ")
    ends = next((i for i in sorted(kept) if document.tokens[i].text == ":"), 0)
    clause = any(is_clause_head(document, document.tokens[i]) for i in kept if i < ends)
    return rest if colon and rest and ends and not clause and "«" not in heading else before


def read_pieces(reading: Reading, kept: list[int], asked: frozenset[int]) -> Iterator[Piece]:
    """The words of the tokens `kept`, in order, with what stands alone in place of what does not."""

    held = frozenset(kept)
    said: set[str] = set()

    def replaced(token: Token) -> tuple[Piece, ...]:
        inside = token.i in asked
        if inside and token.text != "pays":
            return ()
        piece = _for_fused(reading, token, held) if inside else _replaced(reading, token, held, asked)
        piece = replace(piece, asked=True) if inside and piece is not None else piece
        again = piece is not None and piece.text in said and token.pos in ("PRON", "DET")  # « ce pont … pour que | ce pont | … »
        if piece is None or again:
            return ()
        said.add(piece.text)
        return (piece,)

    return choose_pieces(reading.document, kept, asked, replaced)


def _replaced(reading: Reading, token: Token, kept: frozenset[int], asked: frozenset[int]) -> Piece | None:
    """What is said instead of the words that begin at `token`, or None."""
    low = token.text.lower().lstrip("-")
    if (piece := _for_incise(reading, token, kept) or _for_address(reading, token, kept, asked)) is not None:
        return piece
    if token.pos == "PRON" and (low in PRONOUNS or low in NEAREST or (low == "lui" and token.i in reading.links)) and token.dep != "expl:subj":
        return _for_pronoun(reading, token, kept)
    entity = reading.entity(token)
    if entity is not None and is_first_word(reading, token, entity):
        before = reading.document.before(token)
        fused = "" if before is None else {"du": "le ", "au": "le ", "des": "les ", "aux": "les "}.get(before.text.lower(), "")
        return Piece(first=token.i, last=token.i + 1, text=f"{fused}{entity.name}", changed=True)
    for noun in _nouns_after(reading.document, token):
        if dates.PARTS.fullmatch(noun.text) and is_one_of_several(reading.document, noun):
            if noun is token and _needs_saying(reading.document, noun) and (said := say_moment(reading, noun)):
                return Piece(first=noun.i, last=noun.i + 1, text=said.removeprefix("le "), changed=True)  # « les 3 et | 4 juin 2022 »
            continue
        run = range(token.i, end_of_moment(reading.document, noun))
        if not kept.issuperset(run) or not asked.isdisjoint(run):
            continue
        quoted = noun.i in reading.document.quotations  # word for word
        if not quoted and (said := say_moment(reading, noun)) and _needs_saying(reading.document, noun):
            return Piece(first=run.start, last=run.stop, text=said, changed=True)
        own = {*reading.links.get(token.i, ()), *reading.links.get(noun.i, ())}
        owned = any(own.intersection(reading.links.get(i, ())) for i in kept if i < token.i)
        if token.pos == "DET" and noun.pos == "NOUN" and not owned and (piece := _for_noun(reading, token, noun)):
            return piece
    return _for_fused(reading, token, kept) or _for_compatriot(reading, token, kept)


def _for_compatriot(reading: Reading, determiner: Token, kept: frozenset[int]) -> Piece | None:
    """« La Suissesse » by the name of the one whom the article has called so."""
    document = reading.document
    people = document.after(determiner)
    if determiner.pos != "DET" or people is None or people.i not in kept or not is_people(people.text) or people.has("Number=Plur"):
        return None
    entities = reading.links.get(people.i, ())
    alone = all(t.dep in ("det", "punct", "acl:relcl") for t in document.children(people))
    if len(entities) != 1 or entities[0].kind != "person" or not alone or any(entities[0] in reading.links.get(i, ()) for i in kept if i != people.i):
        return None
    return Piece(first=determiner.i, last=people.i + 1, text=entities[0].name, changed=True)


def _for_fused(reading: Reading, noun: Token, kept: frozenset[int]) -> Piece | None:
    """« pays » of « du pays », which has its article in the preposition, by its name, or in the words of the fuller mention."""
    document = reading.document
    before = document.before(noun)
    if noun.pos != "NOUN" or before is None or before.text.lower() not in ("du", "au") or before.dep != "case" or before.i not in kept:
        return None
    words = kept_tokens(document, noun, reading)
    if not is_bare(document, noun, words):
        return None
    entities = reading.links.get(noun.i, ())
    if any(set(reading.links.get(i, ())) & set(entities) for i in kept if i != noun.i):
        return None
    full = None if entities else full_again(reading, noun, words)
    said = say_list(entities) if entities else as_definite(reading, full) if full is not None else ""
    if full is not None and (len(said.split()) > LONGEST_FUSED or re.search(r"\b(?:qu|tel|comme)", said)):
        return None
    return Piece(first=noun.i, last=noun.i + 1, text=said, changed=True) if said else None


def _for_incise(reading: Reading, token: Token, kept: frozenset[int]) -> Piece | None:
    """« a précisé Karl Lund » for « a-t-il précisé », which begins at `token`; None if it is no such words, or it is not known who."""
    document = reading.document
    following = document.after(token)
    if following is None or following.text.lower() not in ("-t", "-il", "-elle", "-ils", "-elles"):
        return None
    pronoun = document.tokens[following.i + 1] if following.text.lower() == "-t" else following
    verb = document.head(pronoun)
    entities = reading.links.get(pronoun.i, ())
    run = range(token.i, max(pronoun.i, verb.i) + 1)
    if not entities or verb.dep != "parataxis" or verb.lemma not in word_set("verbs", "report") or verb.i > pronoun.i + 1 or not kept.issuperset(run):
        return None
    said = token.text if verb is token else f"{token.text} {verb.text}"
    return Piece(first=run.start, last=run.stop, text=f"{said} {say_list(entities)}", changed=True)


def _for_address(reading: Reading, token: Token, kept: frozenset[int], asked: frozenset[int]) -> Piece | None:
    """« Karl Lund » for « M. Lund », whom only the article tells by his first name; not in a quotation."""
    name = reading.document.after(token)
    entity = reading.entity(name) if name is not None and token.text in PLAIN_ADDRESSES else None
    if name is None or entity is None or entity.kind != "person" or not {token.i, name.i} <= kept - asked or token.i in reading.document.quotations:
        return None
    called = any(entity in reading.links.get(i, ()) for i in kept if i < token.i)
    whole = entity.name.endswith(f" {name.text}") and entity.name.split()[0] not in word_set("names", "addresses")
    return Piece(first=token.i, last=name.i + 1, text=entity.name, changed=True) if whole and not called else None


def _nouns_after(document: Document, token: Token) -> list[Token]:
    """`token` itself, or the noun whose preposition and article, or number of years, begin at it."""
    if token.dep == "nummod" and year_counted(document, document.head(token)) is not None:
        return [document.head(token)]
    if token.dep in ("case", "det"):
        head = document.head(token)
        parts = (t for t in document.children(head, "case", "det") if t.text.lower() != "entre" or token.dep == "case")  # « entre | les deux hommes »
        first = min((t.i for t in parts if t.i < head.i), default=head.i)
        return [head] if head.i > token.i and first == token.i and head.i - token.i <= 3 else []
    return [token] if token.pos != "CCONJ" else []  # « entre 2015 et 2017 » does not begin at « et »


def end_of_moment(document: Document, noun: Token) -> int:
    """The end of a date with what shifts it: « vendredi soir », « le 28 juin dernier »."""
    edge = edge_of(document, noun) or named_month(document, noun)
    last = (edge or noun).i + 1
    if edge is not None and last < len(document.tokens) and dates.YEAR.fullmatch(document.tokens[last].text):
        last += 1  # « la fin de l’année 1912 »
    if (period := read_period(document, noun)) is not None:
        last = next((t.i for t in document.tokens[last : last + LONGEST_PERIOD] if t.span.start >= period.span.end), last)
    while last < len(document.tokens) and document.tokens[last].text.lower() in AFTER_DATE:
        last += 1
    if year_counted(document, noun) is not None:
        last += 2 if document.tokens[last].text.lower() == "plus" else 1
    return last


def _needs_saying(document: Document, noun: Token) -> bool:
    """Whether a date is not said in full as it stands."""
    found = dates.find_date(noun.text)
    before = document.before(noun)
    whole = found is not None and found[2] - found[1] == len(noun.text)
    after = end_of_moment(document, noun) > noun.i + 1
    return not whole or after or (before is not None and before.text.lower() in ("ce", "cette"))


def _for_pronoun(reading: Reading, token: Token, kept: frozenset[int]) -> Piece | None:
    """The name or noun that « il » stands for, unless the passage has named it before."""
    entities = reading.links.get(token.i, ())
    if token.text.startswith("-"):
        return None
    if entities and any(set(reading.links.get(i, ())) & set(entities) for i in kept if i < token.i):
        return None
    if any(_is_beside(reading, i, entities, kept) for i in range(reading.document.sentence_of(token).first, token.i)):
        return None
    noun = None if entities else noun_antecedent(reading, token)
    if noun is not None and noun.i in kept:
        return None
    said = say_list(entities) if entities else CONCERNED.sub("", as_definite(reading, noun)) if noun is not None else ""
    return Piece(first=token.i, last=token.i + 1, text=said, changed=True) if said else None


def _is_beside(reading: Reading, i: int, entities: tuple[Entity, ...], kept: frozenset[int]) -> bool:
    """Whether the token `i` is a name that was cut beside a noun that is kept: « La patronne | , Anna Lund, | dit qu’elle … »."""
    name = reading.document.tokens[i]
    return name.dep == "appos" and i not in kept and name.head in kept and bool(set(reading.links.get(i, ())) & set(entities))


def _for_noun(reading: Reading, determiner: Token, noun: Token) -> Piece | None:
    """« le navire », « ce transfert » in the words of the fuller mention, or with « le » for « ce »."""
    document = reading.document
    words = kept_tokens(document, noun, reading)
    if (owners := reading.links.get(determiner.i, ())) and determiner.text.lower() in word_set("grammar", "possessives"):
        if noun.i > determiner.i + 1:
            return None
        following = document.after(noun)
        goes_on = following is not None and following.text.lower().replace("'", "’") in ("de", "d’", "du", "des")
        if goes_on or any(t.i > noun.i and document.child(t, "case") is not None for t in document.children(noun, "nmod")):
            raise Refused(f"whose « {noun.text} » it is cannot be told beside what it is of")  # « son collègue des Finances »
        whole = f"{article_for(noun, noun.text)}{noun.text} {join_preposition('de', say_list(owners))}"
        return Piece(first=determiner.i, last=noun.i + 1, text=whole, changed=True)
    if (said := _named(reading, determiner, noun)) is not None:
        return Piece(first=determiner.i, last=noun.i + 1, text=said, changed=True)
    if (full := full_again(reading, noun, words)) is not None:
        return Piece(first=determiner.i, last=noun.i + 1, text=as_definite(reading, full), changed=True)
    if determiner.text.lower() in word_set("grammar", "demonstratives"):
        article = "les" if noun.has("Number=Plur") else "la" if noun.has("Gender=Fem") else "le"
        said = elide(article, document.text(Span(start=document.tokens[determiner.i + 1].span.start, end=noun.span.end)))
        return Piece(first=determiner.i, last=noun.i + 1, text=said, changed=True)
    return None


def _named(reading: Reading, determiner: Token, noun: Token) -> str | None:
    """« les deux ministres », « la chercheuse » by the names of those whom the article is sure to mean; « les travaux » with what they are on."""
    document = reading.document
    definite = determiner.text.lower().replace("'", "’") in ("le", "la", "les", "l’", "ce", "cet", "cette", "ces")
    entities = reading.links.get(noun.i, ())
    alone = {t.dep for t in document.children(noun)} <= {"det", "nummod", "punct", "case"}
    if definite and entities and not noun.name and alone and not any(plain(noun.text) in plain(e.name) for e in entities):
        return say_list(entities)
    following = document.after(noun)
    goes_on = following is not None and following.text.lower() in ("de", "d’", "d'")  # « le chiffre | d’affaires »
    more, _ = complete(reading, noun) if noun.i == determiner.i + 1 and not goes_on else ("", ())
    pointing = determiner.text.lower() in word_set("grammar", "demonstratives")
    said = f"{article_for(noun, noun.text)}{noun.text}" if pointing else document.text(Span(start=determiner.span.start, end=noun.span.end))
    return f"{said} {more}" if more else None


def fuse(said: str, text: str) -> tuple[str, str, str]:
    """The words before a changed piece, the piece, and no space: « de » + « le Rwanda », « qu’ » + « Bernard X »."""
    match = re.search(r"(?i)(?:^|(?<=[\s’']))(d’|de|à|qu’|que|du|des|au|aux) ?$", said)
    if match is None:
        return said, text, ""
    word = match.group(1).lower()
    base = {"d’": "de", "qu’": "que", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(word, word)
    joined = elide("que", text) if base == "que" else join_preposition(base, text)
    return said[: match.start()], joined, ""
