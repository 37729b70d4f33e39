"""What loading costs, as a ratio: ``python -m tests.benchmarks.load [--pages 10000] [--texts 100000]``.

The pages are made in a temporary folder from the styles of the gold and the sample: each is one of those pages with
its sentences drawn anew from all pages of the language, so that no two say the same and all keep their markup. The
same files are loaded by ``workbench.load`` and read by ``trafilatura.extract`` in a plain loop; one run measures
both. The ratio is of pages a second; on a machine that does other work meanwhile the ratio of processor time is the
one to look at, and on two idle cores the first is nearly twice that. ``--texts`` loads that many text files too and
tells the peak of memory, of this process and of its helpers together.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
import resource
import tempfile
import time
from pathlib import Path

from workbench.languages import detect
from workbench.loaders import load
from workbench.loaders.encoding import decode

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "data" / "gold" / "pages", ROOT / "workbench" / "samples" / "phone_call")
TEXT = re.compile(r">([^<>]{60,})<")
"""What stands between two tags and is long enough to be text."""
UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?؟])\s+")
HEADING = re.compile(r"(<h1[^>]*>)([^<]+)", re.IGNORECASE)


class Style:
    """A page as the places of its texts, and the sentences that can stand there."""

    def __init__(self, markup: str) -> None:
        self.language = detect(re.sub(r"<[^>]*>", " ", UNSEEN.sub(" ", markup)))
        hidden = [match.span() for match in UNSEEN.finditer(markup)]
        self.pieces: list[str] = []
        self.texts: list[str] = []
        last = 0
        for match in TEXT.finditer(markup):
            if not any(start <= match.start() < end for start, end in hidden):
                self.pieces.append(markup[last : match.start(1)])
                self.texts.append(match[1])
                last = match.end(1)
        self.pieces.append(markup[last:])

    def filled(self, dice: random.Random, sentences: list[str], number: int) -> str:
        """The page with other sentences, about as many words in each place, and a number in its headline."""
        page = [self.pieces[0]]
        for text, rest in zip(self.texts, self.pieces[1:], strict=True):
            new: list[str] = []
            while sum(map(len, new)) < 0.8 * len(text):
                new.append(dice.choice(sentences))
            page += [" ".join(new), rest]
        return HEADING.sub(rf"\g<1>\g<2> {number}", "".join(page))


def styles() -> list[Style]:
    """The HTML pages of gold and sample as styles."""
    paths = sorted(path for folder in FOLDERS for path in folder.rglob("*.html"))
    return [Style(text) for path in paths if (text := decode(path.read_bytes()).text)]


def made(folder: Path, pages: int, *, seed: int = 11) -> list[Path]:
    """That many pages in a folder, each different; their paths."""
    dice = random.Random(seed)
    known = styles()
    sentences: dict[str, list[str]] = {}
    for style in known:
        for text in style.texts:
            sentences.setdefault(style.language, []).extend(SENTENCE.split(text.strip()))
    paths = []
    for number in range(pages):
        style = known[number % len(known)]
        path = folder / f"page-{number:06}.html"
        path.write_text(style.filled(dice, sentences[style.language], number), encoding="utf-8")
        paths.append(path)
    return paths


def processor() -> float:
    """The seconds of processor that this process and its helpers, once they have ended, have had."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def by_trafilatura(paths: list[Path]) -> tuple[float, int]:
    """The seconds that a plain loop over the files takes, and how many pages gave a text."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    extract(paths[0].read_bytes())  # imports and caches
    began = time.perf_counter()
    found = sum(extract(path.read_bytes()) is not None for path in paths)
    return time.perf_counter() - began, found


def by_load(folder: Path) -> tuple[float, int]:
    """The seconds that loading a folder takes, and how many articles it gave."""
    began = time.perf_counter()
    corpus = load(folder, progress=False)
    return time.perf_counter() - began, len(corpus)


def texts(folder: Path, count: int, *, seed: int = 12) -> None:
    """That many text files in a folder, each different."""
    dice = random.Random(seed)
    sentences: list[str] = []
    for style in styles():
        if style.language == "ar":
            sentences += [one for text in style.texts for one in SENTENCE.split(text.strip())]
    for number in range(count):
        paragraphs = [" ".join(dice.choices(sentences, k=3)) for _ in range(6)]
        home = folder / f"{number // 1000:03}"
        home.mkdir(exist_ok=True)
        (home / f"text-{number:06}.txt").write_text("\n\n".join([f"خبر رقم {number}", *paragraphs]), encoding="utf-8")


def peak() -> float:
    """The most memory that this process and any of its helpers have had, in MB, the helpers' counted once each."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    helper = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + 2 * helper) / 1024


def main() -> None:
    """Print pages a second of both and the ratio; memory for text files where they are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=2000, help="HTML pages (default 2,000)")
    options.add_argument("--texts", type=int, default=0, help="text files to load for the peak of memory")
    given = options.parse_args()
    if given.pages:
        with tempfile.TemporaryDirectory() as name:
            paths = made(Path(name), given.pages)
            size = sum(path.stat().st_size for path in paths) / len(paths) / 1024
            print(f"{len(paths):,} pages of {size:.1f} kB on average")
            began = processor()
            theirs, found = by_trafilatura(paths)
            between = processor()
            ours, articles = by_load(Path(name))
            ended = processor()
            print(f"  trafilatura.extract, a plain loop  {len(paths) / theirs:8.0f} pages a second  ({found:,} texts)")
            print(
                f"  workbench.load                     {len(paths) / ours:8.0f} pages a second  ({articles:,} articles)"
            )
            print(f"  ratio {theirs / ours:.2f}")
            print(f"  processor: {1000 * (between - began) / len(paths):.1f} ms a page against", end=" ")
            print(f"{1000 * (ended - between) / len(paths):.1f} ms, ratio {(between - began) / (ended - between):.2f}")
    if given.texts:
        with tempfile.TemporaryDirectory() as name:
            texts(Path(name), given.texts)
            seconds, articles = by_load(Path(name))
            print(f"{articles:,} text files in {seconds:.0f} s ({articles / seconds:.0f} a second)")
            print(f"  peak of memory {peak():,.0f} MB, two helpers counted")


if __name__ == "__main__":
    main()
