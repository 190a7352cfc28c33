"""Every identifier of the jobcenter world.

Spaced and unspaced, with a slip of the pen, and what merely looks like one.
"""

import pytest

from caseboard.anonymize import strip, strip_fields

HITS = {
    "iban": "IBAN DE89 3704 0044 0532 0130 00 bitte",
    "iban unspaced": "auf DE89370400440532013000 überwiesen",
    "iban with a wrong digit": "auf DE88 3704 0044 0532 0130 00 überwiesen",
    "iban in lower case": "konto de89 3704 0044 0532 0130 00 ist weg",
    "iban over two lines": "IBAN DE89 3704 0044\n0532 0130 00 bitte",
    "foreign iban": "Konto AT61 1904 3002 3457 3201 im Ausland",
    "account": "Konto-Nr. 532 013 000 bei der Bank",
    "pension number": "RV-Nr. 65 170839 J 08 8 laut Akte",
    "pension number unspaced": "Nummer 15070649C103 laut Akte",
    "pension number, wrong check digit": "Nummer 15070649C104 laut Akte",
    "health insurance": "Karte A 000 500 015 liegt vor",
    "health insurance unspaced": "Karte A000500016 liegt vor",
    "tax id": "Steuer-ID: 86 095 742 719 liegt vor",
    "tax id with a slip": "Die 86095742718 liegt vor",
    "tax number": "Steuernummer 181/815/08155 vom Finanzamt",
    "vat id": "USt-IdNr. DE 123 456 789 steht drauf",
    "identity card": "Ausweis L01X00T47 ist abgelaufen",
    "identity card with check digit": "Ausweis L01X00T471 ist abgelaufen",
    "passport": "Pass C01X00T478D ist gültig",
    "customer number": "Kundennummer 123A456789 im Betreff",
    "customer number spaced": "Die 123 A 456 789 im Betreff",
    "benefit community": "BG-Nummer 12345//0001234 im Betreff",
    "benefit community with letters": "Akte 12345BG0001234 im Betreff",
    "court file": "Klage S 12 AS 345/21 läuft noch",
    "appeal": "Eilverfahren L 7 AS 712/08 B ER läuft noch",
    "prosecution": "Die StA führt 302 Js 4471/21 noch",
    "guardianship": "Beschluss XVII 88/25 liegt bei",
    "plate": "Der Golf mit B-AB 1234 steht dort",
    "plate with E": "Der Golf mit WÜ-X 12E steht dort",
    "plate in lower case": "kennzeichen sw-ab 123 steht dort",
    "foreigners' register": "AZR 020715000123 wurde geprüft",
    "employer number": "Betriebsnummer 12345678 wurde geprüft",
    "doctor number": "LANR 674301502 steht im Kopf",
    "driving licence": "Führerscheinnummer B072RRE2I55 steht drin",
    "file sign": "Az. 51.3-UV-7719 des Jugendamts",
    "cash sign": "Kassenzeichen 7430-22-009917-4 angeben",
    "personnel number": "Pers.-Nr. 004417 steht oben",
    "meter": "Zählernummer 1ISK0070 448821 ablesen",
    "long number": "Bitte 4711081599 angeben",
}


@pytest.mark.parametrize("raw", HITS.values(), ids=HITS.keys())
def test_an_identifier_goes_and_the_words_beside_it_stay(raw: str) -> None:
    done = strip(raw)

    assert not any(c.isdigit() for c in done), done
    assert done.split()[-1] == raw.split()[-1]


PHONES = ["030/1234567", "0171-2345678", "+49 (0)30 1234567", "0 30 - 12 34 56 78", "(09141) 99 74 0",
          "08341 / 90 55 7 - 13",
          "0721/44 55-66", "0049 173 8830155", "Tel. -218", "Durchwahl 3390"]  # fmt: skip


@pytest.mark.parametrize("number", PHONES)
def test_telephone_numbers_go(number: str) -> None:
    done = strip(f"Bitte anrufen: {number} am Vormittag")

    assert not any(c.isdigit() for c in done), done
    assert done.endswith("am Vormittag")


@pytest.mark.parametrize(
    "address",
    ["max.muster@web.de", "max (at) web.de", "max[ät]web.de", "m_91@gmx.example", "www.vergolder-xy.de", "https://a.b/c?d=e",
     "@korbi_0711", "Pacht_Huber.jpg", "lotus-nails.de"],
)  # fmt: skip
def test_addresses_accounts_and_files_go(address: str) -> None:
    done = strip(f"Siehe {address} dazu")

    assert address not in done
    assert done.startswith("Siehe [")
    assert done.endswith("] dazu")


@pytest.mark.parametrize(
    "date",
    ["12.03.1984", "12. März 1984", "28.08.", "3.4.24", "16. 4. 2013", "2024-04-09", "17 .O9. 2024", "siebzehnten Mai",
     "11. Okt.", "8. September", "05/12/2023"],
)  # fmt: skip
def test_dates_go_in_every_spelling(date: str) -> None:
    done = strip(f"Der Termin am {date} war gut")

    assert done in ("Der Termin am [Datum] war gut", "Der Termin am [Datum]. war gut"), done


STAY = [
    "dann hat er 3 Anträge und war am 4 Tagen da",
    "Die Leistung nach § 16e SGB II und § 22 Abs. 8 SGB II bleibt.",
    "Um 9:30 Uhr, 20 Std./Woche, 20 % mehr, im Mai 2024.",
    "Seit 2017 im Bezug, 3 Monate Zeit, bis Ende März.",
    "BSG, B 14 AS 7/19 R, hat das entschieden.",
    "Der Weg beträgt 12345 km und dauert 8 Wochen.",
    "Schichten von 6-14 Uhr, Mo–Do 9–12 Uhr.",
    "Nach 142 Bewerbungen und 9 Gesprächen keine Zusage.",
    "TOP 2, Anlage 3, Seite 17, Sprachniveau B1/B2.",
    "Die Teamrunde U25/Ü25 tagt im Raum.",
    "Das P-Konto, die WBA und der SPDi sind geklärt.",
]


@pytest.mark.parametrize("raw", STAY)
def test_laws_times_and_quantities_stay(raw: str) -> None:
    assert strip(raw) == raw


def test_a_valid_check_digit_is_named_as_evidence_and_a_wrong_one_still_masks() -> None:
    right, wrong = (
        strip_fields({"t": f"IBAN {n}"}).finds[-1] for n in ("DE89370400440532013000", "DE88370400440532013000")
    )

    assert "checksum" in right.evidence
    assert "checksum" not in wrong.evidence
    assert wrong.tier == "certain"
