import type { Month } from '../../calendar/index.ts';
import { monthEnd } from '../../calendar/index.ts';
import { findingRemedy } from '../../intake/index.ts';
import type { Figures, FindingCount, ListedFinding, Quality, QualityState, RowFilter } from '../../measure/index.ts';
import type { Pack } from '../../pack/index.ts';
import { versionAt } from '../../pack/index.ts';
import type { FindingsChoice } from '../address.ts';

/** A group of findings as a row of a table, with the list it leads to. */
export interface Group {
  readonly title: string;
  readonly count: number;
  /** Beside the title: what to do, or how grave it is. */
  readonly note: string;
  readonly list: FindingsChoice;
}

/** How often a code was found in each state of the extracts, the earliest first. */
export interface Course {
  readonly title: string;
  readonly counts: readonly number[];
}

/** Indicators that what is loaded cannot give in any month, with the reason of the latest. */
export interface Unavailable {
  readonly reason: string;
  readonly indicators: readonly { readonly id: string; readonly title: string }[];
}

/** What is wrong with the data of one authority, as a page shows it. */
export interface QualityView {
  readonly state: QualityState;
  readonly total: number;
  readonly byCode: readonly Group[];
  readonly byTable: readonly Group[];
  readonly byTeam: readonly Group[];
  readonly states: readonly QualityState[];
  readonly courses: readonly Course[];
}

/** How many earlier states stand beside the present one. */
const statesShown = 5;

const total = (counts: readonly FindingCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** How many findings there are in all authorities as they stand; null where nothing is known of their quality. */
export function totalOf(qualities: readonly Quality[]): number | null {
  return qualities.length === 0 ? null : qualities.reduce((sum, { current }) => sum + total(current.counts), 0);
}

export function titleOfCode(pack: Pack, code: string): string {
  return pack.checks.get(code)?.title ?? `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;
}

export function titleOfTable(pack: Pack, dataset: string | null): string {
  if (dataset === null) return 'Files as a whole';
  return pack.datasets.get(dataset)?.title ?? dataset;
}

/** @param several whether lists must say of which authority they are */
export function qualityView(figures: Figures, quality: Quality, several: boolean): QualityView {
  const { pack } = figures;
  const { current, earlier } = quality;
  const authority = several ? current.authority : undefined;
  const names = unitNames(figures, several ? `${current.authority}/` : '');
  const grouped = (
    of: (count: FindingCount) => string,
    group: (key: string, counts: FindingCount[]) => Group,
  ): Group[] =>
    [...Map.groupBy(current.counts, of)]
      .map(([key, counts]) => group(key, counts))
      .toSorted((a, b) => b.count - a.count || a.title.localeCompare(b.title, 'en-GB'));
  const states = [...earlier.slice(-statesShown), current];
  const codes = [...new Set(states.flatMap(({ counts }) => counts.map(({ code }) => code)))];
  return {
    state: current,
    total: total(current.counts),
    byCode: grouped(
      ({ code }) => code,
      (code, counts) => ({
        title: titleOfCode(pack, code),
        count: total(counts),
        note: pack.checks.get(code)?.remedy ?? findingRemedy(code),
        list: { authority, code },
      }),
    ),
    byTable: grouped(
      ({ dataset }) => dataset ?? '',
      (dataset, counts) => ({
        title: titleOfTable(pack, dataset === '' ? null : dataset),
        count: total(counts),
        note: dataset,
        list: { authority, table: dataset === '' ? undefined : dataset },
      }),
    ),
    byTeam: grouped(
      ({ team }) => team ?? '',
      (team, counts) => ({
        title: team === '' ? 'No team is known' : (names.get(team) ?? team),
        count: total(counts),
        note: team === '' ? '' : team,
        list: { authority, team: team === '' ? null : team },
      }),
    ),
    states,
    courses: codes
      .map((code) => ({
        title: titleOfCode(pack, code),
        counts: states.map(({ counts }) => total(counts.filter((count) => count.code === code))),
      }))
      .toSorted((a, b) => Math.max(...b.counts) - Math.max(...a.counts) || a.title.localeCompare(b.title, 'en-GB')),
  };
}

function unitNames(figures: Figures, prefix: string): Map<string, string> {
  const latest = figures.months.at(-1);
  const units = latest === undefined ? [] : figures.units(latest);
  return new Map(units.map(({ code, name }) => [code.startsWith(prefix) ? code.slice(prefix.length) : code, name]));
}

/** Indicators without a figure of the whole authority in any month, by reason, those with most indicators first. */
export function unavailable(figures: Figures): Unavailable[] {
  const { months, pack } = figures;
  const latest = months.at(-1);
  const root = latest === undefined ? undefined : figures.units(latest)[0]?.code;
  if (latest === undefined || root === undefined) return [];
  const without = [...pack.indicators.values()].flatMap((indicator) => {
    const reasonIn = (month: Month): string | null => {
      const observation = figures.observation(indicator.id, root, month);
      return observation?.state === 'not-collected' ? (observation.reason ?? '') : null;
    };
    const reason = reasonIn(latest);
    if (reason === null || months.some((month) => reasonIn(month) === null)) return [];
    const { title } = versionAt(indicator, monthEnd(latest)).definition;
    return [{ reason, indicator: { id: indicator.id, title } }];
  });
  return [...Map.groupBy(without, ({ reason }) => reason)]
    .map(([reason, group]) => ({ reason, indicators: group.map(({ indicator }) => indicator) }))
    .toSorted((a, b) => b.indicators.length - a.indicators.length || a.reason.localeCompare(b.reason, 'en-GB'));
}

export const findingsPerPage = 50;

/** A page of a list of findings. */
export interface FindingsView {
  readonly choice: FindingsChoice;
  readonly page: number;
  readonly pages: number;
  readonly count: number;
  readonly findings: readonly ListedFinding[];
}

function filterOf({ code, table, team }: FindingsChoice): RowFilter {
  return {
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { dataset: table }),
    ...(team === undefined ? {} : { team }),
  };
}

/** Every finding of a list, one after the other. */
export async function* listed(qualities: readonly Quality[], choice: FindingsChoice): AsyncGenerator<ListedFinding> {
  const { authority } = choice;
  for (const quality of qualities) {
    if (authority !== undefined && quality.current.authority !== authority) continue;
    for await (const block of quality.list(filterOf(choice))) yield* block;
  }
}

/** @param page from 1; one beyond the last shows the last. */
export async function findingsView(
  qualities: readonly Quality[],
  choice: FindingsChoice,
  page: number,
): Promise<FindingsView> {
  const kept: ListedFinding[] = [];
  let last: ListedFinding[] = [];
  let count = 0;
  for await (const finding of listed(qualities, choice)) {
    if (count % findingsPerPage === 0) last = [];
    last.push(finding);
    if (count >= (page - 1) * findingsPerPage && count < page * findingsPerPage) kept.push(finding);
    count++;
  }
  const pages = Math.max(Math.ceil(count / findingsPerPage), 1);
  const current = Math.min(page, pages);
  return { choice, page: current, pages, count, findings: current === page ? kept : last };
}
