import writeXlsxFile from 'write-excel-file/node';

/** A row of the template: a figure that is due. */
export interface DueFigure {
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly unitName: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly measuredIn: string;
}

/** Columns that the template shows for a person, which say nothing when it is loaded. */
export const shownOnly = ['title', 'unit_name', 'measured_in'] as const;

const widths = { indicator: 32, title: 60, unit: 16, unit_name: 32, measured_in: 18 };
const headings = [
  'indicator',
  'title',
  'unit',
  'unit_name',
  'month',
  'measured_in',
  'numerator',
  'denominator',
  'value',
  'as_at',
  'source',
] as const;

/**
 * Writes the workbook in which collected figures are filled in: a row for each figure that is due, the figures empty. It is
 * loaded as it is; rows left empty are passed over.
 */
export async function writeTemplate(path: string, due: readonly DueFigure[]): Promise<void> {
  const bold = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = due.map(({ indicator, title, unit, unitName, month, measuredIn }) => [
    indicator,
    title,
    unit,
    unitName,
    month,
    measuredIn,
    ...headings.slice(6).map(() => null),
  ]);
  const columns = headings.map((heading) => ({
    width: heading in widths ? widths[heading as keyof typeof widths] : 14,
  }));
  await writeXlsxFile([bold, ...rows], { sheet: 'observations', columns, stickyRowsCount: 1 }).toFile(path);
}
