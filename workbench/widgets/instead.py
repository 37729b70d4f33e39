"""What stands in a notebook in the place of a view where nothing can draw it: on the web, in a mail, without a kernel.

A saved notebook keeps it beside the view. It says in words what the view shows, and how to see it.
"""

from __future__ import annotations

from html import escape

from workbench.widgets.records import Labels, Story

__all__ = ["html_instead", "said_instead"]

COUNTED = {"articles": "articles_n", "entities": "names_n", "quotes": "quotes_n", "passages": "passages_n"}


def said_instead(view: str, story: Story, labels: Labels) -> str:
    """A view in words: its name, how much of what it shows, and that its cell is to be run again.

    Parameters
    ----------
    view: its key among the labels of views, such as "network".
    """
    words, counts = labels["sections"], {key: len(story[key]) for key in COUNTED}  # type: ignore[literal-required]
    said = [words["messages"][COUNTED[key]].format(n=count) for key, count in counts.items() if count]
    said.insert(1, words["saved"]["sources_n"].format(n=len(story["sources"])))
    name = words["views"].get(view, words["views"]["workbench"])
    return f"{name} ({words['saved']['list_comma'].join(said)}). {words['saved']['run_again']}"


def html_instead(view: str, story: Story, labels: Labels) -> str:
    """The same as a paragraph in the direction of its language.

    >>> from workbench.corpus import Corpus
    >>> from workbench.widgets.language import labels
    >>> from workbench.widgets.story import tell
    >>> html_instead("reader", tell(Corpus([])).story, labels("ar"))[:26]
    '<p lang="ar" dir="rtl">الق'
    """
    said = escape(said_instead(view, story, labels))
    return f'<p lang="{escape(labels["language"])}" dir="{escape(labels["direction"])}">{said}</p>'
