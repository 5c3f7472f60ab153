import writeXlsxFile from 'write-excel-file/node';
import type { DueCase } from '../../measure/index.ts';
import { csvText } from '../cases/csv.ts';
import type { Choice } from '../choice.ts';
import type { WorkView } from './model.ts';
import { effectInWords } from './words.ts';

const columns = [
  'last_day',
  'days_left',
  'days_counted',
  'indicator',
  'title',
  'effect_of_being_late',
  'case_id',
  'person_id',
  'unit',
  'unit_name',
  'worker_id',
] as const;

type Cell = string | number | null;

function rows({ chosen, indicators }: WorkView, { units }: Choice): Cell[][] {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return chosen.map((one: DueCase) => {
    const indicator = indicators.get(one.indicator);
    return [
      one.dueOn,
      one.left,
      one.counts === 'working-days' ? 'working days' : 'days',
      one.indicator,
      indicator?.definition.title ?? one.indicator,
      indicator ? effectInWords(indicator) : null,
      one.caseId,
      one.person,
      one.unit,
      names.get(one.unit) ?? null,
      one.worker,
    ];
  });
}

/** A work list as CSV, for a spreadsheet. */
export const workCsv = (view: WorkView, choice: Choice): string => csvText([columns, ...rows(view, choice)]);

/** A work list as a workbook: a sheet with its headings frozen. Texts are cells of text, so none is taken for a formula. */
export async function workXlsx(view: WorkView, choice: Choice): Promise<Buffer> {
  const heading = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = rows(view, choice).map((row) => row.map((value) => (value === null ? null : { value })));
  const widths = [12, 10, 14, 26, 50, 24, 18, 14, 12, 28, 12].map((width) => ({ width }));
  return writeXlsxFile([heading, ...cells], { sheet: 'Work list', columns: widths, stickyRowsCount: 1 }).toBuffer();
}
