// One engine of node in a process of its own: reads a number of papers from each line, tells the seconds they took.
"use strict";
const fs = require("node:fs");
const readline = require("node:readline");

const [, , name, file, dataFile, out] = process.argv;
const template = fs.readFileSync(file);
const data = JSON.parse(fs.readFileSync(dataFile, "utf8"));

const WARMING = 5;
const ENGINES = {
  docxtemplater() {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    return () => {
      const paper = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
      paper.render(data);
      return paper.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(template, data);
  },
  carbone() {
    const carbone = require("carbone");
    return () =>
      new Promise((resolve, reject) =>
        carbone.render(file, data, (error, paper) => (error ? reject(error) : resolve(paper))),
      );
  },
};

async function main() {
  const make = ENGINES[name]();
  fs.writeFileSync(out, await make());
  process.stdout.write("ready\n");
  for await (const line of readline.createInterface({ input: process.stdin })) {
    for (let count = WARMING; count > 0; count--) await make();
    const start = process.hrtime.bigint();
    for (let count = Number(line); count > 0; count--) await make();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const held = fs.existsSync("/proc/self/status") && /VmHWM:\s+(\d+)/.exec(fs.readFileSync("/proc/self/status"));
    process.stdout.write(`${seconds} ${held ? held[1] : process.resourceUsage().maxRSS}\n`);
  }
  process.exit(0);
}

main();
