"""What a user does in the reader, act by act."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

SELECT = """([words]) => {
  const page = document.querySelector(".rw-page");
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest("[data-start]")) nodes.push(walker.currentNode);
  }
  const text = nodes.map((node) => node.data).join("");
  const at = text.indexOf(words);
  const place = (offset) => {
    let position = 0;
    for (const node of nodes) {
      if (offset <= position + node.length) return [node, offset - position];
      position += node.length;
    }
  };
  const range = document.createRange();
  range.setStart(...place(at));
  range.setEnd(...place(at + words.length));
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
}"""


def select(page: Page, words: str) -> Locator:
    """Selects words of the page as with a mouse; the card that then opens."""
    page.evaluate(SELECT, [words])
    card = page.locator(".rw-words")
    expect(card).to_be_visible()
    return card


def press(page: Page, key: str) -> None:
    """A key pressed on the page of the reader."""
    page.locator(".rw-page").focus()
    page.keyboard.press(key)


def articles(page: Page) -> Locator:
    return page.locator(".rw-article-list [role=option]")


def find(page: Page, words: str) -> Locator:
    """Looks for words within the page; what says how many there are."""
    if page.locator(".rw-find").is_hidden():
        press(page, "/")
    page.locator(".rw-find-field").fill(words)
    return page.locator(".rw-find .rw-where")


def change_kind(page: Page, block: Locator, kind: str) -> None:
    """Says by the block's own menu what it is."""
    block.hover()
    block.locator(".rw-tag").click()
    page.locator(".rw-menu").get_by_role("menuitemradio", name=kind, exact=True).click()
