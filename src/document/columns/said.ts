import { monthLabel } from '../../calendar/index.ts';
import { basisInWords, formatTarget, measureInWords, polarityInWords } from '../../judgement/index.ts';
import { prose } from '../compile/prose.ts';
import { thresholdsInWords } from '../compile/thresholds.ts';
import { textCell } from './cell.ts';
import type { ColumnKind } from './column.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Columns of words: what an indicator is, and what the report says of it. */
export const said: Readonly<Record<string, ColumnKind>> = {
  number: {
    kind: 'text',
    width: 0.5,
    label: () => 'No.',
    cell: (_, entry) => textCell(entry.number),
  },
  code: { kind: 'text', width: 0.7, label: () => 'Code', cell: (_, { given }) => textCell(given.code ?? '–') },
  class: { kind: 'text', label: () => 'Type', cell: (_, { given }) => textCell(given.class ?? '–') },
  owner: { kind: 'text', label: () => 'Responsible officer', cell: (_, { given }) => textCell(given.owner ?? '–') },
  frequency: { kind: 'text', label: () => 'Frequency', cell: (_, { given }) => textCell(given.frequency ?? '–') },
  title: {
    kind: 'text',
    width: 4,
    label: () => 'Indicator',
    cell: (_, entry) => ({
      ...textCell(entry.title),
      ...(entry.given.notes.length > 0 && { notes: entry.given.notes }),
    }),
  },
  description: {
    kind: 'text',
    width: 4,
    label: () => 'Full description',
    cell: (context, { definition, given }) => ({
      kind: 'text',
      text: prose(context, given.words.description ?? described(definition)),
    }),
  },
  guide: {
    kind: 'text',
    width: 3,
    label: () => 'Indicator guide',
    cell: (_, { definition }) => textCell(definition.guide ?? '–'),
  },
  polarity: {
    kind: 'text',
    label: () => 'Good is',
    cell: ({ labels }, { definition: { polarity } }) =>
      textCell(labels.polarities[polarity] ?? capital(polarityInWords[polarity])),
  },
  movement: {
    kind: 'text',
    label: () => 'Good performance',
    cell: (_, { definition: { polarity, movement } }) => {
      const level = { higher: 'High', lower: 'Low', target: 'Close to target', none: 'Activity' }[polarity];
      const wish = { increase: 'increasing', decrease: 'decreasing', stable: 'stable' };
      return textCell(movement === undefined ? level : `${level}, ${wish[movement]}`);
    },
  },
  basis: {
    kind: 'text',
    label: () => 'Period',
    cell: (_, { definition }) => textCell(capital(basisInWords(definition.basis))),
  },
  'measured-in': {
    kind: 'text',
    label: () => 'Measure',
    cell: (_, { definition }) => textCell(measureInWords[definition.measuredIn]),
  },
  source: { kind: 'text', label: () => 'Data source', cell: (_, { definition }) => textCell(definition.source ?? '–') },
  updated: { kind: 'text', label: () => 'Last update', cell: ({ month }) => textCell(monthLabel(month)) },
  thresholds: {
    kind: 'text',
    width: 3,
    label: () => 'Target and thresholds',
    cell: (context, { id }) => textCell(thresholdsInWords(context.labels, context.judgement(id))),
  },
  tolerance: {
    kind: 'text',
    label: () => 'Tolerance',
    cell: (context, { id, definition, given }) => {
      if (given.words.tolerance !== undefined) {
        return { kind: 'text', text: prose(context, given.words.tolerance) };
      }
      const { target } = context.judgement(id);
      const [low, high] = [target?.tolerance_low, target?.tolerance_high];
      if (low !== undefined && high !== undefined)
        return textCell(formatTarget({ target: low, target_high: high }, definition));
      return textCell(target?.amber === undefined ? '–' : formatTarget({ target: target.amber }, definition));
    },
  },
  'has-benchmark': {
    kind: 'text',
    label: () => 'Benchmarking available',
    cell: ({ input, month }, { id }) => textCell(input.beside(id, month).length > 0 ? 'Yes' : 'No'),
  },
  words: {
    kind: 'text',
    width: 2,
    label: (_, { field }) => capital((field ?? '').replaceAll('_', ' ')),
    cell: (context, { given }, { field }) => ({ kind: 'text', text: prose(context, given.words[field ?? ''] ?? '–') }),
  },
  'comparator-period': {
    kind: 'text',
    label: () => 'Period of comparator',
    cell: ({ input, month }, { id }, { group }) => {
      const found = input.beside(id, month).find((one) => group === undefined || one.group === group);
      return textCell(found?.period ?? '–');
    },
  },
};

/** What is counted, in the words of the definition; its title where it has none. */
export function described({
  title,
  counted,
  condition,
  leftOut,
}: Parameters<ColumnKind['cell']>[1]['definition']): string {
  const parts = [
    counted === undefined ? null : `Counted: ${counted}`,
    condition === undefined ? null : `In the figure: ${condition}`,
    leftOut === undefined ? null : `Left out: ${leftOut}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? title : parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ');
}
