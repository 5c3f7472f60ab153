import { literal } from '../../warehouse/index.ts';
import type { Reading } from './reading.ts';

/**
 * Codes are matched to their list without regard to case. `N1 - Abuse or neglect`, `N1=Abuse`, and the meaning alone
 * become the code, with a finding; anything else is kept as written, with a finding.
 */
export function codeReading(codes: Readonly<Record<string, string>>, v: string, r: string): Reading {
  const spelled = new Map(Object.keys(codes).map((code) => [folded(code), code]));
  const meant = meanings(codes, new Set(spelled.keys()));
  // A cast to an enumeration is the cheap test for a code written as it should be.
  const list = Object.keys(codes).map(literal).join(', ');
  const asCode = lookUp(spelled, `lower(${v})`);
  const inWords = `coalesce(
    ${lookUp(spelled, sqlFolded(`regexp_extract(${v}, '^([^-=:–)]*[^-=:–)\\s])\\s*(?:[-=:–)])\\s*.+$', 1)`))},
    ${lookUp(meant, sqlFolded(v))}
  )`;
  return {
    straight:
      spelled.size === 0
        ? v
        : `coalesce(try_cast(${v} as enum(${list}))::varchar, case when ${v} is not null then ${asCode} end)`,
    value: `case when ${r} is not null then ${r} when ${v} is not null then coalesce(${inWords}, ${v}) end`,
    problem: `case when ${v} is null or ${r} is not null then null when ${inWords} is null then 2 else 1 end`,
    problems: ['code-repaired', 'code-unknown'],
  };
}

/** Meanings to codes; a meaning that two codes share, or that is itself a code, says nothing. */
function meanings(codes: Readonly<Record<string, string>>, taken: ReadonlySet<string>): Map<string, string> {
  const byMeaning = Map.groupBy(Object.entries(codes), ([, meaning]) => folded(meaning));
  return new Map(
    [...byMeaning].flatMap(([meaning, [first, second]]) =>
      first && !second && !taken.has(meaning) ? [[meaning, first[0]] as const] : [],
    ),
  );
}

/** Case, runs of space and the slant of an apostrophe make no difference. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
}

function sqlFolded(v: string): string {
  return `trim(regexp_replace(replace(lower(${v}), '’', ''''), '\\s+', ' ', 'g'))`;
}

function lookUp(from: ReadonlyMap<string, string>, key: string): string {
  if (from.size === 0) return 'null::varchar';
  const keys = [...from.keys()].map(literal).join(', ');
  const values = [...from.values()].map(literal).join(', ');
  return `map([${keys}], [${values}])[${key}]`;
}
