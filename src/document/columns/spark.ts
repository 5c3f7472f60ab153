import { monthEnd, monthLabel } from '../../calendar/index.ts';
import { formatValue } from '../../judgement/index.ts';
import { breakBetween } from '../../pack/index.ts';
import { monthsBefore } from '../compile/periods.ts';
import type { ColumnKind } from './column.ts';

/** A line the size of a word: the figures up to the month of the report, and their range in words. */
export const spark: Readonly<Record<string, ColumnKind>> = {
  spark: {
    kind: 'trend',
    width: 2,
    label: (_, { every = 'month', last = 24 }) => `${last} ${every}s, target dashed`,
    cell: (context, { id, definition, indicator }, { every = 'month', last = 24 }) => {
      const months = monthsBefore(context.month, every, last, context.input.figures.pack.financialYearStart);
      const judged = months.map((month) => context.judgement(id, month));
      const values = judged.map(({ observation }) => observation?.value ?? null);
      const known = values.filter((value) => value !== null);
      const breaks = months.flatMap((month, index) => {
        const before = months[index - 1] ?? month;
        const broken = indicator !== null && breakBetween(indicator, monthEnd(before), monthEnd(month)) !== null;
        return index > 0 && broken ? [index] : [];
      });
      const span = `${monthLabel(months[0] ?? context.month)} to ${monthLabel(context.month)}`;
      const range =
        known.length === 0
          ? `No figures from ${span}`
          : `${span}: lowest ${formatValue(Math.min(...known), definition)}, highest ${formatValue(Math.max(...known), definition)}`;
      return {
        kind: 'spark',
        values,
        targets: judged.map(({ target }) => target?.target ?? null),
        breaks,
        text: range,
      };
    },
  },
};
