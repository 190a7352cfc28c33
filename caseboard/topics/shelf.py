"""The classifier of a process: made once, and again when the themes or what was learned of them have changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable

from caseboard.topics.classifier import Classifier
from caseboard.topics.learned import Learned, unpacked
from caseboard.topics.spec import ThemeSpec

Fetch = Callable[[], bytes | None]

USUAL = "Die Kundin hat seit einem Jahr keine Arbeit, und wir wissen nicht, wie wir weiter vorgehen sollen."
"""Reads the dictionaries in, which are read when the first word is looked up."""


class Shelf:
    """Holds the newest classifier, and what it knows from labels under the digest of the bytes that this came in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._learned: tuple[str, Learned | None] = ("", None)
        self._newest: tuple[tuple[ThemeSpec, ...], str, Classifier] | None = None

    def holds(self, specs: tuple[ThemeSpec, ...], digest: str) -> bool:
        """Whether the classifier is there already."""
        newest = self._newest
        return newest is not None and newest[:2] == (specs, digest)

    def classifier(self, specs: tuple[ThemeSpec, ...], digest: str, fetch: Fetch) -> Classifier:
        """The classifier of these themes; whoever else makes it at this moment is waited for.

        Args:
            specs: the themes.
            digest: the SHA-256 of what was learned; empty where nothing was.
            fetch: asked for the bytes with this digest unless they were read before; others than those are not used.
        """
        with self._lock:
            if not self.holds(specs, digest):
                self._newest = (specs, digest, Classifier(specs, learned=self._read(digest, fetch)))
            return self._newest[2]

    def warm_up(self, specs: tuple[ThemeSpec, ...], digest: str, content: bytes | None) -> threading.Thread | None:
        """Make the classifier beside whatever goes on, unless it is there; nothing is asked but what is given here."""
        if self.holds(specs, digest):
            return None

        def prepare() -> None:
            self.classifier(specs, digest, lambda: content).suggest(USUAL)

        thread = threading.Thread(target=prepare, name="classifier")
        thread.start()
        return thread

    def _read(self, digest: str, fetch: Fetch) -> Learned | None:
        if self._learned[0] != digest:
            content = fetch() if digest else None
            sound = content is not None and digest_of(content) == digest
            self._learned = (digest, unpacked(content) if sound else None)
        return self._learned[1]


def digest_of(content: bytes) -> str:
    """By which what was learned is known again, and found to be whole."""
    return hashlib.sha256(content).hexdigest()
