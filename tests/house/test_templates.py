"""What no page of the house may do: ask a third party, carry inline code, or send a form without its token."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OWN_FILES = sorted([*(ROOT / "caseboard/static").glob("*.css"), *(ROOT / "caseboard/static/js").glob("*.js")])

FORBIDDEN = {
    "an inline style": r"<style|\sstyle\s*=",
    "an inline script": r"<script(?![^>]*\bsrc=)",
    "an inline event handler": r"<[^>]*\son[a-z]+\s*=",
    "something loaded from elsewhere": r"(?:src|srcset|action)\s*=\s*[\"']?(?:https?:)?//",
    "a style sheet from elsewhere": r"<link[^>]+href=[\"']?(?:https?:)?//",
    "markup that is not escaped": r"\|\s*safe\b|autoescape",
}

ENGLISH = ("recurs", "being watched", "local cluster", "lasting theme", "nothing unusual")
"""How themes stand; the words are those of caseboard/themes/wording.py, in filters, files and pages alike."""


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


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_where_a_theme_stands_is_worded_in_one_place(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert [word for word in ENGLISH if f"_('{word}')" in source] == []
