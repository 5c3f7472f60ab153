import { dayLabel, type Month, monthEnd } from '../../calendar/index.ts';
import { formatAmount, formatTarget, formatValue } from '../../judgement/index.ts';
import type { FigureKey, Inline, Text } from '../../narrative/index.ts';
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
  const { definition, observation, figure, target } = context.judgement(key.indicator, key.month, key.unit);
  const absent = stateWords[observation?.state ?? 'not-collected'];
  const sum = key.part === 'numerator' ? observation?.numerator : observation?.denominator;
  const printed =
    key.part === 'target'
      ? target === null
        ? 'no target'
        : formatTarget(target, definition)
      : key.part === 'value'
        ? figure === null
          ? absent
          : formatValue(figure, definition)
        : sum === undefined || sum === null
          ? absent || 'not given'
          : formatAmount(sum);
  return { kind: 'figure', text: printed, of: key };
}

/**
 * Words of a pack with their tokens filled in: {organisation}, {unit}, {period}, {as-at}, {month}, {number}, {title},
 * {section:ID}, and {value:ID}, {numerator:ID}, {denominator:ID}, {target:ID} with @YYYY-MM after the id for another month.
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
    case 'value':
    case 'numerator':
    case 'denominator':
    case 'target': {
      const [indicator = '', at] = (argument ?? '').split('@') as [string, Month | undefined];
      return figureToken(context, { indicator, unit: unit.code, month: at ?? month, part: name });
    }
    default:
      return null;
  }
}
