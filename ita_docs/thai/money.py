"""Sums of money in figures and in words, exact to the satang."""

import re
from decimal import Decimal

from ita_docs.thai.digits import thai_digits

DIGIT_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
PLACE_WORDS = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
MILLION_WORD = "ล้าน"
LAST_ONE = "เอ็ด"  # a final 1 after anything greater
TWENTY = "ยี่"

SATANG = Decimal("0.01")
MILLION = 1_000_000
# Nobody writes more than a million millions of millions out in words.
LIMIT = MILLION**3

_PLACED_DIGIT = re.compile(f"({'|'.join((*DIGIT_WORDS, LAST_ONE, TWENTY))})?({'|'.join(PLACE_WORDS[1:])})?")
_VALUES = {word: value for value, word in enumerate(DIGIT_WORDS)} | {LAST_ONE: 1, TWENTY: 2}
_SUM = re.compile("(?:(.+)บาท)?(?:ถ้วน|(.+)สตางค์)")
_NUMBER_WORD = "|".join((*DIGIT_WORDS, LAST_ONE, TWENTY, *PLACE_WORDS[1:], MILLION_WORD))
_ANY_SUM = re.compile(f"(?:((?:{_NUMBER_WORD}){{1,60}})บาท)?(?:((?:{_NUMBER_WORD}){{1,6}})สตางค์)?(?:ถ้วน)?")


def baht(amount: Decimal) -> str:
    """Write a sum in figures, satang only where there are any.

    >>> baht(Decimal("3000")), baht(Decimal("1234.5"))
    ('๓,๐๐๐ บาท', '๑,๒๓๔.๕๐ บาท')
    """
    whole, satang = _baht_and_satang(amount)
    return thai_digits(f"{whole:,}{f'.{satang:02}' if satang else ''} บาท")


def baht_words(amount: Decimal) -> str:
    """Write a sum in words.

    >>> baht_words(Decimal("3000")), baht_words(Decimal("121.25")), baht_words(Decimal("0.25"))
    ('สามพันบาทถ้วน', 'หนึ่งร้อยยี่สิบเอ็ดบาทยี่สิบห้าสตางค์', 'ยี่สิบห้าสตางค์')
    """
    whole, satang = _baht_and_satang(amount)
    if not satang:
        return f"{number_words(whole)}บาทถ้วน"
    return f"{f'{number_words(whole)}บาท' if whole else ''}{number_words(satang)}สตางค์"


def number_words(number: int) -> str:
    """Write a whole number in words.

    >>> number_words(101_000_000), number_words(1_000_001)
    ('หนึ่งร้อยเอ็ดล้าน', 'หนึ่งล้านเอ็ด')
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"เขียนจำนวน {number} เป็นคำอ่านไม่ได้")
    millions, rest = divmod(number, MILLION)
    words = f"{number_words(millions)}{MILLION_WORD}" if millions else ""
    for place in range(5, -1, -1):
        digit = rest // 10**place % 10
        if place == 0 and digit == 1 and number > 1:
            words += LAST_ONE
        elif place == 1 and digit in (1, 2):
            words += ("", "", TWENTY)[digit] + PLACE_WORDS[1]
        elif digit:
            words += DIGIT_WORDS[digit] + PLACE_WORDS[place]
    return words or DIGIT_WORDS[0]


def parse_baht_words(words: str) -> Decimal:
    """Read a sum written in words; anything but the one right spelling is refused.

    >>> parse_baht_words("หนึ่งร้อยเอ็ดล้านบาทห้าสิบสตางค์")
    Decimal('101000000.50')
    """
    match = _SUM.fullmatch(words)
    amount = Decimal(0)
    if match:
        whole, satang = (_number(part or "") for part in match.groups())
        if whole < LIMIT and satang < 100:
            amount = Decimal(f"{whole}.{satang:02}")
    if baht_words(amount) != words:
        raise ValueError(f'"{words}" ไม่ใช่จำนวนเงินเป็นตัวอักษรที่ถูกต้อง')
    return amount


def amount_in_words(words: str) -> Decimal | None:
    """Read a sum as people write it, or nothing where it is no sum.

    >>> amount_in_words("หนึ่งร้อยหนึ่งบาท"), amount_in_words("ค่าปรับบาท")
    (Decimal('101.00'), None)
    """
    match = _ANY_SUM.fullmatch(words)
    if match is None or not any(match.groups()):
        return None
    whole, satang = (_number(part or "") for part in match.groups())
    return Decimal(whole) + Decimal(satang) * SATANG


def _baht_and_satang(amount: Decimal) -> tuple[int, int]:
    """Split a sum into whole baht and satang, losing nothing."""
    if not amount.is_finite() or amount < 0 or amount >= LIMIT:
        raise ValueError(f"จำนวนเงิน {amount} เขียนเป็นเงินบาทไม่ได้")
    in_satang = amount.quantize(SATANG)
    if in_satang != amount:
        raise ValueError(f"จำนวนเงิน {amount} มีเศษเกินสองตำแหน่ง")
    return divmod(int(in_satang.scaleb(2)), 100)


def _number(words: str) -> int:
    """Read a number in words leniently; the caller compares it with the right spelling."""
    number = 0
    for block in words.split(MILLION_WORD):
        number *= MILLION
        for digit, place in _PLACED_DIGIT.findall(block):
            if place:
                number += _VALUES.get(digit, 1) * 10 ** PLACE_WORDS.index(place)
            else:
                number += _VALUES.get(digit, 0)
    return number
