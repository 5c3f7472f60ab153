import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPerson, type Person, type Role } from '../../../src/access/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import type { ServerOptions } from '../../../src/web/index.ts';
import { figuresDouble, reportOf } from '../figures-double.ts';
import { type Server, testServer } from '../started.ts';

/** A report that asks for comments on what is red, under four headings, and for a summary of the whole. */
export const report = reportOf({
  id: 'scorecard',
  title: 'Children’s services scorecard',
  kind: 'scorecard',
  cycle: { 'data-cut-off': 3, 'commentary-due': 5, 'sign-off': 6, publication: 7 },
  causes: { vacancies: 'Vacant posts', demand: 'More referrals' },
  groups: [
    {
      title: 'Referral',
      indicators: [{ indicator: 're-referrals', owner: 'Head of assessment' }, 'assessments-45-days'],
    },
    { title: 'Protection', indicators: ['cp-seen-20-days', 'icpc-15-days'] },
  ],
  sections: [
    { title: 'Summary', parts: [{ part: 'commentary', headings: ['Summary'] }] },
    {
      title: '{title}',
      'for-each': {},
      parts: [
        { part: 'number-table', columns: ['now', 'previous'] },
        {
          part: 'commentary',
          headings: ['Cause', 'Action', 'Effect for children', 'Forecast'],
          required: ['away', 'near'],
        },
      ],
    },
  ],
});

export interface Ground {
  readonly server: Server;
  readonly store: Store;
  readonly figures: ReturnType<typeof figuresDouble>;
  close(): Promise<void>;
}

/** A server on the invented county with an empty store, at 10:00 on 4 November 2026 and a minute later at each look. */
export async function ground(options: Partial<ServerOptions> = {}): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'outturn-commentary-'));
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') }, new Date('2026-11-01'));
  const figures = figuresDouble({ report });
  const { server } = await testServer({ figures: () => figures, store, ...options });
  return {
    server,
    store,
    figures,
    close: async () => {
      await server.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Somebody with roles over a unit. */
export const person = (post: string, unit: string, ...held: readonly Role[]): Person => ({
  ...localPerson,
  id: post.toLowerCase().replaceAll(' ', '-'),
  post,
  grants: held.map((role) => ({ role, unit, from: '2020-01-01', to: null })),
});
