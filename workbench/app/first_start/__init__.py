"""How JupyterLab starts where the command starts it: without asking about news, which are fetched from the network.

``labconfig/`` holds defaults that Lab reads from the folders on ``JUPYTER_CONFIG_PATH``. They count for the process
that has the folder there, and below what users set themselves, whose files are never touched.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

__all__ = ["surroundings"]

VARIABLE = "JUPYTER_CONFIG_PATH"


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which Lab finds these defaults, behind those that the environment names already.

    >>> surroundings({})["JUPYTER_CONFIG_PATH"].endswith("first_start")
    True
    """
    named = [one for one in environment.get(VARIABLE, "").split(os.pathsep) if one]
    return {**environment, VARIABLE: os.pathsep.join([*named, str(Path(__file__).parent)])}
