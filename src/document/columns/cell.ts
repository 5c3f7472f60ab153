import {
  type Comparison,
  directionInWords,
  type Exact,
  formatAmount,
  formatValue,
  type Judgement,
  statusInWords,
  toNumber,
} from '../../judgement/index.ts';
import { reasonOf } from '../../measure/index.ts';
import { type FigureKey, text } from '../../narrative/index.ts';
import type { Definition } from '../../pack/index.ts';
import type { Context } from '../compile/context.ts';
import type { Cell } from '../table.ts';

export const textCell = (words: string): Cell => ({ kind: 'text', text: text(words) });

/** The words for what stands in place of a figure. */
export const dataWords = {
  'no-cases': 'No cases',
  'no-denominator': 'No rate',
  'not-collected': 'Not collected',
  suppressed: 'Suppressed',
  none: '–',
} as const;

/** A cell without a figure: never blank, always a word or a dash that the guidance explains. */
export function stateCell(state: keyof typeof dataWords, words: string = dataWords[state]): Cell {
  return { kind: 'state', state, text: words };
}

const suffixes: Readonly<Partial<Record<Definition['measuredIn'], '%' | ' days'>>> = {
  percent: '%',
  'average-days': ' days',
};

/** A number on the scale of a definition, printed half up. */
export function numberCell(value: Exact | number, definition: Definition, of: FigureKey | null): Cell {
  const plain = typeof value === 'number' ? value : toNumber(value);
  return {
    kind: 'number',
    value: plain,
    text: formatValue(value, definition),
    decimals: definition.measuredIn === 'count' && Number.isInteger(plain) ? 0 : definition.decimals,
    suffix: suffixes[definition.measuredIn] ?? '',
    of,
  };
}

/** A number of cases, or a sum of FTE. */
export function amountCell(value: number, of: FigureKey | null): Cell {
  const printed = formatAmount(value);
  return { kind: 'number', value, text: printed, decimals: printed.split('.')[1]?.length ?? 0, suffix: '', of };
}

/** The figure of a judgement, or the state it is in instead. */
export function valueCell({ indicator, unit, month, figure, definition, observation }: Judgement): Cell {
  if (figure !== null) return numberCell(figure, definition, { indicator: indicator.id, unit, month, part: 'value' });
  const state = observation?.state ?? 'not-collected';
  if (state === 'suppressed') return suppressedCell(observation);
  return state === 'value' ? stateCell('none') : stateCell(state);
}

/** A figure that is not shown: suppressed because it is small or guards one that is; held back with its own reason. */
export function suppressedCell(observation: Judgement['observation']): Cell {
  const reason = observation?.reason ?? null;
  const isUsual = reason === null || reason === reasonOf('suppressed', 'count');
  return stateCell('suppressed', isUsual ? dataWords.suppressed : reason);
}

/** The numerator or denominator of a judgement. Few cases are said to be few. */
export function sumCell(judgement: Judgement, part: 'numerator' | 'denominator'): Cell {
  const { indicator, unit, month, observation } = judgement;
  const value = observation?.[part] ?? null;
  if (value === null) return observation?.state === 'suppressed' ? suppressedCell(observation) : stateCell('none');
  const cell = amountCell(value, { indicator: indicator.id, unit, month, part });
  return part === 'denominator' && judgement.smallDenominator ? { ...cell, remark: 'few' } : cell;
}

/** Where a figure stands, in the words of the report. */
export function statusCell({ labels }: Context, judgement: Judgement): Cell {
  const { word, symbol, byPerson } = statusInWords(labels, judgement);
  return { kind: 'status', status: judgement.status, word: word === '' ? '–' : word, symbol, byPerson };
}

/** Which way a figure went against another, in the words of the report; why not, where it cannot be said. */
export function directionCell({ labels }: Context, comparison: Comparison): Cell {
  if (comparison.figure !== null && comparison.brokenBy !== null) return stateCell('none', 'Not comparable');
  const word = directionInWords(labels, comparison);
  if (word === null) return stateCell('none');
  const byMovement = labels.direction?.by === 'movement';
  return {
    kind: 'direction',
    direction: byMovement ? comparison.movement : comparison.direction,
    good: comparison.direction === null || comparison.direction === 'same' ? null : comparison.direction === 'better',
    word,
  };
}
