"""Published rulings and the courts that made them are protected; a file that may be somebody's own is not."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.rulings import Rulings
from tests.unit.anonymize.marked import marked, unmarked


@pytest.mark.parametrize(
    "row",
    [
        "Dazu sagt das ⟦BSG⟧ in ⟦B 14 AS 7/19 R⟧ viel.",
        "Dazu steht in ⟦B 14 AS 7/19⟧ viel.",
        "Dazu steht in ⟦B14AS7/19R⟧ viel.",
        "Dazu steht in ⟦B 4 AS 12/22 BH⟧ viel.",
        "Dazu steht in ⟦B 8 SO 3/21 KL⟧ viel.",
        "Dazu sagt das ⟦BVerfG⟧ in ⟦1 BvL 7/16⟧ viel.",
        "Dazu steht in ⟦2 BvR 123/19⟧ viel.",
        "Dazu sagt der ⟦BGH⟧ in ⟦VIII ZR 45/19⟧ viel.",
        "Dazu steht in ⟦XIIa ZB 45/19⟧ viel.",
        "Dazu steht in ⟦3 StR 12/20⟧ viel.",
        "Dazu steht in ⟦IV R 12/20⟧ viel.",
        "Dazu steht in ⟦2 AZR 123/20⟧ viel.",
        "Dazu sagt der ⟦EuGH⟧ in ⟦C-184/99⟧ viel.",
        "Dazu steht in ⟦C–571/10 P⟧ viel.",
        "Das ⟦BVerwG⟧⟦, 5 C 10.18⟧ sagt viel.",
        "Das ⟦LSG⟧ Bayern, Urteil vom Mai, ⟦L 7 AS 123/20⟧ sagt viel.",
        "Das ⟦LSG⟧ Bayern, ⟦L 7 AS 123/20 B ER⟧, ⟦juris⟧.",
        "Das ⟦LSG⟧ Bayern, ⟦L7AS123/20⟧, Rn. 12.",
        "Dazu steht beim ⟦OLG⟧ und in ⟦BeckRS⟧ viel.",
    ],
)
def test_published_rulings(row: str) -> None:
    assert marked(Rulings, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Sein Aktenzeichen L 7 AS 123/20 fehlt.",
        "Das Urteil S 12 AS 345/21 kam gestern.",
        "Dazu steht in B 14 AX 7/19 R viel.",
        "Dazu steht in b 14 as 7/19 r viel.",
        "Dazu steht in B 14 AS 7/1 viel.",
        "Dazu steht in XB 14 AS 7/19 viel.",
        "Dazu steht in 3 BvL 7/16 viel.",
        "Dazu steht in VIII ZX 45/19 viel.",
        "Das Zimmer 5 C 10.18 ist frei.",
        "Das Zimmer 2 A 123/20 ist frei.",
        "Das Vitamin C 184 und die Stufe B 14 helfen.",
        "Das Amtsgericht und das Sozialgericht schreiben.",
        "Die Akte 302 Js 4471/21 fehlt.",
        "Der Kurs C1-184/99 und die ZR 45 sind voll.",
    ],
)
def test_other_files_and_numbers(row: str) -> None:
    assert marked(Rulings, row) == row


@pytest.mark.parametrize(
    "row",
    [
        "Beim ⟦LSG⟧: die Berufung der Kundin L 7 AS 123/20, Urteil fehlt.",
        "Beim ⟦LSG⟧ ist L 7 AS 123/20 anhängig, Urteil fehlt.",
        "Beim ⟦LSG⟧ hat Herr K. die L 7 AS 123/20 und kein Urteil.",
        "Das ⟦LSG⟧ hat L 7 AS 123/20 offen.",
        "Das ⟦LSG⟧ sagt: unsere L 7 AS 123/20, Beschluss fehlt.",
        "Dem ⟦LSG⟧ liegt seine L 7 AS 123/20 vor, Urt. folgt.",
    ],
)
def test_an_appeal_of_somebody_is_no_published_ruling(row: str) -> None:
    assert marked(Rulings, unmarked(row)) == row


@pytest.mark.parametrize(
    "ruling", ["BSG, B 14 AS 7/19 R", "BVerfG, 1 BvL 7/16", "BGH, VIII ZR 45/19", "EuGH, C-184/99", "BVerwG, 5 C 10.18"]
)
def test_a_ruling_stays_in_the_text_and_an_appeal_goes(ruling: str) -> None:
    assert ruling in strip(f"Dazu steht in {ruling} viel.")
    assert "345/21" not in strip(f"Dazu steht in {ruling} viel, und der Kunde hat S 12 AS 345/21 laufen.")
