"""An address on the web -> RawArticle: fetched with limits on time, size, redirects and private addresses."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from quizgen.articles.kinds import Content, RawArticle, read_content
from quizgen.articles.limits import MAX_BYTES, check_bytes
from quizgen.errors import ArticleError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

PORTS = {"http": 80, "https": 443}
MAX_REDIRECTS = 5
WAIT = 10.0  # seconds for an answer to begin, or to go on
WHOLE = 30.0  # seconds for all of it, redirects included
PIECE = 65_536  # bytes read at a time
SAVE = "Save the page from a browser and give the file."
HEADERS = {"User-Agent": "quizgen", "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5"}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a server sent: where it stood in the end, its bytes, the encoding that it names."""

    address: str
    data: bytes
    charset: str


def accepts(source: str) -> bool:
    """Whatever has a scheme, as https://…"""
    return "://" in source


def read_raw(source: str) -> RawArticle:
    """Fetch the page or file at `source`. Raises ArticleError if it cannot be had, is too large, or is no article."""
    answer = fetch(source)
    path = PurePosixPath(unquote(urlsplit(answer.address).path))
    content = Content(data=answer.data, where=source, slug=path.stem, suffix=path.suffix.lower(), declared=answer.charset)
    raw = read_content(content)
    return replace(raw, fields={**raw.fields, "source": source})


def fetch(source: str) -> Answer:
    """What stands at `source`, after at most MAX_REDIRECTS redirects; each address on the way is checked. Raises ArticleError."""
    end, address = monotonic() + WHOLE, source
    for _ in range(MAX_REDIRECTS + 1):
        response = request(address, source)
        try:
            if response.status in (301, 302, 303, 307, 308) and response.headers.get("Location"):
                address = urljoin(address, response.headers["Location"])
                continue
            if response.status != 200:
                raise ArticleError(f"the server answers {response.status}.", where=source, todo="Check the address in a browser.")
            return Answer(address=address, data=read_body(response, source, end), charset=charset_of(response))
        finally:
            response.release_conn()
            response.close()
    raise ArticleError(f"is redirected more than {MAX_REDIRECTS} times.", where=source, todo=SAVE)


def request(address: str, source: str) -> BaseHTTPResponse:
    """The server's answer, its body not yet read. The address that was checked is the one that is asked. Raises ArticleError."""
    parts = split_address(address, source)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    number = resolve(host, port, source)
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout  # 0.1 s, for addresses alone
    from urllib3.exceptions import HTTPError, SSLError

    timeout = Timeout(connect=WAIT, read=WAIT)
    if parts.scheme == "https":
        pool: HTTPConnectionPool = HTTPSConnectionPool(number, port, timeout=timeout, server_hostname=host, assert_hostname=host)
    else:
        pool = HTTPConnectionPool(number, port, timeout=timeout)
    name = host if port == PORTS[parts.scheme] else f"{host}:{port}"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        return pool.request("GET", path, headers={**HEADERS, "Host": name}, redirect=False, retries=False, preload_content=False)
    except SSLError as error:
        raise ArticleError("the server's certificate is not trusted.", where=source, todo=SAVE) from error
    except (HTTPError, OSError, ValueError) as error:
        raise ArticleError("the server does not answer.", where=source, todo=f"Try later. {SAVE}") from error


def split_address(address: str, source: str) -> SplitResult:
    """The parts of an http or https address. Raises ArticleError for anything else."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in PORTS and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known or re.search(r"[\s\x00-\x1f\x7f]", address):
        raise ArticleError("is no address of a web page.", where=source, todo="Give one that begins with https:// or http://.")
    return parts


def resolve(host: str, port: int, source: str) -> str:
    """The number of `host`, if all its numbers are public. Raises ArticleError: a page must not lead into the user's own network."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        what = f"the server “{host}” is not found."
        raise ArticleError(
            what, where=source, todo="Check the address and the connection; without one, save the page elsewhere and give the file."
        ) from error
    if not all(map(is_public, found)):
        raise ArticleError(f"“{host}” is in a private network, which is not read.", where=source, todo=SAVE)
    return min(found, key=lambda number: (":" in number, number))


def is_public(number: str) -> bool:
    """Whether an IP number belongs to the open internet."""
    ip = ipaddress.ip_address(number.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


def read_body(response: BaseHTTPResponse, source: str, end: float) -> bytes:
    """The bytes of an answer, unpacked if the server packed them. Raises ArticleError past the limits of size and time."""
    from urllib3.exceptions import HTTPError

    data = bytearray()
    try:
        for piece in response.stream(PIECE, decode_content=True):
            data += piece
            check_bytes(len(data), source)
            if monotonic() > end:
                raise ArticleError(f"takes longer than {WHOLE:.0f} seconds to load.", where=source, todo=f"Try later. {SAVE}")
    except (HTTPError, OSError) as error:
        raise ArticleError("the connection broke off.", where=source, todo=f"Try later. {SAVE}") from error
    return bytes(data[: MAX_BYTES + 1])


def charset_of(response: BaseHTTPResponse) -> str:
    """The encoding that the server names, or empty."""
    match = re.search(r"charset=[\"']?([\w-]{2,30})", response.headers.get("Content-Type", ""), re.I)
    return match.group(1) if match else ""
