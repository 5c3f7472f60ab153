import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The process that sets one report: its tree on the input, its PDF on the output. */

const weights = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
const fonts = weights.map((weight) =>
  readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`))),
);
const template = await readFile(new URL('./report.typ', import.meta.url), 'utf8');

/** What stands for a letter that no font of ours has: PDF/UA does not allow one that cannot be shown. */
const noLetter = '\u25A1';
const unknownLetter = /the text `\\?"(.+?)\\?"` could not be displayed/g;

/** Each try tells more letters that cannot be shown; a report has few kinds of them. */
async function set(tree: string, triesLeft: number): Promise<Buffer> {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: await Promise.all(fonts) }],
    inputs: { report: tree },
  });
  try {
    return compiler.pdf({ mainFileContent: template }, { pdfStandard: 'ua-1' as never });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const letters = new Set([...message.matchAll(unknownLetter)].flatMap(([, found = '']) => [...found]));
    const told = [...letters].filter((letter) => tree.includes(letter) && letter.trim() !== '');
    if (told.length === 0 || triesLeft === 0) throw error;
    return set(
      told.reduce((words, letter) => words.replaceAll(letter, noLetter), tree),
      triesLeft - 1,
    );
  }
}

try {
  process.stdout.write(await set(await text(process.stdin), 20));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
