import type { XmlShape, XmlTable } from '../xml/index.ts';
import { type ReturnFileName, returnFiles } from './files.ts';

/** Headings whose element has another name: a child is told in its header, a placement in short. */
const elements: Readonly<Record<string, string>> = { CHILD: 'CHILDID', PLACE: 'PL' };

/** The columns of a file but those that the header tells of the child. */
function columnsOf(file: ReturnFileName, but: readonly string[]): Record<string, string> {
  const headings = Object.keys(returnFiles[file].columns).filter((heading) => !but.includes(heading));
  return Object.fromEntries(headings.map((heading) => [heading, elements[heading] ?? heading]));
}

/** A file whose rows are elements of their own inside the header, or beside it. */
function within(file: ReturnFileName, ...names: readonly string[]): XmlTable {
  const columns = Object.keys(returnFiles[file].columns);
  const inherited = { CHILD: 'HEADER/CHILDID', ...(columns.includes('DOB') ? { DOB: 'HEADER/DOB' } : {}) };
  return { name: file, at: names, columns: columnsOf(file, ['CHILD', 'DOB']), inherited };
}

/** A file of which the header itself is a row, where it holds any of the file's own elements. */
function ofHeader(file: ReturnFileName, but: readonly string[] = []): XmlTable {
  const told = ['CHILD', 'DOB', ...but];
  const inherited = Object.fromEntries(told.map((heading) => [heading, `HEADER/${elements[heading] ?? heading}`]));
  return { name: file, at: ['HEADER'], columns: columnsOf(file, told), inherited };
}

/**
 * The return as XML: a CHILD each, with its HEADER and its EPISODEs. The header holds the child's own elements, those of
 * OC3, AD1 and of unaccompanied children, and an element for each review, missing episode and the like.
 */
export const returnShape: XmlShape = {
  title: 'an SSDA903 return',
  units: [
    {
      path: 'EXPSSDA903/CHILD',
      tables: [
        { name: 'header', at: ['HEADER'], columns: columnsOf('header', []) },
        within('episodes', 'EPISODE', 'HEADER/EPISODE'),
        within('reviews', 'HEADER/AREVIEW', 'AREVIEW'),
        { ...ofHeader('uasc', ['SEX']), flag: 'UASC' },
        within('oc2', 'HEADER/OC2', 'OC2'),
        ofHeader('oc3'),
        ofHeader('ad1'),
        within('placed_adoption', 'HEADER/AD_PLACED', 'AD_PLACED'),
        within('prev_perm', 'HEADER/PERMANENCE', 'PERMANENCE'),
        within('missing', 'HEADER/AMISSING', 'AMISSING'),
        within('sw_episodes', ...beside('SW_EPISODE', 'SWEPISODE', 'SW_EPISODES')),
        within('dolo', ...beside('DOLO', 'ADOLO')),
      ],
    },
  ],
};

/** Names under which an element may stand, in the header or beside it. */
function beside(...names: readonly string[]): string[] {
  return names.flatMap((name) => [`HEADER/${name}`, name]);
}
