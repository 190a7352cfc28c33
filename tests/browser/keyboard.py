"""Somebody without a mouse: walks over a page with Tab, presses keys, and must see at each step where they are."""

from playwright.sync_api import expect

from tests.browser.visits import Visit

STANDS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one.matches('main')) return {names: [], wrong: ''};
  const names = [one.id, one.closest('summary')?.parentElement.id, one.textContent.trim()].filter(Boolean);
  const looks = (it) => { const style = getComputedStyle(it); return style.outline + style.boxShadow + style.border; };
  const twin = one.cloneNode(true);
  for (const same of ['id', 'name', 'autofocus']) twin.removeAttribute(same);
  one.after(twin);
  const ring = looks(one) !== looks(twin);
  twin.remove();
  const box = one.getClientRects()[0];
  const [x, y] = box ? [box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 40) / 2] : [-1, -1];
  const on = document.elementFromPoint(x, y);
  const open = on && (one.contains(on) || on.contains(one));
  return {names, wrong: !ring ? 'looks as it does without the focus' : open ? '' : `under ${on?.className}`};
}"""
"""What has the focus, and whether one can see that: it looks other than a twin without, is in view and uncovered."""

MANY = 150


class Hands:
    """Two hands on a keyboard, and no mouse."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page = visit, visit.page
        self.unseen: list[str] = []
        self.keys = 0

    def press(self, key: str) -> "Hands":
        """One key."""
        self.page.keyboard.press(key)
        self.keys += 1
        return self

    def here(self) -> list[str]:
        """What has the focus: its id, and what it says. Where that cannot be seen is remembered."""
        stands = self.page.evaluate(STANDS)
        if stands["wrong"]:
            self.unseen.append(f"{stands['names']}: {stands['wrong']}")
        return stands["names"]

    def to(self, name: str, key: str = "Tab") -> "Hands":
        """Tab on, or back with Shift, until the control has the focus that has this id or says these words."""
        reached = []
        for _ in range(MANY):
            names = self.here()
            if name in names:
                return self
            reached += names[:1]
            self.press(key)
        raise AssertionError(f"the keyboard does not reach {name}, but {reached[:40]}")

    def back_to(self, name: str) -> "Hands":
        """The same, backwards."""
        return self.to(name, "Shift+Tab")

    def writes(self, name: str, words: str) -> "Hands":
        """Go to a field and type into it; what stood there is overwritten."""
        self.to(name).press("Control+a")
        self.page.keyboard.type(words)
        return self

    def goes(self, name: str, key: str = "Enter") -> None:
        """Press what leads to another page, and wait until it is there."""
        self.to(name)
        with self.page.expect_navigation():
            self.press(key)

    def sees(self, words: str) -> None:
        """The words come onto the page, by themselves or not."""
        expect(self.page.locator("main")).to_contain_text(words)
