"""SafeText: text that has been through the anonymiser, to personal data what Markup is to HTML."""

from typing import Self

_PASS = object()


class SafeText(str):
    """Only the anonymiser makes it; joined with anything else it is an ordinary string again."""

    __slots__ = ()

    def __new__(cls, text: str = "", *, _pass: object = None) -> Self:
        if _pass is not _PASS:
            message = "SafeText comes from the anonymiser alone"
            raise TypeError(message)
        return super().__new__(cls, text)

    @classmethod
    def trusted(cls, text: str) -> Self:
        """For what was stripped before: rows read back from the database, results of the engine."""
        return cls(text, _pass=_PASS)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return SafeText.trusted, (str(self),)
