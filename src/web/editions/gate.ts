import { lineOf, may } from '../../access/index.ts';
import { EditionError, type OpenEdition, openEdition } from '../../edition/index.ts';
import type { Edition, Store } from '../../store/index.ts';
import type { Asking } from '../access/asking.ts';
import type { ShownFigures } from '../options.ts';
import { Problem } from '../problem.ts';
import { registerAddress } from './address.ts';

const home = [{ text: 'All editions', href: registerAddress }];

/** The codes of a unit and of every unit above it, as they are in a month, else as they are now. */
export function lineIn(figures: ShownFigures | null, unit: string, month: string): readonly string[] {
  if (figures === null) return [];
  const then = figures.months.includes(month) ? lineOf(figures.units(month), unit) : [];
  return then.length > 0 ? then : lineOf(figures.units(figures.months.at(-1) ?? ''), unit);
}

/** Whether somebody may read an edition: that of their own unit or of one below it; a public one everybody. */
export function mayRead(asking: Asking, entry: Edition, all: ShownFigures | null): boolean {
  return entry.kind === 'public' || mayLookBehind(asking, entry, all);
}

/** Whether somebody may see what is behind an edition: also of a public one only those who see the unit's figures. */
export function mayLookBehind({ person, day }: Asking, { unit, month }: Edition, all: ShownFigures | null): boolean {
  return may(person, 'figures', lineIn(all, unit, month), day);
}

/** Whether somebody may see the cases behind the figures of a unit. */
export const maySeeCases = ({ person, day }: Asking, unit: string, month: string, all: ShownFigures | null): boolean =>
  may(person, 'cases', lineIn(all, unit, month), day);

export const mayPublish = ({ person, day }: Asking, unit: string, month: string, all: ShownFigures | null): boolean =>
  may(person, 'publish', lineIn(all, unit, month), day);

/** @throws Problem 400 for what is no number */
export function numberFrom(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Problem(400, 'That is not an edition', ['Editions are numbered from 1.'], home);
}

/**
 * An edition that somebody may read.
 *
 * @param rule default `mayRead`
 * @throws Problem 404 where there is none, or none for them; 500 where it cannot be read
 */
export async function openFor(
  asking: Asking,
  text: string,
  of: { readonly data: string; readonly store: Store; readonly all: ShownFigures | null },
  rule: typeof mayRead = mayRead,
): Promise<OpenEdition> {
  const number = numberFrom(text);
  const entry = await of.store.editions.at(number);
  if (entry === null || !rule(asking, entry, of.all)) {
    throw new Problem(404, 'There is no such edition', ['Or it is of a unit that you may not see.'], home);
  }
  try {
    return await openEdition(of.data, of.store, number);
  } catch (error) {
    if (error instanceof EditionError) throw unreadable(number);
    throw error;
  }
}

/** What is said where an edition's files are not what was published. */
export const unreadable = (number: number): Problem =>
  new Problem(
    500,
    `Edition ${number} is not as it was published`,
    ['A file of it is missing or has been changed. Verify it: that lists what differs.'],
    home,
  );
