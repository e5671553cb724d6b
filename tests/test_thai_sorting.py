from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import collate

from ita_docs.thai.sorting import sort_key, sort_thai

# One mark each, and none the beginning of another: elsewhere pythainlp goes wrong (see below).
syllables = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "เ", "แ", "โ", "ใ", "ไ"]),
        st.sampled_from("กขคงจทนบปมยรลวสหอฮ"),
        st.sampled_from(["", "่", "้", "๊", "๋"]),
        st.sampled_from(["า", "ะ", "น", "ง"]),
    ),
)

IN_ORDER = [
    ["กาล", "เกิด", "ไก่", "เป็ด", "วันที่", "วัว", "หมู"],
    ["เกง", "เก็ง", "เก่ง", "เก้ง", "เก๋ง"],
    ["ฝ่ายการคลัง", "ฝ่ายการศึกษา", "ฝ่ายทะเบียน", "ฝ่ายเทศกิจ", "ฝ่ายปกครอง", "ฝ่ายโยธา", "ฝ่ายรายได้", "ฝ่ายสิ่งแวดล้อมฯ"],
    ["2568", "๒๕๖๙", "ITA", "oit", "กรุงเทพฯ", "กรุงเทพมหานคร"],
    ["รถ", "ฤดู", "ลม", "ฦๅ", "วัน"],
    ["เขตพระโขนง", "เขต พระนคร", "เขตสัมพันธวงศ์"],
    ["นา", "น่า", "น้า", "น่าน", "น้ำ"],
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_dictionary_order(words: list[str]) -> None:
    assert sort_thai(reversed(words)) == words


@given(st.lists(syllables))
def test_agrees_with_pythainlp(words: list[str]) -> None:
    assert sort_thai(words) == collate(sorted(words))


@pytest.mark.parametrize(
    "words",
    [
        ["ก่อ", "กอง"],  # it takes a mark for one more letter
        ["ก้าข่า", "ก้าข้า"],  # it sees the first mark only
        ["เขตพระโขนง", "เขต พระนคร"],  # it sorts by spaces
    ],
)
def test_known_mistakes_of_pythainlp(words: list[str]) -> None:
    assert collate(reversed(words)) == words[::-1]
    assert sort_thai(reversed(words)) == words


@given(st.lists(st.text()))
def test_a_full_order(words: list[str]) -> None:
    assert sort_thai(words) == sort_thai(reversed(words))
    assert all(sort_key(first) <= sort_key(second) for first, second in pairwise(sort_thai(words)))
