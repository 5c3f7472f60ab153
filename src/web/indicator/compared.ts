import type { Benchmarks, Comparator } from '../../benchmark/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import { apartInWords, formatValue } from '../../judgement/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Choice } from '../choice.ts';

/** One published figure that an indicator is set beside. */
export interface ComparedRow {
  readonly comparator: Comparator;
  /** 'England', 'Statistical neighbours, mean of 10' */
  readonly label: string;
  readonly figure: string | null;
  /** How far this figure is from it: '2.1 percentage points higher'; null where either is missing. */
  readonly apart: string | null;
  /** The letters of the notes that belong to it. */
  readonly notes: readonly string[];
}

export interface Compared {
  readonly rows: readonly ComparedRow[];
  readonly notes: readonly { readonly letter: string; readonly text: string }[];
  /** The releases that the figures come from, and whose figures each gives where there are several. */
  readonly releases: readonly { readonly label: string; readonly of: readonly string[] }[];
  /** 'Department for Education: Referrals and re-referrals' */
  readonly source: string;
  /** Why there is nothing to compare with, and how to get it; null where there is. */
  readonly missing: string | null;
}

const stateWords: Readonly<Record<Comparator['state'], string>> = {
  value: '',
  suppressed: 'suppressed',
  'not-applicable': 'not applicable',
  'not-available': 'not available',
  'rounds-to-zero': 'rounds to 0',
  'low-reliability': 'low reliability',
  blank: 'left blank',
  'not-published': 'not published',
};

/** The published state of a figure that is not there, in words. */
export const stateInWords = ({ state }: Comparator): string => stateWords[state];

/** The unit that is the whole authority of a unit; the unit itself where it has none above it. */
export function wholeOf(units: readonly Unit[], chosen: Unit): Unit {
  const parent = units.find(({ code }) => code === chosen.parent);
  return chosen.kind === 'authority' || parent === undefined ? chosen : wholeOf(units, parent);
}

/** Whether the figures of a group stand as they were published; those of neighbours are averages of several. */
const isPublished = (group: Comparator['group']): boolean => labels[group] === undefined;

const labels: Readonly<Partial<Record<Comparator['group'], string>>> = {
  'neighbours-mean': 'Statistical neighbours, mean of',
  'neighbours-median': 'Statistical neighbours, median of',
};

/**
 * What an indicator is compared with, from the published statistics; null where the pack names no published figure for
 * it. A sentence that belongs to several figures is given once, under a letter.
 */
export function comparedWith(choice: Choice, judgement: Judgement, benchmarks: Benchmarks): Compared | null {
  const { pack } = choice.figures;
  const named = pack.benchmarks.indicators.get(judgement.indicator.id);
  if (named === undefined) return null;
  const table = pack.benchmarks.tables.get(named.table);
  const source = [table?.publisher, table?.title].filter((part) => part !== undefined).join(': ');
  const authority = choice.figures.authorityOf?.(choice.unit) ?? wholeOf(choice.units, choice.chosen).code;
  const found = benchmarks.comparatorsOf(judgement.indicator.id, authority, choice.month);
  if (found.length === 0) {
    return { rows: [], notes: [], releases: [], source, missing: missingOf(judgement, benchmarks) };
  }
  const texts = [...new Set(found.flatMap(({ notes }) => notes))];
  const letterOf = (text: string): string => String.fromCharCode(97 + texts.indexOf(text));
  // A figure that is published without decimals is not made to look finer than it is.
  const { figure } = judgement;
  const { decimals } = judgement.definition;
  const published = benchmarks.series(judgement.indicator.id)?.decimals ?? decimals;
  const printed = { ...judgement.definition, decimals: Math.min(decimals, published) };
  const rows = found.map((comparator): ComparedRow => {
    const { group, label, n, value, notes } = comparator;
    return {
      comparator,
      label: labels[group] === undefined ? label : `${labels[group]} ${n}`,
      figure: value === null ? null : formatValue(value, isPublished(group) ? printed : judgement.definition),
      apart: figure === null || value === null ? null : apartInWords(figure, value, judgement.definition),
      notes: notes.map(letterOf),
    };
  });
  const byRelease = Map.groupBy(
    rows.filter(({ comparator }) => comparator.release !== null),
    ({ comparator }) => comparator.release ?? '',
  );
  return {
    rows,
    notes: texts.map((text) => ({ letter: letterOf(text), text })),
    releases: [...byRelease].map(([label, of]) => ({ label, of: of.map((row) => row.label) })),
    source,
    missing: null,
  };
}

function missingOf({ indicator, month }: Judgement, { catalogue, notLoaded }: Benchmarks): string {
  const load = 'Load it with: outturn benchmarks load';
  if (catalogue.releases.length === 0) return `No published statistics are loaded. ${load}`;
  const why = notLoaded.find((one) => one.indicator === indicator.id)?.why;
  if (why !== undefined) return `There is nothing to compare with: ${why}. ${load}`;
  return `No period that had ended by the end of ${month} is published in what is loaded.`;
}
