"""What is known of themes before a case is labelled: curators' seed terms, and a table learned from texts of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from caseboard.topics.features import COLUMNS, column, hasher, rarity
from caseboard.topics.fitting import Weights
from caseboard.topics.lists import FOLDER
from caseboard.topics.spec import ThemeSpec, shipped_specs

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

TABLE = FOLDER / "knowledge.tsv"
MARK = "#: "

ALWAYS = "*"
"""The term of every text: how much likelier a theme is than others before anything is read."""

SEED, NAME, DEFINITION = 1.0, 1.0, 0.3
"""What a word counts in a theme's own description: the definition explains more than it names."""


@dataclass(frozen=True)
class Scale:
    """How scores become log odds; learned on texts by hands that had not taught the table.

    Attributes:
        seeds: what the likeness to the seeds is worth beside it.
        offset: what is added: few themes fit a text.
        seeds_alone, offset_alone: the same for a theme that the table does not know.
        certain: the log odds from which on nine of ten themes are right.
    """

    seeds: float = 4.0
    offset: float = -3.5
    seeds_alone: float = 12.0
    offset_alone: float = -4.5
    certain: float = 1.0


@dataclass(frozen=True)
class Knowledge:
    """The table: for each theme what a term says for or against it."""

    scale: Scale
    weights: dict[str, dict[str, float]]

    def always(self, key: str) -> float:
        """What is added for a theme whatever the text."""
        return self.weights[key].get(ALWAYS, 0.0)


class Beliefs:
    """What table and descriptions say of texts: for each theme the best of what it stands for."""

    def __init__(self, specs: Sequence[ThemeSpec], knowledge: Knowledge) -> None:
        """Put the table and the descriptions together, one unit for each theme of the table that a theme means."""
        import numpy as np
        from scipy.sparse import csr_matrix, vstack

        self.known = np.array([bool(_known(spec, knowledge)) for spec in specs], bool)
        units = [(n, key) for n, spec in enumerate(specs) for key in _known(spec, knowledge) or (None,)]
        self._starts = [at for at, (n, _key) in enumerate(units) if at == 0 or units[at - 1][0] != n]
        scale, seeds = knowledge.scale, descriptions(specs)
        rows = [
            seeds[n] * scale.seeds_alone if key is None else seeds[n] * scale.seeds + _row(knowledge.weights[key])
            for n, key in units
        ]
        matrix = vstack([csr_matrix((0, COLUMNS)), *rows]).tocsc()
        columns = np.flatnonzero(np.diff(matrix.indptr))
        bias = [scale.offset_alone if key is None else scale.offset + knowledge.always(key) for _n, key in units]
        self._weights = Weights(columns, matrix[:, columns].T.toarray().astype(np.float32), np.array(bias, np.float32))

    def of(self, texts: csr_matrix) -> np.ndarray:
        """The log odds of every text and theme."""
        import numpy as np

        odds = self._weights.scores(texts)
        return np.maximum.reduceat(odds, self._starts, axis=1) if self._starts else odds


def _known(spec: ThemeSpec, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(key for key in spec.origins if key in knowledge.weights)


def _row(terms: Mapping[str, float]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    said = {column(term): weight for term, weight in terms.items() if term != ALWAYS}
    return csr_matrix((list(said.values()), ([0] * len(said), list(said))), shape=(1, COLUMNS))


@cache
def shipped_knowledge() -> Knowledge:
    """The table that comes with the program."""
    return read(TABLE.read_text("utf-8").splitlines())


def read(lines: Iterable[str]) -> Knowledge:
    """A table from its lines."""
    scale: dict[str, float] = {}
    weights: dict[str, dict[str, float]] = {}
    for line in lines:
        if line.startswith(MARK):
            name, _, value = line.removeprefix(MARK).partition("\t")
            scale[name] = float(value)
        elif not line.startswith("#"):
            theme, term, weight = line.split("\t")
            weights.setdefault(theme, {})[term] = float(weight)
    return Knowledge(Scale(**scale), weights)


def written(knowledge: Knowledge, heading: str) -> Iterator[str]:
    """The lines of a table, the strongest terms of each theme first."""
    yield f"# {heading}"
    yield from (f"{MARK}{name}\t{value:.3f}" for name, value in vars(knowledge.scale).items())
    for theme, terms in sorted(knowledge.weights.items()):
        for term, weight in sorted(terms.items(), key=lambda pair: (-pair[1], pair[0])):
            yield f"{theme}\t{term}\t{weight:.2f}"


def descriptions(specs: Sequence[ThemeSpec]) -> csr_matrix:
    """One row of length one for each theme: its seeds, name and definition.

    What few themes of the start taxonomy have counts most; other themes beside it change no row.
    """
    return telling(_described(specs), _themes_with())


@cache
def _themes_with() -> np.ndarray:
    """How many themes of the start taxonomy have a term of each column."""
    import numpy as np

    return np.bincount(_described(shipped_specs()).indices, minlength=COLUMNS)


def _described(specs: Sequence[ThemeSpec]) -> csr_matrix:
    counted = hasher().counts
    rows = SEED * counted(". ".join(spec.seeds) for spec in specs)
    rows = rows + NAME * counted(spec.name for spec in specs)
    return (rows + DEFINITION * counted(spec.definition for spec in specs)).tocsr()


def telling(rows: csr_matrix, themes_with: np.ndarray) -> csr_matrix:
    """Counts as weights: how often, how rare in the world, and how few of the themes have the term; of length one."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags

    themes = len(shipped_specs())
    few = np.log(themes / np.clip(themes_with[rows.indices], 1, themes)) / np.log(themes)
    data = np.log1p(rows.data) * rarity()[rows.indices] * few**2
    found = csr_matrix((data, rows.indices, rows.indptr), shape=rows.shape)
    lengths = np.sqrt(np.asarray(found.multiply(found).sum(axis=1)).ravel())
    return (diags(1 / np.where(lengths > 0, lengths, 1)) @ found).tocsr().astype(np.float32)
