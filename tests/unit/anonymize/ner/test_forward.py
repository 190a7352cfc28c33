"""Reading computes what the trained networks compute, once for each word in its surroundings."""

import numpy as np
import pytest
from thinc.api import Model

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner import weights
from caseboard.anonymize.ner.features import vectors
from caseboard.anonymize.ner.forward import Computed, Networks
from caseboard.anonymize.ner.network import restore
from caseboard.anonymize.vocabulary import vocabulary

_TEXT = "Frau Wiesinger wohnt in Obersteinach. Termin mit Wiesinger verschoben, Attest fehlt; Frau Wiesinger ruft an."


@pytest.fixture(scope="module")
def models() -> list[Model]:
    return [restore(one) for one in weights.content()]


@pytest.fixture(scope="module")
def networks(models: list[Model]) -> Networks:
    return Networks(models)


def rows_of(text: str) -> np.ndarray:
    return vectors(Document(text, vocabulary()))


@pytest.mark.parametrize("text", ["Wiesinger", "Frau Wiesinger", "Wir fragen Frau Wiesinger morgen.", _TEXT])
def test_the_probabilities_are_those_of_the_trained_networks(
    models: list[Model], networks: Networks, text: str
) -> None:
    read = networks.predict(rows_of(text), Computed())

    for model, table in zip(models, read, strict=True):
        assert np.allclose(model.predict([rows_of(text)])[0], table, atol=1e-5)


def test_what_was_computed_in_an_earlier_reading_changes_nothing(networks: Networks) -> None:
    computed = Computed()
    masked = _TEXT.replace("Wiesinger", "[Kundin]", 1)

    networks.predict(rows_of(_TEXT), computed)
    again = networks.predict(rows_of(masked), computed)

    assert np.allclose(again, networks.predict(rows_of(masked), Computed()), atol=1e-5)


def test_a_word_in_the_same_surroundings_is_not_computed_again(networks: Networks) -> None:
    computed = Computed()
    networks.predict(rows_of(_TEXT), computed)
    before = [level.values.shape for level in computed.levels]

    networks.predict(rows_of(_TEXT), computed)

    assert [level.values.shape for level in computed.levels] == before
