"""What is said of the content of workbooks and of papers with nothing in them."""

from ita_docs.wording.wording import Wording

WORDINGS: dict[str, Wording] = {
    "tab-name": Wording(
        "error",
        "ใช้ “{value}” เป็นชื่อแท็บของ Excel ไม่ได้",
        "ใช้ชื่อไม่ซ้ำกัน ไม่เกิน {most} ตัวอักษร และไม่มี [ ] : * ? / \\",
        "Excel does not take “{value}” as the name of a tab",
        "no name twice, at most {most} letters, none of [ ] : * ? / \\",
    ),
    "formula-column": Wording(
        "error",
        "สูตรเรียกช่อง [{value}] ซึ่งแท็บนี้ไม่มี",
        "เรียกช่องด้วยอักษรตามลำดับหัวช่อง: {known}",
        "the formula calls a column [{value}], which this tab does not have",
        "call columns by letters in the order of their heads: {known}",
    ),
    "formula-broken": Wording(
        "error",
        "Excel อ่านสูตรนี้ไม่ได้: “{value}”",
        'ตรวจวงเล็บและอัญประกาศ " ให้ครบคู่ และไม่ต้องพิมพ์ = นำหน้า',
        "Excel cannot read the formula “{value}”",
        'close every bracket and every ", and leave out the = before it',
    ),
    "hint-length": Wording(
        "error",
        "ข้อความใน {key}: ยาวเกิน {most} ตัวอักษร: “{value}”",
        "เขียนให้สั้นลง หรือย้ายไปไว้ใน notes",
        "a text under {key}: has more than {most} letters: “{value}”",
        "shorten it, or move it to the notes",
    ),
    "nothing-listed": Wording(
        "error",
        "ใต้ {value}: ไม่มีสิ่งใดให้พิมพ์",
        "ใส่อย่างน้อยหนึ่งรายการ หรือลบแฟ้มนี้",
        "there is nothing to print under {value}:",
        "write at least one entry, or remove the file",
    ),
}
