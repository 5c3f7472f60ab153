import { literal, quoted } from '../../warehouse/index.ts';
import { foldedHeading } from '../folded-heading.ts';
import type { Claim, DeliveredTable, Format } from '../format.ts';
import { LoadError } from '../load-error.ts';
import { masked } from '../reading/masked.ts';
import { type DeliveredFile, readHeader } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { adopters } from './adopters.ts';
import { assessments, casesSql, conferences, contacts, earlyHelp, enquiries, permanence, referrals } from './flow.ts';
import { listByHeadings } from './headings.ts';
import { annexLists } from './lists.ts';
import type { AnnexMapping, MappedColumn } from './mapping.ts';
import { holders, people, peopleSql, teams } from './people.ts';
import { type ReadLists, readLists, relationOf } from './read-lists.ts';
import * as stock from './stock.ts';

const mappings: readonly AnnexMapping[] = [
  people,
  teams,
  holders,
  contacts,
  earlyHelp,
  referrals,
  assessments,
  enquiries,
  conferences,
  permanence,
  adopters,
  ...Object.values(stock),
];

/** Annex A of the inspectorate, 11 lists as the sheets of a workbook or as CSV files, mapped onto the tables of the SSD. */
export const annexA: Format = {
  name: 'annex-a',
  title: 'Annex A, all lists: a workbook, or a CSV file for each list',

  async recognise({ files }) {
    const claims = new Map<number, Claim>();
    for (const file of files) {
      const seen = listByHeadings(await headerOf(file));
      if (!seen || claims.has(seen.list.number)) continue;
      const { number, title } = seen.list;
      const takenFor = `${title} of Annex A, by ${seen.columns.size} of its ${Object.keys(seen.list.columns).length} headings`;
      claims.set(number, { file, as: String(number), takenFor });
    }
    return [...claims.entries()].sort(([a], [b]) => a - b).map(([, claim]) => claim);
  },

  async read(claims, context) {
    const { bench, pack } = context;
    const { lists, sources } = await readLists(claims, context);
    await bench.run(casesSql);
    await bench.run(peopleSql);
    await noteContradictions(bench, lists);
    await noteWithoutPlace(bench, lists);
    const tables: DeliveredTable[] = [];
    for (const mapping of mappings.filter(({ dataset }) => pack.datasets.has(dataset))) {
      if (mapping.lists.some((list) => lists.has(list))) tables.push(await mapTable(bench, mapping, lists));
    }
    if (tables.length === 0) {
      throw new LoadError(
        `${claims.map(({ file }) => file.name).join(', ')}: none of the lists fills a table of the pack`,
      );
    }
    return { tables, files: sources, asAt: null };
  },
};

const headings = new Set(annexLists.flatMap(({ columns }) => Object.keys(columns)).map(foldedHeading));

/** The headings of a file that could be a list; none of other kinds. */
async function headerOf({ name, path, sheet }: DeliveredFile): Promise<readonly string[]> {
  if (sheet) return sheet.header;
  return name.toLowerCase().endsWith('.csv') ? readHeader(path, headings) : [];
}

/** Whether the lists that are there tell a column: `3.HEADING` of one list, `*.HEADING` of any of them. */
function tells({ needs, inWords }: MappedColumn, mapping: AnnexMapping, lists: ReadLists): boolean {
  return needs.every((need) => {
    const [list, heading] = [need.slice(0, need.indexOf('.')), need.slice(need.indexOf('.') + 1)];
    return (list === '*' ? mapping.lists : [Number(list)]).some((number) => {
      const read = lists.get(number);
      return (read?.present.has(heading) ?? false) && (inWords || !read?.coarse.has(heading));
    });
  });
}

async function mapTable(bench: Workbench, mapping: AnnexMapping, lists: ReadLists): Promise<DeliveredTable> {
  const columns = Object.entries(mapping.columns).filter(([, column]) => tells(column, mapping, lists));
  const values = columns.map(([name, { value }]) => `${value} as ${quoted(name)}`);
  await bench.run(`create or replace temp table ${quoted(mapping.dataset)} as
    select ${values.length > 0 ? values.join(', ') : '0 as nothing'} ${mapping.from}`);
  return {
    dataset: mapping.dataset,
    relation: mapping.dataset,
    columns: columns.map(([name]) => name),
    from: null,
    ...(mapping.window === 'ever' ? {} : { window: mapping.window }),
    files: mapping.lists.flatMap((list) => lists.get(list)?.file ?? []),
  };
}

/** A child whose date of birth or sex differs between lists; and a referral that nobody followed up and nobody closed. */
async function noteContradictions(bench: Workbench, lists: ReadLists): Promise<void> {
  for (const [fact, heading, personal] of [
    ['born', 'Date of Birth', true],
    ['sex', 'Gender', false],
  ] as const) {
    for (const [number, { file }] of lists) {
      await bench.noteEach(
        'person-contradicts',
        `select ${literal(file)} as file, s._line as "row", ${literal(heading)} as "column",
          ${masked(`s.${fact}::varchar`, personal)} as "value", 'ssd_person' as dataset
        from annex_said s join annex_child c using (child) where s.list = ${number} and s.${fact} <> c.${fact}`,
        heading,
      );
    }
  }
  const referred = lists.get(3);
  if (!referred || !lists.has(6)) return;
  await bench.noteEach(
    'referral-without-case',
    `select ${literal(referred.file)} as file, referral_line as "row", 'Date of referral' as "column",
      referred_on::varchar as "value", 'ssd_cin_episodes' as dataset
    from cin_case where without_case and nfa is distinct from 'Y'`,
  );
}

/** Says which lists and columns have values and no place in the tables. Ages are worked out from dates of birth. */
async function noteWithoutPlace(bench: Workbench, lists: ReadLists): Promise<void> {
  const needs = mappings.flatMap((mapping) =>
    Object.values(mapping.columns).flatMap((column) =>
      column.needs.flatMap((need) =>
        need.startsWith('*.') ? mapping.lists.map((list) => `${list}${need.slice(1)}`) : [need],
      ),
    ),
  );
  const used = new Set(needs);
  for (const { number, dataset } of annexLists) {
    const read = lists.get(number);
    if (!read) continue;
    const headings = [...read.present].filter(
      (heading) => !used.has(`${number}.${heading}`) && !heading.startsWith('Age of'),
    );
    if (headings.length === 0) continue;
    const [counts] = await bench.rows<Record<string, number>>(
      `select ${headings.map((heading, index) => `count(${quoted(heading)}) as c${index}`).join(', ')} from ${relationOf(number)}`,
    );
    for (const [index, heading] of headings.entries()) {
      if (counts?.[`c${index}`])
        await bench.note({ code: 'column-without-place', file: read.file, column: heading, dataset });
    }
  }
}
