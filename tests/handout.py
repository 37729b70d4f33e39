"""The printed hand-out for a class: ``python -m tests.handout``.

``docs/teaching/handout/en.html`` and ``ar.html`` become ``docs/teaching/handout-en.pdf`` and ``handout-ar.pdf``, two
pages of A4 each, printed by headless Chromium (Playwright). The fonts are Noto Naskh Arabic of this package and STIX,
which matplotlib brings; they are embedded. A digest of what was printed stands in the file's metadata: a test compares.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import sys
from io import BytesIO
from pathlib import Path

TEACHING = Path(__file__).parents[1] / "docs" / "teaching"
SOURCES = TEACHING / "handout"
LANGUAGES = ("en", "ar")
DIGEST = "/RiwayaSource"
OVERFULL = "[...document.querySelectorAll('.sheet')].some((sheet) => sheet.scrollHeight > sheet.clientHeight)"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> None:
    """Print both, and say where they are."""
    for language in LANGUAGES:
        path = target(language)
        path.write_bytes(stamped(printed(whole(language)), language))
        sys.stdout.write(f"{path.stat().st_size / 1000:6.0f} kB  {path}\n")


def target(language: str) -> Path:
    """Where the hand-out of a language stands."""
    return TEACHING / f"handout-{language}.pdf"


def sources(language: str) -> tuple[str, str]:
    """The page and its style as they are written."""
    page, style = (SOURCES / name for name in (f"{language}.html", "handout.css"))
    return page.read_text(encoding="utf-8"), style.read_text(encoding="utf-8")


def digest(language: str) -> str:
    """Of what is printed."""
    return hashlib.sha256("\n".join(sources(language)).encode()).hexdigest()


def whole(language: str) -> str:
    """The page with its style and fonts inside: nothing is fetched while it is printed."""
    page, style = sources(language)
    style = re.sub(r'url\("font:([^"]+)"\)', lambda found: f'url("{font(found[1])}")', style)
    return page.replace('<link rel="stylesheet" href="handout.css">', f"<style>{style}</style>")


def font(name: str) -> str:
    """A font of this package, or of matplotlib, as a data URL."""
    import matplotlib

    import workbench

    folders = (
        Path(workbench.__file__).parent / "figures" / "fonts",
        Path(matplotlib.get_data_path()) / "fonts" / "ttf",
    )
    path = next(folder / name for folder in folders if (folder / name).is_file())
    return "data:font/ttf;base64," + base64.b64encode(path.read_bytes()).decode()


def printed(page: str) -> bytes:
    """A page as PDF."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        raise SystemExit("there is no Chromium on the PATH: install the system's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_content(page)
        tab.evaluate("document.fonts.ready")
        if tab.evaluate(OVERFULL):
            raise SystemExit("a page of the hand-out does not hold its text: shorten it, or make it smaller")
        made = tab.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
        browser.close()
    return bytes(made)


def stamped(made: bytes, language: str) -> bytes:
    """The file with its title, licence and digest, and without the hour at which it was made."""
    from pypdf import PdfReader, PdfWriter

    title = re.search(r"<title>(.*?)</title>", sources(language)[0])
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made)))
    writer.metadata = {
        "/Title": title[1] if title else "",
        "/Author": "The Riwaya developers",
        "/Subject": "CC BY 4.0",
        DIGEST: digest(language),
    }
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


if __name__ == "__main__":
    main()
