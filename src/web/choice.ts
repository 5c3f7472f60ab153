import { isMonth, monthLabel } from '../calendar/index.ts';
import type { Figures, Unit } from '../measure/index.ts';
import type { Indicator } from '../pack/index.ts';
import type { FindingsChoice, Place, Shown } from './address.ts';
import { noTeam, scorecardAddress } from './address.ts';
import type { ShownFigures } from './options.ts';
import { Problem } from './problem.ts';

/** The query of a request, as it came: every value a text, or several of one name. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The month and unit a page is about, and the units there are in that month. */
export interface Choice extends Place {
  readonly figures: ShownFigures;
  readonly units: readonly Unit[];
  readonly chosen: Unit;
}

function one(query: Query, name: string): string | undefined {
  const value = query[name];
  if (Array.isArray(value)) {
    throw new Problem(400, 'That address has a part twice', [`It gives “${name}” more than once.`]);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The month and unit asked for; without them the latest month and the authority.
 *
 * @throws Problem 400 for what is no month, 404 for a month or unit there are no figures for, with what there is.
 */
export function chooseFrom(figures: ShownFigures, query: Query): Choice {
  const latest = figures.months.at(-1);
  const earliest = figures.months[0];
  if (latest === undefined || earliest === undefined) {
    throw new Problem(404, 'There are no figures yet', ['Load an extract, then start Outturn again.']);
  }
  const month = one(query, 'month') ?? latest;
  if (!isMonth(month)) {
    throw new Problem(
      400,
      'That is not a month',
      ['A month is written year, hyphen, month: 2026-10.'],
      [{ text: 'Scorecard of the latest month', href: '/scorecard' }],
    );
  }
  if (!figures.months.includes(month)) {
    throw new Problem(
      404,
      `There are no figures for ${monthLabel(month)}`,
      [`There are figures from ${monthLabel(earliest)} to ${monthLabel(latest)}.`],
      [{ text: `Scorecard of ${monthLabel(latest)}`, href: '/scorecard' }],
    );
  }
  const units = figures.units(month);
  const unit = one(query, 'unit') ?? units[0]?.code ?? '';
  const chosen = units.find(({ code }) => code === unit);
  if (chosen === undefined) {
    throw new Problem(
      404,
      `There is no such unit in ${monthLabel(month)}`,
      ['It may have another code, or have begun or ended at another time. These are the ones there are:'],
      units.map(({ code, name }) => ({ text: name, href: scorecardAddress({ month, unit: code }) })),
    );
  }
  return { figures, month, unit, units, chosen };
}

/** @throws Problem 404 for an indicator that the pack does not have. */
export function chooseIndicator(figures: Figures, id: string): Indicator {
  const indicator = figures.pack.indicators.get(id);
  if (indicator === undefined) {
    throw new Problem(
      404,
      'There is no such indicator',
      ['The address may be mistyped, or the indicator may belong to another pack.'],
      [{ text: 'All indicators', href: '/indicators' }],
    );
  }
  return indicator;
}

/** Which cases are asked for. */
export function chooseShown(query: Query): Shown {
  const shown = one(query, 'show') ?? 'all';
  if (shown === 'all' || shown === 'yes' || shown === 'no') return shown;
  throw new Problem(400, 'That address asks for something unknown', ['“show” is all, yes or no.']);
}

/** The page of a list asked for, from 1. */
export function choosePage(query: Query): number {
  const text = one(query, 'page') ?? '1';
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Problem(400, 'That is not a page', ['Pages are numbered from 1.']);
}

/** The report asked for by id; undefined where none is named. */
export function chooseReport(query: Query): string | undefined {
  return one(query, 'report');
}

/** How a list of findings is narrowed. */
export function chooseFindings(query: Query): FindingsChoice {
  const team = one(query, 'team');
  return {
    authority: one(query, 'authority'),
    code: one(query, 'code'),
    table: one(query, 'table'),
    team: team === noTeam ? null : team,
  };
}
