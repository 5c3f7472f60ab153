import { dayLabel, monthEnd } from '../../calendar/index.ts';
import { formatAmount, formatDifference, formatTarget, formatValue } from '../../judgement/index.ts';
import { type FigureKey, figureKey, type Inline, type Text } from '../../narrative/index.ts';
import type { Context } from './context.ts';
import { periodName } from './period-name.ts';

const stateWords = {
  value: '',
  'no-cases': 'no cases',
  'no-denominator': 'no rate',
  'not-collected': 'not collected',
  suppressed: 'suppressed',
} as const;

/** A figure of the report as it stands in a sentence; where there is none, the word for why. */
export function figureToken(context: Context, key: FigureKey): Inline {
  return { kind: 'figure', text: printedOf(context, key), of: key };
}

function printedOf(context: Context, { indicator, month, unit, part, from }: FigureKey): string {
  const { definition, observation, figure, target } = context.judgement(indicator, month, unit);
  const absent = stateWords[observation?.state ?? 'not-collected'];
  switch (part) {
    case 'target':
      return target === null ? 'no target' : formatTarget(target, definition);
    case 'value':
      return figure === null ? absent : formatValue(figure, definition);
    case 'difference': {
      const before = context.judgement(indicator, from, unit).figure;
      return figure === null || before === null ? 'no figure' : formatDifference(figure, before, definition);
    }
    default: {
      const sum = observation?.[part] ?? null;
      return sum === null ? absent || 'not given' : formatAmount(sum);
    }
  }
}

/**
 * Words of a pack with their tokens filled in: {organisation}, {unit}, {period}, {as-at}, {month}, {number}, {title},
 * {section:ID}, and {value:ID}, {numerator:ID}, {denominator:ID}, {target:ID} and {difference:ID from YYYY-MM}, with @YYYY-MM after the
 * id for another month and /UNIT after that for another unit. What stands for nothing is left as it is written.
 */
export function prose(context: Context, words: string): Text {
  const pieces = words.split(/(\{[^{}]+\})/).filter((piece) => piece !== '');
  return pieces.map((piece): Inline => {
    const [, name, argument] = /^\{([a-z-]+)(?::([^}]*))?\}$/.exec(piece) ?? [];
    if (name === undefined) return { kind: 'text', text: piece };
    return token(context, name, argument) ?? { kind: 'text', text: piece };
  });
}

function token(context: Context, name: string, argument: string | undefined): Inline | null {
  const { report, unit, month, entry, numbers } = context;
  const plain = (words: string): Inline => ({ kind: 'text', text: words });
  switch (name) {
    case 'organisation':
      return plain(report.organisation ?? unit.name);
    case 'audience':
      return plain(report.audience ?? '');
    case 'unit':
      return plain(unit.name);
    case 'period':
      return plain(periodName(report, month, context.input.figures.pack.financialYearStart));
    case 'as-at':
      return plain(dayLabel(monthEnd(month)));
    case 'data-to':
      return plain(context.input.figures.asAt === '' ? '' : dayLabel(context.input.figures.asAt));
    case 'number':
      return plain(entry?.number ?? '');
    case 'title':
      return plain(entry?.title ?? '');
    case 'section': {
      const id = argument ?? '';
      return { kind: 'reference', text: numbers.get(id) ?? id, to: id };
    }
    default: {
      const key = figureKey(name, argument ?? '', { unit: unit.code, month });
      return key !== null && isThere(context, key) ? figureToken(context, key) : null;
    }
  }
}

/** Whether there is such an indicator, and such a unit in the month. */
function isThere({ input: { figures }, unit: own }: Context, { indicator, unit, month }: FigureKey): boolean {
  return (
    figures.pack.indicators.has(indicator) &&
    (unit === own.code || figures.units(month).some(({ code }) => code === unit))
  );
}
