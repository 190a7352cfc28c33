"""Ordinary numbers stay: laws, amounts of things, times, durations, rooms, rulings, years, rules and printed matter."""

import pytest

from caseboard.anonymize import strip

STAY = """
Die Miete ist um 20 % gestiegen.
Er hat 3 Anträge gestellt und 12 Bewerbungen geschrieben.
dann hat er 3 Anträge und war am 4 Tagen da
Nach § 22 Abs. 8 Satz 4 SGB II und § 36 SGB XII.
Die Leistung nach § 16e SGB II und § 22 Abs. 8 SGB II bleibt.
Art. 6 Abs. 1 lit. e DSGVO und Art. 20 GG.
§§ 60 ff. SGB I, § 159 SGB III, §§ 31, 31a, 31b SGB II.
Im 2. OG, Zimmer 214, nächster Termin 10.30 Uhr.
Raum 3.07, Haus 2, Platz 12.
Arbeitszeit 6:00-14:30 Uhr, 38,5 Std. pro Woche.
Um 9:30 Uhr, 20 Std./Woche, 20 % mehr, im Mai 2024.
Seit 2017 im Bezug, 3 Monate Zeit, bis Ende März.
Wohnung 54,5 m², 3 Zimmer, 2. Stock.
Er wiegt 120 kg bei 1,85 m.
12 Monate, 8 Wochen, 24 Std., 3-4 Tage.
Punkt 3.2 der EGV, Ziffer 4, Anlage 2.
ALG II, ALG I, SGB II, SGB XII, U25, Ü50.
Stufe 1, Phase 2, Modul 3, TOP 4.
Freibetrag 15.000 Euro je Person, Karenzzeit 12 Monate.
Steuerklasse 3, Kinderfreibetrag 0,5.
30 bis 40 km, 45 Minuten Fahrt.
Der Weg beträgt 12345 km und dauert 8 Wochen.
Führerschein Klasse B, C1E, Staplerschein.
Sprachniveau A2/B1, DTZ-Prüfung, B2-Kurs.
100 Stunden Orientierungskurs, 600 UE Sprachkurs.
1/3 der Miete, 24/7 erreichbar.
Covid-19, F32.1, F10.2, M54.5 laut Gutachten.
Rente ab 67, Rente mit 63.
Seit 2017 im Bezug, 2019-2021 in Maßnahme.
4 von 10 Terminen, 2 x pro Woche, 1:1-Betreuung.
Kurs von 8.15 bis 13.00 Uhr, Pause 10.45.
10 Jahre, 3 Monate und 5 Tage.
Kapitel 3.4, Seite 12, Zeile 4.
1. Rate, 2. Mahnung, 3. Versuch.
Schuljahr 2023/24, Klasse 7b.
Windows 11, Office 365, Word 2016.
Baujahr 1998, Tachostand 187.000 km.
Schichten von 6-14 Uhr, Mo–Do 9–12 Uhr.
Um 8 Uhr, gegen 14 Uhr, ab 16.30 Uhr.
Gruppengröße 8-12 Personen.
Bus 42, Linie 7, Gleis 3, A7, B19.
37,5 Stunden, 2,5 Jahre, 0,8 Stellen.
Blutdruck 140/90, Promille 1,8.
§ 16e Abs. 2 Nr. 1 SGB II, FW 16e.7.
BGBl. I S. 2328, BT-Drs. 20/3873.
Bescheid für 01/2024 bis 06/2024.
Bewilligung 10/2023-03/2024.
Nach 142 Bewerbungen und 9 Gesprächen keine Zusage.
Telefonisch nicht erreichbar, 3 Versuche um 9:10, 9:40 und 11:05.
Jahrgangsstufe 9, Note 2,3, 3. Lehrjahr.
20 Std/Wo., 3 T./Wo., 2-schichtig.
Mo-Fr 8-12, Do 14-17.
Vergütung nach TVöD E9c, Stufe 3.
Temperatur 38,5 Grad, 2 x 500 mg.
1000 Bewerbungen, 2000 Einwohner, 5000 Schritte.
16 Einheiten à 45 Minuten.
Größe 42, Schuhgröße 45, Konfektion 38/40.
Seite 3/7 des Gutachtens.
24-Stunden-Pflege, 30-Tage-Frist, 14-tägig.
Die Schicht kommt aufs Handy. 12-Stunden-Dienste sind üblich.
Er meldet sich per Handy: 3-Zimmer-Wohnung frei, Fax: 2-Tages-Frist.
19 Wochen AU, 78 Wochen Krankengeld, 72 Wochen.
80 von 100 Punkten.
Kaltmiete/Monat; 7 Tage; 6 Wo.
Weisung 202112 und HEGA 06/2023
GER A1-C2, SGB-II-Bezug, Hartz-IV.
Ausgabe 3/2022, Heft 12, Band 4.
1x1, 2:1, 4-5x, 3er-WG, 90er Jahre, 2010er.
70-80 % AU, 4-6 Std. leistungsfähig, 3-<6 Std.
TOP 2, Anlage 3, Seite 17, Sprachniveau B1/B2.
Die Teamrunde U25/Ü25 tagt im Raum.
Das P-Konto, die WBA und der SPDi sind geklärt.
Die Kundennummer fehlt seit 2019, das Aktenzeichen seit 3 Monaten.
Der Kontoauszug zeigt 3 Buchungen, Nr. 2 fehlt.
Die drei Kinder sind sieben, neun und elf.
Er kommt um acht, zehn oder zwölf.
""".strip().splitlines()


@pytest.mark.parametrize("raw", STAY)
def test_an_ordinary_number_stays(raw: str) -> None:
    assert [word for word in raw.split() if any(c.isdigit() for c in word) and word not in strip(raw).split()] == []


RULINGS = [
    "BSG, B 14 AS 7/19 R, hat das entschieden.",
    "Siehe BSG B 4 AS 23/17 R und B 14 AS 24/18 R.",
    "BVerfG 1 BvL 7/16 zu den Sanktionen.",
    "BGH VIII ZR 45/19 zur Kündigung.",
    "EuGH C-184/99 zu Aufenthalt.",
    "BAG 2 AZR 123/20 zur Kündigung.",
    "BVerwG 5 C 12.20 zum Wohngeld.",
    "So auch LSG NRW, Beschluss L 7 AS 712/08 B ER, juris Rn. 12.",
]


@pytest.mark.parametrize("raw", RULINGS)
def test_a_published_ruling_is_law_and_stays(raw: str) -> None:
    assert strip(raw) == raw


def test_the_clients_own_appeal_is_no_ruling() -> None:
    assert "712/08" not in strip("Herr Brezina hat Berufung eingelegt, LSG, Beschluss L 7 AS 712/08 B ER steht aus.")


TERMS = """
Im Quartal II/2024 und im WS 23/24 war er gemeldet.
Siehe Blatt 1a und Bl. 45 ff. der Akte, Anlage EK Zeile 23.
Sachkunde nach Paragraf 34a liegt vor.
Sein Golf, Bj. 2009, verbraucht 4.200 kWh im Jahr.
Der Scan hat 4,2 MB, die Wohnung 3 Zimmer und 2 ZKB.
Bisoprolol 2,5 mg 1-0-1, Tapentadol 50 mg 0-0-1.
Eingruppiert in E 9b TVöD.
Fahrtkosten 0,20 €/km, Aushilfe 19,80/h.
Das Pflegegeld in Pflegegrad 2 beträgt 347 Euro.
Der Kurs kostet 1.189 Euro, die Gebühr beträgt 37,50 Euro.
Babinski bds. negativ, Lasègue links positiv.
Tinel-Zeichen und Romberg-Test ohne Befund.
Nächster Termin an Mariä Himmelfahrt.
Seit Martini ist er krank, bis Josefi ist er befristet.
Geprüft nach AufenthG, UVG und GewSchG, nicht nach Dublin-III-VO.
Er hat das Bayernticket, einen Kranschein und einen Hubwagen.
Die Lesepatin kommt mit der Tankkarte zum Schneeräumen.
Es gab Linzer Torte und Nürnberger Bratwürste.
Er sagt frank und frei, das wisse doch Hinz und Kunz.
Mir ist beim Lesen Ärger hochgekommen, und es stand am Schwarzen Brett.
Es ist der einzige Termin, an dem einer da ist.
Sie hat die Mittlere Reife und war beim Girls' Day.
Die Landwirtschaftliche Alterskasse und der Operative Service prüfen.
""".strip().splitlines()


@pytest.mark.parametrize("raw", TERMS)
def test_an_ordinary_term_stays(raw: str) -> None:
    assert strip(raw) == raw


LIKE_TERMS = [
    ("Frau Babinski kommt rechts herein.", "Babinski"),
    ("Termin bei Weber positiv verlaufen.", "Weber"),
    ("Herr Martini kommt, nach Martini fragen.", "Martini"),
    ("Sie arbeitet in der Kita Mariä Himmelfahrt.", "Himmelfahrt"),
    ("Er ist im Hort Apfelbaum.", "Apfelbaum"),
    ("Im Grundbuch steht Blatt 2217.", "2217"),
    ("Az. 1 Ws 23/24 beim OLG.", "23/24"),
    ("Die Wohnung kostet 847,50 Euro warm.", "847,50"),
    ("Kunde, Bj. 1978, ledig.", "1978"),
    ("Frank und Freia Brezina kommen.", "Frank"),
]


@pytest.mark.parametrize(("raw", "telling"), LIKE_TERMS)
def test_what_only_looks_like_a_term_goes(raw: str, telling: str) -> None:
    assert telling not in strip(raw)
