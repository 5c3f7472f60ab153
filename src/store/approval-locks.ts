import { type ApprovalState, type ApprovalSteps, isApproved } from './approval-rules.ts';
import { StoreError } from './error.ts';
import { latest } from './ledger.ts';
import type { ConceptTables, Database, Writing } from './tables.ts';

type Row = ConceptTables['approvals'];

/** The approvals of a report and month as they stand, by unit. */
export async function approvalsAt(db: Database | Writing, report: string, month: string): Promise<readonly Row[]> {
  const query = db.selectFrom('approvals').selectAll().where('report', '=', report).where('month', '=', month);
  return latest(await query.orderBy('version').execute());
}

/** Whether nothing is left to approve. */
export const approved = (row: Row): boolean => isApproved(row.state as ApprovalState, row.steps as ApprovalSteps);

/**
 * What people say about a unit stays as it is once the report is approved for it or for a unit that covers it.
 *
 * @throws StoreError `approved`
 */
export async function checkNotApproved(
  writing: Writing,
  { report, month, unit }: { readonly report: string; readonly month: string; readonly unit: string },
): Promise<void> {
  const holding = (await approvalsAt(writing, report, month)).find(
    (row) => approved(row) && (JSON.parse(row.covers) as string[]).includes(unit),
  );
  if (holding) {
    throw new StoreError('approved', `The report of ${month} is approved for ${holding.unit}: have it returned first.`);
  }
}
