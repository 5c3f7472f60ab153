import type { PartAct, Store } from '../../../src/store/index.ts';

/** How a month goes, one change after the other: each step is one write and one entry in the audit. */
const month = ['write', 'submit', 'approve', 'submit for approval', 'approve the report', 'publish'] as const;
const hash = 'a'.repeat(64);
const monthOf = (n: number): string => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** The n-th change (from 0) of a store that had none before: the same in every process. */
export async function change(store: Store, n: number): Promise<void> {
  const cycle = Math.floor(n / month.length);
  const of = { report: 'board', month: monthOf(cycle), unit: 'E1' };
  const key = { ...of, indicator: 'x', heading: 'cause' };
  const act = (as: PartAct['as']): PartAct => ({ who: as, role: 'Head', at: new Date(Date.UTC(2026, 0, 1, 0, n)), as });
  switch (month[n % month.length]) {
    case 'write':
      await store.commentary.write(
        key,
        { authorRole: 'Head', text: `Words ${n}`, quoted: [], causes: [] },
        0,
        act('author'),
      );
      return;
    case 'submit':
      await store.commentary.move(key, 'submit', 1, act('author'));
      return;
    case 'approve':
      await store.commentary.move(key, 'approve', 2, act('approver'));
      return;
    case 'submit for approval': {
      const submission = { extractHash: hash, definitionsHash: hash, steps: 1 as const, covers: [], below: [] };
      await store.approvals.submit(of, submission, 0, act('author'));
      return;
    }
    case 'approve the report':
      await store.approvals.move(of, 'approve', 1, act('approver'));
      return;
    default:
      await store.editions.register(
        {
          ...of,
          number: cycle + 1,
          kind: 'internal',
          contentHash: hash,
          extractHash: hash,
          definitionsHash: hash,
          path: `editions/${cycle + 1}`,
          corrects: null,
          changed: null,
        },
        act('approver'),
      );
  }
}

/** What the audit says of the n-th change. */
export function entryOf(n: number): string {
  const cycle = Math.floor(n / month.length);
  const of = `board/${monthOf(cycle)}/E1`;
  const comment = `commentary board/x/E1/${monthOf(cycle)}/cause`;
  return (
    [
      `${comment} 1 write`,
      `${comment} 2 submit`,
      `${comment} 3 approve`,
      `approvals ${of} 1 submit`,
      `approvals ${of} 2 approve`,
      `editions ${cycle + 1} 1 publish`,
    ][n % month.length] ?? ''
  );
}
