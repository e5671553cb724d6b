"""The table of misspellings: words of official papers that are often typed wrong, each with its right spelling.

Right spellings follow พจนานุกรม ฉบับราชบัณฑิตยสถาน พ.ศ. ๒๕๕๔ and the Royal Society's transliterations. Thai has no spaces
between words, so a row names what may stand before or after where the letters belong to a right word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# People spell their names as they like: what follows a title, or the first name after it, is left alone.
_NAME = re.compile("(?:นาย|นาง(?:สาว)?|น\\.ส\\.|ด\\.[ชญ]\\.)[ก-์]{0,20}(?: {1,2}[ก-์]{0,20})?$")
_LONGEST_NAME = 50


class Misspelling(NamedTuple):
    """A wrong spelling, the right one, and the letters before or after it that make it part of a right word."""

    wrong: str
    right: str
    unless_before: tuple[str, ...] = ()  # it is right where one of these follows
    unless_after: tuple[str, ...] = ()  # it is right where one of these stands before


def _rows(table: str) -> tuple[Misspelling, ...]:
    """Read rows of "wrong = right", with "| not before: …" and "| not after: …" where they are needed."""
    rows = []
    for line in table.strip().splitlines():
        spelling, *guards = line.split(" | ")
        wrong, _, right = spelling.partition(" = ")
        named = dict(guard.split(": ") for guard in guards)
        before, after = (tuple(named.get(side, "").split()) for side in ("not before", "not after"))
        rows.append(Misspelling(wrong.strip(), right.strip(), before, after))
    return tuple(rows)


# A line a word: wrong = right. Where a longer row holds a shorter one, the longer is told.
MISSPELLINGS = _rows("""
กฏ = กฎ | not before: ะ ิ ุ | not after: ปรา กร
กรรณร้องเรียน = การร้องเรียน
กรุงเทพมหานครฯ = กรุงเทพมหานคร | not before: ล
กลยุทธ = กลยุทธ์ | not before: ์ ศ วิ
กราฟฟิก = กราฟิก
กราฟฟิค = กราฟิก
กราฟิค = กราฟิก
กิจกรรมด้านทุจริต = กิจกรรมต้านทุจริต
ประกาศด้านทุจริต = ประกาศต้านทุจริต
เกษียนอายุ = เกษียณอายุ
เกษียรอายุ = เกษียณอายุ
เกียติ = เกียรติ
ขาราชการ = ข้าราชการ | not after: สา
ข้าราชกาล = ข้าราชการ
คณกรรมการ = คณะกรรมการ
คณะกรรการ = คณะกรรมการ
คณะกรมการ = คณะกรรมการ | not before: จังหวัด อำเภอ เมือง
คลินิค = คลินิก
คลีนิก = คลินิก
คลีนิค = คลินิก
คลิ๊ก = คลิก
คอรัปชั่น = คอร์รัปชัน
คอรัปชัน = คอร์รัปชัน
คอร์รัปชั่น = คอร์รัปชัน
คำนวน = คำนวณ
คิวอาร์โค๊ด = คิวอาร์โค้ด
คุณะธรรม = คุณธรรม
คุรุภัณฑ์ = ครุภัณฑ์
ครุภัณท์ = ครุภัณฑ์
เครืองมือ = เครื่องมือ
เครืองหมาย = เครื่องหมาย
เครื่อข่าย = เครือข่าย
โควต้า = โควตา
จริยะธรรม = จริยธรรม
จัดชื้อ = จัดซื้อ
จัดสรรค์ = จัดสรร
จำนวณ = จำนวน
เจ้าหน้าที = เจ้าหน้าที่ | not before: ่
เจ้าหนาที่ = เจ้าหน้าที่
ฉนั้น = ฉะนั้น
ชีวะภาพ = ชีวภาพ
เชื่อมต่อระบายน้ำ = เชื่อมท่อระบายน้ำ
เซ็นต์ชื่อ = เซ็นชื่อ
ลายเซ็นต์ = ลายเซ็น
เซิฟเวอร์ = เซิร์ฟเวอร์
โซเชี่ยล = โซเชียล
ดำเนินการณ์ = ดำเนินการ
ดำเนินใช้ = ดำเนินการใช้
ดิจิตอล = ดิจิทัล
ตัดแปลงอาคาร = ดัดแปลงอาคาร
ไตรมาศ = ไตรมาส
ทรัพย์ยากร = ทรัพยากร
ทรัพยากรณ์ = ทรัพยากร
ทะยอย = ทยอย
ทัศนะคติ = ทัศนคติ
ในทางทิศเดียวกัน = ในทิศทางเดียวกัน
ในทางทิศทางเดียวกัน = ในทิศทางเดียวกัน
ทุจจริต = ทุจริต
เทคโนโลยี่ = เทคโนโลยี
ธุระการ = ธุรการ
ธุระกิจ = ธุรกิจ
โน๊ต = โน้ต
บริจาด = บริจาค
บรรทึก = บันทึก
บันจุ = บรรจุ
บันทัด = บรรทัด
บันเทา = บรรเทา
บันลุ = บรรลุ
บัญัติ = บัญญัติ
บุคคลากร = บุคลากร
บุคคลลากร = บุคลากร
บุคลลากร = บุคลากร
เบ็ตเตล็ด = เบ็ดเตล็ด
ปฎิ = ปฏิ
ปฏิกริยา = ปฏิกิริยา
ประพจน์มิชอบ = ประพฤติมิชอบ
ประสพการณ์ = ประสบการณ์
ประสิทธภาพ = ประสิทธิภาพ
ประสิทธ์ภาพ = ประสิทธิภาพ
ประสิทธิ์ภาพ = ประสิทธิภาพ
ประสิทธิ์ผล = ประสิทธิผล
ปรากฎ = ปรากฏ
ปราณีต = ประณีต
เปอร์เซนต์ = เปอร์เซ็นต์
โปรงใส = โปร่งใส
โปร่งไส = โปร่งใส
ผลลัพท์ = ผลลัพธ์
ผัดเปลี่ยน = ผลัดเปลี่ยน
ผาสุข = ผาสุก
ผู้ที่มาที่ติดต่อ = ผู้ที่มาติดต่อ
ผู้อำนวนการ = ผู้อำนวยการ
พัศดุ = พัสดุ
พันธ์กิจ = พันธกิจ | not after: สัม ผูก
พันธะกิจ = พันธกิจ
พิจราณา = พิจารณา
พิจารนา = พิจารณา
เพิ่มพูล = เพิ่มพูน
แพลทฟอร์ม = แพลตฟอร์ม
ฟังก์ชั่น = ฟังก์ชัน
เฟชบุ๊ก = เฟซบุ๊ก
เฟซบุ๊ค = เฟซบุ๊ก
เฟสบุก = เฟซบุ๊ก
เฟสบุค = เฟซบุ๊ก
เฟสบุ๊ก = เฟซบุ๊ก
เฟสบุ๊ค = เฟซบุ๊ก
ภาระกิจ = ภารกิจ
มาตราการ = มาตรการ | not before: วัด ชั่ง
มาตราฐาน = มาตรฐาน
มาตรฐาณ = มาตรฐาน
มาตรการการยกระดับ = มาตรการยกระดับ
ยุทธศาตร์ = ยุทธศาสตร์
ยูทูป = ยูทูบ
รณรงณ์ = รณรงค์
รนรงค์ = รณรงค์
ลิงค์ = ลิงก์ | not after: ปุง หัสดี อิตถี สตรี สก ปุล อ
โลกาภิวัฒน์ = โลกาภิวัตน์
วัดปทุมคง = วัดปทุมคงคา | not before: คา
วัฒธรรม = วัฒนธรรม
วัฒนะธรรม = วัฒนธรรม
วิจารณญาน = วิจารณญาณ
วินิฉัย = วินิจฉัย
เว็บไซด์ = เว็บไซต์
เว็บไซท์ = เว็บไซต์
เว็ปไซด์ = เว็บไซต์
เว็ปไซต์ = เว็บไซต์
เว็ปไซท์ = เว็บไซต์
เวบไซต์ = เว็บไซต์
เว๊บ = เว็บ
เวปไซต์ = เว็บไซต์
เวอร์ชั่น = เวอร์ชัน
ศรีษะ = ศีรษะ | not before: เกษ
สดวก = สะดวก | not before: ว น
สถานะการณ์ = สถานการณ์
สภาวะการณ์ = สภาวการณ์
สรรค์หา = สรรหา | not after: สร้าง รัง
สวัดิการ = สวัสดิการ
สวัสดิการณ์ = สวัสดิการ
สัญญลักษณ์ = สัญลักษณ์
สัญญาลักษณ์ = สัญลักษณ์
สังเกตุ = สังเกต
สันนิฐาน = สันนิษฐาน
สัมนา = สัมมนา
สัมพันธ์ภาพ = สัมพันธภาพ | not before: ลักษณ์ รวม ถ่าย ยนตร์ กิจกรรม | not after: ประชา
สาธารณะชน = สาธารณชน | not before: บท
สาธารณะประโยชน์ = สาธารณประโยชน์
สาธารณะภัย = สาธารณภัย
สาธารณะสุข = สาธารณสุข | not before: า
สำนัก ก.ก. = สำนักงาน ก.ก.
สำนัก ป.ป.ช. = สำนักงาน ป.ป.ช.
สร้างสรร = สร้างสรรค์ | not before: ค
เสร็จสิน = เสร็จสิ้น | not before: ค เ
หลักเกณท์ = หลักเกณฑ์
อนุญาติ = อนุญาต | not before: ด
เอนกประสงค์ = อเนกประสงค์
อัพเดต = อัปเดต
อัพเดท = อัปเดต
อัพโหลด = อัปโหลด
อำนวจความสะดวก = อำนวยความสะดวก
อำนาจความสะดวก = อำนวยความสะดวก
อิเลคทรอนิกส์ = อิเล็กทรอนิกส์
อิเล็คทรอนิกส์ = อิเล็กทรอนิกส์
อิเล็กทรอนิค = อิเล็กทรอนิกส์
อิสระภาพ = อิสรภาพ
อีเมล์ = อีเมล
อินเตอร์เนต = อินเทอร์เน็ต
อินเตอร์เน็ต = อินเทอร์เน็ต
อินเทอร์เนต = อินเทอร์เน็ต
อุปการะคุณ = อุปการคุณ
แอปพลิเคชั่น = แอปพลิเคชัน
แอพพลิเคชั่น = แอปพลิเคชัน
แอพพลิเคชัน = แอปพลิเคชัน
แอพลิเคชั่น = แอปพลิเคชัน
แอพลิเคชัน = แอปพลิเคชัน
โอกาศ = โอกาส
OR-CODE = QR-CODE | not after: L
Anti - Corruption = Anti-Corruption
Anti – Corruption = Anti-Corruption
""")


def rows_of(text: str) -> tuple[Misspelling, ...]:
    """Choose the rows whose letters stand somewhere in a paper, the longest first."""
    return tuple(sorted((row for row in MISSPELLINGS if row.wrong in text), key=lambda row: -len(row.wrong)))


def misspelt(text: str, rows: tuple[Misspelling, ...] = MISSPELLINGS) -> Iterator[Misspelling]:
    """Find the misspelt words of a text.

    >>> [row.right for row in misspelt("ปรากฏตามกฏหมายและใบอนุญาติ", rows_of("กฏ อนุญาติ"))]
    ['อนุญาต', 'กฎ']
    """
    taken: list[tuple[int, int]] = []
    for row in rows:
        start = text.find(row.wrong)
        while start >= 0:
            end = start + len(row.wrong)
            right = text.startswith(row.unless_before, end) if row.unless_before else False
            right = right or (text.endswith(row.unless_after, 0, start) if row.unless_after else False)
            right = right or _NAME.search(text, max(0, start - _LONGEST_NAME), start) is not None
            right = right or any(start < until and since < end for since, until in taken)
            if not right:
                taken.append((start, end))
                yield row
                break
            start = text.find(row.wrong, end)
