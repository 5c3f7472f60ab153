import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from '../../src/pack/index.ts';

test('what the library says of an indicator goes with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outturn-exclude-'));
  try {
    const text = `id: ours\ntitle: Ours\nversion: 1.0.0\nextends: childrens-services\nexclude: [indicators/cla-rate]\n`;
    await writeFile(join(folder, 'pack.yaml'), text);
    const packsFolder = join(import.meta.dirname, '..', '..', 'packs');
    const { pack, diagnostics } = await readPack(folder, { packsFolder });
    const { pack: library } = await readPack('childrens-services', { packsFolder });
    expect(diagnostics).toEqual([]);
    expect(pack?.indicators.has('cla-rate')).toBe(false);
    const naming = (rules: unknown) => JSON.stringify(rules).includes('"cla-rate');
    expect(naming(library?.identities)).toBe(true);
    expect(naming(pack?.identities)).toBe(false);
    expect(pack?.identities?.length).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
