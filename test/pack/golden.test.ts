import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatDiagnostic, readPack } from '../../src/pack/index.ts';

const packsFolder = join(import.meta.dirname, 'golden');

/** Each folder is a pack; expected.txt beside its pack.yaml holds every diagnostic it must get, and no other. */
test.for(readdirSync(packsFolder))('%s', async (name) => {
  const { pack, diagnostics } = await readPack(name, { packsFolder });
  const lines = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).replace('test/pack/golden/', ''));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(packsFolder, name, 'expected.txt'));
  expect(pack === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
});
