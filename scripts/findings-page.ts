import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findingCodes, findingMeaning, findingRemedy } from '../src/intake/index.ts';
import { table } from './reference-fields.ts';

const introduction = `# Findings

A finding is something that is wrong with the data, or was put right in it. This page is made from the codes themselves,
with \`npm run reference\`: every code, what it means and what to do.

\`bin/outturn findings --data DIR\` prints them one by one, as the list to correct at source; \`--by code\`, \`--by table\` and
\`--by team\` count them; \`--format xlsx --out FILE\` writes a workbook. Values of personal columns are masked.
\`--show-values --reason TEXT\` shows them; who asked, when and why is recorded in the audit of the data folder.

The severity says what became of it: of a refused row nothing was taken; a refused value was left empty; a repaired value
was taken after a change; what is suspicious was taken as it is. What is impossible cannot be true as it stands; it was
taken as it is all the same, because nobody but you can tell what would be right.
`;

interface CheckFile {
  readonly id: string;
  readonly says: string;
  readonly severity: string;
  readonly remedy: string;
}

/** docs/analyst/findings.md: the codes of a load, and the checks of the library. */
export function findingsPage(root: string): string {
  const codes = Object.entries(findingCodes).map(([code, { severity }]) => [
    `\`${code}\``,
    severity.replace('-', ' '),
    findingMeaning(code),
    findingRemedy(code),
  ]);
  const folder = join(root, 'packs/childrens-services/checks');
  const checks = readdirSync(folder)
    .sort()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as CheckFile)
    .map(({ id, severity, says, remedy }) => [`\`${id}\``, severity, `${says}.`, remedy]);
  const header = ['code', 'severity', 'what it means', 'what to do'];
  return `${introduction}
## When data is read

These are about a file, a row or a value as it was delivered; they name the file and the line. An ellipsis stands for the
column or value in question.

${table(header, codes)}
## When rows are held against each other

These are the checks of the pack \`childrens-services\`, files of its folder \`checks\`; a pack of yours may add its own, change
them or leave them out. They name the table, what identifies the row, and the team. A check runs where the tables and columns
it reads are loaded and reach back far enough.

${table(header, checks)}`;
}
