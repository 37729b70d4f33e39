"""Which addresses of the internet a page may be fetched from: those that everybody can reach, and no others.

A link in a table or a redirect can name a machine inside the network of whoever loads it: a router, a printer, a
cloud's store of passwords. Such a machine is never asked.
"""

from __future__ import annotations

import ipaddress
import socket

from workbench.loaders.records import Unreadable

__all__ = ["is_public", "resolved"]

NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolved(host: str) -> list[str]:
    """The addresses of a host, as the system finds them.

    Raises
    ------
    Unreadable: there is no such host.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"there is no host {host[:80]!r}, or no network") from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the whole internet, and so is every address that is written inside it.

    >>> is_public("93.184.215.14"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("fe80::1%eth0")
    (True, False, False, False)
    """
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        if one.scope_id is not None or one.is_site_local:
            return False
        inner = one.ipv4_mapped or one.sixtofour
        if one in NAT64:
            inner = ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if one.teredo is not None:
            return False
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified or one.is_loopback)
