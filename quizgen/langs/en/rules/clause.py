"""Any finite clause with a clear subject: deployment, membership, announcement, proposal, request, action…

« President X proposed to send troops to Romania. » The verb's class gives the type, its dependents the roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.asking.worth import is_mass
from quizgen.langs.en.clause.clauses import is_of_a_firm, read_clause, read_subject
from quizgen.langs.en.clause.facts import build_fact, has_anchor, is_named, is_report, iso_of, with_told_parts
from quizgen.langs.en.clause.goals import find_goal
from quizgen.langs.en.clause.lists import is_respective
from quizgen.langs.en.clause.results import find_result
from quizgen.langs.en.clause.soundness import shares_condition
from quizgen.langs.en.clause.verbs import RELATIVE, find_subject, is_clause_head, is_modal, is_passive
from quizgen.langs.en.forms.morphology import lower_first
from quizgen.langs.en.lexicon import read_words, verb_type, word_set
from quizgen.langs.en.phrase.phrases import is_definite
from quizgen.langs.en.phrase.wording import say_list
from quizgen.langs.en.reference.mentions import is_established, only_speaks, title_words
from quizgen.langs.refusal import Refused
from quizgen.langs.trimming import swap
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Token

OF_NOBODY = (
    "hard", "difficult", "easy", "possible", "impossible", "important", "necessary", "wrong", "right", "premature", "early", "better", "best",
    "mistake", "unfair", "unwise", "dangerous", "useful", "good", "time",
)  # fmt: skip
OF_SUMS = ("reach", "cost", "total", "exceed", "rise", "fall", "amount")
NAME = "clause"
ASIDE = 0.3  # worth of what is told in passing of somebody who does nothing in the article
PARTIAL = 0.6  # readers threw out most cards whose condition, exception or circumstance had been cut
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
TELLING = ("object", "complement", "addressee", "told_state", "cause", "agent", "attribute")  # roles that may say enough without a name
LONGEST_SOURCE = 8  # words of the one who says it, before the question itself
NONE = re.compile(r"(?i)(no|none|neither|nobody|nothing|few|hardly|little) ")
OF_A_PAPER = re.compile(r"^the (?=[A-Z]\S* report$)")  # one of many that a paper prints
GAPPED = re.compile(r"\d\S* .*\band (?:the )?[A-Z].* \d[\d.,]*(?: [mb]illion)?$")  # « 520 million euros and Daehan 280 million »
CUT_YEARS = re.compile(r"\d{4}(?:, \d{4})+")  # « in 1998, 2007 and, most recently, in 2020 »
TOPMOST = re.compile(r"the (?:first|last|only|\w+est)\b.* to \w+")  # « became the youngest woman to reach the final of X »
OPEN = ("if", "unless", "whether")
SPECIFIC = 3  # words from which a phrase of common nouns is known alone
FREE = ("ROOT", "conj", "parataxis", "acl:relcl", "advcl", "ccomp")
SPEAKERS = ("person", "country", "organisation", "city", "other")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The facts of the clauses of `sentence`."""
    for token in reading.document.words(sentence):
        if is_clause_head(reading.document, token):
            yield attempt(NAME, read_fact, reading, token)


def depends(document: Document, verb: Token) -> bool:
    """Whether a condition stands behind an aside on which the parser hung it: « will send 200 men, most of them Poles, if the council agrees »."""
    if shares_condition(document, verb):
        return True
    ahead = any(is_modal(t) for t in document.children(verb, "aux"))
    if ahead and any(t.text.lower() == "without" and t.i < verb.i for t in document.children(verb, "prep")):
        return True  # « without help from Oslo, the ferry would stop »
    marks = (t for t in document.subtree(verb) if t.i > verb.i and t.dep == "mark" and t.text.lower() in ("if", "unless"))
    return ahead and any(document.head(document.head(t)).pos not in ("VERB", "AUX") for t in marks)


def read_fact(reading: Reading, token: Token) -> Fact:
    """The fact of the clause of `token`. Raises Refused if it is no fact by itself."""
    document = reading.document
    attribution = check_standing(reading, token)
    if any(t.text.lower() in OPEN for c in document.children(token, "advcl") for t in document.children(c, "mark")) or depends(document, token):
        raise Refused("what depends on a condition is no fact")
    check_own_rule(document, token)
    content = document.child(token, "ccomp")
    if is_report(token) and content is not None and content.pos in ("VERB", "AUX") and not takes_up_subject(reading, content, token):
        raise Refused("a statement, read by its own rule")
    if token.lemma in word_set("verbs", "judging") and not is_passive(document, token) and is_judgement(document, token):
        raise Refused("a judgement, read by its own rule")
    clause, source = take_source(as_figure(document, read_clause(reading, token)))
    attribution = source or ("" if is_own_claim(clause, attribution) else attribution)
    if is_self_lost(document, token, clause):
        raise Refused("a verb that needs what the parse lost")
    clause = as_titled(token, clause)
    check_bearer(reading, token, clause)
    kind = verb_type(token.lemma)
    kind = "action" if kind == "meeting" else kind
    if token.lemma in word_set("verbs", "denying") and not clause.whole:
        raise Refused("a denial that is not told whole")
    if (token.lemma == "be" and not is_placed(clause) and not is_due(clause) and not is_counted_state(clause) and not is_dated_state(clause)) or (
        token.lemma in word_set("verbs", "light") and not tells_enough(clause)
    ):
        raise Refused("the verb says too little")
    check_way(document, token, clause)
    check_content(reading, clause, kind)
    if is_unowned(document, token, clause):
        raise Refused("it is not told whose it is")
    if kind == "action" and token.lemma in word_set("questions", "changing") and any(p.kind == "measure" for p in clause.phrases()):
        kind = "change"
    check_aim(clause)
    clause = with_told_times(reading, token, with_measures(with_told_parts(reading, with_event(reading, token, clause))))
    aside = is_side_matter(reading.document, token, clause)
    shared = aside or token.lemma in word_set("verbs", "shared") or is_taking_part(clause)
    if shared and clause.subject is not None:
        clause = replace(clause, subject=replace(clause.subject, role="told_subject"))  # true of others too, or told in passing
    sure = sureness(document, token, clause) * (ASIDE if aside else 1.0)
    return build_fact(reading, token, clause, type=kind, rule=NAME, attribution=attribution, confidence=sure)


def check_own_rule(document: Document, token: Token) -> None:
    """Raises Refused for what another rule reads: what several did one by one, and what a thing is made."""
    if is_respective(document, token):
        raise Refused("told of several one by one, read by its own rule")
    if find_goal(document, token) is not None:
        raise Refused("what is aimed at, read by its own rule")
    if find_result(document, token) is not None:
        raise Refused("what is made of a thing, read by its own rule")


def with_told_times(reading: Reading, verb: Token, clause: Clause) -> Clause:
    """The clause with its dates told, not asked, where it is told in passing of somebody (« X, who joined on Monday, »), or as one more (« also »);
    then the place it was done to is one of several, and told as well.
    """
    document = reading.document
    noun = document.head(verb)
    entity = reading.entity(noun) if verb.dep == "acl:relcl" else None
    aside = entity is not None and entity.kind == "person"
    more = any(t.text.lower() == "also" for t in document.children(verb, "advmod"))
    if not (aside or more):
        return clause

    def told(part: Phrase | Clause) -> Phrase | Clause:
        is_time = isinstance(part, Phrase) and part.kind == "time" and part.marker != "since" and (more or DAY.match(part.text) is not None)
        one_more = isinstance(part, Phrase) and more and part.role == "object" and part.kind in ("city", "country", "region")
        return replace(part, role=f"told_{part.role}") if is_time or one_more else part

    return replace(clause, complements=tuple(told(p) for p in clause.complements))


def as_figure(document: Document, clause: Clause) -> Clause:
    """« Turnout was 71.9 percent »: what a figure is said to be, told as a measure; as it is where it is no figure."""
    subject = clause.subject
    told = next((p for p in clause.complements if isinstance(p, Phrase) and p.role == "attribute"), None)
    if clause.verb.lemma != "be" or subject is None or subject.entities or told is None or not (told.kind == "measure" or told.count):
        return clause
    head = subject.head.lower()
    alone = head in word_set("nouns", "figures_alone")
    if not alone and not (head in word_set("nouns", "figures") and len(subject.text.split()) > SPECIFIC - 1):
        return clause
    text = f"the {head}" if subject.text.lower() == "turnout" else lower_first(subject.text) if alone else subject.text
    measure = replace(told, role="measure", kind="measure", count="", counted="")
    return replace(swap(clause, told, measure), subject=replace(subject, role="told_subject", text=text, kind="thing", named=False))


def as_titled(verb: Token, clause: Clause) -> Clause:
    """A relative clause about « an outbreak » of which the title speaks, as one about « the outbreak »."""
    subject = clause.subject
    if verb.dep != "acl:relcl" or subject is None or not (subject.topical and subject.text.lower().startswith(("a ", "an "))):
        return clause
    return replace(clause, subject=replace(subject, text=f"the {subject.text.partition(' ')[2]}"))


def is_self_lost(document: Document, verb: Token, clause: Clause) -> bool:
    """Whether « himself » right behind the verb is in no part of the clause: « found herself short of cash »."""
    after = document.after(verb)
    if after is None or not re.fullmatch(r"(?:him|her|it|my|your)self|(?:them|our|your)selves", after.text.lower()):
        return False
    return not any(p.span.start <= after.span.start < p.span.end for p in clause.phrases())


def check_bearer(reading: Reading, token: Token, clause: Clause) -> None:
    """Raises Refused for a relative clause about a thing that could be any, or about a bystander."""
    if (
        (token.dep == "acl:relcl" or is_in_relative(reading.document, token))
        and clause.subject is not None
        and is_any(reading.document, token, clause.subject)
    ):
        raise Refused(f"“{clause.subject.text}” could be any")
    if is_invented(reading.document, token):
        raise Refused("it is told in a work")
    if is_bystanders(reading, token, clause):
        raise Refused("told in passing of a bystander")


def is_in_relative(document: Document, token: Token) -> bool:
    """Whether a verb heads a relative clause, or goes on with one."""
    while token.dep == "conj" and document.head(token).pos in ("VERB", "AUX") and not document.children(token, "nsubj", "nsubj:pass"):
        token = document.head(token)
    own = document.child(token, "nsubj", "nsubj:pass")
    return token.dep == "acl:relcl" and own is not None and own.text.lower() in RELATIVE


def check_way(document: Document, token: Token, clause: Clause) -> None:
    """Raises Refused for « X left in 1951 » and « X returned in 1951 », which do not tell what was left or where to."""
    if token.lemma == "leave" and not is_passive(document, token) and not any(is_left(p) for p in clause.complements):
        raise Refused("it is not told what was left")
    if token.lemma == "leave" and any(is_left_so(document, p) for p in clause.complements):
        raise Refused("it is not told how")
    if token.lemma == "return" and not any(
        p.role == "place" or p.marker in ("to", "from") or (p.marker == "with" and p.named) for p in clause.phrases()
    ):
        raise Refused("it is not told where to")


def is_left_so(document: Document, part: Phrase | Clause) -> bool:
    """Whether what somebody was left as stands behind the object: « left 23 people injured »."""
    if isinstance(part, Clause) or part.role not in ("object", "told_object"):
        return False
    last = document.tokens_in(part.span)[-1]
    following = document.after(last)
    return last.dep == "acl" or (following is not None and following.pos in ("ADJ", "VERB"))


def is_left(part: Phrase | Clause) -> bool:
    """Whether a part tells what or where from, or for where, somebody left."""
    return isinstance(part, Clause) or part.role.startswith(("object", "told_object", "place")) or part.marker in ("for", "from", "to")


def is_taking_part(clause: Clause) -> bool:
    """« will play in the European Trophy »: one of many who do."""
    return (
        clause.verb.lemma in word_set("verbs", "taking_part")
        and any(p.marker == "in" and p.named for p in clause.phrases())
        and not any(p.marker == "for" for p in clause.phrases())
    )


def check_aim(clause: Clause) -> None:
    """Raises Refused for « declined to comment », which tells nothing, and « decided to go on », with what is told elsewhere."""
    inner = next((p for p in clause.complements if isinstance(p, Clause) and p.role == "content" and p.link == "to"), None)
    if inner is not None and not inner.complements and inner.verb.lemma in word_set("verbs", "empty"):
        raise Refused("nothing is told of it")
    if inner is not None and f"{inner.verb.lemma} {inner.verb.rest.split(' ')[-1]}" in word_set("verbs", "going_on"):
        raise Refused("what goes on is told elsewhere")


def is_unowned(document: Document, verb: Token, clause: Clause) -> bool:
    """Whether the subject is a bare « sales », and no sentence before tells of which firm."""
    noun = find_subject(document, verb)
    return noun is not None and is_of_a_firm(document, noun) and clause.subject is not None and not clause.subject.taken_up


def is_own_claim(clause: Clause, attribution: str) -> bool:
    """Whether those who say it are those who did it: « Oslo and Rome signed the pact, the two governments said »."""
    return clause.subject is not None and len(clause.subject.entities) > 1 and say_list(clause.subject.entities) == attribution


def is_any(document: Document, token: Token, subject: Phrase) -> bool:
    """Whether a relative clause tells of a thing that nothing but the clause makes known: « a loan that falls due in 2021 »."""
    first = token
    while first.dep == "conj" and document.head(first).pos in ("VERB", "AUX"):
        first = document.head(first)
    before = document.before(document.subtree(first)[0])
    aside = before is not None and before.text == ","  # « inflation, which stood at 8 % »
    alone = " " not in subject.text and subject.text.islower() and not (subject.count or aside)
    words = subject.text.lower().split()
    told_by_it = words[0] == "the" and len(words) == 2 and not (aside or subject.taken_up or subject.topical)  # « the dynasty which governed »
    part = document.head(first).dep == "attr" and subject.number == "p" and words[0] not in ("the", "these") and not aside
    of = document.head(document.head(first))
    if subject.count and not aside and of.text.lower() == "of" and document.head(of).text.lower() in ("first", "second", "last", "one"):
        return True  # « the first of three tunnels that are 500 metres long »
    if (told_by_it or (part and not subject.count)) and not (subject.entities or subject.named):
        return True
    return (subject.text.lower().startswith(("a ", "an ")) or alone) and not (subject.entities or subject.named)


def with_event(reading: Reading, verb: Token, clause: Clause) -> Clause:
    """« 412 bakers took part » with the event of the title that the sentence before tells of: « in the trial »."""
    document, number = reading.document, reading.document.sentence_number(verb)
    part = verb.lemma == "take" and any(t.text.lower() == "part" and not document.children(t) for t in document.children(verb, "obj"))
    if not part or not number or any(p.marker == "in" for p in clause.phrases()):
        return clause
    before = document.sentences[number - 1]
    noun = next((t for t in document.words(before) if t.dep.startswith("nsubj") and document.head(t).dep == "ROOT"), None)
    if noun is None or noun.pos != "NOUN" or noun.lemma not in title_words(document):
        return clause
    definite = any(t.text.lower() == "the" for t in document.children(noun, "det"))
    if not definite or before.paragraph != document.sentences[number].paragraph:
        return clause
    event = Phrase(role="told_event", text=f"the {noun.text}", span=noun.span, marker="in", head=noun.lemma, core=True, topical=True)
    return replace(clause, complements=(*clause.complements, event))


def with_measures(clause: Clause) -> Clause:
    """`clause` with a sum, a length or a time for its object told as a measure: « will cost £2 million », « took sixteen hours »."""
    measured = (p for p in clause.complements if isinstance(p, Phrase) and p.role == "object" and p.kind in ("measure", "duration"))
    for part in tuple(measured):
        clause = swap(clause, part, replace(part, role="measure"))
    return clause


def is_judgement(document: Document, token: Token) -> bool:
    """Whether the verb says how somebody finds or calls a thing."""
    quoted = any(t.i in document.quotations for t in document.subtree(token) if t.i > token.i) and token.i not in document.quotations
    marked = any(t.text.lower() == "as" for t in document.children(token, "prep"))
    return document.child(token, "oprd") is not None or quoted or marked


def check_standing(reading: Reading, token: Token) -> str:
    """Who says the clause of `token`, or empty. Raises Refused for conditions, wishes and unnamed speakers."""
    document = reading.document
    if token.dep == "advcl" and _is_condition(document, token):
        raise Refused("a condition is no fact")
    if token.dep == "advcl" and any(t.text.lower() == "as" for t in document.children(token, "mark")) and is_cut_object(document, token):
        raise Refused("what is compared")  # « as the parliament discussed in 2016 »
    if not token.dep.startswith(FREE):
        raise Refused(f"a dependent clause ({token.dep})")
    quoted = token.i in document.quotations
    if quoted and (subject := find_subject(document, token)) is not None and subject.i not in document.quotations:
        raise Refused("half of it is quoted")  # « said that he had “robbed widows of all they had” »
    for below, above in _climb(document, token):
        if below.dep == "acl:relcl":
            return ""
        if below.dep == "parataxis":
            return incise_speaker(reading, below)
        if below.dep == "ccomp":
            return speaker_of(reading, below)
        if below.dep in ("pcomp", "csubj", "csubj:pass", "xcomp", "acl") or (below.dep == "advcl" and _is_condition(document, below)):
            raise Refused("what depends on another clause is no fact")
        if above is below:
            break
    if quoted:
        raise Refused("quoted speech, whose speaker is not sure")
    return ""


def is_cut_object(document: Document, verb: Token) -> bool:
    """Whether a verb that takes an object has none."""
    takes = verb.lemma in word_set("verbs", "needs_object") | word_set("verbs", "report") | {"discuss", "propose", "plan", "want"}
    return takes and not document.children(verb, "obj", "ccomp", "xcomp", "aux:pass")


def _climb(document: Document, token: Token) -> Iterator[tuple[Token, Token]]:
    """`token` and each governor above it, with the governor of that."""
    for below in (token, *document.ancestors(token)):
        yield below, document.head(below)


def _is_condition(document: Document, token: Token) -> bool:
    """Whether a clause under another may not be so; « when X left » is so."""
    low = {t.text.lower() for t in document.children(token, "mark", "advmod") if t.i < token.i}
    past = token.has("Tense=Past") and token.has("VerbForm=Fin")
    return bool((low - {"when"} if past else low) & word_set("grammar", "conditions"))


def speaker_of(reading: Reading, content: Token) -> str:
    """The one who says the clause `content`. Raises Refused if that is not a named one who only says it."""
    document = reading.document
    verb = document.head(content)
    if comes_out(document, verb):
        return ""
    if verb.dep == "advcl" and verb.has("Aspect=Prog") and is_report(verb) and is_report(document.head(verb)):
        if takes_up_subject(reading, content, document.head(verb)):
            raise Refused("what somebody says of himself is asked with his saying it")
        return name_speaker(read_subject(reading, document.head(verb)))  # « said X, adding that … »
    if verb.dep in ("conj",) and not is_report(verb):
        raise Refused(f"what “{verb.text}” makes of the clause is not known")
    if not is_report(verb):
        raise Refused(f"what “{verb.text}” makes of the clause is not known")
    if takes_up_subject(reading, content, verb):
        raise Refused("what somebody says of himself is asked with his saying it")
    if verb.lemma in word_set("verbs", "denying") | word_set("verbs", "dreading"):
        raise Refused("what is denied or feared is not said to be so")
    if document.children(verb, "neg") or any(is_modal(t) for t in document.children(verb, "aux")):
        raise Refused("what is not said, or not yet, is no fact")
    if any(t.text.lower() in word_set("grammar", "conditions") for t in document.children(content, "advmod") if t.i < content.i):
        raise Refused("a question within a statement")
    return name_speaker(read_subject(reading, verb))


def comes_out(document: Document, verb: Token) -> bool:
    """Whether a verb tells that something has become known: « it emerged that », « it has turned out that »; the article says it then."""
    subject = find_subject(document, verb)
    out = verb.lemma in ("emerge", "transpire") or (verb.lemma == "turn" and any(t.text.lower() == "out" for t in document.children(verb)))
    unsure = document.children(verb, "neg") or any(is_modal(t) for t in document.children(verb, "aux"))
    return out and not unsure and (subject is None or subject.text.lower() == "it")


def incise_speaker(reading: Reading, token: Token) -> str:
    """Who says the clause of `token` in the verb that it hangs on; empty if that is no verb of saying."""
    above = reading.document.head(token)
    if any(t.text == ";" for t in reading.document.tokens[token.i : above.i]):
        return ""  # « Nine are in hospital; no deaths have been reported »
    if above.lemma not in word_set("verbs", "speaking") or above.i < token.i or reading.document.child(above, "ccomp"):
        return ""
    if is_passive(reading.document, above) or any(t.text == ";" for t in reading.document.tokens[token.i : above.i]):
        return ""  # « Thirty were taken to hospital; no deaths have been reported »
    return name_speaker(read_subject(reading, above))


def name_speaker(subject: Phrase) -> str:
    """The words for the one who says it. Raises Refused if it is nobody known."""
    plain = len(subject.entities) == 1 and subject.entities[0].name.lower() in word_set("nouns", "organisations") | word_set("questions", "bodies")
    if subject.entities and subject.kind in SPEAKERS and not plain:  # not « the Bureau »
        return say_list(subject.entities)
    words = len(subject.text.split())
    known = subject.head in word_set("nouns", "situational") | word_set("nouns", "informed") and subject.number == "p"  # « police said »
    if subject.count or words > LONGEST_SOURCE or not (subject.named or is_definite(subject) or known or words >= SPECIFIC):
        raise Refused("the one who says it is not named")
    return lower_first(subject.text) if not subject.named else subject.text


def takes_up_subject(reading: Reading, content: Token, verb: Token) -> bool:
    """Whether the subject of what is said is the one who says it: « X announced that it would send ». Raises Refused if « it » may be nobody."""
    inner, outer = find_subject(reading.document, content), find_subject(reading.document, verb)
    if inner is None or outer is None or inner.pos != "PRON":
        return False
    if is_of_nobody(reading.document, content, inner):
        raise Refused("“it” may be nobody, or what is told before")
    if inner.i in reading.links:
        known = reading.links.get(outer.i)
        return known is None or reading.links[inner.i] == known
    return inner.text.lower() in ("it", "they", "he", "she")


def is_of_nobody(document: Document, content: Token, pronoun: Token) -> bool:
    """Whether « it » may be no speaker: « feared that it might take months », « wrote that it would reach £9 million »,
    or the thing told of before: « The museum, to which X sold the vase, insisted that it was whole ».
    """
    if pronoun.text.lower() != "it":
        return False
    verb = document.head(content)
    thing, state = document.child(content, "obj", "npadvmod"), document.child(content, "acomp", "attr")
    lasts = content.lemma == "take" and thing is not None and thing.lemma in word_set("nouns", "durations")
    hard = state is not None and state.text.lower() in OF_NOBODY and document.child(content, "xcomp", "ccomp", "advcl") is not None
    summed = content.lemma in OF_SUMS and thing is not None and thing.lemma in word_set("questions", "currencies")
    rival = any(document.child(c, "obj") is not None for s in document.children(verb, "nsubj") for c in document.children(s, "acl:relcl"))
    if rival and document.children(content, "nsubj:pass"):
        return True  # « The museum, to which X sold the piece, insisted that it was bought lawfully »
    aside = verb.dep == "advcl" and document.head(verb).i < verb.i and document.child(document.head(verb), "obj", "xcomp") is not None
    return lasts or hard or summed or aside


def take_source(clause: Clause) -> tuple[Clause, str]:
    """`clause` without its « according to X », and X as it is to be said; or "" if there is none."""
    for part in clause.complements:
        if isinstance(part, Clause):
            inner, source = take_source(part)
            if source:
                return replace(clause, complements=tuple(inner if p is part else p for p in clause.complements)), source
        elif part.marker in word_set("grammar", "sources"):
            said = OF_A_PAPER.sub("a ", part.text)
            return replace(clause, complements=tuple(p for p in clause.complements if p is not part and not dates_source(p, part))), said
    return clause, ""


def dates_source(part: Phrase | Clause, source: Phrase) -> bool:
    """Whether a day right behind « according to a report from X » is that of the report."""
    near = isinstance(part, Phrase) and part.kind == "time" and 0 < part.span.start - source.span.end <= len(part.marker) + 2
    return near and re.search(r"\b(?:report|statement|article|study|survey|poll|letter|release|document)s?\b", source.text) is not None


def is_due(clause: Clause) -> bool:
    """« is to pay £2 million »: what is to be done."""
    if any(isinstance(p, Phrase) and p.role == "attribute" for p in clause.complements):
        return False  # « is the eighth ship to sink »
    return any(isinstance(p, Clause) and p.role == "content" and p.link == "to" for p in clause.complements) and has_anchor(clause)


def is_counted_state(clause: Clause) -> bool:
    """« 17 of the species were new to science »: how many are so."""
    states = any(isinstance(p, Phrase) and p.role == "told_state" and len(p.text.split()) > 1 for p in clause.complements)
    return states and clause.subject is not None and bool(clause.subject.count)


def is_dated_state(clause: Clause) -> bool:
    """« both ends were ashore on 5 August 1858 »: what was so on a day."""
    states = any(isinstance(p, Phrase) and p.role == "told_state" for p in clause.complements)
    return states and any(iso_of(p).count("-") == 2 for p in clause.phrases())


def is_placed(clause: Clause) -> bool:
    """« is in the north of Gao », « are 40 metres high »: the verb to be says enough with a place or a measure."""
    others = [p for p in clause.complements if isinstance(p, Phrase)]
    return any(p.role in ("place", "measure") and (p.named or p.entities or p.kind == "measure") for p in others) and not any(
        p.role == "attribute" for p in others
    )


def tells_enough(clause: Clause) -> bool:
    """« had 900 members », « became president in 1999 »: the light verb says enough with a number, a name or a date."""
    if any(isinstance(p, Clause) and p.role == "content" and p.link == "to" for p in clause.complements):
        return has_anchor(clause) or says_something(clause)  # « will have to use the bypass »
    others = [p for p in clause.phrases() if p is not clause.subject]
    return any(
        p.count
        or p.kind in ("measure", "duration")
        or (p.kind == "time" and (clause.verb.rest or clause.verb.lemma not in ("come", "go")))
        or (p.role == "object" and (p.named or len(p.text.split()) >= SPECIFIC))
        or (p.role == "attribute" and p.named and TOPMOST.match(p.text))
        for p in others
    )


def check_content(reading: Reading, clause: Clause, kind: str) -> None:
    """Raises Refused unless the clause has a known subject and says something definite."""
    subject = clause.subject
    if subject is None or not (clause.complements or (subject.count and clause.verb.rest)):
        raise Refused("the clause has nothing but a verb")
    if any(p.text.endswith((" that", " which", " where", " what", " who", " how", " why", " whether")) for p in clause.phrases()):
        raise Refused("a phrase that is cut")
    if any(re.match(r"\d[\d.,]* and \d", p.text) and p.kind != "time" for p in clause.phrases()):
        raise Refused("it is not told of what so many are")  # « came third with 43 and 19.9 percent »
    if has_two_times(clause) or any(GAPPED.search(p.text) for p in clause.phrases() if p.kind != "time"):
        raise Refused("two deeds in one clause: the parse is wrong")
    if any(CUT_YEARS.fullmatch(p.text) for p in clause.phrases()):
        raise Refused("a list that is cut")
    if any(NONE.match(p.text) for p in clause.phrases()):
        raise Refused("a negation in one of its parts")
    objects = [p for p in clause.complements if isinstance(p, Phrase) and p.role in ("object", "told_object")]
    check_whole_verb(clause, objects)
    if len(objects) > 1:
        raise Refused("two objects: the parse is wrong")
    if clause.verb.lemma == "cost" and any(p.kind in ("person", "people") or p.head in word_set("nouns", "persons") for p in objects):
        raise Refused("it is not told what it costs them")
    if not is_known(reading, subject, clause):
        raise Refused(f"the subject “{subject.text}” is not named")
    if not has_anchor(clause) and kind == "action" and any(is_bare_thing(reading, p) for p in objects):
        raise Refused("it is not told which")
    if not has_anchor(clause) and not says_something(clause) and kind == "action":
        raise Refused("nothing beside the subject is named, dated or counted")


def has_two_times(clause: Clause) -> bool:
    """Whether one deed is told of two months or days: « killed 66 in June 2017 … and in October 45 more died »."""
    times = [p for p in clause.complements if isinstance(p, Phrase) and p.kind == "time" and p.marker in ("in", "on")]
    days = [iso_of(p) for p in times]
    return len(days) > 1 and all("-" in day for day in days) and not all(day.startswith(min(days, key=len)) for day in days)


def is_bare_thing(reading: Reading, thing: Phrase) -> bool:
    """Whether an object is a bare « the announcement » that neither the title nor a sentence before tells more of."""
    bare = thing.text.lower() == f"the {thing.head}" and not (thing.entities or thing.named)
    return bare and not is_met(reading, thing)


def is_known(reading: Reading, subject: Phrase, clause: Clause) -> bool:
    """Whether a reader knows, with the context line, who or what the subject is."""
    words = len(subject.text.split())
    if is_named(subject) or words >= SPECIFIC:
        return True
    vague = subject.head in word_set("nouns", "vague")
    if is_definite(subject) and not vague:
        return has_anchor(clause) or is_met(reading, subject) or says_something(clause)
    plural = subject.number == "p" and not subject.text.lower().startswith(("some", "many", "several", "others", "other", "these"))
    mass = subject.number == "s" and subject.text.islower() and not subject.text.startswith(("a ", "an ", "the ", "no ", "one ", "another "))
    return (plural or mass) and not vague and (words > 1 or has_anchor(clause) or says_something(clause))


def is_met(reading: Reading, phrase: Phrase) -> bool:
    """Whether a definite phrase takes up a thing that the title or an earlier sentence has brought up."""
    if phrase.taken_up:
        return True
    noun = next((t for t in reading.document.tokens_in(phrase.span) if t.lemma == phrase.head), None)
    return noun is not None and is_established(reading.document, noun)


def check_whole_verb(clause: Clause, objects: list[Phrase]) -> None:
    """Raises Refused where the verb lacks what it governs: « the chain put », « X participated »."""
    verb = clause.verb
    if verb.passive or any(isinstance(p, Clause) and p.role == "content" for p in clause.complements):
        return
    others = [p for p in clause.complements if isinstance(p, Phrase)]
    bound = [marker for marker, verbs in read_words("verbs")["governs"].items() if verb.lemma in verbs]
    if verb.lemma == "make" and not objects and not any(isinstance(p, Clause) for p in clause.complements) and not _has_particle(verb.rest):
        raise Refused("a verb that needs what the parse lost")  # « made him ruler of the country »
    governed = any(p.marker in bound for p in others)
    if (
        verb.lemma in word_set("verbs", "needs_object")
        and not governed
        and not objects
        and not any(p.kind == "measure" or p.role in ("attribute", "told_state") for p in others)
        and not (_has_particle(verb.rest) and verb.lemma not in word_set("verbs", "bringing"))
    ):
        raise Refused("a verb that needs what the parse lost")
    if (
        verb.lemma in word_set("verbs", "needs_both")
        and not any(p.marker for p in others)
        and not any(isinstance(p, Clause) for p in clause.complements)
    ):
        raise Refused("a verb that needs what the parse lost")
    if (
        bound
        and not objects
        and not any(p.marker for p in others)
        and not any(isinstance(p, Clause) for p in clause.complements)
        and not has_anchor(clause)
    ):
        raise Refused("a verb that needs what the parse lost")


def _has_particle(rest: str) -> bool:
    return rest.split()[-1:] != [] and rest.split()[-1] in ("up", "out", "off", "in", "on", "over", "down", "away", "back")


def says_something(clause: Clause) -> bool:
    """Whether an object or a complement has words enough to be told from others: « the parties of the coalition »."""
    enough = SPECIFIC - 1 if clause.subject is not None and clause.subject.entities else SPECIFIC
    others = [p for p in clause.phrases() if p is not clause.subject and p.role in TELLING]
    if any(p.marker and clause.verb.lemma in read_words("verbs")["governs"].get(p.marker, ()) and is_mass(p) for p in others):
        return True  # « feed on plankton »
    if clause.verb.lemma in word_set("verbs", "standing") and any(p.role == "agent" and p.kind in ("person", "people") for p in others):
        return True  # « is run by volunteers »
    means = any(isinstance(p, Clause) and p.role == "means" for p in clause.complements)
    return means or any(p.role == "cause" or len(p.text.split()) >= enough for p in others)


def is_invented(document: Document, token: Token) -> bool:
    """Whether a relative clause tells what happens in a work: « a novel about two brothers who … »."""
    noun = document.head(token)
    prep = document.head(noun)
    told = token.dep == "acl:relcl" and noun.dep == "pobj" and prep.text.lower() in ("about", "of")
    return told and document.head(prep).lemma in word_set("nouns", "works")


def is_bystanders(reading: Reading, token: Token, clause: Clause) -> bool:
    """Whether a relative clause tells of somebody whom the article names once, for his words: « “It shook,” said X, who has an inn there »."""
    document = reading.document
    if token.dep != "acl:relcl" or clause.subject is None or clause.subject.kind != "person" or len(clause.subject.entities) != 1:
        return False
    person = clause.subject.entities[0]
    quoted = any(t.i in document.quotations for t in document.words(document.sentence_of(token)))
    return quoted and len(person.mentions) == 1 and only_speaks(reading, person)


def is_side_matter(document: Document, token: Token, clause: Clause) -> bool:
    """Whether a relative clause tells more of somebody whom the article names once, and not as one who does something: « after X, who swam … »."""
    if (
        token.dep != "acl:relcl"
        or clause.subject is None
        or len(clause.subject.entities) != 1
        or clause.subject.kind not in ("person", "organisation")
    ):
        return False
    own = document.child(token, "nsubj", "nsubj:pass")
    if own is not None and own.text.lower() not in RELATIVE:
        return False  # « in 2017, when X opened it »
    holder = document.head(token)
    while holder.dep in ("appos", "conj"):
        holder = document.head(holder)
    acts = holder.dep in ("nsubj", "nsubj:pass") and holder.i < document.head(holder).i
    return not acts and len(clause.subject.entities[0].mentions) == 1


def sureness(document: Document, token: Token, clause: Clause) -> float:
    """How far the reading of the clause is to be trusted: long sentences, deep clauses and cut ones less."""
    depth = sum(1 for _ in document.ancestors(token))
    length = len(document.words(document.sentence_of(token)))
    return max(0.4, 1.0 - 0.04 * depth - 0.003 * max(0, length - 20)) * (1.0 if clause.whole else PARTIAL)
