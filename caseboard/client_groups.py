"""The coarse groups of clients that a case can be counted under: a closed list, at most one for each case."""

from flask_babel import get_locale, gettext

from caseboard.reference import shipped


def names(language: str = "de") -> dict[str, str]:
    """The words for every group by its key, in the order of the list."""
    return {row["id"]: row["en" if language == "en" else "de"] for row in shipped("client_groups")["client_groups"]}


def name(key: str | None) -> str:
    """The word for a group in the language of the page; empty for none."""
    return names(str(get_locale())).get(key or "", "")


def choices() -> list[tuple[str, str]]:
    """What an author can choose, the empty choice first."""
    return [("", gettext("not stated")), *names(str(get_locale())).items()]


def known(key: str | None) -> str | None:
    """The key of a group if it is one, else none."""
    return key if key in names() else None
