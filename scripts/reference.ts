import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { builtins, castTypes, codes, dateParts, type FunctionKind, fileKinds, functions } from '../src/pack/index.ts';
import { findingsPage } from './findings-page.ts';
import { groupText, type JsonSchema, table } from './reference-fields.ts';

/** What the page says beside what it takes from the schemas. */
const introduction = `# The pack

A pack is a folder of files that say what is counted and how. This page is made from the schemas that check packs, with
\`npm run reference\`. An editor that knows JSON Schema can use the files beside this page.

A pack may extend one other. A file with the id of one of the parent's overrides it key by key: lists are replaced,
groups of keys are merged. A row of a CSV file replaces the parent's row with the same key (targets: indicator, unit,
from and down_to; overrides: indicator, unit and month; units: code and from). \`exclude\` drops files of the parent. A key
marked as needed may stand in the parent.

\`bin/outturn check PACK\` prints every problem as \`file:line:column code message\`. A pack with an error does not run.
`;

const sqlIntroduction = `## SQL

A view, \`views/NAME.sql\`, is one select; the \`--\` comments at its head describe it. It may use \`with\` and
\`with recursive\`, inner, left, right, full and lateral joins with \`on\`, subqueries, \`exists\`, \`in\`, \`any\`, \`union\`,
\`intersect\`, \`except\`, \`group by\`, \`having\`, window functions, \`filter\`, \`case\`, \`between\`, \`like\`, \`ilike\`,
\`is distinct from\`, \`is true\`, \`order by\` and \`limit\`. Every output has a name. Operators: \`= <> < <= > >= + - * % ||\`;
not \`/\`, whose meaning differs between engines. A date less a date is a number of days; a date plus a whole number is a
date. \`cast(x as TYPE)\` takes ${Object.values(castTypes).join(', ')}. \`extract\` takes ${dateParts.join(', ')}.

Reading a file, calling a function that is not listed, and the clock (\`now()\`, \`current_date\`) are refused.

An expression in an indicator is about one row of the relation its cases come from: it names that relation's columns, by
themselves or as \`this.column\`, and the columns of \`month_ends\` (\`as_at\`, \`month_start\`, ...) for the month that the
figure is for. Aggregates stand only in a subquery.
`;

const kindTitles: Readonly<Record<FunctionKind, string>> = {
  aggregate: 'Aggregates',
  window: 'Window functions',
  scalar: 'Text and numbers',
  dates: 'Dates',
  set: 'Relations',
};

function fileSections(): string[] {
  const told = new Set<string>();
  return fileKinds.map(({ file, schema, name }) => {
    const json: JsonSchema = z.toJSONSchema(schema, { io: 'input' });
    const groups = [name, ...Object.keys(json.$defs ?? {}).filter((group) => group !== name)];
    const tables = groups
      .filter((group) => !told.has(group))
      .map((group) => {
        told.add(group);
        const content = json.$defs?.[group] ?? {};
        const heading = group === name ? `## ${file}` : `### ${group}`;
        const rest = group === 'version' ? '\nAny other key of the indicator, which it replaces.\n' : '';
        const only = group === 'version' ? ['from', 'note', 'comparable'] : undefined;
        return `${heading}\n\n${content.description ?? ''}.\n\n${groupText(content, only)}${rest}`;
      });
    return tables.join('\n');
  });
}

function functionSections(): string {
  const kinds = Object.keys(kindTitles) as FunctionKind[];
  const sections = kinds.map((kind) => {
    const rows = Object.values(functions)
      .filter((entry) => entry.kind === kind)
      .map(({ call, meaning }) => [`\`${call}\``, meaning]);
    return `#### ${kindTitles[kind]}\n\n${table(['call', 'meaning'], rows)}`;
  });
  return `### Functions\n\n${sections.join('\n')}`;
}

function builtinSections(): string {
  const sections = Object.entries(builtins).map(([name, { meaning, columns }]) => {
    const rows = Object.entries(columns).map(([column, text]) => [`\`${column}\``, text]);
    return `#### ${name}\n\n${meaning}.\n\n${table(['column', 'is'], rows)}`;
  });
  return `### Built-in relations\n\n${sections.join('\n')}`;
}

function codeSection(): string {
  const rows = Object.entries(codes).map(([code, { severity, text, remedy }]) => [
    `\`${code}\``,
    severity,
    text.replace(/\{([a-z]+)\}/g, (_, word: string) => (word === 'found' ? '…' : `(${word})`)),
    remedy,
  ]);
  return `## Diagnostics\n\n${table(['code', 'severity', 'says', 'what to do'], rows)}`;
}

/** Every page that is made from code, and every schema: path to content. */
export function referenceFiles(): Map<string, string> {
  const page = [
    introduction,
    ...fileSections(),
    sqlIntroduction,
    builtinSections(),
    functionSections(),
    codeSection(),
  ].join('\n');
  const schemas = fileKinds.map(({ name, schema }): [string, string] => [
    `docs/reference/${name}.schema.json`,
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  ]);
  const root = join(import.meta.dirname, '..');
  return new Map([['docs/reference/pack.md', page], ['docs/analyst/findings.md', findingsPage(root)], ...schemas]);
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  for (const [path, content] of referenceFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
