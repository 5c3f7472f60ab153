import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { done, expected, held, Model, namesOf, steps } from './model.ts';
import { now, onBoth } from './stores.ts';

const runs = Number(process.env.OUTTURN_STORE_RUNS ?? 15);

onBoth((ground) => {
  test('whatever people do in whatever order, the store is where plain maps are, and keeps every step', async () => {
    const address = await ground.fresh();
    const store = await openStore(address, now);
    let run = 0;
    let changes = 0;
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        run += 1;
        const model = new Model();
        const numbers: number[] = [];
        let applied = 0;
        for (const [index, step] of taken.entries()) {
          const at = new Date(Date.UTC(2026, 5, 1, 9, index));
          const sizes = [...model.threads.values()].reduce((sum, { version }) => sum + version, 0);
          const found = await done(store, run, model, numbers, step, at);
          const right = expected(model, step);
          expect(`${JSON.stringify(step)} ${found}`).toBe(`${JSON.stringify(step)} ${right}`);
          met.add(right);
          applied += [...model.threads.values()].reduce((sum, { version }) => sum + version, 0) - sizes;
        }
        changes += applied;
        const wanted = [...model.threads].map(
          ([name, thread]) => [name, name.startsWith('approval') ? { ...thread, text: '' } : thread] as const,
        );
        expect(new Map([...(await held(store, run, numbers))].toSorted())).toEqual(new Map(wanted.toSorted()));
        const { report } = namesOf(run);
        const comments = await store.commentary.list({ report, month: '2026-05' });
        expect(comments).toHaveLength(wanted.filter(([name]) => name.startsWith('comment')).length);
      }),
      { numRuns: runs, seed: 20260601 },
    );
    expect(await store.audit.verify()).toEqual({ entries: changes, broken: null, differing: [] });
    await store.close();
    const again = await openStore(address, now);
    expect((await again.audit.verify()).entries).toBe(changes);
    await again.close();
    // The sample has met every kind of refusal.
    for (const code of [
      'stale',
      'not-allowed',
      'reason-missing',
      'approved',
      'below-not-approved',
      'above-submitted',
      'not-found',
    ]) {
      expect(met).toContain(code);
    }
  });
});
