import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import reorder_vowels

from ita_docs.thai import text as thai_text
from ita_docs.thai.text import and_list, has_thai, no_space, normalise, strip_invisible, typeset

thai = st.text(alphabet=[chr(code) for code in range(0x0E01, 0x0E5C) if chr(code).isprintable()])
marks = st.text(alphabet="กเแาำะํ็่้๊๋์๎ฺุูัิ \u0301\u05b0" + "".join(thai_text.INVISIBLE), max_size=10)
texts = thai | marks | st.text()

SPELLED = {
    "เเขวง": "แขวง",
    "ก\u0e4dา": "กำ",
    "น\u0e4d\u0e49า": "น้ำ",
    "น\u0e49\u0e4dา": "น้ำ",
    "น\u0e33\u0e49": "น้ำ",
    "น\u0e32\u0e49": "น้า",
    "จ\u0e30\u0e49": "จ้ะ",
    "ท\u0e48\u0e35": "ที่",
    "ผ\u0e39\u0e49": "ผู้",
    "ผ\u0e49\u0e39": "ผู้",
    "สิทธ\u0e4c\u0e34": "สิทธิ์",
    "เขต\u200bสัมพันธวงศ์": "เขตสัมพันธวงศ์",
    "\ufeffคำสั่ง": "คำสั่ง",
    "Cafe\u0301": "Café",
    # spaces stay, the no-break one too, and so do doubled letters
    "ข้อ\u00a01  ความ": "ข้อ\u00a01  ความ",
    " ต่าง ๆ ": " ต่าง ๆ ",
    "นานา ฯลฯ": "นานา ฯลฯ",
    "๏ ฤๅษี": "๏ ฤๅษี",
    "": "",
}


@pytest.mark.parametrize(("typed", "right"), SPELLED.items())
def test_one_spelling(typed: str, right: str) -> None:
    assert normalise(typed) == right


@given(texts)
def test_normal_text_stays_and_is_normal_to_unicode_too(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(character in once for character in thai_text.INVISIBLE)


@given(texts)
def test_typesetting_twice_changes_nothing(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@pytest.mark.parametrize("typed", ["เเปลก", "ก\u0e4dา", "น\u0e4d\u0e49า", "น\u0e32\u0e49", "ท\u0e48\u0e35"])
def test_agrees_with_pythainlp_on_order(typed: str) -> None:
    assert normalise(typed) == reorder_vowels(typed)


def test_every_invisible_character_is_named_once_and_taken_out() -> None:
    named = [
        value
        for name, value in vars(thai_text).items()
        if name.isupper() and isinstance(value, str) and unicodedata.category(value[0]) == "Cf"
    ]
    assert sorted(named) == sorted(thai_text.INVISIBLE)
    assert strip_invisible(f"ก{''.join(named)}ข") == "กข"
    assert thai_text.NO_BREAK_SPACE in normalise("ก\u00a0ข")


@pytest.mark.parametrize("text", ["ก", "ITA ปี", "๑", "ฯ", "ๆ", "แ"])
def test_thai(text: str) -> None:
    assert has_thai(text)


@pytest.mark.parametrize("text", ["", "ITA 2568", "฿", "ä"])
def test_no_thai(text: str) -> None:
    assert not has_thai(text)


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ([], ""),
        (["ก"], "ก"),
        (["ก", "ข"], "ก และ ข"),
        (["ก", "ข", "ค"], "ก ข และ ค"),
        (["ก", "ข", "ค", "ง"], "ก ข ค และ ง"),
    ],
)
def test_list_in_words(items: list[str], written: str) -> None:
    assert and_list(items) == written


@given(st.lists(st.text(alphabet="กขค", min_size=1), max_size=6))
def test_a_list_in_words_reads_back(items: list[str]) -> None:
    assert and_list(items).replace(" และ ", " ").split() == items


def test_typeset_spells_and_writes_digits() -> None:
    assert typeset("เเบบ สงม.1 ตาม O22 เเละ ISO 9001") == "แบบ สงม.๑ ตาม O22 และ ISO 9001"


@given(texts)
def test_no_space_leaves_no_space(text: str) -> None:
    assert not any(character.isspace() for character in no_space(text))
    assert no_space(f" {text}\n\u00a0\t") == no_space(text)
