"""A Jupyter server of the test's own: its own folder, settings and port, and only its own process is ended."""

from __future__ import annotations

import json
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
WHERE = {
    "jupyterlab": "lab/tree/{name}?reset",
    "notebook": "notebooks/{name}",
    "voila": "voila/render/{name}",
}
"""The applications that show a notebook, by their modules, and the address at which each does."""
OTHERS = ("@voila-dashboards/jupyterlab-preview", "@jupyter-notebook/lab-extension")
"""What Voila and Notebook put into each other's pages and into Lab's; some of it complains there."""


class Lab:
    """A running JupyterLab, or another application: its address, and the folder that it shows."""

    def __init__(self, address: str, folder: Path, application: str = "jupyterlab", path: str = "") -> None:
        self.address = address
        self.folder = folder
        self.application = application
        self.path = path

    @property
    def home(self) -> Path:
        """Where the server keeps what it writes for itself."""
        return self.folder.parents[self.path.count("/")]

    def within(self, name: str) -> Lab:
        """The same application in a folder of its folder, which is made."""
        (self.folder / name).mkdir(exist_ok=True)
        return Lab(self.address, self.folder / name, self.application, f"{self.path}{name}/")

    def at(self, name: str) -> str:
        """The address that opens a notebook or a folder."""
        return f"{self.address}/{WHERE[self.application].format(name=self.path + name)}"

    def write(self, name: str, cells: list[str]) -> str:
        """Makes a notebook with these cells; its path for the server."""
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(book, self.folder / name)
        return self.path + name

    def notebook(self, name: str, cells: list[str]) -> str:
        """The address of a new notebook with these cells."""
        self.write(name, cells)
        return self.at(name)


@contextmanager
def running(home: Path, application: str = "jupyterlab") -> Iterator[Lab]:
    """A JupyterLab, or another application, with Riwaya's plugin in it."""
    folder = home / "notebooks"
    folder.mkdir(parents=True)
    log = home / "server.log"
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    words = command(application, folder, port)
    with log.open("w") as written:
        process = subprocess.Popen(words, env=environment(home), stdout=written, stderr=written, cwd=folder)
        try:
            wait_for(address if application == "voila" else f"{address}/api", process, log)
            yield Lab(address, folder, application)
            end_kernels(address)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def command(application: str, folder: Path, port: int) -> list[str]:
    start = [sys.executable, "-m", application, "--no-browser"]
    if application == "voila":
        return [*start, "--Voila.ip=127.0.0.1", f"--port={port}", str(folder)]
    options = ["--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    if application == "jupyterlab":
        options.append("--LabApp.expose_app_in_browser=True")  # so that tests open notebooks without loading Lab again
    access = ["--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={folder}"]
    return [*start, *options, *access]


def environment(home: Path) -> dict[str, str]:
    """An environment in which Lab keeps all that it writes under ``home``, and finds the plugin as just built."""
    plugin = home / "path" / "labextensions" / "riwaya"
    shutil.copytree(ROOT / "workbench" / "static" / "lab", plugin)
    config = home / "config" / "labconfig"
    config.mkdir(parents=True)
    disabled = {"disabledExtensions": dict.fromkeys(OTHERS, True)}
    (config / "page_config.json").write_text(json.dumps(disabled), encoding="utf-8")
    denied = {"VoilaConfiguration": {"extension_denylist": list(OTHERS)}}
    (home / "config" / "voila.json").write_text(json.dumps(denied), encoding="utf-8")
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


def end_kernels(address: str) -> None:
    """Ends the kernels of a server; a server that ends with many of them running takes its time."""
    try:
        with urllib.request.urlopen(f"{address}/api/kernels", timeout=5) as answer:
            kernels = json.load(answer)
        for kernel in kernels:
            urllib.request.urlopen(
                urllib.request.Request(f"{address}/api/kernels/{kernel['id']}", method="DELETE"), timeout=20
            ).close()
    except (urllib.error.URLError, TimeoutError):
        return  # Voila does not list its kernels; it ends them as it ends


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
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError(f"the server did not start:\n{log.read_text()[-3000:]}")
