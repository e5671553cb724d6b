"""House profiles: the values that offices set differently, with where each was found.

`bma` follows the typing guidance of the Permanent Secretary of the Prime Minister's Office (คำอธิบายการพิมพ์หนังสือราชการ
ภาษาไทยด้วยโปรแกรมการพิมพ์ในเครื่องคอมพิวเตอร์), which the Bangkok Metropolitan Administration adopts
(หนังสือกองกลาง สำนักปลัดกรุงเทพมหานคร ที่ กท 0403/ว211 ลงวันที่ 20 ธันวาคม 2553).
"""

from typing import NamedTuple


class Profile(NamedTuple):
    """What an office prescribes: lengths in mm, letters in points, an exact line in points."""

    th: str
    en: str
    margin_left: float = 30  # guidance 1.1
    margin_right: float = 20  # guidance 1.1
    body_size: float = 16  # guidance
    first_indent: float = 25  # guidance: two tabs of 1.25 cm
    memo_title_size: tuple[float, float] = (29, 29)  # smallest and largest
    memo_title_line: float = 35
    memo_label_size: float = 20
    garuda: float = 30  # ข้อ ๗๑
    memo_garuda: float = 15  # ข้อ ๗๑
    fonts: tuple[str, ...] = ("TH SarabunPSK", "TH Sarabun PSK", "TH Sarabun New", "TH SarabunIT๙")


PROFILES: dict[str, Profile] = {
    "bma": Profile("กรุงเทพมหานคร (ตามคำอธิบายของสำนักนายกรัฐมนตรี)", "Bangkok (the Prime Minister's Office guidance)"),
    "commerce": Profile(
        "คู่มือกระทรวงพาณิชย์",
        "Ministry of Commerce manual",
        memo_title_size=(30, 33),
        memo_label_size=16,
    ),
    "municipal": Profile(
        "แบบของเทศบาลนครนครสวรรค์",
        "Nakhon Sawan municipality's own template",
        memo_title_size=(28, 28),
    ),
}
