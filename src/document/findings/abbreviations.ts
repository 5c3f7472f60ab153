import type { Context } from '../compile/context.ts';
import { meaningsOf } from '../compile/meanings.ts';
import { abbreviationsIn, undefinedAbbreviations } from '../words/index.ts';
import type { Finding } from './finding.ts';

/**
 * Abbreviations that the texts use and nothing explains, and those that the report explains and does not use. The glossary
 * of a pack serves many reports, so what one of them leaves unused is no fault.
 */
export function abbreviationFindings(context: Context): Finding[] {
  const { words, input, month } = context;
  // The first time the texts are written nothing is known of their words yet, and what is said of them would be one.
  if (words.size === 0) return [];
  const meanings = meaningsOf(context);
  const codes = new Set(input.figures.units(month).flatMap(({ code }) => code.split('/')));
  const unknown = undefinedAbbreviations(meanings, words, codes).map(
    (short): Finding => ({ about: 'words', where: short, says: 'The abbreviation is used and not explained.' }),
  );
  const used = new Set(abbreviationsIn(meanings, words).map(([short]) => short));
  const idle = Object.keys(context.report.abbreviations).filter((short) => !used.has(short));
  if (idle.length === 0) return unknown;
  const says = `Explained and not used in this report: ${idle.join(', ')}.`;
  return [...unknown, { about: 'words', where: 'Abbreviations', says }];
}
