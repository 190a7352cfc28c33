"""Ages without the word: who is, becomes or was so many years old; counts of other things stay."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.age_in_sentences import AgeInSentences
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "ages"),
    [
        ("Levin ist neun. Er pendelt.", ["neun"]),
        ("Ich bin einundachtzig und habe viel erlebt.", ["einundachtzig"]),
        ("Emre wird im Herbst 51. Mehr weiß ich nicht.", ["51"]),
        ("Der Kleine, Bence, is erst vier.", ["vier"]),
        ("Mit 50 noch einmal in die Schule?", ["50"]),
        ("Sie steht mit 46 vor dem Arbeitsmarkt.", ["46"]),
        ("Er, der mit über fünfzig noch Prüfungen geschrieben hat.", ["fünfzig"]),
        ("Ein Mann von 58, der lange gearbeitet hat.", ["58"]),
        ("Warum ein Mann mit 36 Jahren das misst.", ["36"]),
        ("Er passt auf Robin (3) auf.", ["3"]),
        ("Sidonie, Marcello und Luana (11, 9, 6 und 2) sind da.", ["11", "9", "6", "2"]),
        ("Meine Tochter 2 monate schläft jetzt.", ["2 monate"]),
        ("1971 geboren, in einer Stadt am Fluss.", ["1971"]),
        ("Frau Schäfer, 58 und seit dem Frühjahr verwitwet.", ["58"]),
    ],
)
def test_ages(raw: str, ages: list[str]) -> None:
    assert [age for age in ages if age in surfaces(AgeInSentences, raw)] == ages


@pytest.mark.parametrize(
    "raw",
    [
        "Der Kurs ist um drei.",
        "Mit 20 anderen wartet sie.",
        "Die Maßnahme dauert, 6 Monate lang.",
        "Der Antrag ist vier Wochen alt.",
        "Die Rate ist 50 Euro.",
        "Sie kam mit 30 Bewerbungen.",
        "Die Wohnung (3) liegt oben.",
        "Das sind sechs Kinder.",
        "Pflegegrad 4, im selben Zimmer.",
        "Mit 14 bis 16 Stunden kommt er aus.",
    ],
)
def test_other_numbers_stay(raw: str) -> None:
    assert surfaces(AgeInSentences, raw) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Das Auto ist 17 Jahre alt.",
        "Sein Hund ist 12 Jahre alt.",
        "Die Ölheizung (Bj. 1989) raucht.",
        "Die Nachtspeicheröfen sind aus den Siebzigern.",
        "Eine Lehrerin mit zweiundzwanzig Jahren Erfahrung packt Pakete.",
        "Die Köchin mit 30 Jahren Berufserfahrung bewirbt sich.",
    ],
)
def test_so_old_or_so_long_is_nobody(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize(
    ("raw", "age"),
    [
        ("Herr Huber (Bj. 1971) wartet.", "1971"),
        ("Sie ist in den Siebzigern.", "Siebzigern"),
        ("Mit 50 Jahren fängt er noch einmal an.", "50"),
        ("Die Tochter ist 17 Jahre alt.", "17"),
    ],
)
def test_so_old_is_somebody(raw: str, age: str) -> None:
    assert age not in strip(raw)
