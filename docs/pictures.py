"""The README's pictures, made from the example deck: `make pictures`.

The handout is printed by headless Chromium; the card is rendered by Anki's own code from the imported deck.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
DECK = "entretiens-de-geneve"
CHROMIUM = "/usr/bin/chromium"
CARD_PAGE = """<!doctype html><meta charset="utf-8"><style>{css}
body {{ margin: 0; display: flex; gap: 16px; padding: 16px; background: #8a8f98 }}
.card {{ width: 360px; min-height: 300px; border-radius: 14px; box-sizing: border-box }}</style>
<div class="card">{front}</div><div class="card">{back}</div>"""


def print_handout(page: Page, folder: Path) -> None:
    """The first page of the handout as a PNG."""
    page.goto((folder / f"{DECK}.html").as_uri())
    page.pdf(path=folder / "handout.pdf", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "80", "-f", "1", "-l", "1", "-png", "-singlefile", folder / "handout.pdf", IMAGES / "handout"], check=True)


def picture_card(page: Page, folder: Path) -> None:
    """Front and back of the deck's second card, as Anki shows them."""
    collection = Collection(str(folder / "pictures.anki2"))
    package = str(folder / f"{DECK}.apkg")
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions()))
    card = collection.get_card(sorted(collection.find_cards("note:*Basic"))[1])
    css = card.note_type()["css"]
    page.set_content(CARD_PAGE.format(css=css, front=card.render_output().question_text, back=card.render_output().answer_text))
    page.locator("body").screenshot(path=IMAGES / "card.png")
    collection.close()


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        subprocess.run(["quizgen", "build", ROOT / "decks" / DECK, "-o", folder], check=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 790, "height": 400})
        print_handout(page, folder)
        picture_card(page, folder)
        browser.close()


if __name__ == "__main__":
    main()
