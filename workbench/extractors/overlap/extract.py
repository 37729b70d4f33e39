"""From a corpus to its overlap: read the words, find the pairs, lay each pair side by side."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Literal

from workbench.corpus import Article, Block, Corpus, expect
from workbench.errors import WorkbenchError
from workbench.extractors.encoder import Encoder, encoder
from workbench.extractors.overlap.result import Overlap
from workbench.progress import steps

if TYPE_CHECKING:
    from concurrent.futures import Executor

    import numpy as np
    from distributed import Client
    from numpy.typing import NDArray

    from workbench.extractors.overlap.sharing import Candidates, Limits, Stretches
    from workbench.extractors.overlap.words import Text, Words

    Posted = tuple[NDArray[np.uint64], NDArray[np.int64]]

__all__ = ["overlap", "ready"]

MANY = 500  # articles above which a progress bar is worth its line


def overlap(  # noqa: PLR0913 - each is a wish of its own
    corpus: Corpus,
    *,
    k: int = 5,
    min_words: int | None = None,
    gap: int = 3,
    cap: int = 200,
    engine: Client | Executor | Literal["dask"] | None = None,
    workspace: str | PathLike[str] | None = None,
    meaning: bool | Encoder = False,
) -> Overlap:
    """Who shares how much with whom, and each shared passage to the character in both originals.

    A shingle is ``k`` words in a row, folded, of an article's content (title, subtitle, body; no shingle crosses from
    one into another). The containment of ``a`` in ``b`` is the share of a's distinct shingles that stand in ``b``
    (Broder 1997, "On the resemblance and containment of documents"), counted exactly: nothing is sampled. Passages
    are found by four words in a row, followed both ways over small edits, and compared word by word; one that holds
    no whole shingle needs ten equal words, six in ten of what it spans. A passage is cut where a caption or
    anything else that is no content stands inside it in either article.

    Parameters
    ----------
    corpus: the articles.
    k: the words of a shingle.
    min_words: a passage with fewer words in common is left out; pieces of a cut passage may be shorter. ``k`` where it
        is None, so that every share leads to the words that it counts.
    gap: the most words that an edit inside a passage may have on either side.
    cap: four words in a row that stand in more articles than this (a footer, a slogan) make no pair by themselves;
        they still count in the pairs that others make, and stand in ``capped``. Of more than 24 articles of one outlet
        that hold them each is paired with the next 4 only.
    engine: None for this process, "dask" for a Dask cluster of processes on this machine (extra ``dask``; in a script
        below ``if __name__ == "__main__"``), a ``dask.distributed.Client``, or any executor of ``concurrent.futures``.
        The answer is the same.
    workspace: a folder in which the work is kept as files, for corpora whose words do not fit in memory: about 36 bytes
        a word while it goes on, 30 afterwards. A run that was stopped goes on where it was; one that was ended is
        there at once. A Client on other machines needs a folder that all of them see. One run at a time; the result
        reads from it; remove it when nothing needs it any more. None keeps all in memory; an engine then takes a
        temporary folder.
    meaning: whether sentences are found too that say the same in other words, also in another language
        (``reworded``): True by the encoder of the extra ``meaning``, or an encoder of yours, anything with
        ``encode(texts)`` that makes an array with a row for each. It never changes what is shared word for word.

    Returns
    -------
    Overlap: ``pairs``, ``passages``, ``boilerplate``, ``capped``, ``reworded``, ``matrix()``, ``flow()``,
        ``unique()``, ``diff()``.

    Raises
    ------
    WorkbenchError: an option is out of its range, or there are more than 300,000 sentences to compare by ``meaning``.
    MissingExtraError: the engine is not installed, or the sentence encoder.
    UnknownLanguageError: an article is in a language that has no pack.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> def page(name, text):
    ...     return Article(name, name, "", None, "", "", "ar", text, (Block(0, len(text), "body"),), name)
    >>> said = "اتفق الجانبان على مواصلة الاتصالات في المستقبل القريب"
    >>> found = overlap(Corpus([page("أ", said + "."), page("ب", "قال البيان: " + said)]))
    >>> found.pairs[["words", "a_in_b"]].to_dict("records")
    [{'words': 8, 'a_in_b': 1.0}]
    >>> row = found.passages.iloc[0]
    >>> found.corpus[row.b].text[row.b_start:row.b_end] == said
    True
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    least = k if min_words is None else min_words
    _check(k=(k, 1), min_words=(least, 1), gap=(gap, 0), cap=(cap, 2))
    from workbench.extractors.overlap.sharing import Limits
    from workbench.extractors.overlap.tables import Index, frames

    limits = Limits(k, gap, least, cap)
    by = encoder() if meaning is True else meaning or None
    ready()
    if engine is None and workspace is None:
        words, found, shared = _found(corpus, limits)
        index = Index(corpus, words, limits, found, shared.capped)
        made = Overlap(corpus, k, frames(index), index)
    else:
        made = _in_folder(corpus, limits, engine, workspace)
    return made.add_reworded(by) if by else made


def _in_folder(corpus: Corpus, limits: Limits, engine: object, workspace: str | PathLike[str] | None) -> Overlap:
    """The overlap by tasks over files."""
    from workbench.extractors.overlap import stages
    from workbench.extractors.overlap.engines import place, working
    from workbench.extractors.overlap.folder import prepared
    from workbench.extractors.overlap.tables import Index, frames

    show = len(corpus) > MANY
    with place(workspace) as room, working(engine, threads=2 if show else 1) as each:
        folder = prepared(corpus, limits, room, show=show)
        words, found, capped = stages.found(folder, each, show=show)
        counts = partial(stages.counted, folder, each, show=show)
        if workspace is None:
            words = words.in_memory()
        index = Index(corpus, words, limits, found, capped, counts)
        made = frames(index)
    return Overlap(corpus, limits.k, made, index)


def _check(**given: tuple[int, int]) -> None:
    for name, (value, least) in given.items():
        if value < least:
            raise WorkbenchError(f"{name}={value} is too small.", hint=f"{name} is at least {least}.")


def _found(corpus: Corpus, limits: Limits) -> tuple[Words, Stretches, Candidates]:
    """The words of a corpus, the passages of its pairs, and what was capped: stage by stage, each in parts."""
    import numpy as np

    from workbench.extractors.overlap import sharing
    from workbench.extractors.overlap.characters import table
    from workbench.extractors.overlap.words import batches, read, utf16

    rules = table(article.language for article in corpus)
    articles, show = list(corpus), len(corpus) > MANY
    threads = 2 if show else 1
    texts, outlets = list(batches(articles)), sharing.outlets(corpus)
    firsts = np.cumsum([0, *map(len, texts)]).tolist()
    sizes = [sum([len(article.text) for article in some]) for some in texts]
    known = sharing.lifted(sum(sizes)), sharing.taken_by(len(articles))

    def posted(number: int) -> tuple[Words, Posted]:
        part = read(texts[number], rules)
        return part, sharing.posted(part, limits.seed, firsts[number], known)

    def paired(number: int) -> Candidates:
        own = [keys[begins[number] : begins[number + 1]] for keys, begins in postings]
        return sharing.paired(own, words, limits, outlets, known)

    parts = sharing.at_once(posted, range(len(texts)), threads=threads)
    words, postings = _gathered(parts, sizes, show=show)
    numbers = range(1 << known[0])
    ranges = sharing.at_once(paired, numbers, threads=threads)
    shared = sharing.candidates(list(steps(ranges, "shared words", show=show, many=0, expected=len(numbers))))
    postings.clear()

    def texts_of(numbers: NDArray[np.int64], parts: NDArray[np.int64]) -> Text:
        return utf16([articles[number] for number in numbers.tolist()], rules, parts)

    def laid(pairs: NDArray[np.uint64]) -> Stretches:
        return sharing.true(sharing.stretches(words, pairs, limits), words, texts_of, rules)

    portions = [shared.pairs[first : first + sharing.PAIRS] for first in range(0, len(shared.pairs), sharing.PAIRS)]
    laid_out = sharing.at_once(laid, portions, threads=threads)
    found = list(steps(laid_out, "pairs", show=show, many=0, expected=len(portions)))
    return words, sharing.all_of(found), shared


def _gathered(
    parts: Generator[tuple[Words, Posted], None, None], sizes: list[int], *, show: bool
) -> tuple[Words, list[Posted]]:
    """The words of all batches, which have so many characters, and who holds their shingles, batch by batch."""
    from workbench.extractors.overlap.words import Gathered

    gathered, postings = Gathered(sum(sizes)), []
    with closing(parts):
        made = steps(parts, "words", show=show, many=0, expected=len(sizes))
        for size, (part, one) in zip(sizes, made, strict=True):
            gathered.add(part, size)
            postings.append(one)
    return gathered.words(), postings


def ready() -> None:
    """Have every kernel at hand before the work: from the disk, else compiled now, with a bar that says so."""
    from workbench.text.compiled import compiled, fresh

    stages = _rehearsal() if fresh() else []
    while stages and not compiled():
        stages.pop(0)()
    for stage in steps(stages, "compiling once", many=0):
        stage()


def _rehearsal() -> list[Callable[[], object]]:
    """A few words through all stages, the smallest first; the last one alone needs what only large corpora do."""
    import numpy as np

    from workbench.extractors.overlap.seedkernels import longest
    from workbench.extractors.overlap.sharing import Limits
    from workbench.extractors.overlap.tables import Index, frames
    from workbench.text.compiled import compiled

    text = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"
    block = (Block(0, len(text), "body"),)
    corpus = Corpus(Article(f"p{n}", "", "", None, "", "", "ar", text, block, "") for n in range(3))

    def through(cap: int) -> None:
        limits = Limits(5, 3, 5, cap)
        words, found, shared = _found(corpus, limits)
        frames(Index(corpus, words, limits, found, shared.capped))

    def large() -> None:
        if compiled():
            through(2)

    smallest = partial(longest, np.zeros(2, dtype=np.int64))
    return [smallest, partial(_found, corpus, Limits(5, 3, 5, 5)), partial(through, 5), large]
