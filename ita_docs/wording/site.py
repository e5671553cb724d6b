"""The words of the disclosure site, in both languages; what an item is called stands in the content."""

from ita_docs.wording.wording import Language

Words = dict[Language, str]

SITE: dict[str, Words] = {
    "title": {"th": "การเปิดเผยข้อมูลสาธารณะ", "en": "Public disclosure"},
    "year": {"th": "ปีงบประมาณ พ.ศ. {year}", "en": "Fiscal year B.E. {year} ({year_ce})"},
    "subject": {"th": "ตาม{name} (OIT)", "en": "{name} (OIT)"},
    "skip": {"th": "ข้ามไปยังเนื้อหาหลัก", "en": "Skip to the main content"},
    "here": {"th": "ตำแหน่งของหน้านี้", "en": "Where this page is"},
    "all-items": {"th": "รายการทั้งหมด", "en": "All items"},
    "switch": {"th": "English", "en": "ภาษาไทย"},
    "languages": {"th": "ภาษา", "en": "Language"},
    "indicator": {"th": "ตัวชี้วัดที่ {number}", "en": "Indicator {number}"},
    # How much is published.
    "count": {
        "th": "เผยแพร่แล้ว {published} ข้อ จากทั้งหมด {total} ข้อ",
        "en": "{published} of {total} items are published",
    },
    "published": {"th": "เผยแพร่แล้ว", "en": "Published"},
    "gap": {"th": "ยังไม่เผยแพร่", "en": "Not published yet"},
    "gap-text": {
        "th": "ข้อนี้ยังไม่มีเอกสารฉบับที่ลงนามแล้ว ข้อมูล หรือหน้าเว็บที่เผยแพร่",
        "en": "No signed paper, data or web page has been published for this item yet.",
    },
    "updated": {"th": "ข้อมูลล่าสุด{day}", "en": "Last updated {day}"},
    # The parts of an item's page.
    "papers": {"th": "เอกสารที่ลงนามแล้ว", "en": "Signed papers"},
    "data": {"th": "ชุดข้อมูล", "en": "Data"},
    "pages": {"th": "หน้าเว็บ", "en": "Web pages"},
    "months": {"th": "ข้อมูลการจัดซื้อจัดจ้างรายเดือน", "en": "Procurement data by month"},
    "notes": {"th": "หมายเหตุ", "en": "Notes"},
    "owners": {"th": "หน่วยงานที่รับผิดชอบ", "en": "Responsible"},
    "signed-on": {"th": "ลงนาม{day}", "en": "Signed on {day}"},
    "also-at": {"th": "เผยแพร่ที่ {host} ด้วย", "en": "Also published at {host}"},
    "page-at": {"th": "หน้าเว็บที่ {host}", "en": "Web page at {host}"},
    "given": {"th": "ส่งข้อมูล{day}", "en": "Handed in on {day}"},
    "month-link": {"th": "ดูข้อมูลเดือน{month}", "en": "Data of {month}"},
    "month-none": {"th": "ไม่มีการจัดซื้อจัดจ้าง", "en": "Nothing was procured"},
    "previous": {"th": "ข้อก่อนหน้า", "en": "Previous item"},
    "next": {"th": "ข้อถัดไป", "en": "Next item"},
    "other-items": {"th": "ข้ออื่น", "en": "Other items"},
    # The foot of the first page.
    "withheld": {"th": "ข้อมูลที่ไม่เผยแพร่", "en": "What is not published"},
    "withheld-text": {
        "th": "สำนักงานไม่เผยแพร่ข้อมูลต่อไปนี้ ด้วยเหตุผลที่แจ้งไว้",
        "en": "The office does not publish the following, for the reasons given.",
    },
    "why": {"th": "เหตุผล", "en": "Why"},
    "machines": {"th": "ดัชนีที่เครื่องอ่านได้", "en": "Machine-readable index"},
    "machines-text": {
        "th": "ที่อยู่ของทุกข้อและทุกไฟล์ ในรูปแบบที่โปรแกรมคอมพิวเตอร์อ่านได้",
        "en": "The address of every item and file, in formats that programs read.",
    },
    "contact": {"th": "ติดต่อสำนักงาน", "en": "Contact the office"},
    "telephone": {"th": "โทรศัพท์", "en": "Telephone"},
    "email": {"th": "อีเมล", "en": "E-mail"},
    "address": {"th": "ที่อยู่", "en": "Address"},
    "website": {"th": "เว็บไซต์", "en": "Website"},
    "complaint": {"th": "แจ้งเรื่องร้องเรียนการทุจริต", "en": "Report corruption"},
    "complaint_link": {"th": "หน้ารับเรื่องร้องเรียน", "en": "Complaint page"},
    # Sizes of files.
    "kilobytes": {"th": "{figure} กิโลไบต์", "en": "{figure} KB"},
    "megabytes": {"th": "{figure} เมกะไบต์", "en": "{figure} MB"},
}
