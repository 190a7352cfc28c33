"""Texts as rows of numbers."""

import numpy as np
import pytest

from caseboard.topics.features import COLUMNS, Hasher, column, rarity, weighed


def test_a_term_has_the_same_column_for_ever() -> None:
    assert (column("bus"), column("schulden")) == (158569, 1296)


def test_a_row_counts_every_term_of_a_text_and_an_empty_text_has_an_empty_row() -> None:
    # when
    counts = Hasher().counts(["Dorfbus und Bus", "", "[Bus]"])

    # then
    assert counts.shape == (3, COLUMNS)
    assert counts[0, column("bus")] == 2
    assert counts[1:].nnz == 0


def test_rare_terms_weigh_more_and_every_row_has_the_length_of_one() -> None:
    # given
    counts = Hasher().counts(["", "Die Stromsperre kommt am Montag", "Bus", ""])

    # when
    rows = weighed(counts, rarity())

    # then
    assert np.sqrt(rows.multiply(rows).sum(axis=1)).ravel().tolist()[0] == pytest.approx([0, 1, 1, 0])
    assert rows[1, column("stromsperre")] > rows[1, column("montag")]


def test_what_everybody_writes_in_an_own_corpus_says_less_there() -> None:
    # given
    counts = Hasher().counts(["Der Kooperationsplan liegt vor."] * 900)

    # then
    assert rarity(counts)[column("kooperationsplan")] < rarity()[column("kooperationsplan")] / 3
