import { expect, test } from 'vitest';
import { findings } from '../../src/cli/findings.ts';
import { load } from '../../src/cli/load.ts';
import { deliver, loadDay, packsFolder, scratch } from './delivery.ts';

const folder = scratch();

test('no personal value reaches the findings, the summary or an error', async () => {
  const source = await deliver(`${folder}/in`, {
    'ssd_person.csv': [
      'pers_person_id,pers_surname,pers_dob,pers_upn,pers_expected_dob',
      'SECRET1,SECRETNAME,SECRETDOB,SECRETUPN,SECRETDUE',
      'SECRET1,SECRETNAME,01/02/55,SECRETUPN,',
      'SECRET2,"SECRETNAME"SECRETQUOTE,,,',
      'SECRET3,SECRETNAME',
    ].join('\n'),
    'ssd_linked_identifiers.csv':
      'link_table_id,link_person_id,link_identifier_value\n1,SECRET1,SECRETNHS\n1,SECRET2,SECRETNHS\n',
    'SECRETless.csv': 'a\n',
  });
  let said = '';
  const tell = (text: string) => {
    said += text;
  };
  const effects = { stdout: tell, stderr: tell, now: () => loadDay, packsFolder };
  const data = `${folder}/data`;
  expect(
    await load.run(['--data', data, '--pack', 'childrens-services', '--as-at', '2026-10-31', source], effects),
  ).toBe(0);
  expect(await findings.run(['--data', data], effects)).toBe(0);
  expect(said).toContain('key-twice');
  expect(said).toContain('row-ragged');
  expect(said).toContain('••• (9 letters)');
  expect(said.replaceAll('SECRETless', '')).not.toMatch(/SECRET|01\/02\/55/);
});
