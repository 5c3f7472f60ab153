import { literal, quoted } from '../../warehouse/index.ts';
import type { TableSchema } from '../read-table.ts';
import { masked } from '../reading/masked.ts';
import type { Workbench } from '../workbench.ts';

/** First and second day of what happens in this order, by raw table. */
const orders: readonly (readonly [table: string, first: string, second: string])[] = [
  ['referral', 'CINreferralDate', 'CINclosureDate'],
  ['referral', 'CINreferralDate', 'DateOfInitialCPC'],
  ['assessment', 'AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
  ['need_plan', 'CINPlanStartDate', 'CINPlanEndDate'],
  ['enquiry', 'S47ActualStartDate', 'DateOfInitialCPC'],
  ['protection_plan', 'CPPstartDate', 'CPPendDate'],
  ['proceedings', 'PPStartDate', 'StepDecisionDate'],
  ['child', 'PersonBirthDate', 'PersonDeathDate'],
];

/** What begins within a referral. */
const beginnings: readonly (readonly [table: string, first: string])[] = [
  ['assessment', 'AssessmentActualStartDate'],
  ['need_plan', 'CINPlanStartDate'],
  ['enquiry', 'S47ActualStartDate'],
  ['protection_plan', 'CPPstartDate'],
];

/** Days that may lie ahead. */
const mayLieAhead = new Set(['InitialCPCtarget', 'ExpectedPersonBirthDate', 'ReferenceDate']);

/** A referral may come before birth, by the length of a pregnancy. */
const beforeBirth = 300;

/** Notes the days of a census that cannot be: none of them is changed. */
export async function checkCensus(
  bench: Workbench,
  file: string,
  tables: Readonly<Record<string, TableSchema>>,
  referenceDate: string,
): Promise<void> {
  const note = (
    code: Parameters<Workbench['noteEach']>[0],
    table: string,
    column: string,
    where: string,
    detail = column,
  ) => {
    const schema = tables[table];
    const shown = masked(`f.${quoted(column)}::varchar`, schema?.columns[column]?.personal ?? false);
    return bench.noteEach(
      code,
      `select ${literal(file)} as file, f._line as "row", ${literal(column)} as "column", ${shown} as "value",
        ${literal(schema?.id ?? '')} as dataset from ${quoted(`census_${table}`)} f where ${where}`,
      detail,
    );
  };
  for (const [table, first, second] of orders) {
    await note('census-out-of-order', table, second, `f.${quoted(second)} < f.${quoted(first)}`, first);
  }
  await note(
    'census-out-of-order',
    'protection_review',
    'CPPreviewDate',
    'f."CPPreviewDate" < (select min(p."CPPstartDate") from census_protection_plan p where p._plan = f._plan)',
    'CPPstartDate',
  );
  for (const [table, first] of beginnings) {
    const referred = '(select r."CINreferralDate" from census_referral r where r._referral = f._referral)';
    await note('census-out-of-order', table, first, `f.${quoted(first)} < ${referred}`, 'CINreferralDate');
  }
  for (const [table, { columns }] of Object.entries(tables)) {
    const days = Object.keys(columns).filter((column) => columns[column]?.type === 'date' && !mayLieAhead.has(column));
    for (const column of days) {
      const day = `f.${quoted(column)}`;
      await note(
        'census-after-reference-date',
        table,
        column,
        `${day} > date ${literal(referenceDate)}`,
        referenceDate,
      );
      if (table === 'child' || table === 'header') continue;
      const person = (told: string) => `(select c.${quoted(told)} from census_child c where c._child = f._child)`;
      await note('census-before-birth', table, column, `${day} < ${person('PersonBirthDate')} - ${beforeBirth}`);
      await note(
        'census-after-death',
        table,
        column,
        `${day} > ${person('PersonDeathDate')} and ${literal(column)} not in ('CINclosureDate', 'CPPendDate', 'CINPlanEndDate')`,
      );
    }
  }
}
