"""One Chromium for all tests that look at something: those of the views, and those of the notebooks."""

from tests.browser.chrome import chromium, visit

__all__ = ["chromium", "visit"]
