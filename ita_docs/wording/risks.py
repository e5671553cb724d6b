"""What is said of the bribery risks: of what disagrees in them, and of what is still to be done."""

from ita_docs.wording.wording import Wording

WORDINGS: dict[str, Wording] = {
    "unknown-risk": Wording(
        "error",
        "ไม่มีความเสี่ยง “{value}” ในแฟ้มความเสี่ยงของหน่วยงานนี้",
        "รหัสที่มี: {known}",
        "the risks of this unit have no “{value}”",
        "there are: {known}",
    ),
    "missing-risks": Wording(
        "error",
        "แผนให้ “{value}” ประเมินความเสี่ยงต่อการรับสินบน แต่ไม่มีแฟ้มความเสี่ยง",
        "สร้าง {due} ตามตัวอย่างของฝ่ายอื่น",
        "by the plan “{value}” assesses the risk of bribery, but there is no file of its risks",
        "make {due} after the file of another section",
    ),
    "unit-not-in-plan": Wording(
        "error",
        "แผนไม่ได้ให้ “{value}” ประเมินความเสี่ยงต่อการรับสินบน",
        "เพิ่มใน sections ของแฟ้มข้อนี้ในโฟลเดอร์ indicators หรือใส่ question: เป็นเลขคำถามที่รอคำตอบ",
        "the plan does not ask “{value}” to assess the risk of bribery",
        "name it under sections of the item in indicators, or give question: the question that is open",
    ),
    "score-outside": Wording(
        "error",
        "คะแนน {value} อยู่นอกเกณฑ์ ซึ่งมีตั้งแต่ 1 ถึง {most}",
        "กรอกคะแนน 1 ถึง {most} หรือเว้นว่างหากยังไม่ได้ให้คะแนน",
        "the score {value} lies outside the scale of 1 to {most}",
        "write 1 to {most}, or nothing where it is not scored yet",
    ),
    "scale-steps": Wording(
        "error",
        "เกณฑ์ต้องมีคะแนน 1 ถึง {most} เรียงตามลำดับ แต่พบ {value}",
        "เพิ่มหรือตัดรายการให้มีครบทุกคะแนน คะแนนละหนึ่งรายการ",
        "a scale has the scores 1 to {most} in their order, found {value}",
        "let each score stand there once",
    ),
    "level-gap": Wording(
        "error",
        "ช่วงคะแนนของระดับความเสี่ยงขาดหรือซ้อนกัน: พบ {value} แต่ต้องเป็น {due}",
        "แก้ first และ last ให้ต่อเนื่องกันตั้งแต่ 1 ถึง 25",
        "the levels leave scores out or share them: found {value}, due {due}",
        "let first and last follow on each other from 1 to 25",
    ),
    "not-a-colour": Wording(
        "error",
        "“{value}” ไม่ใช่รหัสสี",
        "ใช้เลขฐานสิบหกหกหลักตัวพิมพ์ใหญ่ เช่น C6E0B4",
        "“{value}” is no colour",
        "write six hexadecimal figures in capitals, such as C6E0B4",
    ),
    "draft-risks": Wording(
        "advice",
        "ความเสี่ยงต่อการรับสินบนของ{value} เป็นร่าง หน่วยงานยังไม่ได้ยืนยัน",
        "ให้หน่วยงานตรวจแก้ทุกช่อง แล้วเปลี่ยน draft เป็น no",
        "the bribery risks of {value} are a draft that it has not confirmed",
        "let the section mend every field, then set draft: no",
    ),
    "unscored-risks": Wording(
        "advice",
        "{value} ยังไม่ได้ให้คะแนนความเสี่ยง {count} รายการ",
        "กรอก likelihood และ impact เมื่อหน่วยงานลงความเห็นแล้ว ระหว่างนี้แบบพิมพ์ช่องว่างไว้",
        "{value} has not scored {count} of its risks",
        "fill in likelihood and impact once it has; until then the sheet prints blanks",
    ),
    "unverified-scales": Wording(
        "advice",
        "เกณฑ์โอกาส ผลกระทบ และระดับความเสี่ยงยังไม่ได้เทียบกับคู่มือของปีที่ประเมิน",
        "เทียบกับคู่มือ แล้วแก้ certainty: เป็น certain",
        "the scales of likelihood, impact and level are not compared with this year's handbook",
        "compare them, then set certainty: certain",
    ),
}
