"""The notebooks are opened in a browser too."""

from tests.browser.conftest import chromium, visit

__all__ = ["chromium", "visit"]
