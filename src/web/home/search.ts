import { monthEnd } from '../../calendar/index.ts';
import { versionAt } from '../../pack/index.ts';
import { type Asking, mayOpen } from '../access/asking.ts';
import { indicatorAddress, reportAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { unitAddress } from '../units/address.ts';

export interface Hit {
  readonly kind: 'Indicator' | 'Unit' | 'Report' | 'Page';
  readonly title: string;
  readonly href: string;
  /** A line that says more. */
  readonly about: string;
}

/** The pages of their own, by the words that people look for them with. */
const pages = [
  { title: 'Scorecard', href: '/scorecard', about: 'Every figure of a unit on one page', right: 'figures' },
  { title: 'Work list', href: '/work', about: 'What is late and what is due, by team and worker', right: 'cases' },
  {
    title: 'Compare units',
    href: '/compare',
    about: 'One indicator over units: bars, funnel and table',
    right: 'figures',
  },
  { title: 'Reports', href: '/reports', about: 'Every report, to read or to download', right: 'figures' },
  { title: 'Cycle', href: '/cycle', about: 'Where reports stand: submit, approve, publish', right: 'figures' },
  { title: 'Editions', href: '/editions', about: 'What was published, corrections and restatements', right: 'figures' },
  { title: 'Data', href: '/data', about: 'What is loaded, to which day, and how good it is', right: 'figures' },
  { title: 'Findings', href: '/data/findings', about: 'What is wrong in the data, row by row', right: 'cases' },
  { title: 'Load data', href: '/data/load', about: 'Take in a new extract', right: 'load' },
  { title: 'People', href: '/people', about: 'Who may sign in, and what they may see', right: 'people' },
  { title: 'Audit', href: '/audit', about: 'Who looked at cases and who changed what', right: 'audit' },
] as const;

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[’']/g, '')
    .toLowerCase();

/** At most so many are shown. */
const most = 60;

/**
 * What has all the words: in its title, its id or its short forms, or less surely in what it counts. Only what whoever
 * asks may see is looked through.
 */
export function found(choice: Choice, words: string, asking: Asking): readonly Hit[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const { figures, month, unit } = choice;
  const hits: { hit: Hit; score: number }[] = [];
  const add = (hit: Hit, names: string, more = ''): void => {
    const [near, far] = [folded(names), folded(`${names} ${more}`)];
    if (!wanted.every((word) => far.includes(word))) return;
    const inName = wanted.filter((word) => near.includes(word)).length;
    hits.push({ hit, score: inName + (near.startsWith(wanted.join(' ')) ? 1 : 0) });
  };
  for (const indicator of figures.pack.indicators.values()) {
    const { definition } = versionAt(indicator, monthEnd(month));
    const theme = figures.pack.themes.find(({ id }) => id === definition.theme)?.title ?? '';
    const short = Object.entries(figures.pack.glossary)
      .filter(([, meaning]) => folded(`${definition.title} ${theme}`).includes(folded(meaning)))
      .map(([abbreviation]) => abbreviation);
    add(
      {
        kind: 'Indicator',
        title: definition.title,
        href: indicatorAddress(indicator.id, { month, unit }),
        about: theme,
      },
      `${definition.title} ${definition.shortTitle ?? ''} ${indicator.id} ${short.join(' ')}`,
      `${theme} ${definition.counted ?? ''} ${definition.condition ?? ''}`,
    );
  }
  const names = new Map(choice.units.map(({ code, name }) => [code, name]));
  for (const { code, name, parent } of choice.units) {
    const about = parent === null ? 'The whole' : (names.get(parent) ?? '');
    add({ kind: 'Unit', title: name, href: unitAddress({ unit: code, month }), about }, `${name} ${code}`);
  }
  for (const { id, title, audience } of figures.pack.reports.values()) {
    const about = audience ?? '';
    add({ kind: 'Report', title, href: reportAddress(id, { month, unit }), about }, `${title} ${id}`, about);
  }
  for (const { title, href, about, right } of pages) {
    if (mayOpen(asking, right)) add({ kind: 'Page', title, href, about }, title, about);
  }
  return hits
    .toSorted((a, b) => b.score - a.score || a.hit.title.localeCompare(b.hit.title, 'en-GB'))
    .slice(0, most)
    .map(({ hit }) => hit);
}
