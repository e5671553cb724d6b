"""Every sentence that a problem can say, in Thai and in English: a table for proofreading.

Words in single braces are facts of the problem. A message says what is wrong, with the value; a hint says what to do.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]
Language = Literal["th", "en"]


class Wording(NamedTuple):
    """The sentences of one kind of problem."""

    severity: Severity
    th: str
    th_hint: str
    en: str
    en_hint: str


# The hints that any problem can carry when the right value is known.
FIXED: dict[Language, str] = {"th": "แก้เป็น: {fixed}", "en": "write: {fixed}"}
NEAR: dict[Language, str] = {"th": "หมายถึง “{near}” หรือไม่", "en": "did you mean “{near}”?"}

WORDINGS: dict[str, Wording] = {
    # ---- a content file that cannot be read
    "no-file": Wording(
        "error",
        "ไม่พบไฟล์ {file}", "ตรวจชื่อไฟล์ หรือสร้างไฟล์นี้ตามตัวอย่างในชุดเริ่มต้น",
        "there is no file {file}", "check the name, or make the file after the one in the starter set",
    ),
    "unreadable-file": Wording(
        "error",
        "เปิดไฟล์ {file} ไม่ได้", "ตรวจสิทธิ์การเข้าถึงไฟล์และโฟลเดอร์",
        "{file} cannot be opened", "check the permissions of the file and its folder",
    ),
    "empty-file": Wording(
        "error",
        "ไฟล์ว่าง ไม่มีข้อความใด", "คัดลอกเนื้อหาจากชุดเริ่มต้นหรือจากปีก่อนมาเป็นต้นแบบ",
        "the file is empty", "copy last year's file or the one in the starter set and edit it",
    ),
    "not-utf8": Wording(
        "error",
        "ไฟล์ไม่ได้เข้ารหัสเป็น UTF-8 (ไบต์ {value})", "เปิดด้วยโปรแกรมแก้ไขข้อความ แล้วบันทึกใหม่โดยเลือกรหัส UTF-8",
        "the file is not UTF-8 (byte {value})", "open it in a text editor and save it with the encoding UTF-8",
    ),
    "control-character": Wording(
        "error",
        "มีอักขระควบคุมที่มองไม่เห็น {value}", "ลบอักขระนั้น แล้วพิมพ์ข้อความช่วงนั้นใหม่",
        "an invisible control character {value}", "delete it and type that part again",
    ),
    "tab-indent": Wording(
        "error",
        "ย่อหน้าด้วยแป้น Tab", "ใช้เว้นวรรคสองเคาะต่อหนึ่งขั้นแทน Tab",
        "the line is indented with a tab", "use two spaces for each level instead",
    ),
    "yaml-syntax": Wording(
        "error",
        "รูปแบบของบรรทัดนี้อ่านไม่ได้ ใกล้ “{value}”",
        "ตรวจย่อหน้า เครื่องหมายทวิภาค (:) และอัญประกาศในบรรทัดนี้และบรรทัดก่อนหน้า",
        "the form of this line cannot be read, near “{value}”",
        "check the indent, the colon and the quotation marks of this line and the one before",
    ),
    "unquoted-name": Wording(
        "error",
        "ข้อความที่ขึ้นต้นด้วยวงเล็บปีกกาต้องอยู่ในอัญประกาศ “{value}”", "ใส่อัญประกาศ \" คร่อมข้อความทั้งบรรทัด",
        "a text that begins with a brace must be in quotation marks: “{value}”",
        "put the whole text between quotation marks",
    ),
    "yaml-alias": Wording(
        "error",
        "ใช้เครื่องหมาย {value} ซึ่งระบบไม่รองรับ", "ใส่ข้อความนั้นในอัญประกาศ หรือพิมพ์ข้อความเต็ม",
        "the mark {value} is not supported here", "put the text in quotation marks, or write it out",
    ),
    "duplicate-key": Wording(
        "error",
        "หัวข้อ “{value}” ซ้ำ (มีแล้วที่บรรทัด {first})", "เหลือไว้เพียงแห่งเดียว",
        "the key “{value}” stands twice (first on line {first})", "keep only one of them",
    ),
    # ---- a content file that says something that cannot be
    "missing-key": Wording(
        "error",
        "ขาดหัวข้อ “{value}”", "เพิ่ม {value}: ในส่วนนี้",
        "the key “{value}” is missing", "add {value}: here",
    ),
    "unknown-key": Wording(
        "error",
        "ไม่รู้จักหัวข้อ “{value}”", "หัวข้อที่ใช้ได้: {known}",
        "unknown key “{value}”", "the keys that may stand here: {known}",
    ),
    "wrong-type": Wording(
        "error",
        "ต้องเป็น{due} แต่พบ “{value}”", "ดูรูปแบบจากชุดเริ่มต้น",
        "{due_en} is due here, found “{value}”", "see the form in the starter set",
    ),
    "empty-value": Wording(
        "error",
        "ยังไม่ได้กรอก “{value}”", "กรอกข้อความหลังเครื่องหมาย :",
        "“{value}” is empty", "write its text after the colon",
    ),
    "not-one-of": Wording(
        "error",
        "ค่า “{value}” ใช้ไม่ได้", "เลือกหนึ่งค่าจาก: {known}",
        "“{value}” is not a value for this", "choose one of: {known}",
    ),
    "not-a-number": Wording(
        "error",
        "“{value}” ไม่ใช่จำนวน", "พิมพ์เฉพาะตัวเลขอารบิก เช่น 40 หรือ 87.3",
        "“{value}” is not a number", "write figures only, such as 40 or 87.3",
    ),
    "buddhist-year": Wording(
        "error",
        "ปี {value} เป็นพุทธศักราช ในไฟล์ใช้คริสต์ศักราช", "แก้เป็น: {fixed}",
        "{value} is a Buddhist year; files hold Christian years", "write: {fixed}",
    ),
    "not-a-date": Wording(
        "error",
        "“{value}” ไม่ใช่วันที่แบบ ปี-เดือน-วัน", "พิมพ์เป็น 2025-01-31 (ปีคริสต์ศักราช-เดือน-วัน)",
        "“{value}” is not a date of the form year-month-day", "write it as 2025-01-31",
    ),
    "impossible-date": Wording(
        "error",
        "วันที่ “{value}” ไม่มีในปฏิทิน", "ตรวจวันและเดือนอีกครั้ง",
        "the date “{value}” is not in the calendar", "check the day and the month",
    ),
    "unknown-name": Wording(
        "error",
        "ไม่รู้จักชื่อ {{{value}}}", "ชื่อที่ใช้ได้ขึ้นต้นด้วย: {known}",
        "unknown name {{{value}}}", "names that may be used begin with: {known}",
    ),
    "unknown-section": Wording(
        "error",
        "ไม่มีฝ่าย “{value}” ในสำนักงานนี้", "ฝ่ายที่มี: {known}",
        "this office has no section “{value}”", "its sections: {known}",
    ),
    "unknown-person": Wording(
        "error",
        "ไม่มีตำแหน่ง “{value}” ในสำนักงานนี้", "ตำแหน่งที่มี: {known}",
        "this office has no post “{value}”", "its posts: {known}",
    ),
    "unknown-school": Wording(
        "error",
        "ไม่มีโรงเรียน “{value}” ในสำนักงานนี้", "โรงเรียนที่มี: {known}",
        "this office has no school “{value}”", "its schools: {known}",
    ),
    "unknown-slug": Wording(
        "error",
        "ไม่มีข้อ “{value}” ในปีนี้", "ดูรายการใน {year_file}",
        "there is no item “{value}” in this year", "see the list in {year_file}",
    ),
    "unknown-indicator": Wording(
        "error",
        "ไม่มีตัวชี้วัด “{value}” ในปีนี้", "ตัวชี้วัดที่มี: {known}",
        "there is no indicator “{value}” in this year", "the indicators: {known}",
    ),
    "unknown-document": Wording(
        "error",
        "ไม่มีเอกสาร “{value}”", "เอกสารที่มี: {known}",
        "there is no document “{value}”", "the documents: {known}",
    ),
    "unknown-kind": Wording(
        "error",
        "ไม่รู้จักชนิดเอกสาร “{value}”", "ชนิดที่ใช้ได้: {known}",
        "unknown kind of document “{value}”", "the kinds: {known}",
    ),
    "wrong-folder": Wording(
        "error",
        "เอกสารชนิด “{value}” อยู่ผิดโฟลเดอร์", "ย้ายไฟล์ไปไว้ในโฟลเดอร์ {folder}",
        "a document of the kind “{value}” lies in the wrong folder", "move it to the folder {folder}",
    ),
    "unknown-office": Wording(
        "error",
        "ไม่มีสำนักงาน “{value}” ใน content/offices", "สำนักงานที่มี: {known}",
        "there is no office “{value}” in content/offices", "the offices: {known}",
    ),
    "unknown-year": Wording(
        "error",
        "ไม่มีโฟลเดอร์ของปี {value}", "ปีที่มี: {known}",
        "there is no folder for the year {value}", "the years: {known}",
    ),
    "duplicate-id": Wording(
        "error",
        "รหัส “{value}” ใช้แล้วใน {first}", "ตั้งรหัสใหม่ให้ต่างกัน",
        "the id “{value}” is already used in {first}", "give each document its own id",
    ),
    "wrong-file-name": Wording(
        "error",
        "ไฟล์ชื่อ {value} แต่ข้อความเป็นของ {due}", "เปลี่ยนชื่อไฟล์เป็น {due}",
        "the file is named {value} but holds {due}", "rename it to {due}",
    ),
    "missing-item": Wording(
        "error",
        "ไม่มีไฟล์ของข้อ {value}", "สร้าง {due} ตามตัวอย่างของข้ออื่น",
        "there is no file for item {value}", "make {due} after the file of another item",
    ),
    "count-differs": Wording(
        "error",
        "{what}: นับได้ {counted} แต่ระบุไว้ {stated}", "ตรวจรายการหรือตัวเลขที่ระบุ ให้ตรงกัน",
        "{what}: counted {counted}, stated {stated}", "mend the list or the stated figure",
    ),
    "row-shape": Wording(
        "error",
        "แถวนี้กรอกเฉพาะ {value} ซึ่งแม่แบบไม่มีแถวแบบนั้น", "แบบที่ใช้ได้: {known}",
        "this row fills only {value}; the template has no such row", "the rows that it has: {known}",
    ),
    "one-chair": Wording(
        "error",
        "{value} ต้องมีประธานหนึ่งคน แต่พบ {counted}", "กำหนด role: chair ให้กรรมการเพียงหนึ่งราย",
        "{value} must have one chair, found {counted}", "give role: chair to exactly one member",
    ),
    "member-twice": Wording(
        "error",
        "“{value}” อยู่ใน{body}สองครั้ง", "ตัดออกหนึ่งแห่ง หรือใส่ใน except:",
        "“{value}” stands twice in {body}", "take one out, or name it under except:",
    ),
    "wrong-member": Wording(
        "error",
        "รายชื่อแถวนี้ต้องมี post, sections, schools, owners_of หรือ text เพียงหนึ่งอย่าง", "เหลือไว้อย่างเดียว",
        "a member must have exactly one of post, sections, schools, owners_of, text", "keep one of them",
    ),
    "no-law-on-day": Wording(
        "error",
        "กฎหมาย “{value}” ไม่มีฉบับที่ใช้บังคับในวันที่ {day}", "ตรวจ from และ until ใน content/laws.yaml",
        "no text of the law “{value}” is in force on {day}", "check from and until in content/laws.yaml",
    ),
    # ---- a template that cannot be used
    "no-template": Wording(
        "error",
        "ไม่พบแม่แบบ {file}", "สร้างแม่แบบด้วยคำสั่ง make templates หรือคัดลอกจากชุดเริ่มต้น",
        "there is no template {file}", "make it with “make templates” or copy it from the starter set",
    ),
    "template-not-docx": Wording(
        "error",
        "แม่แบบนี้ไม่ใช่ไฟล์ .docx ที่สมบูรณ์", "เปิดใน Word แล้วบันทึกใหม่เป็น .docx หรือคัดลอกแม่แบบจากชุดเริ่มต้น",
        "this template is not a whole .docx file", "open it in Word and save it as .docx, or copy the starter's",
    ),
    "template-unsafe": Wording(
        "error",
        "แม่แบบใช้คำสั่งที่ไม่อนุญาต “{value}”", "ใช้ได้เฉพาะชื่อ if และ for",
        "the template uses “{value}”, which is not allowed", "use names, if and for only",
    ),
    "placeholder-unfilled": Wording(
        "error",
        "ไม่มีค่าสำหรับ {{{{ {value} }}}}", "แก้ชื่อในแม่แบบ หรือลบออก",
        "nothing fills {{{{ {value} }}}}", "mend the name in the template, or take it out",
    ),
    "value-unprinted": Wording(
        "error",
        "แม่แบบไม่ได้พิมพ์ค่า “{value}”", "เพิ่ม {{{{ {value} }}}} ในแม่แบบ ณ ที่ที่ควรพิมพ์",
        "no place in the template prints “{value}”", "add {{{{ {value} }}}} where it belongs",
    ),
    "placeholder-malformed": Wording(
        "error",
        "ช่องเติมข้อความผิดรูป “{value}”", "ตรวจวงเล็บปีกกาและคำว่า if, for, endif, endfor ให้ครบคู่",
        "a malformed tag “{value}”", "check its braces, and that each if and for has its endif and endfor",
    ),
    # ---- a paper that came out wrong
    "leftover": Wording(
        "error",
        "ยังมีเครื่องหมายของแม่แบบค้างอยู่ “{value}”", "ตรวจแม่แบบ ณ ที่นั้น",
        "a mark of the template is left over: “{value}”", "check the template at that place",
    ),
    "text-lost": Wording(
        "error",
        "ข้อความ “{value}” ไม่ปรากฏในเอกสาร", "ตรวจแม่แบบว่าพิมพ์ค่านี้ครบหรือไม่",
        "the text “{value}” is not in the paper", "check that the template prints this value whole",
    ),
    "no-glyph": Wording(
        "error",
        "แบบอักษรไม่มีตัว “{value}” ({codepoint})", "ใช้ตัวอักษรอื่นแทน",
        "the font has no “{value}” ({codepoint})", "use another character",
    ),
    "no-paper": Wording(
        "error",
        "เปิด {file} เป็นเอกสาร Word ไม่ได้", "ต้องเป็นไฟล์ .docx ที่ไม่เสียหาย",
        "{file} cannot be opened as a Word document", "it must be a whole .docx file",
    ),
    # ---- fonts and PDF
    "no-libreoffice": Wording(
        "error",
        "ไม่พบ LibreOffice จึงทำ PDF ไม่ได้ (ไฟล์ .docx ทำแล้วครบ)",
        "ติดตั้งด้วย: sudo apt-get install libreoffice-writer-nogui",
        "LibreOffice is not here, so no PDF was made (the .docx files are complete)",
        "install it: sudo apt-get install libreoffice-writer-nogui",
    ),
    "no-fonts": Wording(
        "error",
        "ไม่มีแบบอักษรใน {folder} จึงทำ PDF ไม่ได้ (ไฟล์ .docx ทำแล้วครบ)", "รับแบบอักษรด้วยคำสั่ง make fonts ขณะต่ออินเทอร์เน็ต",
        "there are no fonts in {folder}, so no PDF was made (the .docx files are complete)",
        "fetch them with “make fonts” while online",
    ),
    "fonts-unreachable": Wording(
        "warning",
        "รับแบบอักษรไม่ได้ อาจไม่ได้ต่ออินเทอร์เน็ตหรือเครือข่ายช้า", "ต่ออินเทอร์เน็ตแล้วสั่ง make fonts อีกครั้ง (ไฟล์ .docx ยังทำได้)",
        "the fonts could not be fetched; the network may be absent or slow",
        "go online and run “make fonts” again (the .docx files can be made without)",
    ),
    "fonts-checksum": Wording(
        "error",
        "แบบอักษร {file} ไม่ตรงกับค่าตรวจสอบ", "ลบไฟล์นั้นใน fonts/ แล้วสั่ง make fonts อีกครั้ง",
        "the font {file} does not match its checksum", "delete it in fonts/ and run “make fonts” again",
    ),
    "pdf-failed": Wording(
        "error",
        "ทำ PDF ของ {paper} ไม่สำเร็จ: {reason}", "ลองสั่งใหม่ หากยังไม่ได้ ให้เปิด .docx ใน Word แล้วบันทึกเป็น PDF",
        "no PDF of {paper}: {reason}", "try again; failing that, open the .docx in Word and save it as PDF",
    ),
    "pdf-font": Wording(
        "error",
        "PDF ของ {paper} ใช้แบบอักษร {font} ที่ไม่ใช่ของโครงการหรือไม่ได้ฝังไว้", "ตรวจแบบอักษรในแม่แบบ และไฟล์ใน fonts/",
        "the PDF of {paper} uses the font {font}, not the project's own or not embedded",
        "check the fonts of the template and the files in fonts/",
    ),
    "pdf-empty": Wording(
        "error",
        "PDF ของ {paper} ไม่มีหน้า", "เปิด .docx ตรวจดู แล้วสั่งใหม่",
        "the PDF of {paper} has no pages", "look at the .docx and try again",
    ),
    # ---- the workspace
    "no-workspace": Wording(
        "error",
        "ไม่พบโฟลเดอร์งาน (ที่มี content/) ตั้งแต่ {folder} ขึ้นไป", "สร้างด้วย: ita-docs init ชื่อโฟลเดอร์ แล้วเข้าไปในโฟลเดอร์นั้น",
        "no workspace (a folder with content/) at or above {folder}",
        "make one with: ita-docs init FOLDER, and work inside it",
    ),
    "folder-not-empty": Wording(
        "error",
        "โฟลเดอร์ {folder} มีไฟล์อยู่แล้ว", "เลือกชื่อโฟลเดอร์ใหม่ เพื่อไม่ให้ทับงานเดิม",
        "the folder {folder} already holds files", "choose a new folder, so that nothing is overwritten",
    ),
    "unwritable": Wording(
        "error",
        "เขียน {file} ไม่ได้", "ปิดไฟล์ที่เปิดค้างใน Word ตรวจสิทธิ์ของโฟลเดอร์และพื้นที่ว่าง แล้วสั่งใหม่",
        "{file} cannot be written",
        "close it in Word, check the folder's permissions and the free space, then try again",
    ),
    "no-emblem": Wording(
        "error",
        "ไม่พบไฟล์ตราครุฑ {file}", "แก้ emblem_image: ให้ตรงกับไฟล์ หรือใช้ emblem: preprinted",
        "there is no emblem file {file}", "mend emblem_image:, or use emblem: preprinted",
    ),
    "emblem-not-png": Wording(
        "error",
        "ไฟล์ตราครุฑ {file} ไม่ใช่ภาพ PNG", "แปลงภาพเป็น PNG แล้วระบุชื่อไฟล์ใหม่",
        "the emblem file {file} is no PNG picture", "convert it to PNG and name the new file",
    ),
    # ---- the command line
    "no-such-command": Wording(
        "error",
        "ไม่มีคำสั่ง “{value}”", "ดูคำสั่งทั้งหมดด้วย: ita-docs --help",
        "there is no command “{value}”", "see all commands: ita-docs --help",
    ),
    "no-such-option": Wording(
        "error",
        "ไม่มีตัวเลือก “{value}”", "ดูตัวเลือกทั้งหมดด้วย: {command} --help",
        "there is no option “{value}”", "see all options: {command} --help",
    ),
    "missing-argument": Wording(
        "error",
        "ยังไม่ได้ระบุ {value}", "ดูวิธีใช้ด้วย: {command} --help",
        "{value} is missing", "see how to use it: {command} --help",
    ),
    "bad-argument": Wording(
        "error",
        "ค่าของ {value} ใช้ไม่ได้", "ดูวิธีใช้ด้วย: {command} --help",
        "the value of {value} cannot be used", "see how to use it: {command} --help",
    ),
    "misuse": Wording(
        "error",
        "คำสั่งนี้พิมพ์ไม่ครบหรือเกิน", "ดูวิธีใช้ด้วย: {command} --help",
        "this command has too few or too many words", "see how to use it: {command} --help",
    ),
    # ---- what is still open (todo)
    "open-field": Wording(
        "advice",
        "ยังไม่ได้กรอก {value}", "กรอกเมื่อทราบ ระหว่างนี้เอกสารพิมพ์ช่องว่างไว้",
        "{value} is open", "fill it in when known; until then the paper prints a blank",
    ),
    "unverified-english": Wording(
        "advice",
        "ชื่อภาษาอังกฤษ “{value}” ยังไม่ได้ตรวจสอบ", "ตรวจกับทะเบียนของกรุงเทพมหานคร แล้วแก้ en_verified: เป็น yes",
        "the English name “{value}” is not verified", "check it with the BMA, then set en_verified: yes",
    ),
    "unverified-law": Wording(
        "advice",
        "การอ้างกฎหมาย “{value}” ยังไม่ได้ตรวจสอบ", "ตรวจกับราชกิจจานุเบกษา แล้วแก้ certainty: เป็น certain",
        "the citation “{value}” is not verified", "check it with the Royal Gazette, then set certainty: certain",
    ),
    "proposed-correction": Wording(
        "advice",
        "{value} บรรทัด {line} ของแผน: “{found}” พิมพ์เป็น “{corrected}” โดยเสนอ", "ตรวจแล้วแก้ที่ {carried_by} หากไม่เห็นด้วย",
        "{value}, line {line} of the plan: “{found}” is printed as “{corrected}”, proposed",
        "if you disagree, put the wording back in {carried_by}",
    ),
    "question": Wording(
        "advice",
        "{value}: {question}", "{proposed}",
        "{value}: {question}", "{proposed}",
    ),
    "emblem-preprinted": Wording(
        "advice",
        "เว้นที่ว่างสำหรับตราครุฑ ต้องพิมพ์ลงบนกระดาษตราครุฑ", "หากพิมพ์บนกระดาษเปล่า ให้ใช้ emblem: image และระบุ emblem_image:",
        "the place of the garuda is left blank for paper that carries it",
        "to print on plain paper, set emblem: image and name the file under emblem_image:",
    ),
    "draft-wording": Wording(
        "advice",
        "ถ้อยคำของ {value} เป็นร่าง ยังไม่ได้เทียบกับ{source}", "เทียบถ้อยคำทีละข้อ แล้วลบ compare_with: ออกจากไฟล์นี้",
        "the wording of {value} is a draft, not yet compared with {source}",
        "compare it clause by clause, then take compare_with: out of this file",
    ),
}
