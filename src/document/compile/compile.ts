import type { Document } from '../tree.ts';
import { contextOf } from './context.ts';
import type { ReportInput } from './input.ts';
import { periodName } from './period-name.ts';
import { sectionsOf } from './sections.ts';

/** Said on every page of a document made of data that are made up. */
export const syntheticWords = 'Synthetic data: no person, case or place in this report is real.';

/**
 * The document of a report for a unit and a month. Pure: the same input gives the same tree.
 *
 * @throws RangeError where the unit is not there in the month.
 */
export function compileReport(input: ReportInput): Document {
  const { report, figures, month } = input;
  // References name sections by their numbers, which are known only once the sections are laid out.
  const { numbers } = sectionsOf(contextOf(input, new Map()), report.sections);
  const context = contextOf(input, numbers);
  const { sections } = sectionsOf(context, report.sections);
  const period = periodName(report, month, figures.pack.financialYearStart);
  const organisation = report.organisation ?? context.unit.name;
  return {
    language: 'en-GB',
    title: report.title,
    organisation,
    subject: `${report.title}, ${context.unit.name}, ${period}`,
    month,
    period,
    runningHeader: `${report.title} – ${period}`,
    synthetic: figures.synthetic ? syntheticWords : null,
    orientation: report.orientation,
    sections,
  };
}
