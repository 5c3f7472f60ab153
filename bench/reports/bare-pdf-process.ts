/** Plain content on the input, its PDF on the output: the same fonts, and nothing that Typst does not do by itself. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const template = `
#let report = json(bytes(sys.inputs.report))
#let picture(svg, ..size) = image(bytes(svg), format: "svg", ..size)
#let content(cell) = if "svg" in cell { picture(cell.svg, height: 1em) } else { cell.text }
#set text(font: "Source Sans 3", size: 9pt, lang: "en")
#set page(paper: "a4", numbering: "1")
#for section in report.sections {
  heading(section.heading)
  for block in section.blocks {
    if block.kind == "paragraph" { par(block.text) }
    if block.kind == "picture" { picture(block.printed, width: 100%) }
    if block.kind == "table" {
      let cells = block.rows.flatten().map(cell => table.cell(colspan: cell.at("span", default: 1), content(cell)))
      table(columns: (1fr,) * block.columns, ..cells)
    }
  }
}
`;
const weights = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
const fonts = weights.map((weight) =>
  readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`))),
);
const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: await Promise.all(fonts) }],
  inputs: { report: await text(process.stdin) },
});
process.stdout.write(compiler.pdf({ mainFileContent: template }));
