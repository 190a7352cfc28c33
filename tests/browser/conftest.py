"""What holds for every test in this folder: it needs the browser, and one database is enough."""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser, so nobody has to write it above each test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a browser sees does not hang on the database, so these tests run on the embedded one alone."""
    return f"sqlite:///{tmp_path_factory.mktemp('db') / 'browser.sqlite3'}"
