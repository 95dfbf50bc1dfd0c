"""The README's pictures, made from the example deck: `make pictures`.

The handout is printed by headless Chromium; the card is rendered by Anki's own code from the imported deck.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Page, sync_playwright

if TYPE_CHECKING:
    from anki.cards import Card  # Anki's own imports go in a circle that starts with the collection

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
DECK = "entretiens-de-geneve"
CHROMIUM = "/usr/bin/chromium"
CARD_PAGE = """<!doctype html><meta charset="utf-8"><style>{css}
body {{ margin: 0; display: grid; grid-template-columns: repeat({columns}, {width}px); gap: 16px; padding: 16px; width: max-content }}
body {{ background: #8a8f98 }}
body > .card {{ width: {width}px; min-height: 300px; border-radius: 14px; box-sizing: border-box }}</style>{faces}"""
PHONE, DESKTOP = 360, 720
# The example deck has no choice cards of its own: these are written by hand, as a user would.
OWN_CARDS = """
[[card]]
context = "Présence militaire en Europe de l’Est"
question = "Combien de membres compte l’OTAN ?"
answer = "trente"
options = ["douze", "vingt-sept", "trente", "trente-cinq"]
quote = "L’alliance militaire compte trente membres."

[[card]]
form = "true_false"
context = "Crise ukrainienne, janvier 2022"
question = "La Roumanie et la Bulgarie ont rejoint l’OTAN en 1999."
answer = "Faux : en 2004"
options = ["Vrai", "Faux"]
quote = "La Roumanie et la Bulgarie ont rejoint l’OTAN en 2004."
"""


def print_handout(page: Page, folder: Path) -> None:
    """The first page of the handout as a PNG."""
    page.goto((folder / f"{DECK}.html").as_uri())
    page.pdf(path=folder / "handout.pdf", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "80", "-f", "1", "-l", "1", "-png", "-singlefile", folder / "handout.pdf", IMAGES / "handout"], check=True)


def import_cards(folder: Path) -> Collection:
    """A collection with the example deck and the cards above."""
    deck = folder / DECK
    shutil.copytree(ROOT / "decks" / DECK, deck, ignore=shutil.ignore_patterns("dist"))
    with (deck / "deck.toml").open("a", encoding="utf-8") as file:
        file.write(OWN_CARDS)
    subprocess.run(["quizgen", "build", deck, "-f", "anki", "-o", folder], check=True)
    collection = Collection(str(folder / "pictures.anki2"))
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(folder / f"{DECK}.apkg"), options=ImportAnkiPackageOptions()))
    return collection


def picture_cards(page: Page, name: str, faces: list[str], css: str, *, columns: int, width: int) -> None:
    """A picture of faces in rows, each drawn `width` points wide."""
    page.set_viewport_size({"width": (width + 16) * columns + 16, "height": 400})
    page.set_content(CARD_PAGE.format(css=css, columns=columns, width=width, faces="".join(faces)))
    page.locator("body").screenshot(path=IMAGES / f"{name}.png")


def face(card: Card, side: str, *, night: bool = False) -> str:
    """One side of a card as Anki renders it, by day or by night."""
    output = card.render_output()
    text = output.question_text if side == "front" else output.answer_text
    return f'<div class="card{" nightMode" * night}">{text}</div>'


def picture_faces(page: Page, folder: Path) -> None:
    """The README's card, and a sheet of all faces at the width of a phone and of a desktop."""
    collection = import_cards(folder)
    kinds = ("note:*Basic", "note:*Cloze", "note:*Choice tag:*choice", "note:*Choice tag:*true_false")
    cards = [collection.get_card(sorted(collection.find_cards(kind))[1 if "Basic" in kind else 0]) for kind in kinds]
    css = cards[0].note_type()["css"]
    shown = [face(cards[0], "front"), face(cards[0], "back"), face(cards[2], "back", night=True)]
    picture_cards(page, "card", shown, css, columns=3, width=PHONE)
    every = [face(card, side, night=night) for card in cards for night in (False, True) for side in ("front", "back")]
    picture_cards(page, "faces-phone", every, css, columns=4, width=PHONE)
    picture_cards(page, "faces-desktop", every, css, columns=2, width=DESKTOP)
    collection.close()


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        subprocess.run(["quizgen", "build", ROOT / "decks" / DECK, "-f", "html", "-o", folder], check=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 790, "height": 400})
        print_handout(page, folder)
        picture_faces(page, folder)
        browser.close()


if __name__ == "__main__":
    main()
