import type { Reading } from './reading.ts';

/** Y, Yes, 1, true, T and N, No, 0, false, F in any case; lettered or with its meaning it is repaired; anything else is unknown. */
export function yesNoReading(v: string, r: string): Reading {
  const repaired = `yes_or_no(without_meaning(${v}))`;
  return {
    plain: `yes_or_no(${v})`,
    straight: `yes_or_no(${v})`,
    value: `case when ${r} is not null then ${r} when ${v} is not null then ${repaired} end`,
    problem: `case when ${v} is null or ${r} is not null then null when (${repaired}) is null then 1 else 2 end`,
    problems: ['yes-no-unreadable', 'code-repaired'],
  };
}
