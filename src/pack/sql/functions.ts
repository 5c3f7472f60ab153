export type FunctionKind = 'aggregate' | 'window' | 'scalar' | 'dates' | 'set';

export interface SqlFunction {
  readonly kind: FunctionKind;
  readonly call: string;
  readonly meaning: string;
}

/**
 * The functions a pack may call: each exists in DuckDB and in PostgreSQL with one meaning, or is our own and is made
 * by the engine. The checker and the reference page read this list.
 */
export const functions: Readonly<Record<string, SqlFunction>> = {
  count: {
    kind: 'aggregate',
    call: 'count(*), count(x), count(distinct x)',
    meaning: 'Rows, or rows where x is known',
  },
  sum: { kind: 'aggregate', call: 'sum(x)', meaning: 'Sum; empty where there is no row' },
  min: { kind: 'aggregate', call: 'min(x)', meaning: 'Least' },
  max: { kind: 'aggregate', call: 'max(x)', meaning: 'Greatest' },
  avg: { kind: 'aggregate', call: 'avg(x)', meaning: 'Mean' },
  bool_or: { kind: 'aggregate', call: 'bool_or(x)', meaning: 'Whether x holds in any row' },
  bool_and: { kind: 'aggregate', call: 'bool_and(x)', meaning: 'Whether x holds in every row' },
  string_agg: { kind: 'aggregate', call: "string_agg(x, ', ' order by y)", meaning: 'The texts joined, in order' },
  array_agg: { kind: 'aggregate', call: 'array_agg(x order by y)', meaning: 'The values as a list, in order' },
  row_number: { kind: 'window', call: 'row_number() over (...)', meaning: 'Place of the row, ties in any order' },
  rank: { kind: 'window', call: 'rank() over (...)', meaning: 'Place of the row, with gaps after ties' },
  dense_rank: { kind: 'window', call: 'dense_rank() over (...)', meaning: 'Place of the row, without gaps' },
  lag: { kind: 'window', call: 'lag(x) over (...)', meaning: 'x of the row before' },
  lead: { kind: 'window', call: 'lead(x) over (...)', meaning: 'x of the row after' },
  first_value: { kind: 'window', call: 'first_value(x) over (...)', meaning: 'x of the first row of the frame' },
  last_value: { kind: 'window', call: 'last_value(x) over (...)', meaning: 'x of the last row of the frame' },
  coalesce: { kind: 'scalar', call: 'coalesce(x, y, ...)', meaning: 'The first that is known' },
  nullif: { kind: 'scalar', call: 'nullif(x, y)', meaning: 'x, or empty where x = y' },
  greatest: { kind: 'scalar', call: 'greatest(x, y, ...)', meaning: 'The greatest of those that are known' },
  least: { kind: 'scalar', call: 'least(x, y, ...)', meaning: 'The least of those that are known' },
  lower: { kind: 'scalar', call: 'lower(x)', meaning: 'In lower case' },
  upper: { kind: 'scalar', call: 'upper(x)', meaning: 'In upper case' },
  trim: { kind: 'scalar', call: 'trim(x)', meaning: 'Without spaces at both ends' },
  ltrim: { kind: 'scalar', call: 'ltrim(x)', meaning: 'Without spaces at the beginning' },
  rtrim: { kind: 'scalar', call: 'rtrim(x)', meaning: 'Without spaces at the end' },
  length: { kind: 'scalar', call: 'length(x)', meaning: 'Number of characters' },
  substr: { kind: 'scalar', call: 'substr(x, from, count)', meaning: 'Part of a text; the first character is 1' },
  substring: { kind: 'scalar', call: 'substring(x from 1 for 2)', meaning: 'Part of a text; the first character is 1' },
  replace: { kind: 'scalar', call: 'replace(x, from, to)', meaning: 'Every occurrence replaced' },
  left: { kind: 'scalar', call: 'left(x, n)', meaning: 'The first n characters' },
  right: { kind: 'scalar', call: 'right(x, n)', meaning: 'The last n characters' },
  starts_with: { kind: 'scalar', call: 'starts_with(x, y)', meaning: 'Whether x begins with y' },
  position: { kind: 'scalar', call: 'position(x in y)', meaning: 'Where x first stands in y; 0 where it does not' },
  abs: { kind: 'scalar', call: 'abs(x)', meaning: 'Without its sign' },
  round: { kind: 'scalar', call: 'round(x, decimals)', meaning: 'Rounded, halves away from nought' },
  floor: { kind: 'scalar', call: 'floor(x)', meaning: 'The whole number not above' },
  ceil: { kind: 'scalar', call: 'ceil(x)', meaning: 'The whole number not below' },
  extract: {
    kind: 'dates',
    call: 'extract(year from d)',
    meaning: 'A part of a date: year, quarter, month, week, day, dow (Sunday is 0), isodow (Monday is 1), doy',
  },
  date_trunc: {
    kind: 'dates',
    call: "cast(date_trunc('month', d) as date)",
    meaning: 'First day of the year, quarter, month or week; cast it to a date',
  },
  working_days: {
    kind: 'dates',
    call: 'working_days(a, b)',
    meaning:
      'The days d with a < d <= b that are Monday to Friday and not a bank holiday of England and Wales; negative where b is before a, empty where either is unknown',
  },
  add_working_days: { kind: 'dates', call: 'add_working_days(d, n)', meaning: 'The nth working day after d' },
  add_months: {
    kind: 'dates',
    call: 'add_months(d, n)',
    meaning: 'The same day number n months away (before, where n is negative), or the last day of that month',
  },
  age_in_years: {
    kind: 'dates',
    call: 'age_in_years(born, d)',
    meaning: 'Whole years of age on d; born on 29 February, a year older on 1 March in a common year',
  },
  days_between: { kind: 'dates', call: 'days_between(a, b)', meaning: 'Days from a to b; 0 on one day' },
  unnest: { kind: 'set', call: 'from unnest(x) as u(name)', meaning: 'A list as rows' },
  generate_series: { kind: 'set', call: 'from generate_series(1, 12) as g(n)', meaning: 'Whole numbers as rows' },
};

/** Parts of a date that extract takes. */
export const dateParts: readonly string[] = ['year', 'quarter', 'month', 'week', 'day', 'dow', 'isodow', 'doy'];

/** Types that cast takes, by the name PostgreSQL gives them. */
export const castTypes: Readonly<Record<string, string>> = {
  date: 'date',
  int4: 'integer',
  int8: 'bigint',
  numeric: 'numeric',
  text: 'text',
  bool: 'boolean',
};

/** Operators with one meaning in both engines. like and ilike arrive under the names that PostgreSQL gives them. */
export const operators: readonly string[] = [
  ...['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '%', '||'],
  ...['~~', '!~~', '~~*', '!~~*'],
];

/** Names by which PostgreSQL's grammar calls a function of the list. */
export const grammarNames: Readonly<Record<string, string>> = { btrim: 'trim' };

export const clockFunctions: readonly string[] = [
  'now',
  'today',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'timeofday',
];
