import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** When, at its step, a process dies: before the step, or when it has been asked for and nobody knows the answer. */
export type When = 'before' | 'within';

type Method = (this: unknown, ...given: unknown[]) => unknown;

/**
 * Counts the steps by which a process changes what outlives it: files made durable, moved, linked and deleted, and the
 * statements it gives a database. Dies at the one that it is told.
 *
 * @param at 0: at none
 */
export async function countSteps(at: number, when: When): Promise<{ begin(): void; readonly steps: number }> {
  let counting = false;
  let steps = 0;
  const die = (): void => void process.kill(process.pid, 'SIGKILL');
  const stepped = (method: Method): Method =>
    function (...given) {
      if (!counting) return method.apply(this, given);
      steps += 1;
      const isLast = steps === at;
      if (isLast && when === 'before') die();
      const answer = method.apply(this, given);
      if (isLast) die();
      return answer;
    };
  const count = (of: object, names: readonly string[]): void => {
    const methods = of as Record<string, Method>;
    for (const name of names) methods[name] = stepped(methods[name] as Method);
  };
  const handle = await files.open('/dev/null');
  count(Object.getPrototypeOf(handle), ['sync']);
  await handle.close();
  count(files, ['rename', 'link', 'rm']);
  syncBuiltinESMExports();
  const database = new Sqlite(':memory:');
  count(Object.getPrototypeOf(database.prepare('select 1')), ['run', 'all']);
  database.close();
  count(pg.Client.prototype, ['query']);
  return {
    begin: () => {
      counting = true;
    },
    get steps() {
      return steps;
    },
  };
}
