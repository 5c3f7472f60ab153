import { type Finding, findingsOf } from '../findings/index.ts';
import type { Document } from '../tree.ts';
import { wordsOf } from '../words/index.ts';
import { type Context, contextOf } from './context.ts';
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
  const context = writtenContext(input);
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

/**
 * What cannot be right in a report, or is not as it should be: what its part of checks prints, and what a command tells.
 * The order is that of the report.
 *
 * @throws RangeError where the unit is not there in the month.
 */
export function reportFindings(input: ReportInput): readonly Finding[] {
  return findingsOf(writtenContext(input));
}

/**
 * A glossary holds the abbreviations of the other texts, and references name sections by their numbers: the first time
 * the texts are written, the second time the sections are numbered.
 */
function writtenContext(input: ReportInput): Context {
  const { sections: specs } = input.report;
  const nothing = { numbers: new Map<string, string>(), words: new Set<string>(), judged: new Map() };
  const words = wordsOf(sectionsOf(contextOf(input, nothing), specs).sections);
  const { numbers } = sectionsOf(contextOf(input, { ...nothing, words }), specs);
  return contextOf(input, { ...nothing, numbers, words });
}
