import { openAt } from './dates.ts';
import { latest } from './latest.ts';
import { day, rowsOf, type Tables, text } from './tables.ts';

/** One row of ssd_cla_episodes. */
export interface Episode {
  readonly id: string;
  readonly person: string | null;
  readonly start: string | null;
  readonly startReason: string | null;
  readonly ceased: string | null;
  readonly ceasedReason: string | null;
  readonly claId: string | null;
  readonly enteredCare: string | null;
}

export function episodesOf(tables: Tables): Episode[] {
  return rowsOf(tables, 'ssd_cla_episodes').map((row) => ({
    id: text(row, 'clae_cla_episode_id') ?? '',
    person: text(row, 'clae_person_id'),
    start: day(row, 'clae_cla_episode_start_date'),
    startReason: text(row, 'clae_cla_episode_start_reason'),
    ceased: day(row, 'clae_cla_episode_ceased_date'),
    ceasedReason: text(row, 'clae_cla_episode_ceased_reason'),
    claId: text(row, 'clae_cla_id'),
    enteredCare: day(row, 'clae_entered_care_date'),
  }));
}

export function latestStart(episodes: readonly Episode[]): Episode | null {
  return latest(
    episodes,
    (episode) => episode.start,
    (episode) => episode.id,
  );
}

/** Of the person's episodes open at the date, the one with the latest start. */
export function episodeOpenAt(episodes: readonly Episode[], person: string, date: string): Episode | null {
  return latestStart(
    episodes.filter((episode) => episode.person === person && openAt(episode.start, episode.ceased, date)),
  );
}
