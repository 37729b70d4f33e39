"""One Chromium for all tests that look at something (views and notebooks), and no time limit for examples."""

from hypothesis import settings

from tests.browser.chrome import chromium, visit

__all__ = ["chromium", "visit"]

# What is tested is never timed: on a busy machine an example may take longer than usual.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")
