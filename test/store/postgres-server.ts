import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { isThere } from '../needed.ts';

/** A PostgreSQL server of this process alone: own folder, own socket, no port. */
export interface PostgresServer {
  /** Of the server, through its socket. */
  readonly address: string;
  /** Makes an empty schema and gives its address. */
  fresh(): Promise<string>;
  query(sql: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** The folder of PostgreSQL's programs; null where there is none. */
function programs(): string | null {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).toSorted((one, other) => Number(other) - Number(one)) : [];
  const places = [process.env.POSTGRES_BIN ?? '', ...versions.map((version) => join(home, version, 'bin'))];
  return places.find((place) => place !== '' && existsSync(join(place, 'initdb'))) ?? null;
}

/** PostgreSQL does not start as root: then it runs as the user that its package made. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (kind: string): number => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a server, or says aloud that there is none and gives null. Where CI is set, that is a failure.
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  const bin = programs();
  const leftOut = 'the store is NOT tested on it (sh bin/postgres installs it)';
  if (!isThere('PostgreSQL', bin !== null, leftOut) || bin === null) return null;
  // Short, because the path of a socket may be; reached by all, because the server runs as another user.
  const folder = mkdtempSync('/tmp/outturn-pg-');
  const as = account();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, ...as } as const;
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'outturn', '-E', 'UTF8', '-N'], options);
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'shared_buffers=16MB'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = () => void server.kill('SIGQUIT');
  process.once('exit', end);
  const address = `postgres://outturn@/postgres?host=${encodeURIComponent(folder)}`;
  await ready(server);
  const pool = new pg.Pool({ connectionString: address, max: 2 });
  pool.on('error', () => undefined);
  let made = 0;
  return {
    address,
    async fresh() {
      made += 1;
      const name = `store_${process.pid}_${made}`;
      await pool.query(`create schema ${name}`);
      return `${address}&options=${encodeURIComponent(`-c search_path=${name}`)}`;
    },
    query: async (sql) => (await pool.query(sql)).rows,
    async stop() {
      await pool.end();
      process.off('exit', end);
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (text: Buffer) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('close', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
