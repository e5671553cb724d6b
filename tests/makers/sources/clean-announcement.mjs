// An announcement without a fault, by docx.js used with care: one font and size for both scripts, A4, Thai throughout.
import { readFileSync, writeFileSync } from "node:fs";
import { AlignmentType, Document, ImageRun, Packer, Paragraph, TextRun } from "docx";

const run = (text) => new TextRun({ text });
const middle = (text) => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text)] });
const text = (text) => new Paragraph({ indent: { firstLine: 1417 }, spacing: { before: 120 }, keepNext: true, children: [run(text)] });
const emblem = new ImageRun({
  type: "png",
  data: readFileSync(new URL("frame.png", import.meta.url)),
  transformation: { width: 102.05, height: 113.39 },
  altText: { name: "emblem", title: "ครุฑ", description: "ครุฑ" },
});

const document = new Document({
  title: "ประกาศ เรื่อง ช่องทางแจ้งเรื่องร้องเรียน",
  creator: "",
  lastModifiedBy: "",
  compatabilityModeVersion: 15,
  styles: { default: { document: { run: { font: "TH SarabunPSK", size: 32, language: { value: "en-US", bidirectional: "th-TH" } } } } },
  sections: [
    {
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: 1701, right: 1134, top: 851, bottom: 1134 } } },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [emblem] }),
        middle("ประกาศสำนักงานเขตสัมพันธวงศ์"),
        middle("เรื่อง  ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
        text("เพื่อให้ประชาชนแจ้งเรื่องร้องเรียนได้สะดวก และให้สอดคล้องกับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ สำนักงานเขตสัมพันธวงศ์จึงกำหนดช่องทางไว้ ดังนี้"),
        text("ข้อ ๑ แจ้งด้วยตนเองที่ฝ่ายปกครอง ในวันและเวลาราชการ ตั้งแต่เวลา ๐๘.๐๐ - ๑๖.๐๐ น."),
        text("ข้อ ๒ แจ้งเป็นหนังสือถึงผู้อำนวยการเขตสัมพันธวงศ์"),
        text("ข้อ ๓ สำนักงานเขตสัมพันธวงศ์แจ้งผลการพิจารณาให้ผู้ร้องทราบภายใน ๑๕ วัน นับแต่วันที่ได้รับเรื่อง"),
        text("จึงประกาศให้ทราบโดยทั่วกัน"),
        new Paragraph({ indent: { left: 2835 }, spacing: { before: 240 }, keepNext: true, children: [run("ประกาศ  ณ  วันที่  ๑๐ มกราคม พ.ศ. ๒๕๖๘")] }),
        new Paragraph({ alignment: AlignmentType.CENTER, indent: { left: 3969 }, spacing: { before: 1080 }, keepNext: true, children: [run("(........................................)")] }),
        new Paragraph({ alignment: AlignmentType.CENTER, indent: { left: 3969 }, children: [run("ผู้อำนวยการเขตสัมพันธวงศ์")] }),
      ],
    },
  ],
});
writeFileSync(process.argv[2], await Packer.toBuffer(document));
