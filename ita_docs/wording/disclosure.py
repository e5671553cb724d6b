"""What is said of the files that are to be published, and of the folder of the disclosure site."""

from ita_docs.wording.wording import Wording

WORDINGS: dict[str, Wording] = {
    "not-disclosed": Wording(
        "warning",
        "ข้อ {code} {value} ยังไม่เผยแพร่",
        "ผู้รับผิดชอบ ({owners}) กรอก signed data หรือ evidence ของข้อนี้ในไฟล์ความก้าวหน้า",
        "item {code} {value} is not published yet",
        "who answers for it ({owners}) fills in signed, data or evidence of this item in the file of progress",
    ),
    "file-too-large": Wording(
        "error",
        "ไฟล์ใหญ่เกิน {most} เมกะไบต์ ประชาชนเปิดทางโทรศัพท์ได้ยาก",
        "สแกนใหม่ด้วยความละเอียดที่ต่ำลง หรือแยกเป็นหลายไฟล์",
        "this file is larger than {most} MB, too large to be opened on a telephone",
        "scan it again at a lower resolution, or split it",
    ),
    "not-a-pdf": Wording(
        "error",
        "ไฟล์นี้ลงท้ายด้วย .pdf แต่เนื้อในไม่ใช่ PDF",
        "สแกนหรือบันทึกเป็น PDF ใหม่ การเปลี่ยนชื่อไฟล์ไม่ช่วย",
        "this file ends in .pdf but holds no PDF",
        "scan it or save it as PDF again; a new name is not enough",
    ),
    "signed-is-built": Wording(
        "error",
        "ไฟล์นี้คือ {value} ที่โปรแกรมทำขึ้น ยังไม่มีลายมือชื่อ จึงเผยแพร่ไม่ได้",
        "แทนด้วยฉบับที่ลงนามแล้ว หากยังไม่ลงนาม ให้เอาออกจาก signed ของไฟล์ความก้าวหน้า",
        "this file is {value} as this program made it, without a signature, and cannot be published",
        "put the signed paper in its place; while there is none, take it out of signed in the file of progress",
    ),
    "data-not-open": Wording(
        "error",
        "“{value}” ไม่ใช่ข้อมูลที่เผยแพร่เป็นตารางได้",
        "เปิดใน Excel แล้วบันทึกเป็น CSV UTF-8 (.csv) ส่วนเอกสารที่ลงนามแล้วให้ใส่ไว้ใน signed",
        "“{value}” is no data that can be published as a table",
        "open it in Excel and save it as CSV UTF-8 (.csv); a signed paper belongs under signed",
    ),
    "data-unreadable": Wording(
        "error",
        "อ่านไฟล์นี้เป็น {value} ไม่ได้",
        "เปิดใน Excel แล้วบันทึกเป็น CSV UTF-8 (.csv) อีกครั้ง",
        "this file cannot be read as {value}",
        "open it in Excel and save it again as CSV UTF-8 (.csv)",
    ),
    "table-without-heads": Wording(
        "error",
        "แถวแรกของตารางต้องเป็นชื่อคอลัมน์ครบทุกช่อง ไม่ซ้ำกัน และมีข้อมูลอย่างน้อยหนึ่งแถว",
        "เติมหรือแก้ชื่อคอลัมน์ในแถวแรก",
        "the first row of a table must name each column, no two alike, with one row of data at least",
        "fill in or mend the names in the first row",
    ),
    "table-uneven": Wording(
        "error",
        "แถวที่ {row} มี {counted} ช่อง แต่หัวตารางมี {due} ช่อง",
        "ตรวจจำนวนช่องของแถวนั้น ข้อความที่มีจุลภาคต้องอยู่ในเครื่องหมายคำพูด",
        "row {row} has {counted} cells, the first row {due}",
        "check the cells of that row; a text with a comma stands in quotation marks",
    ),
    "personal-number": Wording(
        "error",
        "พบเลขประจำตัวประชาชน ({value}) ซึ่งเป็นข้อมูลส่วนบุคคล จึงเผยแพร่ไม่ได้",
        "ลบหรือปิดบังเลขนั้น แล้วบอกไว้ใน withheld ของไฟล์ความก้าวหน้า หากเป็นเลขอื่น ให้เติมอักษรหน้าเลข",
        "there is a citizen's number ({value}): personal data, which cannot be published",
        "remove or mask it, and say so under withheld in the file of progress; before any other number put a letter",
    ),
    "no-site-address": Wording(
        "advice",
        "ยังไม่ทราบเว็บไซต์ของสำนักงาน ดัชนีจึงบอกที่อยู่ของแต่ละข้อเป็นชื่อไฟล์เท่านั้น",
        "กรอก channels.website เป็นที่อยู่เต็ม เช่น https://www.example.com/office",
        "the website of the office is not known, so the index gives file names for addresses",
        "fill in channels.website with the whole address, such as https://www.example.com/office",
    ),
    "dead-link": Wording(
        "error",
        "ลิงก์ “{value}” ไม่พบปลายทางในเว็บที่ทำขึ้น",
        "แจ้งผู้ดูแลโปรแกรม",
        "the link “{value}” leads nowhere within the site",
        "tell who looks after the program",
    ),
    "site-name-twice": Wording(
        "error",
        "ไฟล์นี้กับ {first} จะใช้ชื่อ “{value}” บนเว็บซ้ำกัน",
        "เปลี่ยนชื่อไฟล์หนึ่งในสองไฟล์ แล้วแก้ชื่อในแฟ้ม progress",
        "this file and {first} would both be “{value}” on the site",
        "rename one of the two, and in the file of progress too",
    ),
    "site-file-strange": Wording(
        "error",
        "มีไฟล์นี้อยู่ก่อนแล้ว และไม่ใช่ไฟล์ที่โปรแกรมทำไว้ จึงไม่เขียนทับ",
        "ย้ายไฟล์นั้นออก หรือเลือกโฟลเดอร์อื่นด้วย --out",
        "this file is there already and is not as this program left it, so nothing is overwritten",
        "move it away, or choose another folder with --out",
    ),
    "site-file-kept": Wording(
        "warning",
        "ไฟล์นี้ไม่ใช้ในเว็บแล้ว แต่มีผู้แก้ไขไว้ จึงไม่ได้ลบ",
        "ถ้าไม่ต้องการแล้วให้ลบเอง",
        "this file is no part of the site any more, but somebody edited it, so it stays",
        "delete it if nobody needs it",
    ),
}
