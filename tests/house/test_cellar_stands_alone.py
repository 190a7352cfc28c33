"""The cellars can be used without the house above them: no web, no database, and nothing heavy at import."""

import subprocess
import sys

LOADED = """
import sys, {module}
heavy = ("flask", "sqlalchemy", "presidio_analyzer", "spacy", "numpy", "scipy", "sklearn")
print([name for name in heavy if name in sys.modules])
"""


def _loaded_by(module: str) -> str:
    command = [sys.executable, "-c", LOADED.format(module=module)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_anonymiser_loads_neither_house_nor_engine() -> None:
    assert _loaded_by("caseboard.anonymize") == "[]"


def test_starting_the_application_does_not_load_the_engine() -> None:
    assert _loaded_by("caseboard.wiring") == "['flask', 'sqlalchemy']"


def test_importing_the_classifier_of_themes_loads_neither_house_nor_numbers() -> None:
    assert _loaded_by("caseboard.topics.shelf, caseboard.topics.rescoring, caseboard.topics.command") == "[]"
