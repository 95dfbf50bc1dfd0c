"""The verb of a clause: its group, its negation, its subject, and the forms in which it can be said again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.langs.fr.forms.geography import find_country, is_place_form
from quizgen.langs.fr.forms.morphology import agree, bare_participle, is_plural_form
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import verb_type, word_set
from quizgen.langs.memory import once, remember
from quizgen.langs.refusal import Refused
from quizgen.model import Clause, Document, Phrase, Span, Token, Verb

# « avait émis » looks back from a moment that only the article knows; months later it is « a émis ».
PERFECT = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}
CLITICS = ("le", "la", "les", "l’", "l'", "lui", "leur", "y", "en", "me", "m’", "te", "t’", "nous", "vous")
OBJECT_PRONOUNS = ("le", "la", "l’", "l'", "les")
RELATIVE_OBJECT = ("que", "qu’", "qu'")
BOUND = ("auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles", "laquelle", "lesquels", "lesquelles")
CALLED = ("dit", "dite", "dits", "dites", "appelé", "appelée", "nommé", "nommée", "baptisé", "baptisée")
NOBODY = ("aucun", "aucune", "rien", "personne", "nul", "nulle", "ni")
LIMITED = 5  # tokens behind « que » in which the noun stands that it limits to
REFLEXIVE = ("se", "s’", "s'")


def is_clause_head(document: Document, token: Token) -> bool:
    """Whether `token` is the verb (or the predicate after être) of a finite clause."""
    return token.i in _clause_heads(document)


@once  # every rule asks it of every word
def _clause_heads(document: Document) -> frozenset[int]:
    return frozenset(token.i for token in document.tokens if _heads_clause(document, token))


def _heads_clause(document: Document, token: Token) -> bool:
    if token.pos in ("VERB", "AUX") and token.has("VerbForm=Fin") and not token.dep.startswith(("aux", "cop")):
        return True
    return any(t.has("VerbForm=Fin") for t in helpers_of(document, token))


def helpers_of(document: Document, head: Token) -> tuple[Token, ...]:
    """What helps the verb `head`: « a », « a été », « est », « a fait ». « a été bombardé et détruit »: the second verb has those of the first."""
    own = document.children(head, "aux:tense", "aux:pass", "cop", "aux:caus")
    if own or head.dep != "conj" or not head.has("VerbForm=Part", "Tense=Past"):
        return tuple(own)
    return _shared_helpers(document, head)


def is_passive(document: Document, head: Token) -> bool:
    """Whether the verb `head` is told in the passive."""
    return any(t.dep == "aux:pass" for t in helpers_of(document, head))


def _shared_helpers(document: Document, head: Token) -> tuple[Token, ...]:
    """The helpers of the verb that the participle `head` goes on from, if nothing stands between that holds for one of them only."""
    first = document.head(head)
    helpers = tuple(t for t in helpers_of(document, first) if t.dep != "cop")
    if not any(t.has("VerbForm=Fin") for t in helpers) or not first.has("VerbForm=Part", "Tense=Past") or first.i > head.i:
        return ()
    own = document.children(head, "nsubj", "expl:subj", "cc")
    passive = any(t.dep == "aux:pass" for t in helpers)
    if any(t.dep == "nsubj:pass" for t in own):  # « quatre civils ont été tués et 14 personnes blessées »
        joined = any(t.dep == "cc" and t.text.lower() == "et" for t in own)
        return helpers if passive and joined and first.has("Number=Plur") == head.has("Number=Plur") and not _holds_alone(document, first) else ()
    if any(t.dep != "cc" or t.text.lower() not in ("et", "puis") for t in own):
        return ()
    if passive and any(first.has(sign) != head.has(sign) for sign in ("Gender=Fem", "Number=Plur")):
        return ()
    return () if _holds_alone(document, first) else helpers


def _holds_alone(document: Document, verb: Token) -> bool:
    """Whether a pronoun or a negation stands before `verb`, which the verbs after it may not share: « l’a arrêté et condamné »."""
    before = (t.text.lower().replace("'", "’") for t in document.children(verb) if t.i < verb.i)
    return any(low in (*CLITICS, *REFLEXIVE, *RELATIVE_OBJECT, "ne", "n’", "ni") for low in before)


def agree_with_subject(document: Document, head: Token, verb: Verb, subject: Phrase) -> Verb:
    """The participle with être agreed with a subject of known gender, as the article should have done."""
    if not (verb.with_be and verb.rest and subject.gender) or subject.count or len(subject.entities) > 1:
        return verb
    lead, _, _ = verb.rest.rpartition(" ")
    return replace(verb, rest=f"{lead} {agree(participle_of(document, head), subject.gender, subject.number)}".strip())


def bare_of(document: Document, head: Token, rest: str) -> str:
    """The participles of `rest` without the agreement with an object that stands before them."""
    if head.has("VerbForm=Inf"):
        return rest  # « a fait construire »
    lead, _, last = rest.rpartition(" ")
    return f"{lead} {participle_of(document, head)}".strip() if last else rest


def told_past(verb: Verb) -> Verb:
    """« proclamait » with its day is said « a proclamé »: the imperfect of a story is none in a question."""
    regular = verb.lemma.endswith("er") and not verb.rest and not verb.reflexive and not verb.negation
    if not regular or len(verb.lemma) < 4 or not verb.finite.endswith(("ait", "aient")) or verb.lemma in word_set("verbs", "auxiliaries", "be"):
        return verb
    if verb.finite.endswith(("erait", "eraient")) or (verb.finite.endswith(("rrait", "rraient")) and not verb.lemma.endswith("rrer")):
        return verb  # a conditional: « pèserait », « enverrait »
    return replace(verb, finite="ont" if verb.number == "p" else "a", rest=f"{verb.lemma[:-2]}é")


def told_before(verb: Verb) -> Verb | None:
    """« compte » -> « comptait », « est estimé » -> « était estimé »; « a atteint » stays; None for a future or a form that is not sure."""
    helping = {now: before for before, now in PERFECT.items()}
    if verb.rest and not verb.passive and verb.finite in (*helping, *helping.values()):
        return verb  # a past
    if verb.finite in helping and (verb.lemma in ("avoir", "être") or (verb.passive and not verb.rest.startswith("été"))):
        return replace(verb, finite=helping[verb.finite])
    stem = verb.lemma[:-2]
    if not verb.lemma.endswith("er") or verb.rest or not verb.finite.endswith(("e", "ent")) or verb.finite[:2] != stem[:2]:
        return None
    soft = f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
    return replace(verb, finite=f"{soft}aient" if verb.number == "p" else f"{soft}ait")


def recent_past(verb: Verb, complements: tuple[Phrase | Clause, ...]) -> tuple[Verb, tuple[Phrase | Clause, ...]]:
    """« vient de transférer » is said months later as « a transféré »."""
    inner = next((c for c in complements if isinstance(c, Clause) and c.link == "de"), None)
    if inner is None or verb.negation or inner.verb.reflexive:
        return verb, complements
    if inner.verb.passive and inner.verb.finite == "être":  # « vient d’être réduit »
        others = tuple(c for c in complements if c is not inner)
        past = replace(inner.verb, finite="ont" if verb.number == "p" else "a", rest=f"été {inner.verb.rest}", number=verb.number)
        return past, (*inner.complements, *others)
    if inner.verb.rest or not inner.verb.finite.endswith("er"):
        return verb, complements
    if inner.verb.lemma in word_set("verbs", "auxiliaries", "be"):
        raise Refused("a recent past of a verb with être")
    others = tuple(c for c in complements if c is not inner)
    finite = "ont" if verb.number == "p" else "a"
    return Verb(lemma=inner.verb.lemma, finite=finite, rest=f"{inner.verb.finite[:-2]}é", number=verb.number), (*inner.complements, *others)


@remember
def find_subject(document: Document, head: Token) -> Token | None:
    """The subject of the verb `head`: its own, the one that a coordinated verb shares, or what « qui » takes up."""
    own = [t for t in document.children(head, "nsubj") if not t.dep.endswith("outer")]
    if own:
        own = [t for t in own if t.text.lower() != "qui" or document.child(t, "case") is None] or own
        before = [t for t in own if t.i < head.i]
        subject = (before or own)[0]
        if len(before) > 1 and _is_parted(document, head, before[0], before[-1]):
            subject = before[-1]  # « la ville où l’explosion a fait … », « X hérite de Y, tandis que Z revient à … » read as one clause
        return bearer_of(document, antecedent(document, subject, head)) if subject.text.lower() == "qui" else subject
    impersonal = document.child(head, "expl:subj")
    if impersonal is not None and head.lemma in word_set("verbs", "report"):
        return impersonal
    if (
        impersonal is None
        and head.dep == "conj"
        and (document.head(head).pos in ("VERB", "AUX") or document.child(document.head(head), "cop") is not None)
    ):
        return find_subject(document, document.head(head))  # « est prête à partir, mais attend le feu vert »
    return None


def bearer_of(document: Document, noun: Token | None) -> Token | None:
    """X, of « X est un N qui … » and « X, un N qui … », where « qui » takes up N; else the noun itself."""
    if noun is None or noun.pos != "NOUN" or noun.has("Number=Plur"):
        return noun
    article, copula = document.child(noun, "det"), document.child(noun, "cop")
    if article is None or article.text.lower() not in ("un", "une"):
        return noun
    if any(t.lemma in ("autre", "même") for t in document.subtree(noun)):
        return noun  # « un autre candidat, qui a parlé sur le même sujet » leans on what was told before
    above = document.child(noun, "nsubj") if copula is not None else document.head(noun) if noun.dep == "appos" else None
    denied = copula is not None and any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(noun))
    known = above is not None and (above.pos == "PROPN" or (copula is not None and above.pos in ("NOUN", "PRON") and above.lemma != "ce"))
    return above if known and not denied else noun


def _is_parted(document: Document, head: Token, first: Token, last: Token) -> bool:
    """Whether « où », « laquelle » or a conjunction under the verb opens its clause between two words that were read as its subjects."""
    opened = any(t.text.lower() in ("où", "dont") for t in document.tokens[first.i : last.i])
    return opened or any(first.i < t.i < last.i and (t.dep == "mark" or t.text.lower() in BOUND) for t in document.children(head))


def is_people(noun: Token) -> bool:
    """« le Français », « le maire », « la préfecture »: a noun for somebody or a body, whose place « de » tells."""
    acting = is_function(noun.lemma) or noun.lemma in word_set("nouns", "administrations")
    return (noun.pos == "PROPN" and is_place_form(noun.text)) or (noun.pos == "NOUN" and acting)


def is_maker(document: Document, noun: Token) -> bool:
    """« un accord négocié par la Suède, qui … »: a country or body behind « par », where « qui » may as well be what it made."""
    return noun.dep == "obl:agent" and noun.name != "PER" and document.head(noun).dep == "acl" and document.head(noun).has("VerbForm=Part")


def antecedent(document: Document, relative: Token, head: Token) -> Token | None:
    """The name or noun that « qui » takes up: the nearest before it, if the parser's choice holds it."""
    if head.dep == "conj" and (first := first_relative(document, relative, head)) is not None:
        return antecedent(document, first, document.head(head))
    if head.dep != "acl:relcl":
        return None
    before = document.before(relative)
    parted = before is not None and before.text == ","
    if before is not None and parted:
        before = document.before(before)
    if before is not None and before.text == ")":
        opened = next((t for t in reversed(document.tokens[: before.i]) if t.text == "("), before)
        before = document.before(opened)
    chosen = document.head(head)
    if before is None or before.i < chosen.i or is_denied(document, chosen):
        return None
    above = document.head(chosen)
    under = chosen.dep == "nmod" and above.pos == "NOUN" and is_function(above.lemma) and above.dep in ("appos", "nmod")
    if under and not chosen.name and document.tokens[relative.i - 1].text == ",":
        return None  # « X, coauteure de l’article, qui avait … » tells of X
    if before.name and (is_companion(document, before) or (parted and is_maker(document, chosen))):
        return None
    if relative.text.lower() == "où" and before.name == "LOC" and before in document.subtree(chosen):
        return before  # « une filiale en Pologne, où … »
    if is_kind_named(document, chosen, before):
        return None  # one of many, and not the make
    if is_called(document, before):
        called = document.head(before)
        return chosen if called.dep == "nmod" and document.head(called) is chosen and not is_people(chosen) else called
    if relative.text.lower() == "qui" and is_seat(document, before, chosen):
        return chosen
    if before.name or before.pos == "PROPN":
        if before.dep == "nmod" and chosen is not before and (not parted or before.name in ("LOC", "ORG")):
            # « le rapport d’X qui … », « le Français de X, qui … »; in « l’accident du vol de X qui … » it may be the flight's
            held = before in document.subtree(chosen) and document.quotations.get(chosen.i) == document.quotations.get(before.i)
            return chosen if held and (parted or document.head(before) is chosen) else None
        return before if (document.head(before).dep != "conj" and before.dep != "conj") or before is chosen else None
    if chosen.pos == "NUM":  # « a voté son budget pour 2020, qui s’élève à … »
        return document.child(document.head(chosen), "obj")
    return chosen if before in document.subtree(chosen) else None


def is_companion(document: Document, name: Token) -> bool:
    """« c’est ce dernier, avec X, qui dessine »: whether a name is told beside the one that is meant."""
    subject = document.child(document.head(name), "nsubj")
    stressed = subject is not None and subject.text.lower().rstrip("’'") in ("c", "ce")
    return stressed and any(t.text.lower() == "avec" for t in document.children(name, "case"))


def is_seat(document: Document, place: Token, noun: Token) -> bool:
    """« la cour d’appel de Gand, qui interdisait »: whether a town only tells where that stands which the parser has the clause hang on."""
    under = noun.pos == "NOUN" and noun.i < place.i and place in document.subtree(noun)
    case = document.child(place, "case")
    of = case is not None and case.text.lower() in ("de", "d’", "d'", "du")
    return place.name == "LOC" and under and of and not find_country(place.text)  # « le président de l’Égypte, qui est le pays … »


def is_called(document: Document, last: Token) -> bool:
    """« le plan X, que … », « la méthode dite du taquet, qui … »: whether what stands last is what the noun before it is called."""
    above = document.head(last)
    if above.pos != "NOUN" or above.i >= last.i or is_function(above.lemma) or above.lemma in word_set("nouns", "persons") | word_set("nouns", "kin"):
        return False
    between = document.tokens[above.i + 1 : last.i]
    named = (
        last.name == "PER" and not between and last.dep in ("nmod", "appos", "flat", "flat:name") and document.child(above, "det", "case") is not None
    )
    return named or (bool(between) and between[0].text.lower() in CALLED)


def is_kind_named(document: Document, noun: Token, name: Token) -> bool:
    """« un train X qui reliait A et B »: whether `name` only tells the make or the kind of a thing with « un »."""
    article = document.child(noun, "det")
    return noun.pos == "NOUN" and noun.i + 1 == name.i and article is not None and article.text.lower() in ("un", "une")


def is_denied(document: Document, noun: Token) -> bool:
    """« ce n’est pas X qui a signé »: X did not."""
    return document.child(noun, "cop") is not None and any(t.text.lower() in ("ne", "n’", "n'", "pas") for t in document.children(noun))


def first_relative(document: Document, relative: Token, head: Token) -> Token | None:
    """The « qui » of the relative clause with which that of `relative` is coordinated: « qui ont servi et qui durent fuir »."""
    before = document.before(relative)
    above = document.head(head)
    if before is None or before.text.lower() not in ("et", ",", "puis", "mais") or not above.dep.startswith(("acl:relcl", "conj")):
        return None
    return next((t for t in document.children(above, "nsubj") if t.text.lower() == "qui"), None)


@remember
def read_verb(document: Document, head: Token, *, known: bool = False) -> Verb:
    """The verb group of `head`. Raises Refused for odd negations, and for object pronouns if they are not `known`."""
    helpers = [t for t in helpers_of(document, head) if t.i < head.i or t.dep == "cop"]
    causing = any(t.dep == "aux:caus" for t in helpers)  # « a fait savoir »
    finite = next((t for t in helpers if t.has("VerbForm=Fin")), None) or next((t for t in helpers if t.has("VerbForm=Inf")), head)
    if finite is head and not (head.has("VerbForm=Fin") or head.has("VerbForm=Inf")):
        raise Refused("no finite verb was found")
    if finite.has("VerbForm=Fin") and finite.text.lower().endswith(("s", "é", "ée", "i", "u")):  # « il continu »
        raise Refused(f"« {finite.text} » is no verb form of the third person")
    if any(t.text.lower() in word_set("grammar", "doubts") for t in document.children(head, "advmod")):
        raise Refused("told as a likelihood only")
    for token in document.children(head):
        low = token.text.lower().replace("'", "’")
        there_is = head.lemma == "avoir" and any(t.text.lower() == "il" for t in document.children(head, "expl:subj", "nsubj"))
        place = low == "y" and (there_is or head.lemma not in ("avoir", "aller", "voir", "croire", "penser", "renoncer", "participer"))
        if token.i < head.i and token.pos == "PRON" and low in CLITICS and not known and not place:
            raise Refused(f"the pronoun « {token.text} » is not resolved")
    copula = document.child(head, "cop") is not None and head.pos not in ("ADJ", "VERB")
    check_lasting(document, head)
    group = [t.text for t in helpers if t.i > finite.i]
    group += [*passing_adverbs(document, finite, head), head.text] if finite is not head and not copula else []
    passive = is_passive(document, head) and head.lemma not in word_set("verbs", "auxiliaries", "be")
    return Verb(
        lemma="être" if copula else head.lemma,
        finite=finite.text.lower(),
        rest=" ".join(group),
        number="p" if finite.has("Number=Plur") or is_plural_form(finite.text, finite.lemma) else "s",
        reflexive=any(t.text.lower() in REFLEXIVE and t.i < head.i for t in document.children(head)),
        passive=passive,
        with_be=finite is not head and not copula and not causing and (passive or _takes_be(document, head, finite)),
        negation=read_negation(document, head),
    )


def passing_adverbs(document: Document, finite: Token, head: Token) -> Iterator[str]:
    """« d’abord » of « a d’abord refusé », « encore » of « n’a pas encore repris »: without it the reader takes the deed for whole, or for good."""
    denied = any(t.text.lower() in ("ne", "n’", "n'") for t in document.children(head))
    for token in document.children(head, "advmod", "obl:mod"):
        between = finite.i < token.i < head.i
        first = [t.text.lower().replace("'", "’") for t in document.tokens[token.i : token.i + 2]] == ["d’", "abord"]
        if between and first and not any(t.text.lower() in ("puis", "ensuite", "enfin") for t in document.subtree(head)):
            yield "d’abord"  # not of « a d’abord vécu à Oslo, puis à Gand »: in both
        elif between and (token.text.lower() in word_set("clauses", "passing") or (denied and token.text.lower() == "encore")):
            yield token.text


def check_lasting(document: Document, head: Token) -> None:
    """Raises Refused for « Dans un premier temps, X a nié » and « abritait jusque-là »: it changed later, and a question would not tell."""
    for token in document.children(head, "advmod", "obl", "obl:mod"):
        if token.i > head.i and token.dep != "advmod":
            continue
        words = document.subtree(token)
        if any(c.isdigit() for t in document.children(head) if t.dep.startswith("obl") for c in t.text):
            return  # « Dans un premier temps, le 3 mai, X a changé … »: the first of several deeds
        said = document.text(Span(start=words[0].span.start, end=words[-1].span.end)).lower().replace("'", "’").strip(" ,")
        opens = token.i < head.i and words[0].i == document.sentence_of(head).first
        if said in word_set("clauses", "until_then") or (opens and said in ("d’abord", *word_set("clauses", "passing"))):
            raise Refused("it held for a time only")


def _takes_be(document: Document, head: Token, finite: Token) -> bool:
    if document.child(head, "cop") is not None:
        return True
    reflexive = any(t.text.lower() in REFLEXIVE for t in document.children(head))
    return (finite.lemma == "être" and not reflexive) or head.lemma in word_set("verbs", "auxiliaries", "be")


def read_negation(document: Document, head: Token) -> str:
    """« pas », « plus », « jamais » or empty. Raises Refused for « ne … que » and for a negated thing."""
    group = (head, *document.children(head, "aux:tense", "aux:pass", "cop"))  # « n’ » may hang on « a » in « n’a pas non plus vendu »
    words = {t.text.lower(): t for verb in group for t in document.children(verb) if t.dep != "aux:cleft"}
    own = [w for w in words if w in ("ne", "n’", "n'")]
    if not own:
        return ""
    if any(t.text.lower() in ("que", "qu’", "qu'") and t.dep == "advmod" for t in document.subtree(head) if t.i > head.i):
        return ""  # « ne compte plus que onze élèves »: it has eleven
    for word in ("pas", "plus", "jamais"):
        if word in words:
            return word
    if _is_limited(document, head):
        return ""
    raise Refused("a restriction or an unusual negation")


def _is_limited(document: Document, head: Token) -> bool:
    """« n’a accordé à la France qu’une zone de … », whatever the parser made of « que »: a noun or a number behind it, and no clause."""
    inside = document.subtree(head)
    if any(t.text.lower() in NOBODY for t in inside):
        return False
    start = (document.child(head, "cop") or head).i
    that = next((t for t in inside if t.i > start and t.text.lower() in RELATIVE_OBJECT), None)
    behind = document.tokens[that.i + 1 : that.i + 1 + LIMITED] if that is not None else ()
    first = next((t for t in behind if t.pos in ("NOUN", "NUM", "PROPN", "VERB", "AUX", "PRON", "SCONJ")), None)
    return first is not None and first.pos in ("NOUN", "NUM", "PROPN") and not any(t.has("VerbForm=Fin") for t in document.children(first))


def participle_of(document: Document, head: Token) -> str:
    """The masculine singular participle of the verb `head` as written."""
    if head.pos == "ADJ" and head.lemma.endswith("e"):
        return head.lemma  # « victime », « favorable »: the same for both
    form = head.text.lower()
    feminine = head.has("Gender=Fem") or form.endswith(("e", "es"))  # no masculine one ends so
    return bare_participle(form, "f" if feminine else "m", "p" if head.has("Number=Plur") or form.endswith("es") else "s")


def clause_type(head: Token) -> str:
    """The fact type that the verb announces."""
    return verb_type(head.lemma)


def is_singular_of_two(document: Document, verb: Token) -> bool:
    """« La pose et la peinture des volets sera payée »: two things with their articles before one verb in the singular."""
    subject = document.child(verb, "nsubj", "nsubj:pass")
    finite = next((t for t in (*document.children(verb, "aux", "aux:pass", "aux:tense", "cop"), verb) if t.has("VerbForm=Fin")), None)
    if subject is None or finite is None or not is_clause_head(document, verb) or not finite.has("Number=Sing") or subject.i > finite.i:
        return False
    second = document.child(subject, "conj")
    two = second is not None and second.pos == "NOUN" and second.i < finite.i and subject.pos == "NOUN"
    return bool(two and second and all(document.child(t, "det") for t in (subject, second)) and _joined(document, second))


def _joined(document: Document, second: Token) -> bool:
    """Whether « et » joins a noun to the one before it."""
    return any(t.text.lower() == "et" for t in document.children(second, "cc"))
