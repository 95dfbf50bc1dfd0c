"""Deck folders from the command line: new, update, build, check, send, over the life of a deck."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from click.testing import Result

from quizgen import pipeline
from quizgen.articles import Wishes, read_article
from quizgen.articles.characters import normalise_line
from quizgen.deck.article import write_article
from quizgen.model import Article, Source
from tests.conftest import ROOT
from tests.exports.anki_server import AnkiServer

pytestmark = pytest.mark.model
Run = Callable[..., Result]

ARTICLE = """La visite de Berlin
3 mai 2022

Le président Karl Lund a rencontré Jens Olsen à Berlin le 3 mai 2022. La Norvège enverra deux frégates en mer Baltique.

La Suède a rejoint l’OTAN en 2024."""
DECK = "decks/visite"
FILE = Path(DECK, "deck.toml")


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """decks/visite, just made, in the current folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "visite.txt").write_text(ARTICLE)
    made = run("new", "visite", "--from", "visite.txt", "--deck", "Actualité::Nord", "--tag", "B1")
    assert (made.exit_code, made.stdout) == (0, f"{DECK}/article.md\n{DECK}/deck.toml\n"), made.output
    return tmp_path / DECK


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    (tmp_path / "anki").mkdir()
    opened = Collection(str(tmp_path / "anki" / "collection.anki2"))
    yield opened
    opened.close()


def cards(path: Path = FILE) -> list[dict[str, Any]]:
    return list(tomllib.loads(path.read_text())["card"])


def edit(old: str, new: str, path: Path = FILE) -> None:
    text = path.read_text()
    assert text.count(old) >= 1, f"{old} is not in {text}"
    path.write_text(text.replace(old, new, 1))


def test_new(run: Run, folder: Path) -> None:
    """The article with its front matter, and every card as a draft with the deck's settings above."""
    article = read_article(str(folder), Wishes())
    assert (article.id, article.title, article.date, article.lang) == ("visite", "La visite de Berlin", "2022-05-03", "fr")
    assert article.text == read_article("visite.txt", Wishes()).text
    data = tomllib.loads(FILE.read_text())
    assert (data["deck"], data["tags"]) == ("Actualité::Nord", ["B1"])
    assert len(cards()) >= 4 and {c["status"] for c in cards()} == {"draft"} and {c["history"]["changed"] for c in cards()} == {1700000000}


def test_new_again_or_wrong(run: Run, folder: Path) -> None:
    """A deck that is there stays; a name that is no slug, and an article that is none, make nothing."""
    before = FILE.read_text()
    again = run("new", "visite", "--from", "visite.txt")
    assert again.exit_code == 1 and "decks/visite: there is such a deck already. Use `quizgen update decks/visite`" in again.stderr
    assert FILE.read_text() == before
    assert "write it as “ete-a-berlin”" in run("new", "Été à Berlin", "--from", "visite.txt").stderr
    assert run("new", "autre", "--from", "non.txt").exit_code == 1
    assert not Path("decks/autre").exists()


def test_update_without_news(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has changed: the file is not touched, whatever the clock says."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    before = FILE.read_bytes()
    done = run("update", DECK)
    assert (done.exit_code, done.stdout) == (0, f"{FILE}\n") and done.stderr == f"{DECK}: {len(cards())} cards in use; nothing new\n"
    assert FILE.read_bytes() == before


def test_life_of_a_deck(run: Run, folder: Path) -> None:
    """Edited, dropped and hand-written cards and comments stay while the article loses a fact and gains one."""
    first = cards()
    edited, dropped = first[0], first[1]
    edit(f'question = "{edited["question"]}"', 'question = "Qui Karl Lund a-t-il vu à Berlin ?" # plus court')
    edit(f'id = "{dropped["id"]}"\nstatus = "draft"', f'id = "{dropped["id"]}"\nstatus = "dropped"')
    FILE.write_text(FILE.read_text() + '\n# à moi\n[[card]]\nquestion = "Combien de frégates ?"\nanswer = "deux frégates"\n')
    edit("La Norvège enverra deux frégates en mer Baltique.", "Le Danemark formera des pilotes ukrainiens à Skrydstrup.", folder / "article.md")
    gone = [c for c in first if "Norvège" in c["quote"]]
    assert len(gone) >= 2
    done = run("update", DECK)
    assert done.exit_code == 0, done.output
    for card in gone:
        assert f"vanished: {card['id']} “{card['question']}”\n     its fact is no longer found in the article" in done.stderr
    text, now = FILE.read_text(), {c["id"]: c for c in cards()}
    assert "# plus court" in text and "# à moi" in text and text.startswith("# The cards of this deck.")
    assert (now[edited["id"]]["status"], now[edited["id"]]["question"]) == ("edited", "Qui Karl Lund a-t-il vu à Berlin ?")
    assert now[dropped["id"]]["status"] == "dropped" and all(now[c["id"]]["vanished"] for c in gone)
    assert any("Danemark" in c.get("quote", "") for c in now.values())
    built = run("build", DECK, "-f", "json")
    assert "left out, for the article gives them no more" in built.stderr
    data = (folder / "dist" / "visite.json").read_text()
    assert "Combien de frégates ?" in data and dropped["id"] not in re.findall(r'"id": "(c\w+)"', data)
    assert not {c["id"] for c in gone} & set(re.findall(r'"id": "(c\w+)"', data))
    after = FILE.read_bytes()
    run("update", DECK)
    assert FILE.read_bytes() == after


def test_conflict(run: Run, folder: Path) -> None:
    """A card edited here whose sentence changed there: both versions are shown and kept, and `check` says that it waits."""
    number = next(c for c in cards() if c["answer"] == "deux")
    mine = number["question"].replace("frégates", "navires")
    edit(f'question = "{number["question"]}"', f'question = "{mine}"')
    edit("deux frégates", "trois frégates", folder / "article.md")
    done = run("update", DECK)
    assert f"conflict: {number['id']}\n     yours:     “{mine}” → deux\n" in done.stderr
    assert f"quizgen's: “{number['question']}” → trois" in done.stderr
    assert 'proposed_answer = "trois"' in FILE.read_text()
    assert "conflict: quizgen has new words" in run("check", DECK).stdout and run("check", DECK, "--strict").exit_code == 1
    edit('status = "edited"', 'status = "draft"')
    run("update", DECK)
    assert "proposed_" not in FILE.read_text() and next(c for c in cards() if c["id"] == number["id"])["answer"] == "trois"
    assert run("check", DECK, "--strict").exit_code == 0


def test_check_finds_flaws(run: Run, folder: Path) -> None:
    """A card whose question holds its answer is named with the reason and what to do; --strict makes that an error."""
    edit(cards()[0]["answer"], "Karl Lund")
    found = run("check", DECK)
    assert found.exit_code == 0 and cards()[0]["id"] in found.stdout and "the question holds the answer" in found.stdout
    assert run("check", DECK, "--strict").exit_code == 1


def test_school_and_logo(run: Run, folder: Path) -> None:
    """What the deck file names stands on the sheet, without options; a logo that is not there is an error, and nothing is written."""
    FILE.write_text('school = "Lycée du Lac"\nlogo = "logo.gif"\n' + FILE.read_text())
    missing = run("build", DECK, "-f", "html")
    assert missing.exit_code == 1 and "logo.gif" in missing.stderr and not (folder / "dist").exists()
    (folder / "logo.gif").write_bytes(bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"))
    built = run("build", DECK, "-f", "html")
    assert built.exit_code == 0, built.output
    page = (folder / "dist" / "visite.html").read_text("utf-8")
    assert "Lycée du Lac" in page and "data:image/gif;base64," in page


def test_broken_file(run: Run, folder: Path) -> None:
    """A slip in deck.toml stops every command with line and column; nothing is overwritten, nothing built."""
    FILE.write_text(FILE.read_text() + '\n[[card]]\nquestion = "a\n')
    before = FILE.read_bytes()
    line = before.decode().count("\n")
    for words in (("build", DECK), ("update", DECK), ("check", DECK), ("send", DECK)):
        done = run(*words)
        assert done.exit_code == 1 and f"quizgen: {FILE}:{line}:14: is no valid TOML" in done.stderr, done.output
    assert FILE.read_bytes() == before and not (folder / "dist").exists()
    FILE.write_bytes(b'deck = "\xff"')
    assert "is no UTF-8 text" in run("build", DECK).stderr and FILE.read_bytes() == b'deck = "\xff"'


def test_changed_meanwhile(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves deck.toml while quizgen is at work: his words stay, and the message says so."""
    edit('status = "draft"', 'status = "kept"')
    generate = pipeline.generate

    def slow(*words: Any) -> Any:
        FILE.write_text(FILE.read_text() + "# gardé\n")
        (folder / "article.md").write_text((folder / "article.md").read_text().replace("Norvège", "Suède"))
        return generate(*words)

    monkeypatch.setattr(pipeline, "generate", slow)
    done = run("update", DECK)
    assert done.exit_code == 1 and "was changed while quizgen was at work. Run the command again" in done.stderr
    assert FILE.read_text().endswith("# gardé\n")


def test_no_deck_file(run: Run, folder: Path) -> None:
    """A folder with an article alone: `check` says what to do, `build` makes no deck.toml, `update` does."""
    FILE.unlink()
    assert "this deck has no deck.toml yet. Make it with `quizgen update decks/visite`." in run("check", DECK).stderr
    assert run("build", DECK, "-f", "json").exit_code == 0 and not FILE.exists()
    assert run("update", DECK).exit_code == 0 and len(cards()) >= 4


def test_same_bytes(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder gives the same package at another time; the stamps are in the folder, not on the clock."""
    run("build", DECK, "-f", "anki", "-o", "un")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    run("build", DECK, "-f", "anki", "-o", "deux")
    assert Path("un/visite.apkg").read_bytes() == Path("deux/visite.apkg").read_bytes()


def test_send(run: Run, folder: Path, collection: Collection) -> None:
    """`send` says what was added, updated, unchanged; the second time all is unchanged, a correction updates one."""
    server = AnkiServer(collection)
    try:
        words = ("send", DECK, "--address", server.address)
        assert re.fullmatch(r"added: (\d+)( \w+)+\nupdated: 0\nunchanged: 0\n", run(*words).stdout)
        assert run(*words).stdout == f"added: 0\nupdated: 0\nunchanged: {len(cards())}\n"
        edit(cards()[0]["answer"], "un autre")
        assert run(*words).stdout == f"added: 0\nupdated: 1 {cards()[0]['id']}\nunchanged: {len(cards()) - 1}\n"
        assert len(collection.find_cards('deck:"Actualité::Nord::La visite de Berlin" tag:B1')) == len(cards())
    finally:
        server.close()


def test_parent_and_tags_of_an_article(run: Run, tmp_path: Path, collection: Collection) -> None:
    """--deck and --tag hold for a plain article too."""
    Path("visite.txt").write_text(ARTICLE)
    import_file(collection, run("build", "visite.txt", "-f", "anki", "--deck", "Actualité::Nord", "--tag", "à lire").stdout.strip())
    assert len(collection.find_cards('deck:"Actualité::Nord::La visite de Berlin" tag:à_lire')) == collection.card_count() > 0


def import_file(collection: Collection, path: str | Path) -> Any:
    options = ImportAnkiPackageOptions(merge_notetypes=False, with_scheduling=False, with_deck_configs=False)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log


def study(collection: Collection, number: int) -> None:
    """Answer the first `number` cards of the collection « good »."""
    collection.decks.select(collection.find_cards("") and collection.get_card(collection.find_cards("")[0]).did)
    for queued in collection.sched.get_queued_cards(fetch_limit=number).cards:
        card = collection.get_card(queued.card.id)
        card.start_timer()
        collection.sched.answer_card(collection.sched.build_answer(card=card, states=queued.states, rating=3))


def history(collection: Collection) -> tuple[Any, Any]:
    """Where every card stands, and every review."""
    assert collection.db
    return collection.db.all("select nid, type, queue, due, ivl, reps from cards order by nid"), collection.db.all("select * from revlog")


def test_a_learner_keeps_his_reviews(run: Run, folder: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build, import, learn; correct deck.toml, build, import; correct the article so that facts vanish, build, import: one collection."""
    import_file(collection, run("build", DECK, "-f", "anki").stdout.strip())
    total = len(cards())
    assert (collection.note_count(), collection.card_count()) == (total, total)
    study(collection, 3)
    before = history(collection)
    assert len(before[1]) == 3
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000900")
    first, second = cards()[:2]
    edit(f'question = "{first["question"]}"', 'question = "Qui est venu\u202f?"')
    edit(f'answer = "{second["answer"]}"', 'answer = "une autre réponse"')
    log = import_file(collection, run("build", DECK, "-f", "anki").stdout.strip())
    assert (len(log.new), len(log.updated), collection.note_count()) == (0, 2, total) and history(collection) == before
    for card, field, words in ((first, "Question", "Qui est venu\u202f?"), (second, "Answer", "une autre réponse")):
        assert collection.get_note(collection.find_notes(f"Id:{card['id']}")[0])[field] == words
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700001800")
    edit("La Norvège enverra deux frégates en mer Baltique.", "", folder / "article.md")
    gone = [c["id"] for c in cards() if "Norvège" in c["quote"]]
    told = run("update", DECK).stderr
    assert len(gone) >= 2 and re.findall(r"vanished: (\w+)", told) == gone
    log = import_file(collection, run("build", DECK, "-f", "anki").stdout.strip())
    assert (len(log.new), collection.note_count()) == (0, total) and history(collection) == before


def test_two_articles_side_by_side(run: Run, folder: Path, collection: Collection) -> None:
    """A second article under the same parent: its cards are added to a deck of their own, the first deck is as it was."""
    Path("autre.txt").write_text(ARTICLE.replace("Berlin", "Vienne"))
    run("new", "autre", "--from", "autre.txt", "--title", "La visite de Vienne", "--deck", "Actualité::Nord")
    for deck in (DECK, "decks/autre", DECK):
        import_file(collection, run("build", deck, "-f", "anki").stdout.strip())
    names = [deck.name for deck in collection.decks.all_names_and_ids()]
    assert {"Actualité::Nord::La visite de Berlin", "Actualité::Nord::La visite de Vienne"} <= set(names)
    assert collection.note_count() == len(cards()) + len(cards(Path("decks/autre/deck.toml")))


HOSTILE = '<script>alert(1)</script> {{Question}} {{c1::x}} a::b }} &lt;b&gt; "a\\b" \\(x\\) 🚀'


def test_a_hostile_article(run: Run, tmp_path: Path, collection: Collection) -> None:
    """From the file to the card: what the article holds is shown as it stands, and nothing of it opens."""
    Path("visite.txt").write_text(
        ARTICLE.replace("enverra", f"({HOSTILE}) enverra").replace("le 3 mai 2022. ", f"le 3 mai 2022, dit-on ({HOSTILE}). ")
    )
    import_file(collection, run("build", "visite.txt", "-f", "anki", "--title", f"Berlin {HOSTILE}").stdout.strip())
    shown = [collection.get_card(number).render_output() for number in collection.find_cards("")]
    backs = [unescape(re.sub(r"<[^>]*>", "", output.answer_text)).replace("\u2060", "") for output in shown]
    assert backs and all(normalise_line(HOSTILE) in back for back in backs)
    for output in shown:
        assert not re.search(r"<script|\{\{|\}\}", output.question_text + output.answer_text) and not output.answer_av_tags
    assert not collection.get_empty_cards().notes


@pytest.mark.parametrize("slug", sorted(path.parent.name for path in ROOT.glob("decks/*/article.md")))
def test_example_decks(run: Run, tmp_path: Path, collection: Collection, slug: str) -> None:
    """Every note of an example deck arrives, and every card has two full sides without an unreplaced field."""
    folder = tmp_path / "decks" / slug
    shutil.copytree(ROOT / "decks" / slug, folder, ignore=shutil.ignore_patterns("dist"))  # building writes what is new into deck.toml
    data = json.loads(Path(run("build", folder, "-f", "json", "-o", tmp_path).stdout.strip()).read_text())
    run("build", folder, "-f", "anki", "-o", tmp_path)
    assert len(import_file(collection, tmp_path / f"{slug}.apkg").new) == len(data["cards"]) > 0
    for number in collection.find_cards(""):
        shown = collection.get_card(number).render_output()
        for face in (shown.question_text, shown.answer_text):
            assert re.sub(r"<[^>]*>|\s", "", face) and not re.search(r"\{\{|\}\}|\(unknown field", face)
    assert not collection.get_empty_cards().notes and collection.fix_integrity()[1]


ODD = {
    "plain": "La visite",
    "colon": "Grèce : le lac",
    "hash": "Lac # trois",
    "quotes": 'Le "lac" bleu',
    "apostrophe": "L'accord d’Oslo",
    "quoted": "« Non », dit-il : jamais",
    "one quote": '"Non"',
    "dash": "- a",
}


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_front_matter(tmp_path: Path, title: str) -> None:
    """article.md read again gives the article that was written."""
    source = Source(address="https://x.example/a?b=1#c", publisher=title, authors=("Ada Brun", "Noé L’Her"), licence="CC BY 4.0")
    text = "Le lac est bleu et la mer est grise dans les îles du nord.\n\nUn autre paragraphe est là pour la fin."
    article = Article(id="lac", lang="fr", title=title, text=text, date="2022-05", updated="2022-06-01", source=source)
    folder = tmp_path / "lac"
    folder.mkdir()
    (folder / "article.md").write_text(write_article(article))
    read = read_article(str(folder), Wishes())
    assert (read.id, read.text, read.date, read.updated, read.lang, read.source.address) == (
        "lac",
        text,
        "2022-05",
        "2022-06-01",
        "fr",
        source.address,
    )
    assert normalise_line(read.title).strip("\"'“”") == normalise_line(title).strip("\"'“”") and read.source.authors == source.authors
