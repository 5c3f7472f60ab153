import { mkdtempSync, rmSync } from 'node:fs';
import { killMigrations, killWriters, seeded } from '../../test/store/killed/runs.ts';
import { startPostgres } from '../../test/store/postgres-server.ts';

/**
 * sh bin/node scripts/faults/store.ts [--runs N] [--seed N]: kills a process that writes to a store N times (default 200) and
 * one that makes stores and brings them up to date N times, on SQLite and on PostgreSQL, and looks at the store after each.
 * Ends with 1 where a store was left neither as before nor as after.
 */
function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const runs = option('runs', 200);
const seed = option('seed', 1);
const folder = mkdtempSync('/tmp/outturn-faults-');
const server = await startPostgres();
if (server === null) process.exitCode = 1;
try {
  for (const { kind, at } of [
    { kind: 'sqlite' as const, at: folder },
    ...(server ? [{ kind: 'postgres' as const, at: server.address }] : []),
  ]) {
    for (const [name, kill] of [
      ['writing', killWriters],
      ['migrating', killMigrations],
    ] as const) {
      const { kills, wrong, seen } = await kill({ kind, at, name }, runs, seeded(seed));
      console.log(`${kind}, ${name}: killed ${kills} times, ${wrong.length} wrong, ${JSON.stringify(seen)}`);
      for (const what of wrong) console.log(`  ${what}`);
      if (wrong.length > 0) process.exitCode = 1;
    }
  }
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
