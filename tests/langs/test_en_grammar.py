"""English forms and questions: tables of what comes out of words and of clauses made by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.langs import Wording
from quizgen.langs.en.asking import questions, saying
from quizgen.langs.en.forms import morphology, typography, verb_forms
from quizgen.langs.en.forms.dates import resolve_season
from quizgen.langs.en.reference import names
from quizgen.model import GAP, Argument, Clause, Entity, Fact, Mention, Phrase, Span, Verb

NOWHERE = Span(start=0, end=0)


def phrase(role: str, text: str, marker: str = "", kind: str = "thing", name: str = "", **more: object) -> Phrase:
    """A phrase of a clause made by hand; with `name`, that of its entity."""
    entities = (Entity(name=name, kind=kind),) if name else ()
    return Phrase(role=role, text=text, span=NOWHERE, marker=marker, kind=kind, entities=entities, named=bool(name), **more)  # type: ignore[arg-type]


def fact_of(clause: Clause, type: str = "action", attribution: str = "") -> Fact:
    """A fact of the clause, with an argument for each phrase."""
    arguments = tuple(Argument(role=p.role, kind=p.kind, mention=Mention(span=NOWHERE, text=p.text)) for p in clause.phrases())
    return Fact(
        id="", type=type, predicate=clause.verb.lemma, arguments=arguments, evidence=NOWHERE, rule="clause", attribution=attribution, clause=clause
    )


def asked(clause: Clause, role: str, **more: str) -> tuple[str, str]:
    """Question and answer for the role."""
    wording = questions.ask(fact_of(clause, **more), role)
    return (wording.question, wording.answer) if isinstance(wording, Wording) else ("", wording)


NORWAY = phrase("subject", "Norway", kind="country", name="Norway")
LUND = phrase("subject", "Karl Lund", kind="person", name="Karl Lund", gender="m")
FRIGATES = phrase("object", "two frigates", number="p", count="two", counted="frigates", head="frigate")
NORTH_SEA = phrase("destination", "the North Sea", "to", "sea", "North Sea")
SEND = Clause(verb=Verb(lemma="send", finite="will", rest="send"), subject=NORWAY, complements=(FRIGATES, NORTH_SEA))


@pytest.mark.parametrize(
    ("base", "third", "past", "participle", "progressive"),
    [
        ("send", "sends", "sent", "sent", "sending"),
        ("carry", "carries", "carried", "carried", "carrying"),
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("visit", "visits", "visited", "visited", "visiting"),
        ("refer", "refers", "referred", "referred", "referring"),
        ("go", "goes", "went", "gone", "going"),
        ("die", "dies", "died", "died", "dying"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("overtake", "overtakes", "overtook", "overtaken", "overtaking"),
        ("have", "has", "had", "had", "having"),
        ("play", "plays", "played", "played", "playing"),
        ("watch", "watches", "watched", "watched", "watching"),
        ("cost", "costs", "cost", "cost", "costing"),
        ("win", "wins", "won", "won", "winning"),
        ("open", "opens", "opened", "opened", "opening"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("show", "shows", "showed", "shown", "showing"),
        ("be", "is", "was", "been", "being"),
    ],
)
def test_verb_forms(base: str, third: str, past: str, participle: str, progressive: str) -> None:
    """The forms of regular and irregular verbs, with their spelling."""
    forms = (morphology.third_person(base), morphology.past(base), morphology.participle(base), morphology.present_participle(base))
    assert forms == (third, past, participle, progressive)


@pytest.mark.parametrize(
    ("finite", "lemma", "helper"),
    [
        ("sent", "send", "did"),
        ("sends", "send", "does"),
        ("send", "send", "do"),
        ("put", "put", "did"),
        ("puts", "put", "does"),
        ("has", "have", "does"),
    ],
)
def test_do_takes_the_tense(finite: str, lemma: str, helper: str) -> None:
    """« do » stands in the tense and person of the verb; one whose past looks like its base is taken to be in the past."""
    assert morphology.tense_of(finite, lemma) == helper


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        (Verb(lemma="send", finite="sent"), "did X send"),
        (Verb(lemma="send", finite="has", rest="already sent"), "has X already sent"),
        (Verb(lemma="have", finite="has"), "does X have"),
        (Verb(lemma="have", finite="had", rest="had"), "had X had"),
        (Verb(lemma="leave", finite="has", rest="to leave"), "does X have to leave"),
        (Verb(lemma="be", finite="was"), "was X"),
        (Verb(lemma="carry", finite="carried", rest="out"), "did X carry out"),
        (Verb(lemma="do", finite="did"), "did X do"),
        (Verb(lemma="send", finite="did", rest="send", negation="not"), "did X not send"),
        (Verb(lemma="send", finite="may", rest="have sent"), "may X have sent"),
        (Verb(lemma="use", finite="used", rest="to live"), "did X use to live"),
    ],
)
def test_inversion(verb: Verb, said: str) -> None:
    """An auxiliary goes before the subject; where there is none, « do » does, and the verb loses its ending."""
    if verb.rest == "to leave":
        verb = Verb(lemma="have", finite=verb.finite, rest=verb.rest)
    assert saying.invert(verb, "X") == said


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        (("was", "built"), "built"), (("is", "built"), "builds"), (("has", "been built"), "has built"), (("were", "also built"), "also built"),
        (("will", "be built"), "will build"), (("is", "being built"), "is building"), (("could", "have been built"), "could have built"),
        (("have", "already been built"), "has already built"), (("was", "known"), ""),
    ],
)  # fmt: skip
def test_active_voice(passive: tuple[str, str], active: str) -> None:
    """A passive group said of the one who acts; nothing where the participle is not in it."""
    made = verb_forms.make_active(Verb(lemma="build", finite=passive[0], rest=passive[1], passive=True))
    assert (saying.say_verb(made) if made else "") == active


@pytest.mark.parametrize(
    ("clause", "role", "question", "answer"),
    [
        (SEND, "subject", "Which country will send two frigates to the North Sea?", "Norway"),
        (SEND, "number", "How many frigates will Norway send to the North Sea?", "two"),
        (SEND, "destination", "To which sea will Norway send two frigates?", "the North Sea"),
        (
            Clause(
                verb=Verb(lemma="win", finite="won"),
                subject=LUND,
                complements=(phrase("object", "the 1998 Ostvik Prize", name="Ostvik Prize", kind="other"), phrase("time", "2004", "in", "time")),
            ),
            "subject",
            "Who won the 1998 Ostvik Prize in 2004?",
            "Karl Lund",
        ),
        (
            Clause(verb=Verb(lemma="resign", finite="resigned"), subject=LUND, complements=(phrase("time", "12 March 2004", "on", "time"),)),
            "time",
            "On what date did Karl Lund resign?",
            "12 March 2004",
        ),
        (
            Clause(verb=Verb(lemma="resign", finite="has", rest="resigned"), subject=LUND, complements=(phrase("time", "2004", "in", "time"),)),
            "time",
            "In which year has Karl Lund resigned?",
            "2004",
        ),
        (
            Clause(verb=Verb(lemma="resign", finite="resigned"), subject=LUND, complements=(phrase("time", "March 2004", "in", "time"),)),
            "time",
            "When did Karl Lund resign?",
            "in March 2004",
        ),
        (
            Clause(
                verb=Verb(lemma="live", finite="has", rest="lived"),
                subject=LUND,
                complements=(phrase("place", "Bergen", "in", "city", "Bergen"), phrase("time", "2004", "since", "time")),
            ),
            "time",
            "Since when has Karl Lund lived in Bergen?",
            "2004",
        ),
        (
            Clause(
                verb=Verb(lemma="meet", finite="met"),
                subject=LUND,
                complements=(phrase("object", "Marta Silva", kind="person", name="Marta Silva"), phrase("place", "Oslo", "in", "city", "Oslo")),
            ),
            "object",
            "Whom did Karl Lund meet in Oslo?",
            "Marta Silva",
        ),
        (
            Clause(
                verb=Verb(lemma="meet", finite="met"),
                subject=LUND,
                complements=(phrase("complement", "Marta Silva", "with", "person", "Marta Silva"), phrase("place", "Oslo", "in", "city", "Oslo")),
            ),
            "place",
            "In which city did Karl Lund meet with Marta Silva?",
            "Oslo",
        ),
        (
            Clause(
                verb=Verb(lemma="accuse", finite="accused"),
                subject=LUND,
                complements=(
                    phrase("object", "Norway", kind="country", name="Norway"),
                    phrase("complement", "overfishing in the Arctic", "of", name="Arctic", kind="thing"),
                    phrase("time", "2004", "in", "time"),
                ),
            ),
            "complement",
            "What did Karl Lund accuse Norway of in 2004?",
            "overfishing in the Arctic",
        ),
        (
            Clause(
                verb=Verb(lemma="build", finite="was", rest="built", passive=True),
                subject=phrase("subject", "The Ostvik bridge", name="Ostvik", head="bridge"),
                complements=(phrase("agent", "Karl Lund", "by", "person", "Karl Lund"), phrase("time", "1912", "in", "time")),
            ),
            "agent",
            "Who built the Ostvik bridge in 1912?",
            "Karl Lund",
        ),
        (
            Clause(
                verb=Verb(lemma="cost", finite="cost"),
                subject=phrase("subject", "The Ostvik bridge", name="Ostvik", head="bridge"),
                complements=(phrase("object", "40 million euros", kind="measure"),),
            ),
            "object",
            "How much did the Ostvik bridge cost?",
            "40 million euros",
        ),
        (
            Clause(
                verb=Verb(lemma="raise", finite="raised"),
                subject=NORWAY,
                complements=(phrase("object", "40 million euros in aid", count="40 million", counted="euros in aid", number="p"),),
            ),
            "number",
            "How much aid did Norway raise?",
            "40 million euros",
        ),
        (
            Clause(
                verb=Verb(lemma="support", finite="supports"),
                subject=phrase("subject", "52% of the voters", count="52%", counted="of the voters", number="p"),
                complements=(phrase("object", "the treaty"),),
            ),
            "number",
            "What percentage of the voters supports the treaty?",
            "52%",
        ),
        (
            Clause(
                verb=Verb(lemma="attend", finite="attended"),
                subject=phrase("subject", "Some 300 guests", count="Some 300", counted="guests", number="p"),
                complements=(phrase("object", "the wedding of Karl Lund", name="Karl Lund"),),
            ),
            "number",
            "How many guests attended the wedding of Karl Lund?",
            "some 300",
        ),
        (
            Clause(verb=Verb(lemma="be", finite="is"), subject=LUND, complements=(phrase("age", "45 years old", kind="age"),)),
            "age",
            "How old is Karl Lund?",
            "45",
        ),
        (
            Clause(
                verb=Verb(lemma="be", finite="is"),
                subject=phrase("subject", "The Ostvik tower", name="Ostvik", head="tower"),
                complements=(phrase("measure", "90 metres high", kind="measure"),),
            ),
            "measure",
            "How high is the Ostvik tower?",
            "90 metres",
        ),
        (
            Clause(
                verb=Verb(lemma="last", finite="lasted"),
                subject=phrase("subject", "The siege of Ostvik", name="Ostvik", head="siege"),
                complements=(phrase("duration", "three weeks", kind="duration"),),
            ),
            "duration",
            "How long did the siege of Ostvik last?",
            "three weeks",
        ),
        (
            Clause(
                verb=Verb(lemma="walk", finite="walked"),
                subject=LUND,
                complements=(phrase("measure", "70 km", kind="measure"), phrase("time", "2004", "in", "time")),
            ),
            "measure",
            "How far did Karl Lund walk in 2004?",
            "70 km",
        ),
        (
            Clause(
                verb=Verb(lemma="fall", finite="fell"),
                subject=phrase("subject", "exports of cod from Norway", name="Norway"),
                complements=(phrase("measure", "12%", "by", "measure"), phrase("measure2", "30,000 tonnes", "to", "measure")),
            ),
            "measure",
            "By how much did exports of cod from Norway fall?",
            "12%",
        ),
        (
            Clause(
                verb=Verb(lemma="close", finite="was", rest="closed", passive=True),
                subject=phrase("subject", "The Ostvik bridge", name="Ostvik", head="bridge"),
                complements=(phrase("cause", "the flood", "because of"),),
            ),
            "cause",
            "Why was the Ostvik bridge closed?",
            "because of the flood",
        ),
        (
            Clause(
                verb=Verb(lemma="be", finite="is"),
                subject=LUND,
                complements=(phrase("function", "the foreign minister of Norway", kind="function", head="minister"),),
            ),
            "function",
            "What position does Karl Lund hold?",
            "foreign minister of Norway",
        ),
        (
            Clause(
                verb=Verb(lemma="return", finite="returned"),
                subject=LUND,
                complements=(phrase("place", "the shore of the lake", "to", number="s", head="shore"),),
            ),
            "place",
            "Where did Karl Lund return?",
            "to the shore of the lake",
        ),
    ],
)
def test_questions(clause: Clause, role: str, question: str, answer: str) -> None:
    """The question word that the answer wants, its preposition, the auxiliary, and the answer in as few words as will do."""
    assert asked(clause, role) == (question, answer)


def test_aim_is_asked_with_why() -> None:
    """What somebody did a thing for is asked with « why » and answered in the article's words."""
    aim = Clause(verb=Verb(lemma="discuss", finite="discuss"), complements=(phrase("object", "the fishing treaty"),), link="to", role="purpose")
    clause = Clause(verb=Verb(lemma="fly", finite="flew"), subject=LUND, complements=(phrase("destination", "Oslo", "to", "city", "Oslo"), aim))
    assert asked(clause, "purpose") == ("Why did Karl Lund fly to Oslo?", "to discuss the fishing treaty")


SENDING = Clause(
    verb=Verb(lemma="send", finite="would", rest="send"),
    subject=phrase("inner", "Norway", kind="country", same_as_subject=True),
    complements=(FRIGATES,),
    link="that",
    role="content",
)


def test_what_is_said_keeps_its_speaker() -> None:
    """A count under « that » is asked of the speaker; the one who speaks is « it », « he » or « she »."""
    clause = Clause(verb=Verb(lemma="say", finite="said"), subject=NORWAY, complements=(SENDING,))
    assert asked(clause, "number", type="statement") == ("How many frigates did Norway say that it would send?", "two")
    assert asked(clause, "subject", type="statement")[0] == "Which country said that it would send two frigates?"


def test_the_pronoun_has_its_verb() -> None:
    """« The two companies said they were closing », asked of one of them, is « it was »."""
    inner = phrase("inner", "they", same_as_subject=True)
    closing = Clause(verb=Verb(lemma="close", finite="were", rest="closing"), subject=inner, complements=(FRIGATES,), link="that", role="content")
    clause = Clause(verb=Verb(lemma="say", finite="said"), subject=NORWAY, complements=(closing,))
    assert asked(clause, "subject", type="statement")[0] == "Which country said that it was closing two frigates?"


def test_a_claim_names_its_source() -> None:
    """The source of a claim stands before the question."""
    assert asked(SEND, "number", attribution="the army")[0] == "According to the army, how many frigates will Norway send to the North Sea?"


@pytest.mark.parametrize("negation", ["not", "never", "no longer"])
def test_a_negated_fact_is_not_asked(negation: str) -> None:
    """What did not happen is no question and no gap."""
    clause = Clause(verb=Verb(lemma="send", finite="will", rest="send", negation=negation), subject=NORWAY, complements=(FRIGATES, NORTH_SEA))
    assert asked(clause, "number")[1] == "a negated fact is not asked as if it were so"
    assert questions.gap(fact_of(clause), "number") == "a negated fact is not asked as if it were so"


@pytest.mark.parametrize(
    ("role", "sentence", "answer"),
    [
        ("number", f"Norway will send {GAP} frigates to the North Sea.", "two"),
        ("destination", f"Norway will send two frigates to the {GAP} (where?).", "North Sea"),
    ],
)
def test_gaps(role: str, sentence: str, answer: str) -> None:
    """The sentence with the number or the name cut out, the article left in."""
    wording = questions.gap(fact_of(SEND), role)
    assert isinstance(wording, Wording) and (wording.question, wording.answer) == (sentence, answer)


@pytest.mark.parametrize(
    ("plain", "set_right"),
    [
        ("Lund's \"big\" plan", "Lund’s “big” plan"),
        ("Who said \"no\" ?", "Who said “no”?"),
        ("the players' 'strike' , and more", "the players’ ‘strike’, and more"),
        ("a  52 % share : why ?", "a 52 % share: why?"),
        ("(\"yes\")", "(“yes”)"),
    ],
)  # fmt: skip
def test_typography(plain: str, set_right: str) -> None:
    """Curly quotes and apostrophes, no space before a mark."""
    assert typography.set_typography(plain) == set_right


WORDS = st.lists(
    st.tuples(st.text("abcé'\"’19", min_size=1, max_size=6), st.sampled_from(["", "", ",", " :", " ?", ";", " !", ".", " %"])), max_size=12
)


@given(WORDS)
def test_typography_is_stable(words: list[tuple[str, str]]) -> None:
    """Setting a set text again changes nothing, whatever the marks between the words."""
    once = typography.set_typography(" ".join(f"{word}{mark}" for word, mark in words))
    assert typography.set_typography(once) == once


@pytest.mark.parametrize(
    ("text", "head", "question", "answer"),
    [
        ("the chief executive of Harl", "executive", "What position does Karl Lund hold?", "chief executive of Harl"),
        (
            "a professor of law at the University of Gao",
            "professor",
            "What position does Karl Lund hold at the University of Gao?",
            "professor of law",
        ),
        ("the council’s secretary", "secretary", "What position does Karl Lund hold?", "the council’s secretary"),
    ],
)
def test_functions(text: str, head: str, question: str, answer: str) -> None:
    """An office is asked as a position, a trade as a profession, and what else somebody is as who it is; where he plays is not asked."""
    clause = Clause(verb=Verb(lemma="be", finite="is"), subject=LUND, complements=(phrase("function", text, kind="function", head=head),))
    assert asked(clause, "function", type="role") == (question, answer)


@pytest.mark.parametrize(
    ("text", "head"), [("the Danish goalkeeper", "goalkeeper"), ("the council’s spokesman", "spokesman"), ("a candidate", "candidate")]
)
def test_functions_that_are_not_asked(text: str, head: str) -> None:
    """Where somebody plays, who speaks for a body, and one of many: what he does is asked."""
    clause = Clause(verb=Verb(lemma="be", finite="is"), subject=LUND, complements=(phrase("function", text, kind="function", head=head),))
    assert asked(clause, "function", type="role")[0] == ""


@pytest.mark.parametrize(
    ("text", "marker", "name", "kind", "question"),
    [
        ("the Atlantic", "across", "Atlantic", "sea", "Across which ocean did Karl Lund sail?"),
        ("the Gulf of Riga", "to", "Gulf of Riga", "sea", "To which gulf did Karl Lund sail?"),
        ("the Baltic", "to", "Baltic", "sea", "To which sea did Karl Lund sail?"),
        ("northern Norway", "to", "Norway", "country", "Where did Karl Lund sail?"),
        ("Norway", "to", "Norway", "country", "To which country did Karl Lund sail?"),
        ("Lake Auvine", "to", "Lake Auvine", "region", "To which lake did Karl Lund sail?"),
    ],
)
def test_places(text: str, marker: str, name: str, kind: str, question: str) -> None:
    """A place is asked by its kind, and with « where » if more than its name is said."""
    clause = Clause(verb=Verb(lemma="sail", finite="sailed"), subject=LUND, complements=(phrase("destination", text, marker, kind, name),))
    assert asked(clause, "destination")[0] == question


def test_what_is_owned_is_not_asked_by_its_noun() -> None:
    """« Which association… ? Karl Lund’s association » tells nothing but the owner."""
    owned = phrase("subject", "Karl Lund’s association", kind="organisation", name="Karl Lund", head="association")
    clause = Clause(
        verb=Verb(lemma="found", finite="was", rest="founded", passive=True), subject=owned, complements=(phrase("time", "2011", "in", "time"),)
    )
    assert asked(clause, "subject")[0] == ""
    assert asked(clause, "time")[0] == "In which year was Karl Lund’s association founded?"


def test_since_wants_a_perfect() -> None:
    """« Since when did he resign? » is no English."""
    clause = Clause(verb=Verb(lemma="resign", finite="resigned"), subject=LUND, complements=(phrase("time", "2004", "since", "time"),))
    assert asked(clause, "time") == ("", "« since » goes with a perfect")


FIRE = phrase("subject", "two buildings", number="p", count="two", counted="buildings", head="building")
STRAND = phrase("place", "Ostvik", "in", "city", "Ostvik")


@pytest.mark.parametrize(
    ("verb", "subject", "target", "reason"),
    [
        (("announce", "announced"), LUND, phrase("content", "an independent inquiry", head="inquiry"), "into what"),
        (("win", "won"), phrase("subject", "eight parties", number="p"), phrase("object", "seats in Ostvik", name="Ostvik", head="seat"), "how many"),
        (("burn", "burned"), FIRE, STRAND, "how many"),
        (("be", "was"), LUND, STRAND, "side matter"),
        (("fly", "flew", "back"), LUND, phrase("destination", "Ostvik", "to", "city", "Ostvik"), "guessed"),
    ],
)
def test_side_matters(verb: tuple[str, ...], subject: Phrase, target: Phrase, reason: str) -> None:
    """What readers would not take, though it is true, is not asked."""
    group = Verb(lemma=verb[0], finite=verb[1], rest=verb[2] if len(verb) > 2 else "")
    question, why = asked(Clause(verb=group, subject=subject, complements=(target,)), target.role)
    assert not question and reason in why


def test_numbers_of_what_is_not_told() -> None:
    """« How many people were killed in a collision? » is asked of no event, « How many points did it lose? » of no year."""
    people = phrase("subject", "two people", number="p", count="two", counted="people", head="person")
    killed = Clause(
        verb=Verb(lemma="kill", finite="were", rest="killed", passive=True), subject=people, complements=(phrase("place", "a collision", "in"),)
    )
    assert asked(killed, "number") == ("", "in which one is not told")
    points = phrase("object", "6.5 points", number="p", count="6.5", counted="points", head="point")
    lost = Clause(verb=Verb(lemma="lose", finite="lost"), subject=NORWAY, complements=(points,))
    assert asked(lost, "number") == ("", "compared with when is not told")


def test_things_that_act_are_asked_with_what() -> None:
    """What is told to have been done by a thing is asked of the thing: « What damaged the bridge? »"""
    bridge = phrase("subject", "The Ostvik bridge", name="Ostvik", head="bridge")
    flood = phrase("agent", "the flood of the river", "by")
    clause = Clause(verb=Verb(lemma="damage", finite="was", rest="damaged", passive=True), subject=bridge, complements=(flood,))
    assert asked(clause, "agent") == ("What damaged the Ostvik bridge?", "the flood of the river")


def test_how_many_did_it() -> None:
    """A count of those by whom something was done is asked in the active."""
    museum = phrase("subject", "The Ostvik museum", name="Ostvik", head="museum")
    people = phrase("agent", "60,000 people", "by", "person", count="60,000", counted="people", number="p")
    clause = Clause(verb=Verb(lemma="evacuate", finite="was", rest="evacuated", passive=True), subject=museum, complements=(people,))
    assert asked(clause, "number") == ("How many people evacuated the Ostvik museum?", "60,000")


@pytest.mark.parametrize(
    ("lemma", "finite", "question"),
    [
        ("find", "founded", "In which year did Karl Lund found the Ostvik museum?"),
        ("find", "found", "In which year did Karl Lund find the Ostvik museum?"),
        ("swam", "swam", "In which year did Karl Lund swim the Ostvik museum?"),
    ],
)
def test_slips_of_lemmas(lemma: str, finite: str, question: str) -> None:
    """The base is that of the form that is there, whatever the tagger says."""
    thing = phrase("object", "the Ostvik museum", name="Ostvik", head="museum")
    clause = Clause(verb=Verb(lemma=lemma, finite=finite), subject=LUND, complements=(thing, phrase("time", "1912", "in", "time")))
    assert asked(clause, "time")[0] == question
    assert asked(clause, "subject")[0] == f"Who {finite} the Ostvik museum in 1912?"


def test_the_largest_lake() -> None:
    """A term is asked by the noun in its name; what is said of a person is no question for a place."""
    gloss = phrase("gloss", "the largest lake in Norway", head="lake", name="Norway")
    lake = phrase("subject", "Lake Auvine", kind="region", name="Lake Auvine")
    clause = Clause(verb=Verb(lemma="be", finite="is"), subject=lake, complements=(gloss,))
    assert asked(clause, "subject", type="definition")[0] == "Which lake is the largest lake in Norway?"
    heroine = phrase("gloss", "the captain of the team", head="captain")
    assert asked(Clause(verb=clause.verb, subject=lake, complements=(heroine,)), "subject", type="definition")[0] == ""


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("engineer", "an engineer"),
        ("union", "a union"),
        ("umbrella", "an umbrella"),
        ("hour", "an hour"),
        ("house", "a house"),
        ("user", "a user"),
        ("Italian", "an Italian"),
    ],
)
def test_indefinite_article(noun: str, said: str) -> None:
    """The article goes by the sound."""
    assert morphology.with_indefinite(noun) == said


@pytest.mark.parametrize(
    ("lemma", "finite", "marker", "text", "kind", "question", "answer"),
    [
        ("travel", "travelled", "to", "Isval", "organisation", "Where did Karl Lund travel in 2004?", "to Isval"),
        ("return", "returned", "with", "a chest of old maps", "thing", "What did Karl Lund return with in 2004?", "a chest of old maps"),
        ("land", "landed", "at", "7.40pm", "measure", "At what time did Karl Lund land in 2004?", "7.40pm"),
        ("pay", "paid", "for", "£300", "measure", "For how much did Karl Lund pay in 2004?", "£300"),
    ],
)
def test_complements(lemma: str, finite: str, marker: str, text: str, kind: str, question: str, answer: str) -> None:
    """Where one travels to is a place, whatever the recogniser calls it; a preposition stays behind with « what »; hours are asked as times."""
    name = text if text.istitle() else ""
    parts = (phrase("complement", text, marker, kind, name, head="chest"), phrase("time", "2004", "in", "time"))
    assert asked(Clause(verb=Verb(lemma=lemma, finite=finite), subject=LUND, complements=parts), "complement") == (question, answer)


def test_a_company_is_answered_by_its_name() -> None:
    """« Which company… ? The company Harl. » says company twice."""
    company = phrase("subject", "the company Harl", kind="organisation", name="Harl", head="company")
    clause = Clause(verb=Verb(lemma="build", finite="built"), subject=company, complements=(phrase("object", "the Ostvik bridge", name="Ostvik"),))
    assert asked(clause, "subject") == ("Which company built the Ostvik bridge?", "Harl")


def test_what_is_told_and_what_one_is_accused_of() -> None:
    """A warning is asked with « what » and answered with its « that »; the deed that somebody is accused of is answered whole."""
    told = phrase("content", "the ice would not hold", "that", "content")
    clause = Clause(verb=Verb(lemma="warn", finite="warned"), subject=LUND, complements=(phrase("told_hearer", "the council"), told))
    assert asked(clause, "content", type="statement") == ("What did Karl Lund warn the council?", "that the ice would not hold")
    said = Clause(verb=Verb(lemma="say", finite="said"), subject=LUND, complements=(told,))
    assert asked(said, "content", type="statement")[0] == ""
    deed = Clause(
        verb=Verb(lemma="hide", finite="hiding"), complements=(phrase("content2", "the maps of Ostvik", name="Ostvik"),), link="of", role="content"
    )
    accused = Clause(
        verb=Verb(lemma="accuse", finite="accused"), subject=LUND, complements=(phrase("content", "Norway", kind="country", name="Norway"), deed)
    )
    assert asked(accused, "content2", type="accusation") == ("What did Karl Lund accuse Norway of?", "hiding the maps of Ostvik")


@pytest.mark.parametrize(
    ("season", "day", "ahead", "other", "said"),
    [
        ("spring", "2016-09-09", True, False, "spring 2017"),
        ("spring", "2016-02-09", True, False, "spring 2016"),
        ("spring", "2016-04-09", True, True, "spring 2017"),  # « next spring » is not this one
        ("spring", "2017-02-01", False, False, "spring 2016"),
        ("autumn", "2016-10-09", False, True, "autumn 2015"),  # « last autumn » is not this one
        ("winter", "2016-10-09", True, False, None),  # it has two years
        ("spring", "2016", True, False, None),  # the month of writing is not known
        ("spring", "2016-09-09", None, False, None),  # the verb does not say
    ],
)
def test_a_season_has_its_year(season: str, day: str, ahead: bool | None, other: bool, said: str | None) -> None:
    """By the day of the article and the tense of the verb."""
    assert resolve_season(season, day, ahead=ahead, other=other) == said


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["the", "First", "World", "War", "Silva"], (1, 4)),
        (["the", "First", "World", "War", "Memorial"], (1, 5)),
        (["World", "War", "Two"], (0, 3)),
    ],
)
def test_trim_event(words: list[str], part: tuple[int, int]) -> None:
    """A name right behind a war is no part of it."""
    assert names.trim_name(words, "EVENT") == part
