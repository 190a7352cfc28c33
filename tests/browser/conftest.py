"""What holds for every test in this folder: it needs the browser, and one database is enough."""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser, so nobody has to write it above each test.

    What a browser sees does not hang on the database, so these tests run on the embedded one alone.
    """
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
    elsewhere = [item for item in here if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]
