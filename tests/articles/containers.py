"""One article -> the files that people have it in: a page with its furniture, a PDF in two columns, Word, a book, old encodings."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

# What stands around the article; none of it may come through.
FURNITURE = (
    "Accueil", "Édition du soir", "Nous utilisons des cookies pour améliorer votre visite.", "Abonnez-vous à notre lettre du lac", "Mentions légales",
    "Vue du canton", "Le pont de Salmoire rouvre", "Tous droits réservés", "Le Journal du lac",
)  # fmt: skip


LONGEST_DATE = 40  # characters


@dataclass(frozen=True, kw_only=True)
class Story:
    """An article before it is put anywhere: `date` as a line of text, or empty."""

    title: str
    date: str
    paragraphs: tuple[str, ...]


def read_story(text: str) -> Story:
    """A story from a gold file: title, date, then the text."""
    title, date, body = text.split("\n", 2)
    if len(date) > LONGEST_DATE:
        date, body = "", f"{date}\n{body}"
    return Story(title=title, date=date, paragraphs=tuple(p.strip() for p in body.split("\n\n")))


def as_text(story: Story) -> bytes:
    return "\n".join((story.title, story.date, "\n\n".join(story.paragraphs))).encode()


def as_wrapped_text(story: Story) -> bytes:
    """Broken to 72 characters, as in a mail."""
    paragraphs = "\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in story.paragraphs)
    return f"{story.title}\n{story.date}\n\n{paragraphs}\n".encode()


def as_markdown(story: Story) -> bytes:
    date = f"date: {story.date}\n" if story.date else ""
    return (f'---\ntitle: "{story.title}"\n{date}---\n' + "\n\n".join(story.paragraphs)).encode()


def as_old_text(encoding: str) -> Callable[[Story], bytes]:
    return lambda story: as_text(story).decode().encode(encoding)


def as_page(story: Story) -> bytes:
    """A page of a news site: menu, cookie banner, pictures with captions, teasers, foot."""
    paragraphs = [f"<p>{escape(p)}</p>" for p in story.paragraphs]
    paragraphs.insert(1, '<figure><img src="v.jpg" alt="Vue"><figcaption>Vue du canton. © Ida Kermo/AFP</figcaption></figure>')
    paragraphs.insert(3, '<p>Lire aussi : <a href="/pont">Le pont de Salmoire rouvre</a></p>')
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{escape(story.title)} | Le Journal du lac</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="Le Journal du lac">
<script>var article = "Le Journal du lac";</script><style>p {{ margin: 0 }}</style></head><body>
<div id="cookie-banner" class="cookie-consent"><p>Nous utilisons des cookies pour améliorer votre visite.</p><button>Tout accepter</button></div>
<header><nav><ul><li><a href="/">Accueil</a></li><li><a href="/m">Monde</a></li><li><a href="/s">Édition du soir</a></li></ul></nav></header>
<main><article><h1>{escape(story.title)}</h1><p class="date">{escape(story.date)}</p>{"".join(paragraphs)}</article>
<aside class="newsletter"><p>Abonnez-vous à notre lettre du lac</p></aside></main>
<footer><ul><li><a href="/l">Mentions légales</a></li></ul><p>Tous droits réservés</p></footer></body></html>""".encode()


def as_pdf(columns: int) -> Callable[[Story], bytes]:
    """Columns of justified text, words parted at line ends with a hyphen, a running head and page numbers."""
    return lambda story: print_pdf(story, columns)


def print_pdf(story: Story, columns: int) -> bytes:
    """Raises UnicodeEncodeError for a letter that the fonts which need not be embedded lack: they would print a box for it."""
    "".join(filter(str.isalpha, "".join(story.paragraphs))).encode("cp1252")
    file, (width, height) = io.BytesIO(), A4
    column = (width - 120 - (columns - 1) * 20) / columns
    frames = [Frame(60 + i * (column + 20), 60, column, height - 140, leftPadding=0, rightPadding=0) for i in range(columns)]

    def furnish(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, height - 40, "Le Journal du lac – Édition du soir")
        canvas.drawCentredString(width / 2, 30, str(document.page))

    book = BaseDocTemplate(file, pagesize=A4, invariant=True)
    book.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, alignment=4, spaceAfter=7)
    parted = ParagraphStyle("parted", parent=body, embeddedHyphenation=1)
    head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=17, leading=20, spaceAfter=9)
    texts = [(story.title, head), (story.date, body), *((allow_parting(p), parted) for p in story.paragraphs)]
    book.build([Paragraph(escape(text), style) for text, style in texts if text])
    return file.getvalue()


def allow_parting(text: str) -> str:
    """`text` with soft hyphens between the syllables of its long words."""
    return re.sub(r"(?<=[a-zéèê][aeiouéè])(?=[bcdfglmnprstv][aeiouéèê]\w{2})(?<=\w{4})", "\u00ad", text)


def as_word(story: Story) -> bytes:
    """A Word file with a title, a head, a foot and the caption of a picture."""
    file, document = io.BytesIO(), Document()
    document.sections[0].header.paragraphs[0].text = "Le Journal du lac – Édition du soir"
    document.sections[0].footer.paragraphs[0].text = "Tous droits réservés"
    document.add_heading(story.title, 0)
    document.add_paragraph(story.date)
    for number, paragraph in enumerate(story.paragraphs):
        runs = paragraph.split(" ")
        written = document.add_paragraph(" ".join(runs[:5]))
        written.add_run(" " + " ".join(runs[5:])).bold = number == 2
        if number == 1:
            document.add_paragraph("Vue du canton", style="Caption")
    document.save(file)
    return file.getvalue()


def as_book(story: Story) -> bytes:
    """A book of one chapter, with its cover."""
    file = io.BytesIO()
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in story.paragraphs)
    page = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{}</title></head><body>{}</body></html>'
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        rootfile = '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
        book.writestr("META-INF/container.xml", f'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">{rootfile}</container>')
        items = '<item id="cover" href="cover.xhtml"/><item id="c1" href="text/c1.xhtml"/>'
        spine = '<itemref idref="cover"/><itemref idref="c1"/>'
        metadata = f"<metadata><title>{escape(story.title)}</title><creator>Ida Kermo</creator></metadata>"
        package = f'<package xmlns="http://www.idpf.org/2007/opf">{metadata}<manifest>{items}</manifest><spine>{spine}</spine></package>'
        book.writestr("OEBPS/book.opf", package)
        book.writestr("OEBPS/cover.xhtml", page.format("Couverture", "<p>Le Journal du lac</p>"))
        book.writestr("OEBPS/text/c1.xhtml", page.format(escape(story.title), f"<h1>{escape(story.title)}</h1><p>{story.date}</p>{paragraphs}"))
    return file.getvalue()


CONTAINERS: dict[str, Callable[[Story], bytes]] = {
    "wrapped.txt": as_wrapped_text,
    "a.md": as_markdown,
    "page.html": as_page,
    "one.pdf": as_pdf(1),
    "two.pdf": as_pdf(2),
    "a.docx": as_word,
    "a.epub": as_book,
    "mark.txt": as_old_text("utf-8-sig"),
    "wide.txt": as_old_text("utf-16"),
    "wide-be.txt": as_old_text("utf-16-be"),
    "western.txt": as_old_text("cp1252"),
    "latin.txt": as_old_text("latin-1"),
    "old-mac.txt": as_old_text("mac_roman"),
}
