import { isMonth, type Month, monthLabel } from '../../calendar/index.ts';
import {
  compare,
  type Exact,
  exact,
  formatAmount,
  formatTarget,
  formatValue,
  type Judgement,
  movement,
  roundHalfUp,
  trendInWords,
} from '../../judgement/index.ts';
import type { Printed } from '../../pack/index.ts';
import { type Context, entryOf } from '../compile/context.ts';
import type { Finding } from './finding.ts';

/** What the report has printed, in this edition, that does not follow from its figures. */
export function printedFindings(context: Context): Finding[] {
  const { input, report, month, unit } = context;
  return input.figures.pack.printed
    .filter((row) => row.report === report.id && (row.edition ?? row.month) === month)
    .filter(() => unit.parent === null)
    .flatMap((row): Finding[] => {
      const judgement = context.judgement(row.indicator, row.month, row.unit ?? unit.code);
      const says = differences[row.part](context, row, judgement);
      if (says === null) return [];
      const of = row.unit === undefined ? '' : `, ${unitName(context, row.unit)}`;
      return [{ about: 'print', where: `${entryOf(context, row.indicator).title}${of} (${row.where})`, says }];
    });
}

type Difference = (context: Context, row: Printed, judgement: Judgement) => string | null;

/** A number as it is printed, with or without a sign for its unit; null for words. */
function numberIn(printed: string): number | null {
  const plain = printed.replaceAll(/[%,£]|\s*days?$/g, '').trim();
  return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}

const decimalsIn = (printed: string): number => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;

/** A printed number agrees with a figure where the figure, rounded to the printed decimals, is that number. */
function agrees(printed: string, figure: Exact): boolean {
  const number = numberIn(printed);
  return number !== null && compare(exact(Number(roundHalfUp(figure, decimalsIn(printed)))), exact(number)) === 0;
}

const value: Difference = (_, { printed }, { figure, definition, observation }) => {
  if (figure === null) {
    return numberIn(printed) === null ? null : `${printed} is printed, and there is no figure.`;
  }
  if (numberIn(printed) === null) {
    return `“${printed}” is printed, and the figure is ${formatValue(figure, definition)}.`;
  }
  if (agrees(printed, figure)) return null;
  // One more decimal than is usual shows by how much the two are apart.
  const exactly = formatValue(figure, { ...definition, decimals: Math.max(definition.decimals, 1) });
  const { numerator = null, denominator = null } = observation ?? {};
  if (numerator === null || denominator === null) return `${printed} is printed, and the figure is ${exactly}.`;
  const [over, under] = [formatAmount(numerator), formatAmount(denominator)];
  return definition.measuredIn === 'percent'
    ? `${printed} is printed, but ${over} of ${under} is ${exactly}.`
    : `${printed} is printed, but ${over} over ${under} gives ${exactly}.`;
};

const sum =
  (part: 'numerator' | 'denominator'): Difference =>
  (_, { printed }, { observation }) => {
    const found = observation?.[part] ?? null;
    if (found === null || agrees(printed, exact(found))) return null;
    return `${printed} is printed as the ${part}, and it is ${formatAmount(found)}.`;
  };

const target: Difference = (_, { printed }, { target: row, definition }) => {
  if (row === null) return `${printed} is printed as the target, and there is none.`;
  if (agrees(printed, exact(row.target))) return null;
  return `${printed} is printed as the target, and it is ${formatTarget(row, definition)}.`;
};

const status: Difference = ({ labels }, { printed }, { statusByRule, figure, target: row, definition }) => {
  if (printed === (statusByRule ?? 'none')) return null;
  const word = (name: string): string => labels.statuses[name as keyof typeof labels.statuses] ?? name;
  const told = `“${word(printed)}” is said, and by the rule it is “${word(statusByRule ?? 'none')}”`;
  if (figure === null || row === null) return `${told}.`;
  // Where figure and target print the same, a decimal more shows them apart.
  const aim = formatTarget(row, definition);
  const plain = formatValue(figure, definition);
  const shown = plain === aim ? formatValue(figure, { ...definition, decimals: definition.decimals + 1 }) : plain;
  return `${told}: ${shown} against a target of ${aim}.`;
};

const trend: Difference = ({ labels }, { printed }, { trendByRule }) => {
  if (trendByRule !== null && printed.toLowerCase() === trendByRule) return null;
  const found =
    trendByRule === null ? 'there are too few figures to say' : `it is “${trendInWords(labels, trendByRule)}”`;
  return `The trend is said to be “${labels.trends[printed] ?? printed}”, and by the rule ${found}.`;
};

const went = { up: 'rose', down: 'fell', same: 'stayed the same' } as const;

/** A word that contradicts the sign: a rise that is said of a figure that fell. */
const direction: Difference = (context, { printed, beside, unit }, judgement) => {
  const { figure: now, definition, month } = judgement;
  const before = earlier(context, judgement, beside, unit);
  if (now === null || before.figure === null) return null;
  const found = movement(now, before.figure);
  if (found === null || found === printed || !Object.hasOwn(went, printed)) return null;
  const [from, to] = [formatValue(before.figure, definition), formatValue(now, definition)];
  const said = went[printed as keyof typeof went];
  return `It is said that the number ${said}, but it ${went[found]}: ${to} in ${monthLabel(month)} after ${from} (${before.of}).`;
};

function earlier(
  context: Context,
  { indicator, month, previous, unit: code }: Judgement,
  beside: string | undefined,
  unit: string | undefined,
): { readonly figure: Exact | null; readonly of: string } {
  if (beside === undefined) return { figure: previous.figure, of: monthLabel(previous.month) };
  if (isMonth(beside)) {
    return { figure: context.judgement(indicator.id, beside as Month, unit ?? code).figure, of: monthLabel(beside) };
  }
  return { figure: context.judgement(beside, month, unit ?? code).figure, of: entryOf(context, beside).title };
}

function unitName({ input, month }: Context, code: string): string {
  return input.figures.units(month).find((unit) => unit.code === code)?.name ?? code;
}

const differences: Readonly<Record<Printed['part'], Difference>> = {
  value,
  numerator: sum('numerator'),
  denominator: sum('denominator'),
  target,
  status,
  trend,
  direction,
};
