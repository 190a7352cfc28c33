"""What no page of the house may do: ask a third party, carry inline code, or print a word without its German."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OWN_FILES = sorted([*(ROOT / "caseboard/static").glob("*.css"), *(ROOT / "caseboard/static/js").glob("*.js")])
CATALOGUE = ROOT / "caseboard/translations/de/LC_MESSAGES/messages.po"

FORBIDDEN = {
    "an inline style": r"<style|\sstyle\s*=",
    "an inline script": r"<script(?![^>]*\bsrc=)",
    "an inline event handler": r"<[^>]*\son[a-z]+\s*=",
    "something loaded from elsewhere": r"(?:src|srcset|action)\s*=\s*[\"']?(?:https?:)?//",
    "a style sheet from elsewhere": r"<link[^>]+href=[\"']?(?:https?:)?//",
    "markup that is not escaped": r"\|\s*safe\b|autoescape",
}


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
@pytest.mark.parametrize("sin", FORBIDDEN)
def test_a_template_holds_nothing_that_the_browser_would_have_to_refuse(template: Path, sin: str) -> None:
    source = template.read_text(encoding="utf-8")

    assert re.findall(FORBIDDEN[sin], source) == []


@pytest.mark.parametrize("file", OWN_FILES, ids=relative)
def test_a_style_sheet_or_script_of_ours_asks_no_other_machine(file: Path) -> None:
    assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_a_form_that_changes_something_carries_a_token(template: Path) -> None:
    source = template.read_text(encoding="utf-8")

    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", source, flags=re.DOTALL):
        assert re.search(r"csrf_token\(\)|csrf\(|hidden_tag\(", form), form[:80]


def sentences() -> Iterator[str]:
    """Every message id in code and templates; of a plural the singular stands for both."""
    methods = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
    keywords = {
        "_": None,
        "_l": None,
        "gettext": None,
        "lazy_gettext": None,
        "ngettext": (1, 2),
        "lazy_ngettext": (1, 2),
    }
    for folder in ("caseboard", "templates"):
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / folder, methods, keywords=keywords):
            yield message[0] if isinstance(message, tuple) else message


def test_every_sentence_has_its_german() -> None:
    with CATALOGUE.open("rb") as text:
        german = read_po(text, locale="de")
    known = {
        (entry.id[0] if isinstance(entry.id, tuple) else entry.id)
        for entry in german
        if entry.string and all(entry.string)
    }

    assert sorted(set(sentences()) - known) == []


def test_no_german_sentence_drops_or_invents_a_placeholder() -> None:
    with CATALOGUE.open("rb") as text:
        german = read_po(text, locale="de")

    for entry in german:
        ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        wanted = {name for one in ids for name in re.findall(r"%\((\w+)\)s", one)}
        for string in strings:
            assert set(re.findall(r"%\((\w+)\)s", string)) <= wanted, string
        assert wanted == {name for string in strings for name in re.findall(r"%\((\w+)\)s", string)}, ids
