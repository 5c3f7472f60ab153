import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const samples = join(import.meta.dirname, '../../test/third-party');
const returnFolder = join(samples, 'ssda903/be-903_fake_2675');
const read = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');

/** Small files of one format, by name. */
export type SeedFiles = Readonly<Record<string, string>>;

/** The first rows of the files of the sample return. */
export function returnSeed(children = 12): SeedFiles {
  const header = read(join(returnFolder, 'header.csv')).split('\n');
  const kept = new Set(header.slice(1, children + 1).map((line) => line.split(',')[0]));
  return Object.fromEntries(
    ['header', 'episodes', 'reviews', 'uasc', 'oc2', 'missing'].map((name) => {
      const [first, ...rows] = read(join(returnFolder, `${name}.csv`)).split('\n');
      const own = rows.filter((line) => kept.has(line.split(',')[0]));
      return [`${name}.csv`, `${[first, ...(own.length > 0 ? own : rows.slice(0, 3))].join('\n').trimEnd()}\n`];
    }),
  );
}

/** The first children of the sample return in XML, an element a line. */
export function xmlSeed(children = 10): string {
  const text = read(join(returnFolder, 'fake_903.xml'));
  const own = [...text.matchAll(/<CHILD>.*?<\/CHILD>/gs)].slice(0, children).map(([child]) => child);
  const lines = own.join('\n').replaceAll(/(<(EPISODE|AREVIEW|OC2|HEADER|PERMANENCE)>|<\/(HEADER|CHILD)>)/g, '\n$1');
  return `<?xml version='1.0' encoding='us-ascii'?>\n<EXPSSDA903>${lines}\n</EXPSSDA903>\n`;
}

/** A census of the two samples with every module. */
export function censusSeed(): string {
  const one = read(join(samples, 'cin-census/CIN_Census_2024.xml'));
  const [other] = /<Child>[\s\S]*<\/Child>/.exec(read(join(samples, 'cin-census/BAR_cin_2022.xml'))) ?? [''];
  return one.replace('</Children>', `${other}</Children>`);
}

/** A few tables of an SSD extract. */
export const ssdSeed: SeedFiles = {
  'ssd_person.csv': `pers_person_id,pers_forename,pers_sex,pers_ethnicity,pers_dob,pers_death_date,pers_is_mother
${['P1,Ada,F,WBRI,2012-03-04,,N', 'P2,Bo,M,MWBC,05/06/2011,,', 'P3,Cy,U,NOBT,2015-07-08 00:00:00,2020-01-01,0', 'P4,Di,F,b) White Irish,40000,,', 'P5,Ed,M,CHNE,01/02/09,,Y'].join('\n')}
`,
  'ssd_cin_episodes.csv': `cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_date
${['R1,P1,2024-01-02,N1,1A,N,', 'R2,P2,03/01/2024,N2 - disability,6,Y,2024-01-05', 'R3,P3,2024-02-29,N5,Police,false,', 'R4,P4,2024-03-01T09:00:00Z,N4,2A,0,01/05/2024'].join('\n')}
`,
  'workforce_posts.csv': `post_id,role,fte,from_date,to_date,qualified
${['W1,Social worker,1,2024-01-01,,Y', 'W2,Manager,0.6,2023-04-01,2024-03-31,yes', 'W3,Social worker,60%,2022-02-02,,1'].join('\n')}
`,
};
