import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPerson, type Person, type Role } from '../../../src/access/index.ts';
import type { BasisExtract } from '../../../src/edition/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import type { ServerOptions } from '../../../src/web/index.ts';
import { figuresDouble, reportOf } from '../figures-double.ts';
import { type Server, testServer } from '../started.ts';

/** A board's report with a comment on each indicator, approved by districts and then by the county, in two steps. */
const board = reportOf({
  id: 'board',
  title: 'Board report',
  audience: 'Safeguarding board',
  cycle: {
    'data-cut-off': 3,
    'commentary-due': 6,
    'sign-off': 8,
    publication: 10,
    'blocked-by': ['end-before-start'],
    approval: { steps: 2, levels: ['district', 'authority'] },
  },
  groups: [
    {
      title: 'All',
      indicators: [{ indicator: 'cp-seen-20-days', owner: 'Head of safeguarding' }, 'cla-reviews-on-time'],
    },
  ],
  sections: [
    {
      title: '{title}',
      'for-each': {},
      parts: [
        { part: 'number-table', columns: ['now'] },
        { part: 'commentary', headings: ['Cause'], required: ['met', 'near', 'away'] },
      ],
    },
  ],
});
/** A report of the quarter, and one without a calendar. */
const contract = reportOf({
  id: 'contract',
  title: 'Contract report',
  rhythm: 'quarterly',
  cycle: { 'data-cut-off': 3, 'commentary-due': 6, 'sign-off': 8, publication: 10 },
});
const plain = reportOf({ id: 'plain', title: 'Plain table' });

export const month = '2026-10';
export const indicators = ['cp-seen-20-days', 'cla-reviews-on-time'] as const;
export const hash = (letter: string): string => letter.repeat(64);

const extractsOf = (day: string): BasisExtract[] => [
  { authority: 'CTY', source: 'ssd', asAt: '2026-10-31', loadedAt: `${day}T08:12:00Z` },
];

export interface Ground {
  readonly server: Server;
  readonly store: Store;
  /** Whoever asks from now on. */
  ask(person: Person): void;
  /** The letter of the extracts in force, and of the definitions. */
  readonly basis: { extract: string; definitions: string };
  close(): Promise<void>;
}

/** A server on the invented county with an empty store, at 10:00 on 4 November 2026 and a minute later at each look. */
export async function ground(options: Partial<ServerOptions> = {}): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'outturn-cycle-'));
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') }, new Date('2026-11-01'));
  const double = figuresDouble();
  const reports = new Map([board, contract, plain].map((one) => [one.id, one]));
  const figures = { ...double, pack: { ...double.pack, reports } };
  // What was submitted of extracts a: one child of eight seen, whatever is known since.
  const submitted = {
    ...figures,
    observation: (indicator: string, unit: string, at: string) => {
      const found = figures.observation(indicator, unit, at);
      if (indicator !== 'cp-seen-20-days' || at !== month) return found;
      return found && { ...found, numerator: 1, denominator: 8, value: 12.5 };
    },
  };
  const basis = { extract: 'a', definitions: 'd' };
  let asks = localPerson;
  let minute = 0;
  const { server } = await testServer({
    figures: () => figures,
    store,
    review: {
      basis: () => ({
        extractHash: hash(basis.extract),
        definitionsHash: hash(basis.definitions),
        extracts: extractsOf('2026-11-03'),
      }),
      figures: async (wanted) => (wanted === hash('a') ? submitted : null),
      extracts: async (wanted) => (wanted === hash('a') ? extractsOf('2026-11-03') : null),
    },
    now: () => new Date(Date.UTC(2026, 10, 4, 10, minute++)),
    ...options,
  });
  server.addHook('preHandler', async (request) => {
    request.person = asks;
  });
  return {
    server,
    store,
    basis,
    ask: (person) => {
      asks = person;
    },
    close: async () => {
      await server.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Somebody with roles over a unit. */
export const person = (post: string, unit: string, ...held: readonly Role[]): Person => ({
  id: post.toLowerCase().replaceAll(' ', '-'),
  name: post,
  post,
  grants: held.map((role) => ({ role, unit, from: '2026-01-01', to: null })),
});

/** Comments that are required, written and approved for a unit. */
export async function commented(store: Store, unit: string): Promise<void> {
  for (const indicator of indicators) {
    const key = { report: 'board', indicator, unit, month, heading: 'Cause' };
    const by = { who: 'somebody', role: 'Head of safeguarding', at: new Date('2026-11-04T09:00:00Z') };
    const text = {
      authorRole: 'Head of safeguarding',
      text: 'Visits are made by two workers.',
      quoted: [],
      causes: [],
    };
    await store.commentary.write(key, text, 0, { ...by, as: 'author' });
    await store.commentary.move(key, 'submit', 1, { ...by, as: 'author' });
    await store.commentary.move(key, 'approve', 2, { ...by, as: 'approver' });
  }
}
