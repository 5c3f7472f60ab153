import { readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentExtracts, type Manifest } from '../../src/warehouse/index.ts';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';
import { returnAsXml, rowsOf } from './return-as-xml.ts';

const folder = scratch();
const sample = join(import.meta.dirname, '../third-party/ssda903/be-903_fake_2675');

async function tablesOf(data: string): Promise<Record<string, unknown[][]>> {
  const [manifest] = await currentExtracts(data);
  const tables: Record<string, unknown[][]> = {};
  for (const [id, { columns }] of Object.entries((manifest as Manifest).tables)) {
    const list = columns.map((column) => `${column}::varchar`).join(', ');
    tables[id] = [[...columns], ...(await query(data, `select ${list} from {${id}} order by all`))];
  }
  return tables;
}

describe('the same children as CSV files and as XML', () => {
  test('give the same tables, columns and findings', async () => {
    const names = [
      'ad1',
      'episodes',
      'header',
      'missing',
      'oc2',
      'oc3',
      'placed_for_adoption',
      'previous_permanence',
      'reviews',
      'uasc',
    ];
    const files = Object.fromEntries(
      names.map((name) => [`${name}.csv`, readFileSync(join(sample, `${name}.csv`), 'utf8')]),
    );
    const rows = rowsOf(files);
    const known = new Set(rows.header?.map(({ CHILD }) => CHILD));
    const kept = Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, all.filter(({ CHILD }) => known.has(CHILD))]),
    );
    const asCsv = Object.fromEntries(
      Object.entries(kept).map(([name, all]) => {
        const headings = Object.keys(all[0] ?? {});
        const line = (row: Readonly<Record<string, string>>) =>
          headings.map((heading) => `"${row[heading] ?? ''}"`).join(',');
        return [`${name}.csv`, [headings.join(','), ...all.map(line), ''].join('\n')];
      }),
    );
    const csv = await deliver(`${folder}/csv`, asCsv);
    const xml = await deliver(`${folder}/xml`, { 'return.xml': returnAsXml(kept) });
    await loadWith({ data: `${folder}/csv-data`, sources: [csv] });
    await loadWith({ data: `${folder}/xml-data`, sources: [join(xml, 'return.xml')] });
    const [fromCsv, fromXml] = [await tablesOf(`${folder}/csv-data`), await tablesOf(`${folder}/xml-data`)];
    expect(Object.keys(fromXml)).toEqual(Object.keys(fromCsv));
    expect(Object.keys(fromXml).length).toBeGreaterThan(12);
    for (const [id, table] of Object.entries(fromCsv)) expect([id, fromXml[id]]).toEqual([id, table]);
    const counted = async (data: string) => Object.entries((await currentExtracts(data))[0]?.findings ?? {}).sort();
    expect(await counted(`${folder}/xml-data`)).toEqual(await counted(`${folder}/csv-data`));
  });
});

describe('the sample in XML', () => {
  const data = `${folder}/sample-data`;
  beforeAll(async () => {
    await loadWith({ data, sources: [join(sample, 'fake_903.xml')] });
  });

  test('loads whole: its 253 children, 459 episodes and 1,206 reviews', async () => {
    const [manifest] = await currentExtracts(data);
    expect(manifest).toMatchObject({ format: 'ssda903', asAt: '2018-03-31' });
    const count = async (table: string) => (await query(data, `select count(*) from {${table}}`))[0]?.[0];
    expect(await count('ssd_person')).toBe(253);
    expect(await count('ssd_cla_episodes')).toBe(459);
    expect(await count('ssd_cla_reviews')).toBe(1206);
    expect(await count('ssd_immigration_status')).toBe(12);
    expect(await count('ssd_care_leavers')).toBe(6);
    expect(await query(data, 'select * from {ssd_missing} limit 1')).toHaveLength(1);
  });

  test('in a folder with a CSV set it is a finding, and none of its children are loaded', async () => {
    const both = `${folder}/both`;
    await mkdir(both, { recursive: true });
    for (const name of ['header.csv', 'episodes.csv', 'fake_903.xml'])
      await copyFile(join(sample, name), join(both, name));
    await loadWith({ data: `${both}-data`, sources: [both] });
    expect((await query(`${both}-data`, 'select count(*) from {ssd_person}'))[0]?.[0]).toBe(2675);
    const [finding] = (await allFindings(`${both}-data`)).filter(({ code }) => code === 'file-unknown');
    expect(finding).toMatchObject({ file: 'fake_903.xml', message: expect.stringContaining('load it by itself') });
  });
});

describe('what is wrong in an XML return', () => {
  const child = (id: string, more: string) =>
    `<CHILD>\n<HEADER><CHILDID>${id}</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB>${more}</HEADER>\n`;
  const episode = (dates: string) => `<EPISODE>${dates}<RNE>S</RNE><LS>C2</LS><PL>U1</PL></EPISODE>\n</CHILD>\n`;
  const load = async (name: string, text: string | Buffer) => {
    const source = await deliver(`${folder}/${name}`, { 'a.xml': text });
    await loadWith({ data: `${folder}/${name}-data`, sources: [join(source, 'a.xml')] });
    return (await allFindings(`${folder}/${name}-data`)).map(({ code, row, column, value }) => [
      code,
      row,
      column,
      value,
    ]);
  };

  test('is found on the line of its element', async () => {
    const text = [
      '<EXPSSDA903>\n', // line 1, children from line 2
      child('1', '<UASC>maybe</UASC><MOOD>sunny</MOOD>'),
      episode('<DECOM>soon</DECOM>'),
      child('2', '<SEX>2</SEX><UASC>0</UASC><DUC>01/02/2018</DUC>stray<AREVIEW><REVIEW>zz/05/2017</REVIEW></AREVIEW>'),
      episode('<DECOM>06/01/2018</DECOM><DEC>05/01/2018</DEC><REC>E3</REC>'),
      '</EXPSSDA903>',
    ].join('');
    expect(await load('wrong', text)).toEqual(
      [
        ['yes-no-unreadable', 3, 'UASC', null],
        ['element-unknown', 3, 'EXPSSDA903/CHILD/HEADER/MOOD', null],
        ['date-unreadable', 4, 'DECOM', 'soon'],
        ['element-twice', 7, 'SEX', null],
        ['text-stray', 7, 'HEADER', null],
        ['row-marked-no', 7, 'UASC', null],
        ['date-partial', 7, 'REVIEW', 'zz/05/2017'],
        ['episode-ends-before-start', 8, 'DEC', '05/01/2018'],
      ].sort((a, b) => Number(a[1]) - Number(b[1]) || (String(a[2]) < String(b[2]) ? -1 : 1)),
    );
  });

  test('UTF-16, an encoding that is only said, and space before the declaration are read', async () => {
    const text = `<?xml version="1.0"?>\n<EXPSSDA903>\n${child('Zoë', '')}${episode('<DECOM>06/01/2018</DECOM>')}</EXPSSDA903>`;
    for (const [name, content] of Object.entries({
      wide: Buffer.from(`\ufeff${text}`, 'utf16le'),
      latin: Buffer.from(text, 'latin1'),
      spaced: Buffer.from(`\n  ${text}`),
    })) {
      await load(name, content);
      expect(await query(`${folder}/${name}-data`, 'select pers_person_id from {ssd_person}')).toEqual([['Zoë']]);
    }
  });

  test.each([
    ['cut short', '<EXPSSDA903><CHILD><HEADER>', /a.xml: line 1: the file is not well-formed XML/],
    [
      'a bomb of entities',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><EXPSSDA903><CHILD>&b;</CHILD></EXPSSDA903>',
      /declares its own entities/,
    ],
    [
      'an outside entity',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><EXPSSDA903>&a;</EXPSSDA903>',
      /declares its own entities/,
    ],
    ['an unknown entity', '<EXPSSDA903><CHILD>&secret;</CHILD></EXPSSDA903>', /not well-formed XML: undefined entity$/],
    ['too deep', `<EXPSSDA903>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</EXPSSDA903>`, /more than 64 deep/],
    [
      'too long a value',
      `<EXPSSDA903><CHILD><HEADER><CHILDID>${'1'.repeat(100_001)}</CHILDID></HEADER></CHILD></EXPSSDA903>`,
      /more than 100000 characters/,
    ],
    ['a tag without end', `<EXPSSDA903><CHILD ${'a'.repeat(5_000_000)}`, /tag or text of more than 4000000 characters/],
    [
      'a child without end',
      `<EXPSSDA903><CHILD>${'<EPISODE><DECOM>01/01/2018</DECOM></EPISODE>'.repeat(120_000)}</CHILD></EXPSSDA903>`,
      /more than 200000 values/,
    ],
    ['no episodes', '<EXPSSDA903></EXPSSDA903>', /no episodes/],
  ])('%s is refused in words', async (name, text, words) => {
    await expect(load(name.replaceAll(' ', '-'), text)).rejects.toThrow(words);
  });
});
