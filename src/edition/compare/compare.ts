import type { Month } from '../../calendar/index.ts';
import type { Observation } from '../../measure/index.ts';
import type { Comment } from '../../pack/index.ts';
import { type KeptJudgement, sameFigure } from '../kept-figures.ts';
import { commentName } from '../public/index.ts';

export interface FigurePlace {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
}

/** What a report rests on at one time: as an edition keeps it, or as it is known now. */
export interface ComparedSide {
  /** The figures that there are to compare; null where it is asked for those of the other side. */
  readonly places: readonly FigurePlace[] | null;
  figure(of: FigurePlace): Observation | undefined;
  judgement(of: FigurePlace): KeptJudgement | undefined;
  readonly comments: readonly Comment[];
  /** By indicator the hash of each of its versions. */
  readonly definitions: Readonly<Record<string, readonly string[]>>;
  /** The extracts by name. */
  readonly extracts: readonly string[];
}

export interface FigureDifference extends FigurePlace {
  readonly before: Observation | undefined;
  readonly after: Observation | undefined;
}

/** A target, or a status by it, that is another one. */
export interface JudgementDifference extends FigurePlace {
  readonly before: KeptJudgement;
  readonly after: KeptJudgement;
}

/** What differs between two sides. */
export interface Differences {
  /** How many figures both have. */
  readonly compared: number;
  readonly figures: readonly FigureDifference[];
  /** How many figures one side alone has. */
  readonly only: { readonly before: number; readonly after: number };
  readonly judgements: readonly JudgementDifference[];
  readonly comments: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly definitions: readonly { readonly indicator: string; readonly change: 'changed' | 'added' | 'gone' }[];
  readonly extracts: { readonly before: readonly string[]; readonly after: readonly string[] };
}

const keyOf = ({ indicator, unit, month }: FigurePlace): string => `${indicator}|${unit}|${month}`;

/** Sets two sides beside each other: figures that both have, and all that these were made from. */
export function compareSides(before: ComparedSide, after: ComparedSide): Differences {
  const [mine, theirs] = [before.places ?? [], after.places];
  const known = theirs && new Set(theirs.map(keyOf));
  const both = known ? mine.filter((place) => known.has(keyOf(place))) : mine;
  const figures = both.flatMap((place) => {
    const [was, is] = [before.figure(place), after.figure(place)];
    return sameFigure(was, is) ? [] : [{ ...place, before: was, after: is }];
  });
  return {
    compared: both.length,
    figures: figures.toSorted((a, b) => order(a, b)),
    only: { before: mine.length - both.length, after: known ? known.size - both.length : 0 },
    judgements: both.flatMap((place) => judged(place, before, after)).toSorted((a, b) => order(a, b)),
    comments: comments(before.comments, after.comments),
    definitions: definitions(before.definitions, after.definitions),
    extracts: {
      before: before.extracts.filter((one) => !after.extracts.includes(one)),
      after: after.extracts.filter((one) => !before.extracts.includes(one)),
    },
  };
}

/** The latest month first, and within it by indicator and unit. */
function order(a: FigurePlace, b: FigurePlace): number {
  if (a.month !== b.month) return a.month > b.month ? -1 : 1;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function judged(place: FigurePlace, before: ComparedSide, after: ComparedSide): JudgementDifference[] {
  const [was, is] = [before.judgement(place), after.judgement(place)];
  if (was === undefined || is === undefined) return [];
  const same = was.status === is.status && JSON.stringify(was.target) === JSON.stringify(is.target);
  return same ? [] : [{ ...place, before: was, after: is }];
}

function comments(before: readonly Comment[], after: readonly Comment[]): Differences['comments'] {
  const textsOf = (some: readonly Comment[]) => new Map(some.map((one) => [commentName(one), one.text]));
  const [was, is] = [textsOf(before), textsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((one) => one.before !== one.after);
}

function definitions(
  before: ComparedSide['definitions'],
  after: ComparedSide['definitions'],
): Differences['definitions'] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return all.flatMap((indicator): Differences['definitions'] => {
    const [was, is] = [before[indicator], after[indicator]];
    if (was === undefined) return [{ indicator, change: 'added' }];
    if (is === undefined) return [{ indicator, change: 'gone' }];
    return was.join() === is.join() ? [] : [{ indicator, change: 'changed' as const }];
  });
}
