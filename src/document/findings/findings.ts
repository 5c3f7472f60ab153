import type { Context } from '../compile/context.ts';
import { abbreviationFindings } from './abbreviations.ts';
import { commentaryFindings } from './commentary.ts';
import { figureFindings } from './figures.ts';
import type { Finding } from './finding.ts';
import { printedFindings } from './printed.ts';

export type { Finding } from './finding.ts';

/** Everything that is found in a report: in its figures, in what was printed of them, in its comments and its words. */
export function findingsOf(context: Context): readonly Finding[] {
  return [
    ...figureFindings(context),
    ...printedFindings(context),
    ...commentaryFindings(context),
    ...abbreviationFindings(context),
  ];
}
