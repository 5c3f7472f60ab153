import type { Month } from '../calendar/index.ts';

/** What a page is about: one month of one unit. */
export interface Place {
  readonly month: Month;
  readonly unit: string;
}

function address(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function scorecardAddress({ month, unit }: Place, report?: string): string {
  return address('/scorecard', { report, month, unit });
}

/** The list of reports. */
export function reportsAddress({ month, unit }: Place): string {
  return address('/reports', { month, unit });
}

export function reportAddress(id: string, { month, unit }: Place): string {
  return address(`/reports/${encodeURIComponent(id)}`, { month, unit });
}

/** A report as a file. */
export function fileAddress(id: string, ending: string, { month, unit }: Place): string {
  return address(`/reports/${encodeURIComponent(id)}/files/${ending}`, { month, unit });
}

export function indicatorAddress(id: string, { month, unit }: Place): string {
  return address(`/indicators/${encodeURIComponent(id)}`, { month, unit });
}

/** Which cases of a list are shown: all, those in the numerator, those that are not. */
export type Shown = 'all' | 'yes' | 'no';

export function casesAddress(id: string, { month, unit }: Place, shown: Shown = 'all', page: number = 1): string {
  return address(`/indicators/${encodeURIComponent(id)}/cases`, {
    month,
    unit,
    show: shown === 'all' ? undefined : shown,
    page: page === 1 ? undefined : String(page),
  });
}

export function csvAddress(id: string, { month, unit }: Place, shown: Shown = 'all'): string {
  return address(`/indicators/${encodeURIComponent(id)}/cases.csv`, {
    month,
    unit,
    show: shown === 'all' ? undefined : shown,
  });
}

/** How a list of findings is narrowed; a team of null: findings that no team is known for. */
export interface FindingsChoice {
  readonly authority?: string | undefined;
  readonly code?: string | undefined;
  readonly table?: string | undefined;
  readonly team?: string | null | undefined;
}

function findingsQuery({ authority, code, table, team }: FindingsChoice): Record<string, string | undefined> {
  return { authority, code, table, team: team === null ? noTeam : team };
}

/** How an address says that no team is known. */
export const noTeam = 'none';

export function findingsAddress(choice: FindingsChoice, page: number = 1): string {
  return address('/data/findings', { ...findingsQuery(choice), page: page === 1 ? undefined : String(page) });
}

export function findingsCsvAddress(choice: FindingsChoice): string {
  return address('/data/findings.csv', findingsQuery(choice));
}
