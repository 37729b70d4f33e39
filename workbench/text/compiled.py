"""Functions compiled to machine code by numba, once on each machine: what is compiled is kept on disk.

numba keeps it beside the source, or in the user's cache folder where the package cannot be written to. Where neither
can be, a folder of the user's own among the temporary files is taken. ``NUMBA_CACHE_DIR`` goes before all of them.
"""

from __future__ import annotations

import os
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

__all__ = ["KERNELS", "compiled", "fresh", "inlined", "kernel", "lent"]

Function = TypeVar("Function", bound=Callable[..., Any])

UNCOUNTED: dict[str, Any] = {"_nrt": False}
"""The option by which numba leaves out the counting of who holds an array, and all that makes one."""
KERNELS: list[Any] = []
"""Every kernel that was declared, as numba's dispatchers."""
MARKS: dict[str, int] = {}
"""A mark of the source of each module that declares kernels."""


def kernel(function: Function) -> Function:
    """The function as machine code that needs no interpreter while it runs, so that threads share the cores.

    What is kept of it is used as long as its module is the same and the modules whose kernels that one imports:
    numba looks at the first alone, so the function's full name is given a mark of all of them.
    """
    return _made(function, {"nogil": True})


def lent(function: Function) -> Function:
    """A kernel that makes no array: it works on those that it is given, and need not count who holds them.

    That counting, by locked instructions wherever an array is named, takes half of the time of small inner loops. What
    calls it holds its arrays; it returns none.
    """
    return _made(function, {"nogil": True, **UNCOUNTED})


def _made(function: Function, options: dict[str, Any]) -> Function:
    """The function as a kernel that is kept on disk."""
    function.__qualname__ += f"_{_mark(function):08x}"
    try:
        made = numba.njit(cache=True, **options)(function)
    except RuntimeError:  # no place beside the source nor at home can be written to
        settings: Any = numba.config
        settings.CACHE_DIR = _own_folder()
        made = numba.njit(cache=bool(settings.CACHE_DIR), **options)(function)
    KERNELS.append(made)
    return cast("Function", made)


def inlined(function: Function) -> Function:
    """A part of kernels, put into each where it is called: a call that passes arrays on costs more than small work.

    It makes no array, as those that are ``lent``.
    """
    _mark(function)
    return cast("Function", numba.njit(forceinline=True, nogil=True, **UNCOUNTED)(function))


def compiled() -> int:
    """How many kernels this process had to compile because no disk held them."""
    return sum(sum(one.stats.cache_misses.values()) for one in KERNELS)


def fresh() -> bool:
    """Whether nothing was compiled or fetched in this process yet."""
    return not any(one.signatures for one in KERNELS)


def _mark(function: Callable[..., Any]) -> int:
    """A number that changes with the source of a kernel's module and of the modules whose kernels it may call."""
    module = function.__module__
    if module not in MARKS:
        used = {one.py_func.__module__ for one in function.__globals__.values() if hasattr(one, "py_func")}
        mark = zlib.crc32(Path(function.__code__.co_filename).read_bytes())
        for name in sorted(used - {module}):
            mark = zlib.crc32(str(MARKS[name]).encode(), mark)
        MARKS[module] = mark
    return MARKS[module]


def _own_folder() -> str:
    """A folder among the temporary files that belongs to this user alone; empty where there can be none."""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    folder = Path(tempfile.gettempdir()) / f"riwaya-compiled-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.stat()
    except OSError:
        return ""
    foreign = hasattr(os, "getuid") and status.st_uid != os.getuid()
    open_to_others = os.name == "posix" and status.st_mode & 0o022
    if foreign or open_to_others or not os.access(folder, os.W_OK):
        return ""
    return str(folder)
