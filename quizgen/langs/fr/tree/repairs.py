"""Known slips of the parser, mended once, where the words alone show what is right."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.langs.fr.forms.dates import WEEKDAYS
from quizgen.langs.fr.forms.nouns import is_function
from quizgen.langs.fr.lexicon import word_set
from quizgen.langs.fr.tree.agreement import mend_form, mend_numbered_name, mend_relative, raise_toll
from quizgen.langs.fr.tree.along import ADVERBS, join_along, join_leading, join_near
from quizgen.langs.fr.tree.asides import PRONOUNS, free_equal, free_listed, free_main_verb
from quizgen.langs.fr.tree.beside import (
    CLOCK,
    FUSED,
    free_from_trend,
    fuse_article,
    give_gerund_object,
    give_second_agent,
    join_after_share,
    join_clock,
)
from quizgen.langs.fr.tree.clefts import lower_participle, mend_ago, mend_cleft, mend_headless, mend_late_passive, mend_late_subject, mend_only_then
from quizgen.langs.fr.tree.counted_times import COUNTED_TIMES
from quizgen.langs.fr.tree.early import raise_early
from quizgen.langs.fr.tree.ellipsis import ELLIPSIS
from quizgen.langs.fr.tree.figures import FIGURES
from quizgen.langs.fr.tree.framed import HUNG_DEPS, join_framed
from quizgen.langs.fr.tree.fronted import HUNG as OPENED
from quizgen.langs.fr.tree.fronted import TRADE_DEPS as OPENING_TRADE
from quizgen.langs.fr.tree.fronted import free_opening_trade, name_subject
from quizgen.langs.fr.tree.hangings import HANGING
from quizgen.langs.fr.tree.holders import ASTRAY, HUNG, find_named_object, free_opening, hang_on_person, join_holder_of_body, pair_holders
from quizgen.langs.fr.tree.late_objects import LATE_OBJECTS
from quizgen.langs.fr.tree.manners import DEGREES, LACK, VOTES, free_degree, free_vote, hang_lack, join_second_function
from quizgen.langs.fr.tree.outer_nouns import OUTER_NOUNS
from quizgen.langs.fr.tree.participles import join_made_known, mend_agreed, mend_homograph, mend_makes, mend_tagged
from quizgen.langs.fr.tree.quarters import QUARTERS
from quizgen.langs.fr.tree.ranges import join_range
from quizgen.langs.fr.tree.reasons import (
    GROUNDS,
    REASONS,
    hang_aim,
    hang_ground,
    hang_meanwhile,
    hang_reason,
    join_reason,
    raise_blamed,
    raise_coach,
    raise_request,
)
from quizgen.langs.fr.tree.relatives import RELATIVES
from quizgen.langs.fr.tree.shared_helper import SHARED_HELPER
from quizgen.langs.fr.tree.shares import SHARES
from quizgen.langs.fr.tree.shut_in import SHUT_IN
from quizgen.langs.fr.tree.simple_past import mend_simple_past
from quizgen.langs.fr.tree.slips import Slip, Slips
from quizgen.langs.fr.tree.strays import (
    TIMES,
    find_closed_subject,
    find_done,
    find_object_behind,
    free_square,
    hang_by_gender,
    hang_on_named,
    join_announced,
    join_moreover,
    join_names,
    lift_full_name,
    lower_adjective,
    lower_name,
    opening_of_group,
    part_comparison,
    part_from_incise,
    raise_object,
    raise_relative,
    read_incise,
    stands_behind_quotation,
)
from quizgen.langs.fr.tree.subjects import (
    STRAY,
    find_lost_subject,
    free_after_colon,
    free_after_side,
    free_circumstance,
    free_existence,
    free_impersonal,
    give_fitting_subject,
    give_sayer,
    lower_opening,
    name_tried,
    raise_main_verb,
    raise_titled,
)
from quizgen.langs.fr.tree.verb_frames import lower_deed, mend_frame
from quizgen.langs.fr.tree.votes import BALLOTS, join_pair, join_votes
from quizgen.langs.fr.tree.wholes import WHOLES
from quizgen.model import Token

SUBJECTS = ("nsubj", "nsubj:pass")
REACH = 12  # tokens behind a verb within which its object stands
LONGEST_HOLDER = 9  # tokens of a function before the name of who has it
COMMON_ACRONYMS = ("ONG", "PME", "OGM", "SDF", "TGV")  # nouns, though their capitals look like those of a name


def _join_subjects(tokens: list[Token], i: int) -> None:
    """« la Roumanie et la Bulgarie ont… », « A, B et C ont … » read as two subjects: the last is coordinated with the first."""
    second = tokens[i]
    if second.dep not in SUBJECTS:
        return
    k = i - 1
    while k > 0 and tokens[k].pos in ("DET", "NUM"):
        k -= 1
    if k < 1 or tokens[k].text.lower() != "et":
        return
    first = tokens[k - 2] if tokens[k - 1].text == "," and k > 2 else tokens[k - 1]
    if first.dep == "conj" and first.name:
        first = tokens[first.head]
    if first.dep in SUBJECTS and first.head == second.head:
        tokens[i] = replace(second, dep="conj", head=first.i)
        tokens[k] = replace(tokens[k], head=second.i)


def _list_subjects(tokens: list[Token], i: int) -> None:
    """« la France, le Royaume-Uni et Israël ont… » read as two subjects side by side: one list."""
    second = tokens[i]
    if second.dep not in SUBJECTS or not any(t.head == i and t.dep == "conj" for t in tokens[i + 1 : i + 8]):
        return
    k = i - 1
    while k > 0 and tokens[k].pos == "DET":
        k -= 1
    first = tokens[k - 1]
    if k > 0 and tokens[k].text == "," and first.dep in SUBJECTS and first.head == second.head:
        tokens[i] = replace(second, dep="conj", head=first.i)
        for n in range(i + 1, min(i + 12, len(tokens))):
            if tokens[n].head == i and tokens[n].dep == "conj":
                tokens[n] = replace(tokens[n], head=first.i)


def _raise_name(tokens: list[Token], i: int) -> None:
    """« par l’Association des auteurs (AA) » with the article as the agent and the name as a preposition: the name takes its place."""
    name = tokens[i]
    if not name.name or name.dep not in ("case", "det", "punct") or not i:
        return
    article = tokens[i - 1]
    if article.pos != "DET" or article.dep in ("det", "case"):
        return
    for k in range(max(0, i - 4), min(i + 6, len(tokens))):
        if tokens[k].head == article.i and k != i:
            tokens[k] = replace(tokens[k], head=i)
    tokens[i] = replace(name, dep=article.dep, head=article.head)
    tokens[i - 1] = replace(article, dep="det", head=i)


def _find_named_subject(tokens: list[Token], i: int) -> None:
    """« Le Parti X refuse » with the name read as an adjective of the verb: it is its subject."""
    name = tokens[i]
    verb = tokens[name.head]
    if not name.name or name.dep != "amod" or verb.pos != "VERB" or verb.i < i or not verb.has("VerbForm=Fin"):
        return
    if any(t.head == verb.i and t.dep in SUBJECTS for t in tokens[max(0, i - 20) : verb.i + 12]):
        return
    tokens[i] = replace(name, dep="nsubj")
    if i and tokens[i - 1].pos == "DET" and tokens[i - 1].head == verb.i:
        tokens[i - 1] = replace(tokens[i - 1], head=i)


def _join_told(tokens: list[Token], i: int) -> None:
    """« que l’accident survenu hier a été causé » with « survenu » read as the verb told: the subject is that of « a été causé »."""
    aside = tokens[i]
    if (
        aside.dep != "ccomp"
        or not aside.has("VerbForm=Part")
        or aside.head > i
        or any(t.head == i and t.dep.startswith("aux") for t in tokens[aside.head : i])
    ):
        return
    verb = next((t for t in tokens[i + 1 : i + 30] if t.dep in ("ccomp", "conj") and t.head in (aside.head, i) and t.has("VerbForm=Part")), None)
    subject = next((t for t in tokens[aside.head : i] if t.head == i and t.dep in SUBJECTS), None)
    if verb is None or subject is None or tokens[i - 1].i != subject.i:
        return
    own = tokens[i + 1 : verb.i]
    if any(t.head == verb.i and t.dep in (*SUBJECTS, "cc") for t in own) or not any(t.head == verb.i and t.dep.startswith("aux") for t in own):
        return
    for t in [t for t in tokens[aside.head : i] if t.head == i and t.dep == "mark"]:
        tokens[t.i] = replace(t, head=verb.i)
    tokens[subject.i] = replace(subject, head=verb.i)
    tokens[verb.i] = replace(verb, dep="ccomp", head=aside.head)
    tokens[i] = replace(aside, dep="acl", head=subject.i)


def _find_told(tokens: list[Token], i: int) -> None:
    """« a affirmé, après une heure, que le dialogue durerait et que … » with a clause hung elsewhere: each « que » opens what is told."""
    that = tokens[i]
    clause = tokens[that.head]
    if that.text.lower() not in ("que", "qu’", "qu'") or that.dep not in ("mark", "obj") or clause.i < i or not _is_finite(tokens, clause):
        return
    above = tokens[clause.head]
    verb = above if above.lemma in word_set("verbs", "report") else tokens[above.head]
    if verb.lemma not in word_set("verbs", "report") or verb.pos != "VERB" or verb.i > i or clause.dep == "ccomp":
        return
    apart = tokens[i - 1].text in (",", "et", "»") or tokens[i - 1].i == verb.i or tokens[i - 1].pos == "PROPN"
    passive = [t.dep for t in tokens[i : clause.i] if t.head == clause.i]
    apart = apart or ("aux:pass" in passive and any(d in SUBJECTS for d in passive))  # « devant les élus que la loi sera votée »: no object
    joined = clause.dep == "conj" and that.dep == "mark" and (above is verb or (above.dep == "ccomp" and above.head == verb.i))
    told = any(t.head == verb.i and t.dep == "ccomp" for t in tokens[verb.i : i + 40])
    strayed = clause.dep in ("obj", "csubj", "advcl", "acl:relcl", "obl:mod") and apart and not told
    if joined or strayed:
        tokens[clause.i] = replace(clause, dep="ccomp", head=verb.i)
        tokens[i] = replace(that, dep="mark")


def _is_finite(tokens: list[Token], clause: Token) -> bool:
    """Whether a clause has a finite verb, and a subject of its own."""
    own = [t for t in tokens[max(0, clause.i - 20) : clause.i + 1] if t.head == clause.i or t.i == clause.i]
    return any(t.has("VerbForm=Fin") for t in own) and any(t.dep in SUBJECTS for t in own)


def _raise_clause(tokens: list[Token], i: int) -> None:
    """« La coalition X, dont le but était Y, a refusé » with « refusé » hung on Y: it is the verb of the sentence, « était Y » the aside."""
    verb = tokens[i]
    aside = tokens[verb.head]
    if verb.dep != "acl" or aside.dep != "ROOT" or aside.i > i or not any(t.head == i and t.dep.startswith("aux") for t in tokens[max(0, i - 5) : i]):
        return
    subject = next((t for t in tokens[max(0, aside.i - 40) : aside.i] if t.head == aside.i and t.dep in SUBJECTS), None)
    if subject is None or not any(t.text.lower() == "dont" for t in tokens[subject.i : aside.i]):
        return
    tokens[subject.i] = replace(subject, head=i)
    tokens[aside.i] = replace(aside, dep="acl:relcl", head=subject.i)
    tokens[i] = replace(verb, dep="ROOT", head=i)


def _find_incise_subject(tokens: list[Token], i: int) -> None:
    """« …, ont indiqué mardi les garde-côtes » with its subject read as an object: nobody is told anything else there."""
    verb = tokens[i]
    behind = verb.dep in ("parataxis", "ccomp") and stands_behind_quotation(tokens, i)
    if not (behind or verb.lemma in word_set("verbs", "report")) or verb.pos != "VERB" or not (behind or verb.dep in ("parataxis", "ROOT")):
        return
    around = range(max(0, i - 60), min(i + 16, len(tokens)))
    if any(tokens[k].head == i and tokens[k].dep in (*SUBJECTS, "ccomp", "xcomp", "expl:subj") for k in around):
        return
    start = opening_of_group(tokens, i)
    said = next(
        (k for k in around if k < start and tokens[k].head == i and tokens[k].pos in ("VERB", "ADJ", "NOUN") and tokens[k].dep != "punct"), None
    )
    if not start or tokens[start - 1].text not in (",", "»", "”") or (verb.dep == "ROOT" and said is None):
        return
    subject = next(
        (k for k in around if k > i and tokens[k].head == i and tokens[k].dep in ("obj", "obl:mod", "obl:arg", "appos") and _is_bare_noun(tokens, k)),
        None,
    )
    if subject is None:
        return
    tokens[subject] = replace(tokens[subject], dep="nsubj")
    _free_place(tokens, subject, i)
    if verb.dep == "ccomp":
        tokens[i] = replace(verb, dep="parataxis")
    if verb.dep == "ROOT" and said is not None and tokens[said].dep.startswith(("obl", "advcl", "dislocated", "nsubj")):
        tokens[said] = replace(tokens[said], dep="parataxis")


def _free_place(tokens: list[Token], subject: int, verb: int) -> None:
    """« s’est réjoui le président Lund à Gand »: a place behind the name of the one who says it is where he says it."""
    own = [t for t in tokens[subject + 1 : subject + REACH] if t.head == subject]
    name = next((t for t in own if t.pos == "PROPN" and t.i == subject + 1), tokens[subject])
    place = next((t for t in own if t.dep == "nmod" and t.name == "LOC" and t.i == name.i + 2), None)
    if place is not None and name.pos == "PROPN" and tokens[place.i - 1].text.lower() in ("à", "en"):
        tokens[place.i] = replace(place, dep="obl:mod", head=verb)
        for t in tokens[place.i + 1 : place.i + REACH]:
            if t.head == subject and t.dep in ("nmod", "appos"):
                tokens[t.i] = replace(t, head=place.i)


def _order_incise(tokens: list[Token], i: int) -> None:
    """« …, a annoncé sa maison d’édition, X » with the house as what is announced: it is X that announces."""
    verb = tokens[i]
    if verb.lemma not in word_set("verbs", "report") or verb.dep != "parataxis":
        return
    name = next((t for t in tokens[i + 1 : i + REACH] if t.head == i and t.dep == "nsubj"), None)
    teller = next((t for t in tokens[i + 1 : i + REACH] if t.head == i and t.dep == "obj" and t.pos == "NOUN"), None)
    if name is None or teller is None or teller.i > name.i or not any(t.text == "," for t in tokens[teller.i : name.i]):
        return
    tokens[teller.i] = replace(teller, dep="appos", head=name.i)


def _is_bare_noun(tokens: list[Token], k: int) -> bool:
    """Whether a noun or name has no preposition and is no day."""
    case = any(t.head == k and t.dep == "case" for t in tokens[max(0, k - 5) : k])
    return tokens[k].pos in ("NOUN", "PROPN") and not case and tokens[k].text.lower() not in WEEKDAYS and not tokens[k].text[:1].isdigit()


def _join_bound(tokens: list[Token], i: int) -> None:
    """« plus de 8 900 morts » read as « plus » with a complement: the noun takes its place, « plus de » goes with the number."""
    if tokens[i].text.lower() not in ("plus", "moins", "près") or i + 3 >= len(tokens) or tokens[i + 1].text.lower() not in ("de", "d’", "d'"):
        return
    noun = next((t for t in tokens[i + 2 : i + 5] if t.head == i and t.pos in ("NOUN", "SYM")), None)
    shared = noun is not None and tokens[i + 2].pos == "DET" and noun.lemma in word_set("nouns", "shares")  # « plus de la moitié des élèves »
    one = noun is not None and tokens[i + 2].text.lower() in ("un", "une") and noun.lemma in word_set("nouns", "rounded")  # « plus d’un million »
    if noun is None or not (shared or one or tokens[i + 2].pos == "NUM"):
        return
    dep = "obj" if shared and tokens[i].dep == "advmod" and tokens[tokens[i].head].pos == "VERB" else tokens[i].dep
    tokens[noun.i] = replace(noun, dep=dep, head=tokens[i].head)
    for k in (i, i + 1):
        tokens[k] = replace(tokens[k], dep="advmod", head=noun.i)


def _raise_finite(tokens: list[Token], i: int) -> None:
    """« est prêt à partir, mais attend un ordre » with « attend » joined to the infinitive: a finite verb goes on with the one above."""
    verb = tokens[i]
    above = tokens[verb.head]
    if (
        verb.dep != "conj"
        or verb.pos != "VERB"
        or not verb.has("VerbForm=Fin")
        or not above.has("VerbForm=Inf")
        or above.dep != "xcomp"
        or above.i > i
    ):
        return
    main = tokens[above.head]
    around = tokens[max(0, main.i - 5) : main.i]
    told = main.has("VerbForm=Fin") or any(t.head == main.i and t.has("VerbForm=Fin") and t.dep.startswith(("aux", "cop")) for t in around)
    own = any(t.head == i and t.dep.startswith(("nsubj", "expl:subj", "mark")) for t in tokens[above.i : i])
    if told and not own:
        tokens[i] = replace(verb, head=main.i)


def _mend_acronym(tokens: list[Token], i: int) -> None:
    """« ONG » is a noun, its capitals apart."""
    token = tokens[i]
    if token.text in COMMON_ACRONYMS and not token.name:
        gender = "Gender=Fem" if token.text in word_set("nouns", "feminine_acronyms") else "Gender=Masc"
        tokens[i] = replace(token, pos="NOUN", lemma=token.text.lower(), feats=token.feats - {"Gender=Fem", "Gender=Masc"} | {gender})


def _mend_lemma(tokens: list[Token], i: int) -> None:
    """« invite » left as its own lemma: a French infinitive ends in -er, -ir, -re or -oir; « reconnait » is no form of « reconner »."""
    token = tokens[i]
    if token.pos == "VERB" and (new := NEW_SPELLING.fullmatch(token.text.lower())) is not None:
        feats = token.feats - {"Tense=Imp"} | {"Tense=Pres", "VerbForm=Fin"}
        tokens[i] = replace(token, lemma=f"{new.group(1)}aître", feats=feats)
        return
    if token.pos == "VERB" and token.lemma.endswith("e") and not token.lemma.endswith("re") and token.has("VerbForm=Fin"):
        tokens[i] = replace(token, lemma=f"{token.lemma}r")


def _bind_superlative(tokens: list[Token], i: int) -> None:
    """« selon le compte le plus récent » with « récent » as what the verb is done to: it tells of the noun before it."""
    quality = tokens[i]
    if i < 3 or quality.pos != "ADJ" or quality.dep != "obj" or tokens[i - 1].text.lower() not in ("plus", "moins"):
        return
    noun, number = tokens[i - 3], {"Number=Plur", "Number=Sing"}
    if tokens[i - 2].text.lower() in ("le", "la", "les") and noun.pos == "NOUN" and noun.feats & number == quality.feats & number:
        tokens[i] = replace(quality, dep="amod", head=noun.i)


CLAUSE = 12  # tokens between the words of one clause


def _part_clause(tokens: list[Token], i: int) -> None:
    """« ce sont dix vols qui sont annulés, sept tunnels ont été inondés »: a clause with its own subject is none of the next; a comma parts them."""
    verb = tokens[i]
    if verb.pos != "VERB" or not verb.dep.startswith("nsubj") or verb.head <= i + 1:
        return
    own = [t.dep for t in tokens[max(0, i - CLAUSE) : i] if t.head == i]
    others = [t for t in tokens[i + 1 : verb.head] if t.head == verb.head and t.dep.startswith("nsubj")]
    parted = any(t.text == "," for t in tokens[i + 1 : i + CLAUSE] if others and t.i < others[0].i)
    if any(d.startswith("nsubj") for d in own) and any(d.startswith("aux") for d in own) and parted:
        tokens[i] = replace(verb, dep="parataxis")


NEW_SPELLING = re.compile(r"((?:re|mé)?conn|(?:ap|dis|réap|trans)?par|(?:re)?n)ait")  # since 1990 without circumflex; « comparait » may compare
IMPERFECT = re.compile(r"[a-zà-ÿ]{2,}(aient|èrent)")
OPENING = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+?(é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte|aint|ainte|mis|mise|pris|prise)")


def _mend_opening(tokens: list[Token], i: int) -> None:
    """« Construit au Japon en 1984, le bac… » with the participle read as a name: it opens the sentence and hangs on the verb."""
    token = tokens[i]
    if token.pos != "PROPN" or token.name or token.dep != "advcl" or (i and tokens[i - 1].pos != "PUNCT") or not OPENING.fullmatch(token.text):
        return
    feminine, plural = re.search("es?$", token.text) and not token.text.endswith("é"), token.text.endswith("s")
    feats = {"VerbForm=Part", "Tense=Past", "Gender=Fem" if feminine else "Gender=Masc", "Number=Plur" if plural else "Number=Sing"}
    tokens[i] = replace(token, pos="VERB", feats=frozenset(feats), lemma=token.text.lower())
    for k in range(i + 1, min(i + 14, len(tokens))):
        if tokens[k].head == i and tokens[k].dep == "nmod":
            tokens[k] = replace(tokens[k], dep="obl:mod")


def _mend_inverted(tokens: list[Token], i: int) -> None:
    """« a-t-il précisé » with « -t » read as its subject: the subject is « il »."""
    if tokens[i].text != "-t" or i + 1 >= len(tokens) or tokens[i + 1].text.lower() not in ("-il", "-elle", "-ils", "-elles"):
        return
    pronoun = tokens[i + 1]
    if tokens[i].dep in SUBJECTS:
        tokens[i + 1] = replace(pronoun, dep=tokens[i].dep, head=tokens[i].head)
    tokens[i] = replace(tokens[i], dep="dep", head=i + 1)


def _find_counted_subject(tokens: list[Token], i: int) -> None:
    """« Au moins 43 personnes sont mortes » with « personnes » read as a circumstance: no preposition governs it."""
    noun = tokens[i]
    if noun.pos != "NOUN" or not noun.dep.startswith(("obl", "advmod")) or noun.head < i or tokens[i - 1].pos != "NUM":
        return
    start = next((k for k in range(i - 1, max(-1, i - 8), -1) if tokens[k].pos in ("PUNCT", "VERB", "AUX", "CCONJ")), max(-1, i - 8))
    opening = " ".join(t.text.lower() for t in tokens[start + 1 : i - 1]).replace("'", "’")
    around = tokens[max(0, noun.head - 40) : noun.head + 20]
    if (opening not in word_set("grammar", "approximations") and opening) or any(t.head == noun.head and t.dep in SUBJECTS for t in around):
        return
    passive = any(t.head == noun.head and t.dep == "aux:pass" for t in around)
    between = tokens[i + 1 : noun.head]
    if all(t.pos in ("AUX", "ADV", "ADJ", "ADP", "NOUN", "PROPN", "DET") for t in between) and any(t.head == noun.head for t in between):
        tokens[i] = replace(noun, dep="nsubj:pass" if passive else "nsubj")


def _find_late_object(tokens: list[Token], i: int) -> None:
    """« a rejeté, par six voix contre trois, la motion » with the motion hung on the votes: the verb that lacks an object has it."""
    noun = tokens[i]
    above = tokens[noun.head]
    if noun.dep != "appos" or noun.pos != "NOUN" or not above.dep.startswith("obl") or noun.i < above.i:
        return
    verb = tokens[above.head]
    opened = any(t.text == "," for t in tokens[max(0, i - 3) : i]) and any(t.head == i and t.dep == "det" for t in tokens[max(0, i - 3) : i])
    if not opened or verb.lemma not in word_set("verbs", "needs_object") or any(t.head == verb.i and t.dep == "obj" for t in tokens[verb.i : i]):
        return
    tokens[i] = replace(noun, dep="obj", head=verb.i)


def _mend_imperfect(tokens: list[Token], i: int) -> None:
    """« instauraient » read as an adverb, with a subject, or after « qui »: a verb."""
    token = tokens[i]
    if token.pos in ("VERB", "AUX", "PROPN", "PUNCT") or not IMPERFECT.fullmatch(token.text):
        return
    above = tokens[token.head]
    hung = token.pos == "ADV" and token.dep == "advmod" and above.dep == "acl:relcl" and above.i > i and tokens[i - 1].text.lower() == "qui"
    if hung and above.pos == "NOUN":  # its object was read as the predicate
        token = tokens[i] = replace(token, dep="acl:relcl", head=above.head)
        tokens[i - 1] = replace(tokens[i - 1], head=i)
        tokens[above.i] = replace(above, dep="obj", head=i)
        for k in range(above.i + 1, min(above.i + 8, len(tokens))):
            if tokens[k].head == above.i and tokens[k].dep == "punct":
                tokens[k] = replace(tokens[k], head=i)
    if any(t.head == i and t.dep in SUBJECTS for t in tokens[max(0, i - 20) : i]):
        stem = token.text[:-5]
        feats = frozenset({"VerbForm=Fin", "Mood=Ind", "Number=Plur", "Person=3", "Tense=Imp" if token.text.endswith("aient") else "Tense=Past"})
        tokens[i] = replace(token, pos="VERB", feats=feats, lemma=f"{stem}er")


def _free_subject(tokens: list[Token], i: int) -> None:
    """« La coalition X, arrivée deuxième, a refusé » with the subject hung on « arrivée »: it is that of the verb."""
    subject = tokens[i]
    aside = tokens[subject.head]
    verb = tokens[aside.head]
    if subject.dep not in SUBJECTS or aside.dep != "advcl" or aside.i < i or verb.i < aside.i or verb.pos != "VERB":
        return
    opened = tokens[aside.i - 1].text == "," and any(t.text == "," for t in tokens[aside.i : verb.i])
    plain_aside = aside.pos in ("NOUN", "ADJ") or aside.has("VerbForm=Part")
    helped = any(t.head == aside.i and t.dep.startswith(("aux", "cop")) for t in tokens[i : verb.i])
    if opened and plain_aside and not helped and not any(t.head == verb.i and t.dep in SUBJECTS for t in tokens[max(0, i - 5) : verb.i + 12]):
        tokens[i] = replace(subject, dep="nsubj", head=verb.i)


def _find_verb(tokens: list[Token], i: int) -> None:
    """« Le bâtiment, dessiné par X, compte trois étages » with the verb read as a noun: what has subject and object, and no article, is none."""
    verb = tokens[i]
    if verb.dep != "ROOT" or verb.pos != "NOUN" or verb.name or not verb.text.islower() or not verb.text.endswith("e"):
        return
    near = tokens[max(0, i - REACH) : i + REACH]
    own = {t.dep for t in near if t.head == i and t.i != i}
    subject = any(t.head == i and t.dep == "nsubj" and t.has("Number=Sing") and t.i < i for t in near)
    objects = any(t.head == i and t.dep == "obj" and t.i > i for t in near)
    if subject and objects and not own & {"cop", "det", "case", "amod", "nummod", "nmod"}:
        feats = frozenset({"Mood=Ind", "Number=Sing", "Person=3", "Tense=Pres", "VerbForm=Fin"})
        tokens[i] = replace(verb, pos="VERB", lemma=f"{verb.text}r", feats=feats)


def _join_holder(tokens: list[Token], i: int) -> None:
    """« l’ambassadeur de France en Syrie, X » with X hung on the place: X belongs to the function."""
    name = tokens[i]
    if name.name != "PER" or name.dep not in ("appos", "nmod", "conj") or i < 2 or tokens[i - 1].text != "," or tokens[name.head].name == "PER":
        return
    if (holder := _named_after(tokens, i)) is not None:
        tokens[i] = replace(name, dep="appos", head=holder)
        return
    above, steps = tokens[name.head], 0
    while above.pos in ("PROPN", "NOUN", "ADJ") and above.head != above.i and steps < 4:
        if above.pos == "NOUN" and is_function(above.lemma) and not above.has("Number=Plur"):
            tokens[i] = replace(name, dep="appos", head=above.i)
            return
        above, steps = tokens[above.head], steps + 1
    if above.pos == "NOUN" and is_function(above.lemma) and not above.has("Number=Plur"):
        tokens[i] = replace(name, dep="appos", head=above.i)


def _named_after(tokens: list[Token], i: int) -> int | None:
    """The function that « un diplomate à la retraite, X. » names at the end of a list of words: the index of its noun, or None."""
    if i + 1 < len(tokens) and tokens[i + 1].text not in (".", ",", ";", ")"):
        return None
    for k in range(i - 2, max(0, i - LONGEST_HOLDER), -1):
        if tokens[k].pos not in ("NOUN", "ADJ", "ADP", "DET", "PROPN"):
            return None
        if tokens[k].text.lower() in ("un", "une"):
            return k + 1 if tokens[k + 1].pos == "NOUN" and is_function(tokens[k + 1].lemma) else None
    return None


def _find_teller(tokens: list[Token], i: int) -> None:
    """« a expliqué à la presse X » with X hung on « presse »: right after the words that are told, X is the subject."""
    name = tokens[i]
    if (
        name.name != "PER"
        or name.dep not in ("appos", "nmod", "flat:name", "obj")
        or tokens[i - 1].text in (",", "(", "et")
        or tokens[i - 1].pos in ("ADP", "DET")
    ):
        return
    verb = next((t for t in (tokens[name.head], tokens[tokens[name.head].head]) if t.lemma in word_set("verbs", "report") and t.pos == "VERB"), None)
    if verb is None or verb.i > i:
        return
    subjects = [t for t in tokens[max(0, verb.i - 40) : verb.i + 20] if t.head == verb.i and t.dep in SUBJECTS]
    beside = [t for t in subjects if t.i > i and _describes(tokens, t, i)]
    if len(subjects) > len(beside):
        return
    start = min([verb.i, *(t.i for t in tokens[max(0, verb.i - 3) : verb.i] if t.head == verb.i and t.dep.startswith("aux"))])
    if any(t.text in ("»", "”", '"') for t in tokens[max(0, start - 2) : start]):
        tokens[i] = replace(name, dep="nsubj", head=verb.i)
        for t in beside:
            tokens[t.i] = replace(t, dep="appos", head=i)


def _describes(tokens: list[Token], noun: Token, name: int) -> bool:
    """« X, un pêcheur de Gand »: the noun right behind the name and a comma says what X is."""
    between = tokens[name + 1 : noun.i]
    return noun.pos == "NOUN" and tokens[name + 1].text == "," and all(t.pos in ("DET", "ADJ") or t.i == name + 1 for t in between)


def _join_hedged(tokens: list[Token], i: int) -> None:
    """« en moins de dix minutes »: the preposition before « moins de » belongs to the noun, not to « moins »."""
    hedge = tokens[i]
    if hedge.text.lower() not in ("moins", "plus", "près") or i < 1 or i + 2 >= len(tokens) or tokens[i + 1].text.lower() not in ("de", "d’", "d'"):
        return
    case, noun = tokens[i - 1], tokens[hedge.head]
    if (
        case.head == i
        and case.pos == "ADP"
        and noun.pos == "NOUN"
        and noun.i > i
        and any(t.head == noun.i and t.pos == "NUM" for t in tokens[i : noun.i])
    ):
        tokens[i - 1] = replace(case, dep="case", head=noun.i)


def _free_echo(tokens: list[Token], i: int) -> None:
    """« la Norvège, elle, conserve… »: the pronoun takes up the name, and is no second one beside it."""
    echo = tokens[i]
    commas = 0 < i < len(tokens) - 1 and tokens[i - 1].text == "," and tokens[i + 1].text == ","
    if commas and echo.dep in ("conj", "appos", "nmod") and echo.text.lower() in ("elle", "lui", "elles", "eux") and echo.head < i:
        tokens[i] = replace(echo, dep="dislocated")


def _mend_relative_object(tokens: list[Token], i: int) -> None:
    """« la motion que l’opposition avait déposée »: « que » read as a conjunction is the object of the relative clause that it opens."""
    que = tokens[i]
    verb = tokens[que.head]
    if que.dep != "mark" or que.text.lower() not in ("que", "qu’", "qu'"):
        return
    own = any(t.head == verb.i and t.dep in ("obj", "ccomp", "xcomp") for t in tokens[que.i : verb.i + REACH])
    told = any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[que.i : verb.i])
    helped = any(t.head == verb.i and t.dep == "aux:tense" and t.has("VerbForm=Fin") for t in tokens[que.i : verb.i])
    relative = verb.dep == "acl:relcl" or (verb.dep == "acl" and helped and _agrees_with_noun(tokens, verb, que))
    if relative and told and not own and verb.pos == "VERB":
        tokens[i] = replace(que, dep="obj", pos="PRON")
        tokens[verb.i] = replace(verb, dep="acl:relcl")


def _agrees_with_noun(tokens: list[Token], verb: Token, que: Token) -> bool:
    """« la motion de censure que X avait déposée »: the participle shows that « que » is the noun; « le fait que X ait gagné » has no such sign."""
    noun = tokens[verb.head]
    signs = [sign for sign in ("Gender=Fem", "Number=Plur") if noun.has(sign)]
    return noun.pos == "NOUN" and noun.i < que.i and bool(signs) and all(verb.has(sign) for sign in signs)


SLIPS = Slips(
    (
        Slip(raise_titled, words=tuple(title.lower() for title in word_set("names", "addresses"))),
        Slip(mend_simple_past, deps=("amod", "nmod", "appos", "flat", "acl")),
        Slip(mend_tagged, pos=("ADV", "X")),
        Slip(mend_form, pos=("VERB", "AUX", "NOUN")),
        Slip(mend_numbered_name, deps=SUBJECTS, named=True),
        Slip(_join_subjects, deps=SUBJECTS),
        Slip(_list_subjects, deps=SUBJECTS),
        Slip(_raise_name, deps=("case", "det", "punct"), named=True),
        Slip(_find_named_subject, deps=("amod",), named=True),
        Slip(_join_told, deps=("ccomp",)),
        Slip(_find_told, words=("que", "qu’")),
        Slip(_raise_clause, deps=("acl",)),
        Slip(_find_incise_subject, deps=("parataxis", "ROOT", "ccomp"), pos=("VERB",)),
        Slip(_order_incise, deps=("parataxis",), pos=("VERB",)),
        Slip(join_along, words=("le",)),
        Slip(join_near, words=("près",)),
        Slip(join_leading, words=ADVERBS),
        Slip(_join_bound, words=("plus", "moins", "près")),
        Slip(_raise_finite, deps=("conj",), pos=("VERB",)),
        Slip(_mend_acronym, words=tuple(acronym.lower() for acronym in COMMON_ACRONYMS)),
        Slip(_mend_lemma, pos=("VERB",)),
        Slip(_part_clause, deps=("nsubj",), pos=("VERB",)),
        Slip(_bind_superlative, deps=("obj",), pos=("ADJ",)),
        *QUARTERS,
        Slip(mend_homograph, pos=("VERB",)),
        Slip(_mend_inverted, words=("-t",)),
        Slip(_mend_opening, deps=("advcl",), pos=("PROPN",)),
        Slip(_find_counted_subject, deps=("obl", "advmod"), pos=("NOUN",)),
        Slip(_find_late_object, deps=("appos",), pos=("NOUN",)),
        Slip(_mend_imperfect),
        Slip(_free_subject, deps=SUBJECTS),
        Slip(_find_verb, deps=("ROOT",), pos=("NOUN",)),
        Slip(_join_holder, deps=("appos", "nmod", "conj"), named=True),
        Slip(join_holder_of_body, deps=HUNG, named=True),
        Slip(pair_holders, deps=("appos", "nmod", "conj"), named=True),
        Slip(free_opening, deps=SUBJECTS, pos=("NOUN", "PROPN")),
        Slip(name_subject, deps=OPENED, named=True),
        Slip(name_tried, deps=SUBJECTS, pos=("VERB", "ADJ")),
        Slip(free_opening_trade, deps=OPENING_TRADE, pos=("PROPN", "NOUN")),
        Slip(find_named_object, deps=("obl",), named=True),
        Slip(hang_on_person, deps=ASTRAY, pos=("VERB", "ADJ")),
        Slip(_find_teller, deps=("appos", "nmod", "flat", "obj"), named=True),
        Slip(mend_relative, deps=("acl",)),
        Slip(raise_toll, deps=("acl",)),
        Slip(_mend_relative_object, deps=("mark",), words=("que", "qu’")),
        Slip(mend_frame, pos=("VERB", "ADJ")),
        Slip(lower_deed, deps=("xcomp",), pos=("VERB",)),
        Slip(mend_headless, deps=("ccomp",)),
        Slip(lower_participle, deps=("ROOT",), pos=("VERB",)),
        Slip(mend_ago, words=("il",)),
        Slip(join_names, deps=("appos",), pos=("PROPN", "NOUN")),
        Slip(hang_on_named, deps=("acl",), pos=("VERB", "ADJ")),
        Slip(hang_by_gender, deps=("amod", "acl"), pos=("ADJ", "VERB")),
        Slip(lower_adjective, deps=("appos",), pos=("NOUN",)),
        Slip(find_object_behind, deps=("appos",), pos=("NOUN",)),
        Slip(lower_name, deps=("conj",), named=True),
        Slip(join_moreover, words=("par",)),
        Slip(find_closed_subject, deps=("appos",), pos=("NOUN", "PROPN")),
        Slip(lift_full_name, deps=("case", "punct", "det"), named=True),
        Slip(read_incise, deps=("parataxis", "dep"), pos=("NOUN", "ADJ")),
        Slip(find_done, deps=("advcl",), pos=("VERB",)),
        Slip(join_announced, deps=("obj",), pos=("NOUN",)),
        Slip(raise_object, deps=("obj",), pos=("NOUN",)),
        Slip(part_from_incise, deps=("obl",)),
        Slip(part_comparison, words=TIMES),
        Slip(free_square, deps=("obj",), pos=("NOUN",)),
        Slip(raise_relative, deps=SUBJECTS, words=("qui",)),
        Slip(free_main_verb, words=tuple(p for p in PRONOUNS if "'" not in p)),
        Slip(free_equal, words=("soit",)),
        Slip(free_listed, words=("lesquels", "lesquelles")),
        Slip(hang_meanwhile, words=("alors",)),
        Slip(mend_cleft, words=("c’", "ce")),
        Slip(mend_only_then, words=("ce",)),
        Slip(mend_late_subject, pos=("VERB", "AUX")),
        Slip(mend_late_passive, pos=("VERB",)),
        Slip(_join_hedged, words=("plus", "moins", "près")),
        Slip(join_range, words=("à",)),
        Slip(join_votes, words=BALLOTS),
        Slip(join_pair, words=BALLOTS),
        Slip(raise_coach, words=("car",)),
        Slip(hang_reason, words=("car",)),
        Slip(join_reason, deps=("obl",), words=tuple(REASONS)),
        Slip(hang_aim, deps=("advmod",), words=("afin",)),
        Slip(hang_ground, words=tuple(GROUNDS)),
        Slip(raise_request, deps=("xcomp", "acl")),
        Slip(raise_blamed, deps=("nmod",)),
        Slip(hang_lack, words=(LACK,)),
        Slip(free_degree, words=DEGREES),
        Slip(free_vote, words=VOTES),
        Slip(join_second_function, deps=("conj",), pos=("NOUN",)),
        Slip(_free_echo, deps=("conj", "appos", "nmod")),
        Slip(mend_makes, deps=("ROOT",), words=("fait",)),
        Slip(mend_agreed, pos=("VERB",)),
        Slip(join_made_known, words=("savoir", "valoir")),
        Slip(join_framed, deps=HUNG_DEPS, pos=("VERB",)),
        *LATE_OBJECTS,
        *SHARED_HELPER,
        *SHUT_IN,
        *COUNTED_TIMES,
        *HANGING,
        Slip(fuse_article, pos=("DET",), words=tuple(FUSED)),
        Slip(give_gerund_object, deps=SUBJECTS),
        Slip(give_second_agent, deps=("obl:agent",)),
        Slip(free_from_trend, deps=("nmod", "vocative")),
        Slip(join_after_share, deps=("conj",), pos=("NOUN",)),
        Slip(join_clock, words=tuple(CLOCK)),
        Slip(free_after_side, words=("côté",)),
        Slip(give_sayer, deps=("expl:subj",), words=("il",)),
        Slip(free_impersonal, deps=SUBJECTS, words=("il",)),
        Slip(free_existence, deps=SUBJECTS, words=("il",)),
        Slip(find_lost_subject, deps=("ROOT", "ccomp"), pos=("VERB", "ADJ")),
        Slip(give_fitting_subject, deps=SUBJECTS, pos=("NOUN",)),
        Slip(free_after_colon, deps=("ccomp",)),
        Slip(raise_early, deps=("advcl", "ccomp")),
        Slip(free_circumstance, deps=("obl",)),
        Slip(raise_main_verb, deps=STRAY, pos=("VERB", "ADJ", "NOUN")),
        Slip(lower_opening, deps=("ROOT",), pos=("ADJ", "VERB")),
        *RELATIVES,
        *SHARES,
        *WHOLES,
        *OUTER_NOUNS,
        *FIGURES,
        *ELLIPSIS,
    )
)


def repair_tokens(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`tokens` with the slips mended; a sentence without one is given back as it is."""
    mended = list(tokens)
    for i in range(len(mended)):
        SLIPS.mend(mended, i)
        if mended[i].name and mended[i].pos != "PROPN":
            mended[i] = replace(mended[i], pos="PROPN")  # a merged name is tagged by its looks: « mer du Nord » as an adjective
    return tuple(mended)
