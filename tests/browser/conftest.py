"""The stories that the browser tests tell, as stand-alone pages."""

from __future__ import annotations

from pathlib import Path

import pytest

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
