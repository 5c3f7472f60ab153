import type { Reading } from './reading.ts';

/** Dates: ISO and British, with or without a time, which is dropped; two-digit years and day numbers are repaired. */
export function dateReading(v: string, r: string): Reading {
  return {
    plain: `plain_day(${v})`,
    straight: `day_as_written(${v})`,
    value: `case
      when is_plausible_day(${r}) then ${r}
      when ${r} is null and ${v} is not null and is_plausible_day(day_repaired(${v})) then day_repaired(${v})
    end`,
    problem: `case
      when ${v} is null or is_plausible_day(${r}) then null
      when ${r} is not null then 2
      when is_plausible_day(day_repaired(${v})) then case when is_two_digit_year(${v}) then 3 else 4 end
      when is_part_of_a_day(${v}) then 5
      else 1
    end`,
    problems: ['date-unreadable', 'date-implausible', 'date-two-digit-year', 'date-serial', 'date-partial'],
  };
}
