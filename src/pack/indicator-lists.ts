import type { CaseList, Definition, SummedList } from './model.ts';
import type { Path } from './source/yaml-source.ts';

/** One list of rows in a definition, and where in the file it stands. */
export interface IndicatorList {
  readonly path: Path;
  readonly cases: CaseList | SummedList;
}

/** The lists a definition names: its cases, or the two lists of a ratio. */
export function listsOf(definition: Definition): IndicatorList[] {
  const lists: IndicatorList[] = [];
  const { cases, numerator, denominator } = definition;
  if (cases) lists.push({ path: ['cases'], cases });
  if (typeof numerator === 'object') lists.push({ path: ['numerator'], cases: numerator });
  if (denominator && 'from' in denominator) lists.push({ path: ['denominator'], cases: denominator });
  return lists;
}

/** An expression in a definition. What is decides is the figure, or only what is shown beside it. */
export interface IndicatorExpression {
  readonly path: Path;
  readonly text: string;
  readonly decides: boolean;
  /** Whether it is true or false of a row; the others are amounts and dates. */
  readonly isCondition: boolean;
}

const conditionKeys = new Set(['where', 'numerator', 'when', 'while']);
const isConditionAt = (path: Path) => conditionKeys.has(String(path.at(-1)));

/** The expressions over the rows of one list, with where they stand. */
export function expressionsOf(definition: Definition, list: IndicatorList): IndicatorExpression[] {
  const found: IndicatorExpression[] = [];
  const add = (path: Path, text: string | undefined, decides = true) => {
    if (text !== undefined) found.push({ path, text, decides, isCondition: isConditionAt(path) });
  };
  add([...list.path, 'where'], list.cases.where);
  if ('sum' in list.cases) add([...list.path, 'sum'], list.cases.sum);
  if (list.path[0] !== 'cases') return found;
  if (typeof definition.numerator === 'string') add(['numerator'], definition.numerator);
  add(['weight'], definition.weight);
  add(['value'], definition.value);
  definition.findings.forEach((finding, index) => {
    add(['findings', index, 'when'], finding.when, finding.leaveOut);
  });
  return found;
}

/**
 * The rows of the due rule: those of its own relation, else the cases; null without a rule. A list of two relations has
 * no cases, so its rule must name its own.
 */
export function dueListOf({ due, cases }: Definition): IndicatorList | null {
  const from = due?.from ?? cases?.from;
  if (!due || from === undefined) return null;
  const own = due.from !== undefined;
  const where = due.where ?? (own ? undefined : cases?.where);
  const kept = own ? {} : { unit: cases?.unit, distinct: cases?.distinct, at: cases?.at };
  return { path: ['due'], cases: { ...kept, from, id: due.id ?? (own ? 'case_id' : (cases?.id ?? 'case_id')), where } };
}

/** The expressions of a due rule. They decide no figure. */
export function dueExpressionsOf({ due }: Definition): IndicatorExpression[] {
  if (!due) return [];
  const entries = [
    ['where', due.where],
    ['on', due.on],
    ['while', due.while],
  ] as const;
  return entries.flatMap(([key, text]) =>
    text === undefined ? [] : [{ path: ['due', key], text, decides: false, isCondition: isConditionAt(['due', key]) }],
  );
}

/** The columns that place, name and part the rows of a list, with where they stand; those of the unit do not decide. */
export function columnsOf({ path, cases }: IndicatorList): { path: Path; column: string; decides: boolean }[] {
  const at = (key: string, column: string | undefined, ...rest: Path) =>
    column === undefined ? [] : [{ path: [...path, key, ...rest], column, decides: true }];
  return [
    ...at('on', cases.on),
    ...(cases.open ?? []).flatMap((column, index) => at('open', column, index)),
    ...at('at', cases.at),
    ...at('id', cases.id),
    ...(cases.distinct ?? []).flatMap((column, index) => at('distinct', column, index)),
    ...at('last', cases.last?.per, 'per'),
    ...(cases.last?.by ?? []).flatMap((column, index) => at('last', column, 'by', index)),
    ...(cases.unit?.from ?? []).flatMap((column, index) =>
      column === 'holding' ? [] : [{ path: [...path, 'unit', 'from', index], column, decides: false }],
    ),
  ];
}
