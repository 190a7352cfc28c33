"""The blueprint of the themes, which their addresses hang on."""

from typing import Any

from flask import Blueprint

from caseboard.themes import wording

bp = Blueprint("themes", __name__)


@bp.app_context_processor
def _words() -> dict[str, Any]:
    """The wording of states for every page that names one, so that the filter, the file and the pages say the same."""
    return {"theme_words": wording}
