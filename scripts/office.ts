import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

/**
 * Opens workbooks and Word documents in LibreOffice, prints them, and looks for each of their words on the pages: what a
 * cell cuts off is missing. Needs soffice and pdftotext: `apt-get install libreoffice-calc libreoffice-writer poppler-utils`.
 *
 *     sh bin/node scripts/office.ts FILE.xlsx FILE.docx …
 */
const run = promisify(execFile);

/** The words of a part of a file: the texts of cells or of runs. */
function wordsOf(bytes: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) =>
    /^(xl\/worksheets\/sheet\d+|word\/document)\.xml$/.test(path),
  );
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return parts.flatMap(([, content]) =>
    [...new TextDecoder().decode(content).matchAll(/<(?:w:)?t(?: [^>]*)?>([^<]*)</g)].flatMap(([, text = '']) =>
      text
        .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
        .split(/[\s-–—/]+/)
        .filter((word) => word !== ''),
    ),
  );
}

async function missing(file: string, folder: string): Promise<string[]> {
  const { stderr } = await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  const warnings = stderr.split('\n').filter((line) => line !== '' && !line.includes('javaldx'));
  const pdf = join(folder, `${basename(file, extname(file))}.pdf`);
  const { stdout } = await run('pdftotext', [pdf, '-'], { maxBuffer: 1e8 });
  const printed = stdout.replace(/\s+/g, '');
  const lost = wordsOf(await readFile(file)).filter((word) => !printed.includes(word));
  return [...warnings, ...new Set(lost)];
}

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Name workbooks and Word documents: scripts/office.ts FILE…\n');
  process.exitCode = 2;
}
const folder = await mkdtemp(join(tmpdir(), 'outturn-office-'));
try {
  for (const file of files) {
    const found = await missing(file, folder);
    process.stdout.write(
      `${file}: ${found.length === 0 ? 'every word is on a page' : `not found: ${found.join(' | ')}`}\n`,
    );
    if (found.length > 0) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}
