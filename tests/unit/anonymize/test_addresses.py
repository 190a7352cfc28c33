"""Telephone numbers, e-mail and web addresses, accounts, file names and postcodes, printed, scanned and dictated."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import kinds_over, uncovered


@pytest.mark.parametrize(
    "number",
    [
        *("030/1234567", "0171-2345678", "+49 (0)30 1234567", "0 30 - 12 34 56 78", "(09141) 99 74 0", "0721/44 55-66"),
        *("08341 / 90 55 7 - 13", "0049 173 8830155", "+49 173/8830155", "0173.883.01.55", "0 173 / 88 30 155"),
        *(
            "01 71 / 2 34 56 78",
            "0178·4419·077",
            "08441 27-0 App. 389",
            "+90 532 123 45 67",
            "+380 50 771 20 46",
            "+48601234567",
        ),
        *("O171-2345678", "0l71 2345678", "O972l 55 O 33l", "0171 – 2345678", "0 15 2 / 33 40 71 9 8", "0171_2345678"),
        *("09721/66\n20 58", "0171-\n2345678", "09721  66  20  58"),
        *("null eins sieben eins zwei drei vier fünf", "null neun sieben zwei eins Strich sechs sechs zwo null"),
        *(
            "null eins sieben eins, dreiundzwanzig, fünfundvierzig",
            "plus neunundvierzig eins sieben eins zwei drei vier",
        ),
    ],
)
def test_a_telephone_number_goes(number: str) -> None:
    raw = f"Bitte anrufen unter {number} am Vormittag"

    assert uncovered(raw, number) == []
    assert strip(raw).endswith(" am Vormittag")


@pytest.mark.parametrize(
    "short", ["Tel. -218", "Durchwahl 3390", "Durchw. 218", "App. 218", "(DW 12)", "Fax -99", "Nst. 44"]
)
def test_a_short_number_goes_beside_its_word(short: str) -> None:
    assert not any(c.isdigit() for c in strip(f"Bitte anrufen: {short} am Vormittag"))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "max.muster@web.de",
            "max (at) web.de",
            "max[ät]web.de",
            "max(at)web(punkt)de",
            "max.muster @ web . de",
            "a_b-c+d@x.example",
        ),
        *("max.muster@\nweb.de", "max.mus-\nter@web.de", "max.muster@web,de", "max.muster@web de", "mäx@müller.de"),
        *("max.muster©web.de", "max.muster{at}web.de", "m.muster@jc-x.exarnple", "MAX.MUSTER@WEB.DE"),
        *("max punkt muster at gmx punkt net", "max unterstrich muster at t-online punkt de", "max at gmail dot com"),
        *("max bindestrich muster at web punkt de", "g punkt wojciech at kurier minus mfeld punkt example"),
        *("max neun eins at web punkt de", "max klammeraffe web punkt de", "max ät web Punkt de"),
    ],
)
def test_an_e_mail_address_goes(address: str) -> None:
    raw = f"Post an {address} genügt ihm"

    assert [w for w in uncovered(raw, address) if w != "at"] == []
    assert strip(raw).endswith(" genügt ihm")


def test_a_spoken_full_stop_behind_an_address_ends_it() -> None:
    assert strip("Mail an anna Punkt hoxha at postkasten Punkt example Punkt Die Frist läuft.").endswith(
        "[E-Mail] Punkt Die Frist läuft."
    )


@pytest.mark.parametrize(
    "page",
    [
        *(
            "www.vergolder-xy.de",
            "https://a.b/c?d=e",
            "lotus-nails.de",
            "t.me/mimi",
            "instagram.com/mimi.g",
            "www.lotus-\nnails.de",
        ),
        *("lotusnails-bgl.de/termine", "WWW.NORDMARK-FORDERUNG.EXAMPLE/RATEN", "www punkt lotus minus nails punkt de"),
        *("@korbi_0711", "der_kerem", "u/maxmuster", "lena.mueller91", "mimi_91"),
        *("Pacht_Huber.jpg", "Kündigung_Brezina_2024.docx", "Brezina.pdf", "Brezina 2.pdf", "IMG-20240312-WA0004.jpg"),
        *("\\\\server\\akten\\Brezina\\bescheid.pdf", "C:\\Users\\brezina\\Desktop", "/home/brezina/brief.odt"),
    ],
)
def test_pages_accounts_and_files_go(page: str) -> None:
    assert uncovered(f"Siehe {page} dazu", page) == []
    assert kinds_over(f"Siehe {page} dazu", page) & {"URL"}


@pytest.mark.parametrize(
    "account",
    [
        "WhatsApp: lena.m",
        "Instagram lena_m91",
        "Insta mimi91",
        "TikTok @mimi",
        "Profil mimi-g",
        "Gamertag MaxMuster99",
        "ebay-Name: max1980",
    ],
)
def test_an_account_goes_beside_its_service(account: str) -> None:
    assert account.split()[-1].lstrip("@") not in strip(f"Kontakt über {account} möglich")


@pytest.mark.parametrize(
    "raw", ["bei 97421 Schweinfurt gemeldet", "D-97421 ist neu", "PLZ 97421 fehlt", "wohnt, 97 437 Haßfurt"]
)
def test_a_postcode_goes(raw: str) -> None:
    assert "[Postleitzahl]" in strip(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Der Weg beträgt 12345 km und dauert lange.",
        "Das Insta-Video und die Mail an alle fehlen.",
        "Er sagt, WhatsApp sei ihm lieber, Profil und Konto sind leer.",
        "Mo-Fr 8-12 und 14-16 Uhr, Fax und Telefon gehen nicht.",
        "Am Punkt 3 sind wir uns einig.",
    ],
)
def test_words_about_addresses_stay(raw: str) -> None:
    assert strip(raw) == raw
