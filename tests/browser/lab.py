"""A JupyterLab of the test's own: its own folder, settings and port, and only its own process is ended."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat

from workbench.app.first_start import surroundings

ROOT = Path(__file__).parents[2]


class Lab:
    """A running JupyterLab: its address, and the folder that it shows."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder

    def notebook(self, name: str, cells: list[str]) -> str:
        """The address of a new notebook with these cells."""
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(book, self.folder / name)
        return f"{self.address}/lab/tree/{name}?reset"


@contextmanager
def running(home: Path) -> Iterator[Lab]:
    """A JupyterLab with Riwaya's plugin in it, for as long as the block runs."""
    folder = home / "notebooks"
    folder.mkdir(parents=True)
    log = home / "lab.log"
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with log.open("w") as written:
        process = subprocess.Popen(command(folder, port), env=environment(home), stdout=written, stderr=written)
        try:
            wait_for(address, process, log)
            yield Lab(address, folder)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def command(folder: Path, port: int) -> list[str]:
    options = ["--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    access = ["--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={folder}"]
    return [sys.executable, "-m", "jupyterlab", *options, *access]


def environment(home: Path) -> dict[str, str]:
    """An environment in which Lab keeps all that it writes under ``home``, and finds the plugin as just built."""
    plugin = home / "path" / "labextensions" / "riwaya"
    shutil.copytree(ROOT / "workbench" / "static" / "lab", plugin)
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "JUPYTER_PATH": "path",
    }
    return {
        **surroundings(os.environ),
        "PYTHONPATH": str(ROOT),
        **{name: str(home / folder) for name, folder in own.items()},
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path, seconds: int = 60) -> None:
    """Until the server answers; fails with its log when it ends or stays silent."""
    for _ in range(seconds * 4):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")
