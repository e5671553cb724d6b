// A memo drawn up by two sections with docx.js: a comment, tracked changes and a highlighted figure are left in it.
import { writeFileSync } from "node:fs";
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  PageNumber,
  Footer,
  PageBreak,
  Paragraph,
  TextRun,
} from "docx";

const font = { ascii: "TH SarabunPSK", hAnsi: "TH SarabunPSK" };
const date = "2025-01-06T09:00:00Z";
const run = (text, options = {}) => new TextRun({ text, font, ...options });
const line = (...children) => new Paragraph({ children });
const text = (...children) => new Paragraph({ indent: { firstLine: 1417 }, children });

const document = new Document({
  comments: { children: [{ id: 0, author: "ฝ่ายการคลัง", date: new Date(date), children: [line(run("ขอเอกสารแนบด้วย"))] }] },
  styles: { default: { document: { run: { size: 32 } } } },
  sections: [
    {
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: 1701, right: 1134, top: 1134, bottom: 1134 } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: ["หน้า ", PageNumber.CURRENT] })] })] }) },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [run("บันทึกข้อความ", { bold: true, size: 58 })] }),
        line(run("ส่วนราชการ", { bold: true, size: 40 }), run("  ฝ่ายการคลัง สำนักงานเขตสัมพันธวงศ์")),
        line(run("ที่", { bold: true, size: 40 }), run("  กท ๗๑๐๘/๒๓"), run("\t"), run("วันที่", { bold: true, size: 40 }), run("  ๖ มกราคม ๒๕๖๘")),
        line(run("เรื่อง", { bold: true, size: 40 }), run("  รายงานผลการใช้จ่ายงบประมาณ")),
        line(run("เรียน  ผู้อำนวยการเขตสัมพันธวงศ์")),
        text(
          run("ตามที่ฝ่ายการคลังได้รายงานผลการใช้จ่ายงบประมาณรอบ 6 เดือนแรก "),
          new CommentRangeStart(0),
          run("ร้อยละ ๔๘.๕"),
          new CommentRangeEnd(0),
          new TextRun({ children: [new CommentReference(0)] }),
          run(" ของงบประมาณทั้งหมด"),
        ),
        text(
          run("ขอรายงานเพิ่มเติมว่า "),
          new DeletedTextRun({ id: 1, author: "ฝ่ายการคลัง", date, text: "งบลงทุน ", font }),
          new InsertedTextRun({ id: 2, author: "ฝ่ายการคลัง", date, text: "งบดำเนินงาน ", font }),
          run("เบิกจ่ายแล้ว ๑๒๐,๐๐๐ บาท (หนึ่งแสนสองหมื่นบาทถ้วน) ", { highlight: "yellow" }),
          run("ตามหนังสือด่วนที่สุด ที่ กท ๐๔๐๓/ว๑๑ ลงวันที่ ๒๐ ธันวาคม พ.ศ. ๒๕๖๗"),
        ),
        new Paragraph({ children: [new PageBreak()] }),
        text(run("จึงเรียนมาเพื่อโปรดทราบ และขอขอบคุณครับ")),
        new Paragraph({ alignment: AlignmentType.CENTER, children: [run("(นาย........................................)")] }),
        new Paragraph({ alignment: AlignmentType.CENTER, children: [run("หัวหน้าฝ่ายการคลัง")] }),
      ],
    },
  ],
});
writeFileSync(process.argv[2], await Packer.toBuffer(document));
