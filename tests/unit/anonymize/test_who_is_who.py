"""Placeholders keep who is who: a role and a title before one name, relatives who share a surname."""

import pytest

from caseboard.anonymize import strip_fields

TOLD = {
    "Die Sachbearbeiterin Frau Lutz hat die Kundin Frau Kerner eingeladen. Frau Kerner weinte. Frau Lutz kürzte.": (
        "Die Sachbearbeiterin Frau [Fachkraft] hat die Kundin Frau [Kundin] eingeladen. Frau [Kundin] weinte. "
        "Frau [Fachkraft] kürzte."
    ),
    "Frau Kerner wohnt mit ihrer Tochter Mia Kerner. Mia geht in die Schule. Frau Kerner arbeitet.": (
        "Frau [Kundin] wohnt mit ihrer Tochter [Tochter]. [Tochter] geht in die Schule. Frau [Kundin] arbeitet."
    ),
    "Herr Yilmaz wohnt bei seinem Vater Mehmet Yilmaz. Mehmet schweigt. Herr Yilmaz spricht.": (
        "Herr [Kunde] wohnt bei seinem Vater [Vater]. [Vater] schweigt. Herr [Kunde] spricht."
    ),
    "Die Tochter Mia Kerner ist krank. Frau Kerner bleibt daheim.": (
        "Die Tochter [Tochter] ist krank. Frau [Kundin] bleibt daheim."
    ),
    "Der Betreuer Herr Kolb ruft an. Die Kundin Frau Thalmann weint.": (
        "Der Betreuer Herr [Betreuer] ruft an. Die Kundin Frau [Kundin] weint."
    ),
    "Die Ärztin Frau Dr. Heim schreibt Frau Brezina krank. Frau Brezina ruht. Frau Brezina schläft.": (
        "Die Ärztin Frau Dr. [Ärztin] schreibt Frau [Kundin] krank. Frau [Kundin] ruht. Frau [Kundin] schläft."
    ),
    # a role that belongs to somebody else, or to the sentence before
    "Gestern hat der Arzt Herrn Brezina krankgeschrieben.": "Gestern hat der Arzt Herrn [Kunden] krankgeschrieben.",
    "Es half die Sozialarbeiterin. Frau Brezina dankte.": "Es half die Sozialarbeiterin. Frau [Kundin] dankte.",
    "Mit kam der Sohn, Frau Brezina blieb weg.": "Mit kam der Sohn, Frau [Kundin] blieb weg.",
    # an adult relative who is spoken of by title later is the same person still
    "Der Ehemann Ali Yilmaz ist krank. Herr Yilmaz sucht Arbeit. Frau Yilmaz auch.": (
        "Der Ehemann [Ehemann] ist krank. Herr [Ehemann] sucht Arbeit. Frau [Kundin] auch."
    ),
    "Sie streitet mit der Tochter, Ali sieht zu.": "Sie streitet mit der Tochter, [Person] sieht zu.",
    "Die Tochter, Emma, weint.": "Die Tochter, [Tochter], weint.",
    "Das sagt die Ärztin: Frau Brezina ist krank.": "Das sagt die Ärztin: Frau [Kundin] ist krank.",
    # who carries a title is not the client for that: office, work and house stand beside the name
    "Der Nachbar, Herr Regner, hilft. Jelena dankt ihm. Jelena weint.": (
        "Der Nachbar, Herr [Mann], hilft. [Kundin] dankt ihm. [Kundin] weint."
    ),
    "Frau Ruppel, Fallmanagerin, rief an. Jelena weint. Jelena hofft.": (
        "Frau [Fachkraft], Fallmanagerin, rief an. [Kundin] weint. [Kundin] hofft."
    ),
    "Bewährungshelfer ist Herr Traber. Dustin kommt. Dustin schweigt.": (
        "Bewährungshelfer ist Herr [Fachkraft]. [Kunde] kommt. [Kunde] schweigt."
    ),
    "frau lieb vom jugendamt war da. jelena weint. jelena hofft. jelena wartet.": (
        "frau [Frau] vom jugendamt war da. [Kundin] weint. [Kundin] hofft. [Kundin] wartet."
    ),
    "Die Marktleiterin Frau Ruppel lobt sie. Frau Ruppel geht. Frau Ruppel ruft an. Jelena weint. Jelena hofft.": (
        "Die Marktleiterin Frau [Frau] lobt sie. Frau [Frau] geht. Frau [Frau] ruft an. [Kundin] weint. [Kundin] hofft."
    ),
    "Jelena kam mit Herrn Traber. Jelena weint. Jelena hofft.": (
        "[Kundin] kam mit Herrn [Mann]. [Kundin] weint. [Kundin] hofft."
    ),
    "Frau Brezina vom Frauenhaus sucht Arbeit.": "Frau [Kundin] vom Frauenhaus sucht Arbeit.",
    "Frau Brezina, Verkäuferin, sucht Arbeit.": "Frau [Kundin], Verkäuferin, sucht Arbeit.",
    # a relative whose first name is a surname as well
    "Dustin Heinrich kommt. Sein Vater Heinrich trinkt. Dustin weint.": (
        "[Kunde] kommt. Sein Vater [Vater] trinkt. [Kunde] weint."
    ),
    "Dustin Brezina kommt. Sein Vater Brezina trinkt. Dustin weint.": (
        "[Kunde] kommt. Sein Vater [Vater] trinkt. [Kunde] weint."
    ),
    "Ali Kaya kommt. Sein Vater Kaya trinkt.": "[Person] kommt. Sein Vater [Vater] trinkt.",
}


@pytest.mark.parametrize("raw", TOLD)
def test_everybody_keeps_a_placeholder_of_their_own(raw: str) -> None:
    assert strip_fields({"text": raw}).texts["text"] == TOLD[raw]


def test_no_title_stays_before_what_says_it() -> None:
    raw = "Die Sachbearbeiterin Frau Lutz hat die Kundin Frau Kerner zum Betreuer Herrn Kolb geschickt."

    stripped = strip_fields({"text": raw}, polish=True).texts["text"]

    assert stripped == "Die Sachbearbeiterin [Fachkraft] hat die [Kundin] zum [Betreuer] geschickt."
