import { quoted } from '../../warehouse/index.ts';
import type { Claim, DeliveredTable, Format } from '../format.ts';
import { LoadError } from '../load-error.ts';
import { readTable, type TableSchema } from '../read-table.ts';
import type { SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { readXml, xmlKindOf } from '../xml/index.ts';
import { checkCensus } from './checks.ts';
import { linkSql } from './link.ts';
import type { Mapping } from './mapping.ts';
import { disabilities, people } from './people.ts';
import { conferences, enquiries, preProceedings, protectionPlans, protectionReviews } from './protection.ts';
import { assessmentFactors, assessments, needPlans, referrals } from './referrals.ts';
import { censusShape } from './shape.ts';
import { censusTables } from './tables.ts';

const mappings: readonly Mapping[] = [
  people,
  disabilities,
  referrals,
  assessments,
  assessmentFactors,
  needPlans,
  enquiries,
  conferences,
  protectionPlans,
  protectionReviews,
  preProceedings,
];

/** A children in need census as XML, all modules, mapped onto the tables of the SSD. */
export const cinCensus: Format = {
  name: 'cin-census',
  title: 'a children in need census, all modules: XML',

  async recognise({ files }) {
    for (const file of files) {
      if ((await xmlKindOf(file)) !== 'cin-census') continue;
      const claim: Claim = { file, as: 'census', takenFor: 'a children in need census, by its first elements' };
      return [claim];
    }
    return [];
  },

  async read([claim], context) {
    const { bench, pack, inspect } = context;
    if (!claim) return { tables: [], files: [], asAt: null };
    const source = await inspect(claim.file);
    const raw = await readXml(context, source, censusShape, 'ssd_cin_episodes');
    const schemas = censusTables(pack);
    await readRaw(bench, raw, schemas);
    const { from, to } = await censusYear(bench, source);
    await bench.run(linkSql);
    await checkCensus(bench, source.name, schemas, to);
    const told = mappings.filter(
      ({ dataset, anyOf }) => pack.datasets.has(dataset) && anyOf.some((table) => raw.has(table)),
    );
    const tables: DeliveredTable[] = [];
    for (const { dataset, columns, from: rows } of told) {
      const values = Object.entries(columns).map(([name, value]) => `${value} as ${quoted(name)}`);
      await bench.run(`create or replace temp table ${quoted(dataset)} as select ${values.join(', ')} ${rows}`);
      tables.push({ dataset, relation: dataset, columns: Object.keys(columns), from, files: [source.name] });
    }
    return { tables, files: [source], asAt: to };
  },
};

const sqlTypes: Readonly<Record<string, string>> = { date: 'date', 'yes-no': 'boolean', integer: 'bigint' };

/** Reads the raw tables; those of which the file does not speak are there without rows. */
async function readRaw(
  bench: Workbench,
  raw: ReadonlyMap<string, SourceFile>,
  schemas: Readonly<Record<string, TableSchema>>,
): Promise<void> {
  for (const [name, schema] of Object.entries(schemas)) {
    const relation = `census_${name}`;
    const file = raw.get(name);
    if (file) {
      await readTable(bench, file, schema, relation);
      continue;
    }
    const columns = Object.entries(schema.columns).map(
      ([column, { type }]) => `${quoted(column)} ${sqlTypes[type] ?? 'varchar'}`,
    );
    await bench.run(`create or replace temp table ${quoted(relation)} (${columns.join(', ')}, _line bigint)`);
  }
}

/**
 * A census speaks for the year that ends on its reference date: for 2024-03-31 from 2023-04-01. A header without a readable
 * reference date is taken to mean the 31 March of its year.
 *
 * @throws LoadError where the header has neither
 */
async function censusYear(bench: Workbench, { name }: SourceFile): Promise<{ from: string; to: string }> {
  const [said] = await bench.rows<{ from: string | null; to: string | null; given: boolean }>(`
    select "to"::varchar as "to", ("to" - interval 1 year + interval 1 day)::date::varchar as "from", given
    from (select coalesce("ReferenceDate", case when "Year" between 2000 and 2099 then make_date("Year", 3, 31) end) as "to",
      "ReferenceDate" is not null as given from census_header limit 1)`);
  if (!said?.to || !said.from) {
    throw new LoadError(
      `${name}: the header has no readable ReferenceDate and no Year, so the year of the census is unknown`,
    );
  }
  if (!said.given) await bench.note({ code: 'census-date-assumed', file: name, value: said.to, detail: said.to });
  return { from: said.from, to: said.to };
}
