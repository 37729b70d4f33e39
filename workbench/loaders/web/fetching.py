"""Pages of which there is only the address, fetched while a corpus is loaded, and not fetched twice.

Each fetched page counts as a file of its own, by its address, so that a kept corpus has it and a stop costs only what
was being fetched. What could not be fetched is tried again the next time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from workbench.corpus import InputFile
from workbench.loaders.crew import Done
from workbench.loaders.making import Made, Outcome, make
from workbench.loaders.records import Address
from workbench.loaders.web.fetcher import Fetcher

__all__ = ["with_pages"]

Known = Callable[[str], Done | None]


def with_pages(jobs: Iterator[Done], fixed: Mapping[str, str], known: Known | None) -> Iterator[Done]:
    """What became of jobs, and in place of each address what became of its page, in order."""
    with Fetcher() as fetcher:
        for done in jobs:
            if not any(isinstance(one, Address) for one in done.outcomes):
                yield done
                continue
            for one in done.outcomes:
                if isinstance(one, Address):
                    yield (known(one.url) if known else None) or _fetched(one, fetcher, fixed)
                else:
                    yield Done((one,), input=done.input)
            if done.file is not None:
                yield Done((), done.file, done.input)


def _fetched(address: Address, fetcher: Fetcher, fixed: Mapping[str, str]) -> Done:
    from workbench.loaders.web.fetch import fetched

    outcomes: tuple[Outcome, ...] = tuple(make(piece, fixed) for piece in fetched([address], fetcher))
    if not outcomes or not all(isinstance(one, Made) for one in outcomes):
        return Done(outcomes, input=address.url)
    texts = "\n".join(one.article.text for one in outcomes if isinstance(one, Made)).encode()
    digest = hashlib.sha256(texts).hexdigest()
    file = InputFile(address.url, address.url, len(texts), 0, digest, "web page", len(outcomes))
    return Done(outcomes, file, address.url)
