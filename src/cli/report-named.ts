import type { Month } from '../calendar/index.ts';
import { type Figures, openFigures } from '../measure/index.ts';
import { nearest, type Pack, type Report } from '../pack/index.ts';
import { CallError } from './command.ts';

/** The report of a pack by its name. */
export function reportOf({ reports, id }: Pack, name: string): Report {
  const found = reports.get(name);
  if (found) return found;
  const near = nearest(name, reports.keys());
  const there = reports.size === 0 ? 'it has none' : `it has ${[...reports.keys()].join(', ')}`;
  throw new CallError(`no report ${name} in the pack ${id}; ${near === undefined ? there : `did you mean ${near}?`}`);
}

/** The one unit of a month that has none above it. */
export function onlyRoot(units: ReturnType<Figures['units']>): string {
  const [first, ...others] = units.filter(({ parent, kind }) => parent === null && kind !== 'not-attributed');
  if (first && others.length === 0) return first.code;
  throw new CallError(`say --unit: there are ${[first, ...others].map((unit) => unit?.code).join(', ')}`);
}

/** The unit that a report is about where none is named: the authority whose data is loaded. */
export async function rootOf(data: string, pack: Pack, month: Month): Promise<string> {
  const figures = await openFigures({ data, pack, months: { last: month, count: 1 }, indicators: [] });
  try {
    return onlyRoot(figures.units(month));
  } finally {
    await figures.close();
  }
}
