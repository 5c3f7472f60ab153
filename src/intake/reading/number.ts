import type { FindingCode } from '../finding-codes.ts';
import type { Reading } from './reading.ts';

const problems: readonly FindingCode[] = ['number-unreadable', 'number-repaired'];

/** Whole numbers; 1,234 and 12.0 are repaired. */
export function integerReading(v: string, r: string): Reading {
  const repaired = `case when regexp_full_match(plain_number(${v}), '[+-]?\\d{1,18}(\\.0*)?')
    then try_cast(split_part(plain_number(${v}), '.', 1) as bigint) end`;
  return reading(
    v,
    r,
    `plain_whole_number(${v})`,
    `case when is_whole_number(${v}) then try_cast(${v} as bigint) end`,
    repaired,
  );
}

/** Numbers with four decimals; 1,234.5 and 85% (as 85) are repaired. */
export function decimalReading(v: string, r: string): Reading {
  const repaired = `case when is_number(plain_number(${v})) then try_cast(plain_number(${v}) as decimal(18, 4)) end`;
  return reading(
    v,
    r,
    `plain_decimal(${v})`,
    `case when is_number(${v}) then try_cast(${v} as decimal(18, 4)) end`,
    repaired,
  );
}

function reading(v: string, r: string, plain: string, straight: string, repaired: string): Reading {
  return {
    plain,
    straight,
    value: `case when ${r} is not null then ${r} when ${v} is not null then ${repaired} end`,
    problem: `case when ${v} is null or ${r} is not null then null when (${repaired}) is null then 1 else 2 end`,
    problems,
  };
}
