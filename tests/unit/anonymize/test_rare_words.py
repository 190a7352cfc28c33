"""An illness or a rare occupation that stands in a stripped text counts, whoever left it there."""

import pytest

from caseboard.anonymize import Decisions, SafeText, estimate, strip_fields
from caseboard.anonymize.fold import fold
from caseboard.anonymize.profiling import person_of
from caseboard.anonymize.rare_words import said_plainly
from caseboard.anonymize.report import Restored


@pytest.mark.parametrize("illness", ["Mukoviszidose", "Parkinson", "Sarkoidose", "Narkolepsie", "Chorea", "Zöliakie"])
def test_who_keeps_an_illness_because_it_is_no_name_sees_the_light_change(illness: str) -> None:
    raw = {"text": f"Die Kundin, 41, hat {illness}."}
    key = [fold(illness)]
    done = strip_fields(raw, decisions=Decisions.of(keep=key, restore=key))

    assert illness in done.texts["text"]
    assert strip_fields(raw).risk.light == "green"
    assert done.risk.light == done.live.light == "red"
    assert estimate(done.texts.values(), done.restored).written == done.risk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sie leidet an Mukoviszidose.", ("HEALTH", "Mukoviszidose")),
        ("Er ist seit Jahren tetraplegisch gelähmt, Tetraplegie nach Sturz.", ("HEALTH", "Tetraplegie")),
        ("Diagnose: Neurofibromatose.", ("HEALTH", "Neurofibromatose")),
        ("Es ist ein Nephroblastom.", ("HEALTH", "Nephroblastom")),
        ("Sie hat Lungenfibrose.", ("HEALTH", "Lungenfibrose")),
        ("Er hat Asthma.", ("HEALTH", "Asthma")),
        ("Sie ist Glockengießerin.", ("JOB", "Glockengießerin")),
        ("Er war Orgelbauer.", ("JOB", "Orgelbauer")),
        ("Der Altgeigenbauer sucht Arbeit.", ("JOB", "Altgeigenbauer")),
        ("Sie ist Meeresbiologin.", ("JOB", "Meeresbiologin")),
    ],
)
def test_one_word_tells_it(text: str, said: tuple[str, str]) -> None:
    assert said in set(said_plainly(text))


@pytest.mark.parametrize(
    "text",
    [
        "Die Demenzberatung und die Krebshilfe sind zuständig.",
        "Er geht zur Parkinsonambulanz und in die Rheumaklinik.",
        "Sie hat eine [Erkrankung, Nerven] und ist [Beruf, Handwerk].",
        "Der Trainer und der Drucker sind da, der Gemeinderat will sparen.",
        "Er ist Siebdrucker, Maurer, Lagerist und Busfahrer.",
        "Die Geigenbauschule und der Orgelbau werben.",
        "Sie hat Rückenschmerzen, Depressionen und eine Prognose.",
        "Seine Sympathie gilt der Prämie und der Hose.",
        "Die Diagnose stimmt, die Therapie läuft.",
        "Er redet wie ein Dichter, der Schäfer und der Schmied helfen ihm.",
        "Er hat blind unterschrieben und ist als Helfer tätig.",
    ],
)
def test_ordinary_words_tell_nothing(text: str) -> None:
    assert list(said_plainly(text)) == []


def test_what_many_have_counts_with_its_share_and_once() -> None:
    assert person_of("Sie hat Asthma.").illness == pytest.approx(0.05)
    assert person_of("Sie hat Asthma.", [Restored("HEALTH", "Asthma")]).illness == pytest.approx(0.05)
    assert person_of("Sie hat Asthma und Arthrose.").illness == pytest.approx(0.05 * 0.05)


def test_a_stripped_text_shines_red_by_its_plain_words() -> None:
    lights = estimate([SafeText.trusted("Sie leidet an Mukoviszidose und ist Glockengießerin.")])

    assert {reason.attributes for reason in lights.written.reasons} == {("HEALTH",), ("JOB",)}
