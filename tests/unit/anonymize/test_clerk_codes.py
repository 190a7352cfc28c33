"""Codes of colleagues that their form tells: a pair in brackets, behind what was typed, an inner capital, capitals."""

import pytest

from caseboard.anonymize.recognizers.clerk_codes import ClerkCodes
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("Akte z. V. (Mo/Sg), Frist läuft.", ["Mo/Sg"]),
        ("Geprüft und abgelegt (Hb/Wz).", ["Hb/Wz"]),
        ("Rücklauf offen (Kö./Dr)", []),
        ("Vorlage erledigt (Rk./Wö.)", ["Rk./Wö."]),
        ("Diktat Prz. / Schreiben ki / Versicherten-Nr. folgt", ["Prz.", "ki"]),
        ("Schreiben: wz\nAnlage: zwei Blätter", ["wz"]),
        ("Schr. mk, Anlage fehlt", ["mk"]),
        ("getippt: hö; gelesen: offen", ["hö"]),
        ("Schlüssel bei HäM. Danke.", ["HäM"]),
        ("Unterlagen an SüK, bitte prüfen.", ["SüK"]),
        ("Rückfrage von BrK: was fehlt?", ["BrK"]),
        ("11.02.25 GRÜ. (V f. HOFL)", ["GRÜ"]),
        ("Stand | Leist. KÖL | offen", ["KÖL"]),
        ("Antrag vollständig | KÖL\n", ["KÖL"]),
        ("3.4. BRK: Kunde kommt\n5.4. BRK: Kunde sagt ab", ["BRK", "BRK"]),
        ("15/03 (vGl) Gespräch zu dritt\n23.02. (vGl) neue Zuständigkeit", ["vGl", "vGl"]),
        ("14.3.25, 9.30 (hö) Anruf\n- 17.3. (tBn) Post", ["hö", "tBn"]),
    ],
)
def test_the_code_of_a_colleague_goes(raw: str, codes: list[str]) -> None:
    assert sorted(surfaces(ClerkCodes, raw)) == sorted(codes)


@pytest.mark.parametrize(
    "raw",
    [
        "Sprechzeiten (Mo/Di), Kurs (Mi/Fr), Termin (Sa/So)",
        "Stelle (Vz/Tz), Wohnung (Eg/Og), Angabe (Kd/Tn)",
        "Schreiben an, Schreiben da. Schreiben ok, Diktat gut.",
        "Im Schreiben, das kam, steht nichts.",
        "Antrag bei KdU, Frage von BuT. Hilfe durch AfA. Angebot von BvB.",
        "Er arbeitet bei BMW, sie bei DHL.",
        "3.4. TEL: nicht erreicht\n5.4. TEL: Mailbox",
        "03.04.25 ÄND. Mitteilung eingegangen\n04.04.25 RÜCK: nichts",
        "Bescheid | AZR | SGB | KDU\n",
        "14.3. (neu) Anruf\n15.3. (ok) da\n16.3. (Do) Post\n17.3. (ca.) fünf\n19.3. (mdl) Zusage\n1.3. (KdU) neu",
    ],
)
def test_terms_days_and_what_happened_stay(raw: str) -> None:
    assert surfaces(ClerkCodes, raw) == []
