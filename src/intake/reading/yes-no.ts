import type { Reading } from './reading.ts';

/** Y, Yes, 1, true and N, No, 0, false in any case; anything else is unknown. */
export function yesNoReading(v: string, r: string): Reading {
  return {
    straight: `yes_or_no(${v})`,
    value: r,
    problem: `case when ${v} is not null and ${r} is null then 1 end`,
    problems: ['yes-no-unreadable'],
  };
}
