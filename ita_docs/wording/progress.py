"""What is said of the progress that sections and schools tell."""

from ita_docs.wording.wording import Wording

WORDINGS: dict[str, Wording] = {
    "unknown-unit": Wording(
        "error",
        "ไม่มีฝ่ายหรือโรงเรียน “{value}” ในสำนักงานนี้",
        "รหัสที่มี: {known}",
        "this office has no section or school “{value}”",
        "its sections and schools: {known}",
    ),
    "not-owner": Wording(
        "error",
        "ข้อ {value} ไม่ใช่ข้อที่{unit}รับผิดชอบ",
        "ย้ายไปไว้ในไฟล์ของผู้รับผิดชอบ: {owners}",
        "item {value} is not one that {unit} answers for",
        "move it to the file of one who does: {owners}",
    ),
    "without-day": Wording(
        "error",
        "“{value}” ยังไม่ได้บอกวันที่",
        "กรอกวันที่ใน {key}: เช่น 2025-01-31",
        "“{value}” does not say on which day",
        "write the day behind {key}: such as 2025-01-31",
    ),
    "outside-year": Wording(
        "error",
        "{value} ไม่อยู่ในช่วงที่เป็นไปได้ของปีงบประมาณ พ.ศ. {year}",
        "ตรวจปีและเดือนอีกครั้ง ใช้ได้ตั้งแต่ {first} ถึง {last}",
        "{value} cannot belong to the fiscal year {year}",
        "check the year and the month; days from {first} to {last} can",
    ),
    "not-a-month": Wording(
        "error",
        "“{value}” ไม่ใช่เดือนแบบ ปี-เดือน",
        "พิมพ์เป็น 2025-01 (ปีคริสต์ศักราช-เดือน)",
        "“{value}” is not a month of the form year-month",
        "write it as 2025-01",
    ),
    "given-before-month": Wording(
        "error",
        "ข้อมูลเดือน {value} ส่งวันที่ {day} ซึ่งยังไม่ถึงเดือนนั้น",
        "ตรวจเดือนหรือวันที่ใน given: อีกครั้ง",
        "the data of {value} was handed in on {day}, before that month began",
        "check the month, or the day behind given:",
    ),
    "not-a-link": Wording(
        "error",
        "“{value}” ไม่ใช่ที่อยู่เว็บ",
        "พิมพ์ที่อยู่เต็ม เช่น https://www.example.com/page หากยังไม่มีให้เว้นว่าง",
        "“{value}” is no web address",
        "write the whole address, such as https://www.example.com/page; leave it empty while there is none",
    ),
    "not-in-signed": Wording(
        "error",
        "“{value}” ไม่อยู่ในโฟลเดอร์ของฉบับที่ลงนามแล้ว",
        "วางไฟล์ไว้ใน {folder} ฉบับร่างใน build ใช้เป็นหลักฐานไม่ได้",
        "“{value}” does not lie in the folder of signed papers",
        "put the file into {folder}; an unsigned paper in build is no evidence",
    ),
    "signed-not-pdf": Wording(
        "error",
        "“{value}” ไม่ใช่ PDF จึงไม่ใช่ฉบับที่ลงนามแล้ว",
        "สแกนฉบับที่ลงนามเป็น PDF แล้วระบุไฟล์นั้น",
        "“{value}” is no PDF and so not the signed paper",
        "scan the signed paper as PDF and name that file",
    ),
    "no-signed-file": Wording(
        "error",
        "ไม่พบไฟล์ “{value}”",
        "วางไฟล์ไว้ที่นั้น หรือแก้ชื่อให้ตรง",
        "there is no file “{value}”",
        "put it there, or mend its name",
    ),
}
