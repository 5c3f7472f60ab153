import { text } from '../../narrative/index.ts';
import { textCell } from '../columns/index.ts';
import { type Finding, findingsOf } from '../findings/index.ts';
import type { RowGroup } from '../table.ts';
import type { Part } from './part.ts';

const titles: Readonly<Record<Finding['about'], string>> = {
  figures: 'Figures that do not go together',
  print: 'What was printed and does not follow from the figures',
  commentary: 'Commentary',
  words: 'Words',
  approval: 'Approval',
};

/** What was found when the report was checked; that nothing was, where nothing was. */
export const checks: Part<'checks'> = (context) => {
  const findings = findingsOf(context);
  const checked =
    'Checked: sums and shares of the figures, what was printed against what the figures say, comments that are required, figures, directions and names in comments, and abbreviations.';
  if (findings.length === 0) return [{ kind: 'paragraph', text: text(`${checked} Nothing was found.`) }];
  const groups = [...Map.groupBy(findings, ({ about }) => about)].map(
    ([about, found]): RowGroup => ({
      title: titles[about],
      rows: found.map(({ where, says }) => ({ cells: [textCell(where), textCell(says)] })),
    }),
  );
  const caption = 'What was found';
  const columns = [
    { id: 'where', label: 'Where', kind: 'text', width: 2, heads: true },
    { id: 'found', label: 'What was found', kind: 'text', width: 4 },
  ] as const;
  return [
    { kind: 'paragraph', text: text(checked) },
    { kind: 'table', id: context.id(caption), caption, columns, spanners: [], groups, notes: [] },
  ];
};
