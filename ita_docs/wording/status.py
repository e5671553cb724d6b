"""How the status of the work is told: the words of states, reasons and columns, and the reminder for LINE."""

from ita_docs.wording.wording import Language

Words = dict[Language, str]

STATES: dict[str, Words] = {
    "done": {"th": "เสร็จแล้ว", "en": "done"},
    "doing": {"th": "กำลังทำ", "en": "doing"},
    "due": {"th": "รอดำเนินการ", "en": "due"},
    "late": {"th": "เกินกำหนด", "en": "late"},
}
# What a red row says of itself, so that nobody needs to see the colour.
MARKS: dict[str, Words] = {
    "past-due": {"th": "ช้า", "en": "late"},
    "no-evidence": {"th": "ไม่มีหลักฐาน", "en": "no evidence"},
    "short-of-quota": {"th": "ยังไม่ครบ", "en": "short"},
}
# The headings over what is red; {due} is the day, {day} the day of the month.
REASONS: dict[str, Words] = {
    "past-due": {
        "th": "เกินกำหนดวันที่ {due}",
        "en": "Past due since {due}",
    },
    "no-evidence": {
        "th": "ยังไม่มีหลักฐาน ต้องมีภายใน {due}",
        "en": "Without evidence, due {due}",
    },
    "procurement": {
        "th": "ยังไม่ส่งข้อมูลการจัดซื้อจัดจ้าง ต้องส่งก่อนวันที่ {day} ของเดือนถัดไป",
        "en": "Without procurement data, due before day {day} of the next month",
    },
    "no-report": {
        "th": "ไม่ได้รายงานก่อนการประชุมวันที่ {due}",
        "en": "Did not report before the meeting of {due}",
    },
    "short-of-quota": {
        "th": "ผู้ตอบแบบวัดยังไม่ครบจำนวนขั้นต่ำ",
        "en": "Answers short of the least number",
    },
}
SHORT: Words = {"th": "{instrument} ขาด {short}", "en": "{instrument} {short} short"}
WHOLE_OFFICE: Words = {"th": "ทั้งสำนักงาน", "en": "the whole office"}
SCHOOLS: Words = {"th": "โรงเรียนในสังกัด (รวม)", "en": "the schools together"}
SPAN: Words = {"th": "{first} ถึง {last}", "en": "{first} to {last}"}

# The columns and lines of the table in the terminal.
TABLE: dict[str, Words] = {
    "title": {"th": "{office} ปีงบประมาณ พ.ศ. {year} ณ วันที่ {day}", "en": "{office}, fiscal year {year}, on {day}"},
    "unit": {"th": "หน่วยงาน", "en": "unit"},
    "total": {"th": "รวม", "en": "in all"},
    "red": {"th": "ช้า", "en": "red"},
    "code": {"th": "ข้อ", "en": "item"},
    "item": {"th": "เรื่อง", "en": "title"},
    "state": {"th": "สถานะ", "en": "state"},
    "due": {"th": "กำหนด", "en": "due"},
    "day": {"th": "วันที่", "en": "day"},
    "mark": {"th": "แจ้งเตือน", "en": "alert"},
    "evidence": {"th": "หลักฐาน", "en": "evidence"},
    "eit": {"th": "EIT(1) ตอบแล้ว", "en": "EIT(1) answered"},
    "iit": {"th": "IIT ตอบแล้ว", "en": "IIT answered"},
    "quota": {"th": "ขั้นต่ำ", "en": "least"},
    "nothing-red": {"th": "ไม่มีเรื่องที่ช้าหรือเกินกำหนด", "en": "nothing is late"},
    "some-red": {"th": "ช้าหรือเกินกำหนด {count} เรื่อง", "en": "{count} late or red"},
}

# The reminder of the 5th (plan, line 178), to be pasted into the LINE group of the office.
REMINDER = {
    "head": "แจ้งเตือนข้อมูลการจัดซื้อจัดจ้าง (ข้อ {code})",
    "day": "{office} ข้อมูล ณ วันที่ {day}",
    "late": "ฝ่ายที่ยังไม่ส่งข้อมูลซึ่งพ้นกำหนดแล้ว (ต้องส่งก่อนวันที่ {day} ของเดือนถัดไป)",
    "line": "{number}. {unit} เดือน{months}",
    "please": "ขอให้ปรับปรุงข้อมูลให้เรียบร้อยโดยเร็ว เดือนใดไม่มีการจัดซื้อจัดจ้าง ขอให้แจ้งว่าไม่มี",
    "none": "ทุกฝ่ายส่งข้อมูลที่ถึงกำหนดครบแล้ว",
    "not-yet": "ยังไม่มีข้อมูลของเดือนใดถึงกำหนดส่ง",
}
