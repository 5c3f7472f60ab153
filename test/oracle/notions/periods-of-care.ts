import { type Episode, episodesOf, latestStart } from './episodes.ts';
import { byCodePoint, latest } from './latest.ts';
import type { Tables } from './tables.ts';
import { isOneOf } from './words.ts';

/** Episodes that follow on from each other. Two episodes may continue one, so it is a tree and not always a chain. */
export interface PeriodOfCare {
  readonly person: string | null;
  readonly episodes: readonly Episode[];
  /** The day the person entered care; null where no date says so. */
  readonly began: string | null;
  /** Null while it has not ended. */
  readonly end: PeriodEnd | null;
}

export interface PeriodEnd {
  readonly date: string;
  readonly reason: string | null;
  readonly episodeId: string;
}

/** Earlier start, or the same start and a lower id. An unknown start is neither earlier nor later. */
function isEarlier(one: Episode, other: Episode): boolean {
  if (one.start === null || other.start === null) return false;
  return one.start < other.start || (one.start === other.start && byCodePoint(one.id, other.id) < 0);
}

/** The episode that this one continues, or null where it is the first of its period. */
export function continuedBy(episode: Episode, all: readonly Episode[]): Episode | null {
  const candidates = all.filter(
    (other) =>
      other !== episode &&
      episode.person !== null &&
      other.person === episode.person &&
      isOneOf(other.ceasedReason, ['X1']) &&
      other.ceased !== null &&
      other.ceased === episode.start &&
      isEarlier(other, episode),
  );
  return latestStart(candidates);
}

function firstOf(episode: Episode, all: readonly Episode[]): Episode {
  const before = continuedBy(episode, all);
  return before === null ? episode : firstOf(before, all);
}

/**
 * Ended when every episode has ceased; the end is that of the episode that ceased last. An end with X1 is no end;
 * an end without a reason is one. Whether it had ended by D is then whether the end is on or before D: an episode
 * that starts after D can only follow one that is still open at D.
 */
function endOf(episodes: readonly Episode[]): PeriodEnd | null {
  if (episodes.some((episode) => episode.ceased === null)) return null;
  const last = latest(
    episodes,
    (episode) => episode.ceased,
    (episode) => episode.id,
  );
  if (last === null || last.ceased === null || isOneOf(last.ceasedReason, ['X1'])) return null;
  return { date: last.ceased, reason: last.ceasedReason, episodeId: last.id };
}

/** All periods of care of the extract, of persons and of rows without a person alike. */
export function periodsOfCare(tables: Tables): PeriodOfCare[] {
  const all = episodesOf(tables);
  const firsts = all.filter((episode) => continuedBy(episode, all) === null);
  return firsts.map((first) => {
    const episodes = all.filter((episode) => firstOf(episode, all) === first);
    const entered = episodes.flatMap((episode) => episode.enteredCare ?? []).sort();
    return { person: first.person, episodes, began: entered[0] ?? first.start, end: endOf(episodes) };
  });
}

/** The period an episode belongs to. */
export function periodOf(periods: readonly PeriodOfCare[], episodeId: string): PeriodOfCare | null {
  return periods.find((period) => period.episodes.some((episode) => episode.id === episodeId)) ?? null;
}

/** Whether the id is the CLA id of one of the episodes of the period. */
export function isNamedBy(period: PeriodOfCare, claId: string | null): boolean {
  return claId !== null && period.episodes.some((episode) => episode.claId === claId);
}
