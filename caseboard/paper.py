"""Lays out what people keep: tagged PDF where this machine has Pango, plain text where it has not."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, current_app, make_response

log = logging.getLogger(__name__)
STYLE = Path(__file__).parent / "static" / "paper.css"

ENDINGS = {"application/pdf": "pdf", "text/plain": "txt", "text/csv": "csv"}


@dataclass(frozen=True)
class Made:
    """A file as it is kept."""

    content: bytes
    media_type: str


def made(name: str, language: str, **context: Any) -> Made:
    """A template as a file, without the context of a request: nobody is signed in where the worker works.

    Args:
        name: the template without its ending; there is one in HTML and one in plain text.
        language: what the text says of itself.
        context: what the templates print.
    """
    templates = current_app.jinja_env
    pdf = _pdf(templates.get_template(f"{name}.html").render(language=language, **context))
    if pdf is not None:
        return Made(pdf, "application/pdf")
    text = templates.get_template(f"{name}.txt").render(language=language, **context)
    return Made(text.encode(), "text/plain")


def download(content: bytes, media_type: str, name: str) -> Response:
    """A kept file for whoever asks for it; `name` has no ending."""
    response = make_response(content)
    response.content_type = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ENDINGS[media_type]}"'
    return response


def _pdf(page: str) -> bytes | None:
    if not has_pango():
        return None
    from weasyprint import CSS, HTML

    html = HTML(string=page, url_fetcher=_refuse)
    return html.write_pdf(pdf_variant="pdf/ua-1", stylesheets=[CSS(filename=str(STYLE), url_fetcher=_refuse)])


@cache
def has_pango() -> bool:
    """Whether this machine can lay out a PDF; looked up in the worker alone, because it takes a second."""
    try:
        import weasyprint  # noqa: F401 - the import itself looks for Pango
    except OSError:
        log.warning("Pango is missing: result sheets, certificates and reports are made as plain text")
        return False
    return True


def _refuse(url: str) -> None:
    """Nothing is fetched, from the net as little as from this machine."""
    raise ValueError(url.partition(":")[0])
