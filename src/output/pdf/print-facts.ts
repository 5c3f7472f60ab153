import type { Facts } from '../../document/index.ts';
import { plainText } from '../../narrative/index.ts';
import { textWidth } from '../charts/index.ts';

type Item = Facts['items'][number];

/** Facts as the template sets them: lines in one column, and short ones in two, which are read one after the other. */
export interface PrintFacts {
  readonly kind: 'facts';
  /** Null where the title of the section says it already. */
  readonly label: string | null;
  readonly runs: readonly FactsRun[];
}

interface FactsRun {
  readonly columns: readonly {
    readonly items: readonly Item[];
    /** Points that the terms are set in. */
    readonly termWidth: number;
  }[];
}

/** Points between two columns of facts, and between a term and its value. */
export const factsGutter = 24;
const termGutter = 12;
/** Points of the narrowest and the widest column of terms. */
const terms = { least: 110, most: 170 } as const;
/** Fewer facts than these stand in one column: of a list, and of neighbours that are short. */
const enoughForTwo = { inAll: 6, together: 4 } as const;
/** A value of more letters than this is not short. */
const shortValue = 28;

/** Lays facts out between margins so many points apart. */
export function printFacts({ items }: Facts, label: string | null, width: number): PrintFacts {
  const half = (width - factsGutter) / 2;
  const single = Math.min(Math.max(terms.least, ...items.map(termNeeds)), terms.most);
  const runs = runsOf(items).map((run): FactsRun => {
    const isOne = items.length < enoughForTwo.inAll || run.length < enoughForTwo.together || !isShort(run[0]);
    if (isOne) return { columns: [{ items: run, termWidth: single }] };
    const middle = Math.ceil(run.length / 2);
    return {
      columns: [run.slice(0, middle), run.slice(middle)].map((own) => {
        const room = half - termGutter - Math.max(...own.map(({ value }) => points(plainText(value), false)));
        return { items: own, termWidth: Math.max(80, Math.min(room, Math.max(terms.least, ...own.map(termNeeds)))) };
      }),
    };
  });
  return { kind: 'facts', label, runs };
}

/** How many points high facts will be, about: to lay lists of them side by side. */
export function factsHeight({ items, label }: Facts, width: number): number {
  const room = width - terms.least - termGutter;
  const lines = items.map(({ value }) => Math.ceil(points(plainText(value), false) / room));
  return lines.reduce((sum, count) => sum + Math.max(count, 1) * 13 + 8, label === '' ? 0 : 26);
}

/** Neighbours that are short, or long, together. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && isShort(last[0]) === isShort(item)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

const isShort = (item: Item | undefined): boolean => item !== undefined && plainText(item.value).length <= shortValue;

const termNeeds = ({ term }: Item): number => points(term, true) + 4;

/** Points of words in letters of 10 points. */
const points = (words: string, bold: boolean): number => (textWidth(words, bold) / 13) * 0.87 * 10;
