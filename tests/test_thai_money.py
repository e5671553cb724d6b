from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import bahttext

from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.money import baht, baht_words, number_words, parse_baht_words

sums = st.decimals(min_value=0, max_value=Decimal("999999999999999999.99"), places=2)

FIGURES = {
    "0": "๐ บาท",
    "0.25": "๐.๒๕ บาท",
    "0.05": "๐.๐๕ บาท",
    "3000": "๓,๐๐๐ บาท",
    "3000.00": "๓,๐๐๐ บาท",
    "3E+3": "๓,๐๐๐ บาท",
    "1234.5": "๑,๒๓๔.๕๐ บาท",
    "1.500": "๑.๕๐ บาท",
    "1234567.89": "๑,๒๓๔,๕๖๗.๘๙ บาท",
}

WORDS = {
    "0": "ศูนย์บาทถ้วน",
    "0.25": "ยี่สิบห้าสตางค์",
    "0.01": "หนึ่งสตางค์",
    "0.11": "สิบเอ็ดสตางค์",
    "1": "หนึ่งบาทถ้วน",
    "10": "สิบบาทถ้วน",
    "11": "สิบเอ็ดบาทถ้วน",
    "20.20": "ยี่สิบบาทยี่สิบสตางค์",
    "21.01": "ยี่สิบเอ็ดบาทหนึ่งสตางค์",
    "101": "หนึ่งร้อยเอ็ดบาทถ้วน",
    "110": "หนึ่งร้อยสิบบาทถ้วน",
    "3000": "สามพันบาทถ้วน",
    "65432.10": "หกหมื่นห้าพันสี่ร้อยสามสิบสองบาทสิบสตางค์",
    "1000000": "หนึ่งล้านบาทถ้วน",
    "1000001": "หนึ่งล้านเอ็ดบาทถ้วน",
    "11000000": "สิบเอ็ดล้านบาทถ้วน",
    "21000000": "ยี่สิบเอ็ดล้านบาทถ้วน",
    "101000000": "หนึ่งร้อยเอ็ดล้านบาทถ้วน",
    "1000000000000": "หนึ่งล้านล้านบาทถ้วน",
    "2100000000000": "สองล้านหนึ่งแสนล้านบาทถ้วน",
    "1000000000001": "หนึ่งล้านล้านเอ็ดบาทถ้วน",
}

# Where pythainlp 5.4 is wrong: should one of these change, its sentence here goes.
PYTHAINLP_IS_WRONG = {
    # it says "zero baht" before satang
    "0.25": "ศูนย์บาทยี่สิบห้าสตางค์",
    "0.01": "ศูนย์บาทหนึ่งสตางค์",
    # it forgets เอ็ด at the end of millions of millions
    "1000001000000": "หนึ่งล้านหนึ่งล้านบาทถ้วน",
    # it counts in floats
    "9007199254740993": "เก้าพันเจ็ดล้านหนึ่งแสนเก้าหมื่นเก้าพันสองร้อยห้าสิบสี่ล้านเจ็ดแสนสี่หมื่นเก้าร้อยเก้าสิบสองบาทถ้วน",
}

REFUSED = ["-1", "-0.01", "0.995", "1.005", "1E-30", "1E-999999", "1E+18", "NaN", "sNaN", "Infinity"]


@pytest.mark.parametrize(("amount", "figures"), FIGURES.items())
def test_figures(amount: str, figures: str) -> None:
    assert baht(Decimal(amount)) == figures


@pytest.mark.parametrize(("amount", "words"), WORDS.items())
def test_words(amount: str, words: str) -> None:
    assert baht_words(Decimal(amount)) == words


@pytest.mark.parametrize("amount", REFUSED)
def test_what_is_no_sum_of_money_is_refused(amount: str) -> None:
    for write in (baht, baht_words):
        with pytest.raises(ValueError, match="จำนวนเงิน"):
            write(Decimal(amount))


@pytest.mark.parametrize("number", [-1, 10**18])
def test_numbers_beyond_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="คำอ่าน"):
        number_words(number)


@given(sums)
def test_words_read_back(amount: Decimal) -> None:
    assert parse_baht_words(baht_words(amount)) == amount


@given(sums)
def test_figures_read_back(amount: Decimal) -> None:
    assert Decimal(arabic_digits(baht(amount)).removesuffix(" บาท").replace(",", "")) == amount


@pytest.mark.parametrize(
    "words",
    [
        "",
        "บาท",
        "บาทถ้วน",
        "ถ้วน",
        "สตางค์",
        "สามพัน",
        "สามพันบาท",
        "สามพันบาทถ้วน ",
        "3000 บาทถ้วน",
        "สิบหนึ่งบาทถ้วน",
        "สองสิบบาทถ้วน",
        "ร้อยพันบาทถ้วน",
        "หนึ่งบาทหนึ่งร้อยสตางค์",
        "ศูนย์บาทยี่สิบห้าสตางค์",
        "ล้าน" * 9 + "บาทถ้วน",
        "หนึ่ง" + "ล้าน" * 9 + "บาทถ้วน",
    ],
)
def test_only_the_right_spelling_is_read(words: str) -> None:
    with pytest.raises(ValueError, match=r"ไม่ใช่จำนวนเงิน|คำอ่าน"):
        parse_baht_words(words)


@given(st.integers(1, 10**12), st.integers(0, 99))
def test_agrees_with_pythainlp_where_it_is_right(whole: int, satang: int) -> None:
    amount = Decimal(f"{whole}.{satang:02}")
    assert baht_words(amount) == bahttext(float(amount))


@pytest.mark.parametrize(("amount", "words"), PYTHAINLP_IS_WRONG.items())
def test_known_mistakes_of_pythainlp(amount: str, words: str) -> None:
    assert bahttext(float(amount)) == words
    assert baht_words(Decimal(amount)) != words
    assert parse_baht_words(baht_words(Decimal(amount))) == Decimal(amount)


def test_pythainlp_rounds_what_we_refuse() -> None:
    assert (bahttext(0.995), bahttext(1.005)) == ("ศูนย์บาทเก้าสิบเก้าสตางค์", "หนึ่งบาทถ้วน")
