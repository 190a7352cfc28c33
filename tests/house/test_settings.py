"""The application refuses to start on settings that are not safe, and ships no secret."""

from pathlib import Path

import pytest

from caseboard import config, create_app
from caseboard.errors import Misconfigured


@pytest.mark.parametrize("secret", [None, "", "secret", "short but not the default"])
def test_it_does_not_start_without_a_secret(secret: str | None) -> None:
    with pytest.raises(Misconfigured, match="SECRET_KEY"):
        create_app({"SECRET_KEY": secret})


def test_it_does_not_start_in_debug_mode() -> None:
    with pytest.raises(Misconfigured, match="DEBUG"):
        create_app({"SECRET_KEY": "x" * 40, "DEBUG": True})


@pytest.mark.parametrize("name", ["OVERDUE_AFTER_DAYS", "OVERDUE_ENDS_AFTER_DAYS"])
@pytest.mark.parametrize("days", [0, -1, "7", 1.5, None, True])
def test_it_does_not_start_with_a_period_that_is_none(name: str, days: object) -> None:
    with pytest.raises(Misconfigured, match=name):
        create_app({"SECRET_KEY": "x" * 40, name: days})


def test_every_installation_gets_its_own_secret(tmp_path: Path) -> None:
    first = config.write_local(tmp_path / "one").read_text()
    second = config.write_local(tmp_path / "two").read_text()
    assert first != second


def test_the_settings_are_for_their_owner_alone(tmp_path: Path) -> None:
    assert config.write_local(tmp_path / "instance").stat().st_mode & 0o077 == 0


def test_settings_that_are_there_are_left_alone(tmp_path: Path) -> None:
    path = config.write_local(tmp_path)
    before = path.read_text()
    assert config.write_local(tmp_path).read_text() == before
