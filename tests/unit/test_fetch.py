"""The fetcher, against a server on this machine: polite, careful, and never anywhere else."""

from __future__ import annotations

import gzip
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.formats.web import FIRST, OTHER, SECOND, TITLE, page, rss
from workbench.errors import MissingExtraError
from workbench.loaders.records import Address, Page, Refusal, Unreadable
from workbench.loaders.web.fetch import Fetcher, addresses, fetched
from workbench.loaders.web.hosts import is_public, resolved
from workbench.loaders.web.robots import matches, robots

pytest.importorskip("httpx", reason="the extra 'web' is not installed")

HTML = {"Content-Type": "text/html; charset=utf-8"}
Answers = dict[str, "tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]"]


class Clock:
    """A clock that only waiting moves, and that remembers how long was waited."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


class Site:
    """A server on this machine: what it answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: Answers = {"/robots.txt": (404, {}, b"")}
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.heads.append(dict(self.headers))
                answer = site.answers.get(self.path, (404, HTML, b"nothing"))
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = int(self.server.server_address[1])
        self.url = f"http://daffa.example:{self.port}"

    @property
    def pages(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site()
    thread = threading.Thread(target=one.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield one
    one.server.shutdown()
    one.server.server_close()
    thread.join()


HERE = {"daffa.example": ["127.0.0.1"], "sharaa.example": ["127.0.0.1"], "inside.example": ["10.1.2.3"]}


def resolver(host: str) -> list[str]:
    """Names of the tests, and no question to any network."""
    if host in HERE:
        return HERE[host]
    if host.replace(".", "").isdigit() or ":" in host:
        return [host]
    raise Unreadable("there is no such host")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(site: Site, clock: Clock) -> Iterator[Fetcher]:
    allow = frozenset({("127.0.0.1", site.port)})
    with Fetcher(allow=allow, resolver=resolver, sleep=clock.sleep, clock=clock.time, timeout=5) as one:
        yield one


def test_a_page_is_fetched(site: Site, fetcher: Fetcher) -> None:
    site.answers["/news/1"] = (200, {"Content-Type": 'text/html; charset="windows-1256"'}, page().encode("cp1256"))
    found = fetcher.get(f"{site.url}/news/1#part")
    assert found.data == page().encode("cp1256")
    assert (found.declared, found.kind, found.notes) == ("windows-1256", "text/html", ())
    assert found.url == f"{site.url}/news/1#part"
    assert site.asked == ["/robots.txt", "/news/1"]


def test_it_says_who_it_is_and_brings_nothing_along(site: Site, fetcher: Fetcher) -> None:
    site.answers["/a"] = (200, {**HTML, "Set-Cookie": "who=you"}, b"<p>a</p>")
    site.answers["/b"] = (200, HTML, b"<p>b</p>")
    fetcher.get(f"{site.url}/a")
    fetcher.get(f"{site.url}/b")
    for head in site.heads:
        assert head["User-Agent"].startswith("riwaya/")
        assert head["User-Agent"].endswith("(+research; polite)")
        assert head["Host"] == f"daffa.example:{site.port}"
        assert not {"Cookie", "Authorization", "Referer"} & set(head)


def test_proxies_of_the_environment_are_not_used(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.answers["/a"] = (200, HTML, b"<p>a</p>")
    assert fetcher.get(f"{site.url}/a").data == b"<p>a</p>"


def test_addresses_in_arabic_letters(site: Site, fetcher: Fetcher) -> None:
    site.answers["/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1"] = (200, HTML, b"<p>a</p>")
    assert fetcher.get(f"{site.url}/أخبار").data == b"<p>a</p>"


# Robots


def test_what_robots_forbid_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    site.answers["/private/1"] = site.answers["/open"] = (200, HTML, b"<p>a</p>")
    with pytest.raises(Unreadable, match=r"robots\.txt asks that it not be fetched"):
        fetcher.get(f"{site.url}/private/1")
    assert fetcher.get(f"{site.url}/open").data
    assert site.asked == ["/robots.txt", "/open"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_robots_that_cannot_be_read_forbid_all(site: Site, fetcher: Fetcher, status: int) -> None:
    site.answers["/robots.txt"] = (status, {}, b"")
    for _ in range(2):
        with pytest.raises(Unreadable, match=r"robots\.txt cannot be read: the server"):
            fetcher.get(f"{site.url}/a")
    assert site.asked == ["/robots.txt"]  # asked once, and remembered


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_allows_all(site: Site, fetcher: Fetcher, status: int) -> None:
    site.answers["/robots.txt"] = (status, {}, b"")
    site.answers["/a"] = (200, HTML, b"<p>a</p>")
    assert fetcher.get(f"{site.url}/a").data


def test_robots_may_be_redirected_as_pages_are(site: Site, fetcher: Fetcher) -> None:
    site.answers["/robots.txt"] = (301, {"Location": "/other.txt"}, b"")
    site.answers["/other.txt"] = (200, {}, b"User-agent: riwaya\nDisallow: /\n")
    with pytest.raises(Unreadable, match="asks that it not be fetched"):
        fetcher.get(f"{site.url}/a")
    site.answers["/robots.txt"] = (301, {"Location": "http://10.0.0.1/"}, b"")
    with pytest.raises(Unreadable, match="private network"):
        fetcher.get(f"http://sharaa.example:{site.port}/a")


RULES = """
User-agent: someone
Disallow: /

User-agent: riwaya/2
User-agent: other
Disallow: /a*b$ # a remark
Allow: /a-open
Crawl-delay: 7

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "said"),
    [("/a1b", "no"), ("/a1bc", "yes"), ("/a-open", "yes"), ("/", "yes"), ("/robots.txt", "yes")],
)
def test_rules_for_this_program(path: str, said: str) -> None:
    assert robots(RULES, "riwaya").allows(path) is (said == "yes")


def test_rules_in_other_forms() -> None:
    assert robots(RULES, "riwaya").delay == 7
    assert not robots(RULES, "unknown").allows("/x")
    assert robots("User-agent: *\nDisallow:\n", "riwaya").allows("/x")
    both = robots("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n", "riwaya")
    assert not both.allows("/a")
    assert not both.allows("/b")
    assert not robots("User-agent: *\nDisallow: /أخبار\n", "riwaya").allows("/%d8%a3%D8%AE%D8%A8%D8%A7%D8%B1/1")
    assert robots("<html>no rules</html>", "riwaya").allows("/x")
    assert robots("User-agent: *\nDisallow: /p\nAllow: /p\n", "riwaya").allows("/p")
    assert not robots("\ufeffUSER-AGENT:*\r\nDISALLOW : /x\r\n", "riwaya").allows("/x?y")


def test_patterns_of_stars_are_not_slow() -> None:
    assert not matches("/" + "*a" * 200 + "b", "/" + "a" * 8_000)


# Pace


def test_one_host_is_not_asked_twice_in_a_second(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.answers["/a"] = (200, HTML, b"<p>a</p>")
    fetcher.get(f"{site.url}/a")
    assert clock.waits == [1.0]  # between robots.txt and the page
    fetcher.get(f"http://sharaa.example:{site.port}/a")
    assert clock.waits == [1.0, 1.0]  # another host need not wait for this one
    fetcher.get(f"{site.url}/a")
    assert clock.waits == [1.0, 1.0]  # the second has passed
    fetcher.get(f"{site.url}/a")
    assert clock.waits == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(("asked", "waited"), [("5", 5.0), ("0.2", 1.0), ("9000", 60.0)])
def test_a_delay_that_a_site_asks_for(site: Site, fetcher: Fetcher, clock: Clock, asked: str, waited: float) -> None:
    site.answers["/robots.txt"] = (200, {}, f"User-agent: *\nCrawl-delay: {asked}\n".encode())
    site.answers["/a"] = (200, HTML, b"<p>a</p>")
    fetcher.get(f"{site.url}/a")
    fetcher.get(f"{site.url}/a")
    assert clock.waits[-1] == waited


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "30"},
        {"Retry-After": "Wed, 12 Feb 2025 10:00:30 GMT", "Date": "Wed, 12 Feb 2025 10:00:00 GMT"},
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_once_more(
    site: Site, fetcher: Fetcher, clock: Clock, headers: dict[str, str], status: int
) -> None:
    def then(handler: BaseHTTPRequestHandler) -> None:
        site.answers["/a"] = (200, HTML, b"<p>a</p>")
        handler.send_response_only(status)
        for name, value in {**headers, "Content-Length": "0"}.items():
            handler.send_header(name, value)
        handler.end_headers()

    site.answers["/a"] = then
    assert fetcher.get(f"{site.url}/a").data == b"<p>a</p>"
    assert 30.0 in clock.waits
    site.answers["/a"] = (status, {"Retry-After": "1"}, b"")
    with pytest.raises(Unreadable, match=f"the server answers HTTP {status}"):
        fetcher.get(f"{site.url}/a")
    assert site.pages == ["/a"] * 4


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "86400"}, {"Retry-After": "soon"}])
def test_a_busy_server_that_asks_for_too_much_time(site: Site, fetcher: Fetcher, headers: dict[str, str]) -> None:
    site.answers["/a"] = (503, headers, b"")
    with pytest.raises(Unreadable, match=r"the server is busy \(HTTP 503"):
        fetcher.get(f"{site.url}/a")
    assert site.pages == ["/a"]


# Redirects


def test_redirects_are_followed_and_told(site: Site, fetcher: Fetcher) -> None:
    site.answers["/a"] = (301, {"Location": "b?x=1"}, b"")
    site.answers["/b?x=1"] = (302, {"Location": f"http://sharaa.example:{site.port}/c"}, b"")
    site.answers["/c"] = (200, HTML, b"<p>c</p>")
    found = fetcher.get(f"{site.url}/a")
    assert found.url == f"http://sharaa.example:{site.port}/c"
    assert found.notes == (f"it was moved to {found.url}",)
    assert site.asked.count("/robots.txt") == 2  # the second host was asked too


def test_redirects_end(site: Site, fetcher: Fetcher) -> None:
    for step in range(10):
        site.answers[f"/{step}"] = (308, {"Location": f"/{step + 1}"}, b"")
    site.answers["/loop"] = (307, {"Location": "/loop"}, b"")
    for start in ("/0", "/loop"):
        site.asked.clear()
        with pytest.raises(Unreadable, match="moved more than 5 times"):
            fetcher.get(f"{site.url}{start}")
        assert len(site.pages) == 6
    site.answers["/5"] = (200, HTML, b"<p>there</p>")
    assert fetcher.get(f"{site.url}/0").data


def test_a_redirect_to_what_robots_forbid(site: Site, fetcher: Fetcher) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    site.answers["/a"] = (302, {"Location": "/private"}, b"")
    with pytest.raises(Unreadable, match="asks that it not be fetched"):
        fetcher.get(f"{site.url}/a")
    assert site.pages == ["/a"]


# Nowhere else


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:80/",
        "http://10.0.0.1/",
        "http://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2001:0:7f00:1::]/",
        "https://inside.example/",
    ],
)
def test_private_addresses_are_not_asked(site: Site, fetcher: Fetcher, url: str) -> None:
    with pytest.raises(Unreadable, match="private network"):
        fetcher.get(url)
    site.answers["/a"] = (302, {"Location": url}, b"")
    with pytest.raises(Unreadable, match="private network"):
        fetcher.get(f"{site.url}/a")
    assert site.pages == ["/a"]


def test_the_permission_is_for_one_port_of_one_address(site: Site, clock: Clock) -> None:
    with (
        Fetcher(resolver=resolver, sleep=clock.sleep, clock=clock.time) as fetcher,
        pytest.raises(Unreadable, match="not fetched from port"),
    ):
        fetcher.get(f"{site.url}/a")
    elsewhere = frozenset({("127.0.0.2", site.port)})
    with (
        Fetcher(allow=elsewhere, resolver=resolver, sleep=clock.sleep, clock=clock.time) as fetcher,
        pytest.raises(Unreadable, match="private network"),
    ):
        fetcher.get(f"{site.url}/a")
    assert site.asked == []


def test_one_private_address_among_several_is_enough(site: Site, clock: Clock) -> None:
    allow = frozenset({("127.0.0.1", site.port)})
    for found in (["127.0.0.1", "10.0.0.1"], ["10.0.0.1", "127.0.0.1"]):
        with (
            Fetcher(allow=allow, resolver=lambda _, found=found: found, clock=clock.time, sleep=clock.sleep) as fetcher,
            pytest.raises(Unreadable, match="private network"),
        ):
            fetcher.get(f"{site.url}/a")
    assert site.asked == []


def test_a_name_that_changes_its_meaning_gains_nothing(site: Site, clock: Clock) -> None:
    """What was checked is connected to: the name is never looked up a second time for one connection."""
    asked: list[str] = []

    def rebinding(host: str) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.answers["/a"] = (200, HTML, b"<p>a</p>")
    allow = frozenset({("127.0.0.1", site.port)})
    real = socket.getaddrinfo

    def only_numbers(host: object, *args: object, **options: object) -> object:
        assert host == "127.0.0.1", "a name was looked up behind the check"
        return real(host, *args, **options)  # type: ignore[call-overload]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", only_numbers)
        with Fetcher(allow=allow, resolver=rebinding, clock=clock.time, sleep=clock.sleep) as fetcher:
            assert fetcher.get(f"{site.url}/a").data
    assert len(asked) == 2  # one connection for robots.txt, one for the page


def test_the_next_address_is_tried_where_one_does_not_answer(site: Site, clock: Clock) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.2", site.port))  # bound, and not listening
        allow = frozenset({("127.0.0.1", site.port), ("127.0.0.2", site.port)})
        site.answers["/a"] = (200, HTML, b"<p>a</p>")
        with Fetcher(
            allow=allow, resolver=lambda _: ["127.0.0.2", "127.0.0.1"], clock=clock.time, sleep=clock.sleep
        ) as fetcher:
            assert fetcher.get(f"{site.url}/a").data


def test_a_secure_connection_is_for_the_name_and_not_the_address(clock: Clock) -> None:
    said: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def listen() -> None:
            connection, _ = server.accept()
            with connection:
                said.append(connection.recv(4096))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        with (
            Fetcher(
                allow=frozenset({("127.0.0.1", port)}), resolver=resolver, clock=clock.time, sleep=clock.sleep
            ) as fetcher,
            pytest.raises(Unreadable, match=r"robots\.txt cannot be read: the connection failed"),
        ):
            fetcher.get(f"https://daffa.example:{port}/a")
        thread.join(5)
    assert b"daffa.example" in said[0]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://daffa.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("news/1.html", "only http and https"),
        ("http://", "no host"),
        ("http://user:secret@daffa.example/", "name or password"),
        ("http://daffa.example:22/", "not fetched from port 22"),
        ("http://daffa.example:99999/", "not fetched from port 99999"),
        ("http://[zz]/", "no address of the web"),
        ("http://a\x00b/", "no address of the web"),
        ("http://daffa.example/" + "a" * 9_000, "longer than any"),
        ("http://unknown.example/", "no such host"),
        ("", "only http and https"),
    ],
)
def test_what_is_no_address_of_the_web(site: Site, fetcher: Fetcher, url: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        fetcher.get(url)
    assert site.asked == []


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700:4700::1111", "64:ff9b::5db8:d70e", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", ["", "localhost", "192.0.2.1", "240.0.0.1", "fec0::1", "ff02::1", "2001:db8::1"])
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_numbers_in_disguise_are_resolved_before_they_are_checked() -> None:
    assert resolved("127.1") == ["127.0.0.1"]
    with pytest.raises(Unreadable, match="there is no host"):
        resolved("a" * 300)


# Bodies


def test_a_page_that_is_too_large(site: Site, clock: Clock) -> None:
    endless_sent: list[int] = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response_only(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        try:
            for _ in range(10_000):
                handler.wfile.write(b"x" * 65_536)
                endless_sent.append(1)
        except OSError:
            pass

    site.answers["/endless"] = endless
    site.answers["/large"] = (200, HTML, b"x" * 2_000_000)
    site.answers["/bomb"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(300_000_000)))
    allow = frozenset({("127.0.0.1", site.port)})
    with Fetcher(allow=allow, resolver=resolver, clock=clock.time, sleep=clock.sleep, most=2**20) as fetcher:
        for path in ("/endless", "/large", "/bomb"):
            with pytest.raises(Unreadable, match="larger than 1 MB"):
                fetcher.get(f"{site.url}{path}")
    assert len(endless_sent) < 500


def test_packed_pages_are_unpacked(site: Site, fetcher: Fetcher) -> None:
    body = page().encode()
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(body))
    assert fetcher.get(f"{site.url}/a").data == body
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(body)[:-20])
    with pytest.raises(Unreadable, match="packed with gzip and was cut off"):
        fetcher.get(f"{site.url}/a")


def test_a_body_that_ends_too_soon(site: Site, fetcher: Fetcher) -> None:
    site.answers["/a"] = (200, {**HTML, "Content-Length": "5000"}, b"<p>half")
    site.answers["/empty"] = (200, HTML, b"  ")
    with pytest.raises(Unreadable, match="the connection failed: remote protocol error"):
        fetcher.get(f"{site.url}/a")
    with pytest.raises(Unreadable, match="answer is empty"):
        fetcher.get(f"{site.url}/empty")


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_server_that_drips(site: Site, clock: Clock, where: str) -> None:
    """Each drop makes ten seconds pass on the fetcher's clock, and no time on any other."""
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        handler.wfile.write(b"\r\n" if where == "body" else b"")
        try:
            for _ in range(10_000):
                clock.now += 10
                handler.wfile.write(b"X: y\r\n")
                handler.wfile.flush()
                if stop.wait(0.002):
                    break
        except OSError:
            pass

    site.answers["/a"] = drip
    allow = frozenset({("127.0.0.1", site.port)})
    with (
        Fetcher(allow=allow, resolver=resolver, clock=clock.time, sleep=clock.sleep) as fetcher,
        pytest.raises(Unreadable, match="it took more than 60 seconds"),
    ):
        fetcher.get(f"{site.url}/a")
    stop.set()


def test_a_server_that_says_nothing(site: Site, clock: Clock) -> None:
    stop = threading.Event()
    site.answers["/a"] = lambda handler: stop.wait(10) and None
    allow = frozenset({("127.0.0.1", site.port)})
    with (
        Fetcher(allow=allow, resolver=resolver, clock=clock.time, sleep=clock.sleep, timeout=0.05) as fetcher,
        pytest.raises(Unreadable, match="the connection failed: read timeout"),
    ):
        fetcher.get(f"{site.url}/a")
    stop.set()


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "application/octet-stream", "video/mp4"])
def test_what_is_no_page_is_not_taken(site: Site, fetcher: Fetcher, kind: str) -> None:
    site.answers["/a"] = (200, {"Content-Type": kind}, b"x")
    with pytest.raises(Unreadable, match=f"it is no page but {kind}"):
        fetcher.get(f"{site.url}/a")


@pytest.mark.parametrize(
    ("status", "told"), [(404, "there is no such page"), (403, "let this program in"), (500, "500")]
)
def test_answers_without_a_page(site: Site, fetcher: Fetcher, status: int, told: str) -> None:
    site.answers["/a"] = (status, HTML, b"<p>not found</p>")
    with pytest.raises(Unreadable, match=told):
        fetcher.get(f"{site.url}/a")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtraError, match=r'Hint: pip install "riwaya\[web\]"'):
        Fetcher()


# Lists of addresses


def test_every_address_of_a_list_has_its_piece(site: Site, fetcher: Fetcher) -> None:
    site.answers["/news/1.html"] = (200, HTML, page().encode())
    site.answers["/text"] = (200, {"Content-Type": "text/plain; charset=utf-8"}, f"{TITLE}\n\n{FIRST}\n".encode())
    site.answers["/script"] = (200, HTML, b"<script>x()</script>")
    urls = [f"{site.url}/{path}" for path in ("news/1.html", "text", "script", "missing")]
    found = list(fetched(addresses([*urls, "  ", "ftp://a.example"]), fetcher))
    assert [type(one).__name__ for one in found] == ["Page", "Page", "Refusal", "Refusal", "Refusal"]
    first, text, script, missing, _ = found
    assert isinstance(first, Page)
    assert (first.name, first.origin, first.text.split("\n")[-1]) == ("news-1", urls[0], SECOND)
    assert (first.meta["url"], first.meta["source"], first.meta["title"]) == (urls[0], "daffa.example", TITLE)
    assert isinstance(text, Page)
    assert text.text == f"{TITLE}\n\n{FIRST}\n"
    assert script == Refusal(urls[2], "the page shows no text")
    assert missing == Refusal(urls[3], "the server answers HTTP 404: there is no such page")


def test_what_is_said_of_an_address_wins(site: Site, fetcher: Fetcher) -> None:
    site.answers["/1"] = (301, {"Location": "/2"}, b"")
    site.answers["/2"] = (200, HTML, page(TITLE, FIRST, OTHER).encode())
    meta = {"title": "عنوان الجدول", "source": "الضفة", "published": "2025-02-12", "author": ""}
    address = Address("row-7", "list.csv row 7", f"{site.url}/1", meta, ("said",))
    (piece,) = fetched([address], fetcher)
    assert isinstance(piece, Page)
    assert (piece.name, piece.origin) == ("row-7", "list.csv row 7")
    assert {**piece.meta, "language": ""} == {
        "title": "عنوان الجدول",
        "source": "الضفة",
        "published": "2025-02-12",
        "url": f"{site.url}/1",
        "language": "",
    }
    assert piece.notes[:2] == ("said", f"it was moved to {site.url}/2")
    (refused,) = fetched([Address("row-8", "list.csv row 8", f"{site.url}/3")], fetcher)
    assert refused == Refusal("list.csv row 8", f"{site.url}/3: the server answers HTTP 404: there is no such page")


def test_a_feed_gives_its_items_and_the_pages_that_they_name(site: Site, fetcher: Fetcher) -> None:
    items = (
        f"<item><title>{TITLE}</title><description>{FIRST} {SECOND} {OTHER}</description></item>"
        f"<item><title>قصير</title><link>{site.url}/2</link><description>سطر.</description></item>"
        f"<item><title>تغذية</title><link>{site.url}/feed</link></item>"
    )
    feed_kind = {"Content-Type": "application/rss+xml; charset=utf-8"}
    site.answers["/feed"] = (200, feed_kind, rss(items).encode())
    site.answers["/2"] = (200, HTML, page("آخر", FIRST, OTHER).encode())
    first, second, third = fetched(addresses([f"{site.url}/feed"]), fetcher)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.meta["title"] == TITLE
    assert (second.meta["title"], second.meta["source"]) == ("قصير", "الضفة")
    assert OTHER in second.text
    assert isinstance(third, Refusal)
    assert "it is a feed itself" in third.reason


def test_a_fault_of_one_page_ends_no_list(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/1"] = site.answers["/2"] = (200, HTML, page().encode())
    from workbench.loaders.web import fetch

    real = fetch.page_of

    def fails(data: bytes, name: str, *args: str, **options: str) -> Page:
        if name == "1":
            raise ZeroDivisionError
        return real(data, name, *args, **options)

    monkeypatch.setattr(fetch, "page_of", fails)
    first, second = fetched(addresses([f"{site.url}/1", f"{site.url}/2"]), fetcher)
    assert isinstance(first, Refusal)
    assert first.reason.startswith("it broke the loader")
    assert isinstance(second, Page)
