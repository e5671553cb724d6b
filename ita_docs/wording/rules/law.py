"""Rules of law: what a paper may cite on its day."""

from ita_docs.wording.wording import Rule

GAZETTE = "วันใช้บังคับตามราชกิจจานุเบกษา ตามบัญชีกฎหมาย (content/laws.yaml)"
TITLE = "ชื่อกฎหมายตามราชกิจจานุเบกษา ตามบัญชีกฎหมาย (content/laws.yaml)"

RULES: dict[str, Rule] = {
    "law-repealed": Rule(
        "error",
        "regulation",
        GAZETTE,
        "อ้างกฎหมายที่ถูกยกเลิกแล้ว “{value}”",
        "อ้างฉบับที่ใช้บังคับในวันที่ของเอกสาร",
        "the paper cites a law that has been repealed: “{value}”",
        "cite the law in force on the day of the paper",
    ),
    "law-ended": Rule(
        "warning",
        "regulation",
        GAZETTE,
        "กฎหมายที่อ้างอาจถูกยกเลิกแล้ว “{value}”",
        "ตรวจกับราชกิจจานุเบกษาว่ายังใช้บังคับในวันที่ของเอกสารหรือไม่",
        "this law may have been repealed: “{value}”",
        "check in the Royal Gazette whether it is in force on the day of the paper",
    ),
    "law-not-yet": Rule(
        "warning",
        "regulation",
        GAZETTE,
        "“{value}” ใช้บังคับวันที่ {start} หลังวันที่ของเอกสาร",
        "ตรวจวันที่ของเอกสาร หรืออ้างกฎหมายที่ใช้บังคับอยู่ในวันนั้น",
        "“{value}” comes into force on {start_en}, after the day of the paper",
        "check the day of the paper, or cite the law in force on that day",
    ),
    "law-year-wrong": Rule(
        "warning",
        "regulation",
        TITLE,
        "ไม่พบกฎหมายชื่อนี้ในปีที่อ้าง “{value}”",
        "ตรวจปี พ.ศ. ของกฎหมายกับราชกิจจานุเบกษา",
        "no law of this title is of that year: “{value}”",
        "check the year of the law in the Royal Gazette",
    ),
    "law-title-wrong": Rule(
        "warning",
        "regulation",
        TITLE,
        "ชื่อกฎหมายพิมพ์ไม่ตรงกับตัวบท “{value}”",
        "พิมพ์ชื่อกฎหมายให้ตรงกับราชกิจจานุเบกษา",
        "the title of the law is not as in its text: “{value}”",
        "type the title as it stands in the Royal Gazette",
    ),
    "section-wrong": Rule(
        "warning",
        "regulation",
        "ตัวบทของกฎหมายที่อ้าง ตามตารางมาตราที่มักอ้างสลับกัน",
        "ข้อความนี้ไม่อยู่ใน{value} แห่ง{law}",
        "ตรวจเลขมาตรากับตัวบท",
        "what is said here is not in “{value}” of {law}",
        "check the section against the text of the law",
    ),
    "law-abbreviated": Rule(
        "advice",
        "practice",
        "แบบแผนการอ้างบทอาศัยอำนาจ",
        "บทอาศัยอำนาจใช้ชื่อย่อของกฎหมาย “{value}”",
        "พิมพ์ชื่อเต็มของกฎหมายพร้อมปี พ.ศ.",
        "the legal basis abbreviates the law: “{value}”",
        "give the full title of the law with its year",
    ),
    "law-without-year": Rule(
        "advice",
        "practice",
        "แบบแผนการอ้างชื่อกฎหมาย",
        "อ้างกฎหมายโดยไม่ระบุปี พ.ศ. “{value}”",
        "ระบุปี พ.ศ. ของกฎหมายเมื่ออ้างถึงครั้งแรก",
        "the law is cited without its year: “{value}”",
        "give the year where the law is first cited",
    ),
}
