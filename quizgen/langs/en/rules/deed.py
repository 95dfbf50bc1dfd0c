"""What somebody is to do, by another's word or his own: « What did X urge Y to do? », « What did X say that Y should do? ».

The deed is told whole, in the article's words; the question keeps who said it, and whether it is asked, promised, refused or foreseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.building import attempt
from quizgen.langs.en.asking.saying import say_pronoun
from quizgen.langs.en.clause.clauses import OWNED, check_agreement, read_subject
from quizgen.langs.en.clause.complements import is_taken_away
from quizgen.langs.en.clause.facts import build_fact, is_report
from quizgen.langs.en.clause.goals import find_goal
from quizgen.langs.en.clause.relatives import with_own_relative
from quizgen.langs.en.clause.verbs import find_subject, is_clause_head, is_modal, is_passive, read_verb
from quizgen.langs.en.forms.dates import WEEKDAYS
from quizgen.langs.en.forms.morphology import HAVE
from quizgen.langs.en.lexicon import modality_of, verb_type, word_set
from quizgen.langs.en.passage.outside import THIRD
from quizgen.langs.en.phrase.phrases import is_definite, read_phrase
from quizgen.langs.en.phrase.wording import possessive, say_tokens
from quizgen.langs.en.reference.mentions import is_established
from quizgen.langs.en.rules.clause import check_standing, name_speaker, sureness, takes_up_subject
from quizgen.langs.en.rules.report import OTHERS
from quizgen.langs.en.rules.statement import POINTING, QUOTES, RELATIVE, read_told, second_contents, speaks_of_itself, up_to_aside
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "deed"
CONFIDENCE = 0.9
LONGEST = 12  # words of a deed
DEED = "deed"  # kind of the words that answer « What … do? »
TURNING = ("but", "although", "though", "unless", "if", "until", "only")  # behind a deed, what makes something else of it
SPECIFIC = 3  # words from which a phrase with a vague noun is known
MINDED = ("ready", "willing", "unwilling", "prepared", "determined", "reluctant", "likely", "unlikely", "eager", "keen", "set", "obliged", "free")
EMPTY_DEED = re.compile(
    r"(?:give|make|take|have|issue) (?:an? |the )?(?:answer|comment|decision|look|move|reply|response|statement|step|place|part)"
    r"|(?:co-?operate|respond|react|act|behave) [a-z]+ly|consider (?:its|his|her|their) [a-z]+"  # « cooperate fully »
    r"|(?:go|come|happen|occur)(?: ahead| back)?|play(?:ed)? an? (?:\w+ )?(?:part|role)"
    r"|(?:raise|cut|change|keep|use|hold|sell|leave) (?:its|his|her|their) \w+",
    re.I,
)
SEVERAL = re.compile(r" (?:the )?(?:two|three|four) (?:[a-z]+ )?(?!days|weeks|months|years|hours)[a-z]+s$")  # « settle two old cases »
ACTING = ("person", "people", "country", "organisation", "city")
SHARES = ("between ", "half ", "most ", "part ", "up to ")
SOME = ("some ", "no ", "many ", "a few ", "several ", "any ", "each ", "every ", "another ", "other ", "most ", "others")
OWNING = re.compile(r"(?:his|her|its|their)\b")


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """The deeds that `sentence` tells as asked, planned or foreseen by somebody."""
    document = reading.document
    for verb in document.words(sentence):
        if not is_clause_head(document, verb):
            continue
        if (aim := find_aim(document, verb)) is not None:
            yield attempt(NAME, read_wish, reading, verb, aim)
        for content in find_foreseen(document, verb):
            yield attempt(NAME, read_foreseen, reading, verb, content)
        if (thing := find_denied(document, verb)) is not None:
            yield attempt(NAME, read_denied, reading, verb, thing)
        if (goal := find_goal(document, verb)) is not None:
            yield attempt(NAME, read_goal, reading, verb, goal)


def find_aim(document: Document, verb: Token) -> Token | None:
    """The infinitive of what the verb asks of somebody, or promises: « urged X to vote », « promised to vote »."""
    if verb.lemma not in word_set("verbs", "urging") | word_set("verbs", "resolving") and state_of(document, verb) is None:
        return None
    above = state_of(document, verb) or verb
    found = [t for t in document.children(above, "xcomp", "ccomp") if t.i > verb.i]
    return next((t for t in found if any(a.text.lower() == "to" for a in document.children(t, "aux"))), None)


def state_of(document: Document, verb: Token) -> Token | None:
    """« ready » of « is ready to pay »; None for another verb or adjective."""
    state = document.child(verb, "acomp") if verb.lemma == "be" else None
    return state if state is not None and state.text.lower() in MINDED else None


def find_foreseen(document: Document, verb: Token) -> list[Token]:
    """The verbs of what is said to be about to happen, to be due or done, or to be likely: « said that schools should close and may stay shut »."""
    content = document.child(verb, "ccomp")
    if content is None or not is_report(verb) or not is_clause_head(document, content):
        return []
    joined = [t for t in document.children(content, "conj") if t.pos in ("VERB", "AUX") and not document.children(t, "mark", "nsubj", "nsubj:pass")]
    return [t for t in (content, *joined, *second_contents(document, content)) if is_foreseen(document, t)]


def is_foreseen(document: Document, content: Token) -> bool:
    """Whether a verb is told with « would », « has » or « probably »."""
    helpers = document.children(content, "aux")
    likely = [t for t in document.children(content, "advmod") if t.text.lower() in word_set("grammar", "likelihoods")]
    done = content.lemma != "be" and (any(t.text.lower() in HAVE for t in helpers) or (likely and not helpers))
    return bool(done) or any(is_modal(t) for t in helpers)


def find_denied(document: Document, verb: Token) -> Token | None:
    """What is said not to be: « a culture of X » of « denied that there was a culture of X »; None under another verb."""
    content = document.child(verb, "ccomp")
    if verb.lemma not in word_set("verbs", "denying") or content is None or content.lemma != "be" or not document.children(content, "expl"):
        return None
    return document.child(content, "attr", "nsubj")


def read_denied(reading: Reading, verb: Token, thing: Token) -> Fact:
    """« S denied that there was T ». Raises Refused unless S is known and T is told by more than a noun."""
    document = reading.document
    attribution = check_standing(reading, verb)
    speaker = read_subject(reading, verb)
    name_speaker(speaker)
    being = read_verb(document, document.head(thing))
    words = without_joint([t for t in document.subtree(thing) if t.pos != "PUNCT" or t.text in ("-", "’")])
    text = say_tokens(reading, words, subject=speaker.entities)
    if not 2 < len(text.split()) <= LONGEST or words[-1].i - words[0].i >= len(words) or points_away(words, text) or being.negation:
        raise Refused("what is denied is too long or too short, or points to a sentence before")
    if any(t.text.lower() in THIRD and t.dep != "poss" for t in words):
        raise Refused("a pronoun in what is denied is not resolved")
    lead = Phrase(role="told_opening", text=f"that there {being.finite} {being.rest}".strip(), span=words[0].span, core=True)
    denied = Phrase(role="object", text=text, span=Span(start=words[0].span.start, end=words[-1].span.end), kind="thing", head=thing.lemma)
    clause = Clause(verb=read_verb(document, verb), subject=replace(speaker, role="told_subject"), complements=(lead, denied))
    return build_fact(
        reading, verb, clause, type="statement", rule=NAME, attribution=attribution, modality="denied",
        confidence=sureness(document, thing, clause) * CONFIDENCE,
    )  # fmt: skip


def read_goal(reading: Reading, verb: Token, goal: Token) -> Fact:
    """« The aim of T is to D ». Raises Refused unless it is known whose aim it is."""
    document = reading.document
    attribution = check_standing(reading, verb)
    subject = read_subject(reading, verb)
    group = read_verb(document, verb)
    if OWNING.match(subject.text) or not re.search(r"[A-Z]", subject.text[1:]):
        raise Refused("it is not told whose aim it is")
    if group.negation or goal.i in document.quotations or any(t.dep == "neg" for t in document.children(goal)):
        raise Refused("it is not told in the article's own words what is aimed at")
    deed = read_deed(reading, goal, subject)
    told = replace(deed, role="plan", kind="aim", text=f"to {deed.text}", marker="")
    clause = Clause(verb=group, subject=replace(subject, role="told_subject"), complements=(told,))
    return build_fact(
        reading, verb, clause, type="action", rule=NAME, attribution=attribution, modality="planned",
        confidence=sureness(document, goal, clause) * CONFIDENCE,
    )  # fmt: skip


def read_wish(reading: Reading, verb: Token, aim: Token) -> Fact:
    """« S urged O to D », « S promised to D », « O was told to D ». Raises Refused unless S and O are known."""
    document = reading.document
    teller = own_teller(reading, verb)
    attribution = check_standing(reading, teller or verb)
    subject = read_wisher(reading, teller or verb)
    group = read_wishing(document, verb)
    if aim.lemma == "be" or any(t.text.lower() == "have" for t in document.children(aim, "aux")):
        raise Refused("what one is to be, or is thought to have done, is no deed to come")
    if group.negation or not is_told_plainly(document, verb, aim):
        raise Refused("it is not told in the article's own words that it is wanted")
    if is_passive(document, verb) and re.fullmatch(r"(?:the )?[a-z]+", subject.text) and not (subject.entities or subject.topical):
        raise Refused("neither who asks nor who is asked can be known")  # « Players were asked to »
    hearer = read_hearer(reading, verb, aim, subject)
    wanted = bool(hearer) or is_passive(document, verb)
    fitting = word_set("verbs", "urging" if wanted else "resolving")
    if verb.lemma not in fitting and state_of(document, verb) is None:
        raise Refused("it is not told who is to do it")
    deed = read_deed(reading, aim, hearer[0] if hearer else subject)
    deed = replace(deed, marker="not to" if any(t.dep == "neg" for t in document.children(aim)) else "to")
    clause = Clause(verb=group, subject=subject, complements=(*hearer, deed))
    if teller is not None:
        clause = as_told(document, teller, clause)
    modality = modality_of(verb.lemma)
    return build_fact(
        reading, teller or verb, clause, type="statement" if teller is not None else verb_type(verb.lemma), rule=NAME, attribution=attribution,
        modality="wanted" if modality == "actual" and wanted else modality, confidence=sureness(document, aim, clause) * CONFIDENCE,
    )  # fmt: skip


def is_told_plainly(document: Document, verb: Token, deed: Token) -> bool:
    """Whether the article tells the deed in its own words, or quotes it from its verb on: « urged X to “think again” », « would “fight on” »."""
    if verb.i in document.quotations:
        return False
    return deed.i not in document.quotations or quotes_from(document, deed) is not None or quotes_helper(document, deed)


def quotes_from(document: Document, deed: Token) -> Token | None:
    """The quotation mark right before a deed, where what helps its verb stands before the mark; None for any other deed."""
    mark = document.before(deed)
    helped = any(t.i < deed.i for t in document.children(deed, "aux"))
    return mark if mark is not None and mark.text in QUOTES and deed.i in document.quotations and helped else None


def quotes_helper(document: Document, deed: Token) -> bool:
    """Whether the quotation opens right before what helps the verb: « said that he “should have listened sooner” »."""
    first = next((t for t in document.children(deed, "aux") if t.i < deed.i and is_modal(t)), None)
    mark = document.before(first) if first is not None else None
    subject = find_subject(document, deed)
    outside = subject is not None and subject.i not in document.quotations
    return mark is not None and mark.text in QUOTES and outside and not document.children(deed, "neg")


def own_teller(reading: Reading, verb: Token) -> Token | None:
    """The verb of saying above a wish that somebody tells of himself: « said he expected X to »; None for any other wish."""
    document = reading.document
    above, noun = document.head(verb), find_subject(document, verb)
    if verb.dep != "ccomp" or not is_report(above) or noun is None or not takes_up_subject(reading, verb, above):
        return None
    speaker = read_subject(reading, above)
    same = bool(speaker.entities) and reading.links.get(noun.i) == speaker.entities
    return above if same or speaks_of_itself(speaker, noun) else None


def as_told(document: Document, teller: Token, wish: Clause) -> Clause:
    """« S said that he expected O to D » of « S expected O to D »."""
    assert wish.subject is not None
    group = read_verb(document, teller)
    if group.negation or is_passive(document, teller):
        raise Refused("it is not said in the article's own words")
    who = replace(wish.subject, text=say_pronoun(wish.subject), role="told_doer", same_as_subject=True)
    return Clause(verb=group, subject=wish.subject, complements=(replace(wish, subject=who, link="that", role="content"),))


def read_wisher(reading: Reading, verb: Token) -> Phrase:
    """The subject of a wish, told and not asked. Raises Refused if nobody knows who or which of them it is."""
    document = reading.document
    subject = read_subject(reading, verb)
    check_known(subject)
    check_agreement(read_verb(document, verb), subject)
    noun = find_subject(document, verb)
    subject = with_own_relative(reading, noun, subject) if noun is not None else subject
    return replace(subject, role="told_subject")


def read_wishing(document: Document, verb: Token) -> Verb:
    """The verb of a wish, with « ready » and its like behind it."""
    group, state = read_verb(document, verb), state_of(document, verb)
    return replace(group, rest=f"{group.rest} {state.text.lower()}".strip()) if state is not None else group


def read_hearer(reading: Reading, verb: Token, aim: Token, subject: Phrase) -> tuple[Phrase, ...]:
    """Of whom it is wanted: the object of the verb, or the subject that the parser gave to the infinitive. Raises Refused if he is unknown."""
    document = reading.document
    on = next((t for t in document.children(verb, "prep") if t.i == verb.i + 1 and f"{verb.lemma} {t.text.lower()}" == "call on"), None)
    noun = document.child(on, "pobj") if on is not None else document.child(verb, "obj", "dative") or document.child(aim, "nsubj")
    if noun is None or is_passive(document, verb):
        return ()
    if noun.dep == "nsubj" and noun.i < verb.i:
        raise Refused("the parse is wrong")
    marker = "on" if on is not None else ""
    hearer = replace(read_phrase(reading, noun, "told_hearer", subject=subject, marker=marker), count="", counted="", core=True)
    if noun.pos == "PRON" and not hearer.entities:
        raise Refused("it is not known of whom it is wanted")
    if hearer.text.endswith(("self", "selves")):
        raise Refused("it is wanted of nobody else")
    return (with_own_relative(reading, noun, hearer),)


def read_foreseen(reading: Reading, verb: Token, content: Token) -> Fact:
    """« S said that T would D ». Raises Refused unless S and T are known."""
    document = reading.document
    attribution = check_standing(reading, verb)
    speaker = read_subject(reading, verb)
    name_speaker(speaker)
    group = as_said(read_verb(document, verb))
    if group.negation or is_passive(document, verb) or not is_told_plainly(document, verb, content):
        raise Refused("it is not said in the article's own words")
    said = read_verb(document, content)
    if is_passive(document, content) or content.has("Aspect=Prog"):
        raise Refused("it is not told who does it")
    if not any(is_modal(t) for t in document.children(content, "aux")) and doer_is_new(document, content):
        raise Refused("what some thing has done is asked by what it did")
    doer = read_doer(reading, verb, content, speaker)
    if content.lemma == "be" and document.child(content, "acomp", "attr") is None:
        raise Refused("where one is to be is no deed")  # « said that they would be back in the attic »
    if content.lemma != "be":
        check_acting(doer)
    opening = read_opening(reading, content)
    deed = read_deed(reading, content, doer if not doer.same_as_subject else speaker)
    thing = thing_of(document, content, said, deed)
    if thing is None and said.finite.lower() in HAVE:
        raise Refused("« What did X say that Y had done? » could be anything")
    inner, deed = (said, thing) if thing is not None else (as_do(content, said), deed)
    told = Clause(verb=inner, subject=doer, complements=(deed, *opening), link="that", role="content")
    hearer = tuple(replace(p, role="told_hearer", core=True) for p in read_told(reading, verb, speaker))
    clause = Clause(verb=group, subject=replace(speaker, role="told_subject"), complements=(*hearer, told))
    return build_fact(
        reading, verb, clause, type="statement", rule=NAME, attribution=attribution, modality="said",
        confidence=sureness(document, content, clause) * CONFIDENCE,
    )  # fmt: skip


def as_said(group: Verb) -> Verb:
    """« said » for « added », which hangs on a sentence before."""
    return replace(group, lemma="say", finite="said") if group.lemma == "add" and group.finite == "added" else group


def check_acting(doer: Phrase) -> None:
    """Raises Refused for a thing or a share: « What did X say that the schedule would do? » asks for no deed."""
    nouns = (word_set("nouns", key) for key in ("persons", "functions", "bodies", "organisations", "informed"))
    trade = doer.number == "p" and doer.head.endswith(("er", "or", "ist", "ian", "ant", "ent"))  # « bakers », « parents »
    human = doer.kind in ACTING or trade or any(doer.head.lower() in known for known in nouns)
    if not (doer.same_as_subject or human) or doer.text.lower().startswith(SHARES):
        raise Refused("a thing does no deed")


def read_opening(reading: Reading, content: Token) -> tuple[Phrase, ...]:
    """What stands before the subject of what is said, told behind the deed: « following the fire ». Raises Refused where it is more than a phrase."""
    document = reading.document
    noun = find_subject(document, content)
    run = [t for t in document.subtree(content) if t.pos != "PUNCT" and t not in document.children(content, "mark")]
    if content.dep == "conj" or (noun is not None and run[0] is document.subtree(noun)[0]):
        return ()
    if noun is None:
        raise Refused("a circumstance stands before it")
    words = [t for t in run if t.i < document.subtree(noun)[0].i]
    text, plain = say_tokens(reading, words), run[0].dep == "prep" and document.subtree(run[0])[-1] is words[-1]
    if not plain or len(words) > LONGEST or points_away(words, text) or any(t.pos in ("PRON", "PUNCT") or t.text.lower() in THIRD for t in words):
        raise Refused("a circumstance stands before it")
    return (Phrase(role="told_opening", text=text, span=Span(start=words[0].span.start, end=words[-1].span.end), core=True),)


def as_do(content: Token, said: Verb) -> Verb:
    """The verb group of what is said without its verb, which stands with the deed: « should have », « probably »; with « be », which does not."""
    words = said.rest.split()
    own = words.index(content.text) if content.text in words else 0  # a particle stands behind it
    being = content.lemma == "be" and content.text in words
    helpers = " ".join(words[: own + 1] if being else words[:own]) if content.lemma != "be" or being else said.rest
    plain = said.before in word_set("grammar", "likelihoods") and not said.rest
    return replace(said, lemma=content.lemma, finite="" if plain else said.finite, rest=helpers, passive=False)


def thing_of(document: Document, content: Token, said: Verb, deed: Phrase) -> Phrase | None:
    """« new rights for nurses » of « had won new rights for nurses », which is asked by its verb; None where the verb alone would lead to nothing."""
    thing = document.child(content, "obj")
    words = deed.text.split(" ", 1)
    if said.finite not in HAVE or said.negation or thing is None or said.rest != content.text or words[0] != content.text or len(words) == 1:
        return None
    opens, plain = document.subtree(thing)[0], word_set("verbs", "light") | word_set("verbs", "open") | word_set("verbs", "setting")
    bare = thing.pos != "NOUN" or len([t for t in document.children(thing) if t.i < thing.i or t.dep in ("prep", "acl")]) == 0
    if opens.i != content.i + 1 or content.lemma in plain or bare or OWNING.match(words[1]):
        return None
    return replace(deed, text=words[1], span=Span(start=opens.span.start, end=deed.span.end))


def doer_is_new(document: Document, content: Token) -> bool:
    """Whether the subject is « a fire »: what it did is what makes it known."""
    noun = find_subject(document, content)
    return noun is not None and any(t.text.lower() in ("a", "an") for t in document.children(noun, "det"))


def read_doer(reading: Reading, verb: Token, content: Token, speaker: Phrase) -> Phrase:
    """Who or what is said to be about to do it; a pronoun for the one who says it stays one. Raises Refused if it is unknown."""
    document = reading.document
    noun = find_subject(document, content)
    if noun is None or document.children(content, "expl"):
        raise Refused("it is not told who does it")
    if takes_up_subject(reading, content, verb):
        if reading.links.get(noun.i) != speaker.entities and not speaks_of_itself(speaker, noun):
            raise Refused("it is not known who is to do it")
        span = noun.span
        return Phrase(role="told_doer", text=say_pronoun(speaker), span=span, number=speaker.number, same_as_subject=True)
    doer = read_subject(reading, content)
    doer = replace(doer, topical=doer.topical or is_established(document, noun))
    check_known(doer)
    if any(t.text.lower() in OTHERS for t in document.children(noun, "amod", "det")):
        raise Refused("it is told of others than those named before")
    check_agreement(read_verb(document, content), doer)
    if any(t.text.lower() in ("its", "their") and t.dep == "poss" and t.i not in reading.links for t in document.subtree(noun)):
        raise Refused("it is not known whose it is")  # « the agency said oil from its tanks had not reached the coast »
    if speaker.entities and doer.text.startswith(f"{possessive(speaker.entities[0].name)} "):
        own = OWNED.get(speaker.gender, "its" if speaker.kind != "person" else "")
        doer = replace(doer, text=f"{own} {doer.text.removeprefix(possessive(speaker.entities[0].name)).strip()}") if own else doer
    return replace(with_own_relative(reading, noun, doer), role="told_doer")


def check_known(phrase: Phrase) -> None:
    """Raises Refused for one whom a reader cannot know, or some of many."""
    bare = len(phrase.text.split()) < SPECIFIC and not phrase.entities
    known = phrase.topical and phrase.text.lower().startswith("some ")  # some of those that the article is about
    if (phrase.text.lower().startswith(SOME) and not known) or (bare and phrase.head in word_set("nouns", "vague") | word_set("nouns", "hanging")):
        raise Refused("it is told of some only, or of what could be anything")
    if not (phrase.entities or phrase.named or phrase.topical or is_definite(phrase) or phrase.number == "p" or len(phrase.text.split()) > 1):
        raise Refused(f"“{phrase.text}” is not known")


def read_deed(reading: Reading, verb: Token, doer: Phrase) -> Phrase:
    """The verb and what follows it, in the article's words; of « be », what follows alone. Raises Refused if it cannot be understood alone."""
    document = reading.document
    if any(t.text.lower() == "or" for t in document.children(verb, "cc")) and any(
        document.children(t, "aux") for t in document.children(verb, "conj")
    ):
        raise Refused("one of two ways is told")  # « urged X to stay or to leave »
    words = cut_deed(document, verb, deed_words(document, verb))
    if any(t.i > words[-1].i and any(a.text.lower() == "to" for a in document.children(t, "aux")) for t in document.children(verb, "conj")):
        raise Refused("one of two deeds is told")  # « promised to build homes and to ban exports »
    following = [t.text.lower() for t in document.tokens[words[-1].i + 1 : words[-1].i + 4] if t.pos != "PUNCT"]
    if set(TURNING) & set(following[:2]) and following[:2] != ["but", "that"]:
        raise Refused("what follows changes the sense")
    if any(t.dep in ("nsubj", "nsubj:pass") and t.pos != "PRON" and document.head(t) not in words for t in words):
        raise Refused("the verb of a clause is cut")  # « examine whether Gao, which …, had broken the rules »
    for token in words:
        if any(is_taken_away(document, t, verb) for t in document.children(verb, "obj")):
            raise Refused("whose it is is told before")
        if token.text.lower() in THIRD and token.dep != "expl" and not is_doers(reading, token, doer):
            raise Refused(f"“{token.text}” in what is to be done is not resolved")
    text = say_tokens(reading, words, subject=doer.entities)
    if not 1 < len(text.split()) <= LONGEST:
        raise Refused("what is to be done is too long, or told by a verb alone")
    if points_away(words, text):
        raise Refused("it points to a day, or to a sentence before")
    if SEVERAL.search(text):
        raise Refused("which two is not told")
    if verb.lemma in word_set("verbs", "answering") and all(t is verb or t.dep == "advmod" for t in words):
        raise Refused("with what is not told")  # « would cooperate fully »
    if verb.lemma in word_set("verbs", "empty") or EMPTY_DEED.fullmatch(text):
        raise Refused("nothing is told of it")
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="object", text=text, span=span, kind=DEED, head=verb.lemma, core=True)


def deed_words(document: Document, verb: Token) -> list[Token]:
    """The tokens of a deed, up to what is said besides: « close | and that families would leave »."""
    opens = verb.i + 1 if verb.lemma == "be" else verb.i
    early = [t for t in document.children(verb, "advmod") if t.i == verb.i - 1 and t.text.lower() not in word_set("grammar", "likelihoods")]
    bare = verb.has("VerbForm=Inf")  # « refused to sign | and vowed to fight »
    others = [
        t for t in document.children(verb, "conj")
        if document.children(t, "mark", "nsubj", "nsubj:pass", "aux") or (bare and t.has("Tense=Past", "VerbForm=Fin") and t.text != t.lemma)
    ]  # fmt: skip
    inside = document.subtree(verb)
    end = min((document.subtree(t)[0].i for t in others), default=inside[-1].i + 1)
    words = up_to_aside(document, verb, without_joint([*early, *(t for t in inside if opens <= t.i < end)]))
    mark = document.before(words[0])
    opened = mark is not None and mark.text in QUOTES and words[0].i in document.quotations
    words = without_second([mark, *words] if mark is not None and opened else words)
    if quotes_helper(document, verb):
        words = [t for t in words if t.i in document.quotations and t.text not in QUOTES]
    closing = document.after(words[-1]) if words else None
    if sum(t.text in QUOTES for t in words) % 2 and closing is not None and closing.text in QUOTES and words[-1].i in document.quotations:
        words = [*words, closing]  # « fallen into a “doze” »
    if sum(t.text in QUOTES for t in words) % 2 or not words:
        raise Refused("half of it is quoted")
    return words


def without_second(words: list[Token]) -> list[Token]:
    """« “a heavy blow” » of « “a heavy blow” and the worst since 2005 »: a quotation that opens what is said, without what is joined to it."""
    closing = next((n for n, t in enumerate(words) if n and t.text in QUOTES), 0)
    joined = closing and words[0].text in QUOTES and closing + 1 < len(words) and words[closing + 1].pos == "CCONJ"
    return words[: closing + 1] if joined else words


def without_joint(words: list[Token]) -> list[Token]:
    """`words` without the « and », « that » or comma at their end. Raises Refused if none is left."""
    while words and ((words[-1].pos in ("PUNCT", "CCONJ") and words[-1].text not in QUOTES) or words[-1].dep == "mark"):
        words = words[:-1]
    if not words:
        raise Refused("nothing is told of it")
    return words


def cut_deed(document: Document, verb: Token, words: list[Token]) -> list[Token]:
    """`words` without the last circumstances where they are too many, or tell a day by the day of writing; of what is not done, nothing is cut."""
    if any(t.dep == "neg" for t in document.children(verb)):
        return words  # « would not resume flights before Monday »
    while len(words) > LONGEST or points_away(words, " ".join(t.text for t in words)):
        loose = [t for t in document.children(verb, "prep", "npadvmod", "advcl") if t in words and document.subtree(t)[-1] is words[-1]]
        opening = document.subtree(loose[-1])[0] if loose else None
        if opening is None or opening.i <= verb.i + 1 or opening.text.lower() in TURNING or opening.text.lower() in ("without", "except"):
            return words
        words = without_joint([t for t in words if t.i < opening.i])
    return words


def points_away(words: list[Token], text: str) -> bool:
    """Whether words tell a day by the day of writing, or take up a sentence before."""
    return bool(RELATIVE.search(text) or POINTING.search(text)) or any(t.text.lower() in WEEKDAYS and t.dep != "compound" for t in words)


def is_doers(reading: Reading, token: Token, doer: Phrase) -> bool:
    """Whether a pronoun in a deed stands for the one who is to do it, or is told by name."""
    known = reading.links.get(token.i)
    if known is not None:
        return known == doer.entities or token.dep == "poss"
    if token.i in reading.document.quotations and doer.role == "told_hearer" and token.dep == "poss":
        return doer.number == ("p" if token.text.lower() == "their" else "s")  # whoever is quoted would say « my » of himself
    return not doer.entities and token.dep == "poss" and (token.text.lower() == "their") == (doer.number == "p")
