import { foldedHeading } from '../folded-heading.ts';
import { type AnnexList, annexLists, type ListColumn } from './lists.ts';

/** A sheet seen as a list: which of its headings is which column of the list. */
export interface SeenAs {
  readonly list: AnnexList;
  /** Heading as delivered to heading of the standard. */
  readonly columns: ReadonlyMap<string, string>;
  /** Headings that were taken for a column because they are like it and like no other. */
  readonly guessed: readonly string[];
}

/** The least share of a list's columns that a sheet must have to be it. */
const enough = 0.6;

/** The list that a table is by its headings, whatever it is called; null where it is none. */
export function listByHeadings(header: readonly string[]): SeenAs | null {
  const seen = annexLists.map((list) => matchHeadings(header, list));
  const scored = seen.map((one) => ({ one, share: one.columns.size / Object.keys(one.list.columns).length }));
  const fitting = scored.filter(({ one, share }) => share >= enough && hasOwn(one));
  const [best] = fitting.toSorted((a, b) => b.one.columns.size - a.one.columns.size || b.share - a.share);
  return best?.one ?? null;
}

/** How often a heading stands in the lists. */
const common = Map.groupBy(
  annexLists.flatMap(({ columns }) => Object.keys(columns)),
  (heading) => heading,
);

/** A list is not known by what all lists have: half of the columns that only it has must be there. */
function hasOwn({ list, columns }: SeenAs): boolean {
  const own = Object.keys(list.columns).filter((heading) => common.get(heading)?.length === 1);
  const there = new Set(columns.values());
  return own.filter((heading) => there.has(heading)).length * 2 >= own.length;
}

/** Matches headings to a list: by the same words; by the other words that a column has; by likeness, which is a guess. */
export function matchHeadings(header: readonly string[], list: AnnexList): SeenAs {
  const columns = new Map<string, string>();
  const guessed: string[] = [];
  const open = new Map<string, ListColumn>(Object.entries(list.columns));
  const take = (heading: string, column: string) => {
    columns.set(heading, column);
    open.delete(column);
  };
  const left = () => header.filter((heading) => heading !== '' && !columns.has(heading));
  for (const heading of left()) {
    const same = [...open.keys()].find((column) => foldedHeading(column) === foldedHeading(heading));
    if (same !== undefined) take(heading, same);
  }
  for (const heading of left()) {
    const other = [...open].filter(([, { also }]) => also?.test(heading.trim()));
    const [only] = other;
    if (only && other.length === 1) take(heading, only[0]);
  }
  for (const heading of left()) {
    const [best, second] = [...open.keys()]
      .map((column) => ({ column, share: shared(heading, column) }))
      .toSorted((a, b) => b.share - a.share);
    if (!best || best.share < 0.75 || best.share === second?.share) continue;
    take(heading, best.column);
    guessed.push(heading);
  }
  return { list, columns, guessed };
}

/** Words that say nothing about which column it is. */
const filler = new Set(['the', 'of', 'a', 'is', 'was', 'to', 'y', 'n', 'child', 'this', 's', 'in', 'for']);

/** The share of words that two headings have in common, of all the words of both. */
function shared(a: string, b: string): number {
  const wordsOf = (heading: string) =>
    new Set(
      foldedHeading(heading)
        .split(' ')
        .filter((word) => !filler.has(word)),
    );
  const left = wordsOf(a);
  const right = wordsOf(b);
  const both = [...left].filter((word) => right.has(word)).length;
  return both / Math.max(1, left.size + right.size - both);
}
