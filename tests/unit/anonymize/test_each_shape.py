"""Every recogniser of a fixed shape by itself: what it takes out of a sentence (in ⟦ ⟧) and what it leaves alone.

No label stands where the shape must carry the find, and no other recogniser helps. Sentences without marks hold the
neighbours: numbers and words that look nearly alike and must stay.
"""

import re

import pytest

from caseboard.anonymize.recognizers.agency_number import AgencyNumber
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.recognizers.court_file import CourtFile
from caseboard.anonymize.recognizers.email import Email
from caseboard.anonymize.recognizers.file_name import FileName
from caseboard.anonymize.recognizers.handle import Handle
from caseboard.anonymize.recognizers.health_insurance import HealthInsuranceNumber
from caseboard.anonymize.recognizers.iban import Iban
from caseboard.anonymize.recognizers.identity_document import IdentityDocument
from caseboard.anonymize.recognizers.money import Money
from caseboard.anonymize.recognizers.pension_number import PensionNumber
from caseboard.anonymize.recognizers.phone import Phone
from caseboard.anonymize.recognizers.plate import Plate
from caseboard.anonymize.recognizers.postcode import Postcode
from caseboard.anonymize.recognizers.register_number import RegisterNumber
from caseboard.anonymize.recognizers.scanned_number import ScannedNumber
from caseboard.anonymize.recognizers.tax_id import TaxId
from caseboard.anonymize.recognizers.tax_number import TaxNumber
from caseboard.anonymize.recognizers.url import Url
from tests.unit.anonymize.recognised import surfaces

TABLES: dict[type[Recognizer], str] = {
    Iban: """
        Sie nennt ⟦DE89 3704 0044 0532 0130 00⟧ dafür.
        Sie nennt ⟦DE88 3704 0044 0532 0130 00⟧ dafür.
        Sie nennt ⟦DE89370400440532013000⟧ dafür.
        Sie nennt ⟦DE89 37 04 00 44 05 32 01 30 00⟧ dafür.
        sie nennt ⟦de89 3704 0044 0532 0130 00⟧ dafür.
        sie nennt ⟦at61 1904 3002 3457 3201⟧ dafür.
        Sie nennt ⟦AT61 1904 3002 3457 3201⟧ dafür.
        Sie nennt ⟦NL91ABNA0417164300⟧ dafür.
        Sie nennt ⟦DE89 37O4 0044 O532 0130 00⟧ dafür.
        Sie nennt ⟦DE89 3704 0044¶0532 0130 00⟧ dafür.
        Das Konto ⟦532013000⟧ ist gesperrt.
        Seine Kontonummer: ⟦532 013 000⟧ und mehr.
        Die BIC ⟦GENODEF1XYZ⟧ fehlt.
        Auf dem Konto sind 350 Euro.
        Im Büro DE 12 sitzen 3 Leute.
        Das P-Konto 2 Monate später.
    """,
    TaxId: """
        Darauf steht ⟦86 095 742 719⟧ als Angabe.
        Darauf steht ⟦86 095 742 718⟧ als Angabe.
        Darauf steht ⟦86095742719⟧ als Angabe.
        Darauf steht ⟦86.095.742.719⟧ als Angabe.
        darauf steht ⟦86095742719⟧ als angabe.
        Darauf steht ⟦86 095¶742 719⟧ als Angabe.
        Das Land zahlt 12.345.678,90 Euro.
        Es sind 86 095 Menschen gemeldet.
        Darauf steht 095 742 719 als Angabe.
    """,
    TaxNumber: """
        Darauf steht ⟦181/815/08155⟧ als Angabe.
        Darauf steht ⟦181/815/08156⟧ als Angabe.
        Darauf steht ⟦181 / 815 / 08155⟧ als Angabe.
        Darauf steht ⟦21/815/08150⟧ als Angabe.
        Darauf steht ⟦181/815/¶08155⟧ als Angabe.
        Darauf steht ⟦DE 123 456 789⟧ als Angabe.
        Darauf steht ⟦DE123456789⟧ als Angabe.
        darauf steht ⟦de123456789⟧ als angabe.
        Das war am 12/05/2024 und am 3/4.
        Im Schuljahr 2023/24 waren es 181/815 Punkte.
        Im Satz 1/2/3 steht nichts.
    """,
    PensionNumber: """
        Darauf steht ⟦65 170839 J 08 8⟧ als Angabe.
        Darauf steht ⟦65 170839 J 08 9⟧ als Angabe.
        Darauf steht ⟦65170839J088⟧ als Angabe.
        Darauf steht ⟦65 17 08 39 J 08 8⟧ als Angabe.
        Darauf steht ⟦65-170839-J-088⟧ als Angabe.
        darauf steht ⟦15 070649 c 103⟧ als angabe.
        Darauf steht ⟦65 17O839 J O8 8⟧ als Angabe.
        Darauf steht ⟦65 170839¶J 08 8⟧ als Angabe.
        Am 17.08.39 um 8 Uhr war Zimmer 12 B frei.
        Es waren 65 von 170839 Leuten.
        Er hat 12 Jahre und 3 Monate gearbeitet.
    """,
    HealthInsuranceNumber: """
        Darauf steht ⟦A000500015⟧ als Angabe.
        Darauf steht ⟦A000500017⟧ als Angabe.
        Darauf steht ⟦A 000 500 015⟧ als Angabe.
        darauf steht ⟦a000500015⟧ als angabe.
        Darauf steht ⟦A 000¶500 015⟧ als Angabe.
        Das Papier ist A4, Block A 120 ist leer.
        Die Autobahn A 3 ist 778 Kilometer lang.
        Es geht um B 500 000 und mehr.
    """,
    IdentityDocument: """
        Darauf steht ⟦L01X00T471⟧ als Angabe.
        Darauf steht ⟦L01X00T472⟧ als Angabe.
        Darauf steht ⟦L01X00T47⟧ als Angabe.
        Darauf steht ⟦LZ6 311 T47 5⟧ als Angabe.
        Darauf steht ⟦C01X00T478D⟧ als Angabe.
        Der Ausweis ⟦1220001297D⟧ ist alt.
        der ausweis ⟦l01x00t471⟧ ist alt.
        Darauf steht ⟦YZ1234567⟧ als Angabe.
        Darauf steht ⟦LZ6 311¶T47 5⟧ als Angabe.
        Unten steht ⟦IDD<<T220001293<<<<<<<<⟧ auf der Karte.
        Der LKW-Fahrer hat die Klassen C1E und T.
        Der Pass fehlt seit 3 Wochen, Zimmer 214.
        RV 12345 ist kein Ausweis, FRANKFURT ein Ort.
    """,
    AgencyNumber: """
        Darauf steht ⟦123A456789⟧ als Angabe.
        Darauf steht ⟦123A456780⟧ als Angabe.
        Darauf steht ⟦123 A 456 789⟧ als Angabe.
        darauf steht ⟦123a456789⟧ als angabe.
        Darauf steht ⟦72502//0014711⟧ als Angabe.
        Darauf steht ⟦72502 // 0014711⟧ als Angabe.
        Darauf steht ⟦72502BG0014711⟧ als Angabe.
        darauf steht ⟦72502bg0014711⟧ als angabe.
        Darauf steht ⟦72502 BG 0014711⟧ als Angabe.
        Darauf steht ⟦72502//¶0014711⟧ als Angabe.
        Darauf steht ⟦123 A¶456 789⟧ als Angabe.
        Darauf steht ⟦715 FK 012345⟧ als Angabe.
        Die BG besteht aus 4 Personen, Haus 12 A.
        Die BG mit 1200 Euro Miete hat 3 Kinder.
        Im Zimmer 123 A sitzen 4 Leute.
    """,
    CourtFile: """
        Das Urteil ⟦S 12 AS 345/21⟧ kam.
        Das Urteil ⟦S 12 AS 346/21⟧ kam.
        Das Urteil ⟦S12AS345/21⟧ kam.
        Das Urteil ⟦S 12 AS 345 / 21⟧ kam.
        das urteil ⟦s 12 as 345/21⟧ kam.
        Das Urteil ⟦S l2 AS 345/2l⟧ kam.
        Das Urteil ⟦302 Js 4471/21⟧ kam.
        Das Urteil ⟦S 12 AS¶345/21⟧ kam.
        Das Urteil ⟦XVII 88/25⟧ kam.
        Im Semester 23/24 und am 3/4.
        Im Jahr 2023/24 sank er um 4/5.
        Die Stufe S 12 im TVöD, Klasse 7/8.
    """,
    RegisterNumber: """
        Die Firma (⟦HRB 12345⟧) ist neu.
        Die Firma (⟦HRB 12346⟧) ist neu.
        Die Firma (⟦HRB12345⟧) ist neu.
        Die Firma (⟦HR B 12345⟧) ist neu.
        die firma (⟦hrb 12345⟧) ist neu.
        Die Firma (⟦HRB l2345⟧) ist neu.
        Die Firma (⟦HRB¶12345⟧) ist neu.
        Der Verein (⟦VR 2034⟧) ist neu.
        der verein (⟦vr 2034⟧) ist neu.
        Mit der VR 12 Bank hat er 3 Verträge.
        PR 12 Seiten, VR-Brille für 300 Euro.
        Die Stelle im HR hat 3 Leute.
    """,
    Plate: """
        Davor steht ⟦WÜ-DK 1912⟧ im Hof.
        Davor steht ⟦WÜ-DK 1913⟧ im Hof.
        Davor steht ⟦WÜ-DK1912⟧ im Hof.
        Davor steht ⟦WÜ - DK 1912⟧ im Hof.
        Davor steht ⟦WÜ DK 1912⟧ im Hof.
        davor steht ⟦wü-dk 1912⟧ im hof.
        das auto ⟦wü dk 1912⟧ steht im hof.
        Davor steht ⟦WÜ-DK¶1912⟧ im Hof.
        Davor steht ⟦M-XY 12E⟧ im Hof.
        Davor steht ⟦AA-RB 715⟧ im Hof.
        das auto (⟦hdh ö 62⟧) bleibt.
        Der Wagen mit Kz. ⟦BT 09 LUP⟧ ist aus Rumänien.
        Kennzeichen ⟦4A2 3071⟧ aus Tschechien.
        Mit der RB 715 nach Hause, Kz. 17 und 18 fehlen.
        Der Kurs B2-C1 12 beginnt, SGB II 24 gilt.
        da hat er 3 und sie um 12 gesehen.
        TOP II 12 und ALG II 563 Euro.
    """,
    Phone: """
        Sie ist unter ⟦0171 2345678⟧ zu haben.
        Sie ist unter ⟦0171 2345679⟧ zu haben.
        Sie ist unter ⟦01712345678⟧ zu haben.
        Sie ist unter ⟦0 17 1 / 23 45 67 8⟧ zu haben.
        Sie ist unter ⟦O171 2345678⟧ zu haben.
        Sie ist unter ⟦(09721) 123456⟧ zu haben.
        Sie ist unter ⟦09721/123456⟧ zu haben.
        Sie ist unter ⟦+49 171 2345678⟧ zu haben.
        Sie ist unter ⟦0171 234¶5678⟧ zu haben.
        ihre handynummer ist ⟦01712345678⟧.
        Tel. ⟦123456⟧ am Abend.
        Es waren 0171 Euro und 08.30 Uhr.
        Sie hat 2345678 Euro, von 8-12 Uhr.
        In Haus 09721 ist nichts.
    """,
    Email: """
        Schreib an ⟦a.brezina@example.org⟧ bitte.
        Schreib an ⟦a.brezinaa@example.orgg⟧ bitte.
        schreib an ⟦a.brezina@example.org⟧ bitte.
        Schreib an ⟦A.BREZINA@EXAMPLE.ORG⟧ bitte.
        Schreib an ⟦a.brezina @ example.org⟧ bitte.
        Schreib an ⟦a.brezina (at) example.org⟧ bitte.
        Schreib an ⟦a.brezina[at]example[dot]org⟧ bitte.
        Schreib an ⟦a.brezina at example.org⟧ bitte.
        Schreib an ⟦a.brezina at example punkt org⟧ bitte.
        Schreib an ⟦a.brezina@¶example.org⟧ bitte.
        Schreib an ⟦a.brezina@example,org⟧ bitte.
        Er war at home und kommt um 3.
        Das kostet 3 Stück @ 4 Euro.
        Er kam. Dann ging er.
    """,
    Url: """
        Mehr auf ⟦https://www.brezina.example/kontakt⟧ dort.
        Mehr auf htps://⟦www.brezina.example⟧ dort.
        Mehr auf ⟦www.brezina.example⟧ dort.
        Mehr auf ⟦www . brezina.example⟧ dort.
        mehr auf ⟦brezina-bau.de⟧ dort.
        Mehr auf ⟦WWW.BREZINA.EXAMPLE⟧ dort.
        Mehr auf ⟦https://¶www.brezina.example/kontakt⟧ dort.
        Mehr auf ⟦www.brezina.¶example⟧ dort.
        Es liegt in ⟦C:\\Faelle\\Brezina⟧ seither.
        Es liegt in ⟦/home/brezina/brief⟧ seither.
        Er kam am Montag.Dann ging er z.B. heim.
        Mal ja/nein, mal 24/7 und u.a. und/oder.
        Das Team B. de facto gibt es.
    """,
    Postcode: """
        Er zog nach ⟦97421⟧ Schweinfurt.
        Er zog nach ⟦97422⟧ Schweinfurt.
        Er zog nach ⟦97421⟧Schweinfurt.
        Er zog nach ⟦D-97421⟧ Schweinfurt.
        er zog nach ⟦97421⟧ schweinfurt.
        Er zog weg, ⟦97 421⟧ Schweinfurt.
        Er zog nach ⟦97421⟧¶Schweinfurt.
        Er zog nach ⟦A-1010⟧ Wien.
        Sie verdient 97421 Euro im Jahr.
        Das sind 12345 km und 15000 Stück.
        Es hat 54.321 Einwohner und 9742 Häuser.
    """,
    Money: """
        Er schuldet ⟦4.817,63 Euro⟧ dafür.
        Er schuldet ⟦4.817,63 Eur⟧ dafür.
        Er schuldet ⟦4817,63€⟧ dafür.
        Er schuldet ⟦4 817,63 €⟧ dafür.
        Er schuldet ⟦4.817,63⟧ dafür.
        er schuldet ⟦4817 euro⟧ dafür.
        Er schuldet ⟦4.817,63⟧ dafür.¶Das ist viel.
        Er schuldet ⟦4.817¶Euro⟧ dafür.
        Er schuldet ⟦dreitausendvierhundert Euro⟧ dafür.
        Er schuldet ⟦knapp 4.817 Euro⟧ dafür.
        Er bekommt 563 Euro und 50 Euro dazu.
        Er schuldet rund 5.000 Euro und ein paar hundert Euro.
        Er fährt 4.817 km mit 7,63 Liter.
    """,
    FileName: """
        Siehe ⟦Brezina_Lebenslauf.pdf⟧ dazu.
        Siehe ⟦Brezina_Lebenslaf.pdf⟧ dazu.
        siehe ⟦brezina_lebenslauf.pdf⟧ dazu.
        Siehe ⟦BREZINA.PDF⟧ dazu.
        Siehe ⟦Attest (2).jpg⟧ dazu.
        Siehe ⟦Brezina_¶Lebenslauf.pdf⟧ dazu.
        Siehe ⟦Brezina.Lebenslauf.2024.docx⟧ dazu.
        Sie schickt ein PDF und ein Word-Dokument.
        Er kam z.B. mit Datei 3.4 der Akte.
        Das Dokument.Danach nichts.
    """,
    Handle: """
        Sie ist ⟦@korbi_0711⟧ dort.
        Sie ist ⟦@Korbi.0711⟧ dort.
        Auf Insta: ⟦mimi.g91⟧ zu sehen.
        auf insta: ⟦mimi.g91⟧ zu sehen.
        Man sieht ⟦lena.mueller91⟧ (WhatsApp) dort.
        Sie ist ⟦u/maxmuster⟧ dort.
        Sie ist ⟦korbi_maus⟧ dort.
        Sie ist ⟦brezina91⟧ dort.
        Auf Insta:¶⟦mimi.g91⟧ zu sehen.
        Sie ist bei WhatsApp und Instagram aktiv.
        Stufe9 und Klasse7 und Raum214 sind frei.
        Er kam und/oder schrieb per Signal ab 3.
    """,
    ScannedNumber: """
        Darauf steht ⟦09-77 l4 2O3⟧ als Angabe.
        Darauf steht ⟦88 3O 1I 42⟧ als Angabe.
        Darauf steht ⟦88/3O/1I/42⟧ als Angabe.
        Darauf steht 88 30 Mal als Angabe.
        Sie kam 3 Mal, Io war da.
    """,
}
ROWS = [(kind, row.strip().replace("¶", "\n")) for kind, rows in TABLES.items() for row in rows.strip().splitlines()]
MARK = re.compile("⟦(.+?)⟧", re.S)


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{kind.__name__}-{row!a}" for kind, row in ROWS])
def test_a_shape_takes_what_it_promises_and_nothing_beside_it(kind: type[Recognizer], row: str) -> None:
    found = surfaces(kind, MARK.sub(r"\1", row))

    assert {each for each in found if not any(each != other and each in other for other in found)} == set(
        MARK.findall(row)
    )
