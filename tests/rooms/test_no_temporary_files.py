"""What is sent never lies in a temporary file, not even for the time of one request."""

import tempfile

import pytest

from tests.actors import Stage

PART = '--x\r\nContent-Disposition: form-data; name="csrf_token"'
FILE = '--x\r\nContent-Disposition: form-data; name="situation"; filename="fall.txt"'

TOO_MUCH_FOR_MEMORY = 500 * 1024 + 2_000
"""Beyond this Werkzeug would put a sent file on the disk."""


def test_nothing_that_is_sent_goes_to_the_disk(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a spool that tells when it moves from memory to the disk
    moved: list[int] = []
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", lambda spool: moved.append(spool.tell()))
    author = stage.case_manager("kg")
    token = author.token()
    # when a form comes with a text as a file, as long as the house takes anything, and longer
    for size in (400_000, TOO_MUCH_FOR_MEMORY):
        body = f"{PART}\r\n\r\n{token}\r\n{FILE}\r\n\r\n{'Danuta wohnt hier. ' * (size // 19)}\r\n--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        assert author.client.post("/faelle/vorschau", data=body, content_type=kind).status_code in {413, 422}
    # then it never left the memory
    assert moved == []
