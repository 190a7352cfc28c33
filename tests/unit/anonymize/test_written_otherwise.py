"""Dates, numbers, names and places as a dictation, a scanner, a mail program or another language writes them."""

import pytest

from tests.unit.anonymize.covering import uncovered

GOES = [
    ("Sie hat am 14·10·24 Widerspruch eingelegt.", "14·10·24"),
    ("Hermeskeil, 4. 0kt. 2024", "4. 0kt. 2024"),
    ("Die Stelle ist ab 3. 5ep 2024 frei.", "3. 5ep 2024"),
    ("sie nimmt mich ab 1 marzo, 20 stunden, als helferin", "1 marzo"),
    ("Beginn 15 de mayo de 2024, sagt er.", "15 de mayo de 2024"),
    ("Termin am 12 березня 2024 um zehn.", "12 березня 2024"),
    ("Krankgeschrieben seit erstem März Punkt Absatz", "erstem März"),
    ("Datei vom zwölften April zwanzigfünfundzwanzig.", "zwölften April zwanzigfünfundzwanzig"),
    ("neue nummer von mama: null eins fünf sieben 55 20 31 8", "null eins fünf sieben 55 20 31 8"),
    ("Durchwahl 0261 4041 null 12 Punkt Herr Reich sagt", "0261 4041 null 12"),
    ("Anschrift unverändert Süderstraße 20 B Komma 25709 Punkt Den Bescheid", "25709"),
    ("Wohnhaft Naila, Selbitzer Berg sieben b. Absatz", "Selbitzer Berg sieben b"),
    ("Von: Schindhelm, BjÃ¶rn &lt;bjoern@puppen.example&gt;", "Schindhelm, BjÃ¶rn"),
    ("Herr GroÃŸ aus Hof rief an.", "GroÃŸ"),
    ("Er wohnt in WÃ¼rzburg bei der Mutter.", "WÃ¼rzburg"),
    ("Er arbeitet bei M&uuml;ller &amp; S&ouml;hne GmbH.", "M&uuml;ller &amp; S&ouml;hne GmbH"),
    ("Im Titel steht Nur, Abdirahmaan, die Kasse hat ihn doppelt.", "Nur, Abdirahmaan"),
    ("Traumatherapie bei Dr. Morgen, dann Reha.", "Morgen"),
    ("Hr. Morgen ruft zurück.", "Morgen"),
    ("Kindergeld geht an Oma Dreher in Isny.", "Dreher"),
    ("Einsender: Rech, Jobcenter", "Rech"),
    ("Frau Glück rief dann an. Die Glück grinste.", "Glück"),
    ("Herr Fuchs war hier. Der Fuchs-Vertrag ist keiner.", "Fuchs"),
    ("TN: Momsen (Prot.)\n1) Antrag\nMo. berichtet: er kam nicht.", "Mo."),
    ("TN: Uhlig (Prot.), Oehme\n3) Den Schlüssel hat Uhl., Ersatz liegt bei ihr.", "Uhl."),
    ("Beim Zoll in Frankfurt (Oder) nimmt man Hinweise entgegen.", "Frankfurt (Oder)"),
    ("Leistungsgewährung, Rhein-Hunsrück-Kreis", "Rhein-Hunsrück-Kreis"),
    ("Papier fällt dort gern in den Oder-Spree-Kanal, sagt man.", "Oder-Spree-Kanal"),
    ("Er wohnt gleich hinterm Flughafen Hahn.", "Hahn"),
]
STAYS = [
    ("Bitte um Rückruf.\n\nDanke, Gitti", "Danke"),
    ("Zum ersten Mal am ersten Arbeitstag, mit zweitem Bildungsweg.", "ersten Mal am ersten Arbeitstag"),
    ("Er hat null Punkte und zwei Hunde, 5 Katzen auch.", "null Punkte und zwei Hunde"),
    ("0 Euro, drei mal 4 sind zwölf.", "drei mal 4 sind zwölf"),
    ("Ich komme am Morgen, Ali bringt die Papiere.", "Morgen"),
    ("Fr. Morgen um 10 Uhr Termin.", "Morgen"),
    ("TN: Momsen (Prot.)\nMo. kommt sie wieder.", "Mo. kommt sie wieder"),
    ("Der Vater ist Dreher, die Oma Köchin in Rente.", "Köchin"),
    ("Sie war im Frauen-Kreis und im Eltern-Kind-Zimmer.", "Eltern-Kind-Zimmer"),
    ("Die Kosten &amp; Gebühren steigen nicht.", "Kosten &amp; Gebühren"),
]


@pytest.mark.parametrize(("raw", "passage"), GOES)
def test_it_goes_whole(raw: str, passage: str) -> None:
    assert uncovered(raw, passage) == []


@pytest.mark.parametrize(("raw", "passage"), STAYS)
def test_what_looks_like_it_stays(raw: str, passage: str) -> None:
    left = uncovered(raw, passage)
    assert left == [word for word in _words(passage) if len(word) > 1]


def _words(passage: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in passage).split()
