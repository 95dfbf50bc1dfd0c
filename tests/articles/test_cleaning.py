"""Raw text -> Article: what becomes title, date and body. No model is needed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.articles.characters import normalise_line, normalise_text
from quizgen.articles.cleaning import clean_article, make_slug
from quizgen.articles.kinds import RawArticle
from quizgen.errors import QuizgenError
from quizgen.model import Article

BODY = "Le maire de Corvelle a reçu la ministre dans la grande salle du palais, et il lui a remis une lettre."
TITLE = "Une querelle de riverains"


def clean(text: str, *, lang: str = "auto", title: str = "", date: str = "", slug: str = "lac", **fields: str) -> Article:
    return clean_article(RawArticle(text=text, where="lac.txt", slug=slug, fields=fields), lang=lang, title=title, date=date)


HEADS = {
    "body alone": (BODY, "", ""),
    "title above": (f"{TITLE}\n\n{BODY}", TITLE, ""),
    "title right above a long line": (f"{TITLE}\n{BODY} {BODY}", TITLE, ""),
    "title, date line": (f"{TITLE}\n4 juillet 2012\n\n{BODY}", TITLE, "2012-07-04"),
    "title, date line, dateline": (f"{TITLE}\n4 juillet 2012\n\n4 juillet 2012. - {BODY}", TITLE, "2012-07-04"),
    "place and date right under the title": (f"{TITLE}\nGand (Belgique), 3 mai 2012 (AFP) -\n\n{BODY} {BODY}", TITLE, "2012-05-03"),
    "date line alone": (f"21 juin 2012\n\n{BODY}", "", "2012-06-21"),
    "first of the month": (f"{TITLE}\n1er mai 2012\n\n{BODY}", TITLE, "2012-05-01"),
    "month and year": (f"{TITLE}\nmars 2019\n\n{BODY}", TITLE, "2019-03"),
    "dateline": (f"4 juillet 2012. - {BODY}", "", "2012-07-04"),
    "dateline with a place after": (f"4 juillet 2012, Corvelle. - {BODY}", "", "2012-07-04"),
    "dateline with a short month": (f"CORVELLE, 4 juil. 2012 (AFP) - {BODY}", "", "2012-07-04"),
    "dateline with a full stop": (f"Corvelle, 4 juillet 2012. {BODY}", "", "2012-07-04"),
    "date line with a place": (f"{TITLE}\nCORVELLE (Jura), 4 juil 2012\n\n{BODY}", TITLE, "2012-07-04"),
    "header « date »": (f" date 2022-01 {BODY}", "", "2022-01"),
    "header « date: »": (f"date: 2022-01-21\n\n{BODY}", "", "2022-01-21"),
    "header « date », title": (f"date 2022\n\n{TITLE}\n\n{BODY}", TITLE, "2022"),
    "Markdown heading in a plain file": (f"# {TITLE}\n\n{BODY}", TITLE, ""),
    "place, date and agency under the title": (f"{TITLE}\nCORVELLE (Alma), 10 oct 2019 (AFP)\n\n{BODY}", TITLE, "2019-10-10"),
    "writer, weekday and date under the title": (
        f"{TITLE}\nDe notre correspondante. Vendredi 27 septembre 2019, mis à jour à 19 h\n\n{BODY}",
        TITLE,
        "2019-09-27",
    ),
    "date, then the place": (f"{TITLE}\n14 avril 2023 – Corvelle, Alma française.\n\n{BODY}", TITLE, "2023-04-14"),
    "place and day without a year": (f"{TITLE}\nCorvelle (Alma), mercredi soir\n\n{BODY}", TITLE, ""),
    "agency signs the date": (f"{TITLE}\nCorvelle (Alma), 13 nov 2021 (AFP) -\n\n{BODY}", TITLE, "2021-11-13"),
    "day on no calendar keeps its month": (f"31 février 2022. - {BODY}", "", "2022-02"),
    "a sentence is no title": (f"Le maire dort.\n\n{BODY}", "", ""),
    "a question may be a title": (f"À qui est le lac\u202f?\n\n{BODY}", "À qui est le lac ?", ""),
}


@pytest.mark.parametrize(("text", "title", "date"), HEADS.values(), ids=HEADS)
def test_head(text: str, title: str, date: str) -> None:
    """Title and date are found, and neither stays in the body."""
    article = clean(text)
    assert (article.title, article.date) == (title, date)
    assert article.text.endswith(BODY)
    assert not article.text.startswith((TITLE, "4 juillet", "date", "21 juin"))


LEAD = "La ministre et le maire se sont mis d’accord sur la digue, après deux ans de disputes."


def test_dateline_under_a_lead() -> None:
    """The second paragraph may open with the day; its dateline goes, the lead stays."""
    article = clean(f"{TITLE}\n\n{LEAD}\n\n4 juillet 2012. - {BODY}\n\n{BODY}")
    assert (article.title, article.date) == (TITLE, "2012-07-04")
    assert article.text.split("\n\n") == [LEAD, BODY, BODY]


def test_chronology_has_no_dateline() -> None:
    """Where several paragraphs open with a day, none of them is that of the article."""
    article = clean(f"{TITLE}\n\n{LEAD}\n\n4 juillet 1912. - {BODY}\n\n6 juillet 1912. - {BODY}")
    assert article.date == ""
    assert "4 juillet 1912. - " in article.text


def test_wrapped_paragraph_has_no_title() -> None:
    """The first line of a paragraph broken to a width is text, not a title."""
    wrapped = "Le maire de Corvelle a reçu la ministre dans la\ngrande salle du palais, et il lui a remis une\nlettre que personne n’a lue."
    article = clean(f"{wrapped}\n\n{wrapped}")
    assert article.title == ""
    assert article.text.split("\n\n") == [wrapped.replace("\n", " ")] * 2


def test_heading_that_repeats_the_title_is_dropped() -> None:
    """Front matter and heading with one title: the body starts after it."""
    article = clean_article(RawArticle(text=f"{TITLE}\n\n{BODY}", where="", slug="a", fields={"title": TITLE}), lang="auto", title="", date="")
    assert (article.title, article.text) == (TITLE, BODY)


def test_command_line_wins() -> None:
    """--title and --date win over front matter, front matter over the text."""
    raw = RawArticle(text=f"{TITLE}\n4 juillet 2012\n\n{BODY}", where="", slug="a", fields={"date": "2013"})
    assert clean_article(raw, lang="auto", title="", date="").date == "2013"
    article = clean_article(raw, lang="fr", title="Autre\ttitre\u202e", date="mars 2014")
    assert (article.title, article.date, article.text) == ("Autre titre", "2014-03", BODY)


SPACES = {
    "CRLF": ("a\r\nb\r\n\r\nc", "a\nb\n\nc"),
    "old Mac line ends": ("a\rb", "a\nb"),
    "no-break and thin spaces": ("a\u00a0b\u202fc\u2009d\u3000e", "a b c d e"),
    "zero-width, soft hyphen, direction": ("a\u200bb\u00adc\u202ed\u2066e", "abcde"),
    "form feed parts paragraphs": ("a\fb", "a\n\nb"),
    "Unicode line and paragraph ends": ("a\u2028b\u2029c", "a\nb\n\nc"),
    "next line": ("a\x85b", "a\nb"),
    "controls": ("a\x00\x07b\x9bc", "abc"),
    "half characters": ("a\ud800b", "ab"),
    "decomposed accents": ("e\u0301", "é"),
    "many blank lines": ("a\n \n\n\t\nb", "a\n\nb"),
    "mark inside": ("\ufeffa", "a"),
}


@pytest.mark.parametrize(("text", "clean_text"), SPACES.values(), ids=SPACES)
def test_normalise(text: str, clean_text: str) -> None:
    """Odd spaces, line ends and invisible characters become plain ones."""
    assert normalise_text(text) == clean_text


@given(st.text())
def test_normalise_is_stable(text: str) -> None:
    """Cleaned text is NFC, has no odd spaces, never two blank lines, can be encoded, and is left alone by a second cleaning."""
    once = normalise_text(text)
    assert normalise_text(once) == once == unicodedata.normalize("NFC", once)
    assert "\n\n\n" not in once and "\r" not in once and "  " not in once
    assert not [c for c in once if c != "\n" and c.isspace() and c != " "]
    once.encode()
    assert "\n" not in normalise_line(text)


@given(st.text())
def test_slug_is_a_safe_file_name(name: str) -> None:
    """A slug is ASCII words with hyphens, never empty, never long, and its own slug."""
    slug = make_slug(name)
    assert slug.isascii() and slug.replace("-", "").isalnum() and slug == slug.lower() and len(slug) <= 80
    assert make_slug(slug) == slug
    Article(id=slug, lang="fr", title="", text="")


SLUGS = {"Œuvre à l’État": "oeuvre-a-l-etat", "../../etc/passwd": "etc-passwd", "…": "article", "a" * 200: "a" * 80, "C:\\x": "c-x"}


@pytest.mark.parametrize(("name", "slug"), SLUGS.items())
def test_slugs(name: str, slug: str) -> None:
    """Accents fall, paths cannot pass, nothing is nameless."""
    assert make_slug(name) == slug


BAD = {
    "empty": ({"text": " \n\ufeff\n"}, "lac.txt: is empty."),
    "date in words": ({"text": BODY, "date": "hier"}, "“hier” is no date. Write it as"),
    "month 13": ({"text": BODY, "date": "2022-13"}, "“2022-13” is no date."),
    "30 February": ({"text": BODY, "date": "2022-02-30"}, "“2022-02-30” is no date."),
    "updated": ({"text": BODY, "updated": "bientôt"}, "“bientôt” is no date."),
    "id with a path": ({"text": BODY, "id": "../x"}, "the id “../x” is no slug. Write it as “x”."),
    "other language": (
        {"text": "De burgemeester van de stad heeft de minister ontvangen en zij hebben lang over het meer gesproken."},
        "lac.txt: this seems to be Dutch; what is read: English, français. If it is one of these, name it with --lang.",
    ),
    "no words": ({"text": "12 34 56 %"}, "--lang"),
    "unknown language": ({"text": BODY, "lang": "tlh"}, "there is no language “tlh”. Installed: en, fr"),
}


@pytest.mark.parametrize(("given", "message"), BAD.values(), ids=BAD)
def test_bad_articles(given: dict[str, str], message: str) -> None:
    """Each wrong article is one message that says what and what next."""
    with pytest.raises(QuizgenError) as caught:
        clean(**given)
    assert message in str(caught.value)


def test_front_matter_fields() -> None:
    """Source fields land in their places, authors are parted by commas."""
    article = clean(
        BODY, source="https://x.example/a", publisher="Le  Journal", authors="Ada Brun, , Léo Fay", licence="CC BY", updated="2020-02-03", id="mon-id"
    )
    assert (article.id, article.updated) == ("mon-id", "2020-02-03")
    assert article.source.authors == ("Ada Brun", "Léo Fay")
    assert (article.source.publisher, article.source.licence, article.source.address) == ("Le Journal", "CC BY", "https://x.example/a")


def test_a_second_line_that_tells_something_is_no_header() -> None:
    """A lead right under the title stays in the text."""
    article = clean(f"{TITLE}\nLe maire, lundi, n’a rien voulu dire de la fermeture du pont\n\n{BODY}", lang="fr")
    assert (article.title, article.date) == (TITLE, "")
    assert article.text.startswith("Le maire, lundi, n’a rien")
