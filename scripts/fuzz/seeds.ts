import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draw } from './draw.ts';
import { mark } from './marks.ts';
import { type Grid, gridOf } from './mutate-grid.ts';

const samples = join(import.meta.dirname, '../../test/third-party');
const returnFolder = join(samples, 'ssda903/be-903_fake_2675');
const read = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');

/** Small tables of one format, by file or sheet. */
export type Tables = Readonly<Record<string, Grid>>;

/** Puts a mark into a column of each row. */
function marked(grid: Grid, column: string, from: number): Grid {
  const at = grid[0]?.indexOf(column) ?? -1;
  return grid.map((row, index) => (index === 0 ? row : row.with(at, mark(from + index))));
}

/** In which column of each file of a return the marks stand: texts and codes, which are kept as they are. */
const markColumns: Readonly<Record<string, string>> = {
  header: 'UPN',
  episodes: 'HOME_POST',
  reviews: 'REVIEW_CODE',
  oc2: 'SDQ_REASON',
  missing: 'MISSING',
};

const full: Tables = Object.fromEntries(
  Object.keys(markColumns).map((name) => [name, gridOf(read(join(returnFolder, `${name}.csv`)))]),
);

/** The rows of each file of the sample return by child. */
const rowsByChild = new Map(
  Object.entries(full).map(([name, [, ...rows]]) => [name, Map.groupBy(rows, ([child = '']) => child)] as const),
);

/** A few children of the sample return and of each file the rows that are theirs: episodes, the header, and some of the rest. */
export function returnTables(draw: Draw): Tables {
  const children = new Set(Array.from({ length: 3 }, () => full.header?.[1 + draw.below(60)]?.[0]));
  const names = ['header', 'episodes', ...['reviews', 'oc2', 'missing'].filter(() => draw.below(3) === 0)];
  return Object.fromEntries(
    names.map((name, file) => {
      const [header = [], ...rows] = full[name] ?? [];
      const own = [...children].flatMap((child = '') => rowsByChild.get(name)?.get(child) ?? []);
      const kept = own.length > 0 ? own.slice(0, 8) : rows.slice(0, 2);
      return [name, marked([header, ...kept], markColumns[name] ?? '', 100 * (file + 1))];
    }),
  );
}

const element = (name: string, value: string) => (value === '' ? `<${name}/>` : `<${name}>${value}</${name}>`);

/** The same as XML, an element a line. */
export function returnXml(draw: Draw): string {
  const tables = returnTables(draw);
  const inner = (name: string, around: string, child: string, renamed: Readonly<Record<string, string>> = {}) => {
    const [header = [], ...rows] = tables[name] ?? [];
    return rows
      .filter(([own]) => own === child)
      .map((row) => {
        const values = header.flatMap((heading, at) =>
          heading === 'CHILD' || heading === 'DOB' ? [] : element(renamed[heading] ?? heading, row[at] ?? ''),
        );
        return `<${around}>${values.join('')}</${around}>\n`;
      })
      .join('');
  };
  const [header = [], ...rows] = tables.header ?? [];
  const children = rows.map((row) => {
    const [child = ''] = row;
    const own = header.map((heading, at) => element(heading === 'CHILD' ? 'CHILDID' : heading, row[at] ?? ''));
    return `<CHILD>\n<HEADER>${own.join('')}\n${inner('reviews', 'AREVIEW', child)}${inner('oc2', 'OC2', child)}${inner('missing', 'AMISSING', child)}</HEADER>\n${inner('episodes', 'EPISODE', child, { PLACE: 'PL' })}</CHILD>\n`;
  });
  return `<?xml version='1.0' encoding='us-ascii'?>\n<EXPSSDA903>\n${children.join('')}</EXPSSDA903>\n`;
}

const censusChildren = ['CIN_Census_2024.xml', 'BAR_cin_2022.xml', 'fake_CIN_data.xml'].flatMap((name) =>
  [...read(join(samples, 'cin-census', name)).matchAll(/<Child>[\s\S]*?<\/Child>/g)]
    .slice(0, 12)
    .map(([child]) => child),
);

/** A census of a few children of the samples. */
export function censusXml(draw: Draw): string {
  const head = `<Message>\n<Header>\n<CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>\n<Source><SourceLevel>L</SourceLevel><LEA>201</LEA></Source>\n</Header>\n<Children>\n`;
  let number = 0;
  const children = Array.from({ length: 1 + draw.below(2) }, () =>
    draw
      .of(censusChildren)
      .replaceAll(
        /(<(?:LAchildID|PrimaryNeedCode|InitialCategoryOfAbuse|AssessmentFactors)>)[^<]*/g,
        (_, tag: string) => {
          number += 1;
          return `${tag}${mark(number)}`;
        },
      ),
  );
  return `${head}${children.join('\n')}\n</Children>\n</Message>\n`;
}

/** One table of an SSD extract. */
export function ssdTables(draw: Draw): Tables {
  const tables: Tables = {
    ssd_person: gridOf(`pers_person_id,pers_forename,pers_sex,pers_dob
P1,Ada,F,2012-03-04
P2,Bo,M,05/06/2011
P3,Cy,U,2015-07-08 00:00:00
P4,Di,F,40000
P5,Ed,M,01/02/09`),
    ssd_cin_episodes:
      gridOf(`cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_nfa
R1,P1,2024-01-02,N1,N
R2,P2,03/01/2024,N2 - disability,Y
R3,P3,2024-02-29,N5,false
R4,P4,2024-03-01T09:00:00Z,N4,0`),
    workforce_posts: gridOf(`post_id,role,fte,from_date,qualified
W1,Social worker,1,2024-01-01,Y
W2,Manager,0.6,2023-04-01,yes
W3,Social worker,60%,2022-02-02,1`),
  };
  const name = draw.of(Object.keys(tables));
  return { [name]: marked(tables[name] ?? [], tables[name]?.[0]?.[0] ?? '', 0) };
}

/** An audit tracker as the mapping of the pack of the fuzz describes it. */
export function auditTables(): Tables {
  const rows = `Child,Date chosen,Finished,Judgement,Notes to self
1,10/25/2026,30/10/2026,top marks!,secret
2,2 Nov 2026,,ri,
3,11/01/2026,2026-11-02,good,x
4,12 Oct 2026,01/11/26,dreadful,y`;
  return { 'Audits November': marked(gridOf(rows), 'Child', 0) };
}

/** Collected figures of the pack of the fuzz. */
export function figureTables(): Tables {
  const rows = `indicator,unit,month,numerator,denominator,value,source
answered,T1,2026-09,17,20,,a
answered,T2,2026-09,5,20,,a
answered,,Oct 2026,,,62.5,a
visits,T1,10/2026,41,,,a
visits,T2,2026-10-01,"7",,,a
answered,T2,2026-10,,,,a`.replaceAll('"', '');
  return { observations: marked(gridOf(rows), 'source', 0) };
}
