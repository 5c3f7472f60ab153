import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { judge } from '../../src/judgement/index.ts';
import type { Figures } from '../../src/measure/index.ts';
import { type Pack, readPack } from '../../src/pack/index.ts';
import { figuresDouble } from './figures-double.ts';
import { testServer } from './started.ts';

/**
 * Two packs on disk: a parent with two rows, and a child that sets the first of them anew. The target of 0 for an
 * indicator of which less is better is never met, so that by rule every figure is away.
 */
async function childPack(folder: string): Promise<Pack> {
  const write = async (path: string, lines: readonly string[]): Promise<void> =>
    writeFile(join(folder, path), `${lines.join('\n')}\n`);
  await mkdir(join(folder, 'parent/indicators'), { recursive: true });
  await mkdir(join(folder, 'child'));
  const heads = (id: string) => [`id: ${id}`, `title: The ${id}`, 'version: 1.0.0'];
  await write('parent/pack.yaml', [...heads('parent'), 'themes: [{ id: referral, title: Referral }]']);
  await write('child/pack.yaml', [...heads('child'), 'extends: parent']);
  await write('parent/indicators/re-referrals.yaml', [
    'id: re-referrals',
    'title: Repeat referrals',
    'theme: referral',
    'polarity: lower',
    'measured-in: percent',
    'basis: year-to-date',
    'source: collected',
  ]);
  await write('parent/targets.csv', [
    'indicator,unit,from,target,set_by,reason',
    're-referrals,,2023-04-01,0,Director,None wanted',
  ]);
  const header = 'indicator,unit,month,status,trend,reason,set_by,until';
  await write('parent/overrides.csv', [
    header,
    're-referrals,,2026-06,met,,Of the parent,Nobody,2026-12-31',
    're-referrals,T11,2026-08,near,,A team,Team manager,',
  ]);
  await write('child/overrides.csv', [
    header,
    're-referrals,,2026-06,near,volatile,"Recorded twice since the move, being put right",Head of safeguarding,2026-09-30',
    're-referrals,,2026-08,met,,Agreed at the board,Director,',
  ]);
  const { pack, diagnostics } = await readPack('child', { packsFolder: folder });
  expect(diagnostics).toEqual([]);
  if (pack === null) throw new Error('not read');
  return pack;
}

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a status that a person set', () => {
  let figures: Figures;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'outturn-by-hand-'));
    figures = { ...figuresDouble(), pack: await childPack(folder) };
    return () => rm(folder, { recursive: true });
  });

  const standing = (unit: string, month: string) => {
    const { status, statusByRule, statusOverride } = judge(figures, 're-referrals', unit, month);
    return [status, statusByRule, statusOverride?.by ?? null];
  };

  it('is in force from its month to its last day, for its unit alone, and the row of the later month goes before', () => {
    expect(standing('CTY', '2026-05')).toEqual(['away', 'away', null]);
    expect(standing('CTY', '2026-06')).toEqual(['near', 'away', 'Head of safeguarding']);
    expect(standing('CTY', '2026-08')).toEqual(['met', 'away', 'Director']);
    // The row without a last day was for August alone; the one before it goes on.
    expect(standing('CTY', '2026-09')).toEqual(['near', 'away', 'Head of safeguarding']);
    expect(standing('CTY', '2026-10')).toEqual(['away', 'away', null]);
    expect(standing('D1', '2026-06')).toEqual(['away', 'away', null]);
    expect(standing('T11', '2026-08')).toEqual(['near', 'away', 'Team manager']);
    expect(standing('T11', '2026-09')).toEqual(['away', 'away', null]);
    // The later row sets no trend: the earlier one's stands.
    expect(judge(figures, 're-referrals', 'CTY', '2026-08').trend).toBe('volatile');
  });

  it('stands on the page beside the rule’s, with who, why and until when, and is marked on the scorecard', async () => {
    const { server } = await testServer({ figures: () => figures });
    onTestFinished(() => server.close());
    const text = async (url: string): Promise<string> => textOf((await server.inject(url)).body);
    const page = await text('/indicators/re-referrals?month=2026-06');
    expect(page).toContain(
      'By rule: Away . Set by hand to Near by Head of safeguarding, for figures up to 30 September 2026. ' +
        'Reason: Recorded twice since the move, being put right',
    );
    expect(page).toContain('Trend: volatile by Head of safeguarding, set by hand for figures up to 30 September 2026.');
    // The sentence about the target goes by the figure, whatever was set.
    const met = await text('/indicators/re-referrals?month=2026-08');
    expect(met).toContain('Set by hand to Met by Director');
    expect(met).toContain('above the target of 0.0%');
    expect(met).not.toContain('Meets the target');
    expect(await text('/scorecard?month=2026-06')).toMatch(/Near\s+set by hand/);
    const over = await text('/scorecard?month=2026-10');
    expect(over).toContain('Repeat referrals');
    expect(over).not.toContain('set by hand');
  });
});
