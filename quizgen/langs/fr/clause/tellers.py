"""Who tells what: the verb or the « selon » beside a quotation or a clause -> the one who says it, as a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.langs.fr.clause.told import is_known_actor, is_met
from quizgen.langs.fr.clause.verbs import find_subject
from quizgen.langs.fr.forms.morphology import join_preposition
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.phrase.phrases import is_definite, read_phrase
from quizgen.langs.fr.reference.mentions import actors
from quizgen.langs.refusal import Refused
from quizgen.model import Document, Phrase, Reading, Token

NEAR = 5  # tokens from a quotation to its verb
FAR = 25  # with an aside between them
LONGEST = 12  # words of a speaker with his function
THAT = ("que", "qu’", "qu'")
SOURCES = ("selon", "d’après", "d'après", "après")  # « d’ » and « après » may be two tokens
VIEWS = (*SOURCES, "pour")  # before a quotation, « pour X » is X's view
HUMAN = ("person", "people", "organisation", "country")
LIMITING = ("mais", "cependant", "toutefois", "pourtant", "néanmoins", "or", "seulement", "reste")  # how a sentence opens that limits the one before
TAKING_UP = ("il", "elle", "ils", "elles", "ce", "cela", "ça")
INDEFINITE = ("un ", "une ", "des ", "de ", "d’", "certains ", "plusieurs ", "quelques ", "tout ")


def is_telling(token: Token) -> bool:
    """Whether what follows the verb is told by its subject."""
    return token.pos == "VERB" and (
        token.lemma in word_set("verbs", "report") or token.lemma in word_set("speech", "saying", "telling") | word_set("speech", "claiming")
    )


def is_state(document: Document, verb: Token) -> bool:
    """« le village se sent oublié »: a participle that tells how somebody is, and nothing that he says."""
    return verb.has("VerbForm=Part", "Tense=Past") and document.child(verb, "aux:tense") is None


def is_saying_beside(document: Document, verb: Token) -> bool:
    """« X a fermé l’école, estimant que … »: a participle by which the subject of the verb above says something."""
    return is_telling(verb) and verb.has("VerbForm=Part") and not verb.has("Tense=Past") and not document.children(verb, "aux", "nsubj")


def speaker_token(document: Document, verb: Token) -> Token | None:
    """The subject of a verb of telling; of « en affirmant que … » and « estimant que … », that of the verb above."""
    if verb.has("VerbForm=Part") and not document.children(verb, "aux", "nsubj") and verb.dep in ("advcl", "acl"):
        above = document.head(verb)
        return find_subject(document, above) if above.pos == "VERB" else above if verb.dep == "acl" and above.name else None
    return find_subject(document, verb)


def read_speaker(reading: Reading, token: Token | None) -> Phrase:
    """The one who says it, with his function. Raises Refused if it is not known who."""
    if token is None:
        raise Refused("no subject was found")
    speaker = replace(read_phrase(reading, token, "told_speaker", subject=True), marker="")
    if not (is_known_speaker(reading, speaker) or is_unnamed(speaker)) or len(speaker.text.split()) > LONGEST:
        raise Refused("the speaker is not known")
    return speaker


def is_known_speaker(reading: Reading, speaker: Phrase) -> bool:
    """Whether one knows from his phrase who speaks, so that it may be asked who says it."""
    if speaker.count or (speaker.text.lower().startswith(INDEFINITE) and not is_document(speaker)):
        return False
    words = len(speaker.text.replace("’", "’ ").split())
    return is_known_actor(reading, speaker) or (is_definite(speaker) and (words > 2 or is_met(reading, speaker)))


def is_unnamed(speaker: Phrase) -> bool:
    """« certains élus », « un représentant du groupe », « trois experts »: no one is named; what they say is asked as what such people say."""
    some = speaker.text.lower().startswith(INDEFINITE) or bool(speaker.count)
    return some and (speaker.kind in HUMAN or speaker.number == "p") and speaker.head not in word_set("nouns", "vague")


def is_document(phrase: Phrase) -> bool:
    """Whether a thing that is written speaks: « une étude de l’université de Gao », « un rapport du Sénat »."""
    return phrase.head in word_set("speech", "documents") and (phrase.named or bool(phrase.entities))


def teller_of(document: Document, number: int) -> tuple[Token | None, Token]:
    """(verb of telling or None, the one who tells) beside a quotation, in its first and last sentences. Raises Refused if it is not sure."""
    quoted = document.quoted[number]
    beside = {document.sentence_number(document.tokens[i]) for i in (quoted[0], quoted[-1])}
    words = [t for n in sorted(beside) for t in document.words(document.sentences[n]) if t.i not in document.quotations]
    near = [t for t in words if is_telling(t) and not is_state(document, t) and _is_near(document, t, quoted)]
    near = near or [t for t in words if is_turned(document, t, quoted[-1])]
    near = [t for t in near if t.i > quoted[0] or not any(t.i < o.i < quoted[0] for o in near)]  # the last one before the colon
    tellers = [(t, who) for t in near if (who := speaker_token(document, t) or name_after(document, t)) is not None]
    if len(tellers) == 1:
        return tellers[0]
    source = source_before(document, quoted[0]) or (None if near else person_before(document, quoted[0]))
    if not tellers and not near and source is None and (verb := verb_between(document, number)) is not None:
        return verb, who_says(document, verb)
    if tellers or near or source is None:
        raise Refused("quoted speech, whose speaker is not sure")
    return None, source


def is_turned(document: Document, verb: Token, last: int) -> bool:
    """« … », dénonce le maire: a verb right behind the end of a quotation and before its subject tells it, whatever verb it is."""
    if verb.pos != "VERB" or not last < verb.i <= last + NEAR or verb.has("VerbForm=Inf"):
        return False
    between = document.tokens[last + 1 : verb.i]
    plain = all(t.text in ("»", "”", '"', ",") or document.head(t) is verb for t in between)
    who = find_subject(document, verb)
    return plain and any(t.text == "»" for t in between) and who is not None and who.i > verb.i and document.child(verb, "ccomp") is None


def verb_between(document: Document, number: int) -> Token | None:
    """The verb of « A », a dit X. « B »: the same X says the quotation B if nothing but his name stands between the two."""
    if number - 1 not in document.quoted:
        return None
    last, first = document.quoted[number - 1][-1], document.quoted[number][0]
    between = document.tokens[last + 1 : first]
    verbs = [t for t in between if t.pos == "VERB"]
    stops = [t for t in between if t.text in (".", ":", ";", "?", "!")]
    here, there = document.sentence_of(document.tokens[last]), document.sentence_of(document.tokens[first])
    alone = len(stops) == 1 and stops[0].text == "." and stops[0].i >= first - 2 and len(verbs) == 1
    return verbs[0] if alone and here.paragraph == there.paragraph and is_telling(verbs[0]) and verbs[0].i - last <= NEAR else None


def name_after(document: Document, verb: Token) -> Token | None:
    """The one name that follows a verb of telling whose subject the parse has lost: « a affirmé à la tribune X »."""
    after = document.tokens[verb.i + 1 : document.sentence_of(verb).last]
    stop = next((t.i for t in after if t.text in (",", ".", ":", "«") or t.pos == "VERB"), verb.i)
    names = [t for t in after if t.i <= stop and t.name == "PER" and not document.children(t, "case")]
    return names[0] if len(names) == 1 else None


def who_says(document: Document, verb: Token) -> Token:
    """The one who tells by `verb`. Raises Refused if the parse has none."""
    who = speaker_token(document, verb)
    if who is None:
        raise Refused("quoted speech, whose speaker is not sure")
    return who


def source_before(document: Document, start: int) -> Token | None:
    """X of « Selon X, », « Pour X : » where that opens the sentence of the token `start` and nothing else stands before it."""
    sentence = document.sentence_of(document.tokens[start])
    opening = document.tokens[sentence.first : start]
    words = [t for t in opening if t.text not in ("d’", "d'", "D’", "D'") and t.pos != "PUNCT"]
    led = len(words) > 1 and words[0].text.lower() in (*word_set("grammar", "connectives"), "mais", "or")
    if led and words[1].text.lower() in SOURCES:
        words = words[1:]  # « Mais selon X, « … » »
    if not words or words[0].text.lower() not in VIEWS or any(t.pos == "VERB" and t.has("VerbForm=Fin") and t.dep != "acl:relcl" for t in opening):
        return None
    nouns = [
        t
        for t in words[1:]
        if t.pos in ("NOUN", "PROPN", "PRON") and not any(document.head(t) is o and o is not t and t.dep != "conj" for o in words[1:])
    ]
    return nouns[0] if nouns else None


def opens_with_source(document: Document, content: Token) -> bool:
    """Whether « Selon X, » opens the sentence of `content`."""
    first = document.tokens[document.sentence_of(content).first]
    following = document.after(first)
    low = first.text.lower().replace("'", "’")
    return low in ("selon", "d’après") or (low == "d’" and following is not None and following.text == "après")


def names_source(document: Document, verb: Token) -> bool:
    """Whether the clause of `verb` says by « selon X » who says it."""
    cases = (document.child(t, "case") for t in document.children(verb, "obl"))
    return opens_with_source(document, verb) or any(case is not None and case.text.lower() in ("selon", "d’après") for case in cases)


def say_source(reading: Reading, source: Phrase) -> str:
    """A source as it is said: « un rapport établi par l’Institut X » by its author, « un rapport de l’Institut X »."""
    document = reading.document
    noun = next((t for t in document.tokens_in(source.span) if t.lemma == source.head), None)
    if noun is None or source.named or not source.text.lower().startswith(INDEFINITE):
        return source.text
    agents = (a for made in document.children(noun, "acl") for a in document.children(made, "obl:agent"))
    author = next((a for a in agents if a.i > noun.i), None)
    if author is None:
        return source.text
    try:
        return f"{source.text} {join_preposition('de', read_phrase(reading, author, 'agent', subject=True).text)}"
    except Refused:
        return source.text


def limit_behind(document: Document, last: int) -> range:
    """The tokens by which a quotation goes on behind the sentence that ends at token `last`, and limits it; empty if it does not.

    « L’idée est belle. | Elle n’est pas prouvée. », « … | Mais … »: the first alone would say what nobody has said.
    """
    number = document.quotations.get(last)
    behind = [document.tokens[i] for i in document.quoted[number] if i > last] if number is not None else []
    while behind and behind[0].pos == "PUNCT":
        behind = behind[1:]
    end = next((n for n, t in enumerate(behind) if t.text in (".", "!", "?", ";")), len(behind))
    low = [t.text.lower().replace("'", "’") for t in behind[:end]]
    limits = bool(low) and (low[0] in LIMITING or (low[0] in TAKING_UP and bool({"ne", "n’"} & set(low[1:3]))))
    return range(behind[0].i, behind[end - 1].i + 1) if limits else range(0)


def person_before(document: Document, start: int) -> Token | None:
    """X of « X se montre prudent : « … » »: the named subject of the one clause before the colon that opens a quotation."""
    sentence = document.sentence_of(document.tokens[start])
    opening = document.tokens[sentence.first : start]
    subjects = [t for t in opening if t.dep.startswith("nsubj") and document.head(t).dep != "acl:relcl"]
    if not any(t.text == ":" for t in opening[-2:]) or len(subjects) != 1:
        return None
    holder = next((t for t in document.subtree(subjects[0]) if t.name == "PER" and t.dep in ("appos", "nmod", "flat:name")), subjects[0])
    return subjects[0] if holder.name == "PER" or holder.lemma in actors() or is_function(holder.lemma) else None


def _is_near(document: Document, verb: Token, quoted: Sequence[int]) -> bool:
    """Whether a verb stands right behind the quotation, or its clause opens it with a colon or « que »."""
    if verb.i > quoted[-1]:
        between = document.tokens[quoted[-1] + 1 : verb.i]
        if _is_incise(document, verb, between):
            return True
        begins = [t for t in between if t.text not in ("»", "”", '"')][:1]  # « … » Le parti a dit: a sentence more, which may tell of another
        return len(between) <= NEAR and not any(t.text in (".", ";") for t in between) and not any(t.text[:1].isupper() for t in begins)
    before = document.tokens[verb.i : quoted[0]]
    if _is_reminder(document, verb, before):
        return True
    return any(t.text == ":" or t.text.lower() in THAT for t in before[-3:]) or _holds(document, verb, document.tokens[quoted[0]])


def _is_incise(document: Document, verb: Token, between: Sequence[Token]) -> bool:
    """« … », en hausse d’un tiers, commente X: a verb before its subject, behind a comma and words without a verb of their own."""
    who = find_subject(document, verb)
    parted = len(between) > 2 and any(t.text == "," for t in between[:2]) and between[-1].text == ","
    alone = not any(t.has("VerbForm=Fin") or t.text in (".", ";", ":") for t in between)
    return who is not None and who.i > verb.i and parted and alone and len(between) <= FAR


def _is_reminder(document: Document, verb: Token, between: Sequence[Token]) -> bool:
    """« comme le rappelle X, « … » »: a verb before its subject, behind « comme », with nothing else before the quotation."""
    who = find_subject(document, verb)
    opening = [t.text.lower() for t in document.tokens[max(0, verb.i - 3) : verb.i]]
    alone = [t.text for t in between if t.pos == "PUNCT"] == [",", "«"] and not any(t.has("VerbForm=Fin") for t in between[1:])
    return who is not None and who.i > verb.i and "comme" in opening and alone and len(between) <= LONGEST


def _holds(document: Document, verb: Token, first: Token) -> bool:
    """« X a écrit que les dockers étaient la cible d’une « cabale qui … »: what the verb tells ends in the quotation."""
    content = next((t for t in document.children(verb, "ccomp") if t.i > verb.i), None)
    marked = content is not None and any(t.text.lower() in THAT for t in document.children(content, "mark"))
    return marked and content is not None and any(t is content for t in (first, *document.ancestors(first)))


def noun_before_colon(document: Document, token: Token) -> Token | None:
    """« en échange d’une promesse : les tarifs seront baissés »: the noun before the colon that opens the clause of `token`."""
    opening = document.subtree(token)[0]
    colon = opening if opening.text == ":" else document.before(opening)
    return document.before(colon) if colon is not None and colon.text == ":" else None


def promise_of(document: Document, token: Token) -> str:
    """« une promesse » for a clause that a promise or a rumour tells; empty if none does. Raises Refused behind a hope or a condition."""
    noun = noun_before_colon(document, token)
    if noun is None:
        return ""
    if noun.lemma in word_set("speech", "supposed"):
        raise Refused("what is hoped or supposed is no fact")
    return f"{'une' if noun.has('Gender=Fem') else 'un'} {noun.lemma}" if noun.lemma in word_set("speech", "promising") else ""
