// A certificate as a web form would write it with docx.js: sizes that docx.js gives to both scripts, a font for one.
import { writeFileSync } from "node:fs";
import { AlignmentType, Document, Packer, Paragraph, TextRun } from "docx";

const line = (text, options = {}) => new Paragraph({ ...options, children: [new TextRun({ text, size: 32 })] });

const document = new Document({
  styles: { default: { document: { run: { font: "Calibri" } } } },
  sections: [
    {
      children: [
        line("หนังสือรับรอง", { alignment: AlignmentType.CENTER }),
        line("เลขที่ ๗\tสำนักงานเขตสัมพันธวงศ์"),
        line("ขอรับรองว่า ........................................ เป็นลูกจ้างชั่วคราวของสำนักงานเขตสัมพันธวงศ์ ตั้งแต่วันที่ 01 ตุลาคม ๒๕๖๖ ถึงวันที่ ๓๐ ก.ย. ๒๕๖๗ ได้รับค่าจ้างเดือนละ ๑๑,๐๐๐ บาท (หนึ่งหมื่นบาทถ้วน)"),
        line("ให้ไว้ ณ วันที่ ๑๕ ตุลาคม พ.ศ. 2024"),
        line("นาย........................................", { alignment: AlignmentType.CENTER }),
        line("ผู้อำนวยการเขตสัมพันธวงศ์", { alignment: AlignmentType.CENTER }),
      ],
    },
  ],
});
writeFileSync(process.argv[2], await Packer.toBuffer(document));
