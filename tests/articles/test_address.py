"""Addresses -> Article, from a server in this process; private addresses, redirects, sizes and silence are bounded."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator

import pytest

from quizgen.articles import Wishes, address, read_article
from quizgen.errors import ArticleError
from tests.articles.containers import Story, as_page, print_pdf

STORY = Story(
    title="Une querelle de riverains",
    date="3 mars 2019",
    paragraphs=tuple(
        f"La ministre Sabeth Orvault a reçu le maire de {town} au palais des Étangs, et ils ont parlé du lac pendant {number} heures entières."
        for town, number in (("Corvelle", "deux"), ("Salmoire", "trois"), ("Brume", "six"), ("Kermo", "sept"))
    ),
)
PAGE = as_page(STORY)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        for piece in (body,) if isinstance(body, bytes) else body:
            try:
                self.wfile.write(piece)
            except OSError:
                return

    def log_message(self, *words: object) -> None:
        """Nothing: the tests read standard error."""


ANSWERS: dict[str, tuple[int, dict[str, str], object]] = {
    "/querelle.html": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/old.html": (
        200,
        {"Content-Type": "text/html; charset=windows-1252"},
        PAGE.decode().replace('<meta charset="utf-8">', "").replace("« ", "").encode("cp1252", "ignore"),
    ),
    "/packed.html": (200, {"Content-Encoding": "gzip", "Content-Type": "text/html"}, gzip.compress(PAGE)),
    "/querelle.pdf": (200, {"Content-Type": "application/pdf"}, print_pdf(STORY, 2)),
    "/moved": (301, {"Location": "/querelle.html"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/away": (302, {"Location": "http://10.0.0.1/secret"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/gone": (410, {}, b""),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 100_000_000)),
    "/endless": (200, {}, (b" " * 1_000_000 for _ in range(40))),
    "/short": (200, {"Content-Length": "5000"}, b"<html>"),
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Its address. 127.0.0.1 counts as public here, other private numbers do not."""
    public = address.is_public
    monkeypatch.setattr(address, "is_public", lambda number: number == "127.0.0.1" or public(number))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


@pytest.mark.parametrize("path", ["/querelle.html", "/old.html", "/packed.html", "/querelle.pdf", "/moved"])
def test_pages(server: str, path: str) -> None:
    """A page is read wherever it was moved to and however it was packed; the slug is that of its file, the source what was asked for."""
    article = read_article(f"{server}{path}", Wishes())
    slug = "querelle" if path == "/moved" else path[1:].partition(".")[0]
    assert (article.title, article.id, article.source.address) == (STORY.title, slug, f"{server}{path}")
    assert article.text.split("\n\n")[-4:] == list(STORY.paragraphs)


REFUSED = {
    "/none": "the server answers 404. Check the address in a browser.",
    "/gone": "the server answers 410.",
    "/round": "is redirected more than 5 times. Save the page from a browser and give the file.",
    "/away": "“10.0.0.1” is in a private network, which is not read.",
    "/file": "is no address of a web page.",
    "/bomb": "is larger than 20 MB.",
    "/endless": "is larger than 20 MB.",
    "/short": "the connection broke off. Try later.",
}


@pytest.mark.parametrize("path", REFUSED)
def test_refused(server: str, path: str) -> None:
    """What cannot be had is one message that names the address that was given."""
    with pytest.raises(ArticleError) as caught:
        read_article(f"{server}{path}", Wishes())
    assert str(caught.value).startswith(f"{server}{path}: {REFUSED[path]}")


PRIVATE = (
    "127.0.0.1",
    "10.1.2.3",
    "192.168.1.1",
    "172.16.0.1",
    "169.254.169.254",
    "[::1]",
    "[::ffff:10.0.0.1]",
    "[fe80::1]",
    "0.0.0.0",
    "localhost",
    "2130706433",
)


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses(host: str) -> None:
    """A page on the user's own machine or network is not read, however its number is written."""
    with pytest.raises(ArticleError, match="is in a private network, which is not read"):
        read_article(f"http://{host}:8/", Wishes())


@pytest.mark.parametrize(
    "source", ["ftp://journal.example/a", "file:///etc/passwd", "http://", "https://a b/", "http://x:99999999/", "http://[::1/", "x://y"]
)
def test_no_addresses(source: str) -> None:
    """Only http and https, and only whole addresses."""
    with pytest.raises(ArticleError, match="is no address of a web page"):
        read_article(source, Wishes())


def test_offline() -> None:
    """A name that nobody knows, as without a connection: the message says how to go on."""
    with pytest.raises(ArticleError, match=r"the server “journal\.invalid” is not found\. Check the address and the connection"):
        read_article("https://journal.invalid/lac", Wishes())


def test_nobody_answers(server: str) -> None:
    """A closed door is one message."""
    with pytest.raises(ArticleError, match="the server does not answer"):
        read_article("http://127.0.0.1:1/lac", Wishes())
