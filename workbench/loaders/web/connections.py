"""Connections for the fetcher: to addresses that were checked, and never for longer than it has time.

This module is imported when something is fetched; httpcore, which httpx stands on, does the speaking of HTTP.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

__all__ = ["FAILURES", "Checked", "pool"]

FAILURES = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    ssl.SSLError,
    OSError,
)
"""What goes wrong on a network."""


class Checked(httpcore.NetworkBackend):
    """Connects to the addresses that ``addresses`` gives for a host and port, and to no other.

    The name is asked for once, and it is the checked addresses that are connected to: a name that means another
    machine when it is asked for again gains nothing. The server's certificate is still that of the name.

    Parameters
    ----------
    addresses: the checked addresses of a host at a port; raises where one of them is not to be asked.
    left: how many seconds there are left.
    """

    def __init__(self, addresses: Callable[[str, int], list[str]], left: Callable[[], float]) -> None:
        self._addresses = addresses
        self._left = left
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that answers."""
        failure: Exception = httpcore.ConnectError("the host has no address")
        for address in self._addresses(host, port):
            try:
                stream = self._inner.connect_tcp(
                    address, port, _within(timeout, self._left), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return Timed(stream, self._left)
        raise failure


class Timed(httpcore.NetworkStream):
    """A connection on which nothing takes longer than there is time: not a head that comes letter by letter either."""

    def __init__(self, inner: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._inner = inner
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._inner.read(max_bytes, _within(timeout, self._left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, _within(timeout, self._left))

    def close(self) -> None:
        """Close it."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same, secured."""
        return Timed(self._inner.start_tls(ssl_context, server_hostname, _within(timeout, self._left)), self._left)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks about it."""
        return self._inner.get_extra_info(info)


def _within(timeout: float | None, left: Callable[[], float]) -> float:
    rest = left()
    if rest <= 0:
        raise httpcore.ReadTimeout("there is no time left")
    return rest if timeout is None else min(timeout, rest)


def pool(addresses: Callable[[str, int], list[str]], left: Callable[[], float]) -> httpcore.ConnectionPool:
    """A pool that keeps no connection, no cookie and no proxy, and connects where ``Checked`` lets it."""
    return httpcore.ConnectionPool(
        max_connections=1, max_keepalive_connections=0, network_backend=Checked(addresses, left)
    )
