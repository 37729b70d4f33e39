"""The command and the report: what they write, what they say, and what they refuse."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest

import workbench as wb
from workbench.app import cli
from workbench.app.notebook_files import copy_notebooks, notebook_for, notebooks_home, run_notebook
from workbench.errors import LoadError

EVIL = "<img src=x onerror=alert(1)>"
STORY = (
    "موسكو - 12 فبراير 2025 : أجرى الرئيس الروسي فلاديمير بوتين اتصالاً هاتفياً مع الرئيس السوري أحمد الشرع أمس.\n"
    "وقال بوتين إن بلاده «مستعدة للحوار مع الجميع في أي وقت».\n"
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY, encoding="utf-8")
    (folder / "two.txt").write_text(STORY + "وأضاف بوتين أن الاتصال كان مفيداً.\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


def test_report_does_the_whole_job(pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "out"
    assert cli.main(["report", str(pages), "-o", str(out), "-l", "ar"]) == 0
    said = capsys.readouterr().out
    assert "Read 2 articles" in said
    assert "refused empty.txt" in said or "empty.txt" in said
    assert {path.name for path in out.iterdir()} == {
        "report.html",
        "tables",
        "figures",
        "network.gexf",
        "riwaya-report.json",
    }
    assert {path.suffix for path in (out / "figures").iterdir()} == {".svg", ".png"}
    files = read(out / "tables" / "files.csv")
    assert {row["status"] for row in files} >= {"refused"}
    quotes = read(out / "tables" / "quotes.csv")
    assert {row["speaker"] for row in quotes} == {"فلاديمير بوتين"}
    graph = ElementTree.parse(out / "network.gexf").getroot()
    assert any(node.get("label") == "أحمد الشرع" for node in graph.iter("{http://www.gexf.net/1.2draft}node"))


def read(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "CSV has a byte order mark, so that Excel reads Arabic"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_report_page_names_what_was_refused(pages: Path, tmp_path: Path):
    cli.main(["report", str(pages), "-o", str(tmp_path / "out")])
    html = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "empty.txt" in html


def test_formulas_are_defused(tmp_path: Path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "table.csv").write_text(
        "title,source,text\n" + f'"=HYPERLINK(1)","@evil","{STORY.replace(chr(10), " ")}"\n', encoding="utf-8"
    )
    cli.main(["report", str(folder), "-o", str(tmp_path / "out")])
    (row,) = read(tmp_path / "out" / "tables" / "articles.csv")
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["source"] == "'@evil"


@pytest.mark.parametrize("what", ["missing", "empty"])
@pytest.mark.parametrize("command", [["report"], []])
def test_nothing_to_read_is_a_clear_error(what: str, command: list[str], tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    if what == "empty":
        (tmp_path / what).mkdir()
    assert cli.main([*command, what]) == 2
    error = capsys.readouterr().err
    assert error.startswith("Error: ")
    assert "Hint: " in error


def test_notebooks_are_copied_once_and_kept_when_changed(tmp_path: Path):
    copied, kept = copy_notebooks(tmp_path)
    assert copied
    assert not kept
    copied[0].write_text("mine", encoding="utf-8")
    again, kept = copy_notebooks(tmp_path)
    assert not again
    assert kept == copied
    assert copied[0].read_text(encoding="utf-8") == "mine"


def test_a_notebook_on_own_pages(pages: Path, tmp_path: Path):
    first = notebook_for(str(pages), tmp_path / "books")
    second = notebook_for(str(pages), tmp_path / "books")
    assert (first.name, second.name) == ("pages.ipynb", "pages-2.ipynb")
    notebook = nbformat.read(first, as_version=4)
    nbformat.validate(notebook)
    assert repr(str(pages)) in notebook.cells[1].source
    with pytest.raises(LoadError):
        notebook_for(str(tmp_path / "missing"), tmp_path / "books")


def test_lab_asks_nothing_about_news_when_the_command_starts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    settings = pytest.importorskip("jupyterlab_server.settings_utils")
    started: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path / "of the school"))
    for name in ("execve", "name"):
        monkeypatch.setattr(os, name, "posix" if name == "name" else lambda _, *call: started.append(call))
    assert cli.main(["--no-run", "--", "--no-browser"]) == 0
    ((command, environment),) = started
    assert command[1:3] == ["-m", "jupyterlab"]
    assert environment["JUPYTER_CONFIG_PATH"].startswith(f"{tmp_path / 'of the school'}{os.pathsep}")
    plugin = "@jupyterlab/apputils-extension:notification"
    assert plugin not in settings._get_overrides(str(tmp_path))[0]
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", environment["JUPYTER_CONFIG_PATH"])
    assert settings._get_overrides(str(tmp_path))[0][plugin] == {"fetchNews": "false"}


def test_shipped_notebooks_are_clean():
    for path in notebooks_home().glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells), path


def test_hostile_names_reach_the_report_as_text(tmp_path: Path):
    folder = tmp_path / "pages"
    folder.mkdir()
    record = {
        "title": EVIL,
        "source": EVIL,
        "author": "</script>",
        "url": "javascript:alert(1)",
        "text": EVIL + "\n" + STORY,
    }
    (folder / "evil.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert cli.main(["report", str(folder), "-o", str(tmp_path / "out")]) == 0
    for path in (tmp_path / "out").rglob("*"):
        if path.suffix in (".html", ".svg"):
            assert "<img src=x" not in path.read_text(encoding="utf-8"), path
    ElementTree.parse(tmp_path / "out" / "network.gexf")


@pytest.mark.parametrize("out", [".", "findings", "deep/findings"])
def test_a_report_does_not_read_itself(out: str, pages: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.chdir(pages)
    for time in range(2):
        assert cli.main(["report", ".", "-o", out]) == 0
        said = capsys.readouterr().out
        assert "Read 2 articles from 2 sources" in said
        assert ("riwaya-report.json: an earlier report" in said) is (time == 1)


def test_an_interrupted_report_leaves_the_earlier_one(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    out = tmp_path / "out"
    assert cli.main(["report", str(pages), "-o", str(out)]) == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (pages / "three.txt").write_text(STORY, encoding="utf-8")

    def stops(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.app.report._figures", stops)
    assert cli.main(["report", str(pages), "-o", str(out)]) == 130
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert cli.main(["report", str(pages), "-o", str(tmp_path / "new")]) == 130
    assert not any((tmp_path / "new").iterdir())


@pytest.mark.parametrize("name", ["report.html", "tables/mine.csv", "figures"])
def test_a_report_overwrites_nothing_of_somebody_else(name: str, pages: Path, capsys):
    path = pages / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    assert cli.main(["report", str(pages), "-o", str(pages)]) == 2
    assert "is there already, and is not from an earlier report. Hint: " in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"
    assert not (pages / "riwaya-report.json").exists()


def test_a_file_is_no_folder_to_write_to(pages: Path, tmp_path: Path, capsys):
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    assert cli.main(["report", str(pages), "-o", str(out)]) == 2
    assert "is a file, not a folder. Hint: " in capsys.readouterr().err
    assert cli.main(["report", str(pages), "-o", str(out / "below")]) == 2
    error = capsys.readouterr().err
    assert error.startswith("Error: ")
    assert "Hint: " in error


def test_odd_rows_and_names_do_not_stop_a_report(tmp_path: Path):
    folder = tmp_path / "pages"
    folder.mkdir()
    records = [{"title": "نصف \ud83d", "id": "\udc00", "text": STORY}, {"text": STORY, "date": "9999-12-31"}]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(STORY, encoding="utf-8")
    except (OSError, UnicodeError):
        (folder / "other.txt").write_text(STORY, encoding="utf-8")
    assert cli.main(["report", str(folder), "-o", str(tmp_path / "out")]) == 0
    assert len(read(tmp_path / "out" / "tables" / "articles.csv")) == 3


def test_a_report_on_a_saved_corpus_says_what_has_changed(pages: Path, tmp_path: Path, capsys):
    story = wb.load(pages).save(tmp_path / "story")
    changed = sorted(pages.glob("*.txt"))[0]
    changed.write_text(changed.read_text(encoding="utf-8") + " زيد.", encoding="utf-8")
    assert cli.main(["report", str(story), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert f"{changed.name} " in said.out
    assert "UserWarning" not in said.out + said.err


@pytest.mark.filterwarnings("ignore")  # what the kernel's own libraries warn of is not ours
def test_a_notebook_is_run_after_what_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    made: list[str] = []
    monkeypatch.setattr("workbench.extractors.overlap.extract.ready", lambda: made.append("compiled"))
    path = tmp_path / "one.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(1 + 1)")]), path)
    run_notebook(path)
    assert made == ["compiled"]
    assert nbformat.read(path, as_version=4).cells[0].outputs[0].text == "2\n"
    assert "WARNING" not in capfd.readouterr().err, "a reader is told nothing that they can do nothing about"
