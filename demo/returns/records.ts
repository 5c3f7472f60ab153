import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of a table as written: every cell as text, an empty one where there is nothing. */
export type Cells = Readonly<Record<string, string>>;

const tables = [
  'ssd_person',
  'ssd_cla_episodes',
  'ssd_cla_placement',
  'ssd_legal_status',
  'ssd_cla_reviews',
  'ssd_cla_health',
  'ssd_cla_immunisations',
  'ssd_cla_convictions',
  'ssd_cla_substance_misuse',
  'ssd_sdq_scores',
  'ssd_immigration_status',
  'ssd_permanence',
  'ssd_cla_previous_permanence',
  'ssd_care_leavers',
  'ssd_missing',
] as const;

/** The tables of an extract that a return is made from. */
export type Records = Readonly<Record<(typeof tables)[number], readonly Cells[]>>;

/** Reads the tables from the folder of an extract; one that is not there has no rows. */
export function readRecords(folder: string): Records {
  const read = (table: string): Cells[] => {
    const path = join(folder, `${table}.csv`);
    return existsSync(path) ? (parse(readFileSync(path), { columns: true, bom: true }) as Cells[]) : [];
  };
  return Object.fromEntries(tables.map((table) => [table, read(table)] as const)) as Record<keyof Records, Cells[]>;
}
