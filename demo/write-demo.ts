import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { County } from './county.ts';
import { addMonths, type DayNumber, dayOf, firstOfMonth, iso, monthNumber, partsOf } from './days.ts';
import { type DefectCount, defectsOf } from './defects.ts';
import { type Organisation, organisationOf } from './organisation.ts';
import { People } from './people.ts';
import { writeAdopters } from './processes/adopters.ts';
import { writeAnswers } from './processes/answers.ts';
import { receiveUnaccompanied, rememberCare } from './processes/from-elsewhere.ts';
import { takeIn } from './processes/intake.ts';
import { writePeople } from './processes/records.ts';
import { writeAudits, writeWorkforce } from './processes/workforce.ts';
import { writeYouthJustice } from './processes/youth-justice.ts';
import { streamsOf } from './random.ts';
import { Sampling } from './sampling.ts';
import { staff } from './staffing.ts';
import { storiesOf } from './stories.ts';
import type { TableName } from './tables/columns.ts';
import { Folder } from './tables/folder.ts';

export interface DemoOptions {
  /** The folder to write; with more than one authority, the folder of their folders. */
  readonly out: string;
  /** How many authorities, 1 or more. */
  readonly authorities: number;
  /** Children aged 0 to 17 in the authority; with several, about this many in each. */
  readonly population: number;
  readonly seed: number;
  /** The last month, YYYY-MM; its last day is the as-at date. */
  readonly to: string;
  /** Without the defects that are put in on purpose. */
  readonly sound?: boolean;
}

/** What was written for one authority. */
export interface AuthorityWritten {
  readonly authority: string;
  readonly folder: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** The defects put in on purpose, kind by kind. */
  readonly defects: readonly DefectCount[];
}

/** Months of records before the as-at date, and how many of them run before the tables are called complete. */
const recordMonths = 120;
const warmUpMonths = 24;
/** Of plans and care the records keep each child's whole history: nobody under 18 has one from before this many months. */
const historyMonths = 17 * 12;
const wholeHistories: readonly TableName[] = [
  'ssd_cp_plans',
  'ssd_cla_episodes',
  'ssd_cla_placement',
  'ssd_legal_status',
];
/** Tables that hold what is so on the day of the extract and nothing of what was so before. */
const ofTheDay: readonly TableName[] = ['ssd_care_leavers'];

/**
 * Writes the synthetic extract of each authority: a CSV file per table and extract.yaml.
 * `progress` is told what is being written, a line at a time. Existing files of the same names are replaced.
 */
export async function writeDemo(
  options: DemoOptions,
  progress: (line: string) => void,
): Promise<readonly AuthorityWritten[]> {
  const written: AuthorityWritten[] = [];
  for (let place = 0; place < options.authorities; place++) {
    const streams = streamsOf(options.seed, place);
    const size = place === 0 ? 1 : 0.55 + streams('size').next() * 0.9;
    const organisation = organisationOf(place, Math.round(options.population * size));
    const folder = options.authorities === 1 ? options.out : join(options.out, organisation.code);
    written.push(writeAuthority(organisation, place, folder, options, progress));
  }
  return written;
}

function writeAuthority(
  organisation: Organisation,
  place: number,
  path: string,
  options: DemoOptions,
  progress: (line: string) => void,
): AuthorityWritten {
  const month = monthNumber(dayOf(`${options.to}-01`));
  const asAt = firstOfMonth(month + 1) - 1;
  const start = firstOfMonth(month + 1 - recordMonths);
  const streams = streamsOf(options.seed, place);
  const stories = storiesOf(organisation, asAt);
  const defects = defectsOf(organisation, stories, streams);
  const folder = new Folder(path, options.sound ? (_, cells) => [cells] : defects.filter);
  const ids = new Map<string, number>();
  const county: County = {
    organisation,
    stories,
    staffing: staff(organisation, stories, streams, start, asAt),
    people: new People(organisation.districts),
    sampling: new Sampling(start, asAt),
    streams,
    start,
    asAt,
    write: (table, row) => folder.write(table, row),
    id: (prefix) => {
      const next = (ids.get(prefix) ?? 0) + 1;
      ids.set(prefix, next);
      return `${prefix}${String(next).padStart(7, '0')}`;
    },
  };
  progress(`${organisation.county}: teams and workers`);
  writeWorkforce(county);
  writePopulation(county);
  progress(`${organisation.county}: children in care before the records begin`);
  rememberCare(county);
  receiveUnaccompanied(county);
  let told = 0;
  takeIn(county, (day) => {
    const { year } = partsOf(day);
    if (year !== told) progress(`${organisation.county}: ${year}`);
    told = year;
  });
  progress(`${organisation.county}: audits and people`);
  writeAudits(county);
  writeAnswers(county);
  writeYouthJustice(county);
  writeAdopters(county);
  writePeople(county);
  const { rows, bytes } = folder.close();
  writeNote(path, organisation.code, asAt, addMonths(start, warmUpMonths), addMonths(start, -historyMonths));
  return { authority: organisation.code, folder: path, rows, bytes, defects: defects.counts };
}

/** Of the children aged 0 to 17, those aged 10 to 17. */
const shareOf10To17 = 0.455;

function writePopulation(county: County): void {
  const { code, population } = county.organisation;
  const last = partsOf(county.asAt).year;
  for (let year = partsOf(county.start).year - 1; year <= last; year++) {
    const growth = 1 - 0.003 * (last - year);
    county.write('population', {
      authority: code,
      year,
      population_0_17: Math.round(population * growth),
      population_10_17: Math.round(population * growth * shareOf10To17),
    });
  }
}

function writeNote(
  path: string,
  authority: string,
  asAt: DayNumber,
  completeFrom: DayNumber,
  historyFrom: DayNumber,
): void {
  mkdirSync(path, { recursive: true });
  const lines = [
    `authority: ${authority}`,
    `as-at: ${iso(asAt)}`,
    'synthetic: true',
    `complete-from: ${iso(completeFrom)}`,
    'tables:',
    ...wholeHistories.map((table) => `  ${table}: { from: ${iso(historyFrom)} }`),
    ...ofTheDay.map((table) => `  ${table}: { from: ${iso(firstOfMonth(monthNumber(asAt)))} }`),
  ];
  writeFileSync(join(path, 'extract.yaml'), `${lines.join('\n')}\n`);
}
