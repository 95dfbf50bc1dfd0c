"""The Anki package, judged by Anki itself: every deck here is imported into a real collection.

What Anki's rules give a learner, shown below: a note is known by its guid and replaced as a whole when the incoming stamp is
newer than the note's last change. So his reviews always stay; his own field stays until a correction that is dated after his
last edit of that note arrives, and an edit of his that is newer than the correction wins over it.
"""

from __future__ import annotations

import hashlib
import io
import re
import sqlite3
import time
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import genanki
import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.deck.entries import new_file, read_deck_file, write_deck_file
from quizgen.deck.merging import deck_of, merge_entries, stamp_entries
from quizgen.exports import Options, to_anki
from quizgen.exports.notes import CHOICE_FIELDS, FIELDS, JOINER, NOTE_TYPES, guid_of, make_notes, protect, stamp_of, write_cloze
from quizgen.exports.to_anki import deck_id
from quizgen.langs import LanguagePack
from quizgen.model import GAP, Card, Deck
from tests.conftest import NASTY, make_deck, make_nasty_deck


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def package(deck: Deck, pack: LanguagePack) -> bytes:
    return to_anki.export(deck, pack, Options())


def import_deck(collection: Collection, deck: Deck, pack: LanguagePack, tmp_path: Path) -> Any:
    """Import `deck` with Anki's default options; returns the log with its new, updated, duplicate and conflicting notes."""
    path = tmp_path / "deck.apkg"
    path.write_bytes(package(deck, pack))
    options = ImportAnkiPackageOptions(merge_notetypes=False, with_scheduling=False, with_deck_configs=False)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log


def counts(log: Any) -> tuple[int, int, int, int]:
    return len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)


def note_of(collection: Collection, card: Card) -> Any:
    (found,) = collection.find_notes(f"Id:{card.id}")
    return collection.get_note(found)


def corrected(deck: Deck, answer: str, updated: str) -> Deck:
    """`deck` with another answer on its first card, corrected on the day `updated`."""
    assert deck.article
    cards = (replace(deck.cards[0], answer=answer), *deck.cards[1:])
    return replace(deck, cards=cards, article=replace(deck.article, updated=updated))


def faces(collection: Collection, card: Card) -> tuple[str, str]:
    """Front and back as Anki shows them, style left out."""
    shown = note_of(collection, card).cards()[0].render_output()
    return shown.question_text, shown.answer_text


def test_import(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Every card is a new note with its fields, tags and one card, in a deck named by the title, in reading order."""
    assert counts(import_deck(collection, deck, french, tmp_path)) == (6, 0, 0, 0)
    note = note_of(collection, deck.cards[0])
    assert list(note.keys()) == list(FIELDS)
    assert note["Question"] == deck.cards[0].question
    assert note["Answer"] == "le maire de Corvelle"
    assert note["Context"] == deck.cards[0].context
    assert note["Quote"] == deck.cards[0].quote.replace("le maire de Corvelle", "<mark>le maire de Corvelle</mark>")
    assert note["Source"] == "Le Journal du lac, Une querelle de riverains, mars 2019"
    assert note["Code"] == "F1·qui"
    assert note["My notes"] == note["Extra 1"] == ""
    assert sorted(note.tags) == ["quizgen::deck::lac-auvine", "quizgen::form::open", "quizgen::lang::fr", "quizgen::type::meeting"]
    cards = [c for card in deck.cards for c in note_of(collection, card).cards()]
    assert len(cards) == 6
    assert {collection.decks.name(c.did) for c in cards} == {deck.title}
    assert [c.due for c in cards] == sorted(c.due for c in cards) and len({c.due for c in cards}) == 6
    assert {note_of(collection, c).note_type()["name"] for c in deck.cards} == {"Quizgen Basic", "Quizgen Cloze"}


def test_collection_is_sound(collection: Collection, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Anki's own check of the database finds nothing to mend, and no card is empty."""
    import_deck(collection, nasty_deck, french, tmp_path)
    message, sound = collection.fix_integrity()
    assert sound, message
    assert not collection.get_empty_cards().notes


def test_faces(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The front shows context and question; the back adds answer, quote, source and code, not the front's secrets."""
    import_deck(collection, deck, french, tmp_path)
    front, back = faces(collection, deck.cards[0])
    assert deck.cards[0].context in front and deck.cards[0].question in front and "Corvelle" not in front
    for text in (deck.cards[0].question, "le maire de Corvelle", "<mark>", "Le Journal du lac", "F1·qui"):
        assert text in back
    assert "Also right" not in back


def test_cloze_renders(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The gap is shown as […] on the front and filled on the back."""
    import_deck(collection, deck, french, tmp_path)
    front, back = faces(collection, deck.cards[1])
    assert re.search(r'reçu le maire de Corvelle le <span class="cloze"[^>]*>\[\.\.\.\]</span>\.', front)
    assert "3 mars 2019</span>" in back and "[...]" not in back and GAP not in front + back


def test_same_package_again(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The identical package brings nothing new and updates nothing."""
    import_deck(collection, deck, french, tmp_path)
    assert counts(import_deck(collection, deck, french, tmp_path)) == (0, 0, 6, 0)
    assert collection.note_count() == collection.card_count() == 6


def answer_first(collection: Collection, card: Card) -> tuple[int, ...]:
    """Answer the card of `card` « good »; returns its scheduling."""
    collection.decks.select(note_of(collection, card).cards()[0].did)
    queued = collection.sched.get_queued_cards(fetch_limit=20).cards
    entry = next(q for q in queued if q.card.note_id == note_of(collection, card).id)
    studied = collection.get_card(entry.card.id)
    studied.start_timer()
    collection.sched.answer_card(collection.sched.build_answer(card=studied, states=entry.states, rating=3))
    return scheduling(collection, card)


def scheduling(collection: Collection, card: Card) -> tuple[int, ...]:
    (studied,) = note_of(collection, card).cards()
    return studied.type, studied.queue, studied.due, studied.ivl, studied.factor, studied.reps, studied.left


def test_correction_keeps_the_reviews(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A corrected answer with a later `updated` reaches the note; its review stays, the other notes are untouched."""
    import_deck(collection, deck, french, tmp_path)
    studied = answer_first(collection, deck.cards[0])
    assert studied[5] == 1
    log = import_deck(collection, corrected(deck, "le maire de Brume", "2019-04-02"), french, tmp_path)
    assert note_of(collection, deck.cards[0])["Answer"] == "le maire de Brume"
    assert len(log.new) == 0 and collection.card_count() == 6
    assert scheduling(collection, deck.cards[0]) == studied
    assert note_of(collection, deck.cards[1])["Answer"] == "3 mars 2019"


def test_correction_without_a_date_does_not_arrive(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Anki replaces a note only for a newer stamp: an edit that is not dated changes nothing (and says so in the log)."""
    import_deck(collection, deck, french, tmp_path)
    assert counts(import_deck(collection, corrected(deck, "un autre", ""), french, tmp_path))[1] == 0
    assert note_of(collection, deck.cards[0])["Answer"] == "le maire de Corvelle"


def write_own(collection: Collection, card: Card, words: str) -> None:
    note = note_of(collection, card)
    note["My notes"] = words
    collection.update_note(note)


def test_own_field_survives(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The learner's field outlives the same package, and every correction dated before he wrote it."""
    import_deck(collection, deck, french, tmp_path)
    write_own(collection, deck.cards[0], "à revoir")
    for later in (deck, corrected(deck, "le maire de Brume", "2019-04-02")):
        import_deck(collection, later, french, tmp_path)
        note = note_of(collection, deck.cards[0])
        assert (note["My notes"], note["Answer"]) == ("à revoir", "le maire de Corvelle")
    assert "à revoir" in faces(collection, deck.cards[0])[1]


def test_own_field_falls_to_a_later_correction(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Anki's limit, known and shown: a correction dated after the learner's edit replaces the whole note."""
    import_deck(collection, deck, french, tmp_path)
    write_own(collection, deck.cards[0], "à revoir")
    year = time.gmtime().tm_year + 2
    import_deck(collection, corrected(deck, "le maire de Brume", f"{year}-01-01"), french, tmp_path)
    note = note_of(collection, deck.cards[0])
    assert (note["My notes"], note["Answer"]) == ("", "le maire de Brume")


def test_new_and_dropped_cards(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A later deck with one card more and one less: the new one is added, the dropped one stays with the learner."""
    import_deck(collection, replace(deck, cards=deck.cards[:5]), french, tmp_path)
    assert counts(import_deck(collection, replace(deck, cards=deck.cards[1:]), french, tmp_path)) == (1, 0, 4, 0)
    assert collection.note_count() == 6


def test_two_decks_side_by_side(collection: Collection, french: LanguagePack, tmp_path: Path) -> None:
    """Two decks of one day keep all their notes, each in its own deck, under the same two note types."""
    one, two = make_deck(slug="un"), replace(make_deck(slug="deux"), title="Deux")
    assert counts(import_deck(collection, one, french, tmp_path)) == (6, 0, 0, 0)
    assert counts(import_deck(collection, two, french, tmp_path)) == (6, 0, 0, 0)
    assert (collection.note_count(), collection.card_count()) == (12, 12)
    for deck in (one, two):
        assert len(collection.find_cards(f'deck:"{deck.title}"')) == 6
    assert sorted(n.name for n in collection.models.all_names_and_ids() if "uizgen" in n.name) == ["Quizgen Basic", "Quizgen Cloze"]


def test_genanki_finds_no_bad_tag(deck: Deck, nasty_deck: Deck, french: LanguagePack) -> None:
    """The check that genanki makes of each field, and that is left out when a deck is written."""
    for note in (*make_notes(choices(deck), french), *make_notes(nasty_deck, french)):
        assert not [field for field in note.fields if genanki.Note._find_invalid_html_tags_in_field(field)]


def test_nothing_opens(collection: Collection, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """No text opens a tag, a field, a second cloze, a typed answer, a sound or a formula, on either face of any card."""
    assert counts(import_deck(collection, nasty_deck, french, tmp_path)) == (len(nasty_deck.cards), 0, 0, 0)
    own = {"div", "span", "hr", "mark", "ol", "li"}
    for card in nasty_deck.cards:
        (shown,) = note_of(collection, card).cards()
        output = shown.render_output()
        assert not output.question_av_tags and not output.answer_av_tags
        for face in (output.question_text, output.answer_text):
            assert {t.lower() for t in re.findall(r"<\s*/?\s*([a-zA-Z!]+)", face)} <= own, face
            assert not re.search(r"\{\{|\}\}|\[\[|\\\(|\\\[|\[(sound|anki|latex|\$)", face, re.I), face
        assert ("[...]" in output.question_text) == (card.form == "cloze")


def test_cloze_hides_its_whole_answer(collection: Collection, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Whatever braces and colons the answer holds, the front says […] without a hint and the back the whole answer."""
    import_deck(collection, nasty_deck, french, tmp_path)
    clozes = [c for c in nasty_deck.cards if c.form == "cloze"]
    assert len(clozes) == len(NASTY)
    for card in clozes:
        front, back = (face.replace(JOINER, "") for face in faces(collection, card))
        filled = [span for span in re.findall(r'<span class="cloze"[^>]*>(.*?)</span>', back, re.S)]
        assert re.findall(r'<span class="cloze"[^>]*>(.*?)</span>', front) == ["[...]"]
        assert filled == [unicodedata.normalize("NFC", protect(card.answer).replace(JOINER, ""))], card.code


def seen(face: str) -> str:
    """The words of a face as a browser shows them."""
    return unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", face, flags=re.S)).replace(JOINER, "")


def test_shown_literally(collection: Collection, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Every sign of a text is shown as it stands in the text: on the front context and question, on the back all the rest too."""
    import_deck(collection, nasty_deck, french, tmp_path)
    for card in nasty_deck.cards:
        front, back = map(seen, faces(collection, card))
        for text in (card.context, card.question.replace(GAP, "[...]")):
            assert unicodedata.normalize("NFC", text) in front, card.code
        for text in (card.context, card.question.replace(GAP, card.answer), card.answer, card.quote):
            assert unicodedata.normalize("NFC", text) in back, card.code


MARKS = re.compile(r"\{\{|\}\}|::|\[\[|\\\(|\\\[|\[(sound|anki|latex|\$|/)|[<>\"]", re.I)
PIECES = ("{", "}", "[", "]", "\\", "(", ":", "c1", "sound", "ANKI", "<", "&", '"', "$", "/", "x", " ")
DANGEROUS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(DANGEROUS | st.text())
def test_protect(text: str) -> None:
    """No mark of HTML or of Anki is left, and the words are the same to the eye."""
    text = "".join(c for c in text if c >= " " and c != "\x7f")
    safe = protect(text)
    assert not MARKS.search(safe)
    if JOINER not in text:
        shown = safe.replace(JOINER, "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
        assert shown == text


@given(DANGEROUS.filter(bool), DANGEROUS, DANGEROUS)
def test_cloze_marks_stand_alone(answer: str, before: str, after: str) -> None:
    """Exactly one cloze opens, exactly one closes, no hint in it; no brace touches ours."""
    card = replace(make_deck().cards[1], question=f"{before}{GAP}{after}", answer=answer)
    text = write_cloze(card)
    assert text.count("{{") == text.count("}}") == text.count("::") == 1
    assert "{{{" not in text and "}}}" not in text and ":::" not in text


def test_title_makes_no_subdecks(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Two colons in a title are no path of decks."""
    import_deck(collection, replace(deck, title="Lac ::: Auvine::suite"), french, tmp_path)
    assert "Lac : Auvine:suite" in [d.name for d in collection.decks.all_names_and_ids()]


STAMPS = {"": 946_684_800, "1904-02-29": 946_684_800, "0000": 946_684_800, "2019": 1546300800, "2019-03": 1551398400, "2019-03-02": 1551484800}


@pytest.mark.parametrize(("date", "stamp"), STAMPS.items())
def test_stamps(date: str, stamp: int) -> None:
    """A date of any precision is its first moment in UTC; before 2000, and without one, it is 2000-01-01."""
    assert stamp_of(date) == stamp


@given(st.text(min_size=1), st.text(min_size=1))
def test_ids(one: str, other: str) -> None:
    """Deck ids are in Anki's range and never its default deck; a guid depends on the card's id alone."""
    assert 2**30 <= deck_id(one) < 2**31
    card = make_deck().cards[0]
    assert guid_of(replace(card, id=one)) == guid_of(replace(card, id=one, question=other, answer=other, context=other))
    assert (guid_of(replace(card, id=one)) == guid_of(replace(card, id=other))) == (one == other)


def test_ids_never_change(deck: Deck) -> None:
    """These are in learners' collections: a change here orphans their cards."""
    assert NOTE_TYPES == {"basic": 1607392319, "cloze": 1607392320, "choice": 1607392321}
    assert FIELDS == ("Question", "Answer", "Context", "Quote", "Source", "Code", "Id", "Also right", "Extra 1", "Extra 2", "Extra 3", "My notes")
    assert CHOICE_FIELDS[8:] == ("Options", "Extra 1", "Extra 2", "My notes") and CHOICE_FIELDS[:8] == FIELDS[:8]
    assert (deck_id("lac-auvine"), guid_of(deck.cards[0])) == (1439087419, "A%E_T}D+1%")


def test_note_ids_do_not_meet(french: LanguagePack) -> None:
    """Notes and cards of two decks of one date have ids of their own."""
    ids: list[int] = []
    for slug in ("un", "deux"):
        data = zipfile.ZipFile(io.BytesIO(package(make_nasty_deck(slug=slug), french))).read("collection.anki2")
        connection = sqlite3.connect(":memory:")
        connection.deserialize(data)
        ids += [i for (i,) in connection.execute("select id from notes union all select id from cards")]
    assert len(ids) == len(set(ids))


SCRIPT = """
import hashlib, sys
from quizgen.exports import Options, find_formats
from quizgen.langs import get_pack
from tests.conftest import make_deck, make_nasty_deck
for deck in (make_deck(), make_nasty_deck()):
    for name, module in find_formats().items():
        print(name, hashlib.sha256(module.export(deck, get_pack("fr"), Options())).hexdigest())
"""


def test_same_bytes_everywhere(spawn: Any, tmp_path: Path, french: LanguagePack) -> None:
    """Every format: the same bytes in other processes, folders, time zones, at other times, under other hash seeds."""
    (tmp_path / "x").mkdir()
    outputs = set()
    for seed, zone, folder in (("0", "UTC", tmp_path), ("1", "Asia/Tokyo", tmp_path / "x"), ("4711", "America/Lima", Path("/"))):
        done = spawn("-c", SCRIPT, env={"PYTHONHASHSEED": seed, "TZ": zone}, cwd=folder)
        assert done.returncode == 0, done.stderr
        outputs.add(done.stdout)
        time.sleep(0.6)  # past a second's border in all
    assert len(outputs) == 1
    digest = hashlib.sha256(package(make_deck(), french)).hexdigest()
    assert f"anki {digest}" in outputs.pop()


def test_zip_has_no_clock(deck: Deck, french: LanguagePack) -> None:
    """The archive's entries are sorted and carry a fixed time."""
    entries = zipfile.ZipFile(io.BytesIO(package(deck, french))).infolist()
    assert [(e.filename, e.date_time) for e in entries] == [("collection.anki2", to_anki.ZIP_TIME), ("media", to_anki.ZIP_TIME)]


# --- choice ------------------------------------------------------------------------------------------------------------


def choices(deck: Deck) -> Deck:
    """`deck` with its first cards as choice and true/false."""
    one = replace(deck.cards[0], form="choice", options=("le maire de Brume", "le maire de Corvelle", "la batelière"))
    two = replace(
        deck.cards[2],
        form="true_false",
        question="Le canton de Brume enverra dix péniches.",
        options=("Vrai", "Faux"),
        answer="Faux : douze péniches",
    )
    return replace(deck, cards=(one, two, *deck.cards[3:]))


def test_choice_faces(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The options stand on the front in the order of the deck; the back marks the right one, by style alone."""
    deck = choices(deck)
    import_deck(collection, deck, french, tmp_path)
    note = note_of(collection, deck.cards[0])
    assert note.note_type()["name"] == "Quizgen Choice"
    assert re.findall(r"<li[^>]*>(.*?)</li>", note["Options"]) == list(deck.cards[0].options)
    assert re.findall(r'<li class="key">(.*?)</li>', note["Options"]) == ["le maire de Corvelle"]
    front, back = faces(collection, deck.cards[0])
    assert all(option in front for option in deck.cards[0].options) and 'class="a"' not in front
    assert '<div class="a">le maire de Corvelle</div>' in back and "F1·qui" in back
    assert '<li class="key">Faux</li>' in faces(collection, deck.cards[1])[1]


def test_no_side_is_empty(collection: Collection, deck: Deck, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Every card of every note type has two full sides and no field left unfilled."""
    for made in (choices(deck), nasty_deck):
        import_deck(collection, made, french, tmp_path)
        for card in made.cards:
            for face in faces(collection, card):
                assert re.sub(r"<style>.*?</style>|<[^>]*>|\s", "", face, flags=re.S) and "{{" not in face and "}}" not in face
    assert not collection.get_empty_cards().notes


def test_hostile_options(collection: Collection, nasty_deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Options are text like any other."""
    cards = tuple(replace(c, form="choice", question="Q", options=("x", c.answer)) for c in nasty_deck.cards if c.form == "open")
    import_deck(collection, replace(nasty_deck, cards=cards), french, tmp_path)
    for card in cards:
        shown = note_of(collection, card).cards()[0].render_output()
        assert not shown.answer_av_tags and not re.search(r"<(script|img|b|style)\b[^>]*(onerror|onclick)?", shown.answer_text)
        assert shown.answer_text.count("<li") == shown.question_text.count("<li") == 2


def test_lines_and_controls(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """A line end in a card written by hand shows as one; a control character, which would part the fields, goes."""
    odd = replace(deck.cards[0], answer="un\ndeux\x1ftrois\ttab")
    import_deck(collection, replace(deck, cards=(odd,)), french, tmp_path)
    assert note_of(collection, odd)["Answer"] == "un<br>deuxtrois\ttab"


# --- decks -------------------------------------------------------------------------------------------------------------


def test_subdeck_tags_and_description(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """The deck stands under its parents; the user's tags are on every card; the description tells source, licence and versions."""
    card = replace(deck.cards[0], tags=("à part",))
    deck = replace(deck, parent=" Actualité :: Lacs", tags=("revue de presse", "B1"), cards=(card, *deck.cards[1:]))
    import_deck(collection, deck, french, tmp_path)
    found = collection.decks.by_name(f"Actualité::Lacs::{deck.title}")
    assert found is not None and len(collection.find_cards('deck:"Actualité::Lacs::*"')) == 6
    for words in ("Le Journal du lac", "https://journal.example/lac?a=1&amp;b=2", "CC BY 4.0", "quizgen 0.0", "none 1.0"):
        assert words in found["desc"]
    assert {"revue_de_presse", "B1", "à_part"} <= set(note_of(collection, card).tags) and "à_part" not in note_of(collection, deck.cards[1]).tags


# --- a deck folder, over the years -------------------------------------------------------------------------------------


def test_corrections_of_a_deck_folder(collection: Collection, deck: Deck, french: LanguagePack, tmp_path: Path) -> None:
    """Learn; correct a question and an answer in deck.toml; import again: texts new, reviews and everything else as they were."""
    made = list(deck.cards)
    file = new_file()
    start = int(time.time()) - 1000
    entries = stamp_entries(merge_entries((), deck, made)[0], deck, start)
    text = write_deck_file(file, entries)
    import_deck(collection, deck_of(entries, deck, ()), french, tmp_path)
    ids = [e.card for e in entries]
    studied = [answer_first(collection, card) for card in ids[:3]]
    log = collection.db.all("select * from revlog")  # type: ignore[union-attr]
    write_own(collection, ids[4], "à revoir")
    text = text.replace("Qui la ministre Sabeth Orvault a-t-elle reçu", "Qui Sabeth Orvault a-t-elle reçu").replace(
        'answer = "en 1998"', 'answer = "1998"'
    )
    again = read_deck_file(text, where="deck.toml", slug=deck.slug)
    entries = stamp_entries(merge_entries(again.entries, deck, made)[0], deck, start + 500)
    assert counts(import_deck(collection, deck_of(entries, deck, ()), french, tmp_path)) == (0, 2, 4, 0)
    assert note_of(collection, ids[0])["Question"].startswith("Qui Sabeth Orvault") and note_of(collection, ids[5])["Answer"] == "1998"
    assert (collection.note_count(), collection.card_count()) == (6, 6)
    assert [scheduling(collection, card) for card in ids[:3]] == studied
    assert collection.db.all("select * from revlog") == log and len(log) == 3  # type: ignore[union-attr]
    assert note_of(collection, ids[4])["My notes"] == "à revoir"
    assert write_deck_file(again, entries).count('status = "edited"') == 2
