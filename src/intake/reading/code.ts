import { literal } from '../../warehouse/index.ts';
import type { Reading } from './reading.ts';

/**
 * Codes are matched to their list without regard to case. `N1 - Abuse or neglect`, `N1=Abuse`, and the meaning alone
 * (lettered or not, as in `a) Neglect`) become the code, with a finding; anything else is kept as written, with a finding.
 */
export function codeReading(codes: Readonly<Record<string, string>>, v: string, r: string): Reading {
  const spelled = new Map(Object.keys(codes).map((code) => [code.toLowerCase(), code]));
  if (spelled.size === 0) return { plain: v, straight: null, value: v, problem: null, problems: [] };
  const meant = meanings(codes, spelled);
  // A cast to an enumeration is the cheap test for a code written as it should be.
  const list = Object.keys(codes).map(literal).join(', ');
  const written = `try_cast(${v} as enum(${list}))::varchar`;
  const before = `regexp_extract(${v}, '^([^-=:–]*[^-=:–\\s])\\s*[-=:–]\\s*.+$', 1)`;
  const inWords = `coalesce(
    ${lookUp(spelled, `lower(${before})`)},
    ${lookUp(meant, sqlFolded(v))},
    ${lookUp(meant, sqlFolded(`regexp_replace(${v}, '^[A-Za-z]\\) *', '')`))}
  )`;
  return {
    plain: written,
    straight: `coalesce(${written}, case when ${v} is not null then ${lookUp(spelled, `lower(${v})`)} end)`,
    value: `case when ${r} is not null then ${r} when ${v} is not null then coalesce(${inWords}, ${v}) end`,
    problem: `case when ${v} is null or ${r} is not null then null when ${inWords} is null then 2 else 1 end`,
    problems: ['code-repaired', 'code-unknown'],
  };
}

/** Meanings to codes; a meaning that two codes share, or that is itself a code, says nothing. */
function meanings(
  codes: Readonly<Record<string, string>>,
  spelled: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const byMeaning = Map.groupBy(Object.entries(codes), ([, meaning]) => folded(meaning));
  return new Map(
    [...byMeaning].flatMap(([meaning, [first, second]]) =>
      first && !second && !spelled.has(meaning) ? [[meaning, first[0]] as const] : [],
    ),
  );
}

/** Case, spaces and punctuation make no difference between meanings. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sqlFolded(v: string): string {
  return `trim(regexp_replace(lower(${v}), '[^\\p{L}\\p{N}]+', ' ', 'g'))`;
}

function lookUp(from: ReadonlyMap<string, string>, key: string): string {
  if (from.size === 0) return 'null::varchar';
  const keys = [...from.keys()].map(literal).join(', ');
  const values = [...from.values()].map(literal).join(', ');
  return `map([${keys}], [${values}])[${key}]`;
}
