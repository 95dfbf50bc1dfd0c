"""Common nouns met before: what « l’accident », « cette exposition » or « elle » takes up, in the words of the fuller mention.

As with names, a link is made only where one candidate is left; a noun that the article has not brought up stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import merge
from itertools import takewhile

from quizgen.langs.fr.forms.geography import plain
from quizgen.langs.fr.forms.nouns import ends_as_deed, is_function
from quizgen.langs.fr.lexicon import read_words, word_set
from quizgen.langs.memory import once, remember
from quizgen.model import Document, Reading, Sentence, Token

PRONOUNS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
NEAREST = {"celui-ci": "Gender=Masc", "celle-ci": "Gender=Fem"}  # what takes up a thing named last
SUBJECTS = ("nsubj", "nsubj:pass")
PARTIAL = ("quelques", "plusieurs", "certains", "certaines", "autre", "autres", "chaque", "aucun", "aucune")  # « les » would say more
SHORTEST = 4  # letters; shorter nouns are met in titles by chance
RELATIVES = ("qui", "que", "qu", "dont", "où")
LONGEST_MENTION = 3  # words in quotation marks that are not somebody's speech
BACK = 4  # sentences in which a pronoun may have stood before
FAMILY = 6  # letters that words of one family share
BARE = ("de", "d’", "d'", "en", "sans")  # prepositions that a noun without an article stands after
OF = ("de", "d’", "du", "des", "contre")  # what tells which one a noun means stands behind them
PARTISANS = ("iste", "ien")  # how nouns end that only people are called by
FULLEST = 10  # words of a mention that may stand for a later one; longer ones tire the reader


def is_established(document: Document, noun: Token) -> bool:
    """Whether the title or an earlier sentence has brought up what a definite `noun` means."""
    if noun.pos != "NOUN" or noun.lemma in word_set("nouns", "vague"):
        return False
    return is_in_title(document, noun) or any(_introduces(document, t) for t in _earlier(document, noun))


def is_in_title(document: Document, noun: Token) -> bool:
    """Whether the title has brought up what `noun` means, by the noun itself or a word of its family."""
    return len(noun.lemma) >= SHORTEST and (plain(noun.lemma) in title_words(document) or _is_told_in_title(document, noun))


def tells_itself(document: Document, noun: Token) -> bool:
    """« ces centres de détention », of centres told of before: what the noun is of tells which are meant."""
    first = document.sentence_of(noun).first
    if (
        noun.pos != "NOUN"
        or document.by_lemma.get(noun.lemma, (first,))[0] >= first
        or noun.lemma in word_set("nouns", "vague")
        or is_function(noun.lemma)
    ):
        return False
    of = (t for t in document.children(noun, "nmod") if t.pos in ("NOUN", "PROPN") and noun.i < document.subtree(t)[0].i <= noun.i + 2)
    return any((case := document.child(t, "case")) is not None and case.text.lower().replace("'", "’") in OF for t in of)


def tells_deed(document: Document, noun: Token) -> bool:
    """« cet accroissement des dépenses militaires »: a deed with the definite thing that it was done to tells by itself which is meant."""
    deed = noun.lemma in word_set("nouns", "deeds") or noun.lemma in word_set("nouns", "turning") or ends_as_deed(noun.lemma)
    of = [t for t in document.children(noun, "nmod") if noun.i < document.subtree(t)[0].i == noun.i + 1]
    if noun.pos != "NOUN" or not deed or noun.lemma in word_set("nouns", "vague") or len(of) != 1 or of[0].pos != "NOUN":
        return False
    opening = document.tokens[noun.i + 1 : noun.i + 3]
    definite = opening[0].text.lower() in ("du", "des") or opening[1].text.lower() in ("la", "l’", "l'")
    told = [t for t in document.subtree(of[0]) if t.pos in ("NOUN", "ADJ", "PROPN")]
    pointing = any(t.pos == "PRON" or t.text.lower() in word_set("grammar", "demonstratives") for t in document.subtree(of[0]))
    return definite and len(told) > 1 and not pointing


def is_retold(document: Document, noun: Token) -> bool:
    """« ce décès » under a title that tells of a suicide."""
    words = next((words for words in read_words("nouns")["retold"] if noun.lemma in words), ())
    return not noun.has("Number=Plur") and any(plain(word) in title_words(document) for word in words)


def _is_told_in_title(document: Document, noun: Token) -> bool:
    """Whether a word of the same family stands in the title: « ce transfert » after « … transfère … », « cette planète » after « une exoplanète »."""
    lemma = plain(noun.lemma)
    family = [w for w in title_words(document) if w[:FAMILY] == lemma[:FAMILY] or (len(w) > len(lemma) and w.endswith(lemma))]
    return len(lemma) >= FAMILY and bool(family)


@once
def title_words(document: Document) -> frozenset[str]:
    """The words of the title, and what they are without a plural mark."""
    words = re.findall(r"\w+", plain(document.article.title))
    return frozenset(words) | {w.rstrip("sx") for w in words}


def _earlier(document: Document, noun: Token) -> Iterator[Token]:
    """The mentions of the same noun in the same number in the sentences before, as far as they are asked for."""
    first = document.sentence_of(noun).first
    plural = noun.has("Number=Plur")
    found = (document.tokens[i] for i in takewhile(first.__gt__, document.by_lemma.get(noun.lemma, ())))
    return (t for t in found if t.pos == "NOUN" and t.has("Number=Plur") == plural)


def _introduces(document: Document, noun: Token) -> bool:
    """Whether a mention is a full phrase: with an article, and no pronoun that it depends on."""
    determiner = document.child(noun, "det")
    return determiner is not None or document.child(noun, "case") is not None


def fuller_mention(reading: Reading, noun: Token, *, vague: bool = False) -> Token | None:
    """The one earlier mention that says more of what a bare `noun` means; None if there is none, or several differ.

    Of a `vague` noun (« la série ») only where something beside it shows that the same is meant.
    """
    document = reading.document
    if noun.lemma in word_set("nouns", "functions") or (noun.lemma in word_set("nouns", "vague") and not vague) or is_narrowed(document, noun):
        return None
    if _has_town_before(reading, noun):
        return None  # « À Gap, … coupant le village en deux »: Gap is the village, whatever has been told before
    full = _first_tellings(document, noun, _earlier_full(document, noun))
    if full or _may_be_nearer_place(document, noun):
        return _least(full)
    same = _least(_first_tellings(document, noun, _same_class(document, noun)))
    both = same is not None and any(t.lemma == noun.lemma for t in document.words(document.sentence_of(same)))
    return None if both else same  # « le voilier X et le ferry Y ont coulé »: the ferry is not X


def _may_be_nearer_place(document: Document, noun: Token) -> bool:
    """« À Velm, …, le village … »: a place named before it in its sentence may well be meant, and no commune told of before."""
    before = document.tokens[document.sentence_of(noun).first : noun.i]
    return noun.lemma in word_set("nouns", "places") and any(t.name == "LOC" for t in before)


def _has_town_before(reading: Reading, noun: Token) -> bool:
    """Whether a noun for a town stands behind the name of one in its sentence."""
    document = reading.document
    if noun.lemma not in word_set("nouns", "settlements"):
        return False
    before = document.tokens[document.sentence_of(noun).first : noun.i]
    return any(t.name == "LOC" and t.dep.startswith("obl") and all(e.kind == "city" for e in reading.links.get(t.i, ())) for t in before)


def is_narrowed(document: Document, noun: Token) -> bool:
    """Whether a clause right behind `noun` tells which it is: « les représailles qui allaient suivre » need be none told before."""
    after = document.after(noun)
    if after is None:
        return False
    if after.text in ("«", "“"):
        return True  # « le thème « La mer » »
    done = after.dep == "acl" and after.head == noun.i and after.has("VerbForm=Part", "Tense=Past")  # « l’amendement | envoyé au Sénat »
    return done or (after.text.lower().rstrip("’'") in RELATIVES and document.child(noun, "acl:relcl") is not None)


def _earlier_full(document: Document, noun: Token) -> Iterator[Token]:
    """The mentions of the same noun in the same number that are full, those after `noun` too."""
    first = document.tokens[document.by_lemma[noun.lemma][0]]
    return (document.tokens[i] for i in _full_mentions(document, first, noun.has("Number=Plur")))


@remember
def _full_mentions(document: Document, first: Token, plural: bool) -> tuple[int, ...]:
    """The full mentions in one number of the noun whose `first` mention is given: looked for once, not for each mention."""
    found = (document.tokens[i] for i in document.by_lemma[first.lemma])
    return tuple(t.i for t in found if t.pos == "NOUN" and t.has("Number=Plur") == plural and _is_full(document, t))


def _first_tellings(document: Document, noun: Token, mentions: Iterable[Token]) -> dict[str, Token]:
    """What the `mentions` before the sentence of `noun` say -> the first that says so."""
    first = document.sentence_of(noun).first
    full: dict[str, Token] = {}
    for mention in takewhile(lambda t: t.i < first, mentions):
        full.setdefault(_said(document, mention), mention)
    return full


def _least(full: dict[str, Token]) -> Token | None:
    """The mention whose words all the others have too: « l'accord de pêche » of that and « l'accord de pêche de Gao »; None if there is none."""
    words = {said: set(said.split()) for said in full}
    least = min(full, key=lambda said: len(words[said]), default="")
    return full[least] if least and all(words[least] <= others for others in words.values()) else None


def _same_class(document: Document, noun: Token) -> Iterator[Token]:
    """The named mentions of nouns that may mean the same thing: « le groupe » and « l’entreprise »."""
    first = document.tokens[document.by_lemma[noun.lemma][0]]
    return (document.tokens[i] for i in _full_alike(document, first))


@remember
def _full_alike(document: Document, first: Token) -> tuple[int, ...]:
    """The full, named mentions of the nouns that may mean the same thing as the one whose `first` mention is given: looked for once."""
    alike = next((words for words in read_words("nouns")["alike"] if first.lemma in words), ())
    found = (document.tokens[i] for i in merge(*(document.by_lemma.get(lemma, ()) for lemma in alike if lemma != first.lemma)))
    singular = (t for t in found if t.pos == "NOUN" and not t.has("Number=Plur"))
    return tuple(t.i for t in singular if _is_full(document, t) and _is_named(document, t))


def _is_named(document: Document, noun: Token) -> bool:
    return any(t.name for t in _core(document, noun))


@remember
def _core(document: Document, noun: Token) -> tuple[Token, ...]:
    """The words of a mention up to its first comma or relative clause; of « c’est une exposition sur … » those of the noun."""
    words = []
    presented = document.child(noun, "cop")
    for token in document.subtree(noun):
        if presented is not None and token.i <= presented.i:
            continue
        if token.i > noun.i and (token.text in (",", "(", "«", "»", ":") or token.pos in ("VERB", "AUX", "PRON", "SCONJ")):
            break
        words.append(token)
    return tuple(words)


@remember
def _said(document: Document, noun: Token) -> str:
    return " ".join(plain(t.text) for t in _core(document, noun) if t.pos in ("NOUN", "PROPN", "ADJ", "NUM"))


@remember
def _is_full(document: Document, noun: Token) -> bool:
    """Whether a mention carries a complement or a name, is short, and hangs on nothing else."""
    words = _core(document, noun)
    beside = [t for t in document.children(noun, "nmod", "amod", "appos", "flat") if t in words]
    pointing = word_set("grammar", "demonstratives") | word_set("grammar", "possessives") | word_set("grammar", "pointing")
    # « son usine de Bergen »: the place tells which one, and its owner may go unsaid
    owner = document.child(noun, "det") if any(t.name and t.dep == "nmod" and t.i == noun.i + 2 for t in beside) else None
    if noun.dep == "conj" and document.child(noun, "det", "case") is None:
        return False  # « haches, mors et pièces de char » tells of some pieces
    if document.child(noun, "cop") is not None and any(t.lemma == noun.lemma or t.name for t in document.children(noun, *SUBJECTS)):
        return False  # « le lac X est un lac de cratère »: the lake is X
    return (
        any(t.dep in ("nmod", "flat:name", "flat") or t.name or _is_telling(t, noun) for t in beside)
        and len(words) <= FULLEST + 1
        and not any((t.text.lower() in pointing and t is not owner) or t.pos in ("PRON", "VERB") or t.text in (",", "«", "(") for t in words)
        and document.child(noun, "nummod") is None
        and not (noun.has("Number=Plur") and any(t.pos == "NUM" for t in words))  # « les firmes de plus de 20 salariés » are not all of them
        and not any(t.text.lower() in PARTIAL for t in words)
    )


def _is_telling(adjective: Token, noun: Token) -> bool:
    """Whether an adjective after its noun tells which one is meant: « le gouvernement norvégien »."""
    beside = adjective.dep == "amod" and adjective.i == noun.i + 1 and not noun.has("Number=Plur")
    return beside and adjective.lemma not in word_set("nouns", "vague_qualities")


def noun_antecedent(reading: Reading, pronoun: Token) -> Token | None:
    """The noun that « il », « elle », « ils », « elles » takes up: the one agreeing subject of the clause above or of the sentence before."""
    document = reading.document
    if pronoun.text.lower() in NEAREST and pronoun.dep in SUBJECTS:
        return _body_before(reading, pronoun)
    if pronoun.text.lower().lstrip("-") not in PRONOUNS or pronoun.dep not in SUBJECTS or pronoun.i in document.quotations:
        return None
    if _goes_on_with_spoken(document, pronoun):
        return None
    number = document.sentence_number(pronoun)
    here = document.sentences[number]
    before = [t for t in _subjects(document, here) if t.i < pronoun.i]
    before = _beside(document, before, pronoun) or before
    if not _may_be_own(document, before, pronoun) and document.goes_on(number):
        earlier = document.sentences[number - 1]
        before = [t for t in _subjects(document, earlier) if t.dep == "ROOT" or document.head(t).dep in ("ROOT", "ccomp", "conj")]
        before = _doer_below(document, earlier, before, pronoun) or before
        if not before and (same := _same_pronoun(document, earlier, pronoun)) is not None:
            return noun_antecedent(reading, same)  # « Elle … Elle … »: both take up the same
    fitting = [t for t in before if agrees(document, t, pronoun)]
    words = document.tokens[here.first : pronoun.i]
    same = next((t for t in words if t.dep in SUBJECTS and t.text.lower() == pronoun.text.lower()), None)
    if same is not None and any(t.i > same.i for t in fitting):
        return None  # « Le Niger, où il forme un delta …, il atteint … »: both stand for the same, which is told before
    plain_noun = len(fitting) == 1 and fitting[0].i not in reading.links and (fitting[0].pos == "NOUN" or _shown_gender(document, fitting[0]))
    if not plain_noun or _is_pointing(document, fitting[0]) or _is_owned(document, fitting[0]) or _is_topic_beside(document, fitting[0], pronoun):
        return None
    if _has_doer(reading, fitting[0]) or _is_taken_up_before(reading, pronoun, fitting[0]) or _brings_up_another(document, fitting[0], pronoun):
        return None
    head = document.head(pronoun)
    human = is_said_of_people(document, head) and (fitting[0].lemma not in actors() or _is_person_near(reading, fitting[0], pronoun))
    return None if human or head.lemma in word_set("verbs", "impersonal") else fitting[0]


def is_latter(document: Document, token: Token) -> bool:
    """Whether `token` is « derniers » of « ces derniers »: several things that were named last, as the subject of a clause."""
    before = document.before(token)
    plural = token.text.lower() in ("derniers", "dernières") and before is not None and before.text.lower() == "ces"
    after = document.after(token)
    return plural and token.dep in SUBJECTS and (after is None or after.pos in ("VERB", "AUX", "PRON", "ADV", "PUNCT"))


def latter_antecedent(reading: Reading, token: Token) -> Token | None:
    """« les écologistes d’Oran » for « Ces derniers »: the last plural noun of the sentence before that agrees and has its article or number."""
    document = reading.document
    number = document.sentence_number(token)
    if not number or token.i in document.quotations or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return None
    other = "Gender=Fem" if token.text.lower() == "derniers" else "Gender=Masc"
    words = [t for t in document.words(document.sentences[number - 1]) if t.pos == "NOUN" and t.has("Number=Plur")]
    told = (t for t in reversed(words) if document.child(t, "det", "nummod") is not None and t.lemma not in _spans() and not t.has(other))
    found = next(told, None)
    human = found is not None and (found.lemma.endswith(PARTISANS) or found.lemma in actors() | word_set("nouns", "professions"))
    return found if found is not None and human and not _is_spoken(document, found) else None


@cache
def _spans() -> frozenset[str]:
    """The nouns of times and measures, which nothing takes up."""
    return frozenset(lemma for key in ("periods", "durations", "measures", "units") for lemma in word_set("nouns", key))


def _is_taken_up_before(reading: Reading, pronoun: Token, noun: Token) -> bool:
    """Whether the same pronoun stands in the paragraph before `noun` for somebody unknown, whom it may well mean again."""
    document = reading.document
    number, paragraph = document.sentence_number(noun), document.sentence_of(noun).paragraph
    before = (s for s in document.sentences[max(0, number - BACK) : number] if s.paragraph == paragraph)
    same = (t for s in before for t in document.words(s) if t.dep in SUBJECTS and t.text.lower() == pronoun.text.lower())
    return any(t.i not in reading.links and t.i not in document.quotations and not _has_subject_before(document, t) for t in same)


def _has_subject_before(document: Document, pronoun: Token) -> bool:
    """Whether a noun that agrees is a subject in the sentence before, or before `pronoun` in its own."""
    number = document.sentence_number(pronoun)
    near = document.sentences[max(0, number - 1) : number + 1]
    subjects = (t for s in near if s.paragraph == near[-1].paragraph for t in _subjects(document, s))
    return any(t.i < pronoun.i and agrees(document, t, pronoun) for t in subjects)


def _is_person_near(reading: Reading, noun: Token, pronoun: Token) -> bool:
    """Whether a person who may agree is named since the sentence of `noun`: the better antecedent under a verb of people."""
    gender, number = PRONOUNS[pronoun.text.lower().lstrip("-")]
    words = reading.document.tokens[reading.document.sentence_of(noun).first : pronoun.i]
    people = [e for t in words for e in reading.links.get(t.i, ()) if e.kind == "person"]
    return number == "s" and any(e.gender in ("", gender) for e in people)


def _body_before(reading: Reading, pronoun: Token) -> Token | None:
    """« la banque X » for « Celle-ci a fermé ses portes »: the one body that agrees in the sentence before, if only a body can have what is told."""
    document = reading.document
    number = document.sentence_number(pronoun)
    owned = (t for t in document.children(document.head(pronoun), "obj") if t.lemma in word_set("nouns", "belongings"))
    own = any((d := document.child(t, "det")) is not None and d.text.lower() in word_set("grammar", "possessives") for t in owned)
    if not own or not number or pronoun.i in document.quotations or document.sentences[number - 1].paragraph != document.sentences[number].paragraph:
        return None
    nouns = (t for t in document.words(document.sentences[number - 1]) if t.pos == "NOUN" and t.lemma in word_set("nouns", "organisations"))
    bodies = [t for t in nouns if t.has(NEAREST[pronoun.text.lower()]) and not t.has("Number=Plur")]
    return bodies[0] if len(bodies) == 1 and bodies[0].i not in document.quotations else None


def _beside(document: Document, subjects: list[Token], pronoun: Token) -> list[Token]:
    """« … que cette planète est chaude et qu’elle … »: of the subjects in the sentence, that of the clause which the pronoun's goes on with."""
    verb = document.head(pronoun)
    return [t for t in subjects if t.head == verb.head and agrees(document, t, pronoun)] if verb.dep == "conj" else []


def _doer_below(document: Document, sentence: Sentence, above: list[Token], pronoun: Token) -> list[Token]:
    """« Son action sera limitée, l’armée ayant … Elle a promis … »: where no main subject can do what is told, the one body or group that agrees."""
    if not is_said_of_people(document, document.head(pronoun)) or any(t.lemma in actors() for t in above if agrees(document, t, pronoun)):
        return []
    doers = [t for t in _subjects(document, sentence) if t.pos == "NOUN" and t.lemma in actors() and agrees(document, t, pronoun)]
    named = any(t.pos == "PROPN" and agrees(document, t, pronoun) for t in above)
    return doers if len(doers) == 1 and not named else []


def _goes_on_with_spoken(document: Document, pronoun: Token) -> bool:
    """« X dit que « le texte est clair » et qu’il … »: the subject of the clause before, in quotation marks, is the better antecedent."""
    verb = document.head(pronoun)
    own = document.children(document.head(verb), *SUBJECTS) if verb.dep == "conj" else ()
    return any(t.i < pronoun.i and t.pos == "NOUN" and _is_spoken(document, t) and agrees(document, t, pronoun) for t in own)


def _may_be_own(document: Document, subjects: list[Token], pronoun: Token) -> bool:
    """Whether the pronoun may stand for something in its own sentence, as in « la firme à laquelle il … » it may not."""
    first = document.sentence_of(pronoun).first
    return bool(subjects) and any(t.pos in ("NOUN", "PROPN") and agrees(document, t, pronoun) for t in document.tokens[first : pronoun.i])


def _has_doer(reading: Reading, noun: Token) -> bool:
    """« L’étape a été gagnée par X »: X, who has done it, may well be the one that the next sentence goes on with."""
    doer = reading.document.child(reading.document.head(noun), "obl:agent")
    people = [t for t in reading.document.subtree(doer) if any(e.kind == "person" for e in reading.links.get(t.i, ()))] if doer else []
    return noun.dep == "nsubj:pass" and bool(people)


def _brings_up_another(document: Document, subject: Token, pronoun: Token) -> bool:
    """« Une équipe a trouvé une bactérie. Elle … »: people bring something up that agrees as well, and that the pronoun may go on with."""
    verb = document.head(subject)
    objects = [t for t in document.children(verb, "obj", "obl", "obl:arg") if t.pos == "NOUN" and agrees(document, t, pronoun)]
    done_to = document.child(document.head(pronoun), "aux:pass") is not None and not is_said_of_people(document, document.head(pronoun))
    several = done_to and any(t.has("Number=Plur") and t.lemma not in actors() for t in objects)  # « … sur trois os. Ils ont été trouvés … »
    return subject.lemma in actors() and (several or any(is_new(document, t) for t in objects if t.dep == "obj"))


def _is_topic_beside(document: Document, noun: Token, pronoun: Token) -> bool:
    """Whether the sentence of `noun` has another noun that agrees and that the title speaks of: the pronoun may well go on with that."""
    words = document.words(document.sentence_of(noun))
    rivals = (t for t in words if t.pos == "NOUN" and t.lemma != noun.lemma and t.i < pronoun.i and agrees(document, t, pronoun))
    rivals = (t for t in rivals if (d := document.before(t)) is not None and d.text.lower() in ("le", "la", "les", "l’", "l'", "du", "des"))
    named = (w for t in document.children(noun, "nmod", "appos", "flat") if t.name for w in plain(t.text).split())  # « l’association X »
    topical = any(w in title_words(document) for w in (plain(noun.lemma), *named))
    return not topical and any(plain(t.lemma) in title_words(document) for t in rivals)


@remember
def owning_noun(reading: Reading, determiner: Token) -> Token | None:
    """« le festival » for « Son budget atteint … » at the head of the next sentence: the one thing that this one is about, in its fullest mention."""
    document = reading.document
    here = document.sentence_of(determiner)
    number = document.sentence_number(determiner)
    noun = document.head(determiner)
    owned = determiner.text.lower() in ("son", "sa", "ses") and determiner.i == here.first and noun.dep in SUBJECTS
    if not owned or not number or document.sentences[number - 1].paragraph != here.paragraph or determiner.i in document.quotations:
        return None
    before = document.words(document.sentences[number - 1])
    subjects = [t for t in before if t.dep in SUBJECTS and document.head(t).dep == "ROOT"]
    thing = subjects[0] if len(subjects) == 1 else None
    if thing is None or thing.pos != "NOUN" or thing.has("Number=Plur") or thing.lemma in actors() or thing.i in document.quotations:
        return None
    if any(e.kind in ("person", "organisation") for t in before for e in reading.links.get(t.i, ())) or thing.i in reading.links:
        return None  # who may own it as well
    brought_up = (t for t in before if t.pos == "NOUN" and t.dep == "obj" and is_new(document, t))
    return None if is_new(document, thing) or any(brought_up) else fuller_mention(reading, thing) or thing


def is_new(document: Document, noun: Token) -> bool:
    """« une bactérie »: something that is brought up here, and that the next sentence may well go on with."""
    determiner = document.child(noun, "det")
    return determiner is not None and determiner.text.lower() in ("un", "une") and not noun.has("Number=Plur")


def is_said_of_people(document: Document, head: Token) -> bool:
    """Whether the verb, passive or function of a clause can only be said of people (or bodies): « déclarer », « être arrêté », « est maire »."""
    if document.child(head, "cop") is not None and head.pos == "NOUN":
        return is_function(head.lemma)
    if document.child(head, "aux:pass") is not None:
        return head.lemma in word_set("verbs", "undergone")
    return _tells_speech(document, head) or head.lemma in word_set("verbs", "report") or head.lemma in word_set("verbs", "human")


def _tells_speech(document: Document, verb: Token) -> bool:
    """« il a lâché : « … » », « … », résume X: a verb with a quotation behind its colon, or right before it and its subject behind it."""
    after = [t.text for t in document.tokens[verb.i + 1 : verb.i + 3]]
    if verb.pos != "VERB" or after[:1] == [":"]:
        return verb.pos == "VERB" and after[1:] in (["«"], ["“"], ['"'])
    group = min([verb.i, *(t.i for t in document.children(verb, "aux:tense", "expl:pv") if t.i < verb.i)])
    before = [t.text for t in document.tokens[max(0, group - 2) : group]]
    turned = any(t.i > verb.i for t in document.children(verb, *SUBJECTS))
    return turned and (before[-1:] == ["»"] or before == ["»", ","])


@cache
def actors() -> frozenset[str]:
    """The nouns of people and bodies, as lemmas."""
    keys = ("functions", "persons", "bodies", "organisations", "groups", "members", "toll")
    return frozenset(lemma for key in keys for lemma in word_set("nouns", key))


def _is_pointing(document: Document, noun: Token) -> bool:
    """Whether a noun itself takes up somebody: « cet ancien professeur »."""
    determiner = document.child(noun, "det")
    return (
        determiner is not None and determiner.text.lower() in word_set("grammar", "demonstratives") and noun.lemma in word_set("nouns", "functions")
    )


def _is_owned(document: Document, noun: Token) -> bool:
    """« Son budget a doublé. Il … »: its owner may well be meant."""
    determiner = document.child(noun, "det")
    return determiner is not None and determiner.text.lower() in word_set("grammar", "possessives")


def _same_pronoun(document: Document, sentence: Sentence, pronoun: Token) -> Token | None:
    """The main subject of `sentence`, if it is the same pronoun as `pronoun` and stands for nobody yet."""
    words = (t for t in document.words(sentence) if t.dep in SUBJECTS and document.head(t).dep == "ROOT")
    return next((t for t in words if t.text.lower() == pronoun.text.lower()), None)


def _subjects(document: Document, sentence: Sentence) -> list[Token]:
    """The nouns and names that are subjects in `sentence`, outside of speech, or what « ce sont » presents."""
    words = [t for t in document.words(sentence) if not _is_spoken(document, t)]
    presented = [
        t for t in words if t.pos == "NOUN" and t.dep == "ROOT" and any(s.text.lower() in ("ce", "c’", "c'") for s in document.children(t, *SUBJECTS))
    ]
    return [t for t in words if t.dep in SUBJECTS and t.pos in ("NOUN", "PROPN")] or presented


def _is_spoken(document: Document, token: Token) -> bool:
    """Whether `token` stands in a quotation of more than a word or two: « un « paléo-volcan » » is none."""
    number = document.quotations.get(token.i)
    near = range(max(0, token.i - LONGEST_MENTION), token.i + LONGEST_MENTION + 1)
    return number is not None and sum(document.quotations.get(i) == number for i in near) > LONGEST_MENTION


def agrees(document: Document, noun: Token, pronoun: Token) -> bool:
    """Whether `pronoun` may stand for `noun` by number and gender; the gender that the tagger gives a name is no evidence."""
    gender, number = PRONOUNS[pronoun.text.lower().lstrip("-")]
    plural = noun.has("Number=Plur") or document.child(noun, "conj") is not None
    other = noun.has("Gender=Masc" if gender == "f" else "Gender=Fem") if noun.pos == "NOUN" else _shown_gender(document, noun) not in ("", gender)
    return plural == (number == "p") and not other


def _shown_gender(document: Document, name: Token) -> str:
    """The gender that its article shows of a name, « la 5DX »; empty if it shows none."""
    determiner = document.child(name, "det")
    return {"le": "m", "un": "m", "la": "f", "une": "f"}.get(determiner.text.lower(), "") if determiner is not None else ""


def object_antecedent(reading: Reading, pronoun: Token, verb: Token) -> Token | None:
    """What « le », « la », « l’ » or « les » before `verb` takes up: the main subject or object of the sentence before, the one that agrees.

    The gender of « l’ » shows in the participle. A subject of its own sentence before it would be a rival.
    """
    document = reading.document
    number = document.sentence_number(pronoun)
    here = document.sentences[number]
    own = next((t for t in document.children(verb, *SUBJECTS)), None)
    if not number or pronoun.i in document.quotations or own is None or any(t.i < own.i for t in _subjects(document, here)):
        return None
    gender, plural = _object_form(document, pronoun, verb)
    apart = document.sentences[number - 1].paragraph != here.paragraph
    words = document.words(document.sentences[number - 1])
    before = [t for t in words if t.dep in SUBJECTS and document.head(t).dep == "ROOT" and t.i not in document.quotations]
    if apart:
        return before[0] if gender and len(before) == 1 and own.lemma != before[0].lemma and _is_shown(reading, before[0], gender) else None
    fitting = [t for t in before if t.lemma != own.lemma and _fits(reading, t, gender, plural=plural)]
    if not fitting and len(before) == 1:
        return _told_object(document, words, pronoun, gender, plural=plural)
    if len(fitting) != 1 or len(before) != 1:
        return None
    person = any(e.kind == "person" for e in reading.links.get(fitting[0].i, ()))
    things = (t for t in words if t.pos == "NOUN" and t.dep == "obj" and t.has("Number=Plur") == plural and not (gender and t.has(gender)))
    return fitting[0] if person or next(things, None) is None else None


def _is_shown(reading: Reading, subject: Token, gender: str) -> bool:
    """Whether a subject is a name that surely has the gender which a participle shows (it may not have `gender`): it holds beyond a paragraph."""
    linked = reading.links.get(subject.i, ())
    return bool(subject.name) and len(linked) == 1 and linked[0].gender == {"Gender=Masc": "f", "Gender=Fem": "m"}[gender]


def _told_object(document: Document, words: Iterable[Token], pronoun: Token, gender: str, *, plural: bool) -> Token | None:
    """The one object in the sentence before that agrees: « X vendit ses actions. Y les acheta. »"""
    nouns = [t for t in words if t.pos == "NOUN" and t.has("Number=Plur") == plural and not (gender and t.has(gender))]
    objects = [t for t in nouns if t.dep == "obj" and document.head(t).dep == "ROOT" and t.i not in document.quotations]
    rivals = [t for t in nouns if t not in objects and t.dep in ("obl:arg", "iobj", "obl:agent", "nmod") and _is_something(document, t)]
    known = len(objects) == 1 and document.child(objects[0], "nummod") is None and pronoun.text.lower() != "l’"
    return objects[0] if known and not rivals else None


def _is_something(document: Document, noun: Token) -> bool:
    """Whether a noun under a verb or noun means something that a pronoun may take up: not the debts of « couvert de dettes »."""
    case = document.child(noun, "case")
    return document.child(noun, "det") is not None or (case is not None and case.text.lower() not in BARE)


def _fits(reading: Reading, subject: Token, gender: str, *, plural: bool) -> bool:
    """Whether a subject has the number and may have the gender of an object pronoun; a pronoun must stand for somebody known."""
    linked = reading.links.get(subject.i, ())
    if len(linked) == 1 and subject.pos != "NOUN":  # « le livre » agrees by its noun, whatever the gender of its title
        return not plural and linked[0].gender != {"Gender=Masc": "m", "Gender=Fem": "f"}.get(gender, "-")
    return subject.pos in ("NOUN", "PROPN") and subject.has("Number=Plur") == plural and not (gender and subject.has(gender))


def _object_form(document: Document, pronoun: Token, verb: Token) -> tuple[str, bool]:
    """(the gender that the antecedent may not have, whether it is plural) of an object pronoun."""
    low = pronoun.text.lower()
    if low == "les":
        return "", True
    if low in ("le", "la"):
        return ("Gender=Fem" if low == "le" else "Gender=Masc"), False
    if document.child(verb, "aux:tense") is not None:
        return ("Gender=Masc" if verb.has("Gender=Fem") else "Gender=Fem"), False
    return "", False
