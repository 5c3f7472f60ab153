import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginSession, type Grant, readSignInSettings, recordLook } from '../../../src/access/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { formTokenOf } from '../../../src/web/access/form-token.ts';
import type { ServerOptions } from '../../../src/web/index.ts';
import { type Server, testServer } from '../started.ts';

export const now = new Date('2026-11-04T10:00:00Z');
const act = { who: 'test', role: 'Test', at: new Date('2026-11-01T08:00:00Z') };

/** A server on which people sign in, on a store of its own. */
export interface SignedInServer {
  readonly server: Server;
  readonly store: Store;
  /** Moves the clock. */
  at(time: Date): void;
  /** Adds somebody with grants; gives their id. */
  person(name: string, grants: readonly Omit<Grant, 'from' | 'to'>[], email?: string): Promise<string>;
  /** Signs somebody in without the form; gives the cookie and what their forms carry. */
  session(person: string): Promise<{ cookie: string; token: string }>;
  close(): Promise<void>;
}

/** As a browser says that a form is of this very site. */
export const here = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'sec-fetch-site': 'same-origin',
} as const;

/** The token in the first form of a page. */
export const tokenIn = (body: string): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

/** A form as a browser sends it. */
export const formOf = (fields: Readonly<Record<string, string>>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { ...here, 'content-type': 'application/x-www-form-urlencoded' },
});

export async function signedInServer(
  settings = 'accounts: true',
  options: Partial<ServerOptions> = {},
  secret?: string,
): Promise<SignedInServer> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-signed-in-'));
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') }, now);
  let clock = now;
  const { server } = await testServer({
    store,
    now: () => clock,
    signIn: { settings: readSignInSettings(settings), secret },
    audit: async (event) => {
      await recordLook(store, event);
    },
    ...options,
  });
  return {
    server,
    store,
    at: (time) => {
      clock = time;
    },
    async person(name, grants, email = `${name.toLowerCase().replaceAll(/\W+/g, '-')}@council.example`) {
      const { id } = await store.people.add({ name, post: `Post of ${name}`, email, subject: null }, act);
      for (const { role, unit } of grants) {
        await store.grants.add({ person: id, role, unit, from: '2026-04-01', to: null }, act);
      }
      return id;
    },
    async session(person) {
      const id = await beginSession(store, person, 'password', clock);
      return { cookie: `outturn=${id}`, token: formTokenOf(id) };
    },
    async close() {
      await server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
