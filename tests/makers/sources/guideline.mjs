// A guideline from a web editor: guideline.html by html-to-docx as it comes.
import { readFileSync, writeFileSync } from "node:fs";
import htmlToDocx from "html-to-docx";

const html = readFileSync(new URL("guideline.html", import.meta.url), "utf8");
writeFileSync(process.argv[2], Buffer.from(await htmlToDocx(html)));
