import type { ReturnRows } from './rows.ts';

const element = (name: string, text: string) =>
  text === '' ? `<${name}/>` : `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;

function elements(row: Readonly<Record<string, string>>, but: readonly string[]): string {
  return Object.entries(row)
    .filter(([heading]) => !but.includes(heading))
    .map(([heading, text]) => element(heading === 'PLACE' ? 'PL' : heading, text))
    .join('');
}

const told = ['CHILD', 'DOB', 'SEX'];
/** Files whose rows are elements of their own in the header. */
const inside = {
  reviews: 'AREVIEW',
  missing: 'AMISSING',
  previous_permanence: 'PERMANENCE',
  oc2: 'OC2',
  placed_for_adoption: 'AD_PLACED',
  sw_episodes: 'SW_EPISODE',
};

/** Writes a return as XML, a line an element of a child: every child of its header file with all its rows. */
export function returnAsXml(rows: ReturnRows): string {
  const byChild = Object.fromEntries(
    Object.entries(rows).map(([file, all]) => [file, Map.groupBy(all, ({ CHILD }) => CHILD ?? '')]),
  );
  const of = (file: string, child: string) => byChild[file]?.get(child) ?? [];
  const children = (rows.header ?? []).map(({ CHILD: child = '', ...header }) => {
    const lines = [
      `<CHILDID>${child}</CHILDID>${elements(header, [])}`,
      `<UASC>${of('uasc', child).length > 0 ? 1 : 0}</UASC>`,
      ...['uasc', 'oc3', 'ad1'].flatMap((file) => of(file, child).map((row) => elements(row, told))),
      ...Object.entries(inside).flatMap(([file, name]) =>
        of(file, child).map((row) => `<${name}>${elements(row, told)}</${name}>`),
      ),
    ];
    const episodes = of('episodes', child).map((row) => `<EPISODE>${elements(row, ['CHILD'])}</EPISODE>`);
    return ['<CHILD>', '<HEADER>', ...lines, '</HEADER>', ...episodes, '</CHILD>'].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n${children.join('\n')}\n</EXPSSDA903>\n`;
}
