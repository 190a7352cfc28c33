"""A vocabulary that remembers its answers for the length of one text, and is gone with it."""

from typing import Any

from caseboard.anonymize.vocabulary import Vocabulary


class TextVocabulary(Vocabulary):
    """The same answers as the vocabulary of the process, each looked up once.

    A memory of the process would keep words that people typed; this one lives and dies with their document.
    """

    def __init__(self, of: Vocabulary) -> None:
        self.__dict__.update(of.__dict__)
        self._memories: dict[str, dict[Any, Any]] = {}
        self._values: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._ordinary: dict[tuple[str, int | None], bool] = {}
        self._terms: dict[str, bool] = {}

    def remembered(self, name: str) -> dict[Any, Any]:
        """What one room keeps of the text, until nothing more is read of it."""
        return self._memories.setdefault(name, {})

    def value(self, folded: str) -> int:
        found = self._values.get(folded)
        if found is None:
            found = self._values[folded] = super().value(folded)
        return found

    def name_value(self, folded: str) -> int:
        found = self._names.get(folded)
        if found is None:
            found = self._names[folded] = super().name_value(folded)
        return found

    def ordinary(self, folded: str, value: int | None = None) -> bool:
        found = self._ordinary.get((folded, value))
        if found is None:
            found = self._ordinary[folded, value] = super().ordinary(folded, value)
        return found

    def in_glossary(self, folded: str) -> bool:
        found = self._terms.get(folded)
        if found is None:
            found = self._terms[folded] = super().in_glossary(folded)
        return found
