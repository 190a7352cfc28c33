"""No word list names an entry twice: who strikes one out again would leave the other standing."""

from collections import Counter
from pathlib import Path

import pytest

from caseboard.anonymize.words import entries

WORDS = Path(__file__).parents[2] / "caseboard" / "anonymize" / "words"
GROUPED = {"common_diagnoses", "illness_groups", "job_groups"}
"""Read line by line with the group that the line begins with."""

LISTS = sorted(path.stem for path in WORDS.glob("*.txt") if path.stem not in GROUPED)


@pytest.mark.parametrize("name", LISTS)
def test_no_list_names_an_entry_twice(name: str) -> None:
    """As they are written: that folding makes one word of 'Café' and 'Cafe' is another matter."""
    assert [entry for entry, times in Counter(entries(name)).items() if times > 1] == []
