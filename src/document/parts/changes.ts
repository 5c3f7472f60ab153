import { dayLabel, monthEnd, monthLabel } from '../../calendar/index.ts';
import { text } from '../../narrative/index.ts';
import type { Version } from '../../pack/index.ts';
import type { Context, Entry } from '../compile/context.ts';
import { monthBefore, type Since, sinceOf } from '../compile/since.ts';
import type { Part } from './part.ts';

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/**
 * What is not as it was: what the report says of itself, definitions that changed, indicators whose figures begin or end
 * since the last edition.
 */
export const changes: Part<'changes'> = (context) => {
  const since = sinceOf(context);
  const items = [...ownChanges(context, since), ...ofIndicators(context, since)];
  if (items.length === 0) {
    return [{ kind: 'paragraph', text: text(`Nothing in the report or its definitions has changed ${since.words}.`) }];
  }
  return [{ kind: 'list', ordered: false, items: items.map(text) }];
};

/** Those without a date are of every edition. */
function ownChanges({ report, month }: Context, { from }: Since): string[] {
  return report.changes.flatMap((change) => {
    if (typeof change === 'string') return [sentence(change)];
    return change.from >= from && change.from <= monthEnd(month) ? [sentence(change.says)] : [];
  });
}

function ofIndicators(context: Context, since: Since): string[] {
  const { entries } = context;
  const distinct = [...new Map(entries.map((entry) => [entry.indicator?.id, entry])).values()];
  const before = monthBefore(since.from);
  // Where no indicator has figures that old, it is the data that begin, not an indicator.
  const isRemembered = distinct.some((entry) => firstMonth(context, entry, before) !== null);
  return distinct.flatMap((entry) => [
    ...versionsSince(context, entry, since).map((version) => versionWords(entry, version)),
    ...(isRemembered ? comingsAndGoings(context, entry, before) : []),
  ]);
}

function versionsSince({ month }: Context, { indicator }: Entry, { from }: Since): Version[] {
  return (indicator?.versions ?? []).filter(
    (version) => version.from !== null && version.from >= from && version.from <= monthEnd(month),
  );
}

function versionWords({ title }: Entry, { from, note, comparable }: Version): string {
  const day = dayLabel(from ?? '');
  const told = `${title}, from ${day}: ${sentence(note)}`;
  return comparable ? told : `${told} Figures before that day do not compare with those after it.`;
}

/** Figures that begin after a month, and those that were there then and are not now. */
function comingsAndGoings(context: Context, entry: Entry, before: string): string[] {
  const { title, given } = entry;
  const now = hasFigure(context, entry, context.month);
  const had = firstMonth(context, entry, before);
  if (now && had === null) {
    const first = firstMonth(context, entry, context.month);
    return first === null ? [] : [`${title}: figures begin in ${monthLabel(first)}.`];
  }
  if (now || had === null || given.words.value !== undefined || !hasFigure(context, entry, before)) return [];
  return [`${title}: there are no figures now. The last told was of ${monthLabel(before)}.`];
}

/** The first month up to one in which an entry has a figure. */
function firstMonth(context: Context, entry: Entry, last: string): string | null {
  return context.input.figures.months.find((month) => month <= last && hasFigure(context, entry, month)) ?? null;
}

function hasFigure({ input, unit }: Context, { indicator }: Entry, month: string): boolean {
  if (indicator === null) return false;
  const state = input.figures.observation(indicator.id, unit.code, month)?.state;
  return state !== undefined && state !== 'not-collected';
}
