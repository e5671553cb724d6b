// A report from a program that knows officegen: several pages without numbers, sizes for one script only.
import { createWriteStream } from "node:fs";
import officegen from "officegen";

const report = officegen({ type: "docx", pageMargins: { top: 1440, right: 1440, bottom: 1440, left: 1440 } });
const line = (text, options = {}, place = {}) => report.createP(place).addText(text, { font_face: "TH SarabunPSK", font_size: 16, ...options });

line("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", { bold: true, font_size: 20 }, { align: "center" });
line("สำนักงานเขตสัมพันธวงศ์ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", { bold: true }, { align: "center" });
report.putPageBreak();
line("๑. หลักการและเหตุผล", { bold: true });
line("          สำนักงาน ป.ป.ช. กำหนดให้หน่วยงานภาครัฐเข้ารับการประเมินคุณธรรมและความโปร่งใส (Integrity and Transparency Assessment: ITA) เป็นประจำทุกปี โดยในปี 2567 ที่ผ่านมา สำนักงานเขตสัมพันธวงศ์ ได้คะเเนน ๘๗.๓ คะแนน");
line("๒. ผลการดำเนินการ", { bold: true });
line("          ผลการเบิกจ่าย ณ วันที่ 31 มีนาคม ๒๕๖๘ เป็นเงิน ๑๕,๐๐,๐๐๐ บาท คิดเป็นร้อยละ ๔๗.๒ ดูรายละเอียดใน Error! Reference source not found.");
report.createTable(
  [
    ["ลำดับ", "มาตรการ", "ผู้รับผิดชอบ"].map((val) => ({ val, opts: { cellColWidth: 3000, b: true } })),
    ["๑", "เผยแพร่คู่มือสำหรับประชาชนบนเว๊บไซต์", "ฝ่ายปกครอง"],
    ["๓", "ประชาสัมพันธ์ช่องทางร้องเรียน", "ฝ่ายปกครอง"],
  ],
  { tableFontFamily: "TH SarabunPSK", tableSize: 24, borders: true },
);
report.putPageBreak();
line("๓. ปัญหาและอุปสรรค", { bold: true });
line("          บุคคลากรมีภาระงานประจำจำนวนมาก ทำให้รายงานข้อมูลไม่ทันกำหนด TODO เพิ่มข้อมูลจากฝ่ายโยธา");
report.generate(createWriteStream(process.argv[2]));
