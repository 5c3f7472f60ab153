import type { Severity } from './finding.ts';
import { type FindingCode, findingCodes } from './finding-codes.ts';

/** What is to be done where a code says nothing of its own. */
const bySeverity: Readonly<Record<Severity, string>> = {
  'refused-row': 'Correct the row at its source, or take it out there, and load again.',
  'refused-value': 'Correct the value at its source and load again; until then it counts as not known.',
  repaired: 'Nothing, if the repair is right; correct it at its source so that nothing has to be repaired.',
  suspicious: 'Look at it at its source; correct it there if it is wrong.',
};

const own: Readonly<Partial<Record<FindingCode, string>>> = {
  'file-unknown': 'Nothing, if it is not meant to be read; else give it the name or the headings of its standard.',
  'folder-not-read': 'Load the folder by itself, or move its files up.',
  'as-at-assumed': 'Load it again with its as-at date, or with an extract.yaml beside the files that says it.',
  'department-parent-unknown': 'Add the parent to the table of teams, or correct the parent of this one.',
  'department-root-added': 'Add the authority itself to the table of teams, without a parent.',
  'encoding-assumed': 'Look at names with accents; save the file as UTF-8 if they are wrong.',
  'column-unknown': 'Nothing, if it is not needed; else correct the heading, or name it in a mapping.',
  'column-twice': 'Take one of the two columns out.',
  'row-ragged': 'Put cells that hold a comma or a line end into quotation marks, and load again.',
  'row-twice': 'Nothing: the row counts once. Take the second one out at its source.',
  'key-twice': 'Keep the right one of the two rows at its source and take the other out.',
  'key-missing': 'Give the row what identifies it.',
  'title-rows': 'Nothing: titles above the header are no records.',
  'row-total': 'Nothing, if the row is a total; else write its first cell in another way.',
  'row-remark': 'Nothing, if the row is a remark; else take out the empty row above it.',
  'cells-without-heading': 'Give the column a heading, or empty it.',
  'cell-error': 'Correct the formula in the workbook.',
  'column-guessed': 'Nothing, if it is right; else write the heading of the standard.',
  'column-without-place': 'Nothing: the figures do not need it.',
  'code-guessed': 'Check that it is right; write the code, or add the spelling to a mapping.',
  'code-group': 'Have the system export the code itself, not the name of its group.',
  'person-contradicts': 'Correct the list that is wrong.',
  'referral-without-case':
    'Check that list 6 holds every case open in the six months, and that the referral was closed.',
  'figure-indicator-unknown': 'Correct the id of the indicator; the template has those that are due.',
  'figure-is-counted': 'Take the row out, or make the indicator a collected one.',
  'figure-unit-unknown': 'Correct the code of the unit; the template has those that there are.',
  'figure-twice': 'Keep the right one of the two rows.',
  'figure-form': 'Give a numerator with its denominator, a numerator alone for a count, or the value.',
  'code-not-of-year': 'Give the code that the standard has for the year of the return.',
  'code-unknown': 'Correct the code, or add it to the code list of the pack if it is a code of yours.',
  'date-two-digit-year': 'Nothing, if the century is right; else write years with four digits.',
  'episode-ends-before-start': 'Correct the start or the end of the episode.',
  'episode-end-without-reason': 'Give the reason for ceasing.',
  'review-outside-care': 'Correct the date of the review, or the episodes of the child.',
  'check-dated-by-return': 'Nothing: the return does not say on which day a check was made.',
  'history-differs': 'Find out which return is right; correct the later one if it is the earlier.',
  'history-row-replaced': 'Find out which return is right; correct the later one if it is the earlier.',
  'history-episode-gone': 'Give the later return the episode with its end, or correct the earlier one.',
  'history-gap': 'Load the return of that year.',
};

/** What to do about a finding, in a sentence. */
export function findingRemedy(code: string): string {
  const known = Object.hasOwn(findingCodes, code) ? (code as FindingCode) : null;
  return known === null ? bySeverity.suspicious : (own[known] ?? bySeverity[findingCodes[known].severity]);
}

/** What a code means, in a sentence: its message with its particulars left open. */
export function findingMeaning(code: string): string {
  if (!Object.hasOwn(findingCodes, code)) return code;
  const text = findingCodes[code as FindingCode].text
    .replace(/^\{detail\}$/, 'The row cannot be read')
    .replaceAll('{detail}', '…');
  return /[.…]$/.test(text) ? text : `${text}.`;
}
