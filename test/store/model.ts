import fc from 'fast-check';
import type { PartAct, Store, StoreError } from '../../src/store/index.ts';
import { actions, commentary, oneStep, twoSteps } from './rule-tables.ts';
import { sha } from './stores.ts';

/** The store as plain maps: what the real one is held to. */
export class Model {
  readonly threads = new Map<string, { state: string; version: number; text: string }>();
  actionsRaised = 0;
}

/** One thing that somebody does. `seen` is how far behind the caller is: 0 has read the last version. */
export interface Step {
  readonly on: 'comment' | 'action' | 'approval' | 'target';
  readonly of: string;
  readonly action: string;
  readonly by: PartAct['as'];
  readonly why: string | undefined;
  readonly behind: number;
  readonly text: string;
}

const units = ['E1', 'T1', 'T2'] as const;
/** E1 is approved in two steps and needs T1 before it; it covers both teams. */
const covers: Readonly<Record<string, readonly string[]>> = { E1: ['E1', 'T1', 'T2'], T1: ['T1'], T2: ['T2'] };

const anyOf = <T>(...values: T[]) => fc.constantFrom(...values);
const step = (on: Step['on'], of: fc.Arbitrary<string>, action: fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc.record({
    on: fc.constant(on),
    of,
    action,
    by: anyOf<PartAct['as']>('author', 'approver', 'approver', 'second-approver'),
    why: anyOf(undefined, 'because', 'because'),
    behind: anyOf(0, 0, 0, 0, 0, 0, 1),
    text: fc.string({ minLength: 1, maxLength: 5, unit: 'binary' }).map((text) => `words ${text.replaceAll('\0', '')}`),
  });

/** What people mostly do: a unit is submitted and approved, the authority after T1; then somebody has second thoughts. */
const wayThrough = anyOf('E1', 'T1', 'T2').map((of): Step[] => {
  const plain = { on: 'approval', why: 'because', behind: 0, text: 'words' } as const;
  const team = (unit: string): Step[] => [
    { ...plain, of: unit, action: 'submit', by: 'author' },
    { ...plain, of: unit, action: 'approve', by: 'approver' },
  ];
  const above: Step[] = [
    ...team('T1'),
    ...team('E1'),
    { ...plain, of: 'T1', action: 'return', by: 'approver' },
    { ...plain, of: 'E1', action: 'approve', by: 'second-approver' },
  ];
  return [...(of === 'E1' ? above : team(of)), { ...plain, on: 'comment', of, action: 'write', by: 'author' }];
});

const anything = fc.oneof(
  step(
    'comment',
    anyOf(...units),
    anyOf('write', 'submit', 'submit', 'withdraw', 'return', 'approve', 'approve', 'reopen'),
  ),
  step(
    'approval',
    anyOf('E1', 'E1', 'T1', 'T2'),
    anyOf('submit', 'submit', 'approve', 'approve', 'approve', 'withdraw', 'return'),
  ),
  step('action', anyOf('new', '1', '2'), anyOf('revise', 'done', 'drop', 'reopen')),
  step('target', anyOf(...units), anyOf('set', 'withdraw')),
);

export const steps = fc
  .array(fc.oneof({ weight: 8, arbitrary: anything.map((one) => [one]) }, { weight: 1, arbitrary: wayThrough }), {
    minLength: 10,
    maxLength: 60,
  })
  .map((parts) => parts.flat());

const isApproved = (unit: string, state: string | undefined): boolean =>
  state === (unit === 'E1' ? 'approved-2' : 'approved-1');
const isUnderReview = (state: string | undefined): boolean =>
  state !== undefined && state !== 'open' && state !== 'returned';

const tables = {
  comment: () => commentary,
  action: () => actions,
  approval: (of: string) => (of === 'E1' ? twoSteps : oneStep),
} as const;

/** What a step gives: the code of its refusal, or the state that it leads to, which the model then has. */
export function expected(model: Model, { on, of, action, by, why, behind, text }: Step): string {
  const isNew = on === 'action' && of === 'new';
  const name = isNew ? `action ${model.actionsRaised + 1}` : `${on} ${of}`;
  const thread = model.threads.get(name);
  const state = (unit: string): string | undefined => model.threads.get(`approval ${unit}`)?.state;
  if (on === 'action' && !isNew && thread === undefined) return 'not-found';
  if (!isNew && behind > 0)
    return on === 'target' && action === 'withdraw' && why === undefined ? 'reason-missing' : 'stale';
  const first = { comment: 'none', action: 'none', approval: 'open', target: 'none' }[on];
  const from = thread?.state ?? first;
  let to: string;
  if (on === 'target') {
    if (action === 'withdraw' && why === undefined) return 'reason-missing';
    if (action === 'withdraw' && from !== 'set') return 'not-found';
    to = action;
  } else {
    const asked = `${from} ${isNew ? 'raise' : action} ${by} -> `;
    const table = tables[on](of);
    const rule = table.all.find((row) => row.startsWith(asked));
    if (rule === undefined) return 'not-allowed';
    if (why === undefined && !table.withoutReason.includes(rule)) return 'reason-missing';
    to = rule.slice(asked.length);
    const above = of !== 'E1' && isUnderReview(state('E1'));
    if (on === 'comment' && units.some((unit) => isApproved(unit, state(unit)) && covers[unit]?.includes(of)))
      return 'approved';
    if (on === 'approval' && action === 'submit' && of === 'E1' && !isApproved('T1', state('T1')))
      return 'below-not-approved';
    if (on === 'approval' && action !== 'approve' && above) return 'above-submitted';
  }
  if (isNew) model.actionsRaised += 1;
  const keepsText = thread !== undefined && !['write', 'revise', 'set'].includes(action);
  model.threads.set(name, { state: to, version: (thread?.version ?? 0) + 1, text: keepsText ? thread.text : text });
  return to;
}

/** Names of one run: all runs share a store. */
export const namesOf = (run: number) => ({
  report: `run-${run}`,
  comment: (unit: string) => ({ report: `run-${run}`, indicator: 'x', unit, month: '2026-05', heading: 'cause' }),
  approval: (unit: string) => ({ report: `run-${run}`, month: '2026-05', unit }),
  target: (unit: string, reason = 'x') => ({
    indicator: `run-${run}`,
    unit,
    from: '2026-04-01',
    target: 1,
    set_by: 'Head',
    reason,
  }),
});

/** Does a step; gives the code of the refusal, or the new state. `numbers` are those of the actions of this run. */
export async function done(
  store: Store,
  run: number,
  model: Model,
  numbers: number[],
  { on, of, action, by, why, behind, text }: Step,
  at: Date,
): Promise<string> {
  const act: PartAct = { who: `user-${by}`, role: 'Head', at, as: by, why };
  const names = namesOf(run);
  const seen = (model.threads.get(`${on} ${of}`)?.version ?? 0) + behind;
  const words = { text, ownerRole: 'Head', due: null, causes: [] };
  const number = numbers[Number(of) - 1] ?? 1_000_000;
  try {
    if (on === 'comment') {
      const key = names.comment(of);
      if (action !== 'write') return (await store.commentary.move(key, action as 'submit', seen, act)).state;
      return (await store.commentary.write(key, { authorRole: 'Head', text, quoted: [], causes: [] }, seen, act)).state;
    }
    if (on === 'approval') {
      const key = names.approval(of);
      if (action !== 'submit') return (await store.approvals.move(key, action as 'approve', seen, act)).state;
      const hashes = { extractHash: sha('a'), definitionsHash: sha('b') };
      const levels =
        of === 'E1'
          ? { steps: 2 as const, covers: ['T2'], below: ['T1'] }
          : { steps: 1 as const, covers: [], below: [] };
      return (await store.approvals.submit(key, { ...hashes, ...levels }, seen, act)).state;
    }
    if (on === 'target') {
      const made = await (action === 'set'
        ? store.targets.set(names.target(of, text), seen, act)
        : store.targets.withdraw(names.target(of), seen, act));
      return made.action;
    }
    if (of === 'new') {
      const raised = await store.actions.raise(
        { ...words, report: names.report, indicator: null, unit: 'E1', month: '2026-05', comment: null },
        act,
      );
      numbers.push(raised.number);
      return raised.state;
    }
    if (action === 'revise') return (await store.actions.revise(number, words, seen, act)).state;
    if (action === 'reopen') return (await store.actions.reopen(number, seen, act)).state;
    return (await store.actions.close(number, action as 'done', '2026-06', seen, act)).state;
  } catch (error) {
    const { code } = error as StoreError;
    if (code === undefined) throw error;
    return code;
  }
}

/** What the store holds of a run, in the form of the model. */
export async function held(store: Store, run: number, numbers: readonly number[]): Promise<Model['threads']> {
  const names = namesOf(run);
  const threads: Model['threads'] = new Map();
  for (const unit of units) {
    const comment = await store.commentary.at(names.comment(unit));
    if (comment) threads.set(`comment ${unit}`, comment);
    const approval = await store.approvals.at(names.approval(unit));
    if (approval) threads.set(`approval ${unit}`, { ...approval, text: '' });
    const target = (await store.targets.history(names.target(unit))).at(-1);
    if (target) threads.set(`target ${unit}`, { ...target, state: target.action, text: target.row.reason });
  }
  for (const [index, number] of numbers.entries()) {
    const action = await store.actions.at(number);
    if (action) threads.set(`action ${index + 1}`, action);
  }
  return new Map(
    [...threads].map(([name, { state, version, text }]) => [
      name,
      { state, version, text: name.startsWith('approval') ? '' : text },
    ]),
  );
}
