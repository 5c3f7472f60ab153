import { expect } from 'vitest';
import { definitionsHash, extractHash } from '../../../src/edition/index.ts';
import type { Layer } from '../../../src/pack/index.ts';
import type { PartAct, Store } from '../../../src/store/index.ts';
import { currentExtracts } from '../../../src/warehouse/index.ts';

interface Round {
  readonly data: string;
  readonly store: Store;
  readonly layers: readonly Layer[];
  readonly month: string;
  readonly teams: readonly string[];
  /** Publishes the report, or is refused. */
  readonly publish: () => Promise<unknown>;
}

const act = (month: string, as: PartAct['as'], why?: string): PartAct => ({
  who: as,
  role: as === 'author' ? 'Team manager' : 'Head of service',
  at: new Date(`${month}-28T09:00:00Z`),
  as,
  why,
});

/** A comment is written, submitted, returned, amended, submitted and approved; until then nothing is published. */
export async function commented({ store, month, publish }: Round): Promise<string> {
  const key = { report: 'board', indicator: 'in-time', unit: 'E1', month, heading: 'Cause' };
  const text = (words: string) => ({ authorRole: 'Team manager', text: words, quoted: [], causes: [] });
  const { commentary } = store;
  const amendedWords = `Two workers left, and their work was shared out (${month}).`;
  const draft = await commentary.write(key, text('Two workers left.'), 0, act(month, 'author'));
  const sent = await commentary.move(key, 'submit', draft.version, act(month, 'author'));
  await expect(publish()).rejects.toMatchObject({ code: 'comments-open' });
  const back = await commentary.move(key, 'return', sent.version, act(month, 'approver', 'Say what was done about it'));
  expect(back).toMatchObject({ state: 'returned', why: 'Say what was done about it' });
  const amended = await commentary.write(key, text(amendedWords), back.version, act(month, 'author'));
  const again = await commentary.move(key, 'submit', amended.version, act(month, 'author'));
  await commentary.move(key, 'approve', again.version, act(month, 'approver'));
  return amendedWords;
}

/**
 * The report is approved from below, returned once and approved in two steps; nothing is published before the last of them.
 *
 * @returns the hash of the extracts that were approved
 */
export async function approvedFromBelow({ data, store, layers, month, teams, publish }: Round): Promise<string> {
  const { approvals } = store;
  const hash = extractHash(await currentExtracts(data));
  const keyOf = (unit: string) => ({ report: 'board', month, unit });
  const submissionOf = (below: readonly string[], steps: 1 | 2) => ({
    extractHash: hash,
    definitionsHash: definitionsHash(layers),
    steps,
    covers: below,
    below,
  });
  const whole = submissionOf(teams, 2);
  const author = act(month, 'author');
  await expect(approvals.submit(keyOf('E1'), whole, 0, author)).rejects.toMatchObject({ code: 'below-not-approved' });
  for (const unit of teams) {
    const { version } = await approvals.submit(keyOf(unit), submissionOf([], 1), 0, author);
    await approvals.move(keyOf(unit), 'approve', version, act(month, 'approver'));
  }
  const first = await approvals.submit(keyOf('E1'), whole, 0, author);
  await expect(publish()).rejects.toMatchObject({ code: 'not-approved' });
  const back = await approvals.move(keyOf('E1'), 'return', first.version, act(month, 'approver', 'Look at team two'));
  const second = await approvals.submit(keyOf('E1'), whole, back.version, author);
  const half = await approvals.move(keyOf('E1'), 'approve', second.version, act(month, 'approver'));
  expect(half.approved).toBe(false);
  await expect(publish()).rejects.toMatchObject({ code: 'not-approved' });
  const done = await approvals.move(keyOf('E1'), 'approve', half.version, act(month, 'second-approver'));
  expect(done.approved).toBe(true);
  return hash;
}
