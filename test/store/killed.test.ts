import { expect, test } from 'vitest';
import { killMigrations, killWriters, seeded } from './killed/runs.ts';
import { folder, onBoth } from './stores.ts';

const kills = 8;

onBoth((ground) => {
  const place = (name: string) => ({ kind: ground.kind, at: ground.server?.address ?? folder, name });

  test('a process killed while it writes leaves each change whole or not made, and none that it told of is lost', async () => {
    const { wrong, seen } = await killWriters(place('writers'), kills, seeded(1));
    expect(wrong).toEqual([]);
    expect(seen.changes).toBeGreaterThanOrEqual(kills);
  }, 300_000);

  test('a process killed while it makes a store or brings it up to date leaves it as before or as after', async () => {
    const { wrong } = await killMigrations(place('migrations'), kills, seeded(2));
    expect(wrong).toEqual([]);
  }, 300_000);
});
