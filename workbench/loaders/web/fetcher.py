"""Pages fetched from the web, politely and with care: the optional extra ``riwaya[web]``.

A site's ``robots.txt`` is asked first and its answer kept to; one host is not asked twice in a second; whoever asks
says who it is. Nothing inside a private network is ever asked, whatever a link or a redirect says, nothing endless is
waited for, and nothing larger than a page is taken.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib import metadata
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from workbench.errors import MissingExtraError
from workbench.loaders.files import LARGEST, size_of
from workbench.loaders.records import Unreadable
from workbench.loaders.web.codings import kind_of, plain
from workbench.loaders.web.hosts import is_public, resolved
from workbench.loaders.web.robots import Robots, robots

if TYPE_CHECKING:
    import httpx

__all__ = ["ENDINGS", "MARKUP", "Fetched", "Fetcher"]

NAME = "riwaya"
MOVED = (301, 302, 303, 307, 308)
MOST_MOVES = 5
BUSY = (429, 503)
PORTS = (80, 443)
LARGEST_ROBOTS = 4 * 2**20
LONGEST_URL = 8000
MARKUP = ("text/html", "application/xhtml+xml")
ENDINGS = {"text/plain": ".txt", "application/pdf": ".pdf"}
"""Kinds of pages beside HTML and XML, and the endings of such files."""
SECONDS = re.compile(r"\d{1,9}")
TOLD = {
    401: "it asks for a password",
    402: "it asks for money",
    403: "it does not let this program in",
    404: "there is no such page",
    410: "the page is gone",
    451: "the page is withheld for legal reasons",
}


class Fetched(NamedTuple):
    """What was fetched.

    Parameters
    ----------
    url: where it stood in the end, after redirects.
    data: its bytes, unpacked.
    declared: the encoding that the server declares; empty where it declares none.
    notes: what the report should tell.
    kind: its content type, in small letters; empty where the server names none.
    """

    url: str
    data: bytes
    declared: str = ""
    notes: tuple[str, ...] = ()
    kind: str = ""


class Answer(NamedTuple):
    """What a server answered: its status, its head, and the body where that was wanted."""

    status: int
    headers: dict[str, str]
    data: bytes = b""


@dataclass(kw_only=True)
class Fetcher:
    """Fetches pages, one after the other; use it in a ``with`` statement.

    Parameters
    ----------
    agent: how it calls itself.
    delay: seconds between two requests to one host, at the least.
    longest_delay: seconds up to which a site's own ``Crawl-delay`` and ``Retry-After`` are kept to. A longer
        ``Crawl-delay`` counts as this, and where a longer ``Retry-After`` is asked for, the page is not fetched.
    timeout: seconds for a connection, and for each part of an answer.
    deadline: seconds for a page with its redirects and ``robots.txt``, without what is waited out of politeness.
    most: bytes of a page, before and after it is unpacked.
    allow: pairs of address and port that may be asked although they are private, such as ``("127.0.0.1", 8000)``.
    resolver, sleep, clock: what finds the addresses of a host, waits, and tells the time.

    Raises
    ------
    MissingExtraError: httpx is not installed.
    """

    agent: str = ""
    delay: float = 1.0
    longest_delay: float = 60.0
    timeout: float = 15.0
    deadline: float = 60.0
    most: int = LARGEST
    allow: frozenset[tuple[str, int]] = frozenset()
    resolver: Callable[[str], list[str]] = resolved
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _pool: Any = field(init=False, repr=False)
    _rules: dict[str, Robots | str] = field(init=False, repr=False, default_factory=dict)
    _free: dict[str, float] = field(init=False, repr=False, default_factory=dict)
    _until: float = field(init=False, repr=False, default=0.0)

    def __post_init__(self) -> None:
        try:
            import httpx  # noqa: F401

            from workbench.loaders.web.connections import pool
        except ImportError as error:
            raise MissingExtraError(
                f"pages cannot be fetched: {error.name or 'httpx'} is not installed.", hint='pip install "riwaya[web]"'
            ) from error
        self.agent = self.agent or f"{NAME}/{_version()} (+research; polite)"
        self._pool = pool(self._checked, lambda: self._until - self.clock())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()

    def get(self, url: str) -> Fetched:
        """The page at an address.

        Raises
        ------
        Unreadable: the address is none of the web, the site or this program's care forbids it, or it gives no page.
        """
        self._until = self.clock() + self.deadline
        target = _parsed(url)
        answer, final = self._followed(target, page=True)
        if not 200 <= answer.status < 300:
            told = TOLD.get(answer.status)
            raise Unreadable(f"the server answers HTTP {answer.status}" + (f": {told}" if told else ""))
        if not answer.data.strip():
            raise Unreadable("the server's answer is empty")
        kind, charset = kind_of(answer.headers.get("content-type", ""))
        moved = (f"it was moved to {final}",) if final != target else ()
        return Fetched(str(final), answer.data, charset, moved, kind)

    def _followed(self, target: httpx.URL, *, page: bool) -> tuple[Answer, httpx.URL]:
        """The answer at the end of all redirects, each of them checked as the first address is, and where that was."""
        for _ in range(MOST_MOVES + 1):
            self._check(target)
            if page:
                self._ask(target)
            answer = self._patient(target, page=page)
            if answer.status not in MOVED or not answer.headers.get("location"):
                return answer, target
            target = _parsed(answer.headers["location"], target)
        raise Unreadable(f"it is moved more than {MOST_MOVES} times")

    def _check(self, target: httpx.URL) -> None:
        if target.scheme not in ("http", "https"):
            raise Unreadable(f"only http and https are fetched, and this is {target.scheme[:20] or 'no address'}")
        if target.userinfo:
            raise Unreadable("there is a name or password in its address")
        if not target.host:
            raise Unreadable("there is no host in its address")
        if _port(target) not in {*PORTS, *(port for _, port in self.allow)}:
            raise Unreadable(f"pages are not fetched from port {_port(target)}")

    def _checked(self, host: str, port: int) -> list[str]:
        """The addresses of a host, once all of them are known to be public."""
        found = self.resolver(host)
        for address in found:
            if (address, port) not in self.allow and not (port in PORTS and is_public(address)):
                raise Unreadable(f"the host {host[:80]} is in a private network ({address})")
        return found[:4]

    def _ask(self, target: httpx.URL) -> None:
        """Whether the site lets the page be read."""
        site = f"{target.scheme}://{target.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._robots(_parsed(f"{site}/robots.txt"))
        said = self._rules[site]
        if isinstance(said, str):
            raise Unreadable(said)
        if not said.allows(target.raw_path.decode("ascii")):
            raise Unreadable("the site's robots.txt asks that it not be fetched")

    def _robots(self, target: httpx.URL) -> Robots | str:
        """A site's rules, or where it does not tell them the reason why nothing is fetched from it."""
        try:
            answer, _ = self._followed(target, page=False)
        except Unreadable as problem:
            return f"the site's robots.txt cannot be read: {problem}"
        if 200 <= answer.status < 300:
            return robots(answer.data.decode("utf-8", "replace"), NAME)
        if 400 <= answer.status < 500 and answer.status not in BUSY:
            return Robots()
        return f"the site's robots.txt cannot be read: the server answers HTTP {answer.status}"

    def _patient(self, target: httpx.URL, *, page: bool) -> Answer:
        """An answer; where the server asks to come back later, the one that it gives then."""
        answer = self._paced(target, page=page)
        if answer.status not in BUSY:
            return answer
        wait = _later(answer.headers)
        if wait is None or wait > self.longest_delay:
            asked = "" if wait is None else f", and asks to come back in {wait:.0f} seconds"
            raise Unreadable(f"the server is busy (HTTP {answer.status}{asked})")
        self._wait(wait)
        return self._paced(target, page=page)

    def _paced(self, target: httpx.URL, *, page: bool) -> Answer:
        host = target.host
        self._wait(self._free.get(host, 0.0) - self.clock())
        try:
            return self._exchange(target, page=page)
        finally:
            said = self._rules.get(f"{target.scheme}://{target.netloc.decode('ascii')}")
            asked = said.delay if isinstance(said, Robots) else 0.0
            self._free[host] = self.clock() + max(self.delay, min(asked, self.longest_delay))

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            self._until += seconds
            self.sleep(seconds)

    def _exchange(self, target: httpx.URL, *, page: bool) -> Answer:
        """One request, and the answer to it; its body only where that is a page."""
        from workbench.loaders.web.connections import FAILURES

        headers = {"Host": target.netloc.decode("ascii"), "User-Agent": self.agent, "Accept-Encoding": "gzip, deflate"}
        headers["Accept"] = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1"
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self.timeout)
        url = str(target.copy_with(fragment=None))
        try:
            with self._pool.stream("GET", url, headers=headers, extensions={"timeout": timeouts}) as response:
                told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                if not 200 <= response.status < 300:
                    return Answer(response.status, told)
                if page:
                    _check_kind(told)
                return Answer(response.status, told, self._body(response, told, page=page))
        except FAILURES as error:
            if self.clock() >= self._until:
                raise Unreadable(f"it took more than {self.deadline:.0f} seconds") from error
            raise Unreadable(f"the connection failed: {_named(error)}") from error

    def _body(self, response: Any, headers: dict[str, str], *, page: bool) -> bytes:
        most = self.most if page else LARGEST_ROBOTS
        stated = headers.get("content-length", "")
        if SECONDS.fullmatch(stated) and int(stated) > most:
            raise Unreadable(f"it is larger than {size_of(most)}, and no page is")
        return plain(self._timed(response.iter_stream()), headers.get("content-encoding", ""), most=most)

    def _timed(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            yield piece
            if self.clock() >= self._until:
                raise Unreadable(f"it took more than {self.deadline:.0f} seconds")


def _parsed(url: str, base: httpx.URL | None = None) -> httpx.URL:
    import httpx

    if len(url) > LONGEST_URL:
        raise Unreadable("its address is longer than any that is meant")
    try:
        return base.join(url) if base is not None else httpx.URL(url)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise Unreadable(f"it is no address of the web: {error}") from error


def _port(target: httpx.URL) -> int:
    return target.port or (443 if target.scheme == "https" else 80)


def _check_kind(headers: dict[str, str]) -> None:
    kind = kind_of(headers.get("content-type", ""))[0]
    if kind and not (kind in MARKUP or kind in ENDINGS or kind.endswith(("/xml", "+xml"))):
        raise Unreadable(f"it is no page but {kind[:60]}")


def _later(headers: dict[str, str]) -> float | None:
    """In how many seconds a server asks to be asked again; None where it doesn't say."""
    said = headers.get("retry-after", "").strip()
    if SECONDS.fullmatch(said):
        return float(said)
    try:
        later = parsedate_to_datetime(said)
        now = parsedate_to_datetime(headers["date"])
        return max(0.0, (later - now).total_seconds())
    except (ValueError, TypeError, KeyError):
        return None


def _named(error: BaseException) -> str:
    """A failure of the network in words."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()
    return f"{name} ({str(error)[:100]})" if str(error) else name


def _version() -> str:
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return "0"
