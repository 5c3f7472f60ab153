import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvFiles } from '../csv-files.ts';
import { type DayNumber, dayOf, firstOfMonth, iso, monthNumber, partsOf, workingDayFrom } from '../days.ts';
import { streamsOf } from '../random.ts';
import type { Agency } from './agency.ts';
import { columns, type Row, type TableName } from './columns.ts';
import { agencyCode, type Team, teams } from './organisation.ts';
import { followApplication, followParty, followReport } from './private-law.ts';
import { followPublic } from './public-law.ts';
import { staff } from './staffing.ts';
import { type RequestKind, requestKinds, storiesOf } from './stories.ts';
import { writeSurvey } from './survey.ts';
import { writeWorkforce } from './workforce.ts';

export interface AgencyOptions {
  /** The folder to write. */
  readonly out: string;
  /** Children aged 0 to 17 of the country; England has about 12 million. */
  readonly population: number;
  readonly seed: number;
  /** The last month, YYYY-MM; its last day is the as-at date. */
  readonly to: string;
}

const childrenInEngland = 12_000_000;
/** Months of records before the as-at date, and how many of them run before the tables are called complete. */
const recordMonths = 66;
const warmUpMonths = 18;

/** Requests of a kind in a year of the whole agency, before demand changes. */
const inAYear: Readonly<Record<RequestKind, number>> = {
  care: 6470,
  supervision: 520,
  adoption: 4030,
  placement: 420,
  emergency: 260,
  secure: 120,
  'section-8': 39_000,
  'section-7': 16_500,
  'rule-9-5': 1300,
};

/** Courts send less in August and December. */
const seasons: Readonly<Record<number, number>> = { 8: 0.84, 12: 0.86 };

/**
 * Writes the synthetic extract of the agency: a CSV file per table and extract.yaml. The same options give the same bytes.
 * `progress` is told what is being written, a line at a time.
 */
export function writeAgency(
  { out, population, seed, to }: AgencyOptions,
  progress: (line: string) => void,
): { rows: Record<string, number>; bytes: number; faults: number } {
  const month = monthNumber(dayOf(`${to}-01`));
  const asAt = firstOfMonth(month + 1) - 1;
  const start = firstOfMonth(month + 1 - recordMonths);
  const streams = streamsOf(seed, 0);
  const size = population / childrenInEngland;
  const files = new CsvFiles(out, columns);
  const ids = new Map<string, number>();
  let faults = 0;
  const agency: Agency = {
    streams,
    stories: storiesOf(asAt),
    staffing: staff(streams, size, start, asAt),
    size,
    start,
    asAt,
    write: (table, row) => files.write(table, cellsOf(table, row)),
    fault: () => {
      faults++;
    },
    id: (prefix) => {
      const next = (ids.get(prefix) ?? 0) + 1;
      ids.set(prefix, next);
      return `${prefix}${String(next).padStart(7, '0')}`;
    },
  };
  progress('The agency: staff');
  writeWorkforce(agency);
  for (let at = monthNumber(start); at <= month; at++) {
    const { year, month: ofYear } = partsOf(firstOfMonth(at));
    if (ofYear === 1 || at === monthNumber(start)) progress(`The agency: requests of ${year}`);
    for (const team of teams) for (const kind of requestKinds) receive(agency, team, kind, at);
  }
  progress('The agency: answers of service users');
  writeSurvey(agency);
  const written = files.close();
  writeNote(out, asAt, firstOfMonth(month + 1 - recordMonths + warmUpMonths));
  return { ...written, faults };
}

function cellsOf<T extends TableName>(table: T, row: Row<T>) {
  const values: Readonly<Record<string, Row<T>[keyof Row<T>]>> = row;
  return columns[table].map((column) => values[column]);
}

/** The requests of a kind that come to a team in a month, each followed to its end. */
function receive(agency: Agency, team: Team, kind: RequestKind, month: number): void {
  const first = firstOfMonth(month);
  const draw = agency.streams(kind, team.number, month);
  const season = seasons[partsOf(first).month] ?? 1.027;
  const demand = agency.stories.demand(kind, team.serviceArea, first);
  const count = draw.count((inAYear[kind] / 12) * agency.size * team.share * season * demand);
  const days = firstOfMonth(month + 1) - first;
  for (let n = 0; n < count; n++) {
    const day = first + draw.whole(0, days - 1);
    // A few come at a weekend; the rest on the next working day, which may be in the next month.
    const received = draw.chance(0.03) ? day : workingDayFrom(day);
    if (received <= agency.asAt) follow(agency, team, kind, received, n, month);
  }
}

function follow(agency: Agency, team: Team, kind: RequestKind, received: DayNumber, n: number, month: number): void {
  const draw = agency.streams(`one ${kind}`, team.number, month, n);
  if (kind === 'section-8') followApplication(agency, team, received, draw);
  else if (kind === 'section-7') followReport(agency, team, received, draw);
  else if (kind === 'rule-9-5') followParty(agency, team, received, draw);
  else followPublic(agency, team, kind, received, draw);
}

function writeNote(path: string, asAt: DayNumber, completeFrom: DayNumber): void {
  const lines = [
    `authority: ${agencyCode}`,
    `as-at: ${iso(asAt)}`,
    'synthetic: true',
    `complete-from: ${iso(completeFrom)}`,
  ];
  writeFileSync(join(path, 'extract.yaml'), `${lines.join('\n')}\n`);
}
