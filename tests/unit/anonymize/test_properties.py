"""What holds for any text: stable when stripped twice, nothing invisible stored, offsets that fit, linear work."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import caseboard.anonymize
from caseboard.anonymize import Profile, SafeText, estimate, problems, strip, strip_fields
from caseboard.anonymize.document import Document
from caseboard.anonymize.normalise import BIDI, IGNORABLE, normal, storable
from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.anonymize.recognizers.base import Search, ShapeRecognizer
from caseboard.anonymize.vocabulary import vocabulary
from tests.growing import LINEAR, growth
from tests.texts.annotated import texts

ROOT = Path(caseboard.anonymize.__file__).resolve().parents[2]
PIECES = (
    *(
        "Frau",
        "Herr",
        "Hr.",
        "Brezina",
        "Lang",
        "lang",
        "Müller",
        "Mu\u0308ller",
        "Мüller",
        "Sohn",
        "Kerem",
        "in",
        "Hof",
        "Haus",
    ),
    *(
        "Am Zwinger 6",
        "57",
        "(43)",
        "DE89 3704 0044 0532 0130 00",
        "3.4.2024",
        "§ 16e SGB II",
        "1.234,56 €",
        "0171-2345678",
    ),
    *(
        "a@b.de",
        "K.",
        "GmbH",
        "Rexing",
        "aus Syrien",
        "\u200b",
        "\u00ad",
        "\n",
        "-\n",
        "[Name]",
        "[Kundin 2]",
        "[",
        "]",
        ".",
    ),
    *(
        ",",
        "und",
        "der",
        "\u202e",
        "𝐀",
        "ﬁ",
        "null eins",
        "S 12 AS 345/21",
        "Az.",
        "rund 400 €",
        "(BG 12345)",
        "\r\n",
        "  ",
    ),
)
WRITING = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
ANYTHING = st.text(
    st.characters(exclude_categories=()), max_size=120
)  # lone surrogates included, as JSON delivers them
TEXTS = st.one_of(ANYTHING, WRITING)
PEOPLE = st.sampled_from(
    ["Max", "Tom", "Leo", "Mia", "Demir", "Frau Ott", "Herr Reh", "Onkel Ben", "Elias Blum", "Ali"]
)
SENTENCES = st.builds(
    str.format,
    st.sampled_from(
        [
            *(
                "Dann rief {} an.",
                "Es kam {}.",
                "{} weint.",
                "Ihr Mann heißt {}.",
                "Wir sprachen {} an.",
                "{} zieht zu.",
            ),
            *("Danach war Pause.", "Die Nummer ist 65 929 970 489.", "Das war am 5. Dezember.", "Mail an a@b.pl."),
            *("{} wohnt Am Zwinger 6.", "{} lebt in Ulm.", "Sie ist bei der Rexing GmbH.", "Tel. 0171 2345678."),
        ]
    ),
    PEOPLE,
)
SENTENCE_END = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})\.(?= [A-ZÄÖÜ]|\Z)")
PROFILES = st.sampled_from(["case", "contribution"])
DAMAGE = st.lists(
    st.sampled_from(
        [*"az015lOISB. ", "AB", "11", "und", "oder", "\n", "-\n", "=\n", "\u00ad\n", "¬ \n", "½", "ﬁ", "а", "\u0308"]
    ),
    max_size=14,
).map("".join)
SETTINGS = settings(
    max_examples=150,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def stripped(raw: str, profile: Profile, *, polish: bool) -> str:
    return strip_fields({"text": raw}, profile=profile, polish=polish).texts["text"]


@SETTINGS
@given(TEXTS, PROFILES, st.booleans())
def test_stripping_what_was_stripped_changes_nothing(raw: str, profile: Profile, polish: bool) -> None:
    once = stripped(raw, profile, polish=polish)

    assert stripped(once, profile, polish=polish) == once


@pytest.mark.parametrize("profile", ["case", "contribution"])
def test_stripping_a_case_twice_changes_nothing(profile: Profile) -> None:
    for document in list(texts("tune"))[::25]:
        once = strip(document.text, profile=profile)

        assert strip(once, profile=profile) == once, document.name


@SETTINGS
@given(TEXTS)
def test_nothing_invisible_is_ever_stored(raw: str) -> None:
    stored = strip(raw)

    assert IGNORABLE.search(stored) is None
    assert not BIDI & set(stored)
    assert storable(stored) == stored
    assert stored.encode("utf-8").decode("utf-8") == stored


@SETTINGS
@given(TEXTS, st.booleans())
def test_finds_are_ordered_passages_and_the_text_between_them_is_kept(raw: str, polish: bool) -> None:
    done = strip_fields({"text": raw}, polish=polish)

    pieces, at = [], 0
    for find in done.finds:
        assert at <= find.start < find.end <= len(raw)
        assert raw[find.start : find.end] == find.surface
        pieces += [storable(raw[at : find.start]), find.replacement]
        at = find.end
    assert "".join([*pieces, storable(raw[at:])]) == done.texts["text"]


@SETTINGS
@given(TEXTS)
def test_no_find_cuts_a_character_in_two(raw: str) -> None:
    marks = re.compile("[\u0300-\u036f\u200d\ufe0f]")

    for find in strip_fields({"text": raw}).finds:
        assert not marks.match(raw[find.end : find.end + 1]), raw


@SETTINGS
@given(WRITING)
def test_every_placeholder_is_protected(raw: str) -> None:
    for find in strip_fields({"text": raw}).finds:
        if find.replacement.startswith("["):
            assert PLACEHOLDER.fullmatch(find.replacement), find.replacement


@SETTINGS
@given(st.lists(SENTENCES, min_size=2, max_size=6).map(" ".join))
def test_no_find_swallows_the_end_of_a_sentence(raw: str) -> None:
    words = vocabulary()

    for find in strip_fields({"text": raw}, profile="case", polish=True).finds:
        for before in SENTENCE_END.findall(find.surface):
            assert words.abbreviation(before), (raw, find.surface)


@SETTINGS
@given(st.one_of(TEXTS, DAMAGE))
def test_the_matching_form_is_stable_and_points_into_the_input(raw: str) -> None:
    form = normal(raw)

    assert len(form.text) == len(form.starts) == len(form.ends)
    assert all(0 <= a < b <= len(raw) for a, b in zip(form.starts, form.ends, strict=True))
    assert form.starts == sorted(form.starts)
    assert normal(form.text).text == form.text


@SETTINGS
@given(st.text(alphabet="abc ÄÖü\n\t\r", max_size=60))
def test_ordinary_letters_are_no_problem(raw: str) -> None:
    assert problems(raw) == ()


def test_a_lone_surrogate_from_json_is_no_crash_and_is_not_stored() -> None:
    raw = json.loads('"Frau Brezina \\ud83d sagt \\udc4d ja"')

    assert strip(raw) == "Frau [Name]  sagt  ja"
    assert problems(raw)


HEAVY = [
    *(
        "1",
        "A",
        "a",
        " ",
        "\n",
        ".",
        "@",
        "(",
        "[",
        "ü",
        "\u0308",
        "\u200b",
        "\u202e",
        "0",
        "-",
        "§",
        "\t",
        "|",
        "_",
        "/",
    ),
    *(
        "a-",
        "a.b",
        "0 1 ",
        "Ä ß",
        "((",
        "[[",
        "])",
        "1/",
        "1.",
        "S 1 ",
        "DE1 ",
        "Az. ",
        "null ",
        "a@b",
        "x_y ",
        "A B ",
        "I1",
        "1  ",
    ),
    *(
        "Frau ",
        "Frau K. ",
        "-\n",
        "1\n",
        "12.3. ",
        "[Name] ",
        "Nr. 1 ",
        "punkt a ",
        "eins at ",
        "\\a",
        "www.",
        "K wie K, ",
    ),
]


@pytest.mark.parametrize("opening", ["Die Zeitung hat über ihn berichtet. ", "Die Kinder 3, 4. "])
@pytest.mark.parametrize("piece", ["A", "a-", "A-"])
def test_what_a_word_elsewhere_lets_be_tried_takes_linear_time(opening: str, piece: str) -> None:
    assert growth(lambda times: estimate([SafeText.trusted(opening + piece * times)]), 3_000, 12_000) <= LINEAR


@pytest.mark.parametrize(
    "line",
    [
        "Am 1.2.2024 Termin. Am 3.4. Absage.\n",
        "Herr Ndoye wohnt Bieberer Straße 201, 63071 Offenbach, Tel. 069 123456, 5.000 Euro fehlen seit 3.4.2024.\n",
    ],
)
def test_lines_of_a_case_take_linear_time(line: str) -> None:
    assert growth(lambda times: strip(line * times), 100, 800) <= LINEAR


@pytest.mark.parametrize("piece", HEAVY, ids=ascii)
def test_a_monotonous_text_is_read_in_linear_time(piece: str) -> None:
    assert growth(lambda length: strip(piece * (length // len(piece))), 3_000, 15_000) <= LINEAR


@pytest.mark.parametrize("piece", ["1", "a", "Frau ", "[[", "0 1 ", "\\a"])
def test_ten_times_a_monotonous_text_takes_ten_times_as_long(piece: str) -> None:
    assert growth(lambda length: strip(piece * (length // len(piece))), 10_000, 100_000) <= LINEAR


def test_a_hundred_thousand_characters_of_cases_take_ten_times_as_long_as_ten_thousand() -> None:
    everything = "\n\n".join(document.text for document in texts("tune"))

    assert growth(lambda length: strip(everything[:length]), 10_000, 100_000) <= LINEAR


def test_the_work_of_the_shapes_grows_with_the_length(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Herr Ndoye, Bieberer Straße 201, 63071 Offenbach, Tel. 069 123456, Az. 12-34/56\nS 12 AS 345/21  am 3.4.\n"
    read: list[int] = []
    original = ShapeRecognizer._matches

    def counted(self: ShapeRecognizer, text: str, search: Search) -> Iterator[tuple[int, int, float, list[str]]]:
        read.append(len(text))
        return original(self, text, search)

    monkeypatch.setattr(ShapeRecognizer, "_matches", counted)

    def characters(times: int) -> int:
        read.clear()
        strip(line * times)
        return sum(read)

    assert characters(100) <= 10.5 * characters(10)


def test_seams_are_short_however_long_the_lines_are() -> None:
    document = Document("1  2\n" * 500 + "1  2  " * 5_000 + "x" * 50_000 + "1\n2" + "y" * 50_000, vocabulary())

    assert max(len(seam.text) for seam in document.seams) < 500


AUDIT = """
import json, os, sys
from caseboard.anonymize import strip, warm_up
warm_up()
strip("Frau Brezina, 97421 Schweinfurt", profile="case")
seen = []
def watch(event, args):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.remove", "os.mkdir")):
        seen.append(event)
    if event == "open" and (args[1] is None or set(str(args[1])) & set("wax+")):
        seen.append(f"open {args[1]}")
sys.addaudithook(watch)
for line in sys.stdin:
    raw = json.loads(line)
    if raw is None:
        open(os.devnull, "w").close()
    else:
        strip(raw, profile="case")
        strip(raw)
    print(json.dumps(seen), flush=True)
    seen.clear()
"""


@pytest.fixture(scope="module")
def audited() -> Iterator[Callable[[str | None], list[str]]]:
    """A process of its own that strips what it is sent and tells what it did to the machine meanwhile."""
    command = [sys.executable, "-c", AUDIT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout

        def ask(raw: str | None) -> list[str]:
            print(json.dumps(raw), file=process.stdin, flush=True)
            return list(json.loads(process.stdout.readline()))

        yield ask


def test_the_watch_notices_a_file_that_is_written(audited: Callable[[str | None], list[str]]) -> None:
    assert audited(None) == ["open w"]


@SETTINGS
@given(TEXTS)
def test_no_text_at_all_opens_a_connection_or_writes_a_file(
    audited: Callable[[str | None], list[str]], raw: str
) -> None:
    assert audited(raw) == []


TEMPTING = [
    "www.example.de, a@b.de, http://example.org/x",
    "C:\\temp\\x.txt /etc/passwd",
    "$(touch x) `id` ; rm -rf .",
    "\0",
]


def test_no_case_opens_a_connection_or_writes_a_file(audited: Callable[[str | None], list[str]]) -> None:
    for raw in [*TEMPTING, *(document.text for document in list(texts("tune"))[::5])]:
        assert audited(raw) == []
