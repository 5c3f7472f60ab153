import type { Severity } from './finding.ts';

interface Code {
  readonly severity: Severity;
  /** The message, with the words of one case in braces. */
  readonly text: string;
}

const refusedRow = (text: string): Code => ({ severity: 'refused-row', text });
const refusedValue = (text: string): Code => ({ severity: 'refused-value', text });
const repaired = (text: string): Code => ({ severity: 'repaired', text });
const suspicious = (text: string): Code => ({ severity: 'suspicious', text });

/** Everything that can be wrong with a delivery. A code is stable: it may be relied on in scripts. */
export const findingCodes = {
  // The delivery
  'file-unknown': suspicious('Not read: {detail}'),
  'folder-not-read': suspicious('Folders inside a delivery are not read'),
  'as-at-assumed': suspicious(
    'The delivery does not say its as-at date; {detail} was taken, from the latest date in it',
  ),
  'department-parent-unknown': repaired('The parent team is not in the table; the team was put under {detail}'),
  'department-root-added': repaired('The root of the organisation is not in the table; it was added'),
  'department-own-parent': repaired('The team is its own parent; it was taken to have none'),
  // A file
  'file-empty': suspicious('The file has no header'),
  'encoding-assumed': repaired('The file is not UTF-8; it was read as {detail}'),
  'column-unknown': suspicious('There is no such column in {detail}; it was not read'),
  'column-twice': suspicious('The column stands twice in the header; the first was read'),
  'title-rows': repaired('Rows above the header were passed over'),
  'cells-without-heading': suspicious('The row has cells in a column without a heading; they were not read'),
  'element-unknown': suspicious('There is no such element in this standard; it was not read'),
  'element-twice': refusedValue('The element stands twice with different values; the first was read'),
  'text-stray': suspicious('There is text between the elements; it was not read'),
  'column-guessed': suspicious('The heading is like {detail} and like no other; it was read as that'),
  'column-without-place': suspicious('No table has a place for this column; it was not kept'),
  // A row
  'row-marked-no': refusedRow('A no says that there is no such row, and values of one stand beside it'),
  'row-total': refusedRow('The row is a total; it was passed over'),
  'row-remark': refusedRow('The row is a remark under the table; it was passed over'),
  'row-ragged': refusedRow('{detail}'),
  'row-empty': refusedRow('The row holds no value'),
  'row-twice': refusedRow('The same row stands in the file before'),
  'key-twice': refusedRow('Another row with the same {detail} stands in the file before; the first was kept'),
  'key-missing': suspicious('The row has no {detail}'),
  // A value
  'cell-error': refusedValue('The cell holds an error of the spreadsheet; it was left empty'),
  'date-unreadable': refusedValue('{detail} is not a date; it was left empty'),
  'date-implausible': refusedValue('{detail} lies outside 1900 to 2099; it was left empty'),
  'date-partial': refusedValue('Parts of {detail} are not known, so it is no date; it was left empty'),
  'date-two-digit-year': repaired('{detail} has a year of two digits; it was read as 1950 to 2049'),
  'date-serial': repaired('{detail} is a spreadsheet day number; it was read as a date'),
  'yes-no-unreadable': refusedValue('{detail} is neither yes nor no; it was taken as unknown'),
  'code-repaired': repaired('{detail} was written in words; its code was taken'),
  'code-not-of-year': suspicious('The returns of this year do not have the code: {detail}; it was kept'),
  'code-unknown': suspicious('{detail} is not on the code list; it was kept as it is'),
  'code-guessed': suspicious('{detail} is like the words of one code and of no other; that code was taken'),
  'code-group': suspicious('{detail} names a group of codes; it was kept in words, because which of them is not said'),
  'number-unreadable': refusedValue('{detail} is not a number; it was left empty'),
  'number-repaired': repaired('{detail} was not written as a plain number; it was read as one'),
  // What collected figures say
  'figure-indicator-unknown': refusedRow('The pack has no such indicator'),
  'figure-is-counted': refusedRow('The indicator is counted from cases; figures are given only of collected ones'),
  'figure-month-unreadable': refusedRow('This is no month: write it as 2026-10'),
  'figure-unit-unknown': refusedRow('There is no such unit'),
  'figure-twice': refusedRow('Another row gives the figure of the same indicator, unit and month; the first was kept'),
  'figure-form': refusedRow('This is no figure: {detail}'),
  // What Annex A says
  'person-contradicts': suspicious('{detail} of this child differs between lists; what the first list says was kept'),
  'referral-without-case': suspicious(
    'The referral was not closed without further action and list 6 has no case of it; it is taken to have closed on its day',
  ),
  // What an SSDA903 return says
  'child-not-in-header': suspicious('The child is not in the header file'),
  'episode-ends-before-start': suspicious('The episode ends before it begins'),
  'episode-reason-without-end': repaired('The episode has a reason for ending and no end; it is taken as open'),
  'episode-end-without-reason': suspicious('The episode has ended without a reason'),
  'placement-same-carer': suspicious('The placement changed and the carer did not; a new placement was begun'),
  'review-outside-care': suspicious('The review does not fall in a period of care of the child'),
  'check-dated-by-return': suspicious('{detail} Each was dated to the last day of the return'),
  'adoption-outside-care': suspicious('The row does not fall in a period of care of the child'),
  // What a children in need census says
  'census-date-assumed': suspicious('The header has no reference date; {detail} was taken, from its year'),
  'census-out-of-order': suspicious('The date lies before {detail}, which it must follow'),
  'census-after-reference-date': suspicious('The date lies after the reference date of the census, {detail}'),
  'census-before-birth': suspicious('{detail} lies long before the birth of the child'),
  'census-after-death': suspicious('{detail} lies after the death of the child'),
  // What several returns say together
  'history-differs': suspicious('{detail} has another value in this return than in an earlier one; this one was taken'),
  'history-row-replaced': refusedRow('A later return tells this time of the child otherwise; the later one was taken'),
  'history-episode-gone': repaired(
    'The episode was open at the end of the return and is not in a later one; it was taken as ended on {detail}',
  ),
  'history-gap': suspicious('There is no return for {detail}; figures that need that time are not told'),
} as const satisfies Record<string, Code>;

export type FindingCode = keyof typeof findingCodes;

/** The message of a code with its detail put in. */
export function findingMessage(code: FindingCode, detail = ''): string {
  return findingCodes[code].text.replace('{detail}', detail);
}
