import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Comment, type Pack, type Report, readPack } from '../../src/pack/index.ts';
import { neededIndicators } from '../../src/reporting/index.ts';

const packsFolder = join(import.meta.dirname, '../../packs');

async function given(name: string, id: string): Promise<{ pack: Pack; report: Report }> {
  const { pack } = await readPack(name, { packsFolder });
  const report = pack?.reports.get(id);
  if (pack === null || report === undefined) throw new Error(`${name} has faults`);
  return { pack, report };
}

test('a report needs what its groups, columns and comments name, and what the pack checks before issue', async () => {
  const { pack, report } = await given('borough-2026', 'quarterly');
  const needed = neededIndicators(pack, report);
  const grouped = report.groups.flatMap(({ indicators }) => indicators);
  expect(grouped.length).toBeGreaterThan(20);
  for (const { indicator, figures } of grouped) {
    if (indicator !== undefined) expect(needed).toContain(indicator);
    expect(needed).toEqual(expect.arrayContaining(Object.values(figures)));
  }
  const checked = [pack.identities, pack.distributions].flatMap(
    (part) => JSON.stringify(part ?? []).match(/[\w-]+/g) ?? [],
  );
  expect(needed).toEqual(expect.arrayContaining(checked.filter((name) => pack.indicators.has(name))));
  expect(needed.length).toBeLessThan(pack.indicators.size);

  const other = [...pack.indicators.keys()].find((id) => !needed.includes(id)) ?? '';
  const comment: Comment = {
    month: '2026-09',
    heading: 'Cause',
    author: 'Head of service',
    text: `{value:${other}@2026-06}`,
  };
  expect(neededIndicators(pack, report, [comment])).toContain(other);
  expect(neededIndicators(pack, report, [{ ...comment, report: 'another' }])).not.toContain(other);
});
