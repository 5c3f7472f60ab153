import type { Day } from '../calendar/index.ts';
import type { Indicator, Version } from './model.ts';

/** The version of an indicator in force on a day: the first is in force from the beginning. */
export function versionAt(indicator: Indicator, day: Day): Version {
  const version = indicator.versions.findLast(({ from }) => from === null || from <= day) ?? indicator.versions[0];
  if (version === undefined) throw new Error(`indicator ${indicator.id} has no version`);
  return version;
}

/**
 * The latest break in series between two days: a version that began after the first and by the second, whose figures
 * do not compare with those before it. Null where the two days compare.
 */
export function breakBetween(indicator: Indicator, before: Day, now: Day): Version | null {
  return (
    indicator.versions.findLast(
      ({ from, comparable }) => !comparable && from !== null && from > before && from <= now,
    ) ?? null
  );
}
