"""Which section of a law says what: the sections that papers mix up. A table for an official to proofread.

Only sections whose text is settled stand here: Organic Act of 2561 s. 128, 173, 176; Criminal Code s. 144, 147, 149,
157; Administrative Procedure Act s. 13, 30, 37, 44; Bangkok Act s. 81, 89; Official Information Act s. 9.
"""

from typing import NamedTuple

# The laws by their titles in content/laws.yaml, without their year.
ANTI_CORRUPTION = "พระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยการป้องกันและปราบปรามการทุจริต"
CRIMINAL_CODE = "ประมวลกฎหมายอาญา"
PROCEDURE = "พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง"
BANGKOK = "พระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร"
INFORMATION = "พระราชบัญญัติข้อมูลข่าวสารของราชการ"

GIVES = r"ให้ ?ขอให้ ?หรือรับว่าจะให้"
TAKES = r"เรียก ?รับ ?หรือยอมจะรับ"


class Topic(NamedTuple):
    """What a section is about: words that tell the topic, the section that it is in, those taken for it."""

    law: str
    words: str
    right: str
    mistaken: tuple[str, ...]
    year: str = ""  # where only the law of one year is meant


TOPICS = (
    # มาตรา 103 held the rule on gifts in the Act of 2542, which that of 2561 replaced.
    Topic(ANTI_CORRUPTION, "ธรรมจรรยา|ของขวัญ|รับทรัพย์สินหรือประโยชน์อื่นใด", "128", ("103",), "2561"),
    Topic(ANTI_CORRUPTION, GIVES, "176", ("173",), "2561"),
    Topic(ANTI_CORRUPTION, TAKES, "173", ("176",), "2561"),
    Topic(CRIMINAL_CODE, GIVES, "144", ("149",)),
    Topic(CRIMINAL_CODE, TAKES, "149", ("144",)),
    Topic(CRIMINAL_CODE, "เบียดบัง", "147", ("149",)),
    Topic(CRIMINAL_CODE, "ละเว้นการปฏิบัติหน้าที่โดยมิชอบ", "157", ("144", "147", "149")),
    Topic(PROCEDURE, "จะทำการพิจารณาทางปกครองไม่ได้", "13", ("30", "37", "44")),
    Topic(PROCEDURE, "โต้แย้งและแสดงพยานหลักฐาน", "30", ("13", "37", "44")),
    Topic(PROCEDURE, "ต้องจัดให้มีเหตุผล|ข้อสนับสนุนในการใช้ดุลพินิจ", "37", ("13", "30", "44")),
    Topic(PROCEDURE, "อุทธรณ์.{0,80}(?:15|สิบห้า) ?วัน", "44", ("13", "30", "37")),
    Topic(BANGKOK, "กรุงเทพมหานครมีอำนาจหน้าที่ดำเนินกิจการ", "89", ("81",)),
    Topic(INFORMATION, "สรุปผลการจัดซื้อจัดจ้าง|ผลการพิจารณาการจัดซื้อจัดจ้าง", "9", ("7",)),
)
