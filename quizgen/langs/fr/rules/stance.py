"""What somebody holds of a thing: « X s’est félicité du vote », « X est opposé au projet », « X se dit inquiet », « X a exclu une hausse »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs import Refusal
from quizgen.langs.fr.asking import speeches
from quizgen.langs.fr.clause.clauses import check_agreement
from quizgen.langs.fr.clause.facts import attempt, build_fact
from quizgen.langs.fr.clause.tellers import is_document, is_known_speaker
from quizgen.langs.fr.clause.told import tell_run
from quizgen.langs.fr.clause.verbs import PERFECT, agree_with_subject, is_clause_head, participle_of, read_verb
from quizgen.langs.fr.lexicon import read_words, verb_type, word_set
from quizgen.langs.fr.phrase.constituents import kept_tokens, read_marker
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.rules.clause import check_standing, read_clause_subject, sureness
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Fact, Phrase, Reading, Sentence, Span, Token, Verb

NAME = "stance"
CONFIDENCE = 0.85
MANY = ("de nombreux ", "de nombreuses ", "plusieurs ")  # « de nombreux experts »: a group that the question may name
SHOWING = ("rester", "demeurer", "montrer", "dire", "déclarer", "afficher")
OCCASIONS = ("avant", "après", "lors de", "face à", "devant", "pendant", "au sujet de", "à propos de")
LONGEST_OCCASION = 7  # words


def find(reading: Reading, sentence: Sentence) -> Iterator[Fact | Refusal]:
    """What people hold of things in `sentence`."""
    document = reading.document
    for token in document.words(sentence):
        if token.pos == "VERB" and is_clause_head(document, token) and (held := held_thing(document, token)):
            yield attempt(NAME, read_stance, reading, token, held)
        elif token.pos in ("ADJ", "VERB") and (thing := minded_thing(document, token)) and (verb := showing_verb(document, token)):
            yield attempt(NAME, read_minded, reading, verb, token, thing)


def held_thing(document: Document, verb: Token) -> Token | None:
    """The noun under a verb of holding, with the preposition that the verb governs."""
    words = read_words("speech")["stance"]
    reflexive = any(t.text.lower() in ("se", "s’", "s'") and t.i < verb.i for t in document.children(verb))
    if reflexive != (verb.lemma in words["reflexive"]):
        return None
    wanted = {"" if key == "bare" else key for key, verbs in words.items() if key != "reflexive" and verb.lemma in verbs}
    nouns = [t for t in document.children(verb, "obj", "obl", "iobj") if t.i > verb.i and t.pos in ("NOUN", "PROPN")]
    return next((t for t in nouns if read_marker(document, t)[0] in wanted and (t.dep == "obj" or read_marker(document, t)[0])), None)


def minded_thing(document: Document, adjective: Token) -> Token | None:
    """The noun or infinitive that completes « favorable », « prêt » and their like."""
    minds = read_words("speech")["minded"]
    wanted = minds.get(adjective.lemma) or minds.get(participle_of(document, adjective), ())  # « s’est dite opposée à », tagged as a verb
    above = document.head(adjective) if adjective.dep == "xcomp" else adjective
    for token in (t for t in document.tokens[adjective.i + 1 : adjective.i + 7] if t.head in (adjective.i, above.i)):
        marks = [t for t in document.children(token, "mark") if t.i < token.i]
        marker = read_marker(document, token)[0] or (marks[0].text.lower() if marks else "")
        if token.i > adjective.i and marker in wanted and (token.pos in ("NOUN", "PROPN") or token.has("VerbForm=Inf")):
            return token
    return None


def showing_verb(document: Document, adjective: Token) -> Token | None:
    """The verb that says the adjective of its subject: itself with « être », or « rester », « se dire »."""
    if is_clause_head(document, adjective) and document.child(adjective, "cop") is not None:
        return adjective
    above = document.head(adjective)
    bare = adjective.dep == "ccomp" and not document.children(adjective, "mark", "nsubj", "aux:tense")
    return above if (adjective.dep in ("xcomp", "obj") or bare) and above.lemma in SHOWING and is_clause_head(document, above) else None


def read_holder(reading: Reading, verb: Token) -> Phrase:
    """The one who holds it. Raises Refused if it is not known who."""
    holder = replace(read_clause_subject(reading, verb), marker="")
    group = holder.text.lower().startswith(MANY) and holder.number == "p"
    if not (is_known_speaker(reading, holder) or is_document(holder) or group) or (holder.count and not group):
        raise Refused("the one who holds it is not known")
    if not group and is_bare_body(holder):
        raise Refused(f"« {holder.text} »: which one is told elsewhere")
    return replace(holder, count="", counted="", role=holder.role if holder.entities else "told_holder")


def is_bare_body(holder: Phrase) -> bool:
    """« le syndicat », « l’ONG »: of such bodies there are many, of governments and the police the event tells which."""
    public = word_set("speech", "bodies")
    return not holder.entities and not holder.named and len(holder.text.replace("’", "’ ").split()) < 3 and holder.head not in public


def read_stance(reading: Reading, verb: Token, thing: Token) -> Fact:
    """« S V T ». Raises Refused unless S is known, and T can be told alone."""
    document = reading.document
    attribution = check_standing(reading, verb)
    holder = read_holder(reading, verb)
    group = plain_verb(document, verb, holder)
    marker, _ = read_marker(document, thing)
    occasion = read_occasion(reading, verb, thing)
    held = read_held(reading, thing, marker, holder, occasion)
    if any(t.text.lower() in ("également", "aussi", "notamment") for t in document.children(verb, "advmod")):
        held = replace(held, role="told_stance")  # one of several things: who holds it may be asked, what he holds may not
    clause = Clause(verb=group, subject=holder, complements=(held, *occasion))
    return _fact(reading, verb, clause, verb_type(verb.lemma), attribution)


def plain_verb(document: Document, verb: Token, holder: Phrase) -> Verb:
    """The verb group in the perfect where the article looks back from another moment."""
    group = agree_with_subject(document, verb, read_verb(document, verb), holder)
    check_agreement(document, verb, group, holder)
    if group.passive:
        raise Refused("a passive: it is not said who holds it")
    return replace(group, finite=PERFECT.get(group.finite, group.finite)) if group.rest else group


def read_held(reading: Reading, thing: Token, marker: str, holder: Phrase, occasion: tuple[Phrase, ...] = ()) -> Phrase:
    """What is held something of, in the article's words. Raises Refused if it does not say which one it is."""
    document = reading.document
    first = kept_tokens(document, thing, reading)[0]
    after = [document.before(t) or t for p in occasion for t in document.tokens_from(p.span) if t.i > thing.i][:1]
    after += [t for g in document.children(document.head(thing), "advcl") for t in document.children(g, "mark") if t.text.lower() == "en"]
    stop = min((t.i for t in after if t.i > thing.i), default=0)  # « toute fraude | en assurant que … »
    told = tell_run(reading, thing, first.i, number=holder.number, same=holder.entities, stop=stop)
    phrase = replace(read_phrase(reading, thing, "stance"), marker="")
    if phrase.kind in ("time", "duration", "person", "people") or is_short(told.text) or phrase.count:
        raise Refused(f"« {told.text} » says too little of what it is")
    if any(w in word_set("speech", "slanted") for w in told.text.lower().replace("’", "’ ").split()):
        raise Refused("a word of the writer's own judgement")
    text = said_with_article(phrase, told.text, document, thing)
    return replace(told, role="stance", text=text, marker=marker, kind=speeches.STANCE)


def is_short(text: str) -> bool:
    """Whether the words do not say which one it is; « toute responsabilité » does."""
    words = text.lower().replace("’", "’ ").split()
    return len(words) < (2 if words[0] in ("tout", "toute") else 3)


def said_with_article(phrase: Phrase, text: str, document: Document, thing: Token) -> str:
    """`text` with the article that « du » or « au » has swallowed."""
    swallowed = read_marker(document, thing)[1]
    if not swallowed or text.startswith(("le ", "la ", "les ", "l’")):
        return text
    return f"{swallowed} {text}"


def read_occasion(reading: Reading, verb: Token, thing: Token) -> tuple[Phrase, ...]:
    """On what occasion it is said: « avant tout départ ». The first that can be told, if any."""
    document = reading.document
    for token in document.children(verb, "obl"):
        if token is thing or read_marker(document, token)[0] not in OCCASIONS:
            continue
        try:
            phrase = read_phrase(reading, token, "told_occasion")
        except Refused:
            continue
        if len(phrase.text.split()) <= LONGEST_OCCASION and (is_definite(phrase) or phrase.named or phrase.text.startswith("tout")):
            return (phrase,)
    return ()


def read_minded(reading: Reading, verb: Token, adjective: Token, thing: Token) -> Fact:
    """« S est opposé à T », « S reste prêt à INF ». Raises Refused unless S is known, and T can be told alone."""
    document = reading.document
    marks = {t.text.lower() for t in document.children(verb, "mark")}
    attribution = "" if verb.dep == "advcl" and "bien" in marks else check_standing(reading, verb)
    holder = read_holder(reading, verb)
    group = plain_verb(document, verb, holder)
    if group.negation:
        raise Refused("what is not held")
    state = () if verb is adjective else (replace(_state(reading, [adjective]), role="told_state"),)
    held = read_deed(reading, thing, holder) if thing.has("VerbForm=Inf") else read_held(reading, thing, marker_of(document, thing), holder)
    return _fact(reading, verb, Clause(verb=group, subject=holder, complements=(*state, held)), "statement", attribution)


def marker_of(document: Document, thing: Token) -> str:
    """The preposition in a question: « sur quoi » for « quant à »."""
    marker, _ = read_marker(document, thing)
    return "sur" if marker in ("quant à", "à propos de") else marker


def read_deed(reading: Reading, deed: Token, holder: Phrase) -> Phrase:
    """What somebody is ready to do."""
    told = tell_run(reading, deed, deed.i, number=holder.number, same=holder.entities)
    return replace(told, role="plan", marker="à", kind=speeches.PLAN)


def _state(reading: Reading, words: list[Token]) -> Phrase:
    span = Span(start=words[0].span.start, end=words[-1].span.end)
    return Phrase(role="quality", text=reading.document.text(span), span=span, kind="quality", head=words[-1].lemma)


def _fact(reading: Reading, verb: Token, clause: Clause, type: str, attribution: str) -> Fact:
    sure = sureness(reading.document, verb, clause) * CONFIDENCE
    return build_fact(reading, verb, clause, type=type, rule=NAME, attribution=attribution, modality="said", confidence=sure)
