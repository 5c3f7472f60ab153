import { type Month, monthLabel } from '../../calendar/index.ts';
import type { LimitsDrawn } from '../../document/index.ts';
import {
  bounded,
  boundedLimits,
  exact,
  type FigureProcess,
  formatTarget,
  formatValue,
  type Judgement,
  type JudgementSource,
  type ProcessLimits,
  type ProcessSettings,
  signalWords,
  targetAt,
  toNumber,
} from '../../judgement/index.ts';
import { extent, roundedRange } from '../../output/index.ts';

/** What a figure usually is, by process limits. */
export interface UsualRange {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Null where no limits are taken; the sentences say why. */
  readonly drawn: DrawnProcess | null;
}

/** The points of a process with all that a chart and a table of them need. */
export interface DrawnProcess {
  readonly months: readonly Month[];
  readonly points: readonly (number | null)[];
  readonly pointsAre: FigureProcess['pointsAre'];
  readonly limits: readonly LimitsDrawn[];
  /** By point, in words; empty where there is none. */
  readonly signals: readonly string[];
  /** By point; empty where the target is not one for a point. */
  readonly targets: readonly (number | null)[];
  readonly rebases: readonly number[];
  readonly range: readonly [number, number];
  /** How the limits are taken, in a line. */
  readonly rule: string;
}

/** @returns null where no point has a figure. */
export function usualRangeOf(source: JudgementSource, judgement: Judgement): UsualRange | null {
  const { process, definition, month, target, indicator, unit } = judgement;
  if (process.notTaken !== null)
    return nothing(`No usual range is taken: ${process.notTaken.charAt(0).toLowerCase()}${process.notTaken.slice(1)}.`);
  if (process.points.every((point) => point === null)) return null;
  const limits = process.stretches.at(-1)?.limits ?? null;
  if (limits === null) return nothing('There are too few figures in a row for a usual range.');
  const within = (value: number): number => toNumber(bounded(exact(value), definition.measuredIn));
  const drawn = boundedLimits(process, definition.measuredIn);
  const change = changeIn(judgement);
  // A range has two ends, of which a single line would show one: the words say where it lies.
  const hasLine = process.assurance !== null && target !== null && target.target_high === undefined;
  const targets = hasLine
    ? process.months.map((each) => targetAt(source, indicator.id, unit, each)?.target ?? null)
    : [];
  const ends = drawn.flatMap(({ lower, upper }) => [lower, upper]);
  const range = extent([...process.points, ...ends, ...targets]) ?? [0, 1];
  return {
    title: titleOf(process),
    sentences: [
      ...placeOf(judgement, limits, within, change === null),
      ...(change === null ? [] : [change]),
      ...(change !== null || process.assurance === null || target === null
        ? []
        : [assurance[process.assurance](`the target of ${formatTarget(target, definition)}`)]),
      ...(limits.isTrial ? [trial(limits, process.settings)] : []),
      ...process.stretches.flatMap(({ rebase }) => {
        if (rebase === null) return [];
        const from = monthLabel(process.months[rebase.index] ?? month);
        const by = rebase.by === null ? 'the definition changed' : `decided by ${rebase.by}`;
        return [`The range begins anew in ${from} (${by}): ${rebase.reason.replace(/\.?$/, '.')}`];
      }),
    ],
    drawn: {
      months: process.months,
      points: process.points,
      pointsAre: process.pointsAre,
      limits: drawn,
      signals: process.signals.map((signals) =>
        signals.map((signal) => signalWords(signal, process.settings)).join('; '),
      ),
      targets,
      rebases: process.stretches.flatMap(({ rebase }) => rebase?.index ?? []),
      range: roundedRange(range, definition.measuredIn === 'percent' ? 100 : undefined),
      rule: ruleOf(process.settings),
    },
  };
}

const nothing = (sentence: string): UsualRange => ({ title: 'Usual range', sentences: [sentence], drawn: null });

const titles: Readonly<Record<NonNullable<FigureProcess['variation']>, string>> = {
  'common cause': 'within it',
  'special cause: improvement': 'unusual, for the better',
  'special cause: concern': 'unusual, for the worse',
  'special cause: higher': 'unusually high',
  'special cause: lower': 'unusually low',
};

function titleOf({ variation }: FigureProcess): string {
  return variation === null ? 'Usual range' : `Usual range: ${titles[variation]}`;
}

const assurance: Readonly<Record<NonNullable<FigureProcess['assurance']>, (target: string) => string>> = {
  'will always meet the target': (target) => `The whole usual range meets ${target}: chance alone will not miss it.`,
  'will never meet the target': (target) =>
    `No part of the usual range meets ${target}: it takes a change, not chance, to meet it.`,
  'may or may not meet the target': (target) =>
    `The usual range lies on both sides of ${target}: chance alone decides whether a point meets it.`,
};

/**
 * What is to be said of limits whose own points give signals: that they span a change, so that neither their width nor
 * where they lie about a target is chance alone. Null where no point of the last stretch is marked.
 */
function changeIn({ process, month, target }: Judgement): string | null {
  const { from, to } = process.stretches.at(-1) ?? { from: 0, to: 0 };
  const marked = process.signals.flatMap((signals, index) => {
    return index >= from && index < to && signals.length > 0 ? [index] : [];
  });
  const last = marked.at(-1);
  if (last === undefined) return null;
  const points = process.points.slice(from, to).filter((point) => point !== null).length;
  const at = monthLabel(process.months[last] ?? month);
  const are = marked.length === 1 ? `is marked, in ${at}` : `are marked, the last in ${at}`;
  const read = process.assurance === null || target === null ? 'a point' : 'the target';
  return (
    `The range spans a change: ${marked.length} of its ${points} points ${are}. Its limits are therefore wide; take them ` +
    `anew from after the change (process-limits: rebased, in pack.yaml) before reading ${read} against them.`
  );
}

/**
 * Where the latest point lies, and which signals it gives.
 * @param isSteady whether no point of the range gives a signal, so that what moves inside it is chance
 */
function placeOf(
  judgement: Judgement,
  limits: ProcessLimits,
  within: (value: number) => number,
  isSteady: boolean,
): string[] {
  const { process, definition, month } = judgement;
  const print = (value: number): string => formatValue(value, definition);
  const range = `${print(within(limits.lower))} to ${print(within(limits.upper))}, around a mean of ${print(limits.mean)}`;
  const at = process.months.at(-1) ?? month;
  const point = process.points.at(-1) ?? null;
  const alone = process.pointsAre === 'figures' ? '' : process.pointsAre === 'quarters' ? ', a quarter,' : ' alone';
  if (point === null || process.variation === null) {
    return [`There is no figure for ${monthLabel(at)}${alone} to place in the usual range of ${range}.`];
  }
  const steps = process.pointsAre === 'quarters' ? 'quarter to quarter' : 'month to month';
  const name = `${monthLabel(at)}${alone} (${print(point)})`;
  if (process.variation === 'common cause') {
    const chance = isSteady ? ` What moves inside it from ${steps} is no more than chance.` : '';
    return [`${name} lies within the usual range of ${range}.${chance}`];
  }
  const why = (process.signals.at(-1) ?? []).map((signal) => signalWords(signal, process.settings)).join('; ');
  return [`${name} is ${titles[process.variation]}: ${why}. The usual range is ${range}.`];
}

function trial({ points }: ProcessLimits, { minimum }: ProcessSettings): string {
  return `These are trial limits: they rest on ${points} points, and limits that stand take ${minimum}.`;
}

function ruleOf({ run, trend, screen }: ProcessSettings): string {
  const left = screen ? ', leaps of 3.267 times the mean movement left out' : '';
  return (
    `The usual range is the mean, more and less 2.66 times the mean movement from point to point${left}. A diamond marks ` +
    `a point beyond it, ${run} in a row on one side of the mean, ${trend} rising or falling, or two of three near one end.`
  );
}
