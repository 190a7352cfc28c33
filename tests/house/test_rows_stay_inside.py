"""No database row reaches a template: pages get views, so no page can follow a case to its author.

The watch stands in conftest.py over every page that any test renders; here it is shown to bite.
"""

import pytest
from flask import Flask, render_template

from tests.actors import Stage
from tests.conftest import RowInTemplate


def test_the_watch_catches_a_row(app: Flask, stage: Stage) -> None:
    user = stage.case_manager("kg").user
    with app.test_request_context("/"), pytest.raises(RowInTemplate, match="User"):
        render_template("error.html", title="", text="", code=404, something={"deep": [user]})


def test_the_watch_lets_words_pass(app: Flask) -> None:
    with app.test_request_context("/"):
        assert render_template("error.html", title="Titel", text="", code=404)
