"""Texts as numbers: terms hashed into columns, weighted by how rare they are, in sparse rows of length one."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from caseboard.topics.compounds import shipped
from caseboard.topics.lists import FOLDER
from caseboard.topics.words import MOST_CACHED, Reader, reader, tokens

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

COLUMNS = 1 << 18
"""So many that two terms of one field hardly ever meet in a column."""

TEXTS_OF_THE_WORLD = 300
"""What the shipped frequencies weigh: as much as so many texts of an own corpus."""

USUAL_LENGTH = 120
RAREST = 2e-8
"""The words of a usual text, and how frequent a word is taken to be that the shipped list does not have."""


FIELD = FOLDER / "field.tsv"
"""In how many of our written cases a term is, learned together with the starting knowledge."""


def column(term: str) -> int:
    """The column of a term, the same in every process and on every machine."""
    return zlib.crc32(term.encode()) & (COLUMNS - 1)


class Hasher:
    """Turns texts into counts; remembers the columns of every word it has met."""

    def __init__(self, terms: Reader | None = None) -> None:
        """Read with the reader of this process unless told otherwise."""
        self._reader = terms or reader()
        self._known = _Columns(self._reader.terms)

    def columns(self, text: str) -> list[int]:
        """The columns of a text's terms, each as often as it comes."""
        known = self._known
        if len(known) > MOST_CACHED:
            known.clear()
        return [number for word in tokens(text) for number in known[word]]

    def counts(self, texts: Iterable[str], tick: Callable[[], None] | None = None) -> csr_matrix:
        """One row for each text: how often it has each term; `tick` is called after each thousand texts."""
        import numpy as np
        from scipy.sparse import csr_matrix

        columns, ends = array("i"), array("q", [0])
        for number, text in enumerate(texts, 1):
            columns.extend(self.columns(text))
            ends.append(len(columns))
            if tick and number % 1000 == 0:
                tick()
        indices, indptr = np.frombuffer(columns, np.int32), np.frombuffer(ends, np.int64)
        matrix = csr_matrix((np.ones(len(columns), np.float32), indices, indptr), shape=(len(ends) - 1, COLUMNS))
        matrix.sum_duplicates()
        return matrix


class _Columns(dict[str, tuple[int, ...]]):
    """From a written word to the columns of its terms."""

    def __init__(self, terms: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, word: str) -> tuple[int, ...]:
        found = self[word] = tuple(map(column, self._terms(word)))
        return found


@cache
def hasher() -> Hasher:
    """The hasher of this process."""
    return Hasher()


def rarity(counts: csr_matrix | None = None) -> np.ndarray:
    """How much each column says: the rarer, the more; by usual texts and cases, and more and more by an own corpus."""
    return rare() if counts is None else rare(documents(counts), counts.shape[0])


def documents(counts: csr_matrix) -> np.ndarray:
    """In how many texts a term of each column is."""
    import numpy as np

    return np.bincount(counts.indices, minlength=COLUMNS)


def rare(own: np.ndarray | float = 0.0, texts: int = 0) -> np.ndarray:
    """The same as `rarity`, from the number of texts of an own corpus that have a term of each column."""
    import numpy as np

    cases, said = _of_the_field()
    said = said + TEXTS_OF_THE_WORLD * _of_the_world() + own
    return (np.log((1 + TEXTS_OF_THE_WORLD + cases + texts) / (1 + said)) + 1).astype(np.float32)


@cache
def of_the_world() -> np.ndarray:
    """The rarities as long as there is no own corpus; nobody writes into them."""
    found = rarity()
    found.setflags(write=False)
    return found


@cache
def usual() -> csr_matrix:
    """What all our written cases have in common, as one row: on the average of rows of length one."""
    import numpy as np
    from scipy.sparse import csr_matrix

    cases, documents = _of_the_field()
    said = documents / cases * of_the_world()
    lengths = np.sqrt((documents / cases * of_the_world() ** 2).sum())
    return csr_matrix((said / lengths).astype(np.float32))


@cache
def _of_the_field() -> tuple[int, np.ndarray]:
    """How many of our own written cases there were, and in how many of them the terms of each column."""
    import numpy as np

    documents = np.zeros(COLUMNS)
    header, *lines = FIELD.read_text("utf-8").splitlines()
    for line in lines:
        term, _, number = line.partition("\t")
        documents[column(term)] += int(number)
    return int(header.rpartition("\t")[2]), documents


def forget() -> None:
    """Read the frequencies of our cases again: they have been learned anew."""
    for learned in (_of_the_field, of_the_world, usual):
        learned.cache_clear()


@cache
def _of_the_world() -> np.ndarray:
    """The share of usual texts that have a term of each column, by the shipped frequencies."""
    import numpy as np

    shares = np.full(COLUMNS, RAREST)
    for word, share in shipped().items():
        if share > RAREST:
            shares[column(word)] += share
    return 1 - (1 - np.minimum(shares, 0.5)) ** USUAL_LENGTH


def weighed(counts: csr_matrix, rarities: np.ndarray, least: float = 0.0) -> csr_matrix:
    """Counts as weights: the logarithm of how often, times how rare, every row of length one.

    Args:
        counts: counted terms, one row for each text.
        rarities: how much each column says.
        least: a row that would be shorter stays short in proportion, so that three words do not speak like a page.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    data = (1 + np.log(counts.data)) * rarities[counts.indices]
    ends = np.concatenate([[0.0], np.cumsum(data.astype(np.float64) ** 2)])
    lengths = np.sqrt(ends[counts.indptr[1:]] - ends[counts.indptr[:-1]])
    lengths = np.maximum(lengths, least)
    data = data / np.repeat(np.where(lengths > 0, lengths, 1), np.diff(counts.indptr))
    return csr_matrix((data.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)
