import { openStore, type PartAct, type Store } from '../../../src/store/index.ts';
import type { Found, Place, Subject } from '../subject.ts';

const opened = new Date('2026-01-01T00:00:00Z');
const hash = 'a'.repeat(64);
const teams = ['T1', 'T2'];
const head = 'E1';

interface Change {
  /** What the audit says of it: concept, thread, version, action. */
  readonly entry: string;
  readonly make: (store: Store, at: Date) => Promise<unknown>;
}

const monthOf = (cycle: number): string =>
  `${2000 + Math.floor(cycle / 12)}-${String((cycle % 12) + 1).padStart(2, '0')}`;
const act = (as: PartAct['as'], at: Date, why?: string): PartAct => ({ who: as, role: 'Head of service', at, as, why });

/** A comment on a unit: written, submitted, returned, written anew, submitted, approved. */
function comment(unit: string, month: string): Change[] {
  const key = { report: 'board', indicator: 'x', unit, month, heading: 'cause' };
  const thread = `commentary board/x/${unit}/${month}/cause`;
  const text = (words: string) => ({ authorRole: 'Team manager', text: words, quoted: [], causes: [] });
  const write = (seen: number, words: string): Change => ({
    entry: `${thread} ${seen + 1} write`,
    make: ({ commentary }, at) => commentary.write(key, text(words), seen, act('author', at)),
  });
  const move = (seen: number, action: 'submit' | 'return' | 'approve', as: PartAct['as']): Change => ({
    entry: `${thread} ${seen + 1} ${action}`,
    make: ({ commentary }, at) => commentary.move(key, action, seen, act(as, at, 'Say why')),
  });
  return [
    write(0, 'Fewer came.'),
    move(1, 'submit', 'author'),
    move(2, 'return', 'approver'),
    write(3, 'Fewer came, because a team was short.'),
    move(4, 'submit', 'author'),
    move(5, 'approve', 'approver'),
  ];
}

/** The report of a unit: submitted, returned, submitted again, approved in two steps. */
function approval(unit: string, month: string, below: readonly string[]): Change[] {
  const key = { report: 'board', month, unit };
  const submission = { extractHash: hash, definitionsHash: hash, steps: 2 as const, covers: below, below };
  const one = (version: number, action: string, make: Change['make']): Change => ({
    entry: `approvals board/${month}/${unit} ${version} ${action}`,
    make,
  });
  const submit = (seen: number) =>
    one(seen + 1, 'submit', ({ approvals }, at) => approvals.submit(key, submission, seen, act('author', at)));
  const move = (seen: number, action: 'approve' | 'return', as: PartAct['as']) =>
    one(seen + 1, action, ({ approvals }, at) => approvals.move(key, action, seen, act(as, at, 'Say why')));
  return [
    submit(0),
    move(1, 'return', 'approver'),
    submit(2),
    move(3, 'approve', 'approver'),
    move(4, 'approve', 'second-approver'),
  ];
}

/** How a month goes: comments, then approvals from below, then the entry of the edition. */
const monthly = (month: string, number: number): Change[] => [
  ...teams.flatMap((unit) => comment(unit, month)),
  ...teams.flatMap((unit) => approval(unit, month, [])),
  ...approval(head, month, teams),
  {
    entry: `editions ${number} 1 publish`,
    make: ({ editions }, at) => {
      const of = { number, report: 'board', month, unit: head, kind: 'internal' as const, path: `editions/${number}` };
      const hashes = { contentHash: hash, extractHash: hash, definitionsHash: hash };
      return editions.register({ ...of, ...hashes, corrects: null, changed: null }, act('approver', at));
    },
  },
];

const perMonth = monthly(monthOf(0), 1).length;
const changeOf = (n: number): Change => {
  const cycle = Math.floor(n / perMonth);
  return monthly(monthOf(cycle), cycle + 1)[n % perMonth] as Change;
};

/** Makes the n-th change (from 0) of a store that had none before: the same in every process. */
export async function change(store: Store, n: number): Promise<void> {
  await changeOf(n).make(store, new Date(Date.UTC(2026, 0, 1, 0, n)));
}

/** What the rows say against each other: a report approved above what is not approved below it. */
async function against(store: Store, cycle: number): Promise<string[]> {
  const list = await store.approvals.list('board', monthOf(cycle));
  const isApproved = (unit: string) => list.some(({ key, approved }) => key.unit === unit && approved);
  return list.some(({ key }) => key.unit === head)
    ? teams.filter((unit) => !isApproved(unit)).map((unit) => `${head} was submitted above ${unit}, which is open`)
    : [];
}

/** Comments and reports that are written, returned and approved, each step a change on the disk before it is acknowledged. */
export const approving: Subject = {
  name: 'approving',
  kinds: ['sqlite', 'postgres'],
  round: perMonth,
  apart: false,
  async prepare({ store }) {
    await (await openStore(store, opened)).close();
  },
  async work({ store: address }: Place, { begun, made }) {
    const store = await openStore(address, opened);
    const first = (await store.audit.verify()).entries;
    begun();
    for (let n = first; ; n++) {
      await change(store, n);
      made(n + 1);
    }
  },
  async look({ store: address }): Promise<Found> {
    const store = await openStore(address, opened);
    try {
      const { entries, broken, differing } = await store.audit.verify();
      const found = (await store.audit.entries({ limit: 1_000_000 })).map(
        ({ concept, thread, version, action }) => `${concept} ${thread} ${version} ${action}`,
      );
      const misplaced = found.findIndex((entry, n) => entry !== changeOf(n).entry);
      const chain = await store.editions.verify();
      return {
        changes: entries,
        halfStates: [
          ...(broken === null ? [] : [`entry ${broken} of the audit does not follow`]),
          ...(misplaced < 0 ? [] : [`change ${misplaced + 1} is ${found[misplaced]}`]),
          ...differing.map((row) => `${row} is not as it was written`),
          ...(await against(store, Math.floor(entries / perMonth))),
        ],
        unreadable: chain === null ? [] : [`the chain of editions is broken at ${chain}`],
        leftovers: 0,
      };
    } finally {
      await store.close();
    }
  },
};
