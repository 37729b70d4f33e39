"""The stories that the browser tests tell, as stand-alone pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.desk import Desk, fresh
from tests.browser.lab import Lab, running
from tests.browser.stories import Story, harbour, hostile
from workbench.app.page import page as write_page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def story() -> Story:
    return harbour()


@pytest.fixture(scope="session")
def pages(story: Story, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The stand-alone page of the story by the language of its labels, and that of the hostile corpus."""
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}
    for name, told, language in (("en", story, "en"), ("ar", story, "ar"), ("hostile", hostile(), "ar")):
        path = folder / f"{name}.html"
        results = {"entities": told.entities, "quotes": told.quotes, "overlap": told.overlap}
        write_page(told.corpus, path, language=language, **results)
        addresses[name] = path.as_uri()
    return addresses


@pytest.fixture(scope="session")
def served(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """One JupyterLab for all tests that leave it as they found it."""
    with running(tmp_path_factory.mktemp("lab")) as started:
        yield started


@pytest.fixture(scope="module")
def lab(served: Lab, request: pytest.FixtureRequest) -> Lab:
    """That JupyterLab in a folder for the tests of a module."""
    return served.within(request.module.__name__.rpartition(".")[2])


@pytest.fixture(scope="session")
def opened_lab(chromium: Any, served: Lab) -> Iterator[Any]:
    """A page of that JupyterLab: loading it takes longer than what most tests do in it."""
    context = chromium.new_context()
    yield fresh(context.new_page(), served)
    context.close()


@pytest.fixture
def desk(opened_lab: Any, lab: Lab) -> Iterator[Desk]:
    """The page of JupyterLab with nothing open, in which a test opens its notebooks."""
    desk = Desk(opened_lab, lab)
    yield desk
    try:
        assert desk.visit.clean
    finally:
        desk.clear()
