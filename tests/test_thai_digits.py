import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.digits import arabic_digits, protected_spans, thai_digits

# Whatever the rules look at, thrown together.
WORDS = ["1", "23", "๔", "ก", "ข้อ", "ที่", "A", "x", "O22", "ISO", "é", "www.", "bangkok.go.th", "https://"]
SIGNS = ["@", ".", "-", "_", "/", "(", ")", ":", ",", "?", "%", "“", " ", "\u00a0", "\u200b", "\n"]
scraps = st.lists(st.sampled_from(WORDS + SIGNS), max_size=14).map("".join)

WHOLE = [
    "https://www.bangkok.go.th/samphanthawong/page/sub/27?id=9&x=1",
    "http://example.go.th:8080/a(1)",
    "www.bangkok.go.th/x1",
    "bangkok.go.th",
    "bangkok.go.th/x1?a=1&b=2",
    "HTTPS://BANGKOK.GO.TH/1",
    "office.2568@bangkok.go.th",
    "a+1@x.org",
    "COVID-19",
    "COVID 19",
    "O22",
    "I10",
    "E3",
    "EIT(1)",
    "EIT(2)",
    "ISO9001",
    "ISO 9001",
    "ISO\u00a09001",
    "ISO 9001:2015",
    "ISO/IEC 27001:2022",
    "WCAG 2.1",
    "A4",
    "A 4",
    "QR-CODE",
    "9.1a",
    "H1N1",
    "e-GP2",
    "I1-I3",
    "O1-O4",
    "ITA2568",
    "form_1.pdf",
    "10MB",
    "Café3",
]

WRITTEN = {
    "9.1": "๙.๑",
    "(1)": "(๑)",
    "สงม.1": "สงม.๑",
    "9 ด้าน 9 ดี": "๙ ด้าน ๙ ดี",
    "ITA 2568": "ITA ๒๕๖๘",
    "(ITA)2568": "(ITA)๒๕๖๘",
    "(Open Data)3": "(Open Data)๓",
    "1.Facebook 2.e-Service": "๑.Facebook ๒.e-Service",
    "(1)O22": "(๑)O22",
    "9.1.QR-CODE": "๙.๑.QR-CODE",
    "O22จำนวน5ครั้ง": "O22จำนวน๕ครั้ง",
    "รายงาน O5-O12 ภายใน 30 วัน": "รายงาน O5-O12 ภายใน ๓๐ วัน",
    "I1–I3, O1 ถึง O4 รวม 3 ข้อ": "I1–I3, O1 ถึง O4 รวม ๓ ข้อ",
    "กท 0403/ว211": "กท ๐๔๐๓/ว๒๑๑",
    "กระดาษ A4 จำนวน 2 แผ่น": "กระดาษ A4 จำนวน ๒ แผ่น",
    "กลุ่ม A 45 คน": "กลุ่ม A ๔๕ คน",
    "ดู bangkok.go.th/x1. ข้อ 2": "ดู bangkok.go.th/x1. ข้อ ๒",
    "(https://bangkok.go.th/x1) 2": "(https://bangkok.go.th/x1) ๒",
    "87.3 คะแนน 1,234.50 บาท 09.30 น.": "๘๗.๓ คะแนน ๑,๒๓๔.๕๐ บาท ๐๙.๓๐ น.",
    "": "",
}


@pytest.mark.parametrize("text", WHOLE)
def test_a_latin_name_is_one_protected_span(text: str) -> None:
    assert protected_spans(text) == [(0, len(text))]
    assert thai_digits(f"ตาม {text} จำนวน 3 ข้อ") == f"ตาม {text} จำนวน ๓ ข้อ"


@pytest.mark.parametrize(("text", "written"), WRITTEN.items())
def test_everything_else_is_written_in_thai(text: str, written: str) -> None:
    assert thai_digits(text) == written


@given(scraps)
def test_protected_spans_are_untouched_and_the_rest_is_thai(text: str) -> None:
    written = thai_digits(text)
    done = 0
    for start, end in [*protected_spans(text), (len(text), len(text))]:
        assert done <= start <= end
        assert not any(digit in written[done:start] for digit in "0123456789")
        assert written[start:end] == text[start:end]
        done = end
    assert len(written) == len(text)


@given(scraps | st.text())
def test_both_ways(text: str) -> None:
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)
    assert thai_digits(thai_digits(text)) == thai_digits(text)


@given(st.integers(min_value=0))
def test_a_bare_number_comes_back(number: int) -> None:
    assert int(arabic_digits(thai_digits(str(number)))) == number
