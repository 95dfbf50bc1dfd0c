"""French forms, dates, countries and names: tables of what comes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.langs.fr.asking import flaws
from quizgen.langs.fr.forms import dates, geography, morphology, typography
from quizgen.langs.fr.phrase.wording import say_entity
from quizgen.langs.fr.reference import names
from quizgen.model import Entity


@pytest.mark.parametrize(
    ("word", "following", "joined"),
    [
        ("de", "Espagne", "d’Espagne"),
        ("de", "Hongrie", "de Hongrie"),
        ("que", "Howard Carter", "que Howard Carter"),
        ("de", "Hélène Marchand", "d’Hélène Marchand"),
        ("que", "il", "qu’il"),
        ("le", "homme", "l’homme"),
        ("le", "héros", "le héros"),
        ("de", "hérauts", "de hérauts"),
        ("de", "haltères", "d’haltères"),
        ("le", "haïtien", "l’haïtien"),
        ("de", "Yémen", "de Yémen"),
        ("de", "onze pays", "de onze pays"),
        ("se", "est", "s’est"),
        ("la", "Suède", "la Suède"),
    ],
)
def test_elision(word: str, following: str, joined: str) -> None:
    """Articles, « de », « que » and pronouns elide before a vowel or a mute h only."""
    assert morphology.elide(word, following) == joined


@pytest.mark.parametrize(
    ("preposition", "phrase", "joined"),
    [
        ("de", "le Danemark", "du Danemark"),
        ("à", "les États-Unis", "aux États-Unis"),
        ("de", "l’Espagne", "de l’Espagne"),
        ("à", "la frontière", "à la frontière"),
        ("de", "des soldats", "de soldats"),
        ("face à", "le ministre", "face au ministre"),
        ("", "le pays", "le pays"),
        ("de", "Antony", "d’Antony"),
    ],
)
def test_contraction(preposition: str, phrase: str, joined: str) -> None:
    """« de le » is « du », « à les » « aux », also at the end of a longer preposition."""
    assert morphology.join_preposition(preposition, phrase) == joined


@pytest.mark.parametrize(
    ("finite", "pronoun", "inverted"),
    [
        ("a", "il", "a-t-il"),
        ("enverra", "elle", "enverra-t-elle"),
        ("est", "il", "est-il"),
        ("sont", "ils", "sont-ils"),
        ("refuse", "elle", "refuse-t-elle"),
    ],
)
def test_inversion(finite: str, pronoun: str, inverted: str) -> None:
    """A -t- stands between two vowels."""
    assert morphology.invert(finite, pronoun) == inverted


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("ont", "a"), ("sont", "est"), ("enverront", "enverra"), ("annoncent", "annonce"), ("finissent", "finit"), ("voulaient", "voulait"),
        ("arrivèrent", "arriva"), ("reviennent", "revient"), ("prennent", "prend"), ("a", "a"), ("veulent", "veut"), ("répondront", "répondra"),
    ],
)  # fmt: skip
def test_singular_of_verbs(plural: str, singular: str) -> None:
    """The third person singular of a plural form; a singular stays."""
    assert morphology.singular_verb(plural) == singular


@pytest.mark.parametrize(
    ("form", "gender", "number", "bare"),
    [
        ("envoyées", "f", "p", "envoyé"),
        ("mis", "m", "p", "mis"),
        ("pris", "m", "s", "pris"),
        ("venue", "f", "s", "venu"),
        ("réunis", "m", "p", "réuni"),
    ],
)
def test_bare_participle(form: str, gender: str, number: str, bare: str) -> None:
    """Back to the masculine singular, « mis » and « pris » left alone."""
    assert morphology.bare_participle(form, gender, number) == bare


def test_typography() -> None:
    """Narrow no-break space before ? and inside numbers, no-break space before : and inside « »; dashes and apostrophes."""
    assert typography.set_typography("l'OTAN « travaille » : combien de 100 000 ?") == (
        "l’OTAN «\u00a0travaille\u00a0»\u00a0: combien de 100\u202f000\u202f?"
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("la 2ème journée, la 1ère, les 3èmes", "la 2e journée, la 1re, les 3es"),
        ("de 9h à 19h30", "de 9\u00a0h à 19\u00a0h\u00a030"),
        ("un Etat des Etats-Unis, en Egypte", "un État des États-Unis, en Égypte"),
        ("1,3 millions d’euros, 11 millions, 2,1 milliards", "1,3 million d’euros, 11 millions, 2,1 milliards"),
        ("Etatiste, Etna, Estonie", "Etatiste, Etna, Estonie"),
        ("L’ONG a relevée la présence de plomb.", "L’ONG a relevé la présence de plomb."),
        ("La tempête a causées des dégâts.", "La tempête a causé des dégâts."),
        ("Le club fait parti des favoris, de son côte.", "Le club fait partie des favoris, de son côté."),
        ("Combien de digues la tempête a-t-elle détruites le 3 mai 2012", "Combien de digues la tempête a-t-elle détruites le 3 mai 2012"),
        ("les digues que la tempête a détruites le 3 mai", "les digues que la tempête a détruites le 3 mai"),
        ("Quelles mesures Oslo a prises à Bergen, et les a annoncées le 3", "Quelles mesures Oslo a prises à Bergen, et les a annoncées le 3"),
        ("La force est prête a intervenir contre les maliens.", "La force est prête à intervenir contre les Maliens."),
        ("les maliens blessés, les belges du club", "les maliens blessés, les Belges du club"),
        ("trois vices-présidents en demies-finales", "trois vice-présidents en demi-finales"),
        ("Oslo attend, alors que Armel part", "Oslo attend, alors qu’Armel part"),
        ("représentent-elles les maliens ?", "représentent-elles les Maliens\u202f?"),
        ("Il a mis des gants et a promis une aide.", "Il a mis des gants et a promis une aide."),
    ],
)
def test_spellings_of_the_press(written: str, printed: str) -> None:
    """Ordinals, hours and bare capitals are set as a printer would."""
    assert typography.set_typography(written) == printed
    assert typography.set_typography(printed) == printed


WORDS = st.lists(
    st.tuples(st.text("abcé’19", min_size=1, max_size=6), st.sampled_from(["", "", ",", " :", " ?", " ;", " !", ".", " %"])), max_size=12
)


@given(WORDS)
def test_typography_is_stable(words: list[tuple[str, str]]) -> None:
    """Setting a set text again changes nothing, whatever the marks between the words."""
    once = typography.set_typography(" ".join(f"{word}{mark}" for word, mark in words))
    assert typography.set_typography(once) == once


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("4 juillet 2012", "2012-07-04"), ("1er août 2012", "2012-08-01"), ("juillet 2012", "2012-07"), ("2022-01-21", "2022-01-21"),
        ("21 janv. 2022", "2022-01-21"), ("Publié le 21 janvier 2022", "2022-01-21"), ("31 février 2022", None), ("2022-02-30", None), ("vendredi", None),  # noqa: E501
    ],
)  # fmt: skip
def test_read_date(text: str, iso: str | None) -> None:
    """A whole date with the precision it has; no day that the calendar lacks."""
    assert dates.read_date(text) == iso


@pytest.mark.parametrize(
    ("text", "anchor", "ahead", "iso"),
    [
        ("mercredi 4 juillet", "2012-07-05", False, "2012-07-04"),
        ("16 juillet", "2012-07-05", True, "2012-07-16"),
        ("15 décembre", "2022-01-21", False, "2021-12-15"),
        ("3 janvier", "2021-12-20", False, "2022-01-03"),
        ("3 janvier", "2022-01-21", True, "2023-01-03"),
        ("18 mars 1962", "2012-07-05", False, "1962-03-18"),
        ("mars 1962", "", False, "1962-03"),
        ("4 juillet", "2012", False, None),
        ("4 juillet", "", False, None),
        ("mars", "2012-07-05", False, None),
    ],
)
def test_resolve_date(text: str, anchor: str, ahead: bool, iso: str | None) -> None:
    """The year that brings the day nearest to the article; none without an anchor of month precision."""
    assert dates.resolve_date(text, anchor, ahead=ahead) == iso


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Espagne", "l’Espagne"), ("Danemark", "le Danemark"), ("États-Unis", "les États-Unis"), ("Etats-Unis", "les Etats-Unis"), ("Israël", "Israël"),  # noqa: E501
        ("Mexique", "le Mexique"), ("Grande-Bretagne", "la Grande-Bretagne"), ("Royaume-Uni", "le Royaume-Uni"), ("Pays-Bas", "les Pays-Bas"), ("Cuba", "Cuba"),  # noqa: E501
        ("Philippines", "les Philippines"), ("Haïti", "Haïti"), ("Biélorussie", "la Biélorussie"),
    ],
)  # fmt: skip
def test_articles_of_countries(name: str, said: str) -> None:
    """Each country with the article that French gives it."""
    country = geography.find_country(name)
    assert country is not None
    assert say_entity(Entity(name=name, kind="country", gender=country.gender, number=country.number)) == said


def test_demonyms() -> None:
    """Adjectives lead to their country, other words to none."""
    assert geography.country_of_adjective("ukrainien") == "UA"
    assert geography.country_of_adjective("rouge") is None


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["l’", "OTAN"], (1, 2)),
        (["M.", "Lund"], (1, 2)),
        (["De", "Gaulle"], (0, 2)),
        (["Vendredi", "matin"], None),
        (["mer", "Noire"], (0, 2)),
        (["Karl", "Lund", ","], (0, 2)),
        (["bonjour"], None),
    ],
)
def test_trim_name(words: list[str], part: tuple[int, int] | None) -> None:
    """No article before a name, nothing but the name after it, no day of the week."""
    assert names.trim_name(words) == part


@pytest.mark.parametrize(
    ("word", "other", "slip"), [("olsson", "olssen", True), ("silva", "selva", False), ("martin", "martins", True), ("wagner", "werner", False)]
)
def test_slips(word: str, other: str, slip: bool) -> None:
    """One letter left out or added in a long name is a slip; a short name is another name."""
    assert names._is_slip(word, other) is slip


@pytest.mark.parametrize(
    ("context", "question", "answer", "flaw"),
    [
        ("Rome, 2019", "Qui a quitté Rome ?", "Marta Silva", None),
        ("Rome, 2019", "Dans quelle ville ?", "à Rome", "the context holds the answer"),
        ("Destructions à Gao", "Qu’ont-ils repris ?", "leurs actes de destruction", "the context holds the answer"),
        ("", "Marta Silva a-t-elle quitté Oslo ?", "Marta Silva", "the question holds the answer"),
        ("", "Qui a parlé vendredi ?", "Marta Silva", "a relative date"),
        ("", "Qui a dit qu’il partirait ?", "Karl Lund", "« il » stands for nothing before it"),
        ("", "Qui a pris cette décision ?", "Karl Lund", "a word that only the article explains"),
        ("", " ".join(["mot"] * 31), "Karl Lund", "the question has over 30 words"),
    ],
)
def test_flaws(context: str, question: str, answer: str, flaw: str | None) -> None:
    """Each flaw is found, and a sound card passes."""
    assert flaws.find_flaw(context, question, answer) == flaw


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.text(max_size=20))
def test_a_question_that_holds_its_answer_is_flawed(question: str, answer: str) -> None:
    """Whatever the words are, an answer that stands in the question is never asked."""
    assert flaws.find_flaw("", f"{question} {answer} ?", answer) is not None
