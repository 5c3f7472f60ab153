import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { literal } from '../../warehouse/index.ts';
import { LoadError } from '../load-error.ts';
import type { Parsing } from '../parsing.ts';
import type { SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { xmlLimits } from './limits.ts';
import type { ParseAnswer, ParseRequest } from './parse-file.ts';
import { headingsOf, lineColumn, notesFile, type XmlShape } from './shape.ts';

/**
 * Turns an XML file into raw tables. What was passed over is noted under the dataset.
 *
 * @returns the raw tables of which the file speaks, each as a file for `readTable` whose rows are told by their lines
 * @throws LoadError where the file is not well-formed, or exceeds a limit
 */
export async function readXml(
  { bench, parsing }: { readonly bench: Workbench; readonly parsing: Parsing },
  file: SourceFile,
  shape: XmlShape,
  dataset: string,
): Promise<Map<string, SourceFile>> {
  if (file.bytes > xmlLimits.fileBytes) throw new LoadError(`${file.name} is larger than 4 gigabytes`);
  const folder = `${file.copyTo}.xml`;
  await mkdir(folder, { recursive: true });
  const answer = await parsing.xml({ path: file.readable, folder, shape }, file);
  if ('refused' in answer) throw new LoadError(`${file.name}: ${answer.refused}`);
  if (answer.notes > 0) await takeNotes(bench, file, join(folder, `${notesFile}.csv`), dataset);
  const tables = shape.units.flatMap((unit) => unit.tables).filter(({ name }) => answer.done.tables.includes(name));
  return new Map(
    tables.map((table) => {
      const readable = join(folder, `${table.name}.csv`);
      const copyTo = join(folder, table.name);
      const header = headingsOf(table);
      return [
        table.name,
        {
          ...file,
          readable,
          copyTo,
          header,
          lineColumn,
          assumedEncoding: null,
          mayHaveBlankLines: false,
          mayHaveOddSpaces: true,
        },
      ];
    }),
  );
}

/**
 * Takes an XML file apart in a process of its own that may read this file and write beside it and nothing else, with a limit
 * of memory and time.
 *
 * @throws LoadError where a limit is exceeded
 */
export async function parseApart(
  request: ParseRequest,
  file: Pick<SourceFile, 'name' | 'bytes'>,
): Promise<ParseAnswer> {
  const { script, reads } = parser();
  const seconds = Math.ceil(xmlLimits.seconds + (file.bytes / 1e6) * xmlLimits.secondsPerMillionBytes);
  const may = [...reads, request.path, request.folder].map((path) => `--allow-fs-read=${path}`);
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${xmlLimits.heapMegabytes}`,
      '--permission',
      ...may,
      `--allow-fs-write=${request.folder}`,
      '--no-warnings',
      script,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'pipe'], timeout: seconds * 1000, killSignal: 'SIGKILL' },
  );
  let said = '';
  let wrong = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    wrong = `${wrong}${text}`.slice(0, 4000);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(request));
  const end = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  if (end.code === 0) return JSON.parse(said) as ParseAnswer;
  if (child.killed) throw new LoadError(`${file.name} was given up: reading it took more than ${seconds} seconds`);
  if (/heap out of memory|heap limit/i.test(wrong) || end.signal !== null) {
    throw new LoadError(`${file.name} was given up: reading it takes more than ${xmlLimits.heapMegabytes} megabytes`);
  }
  throw new Error(
    `The XML process ended with ${end.code}: ${wrong.split('\n').find((line) => /Error/.test(line)) ?? ''}`,
  );
}

/** The script of the process and what it may read to run: bundled beside the command, or the source itself. */
function parser(): { script: string; reads: string[] } {
  const here = fileURLToPath(import.meta.url);
  if (!here.endsWith('.ts')) {
    const root = join(dirname(here), '..');
    return {
      script: join(dirname(here), 'parse-xml.js'),
      reads: [dirname(here), join(root, 'node_modules'), join(root, 'package.json')],
    };
  }
  const root = join(dirname(here), '../../..');
  return {
    script: join(dirname(here), 'parse-process.ts'),
    reads: [join(root, 'src'), join(root, 'node_modules'), join(root, 'package.json')],
  };
}

async function takeNotes(bench: Workbench, file: SourceFile, notes: string, dataset: string): Promise<void> {
  const rows = (code: string) => `select ${literal(file.name)} as file, line as "row", element as "column",
      case when times > 1 then times || ' times' end as "value", ${literal(dataset)} as dataset
    from read_csv(${literal(notes)}, auto_detect = false, header = true, quote = '"', escape = '"',
      columns = {code: 'varchar', line: 'bigint', element: 'varchar', times: 'bigint'}) where code = ${literal(code)}`;
  for (const code of [
    'element-unknown',
    'element-twice',
    'text-stray',
    'yes-no-unreadable',
    'row-marked-no',
  ] as const) {
    await bench.noteEach(code, rows(code), 'The mark');
  }
}
