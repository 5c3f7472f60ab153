import { episodeOpenAt, episodesOf } from './episodes.ts';
import { isOnShortBreak } from './legal-status.ts';
import { type PeriodOfCare, periodOf, periodsOfCare } from './periods-of-care.ts';
import type { Tables } from './tables.ts';

export interface LookedAfter {
  readonly person: string;
  /** The current period: that of the person's episode open at D with the latest start. */
  readonly period: PeriodOfCare;
}

/** Every person with an episode open at D who is not on a short break at D, once. */
export function lookedAfterAt(tables: Tables, asAt: string): LookedAfter[] {
  const episodes = episodesOf(tables);
  const periods = periodsOfCare(tables);
  const persons = new Set(episodes.flatMap((episode) => episode.person ?? []));
  return [...persons].flatMap((person) => {
    const open = episodeOpenAt(episodes, person, asAt);
    if (open === null || isOnShortBreak(tables, person, asAt)) return [];
    const period = periodOf(periods, open.id);
    return period === null ? [] : [{ person, period }];
  });
}
