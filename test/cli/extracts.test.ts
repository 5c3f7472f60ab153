import { expect, test } from 'vitest';
import { extracts } from '../../src/cli/extracts.ts';
import { deliver, loadWith, packsFolder, scratch } from '../intake/delivery.ts';

const folder = scratch();

async function run(...args: string[]) {
  let out = '';
  const effects = {
    stdout: (text: string) => {
      out += text;
    },
    stderr: () => undefined,
    now: () => new Date('2026-11-05T10:00:00Z'),
    packsFolder,
  };
  await extracts.run(['--data', `${folder}/data`, ...args], effects);
  return out;
}

test('lists every extract, the current ones marked, and what changed between two by table', async () => {
  const load = async (name: string, at: string, files: Parameters<typeof deliver>[1]) => {
    const source = await deliver(`${folder}/${name}`, files);
    const { extracts: made } = await loadWith({
      data: `${folder}/data`,
      sources: [source],
      asAt: '2026-10-31',
      now: new Date(at),
    });
    return made[0]?.manifest.id ?? '';
  };
  const people = (...rows: string[]) => ['pers_person_id,pers_sex', ...rows].join('\n');
  const immunised = (...rows: string[]) => ['clai_person_id,clai_immunisations_status', ...rows].join('\n');
  const first = await load('one', '2026-11-01T00:00:00Z', {
    'ssd_person.csv': people('P1,F', 'P2,M', 'P3,', ',F'),
    'ssd_cla_immunisations.csv': immunised('P1,Y', 'P2,N'),
    'ssd_cin_episodes.csv': 'cine_referral_id\nR1\nR2\n',
  });
  const second = await load('two', '2026-11-02T00:00:00Z', {
    'ssd_person.csv': people('P2,F', 'P3,', 'P4,M', 'P5,M', ',M'),
    'ssd_cla_immunisations.csv': immunised('P1,Y', 'P2,Y'),
    'ssd_contacts.csv': 'cont_contact_id\nC1\n',
  });
  const list = JSON.parse(await run('--format', 'json'));
  expect(list.map((row: Record<string, unknown>) => [row.extract, row.standing, row.rows])).toEqual([
    [second.slice(0, 12), 'current', 8],
    [first.slice(0, 12), 'kept', 8],
  ]);
  // P1 is gone, P4 and P5 are new, P2 has changed; of the rows without a person one is gone and one is new.
  expect(await run('--compare', first.slice(0, 6), second.slice(0, 6), '--format', 'csv')).toBe(
    [
      'table,before,after,added,gone,changed',
      'ssd_cin_episodes,2,,0,2,0',
      'ssd_cla_immunisations,2,2,1,1,0',
      'ssd_contacts,,1,1,0,0',
      'ssd_person,4,5,3,2,1',
      '',
    ].join('\n'),
  );
  expect(await run('--compare', 'current', second, '--format', 'csv')).toMatch(/ssd_person,5,5,0,0,0/);
  await expect(run('--compare', 'ffff', second)).rejects.toThrow(/No extract ffff/);
  await expect(run('--authority', 'X')).rejects.toThrow(/Nothing of X is loaded/);
});
