import { monthLabel } from '../../calendar/index.ts';
import {
  type CasesToBand,
  compare,
  type Exact,
  exact,
  formatTarget,
  type Judgement,
  judge,
  plainLabels,
  sideOf,
  statusInWords,
} from '../../judgement/index.ts';
import type { LabelSet } from '../../pack/index.ts';
import { say } from '../say.ts';
import type { Inline, Text } from '../text.ts';
import { edgeOf } from './edge.ts';
import type { Fact, Tone } from './fact.ts';
import { distanceOrLess, distanceWords, plural } from './sizes.ts';
import { definitionAt, type Telling } from './telling.ts';
import { fact, targetToken } from './tokens.ts';

const toneOfStatus = { met: 'better', near: 'neutral', away: 'worse' } as const satisfies Record<string, Tone>;

const labelsOf = ({ asked }: Telling): LabelSet => asked.labels ?? plainLabels;

/** A status in a sentence: one of several words stands in quotation marks, or it would read as part of the sentence. */
const named = (label: string): string => (/\s/.test(label) ? `“${label}”` : label);

/** How the figure is rated, on which side of its target it is and by how much, and what it was rated before. */
export function position(telling: Telling): Fact[] {
  const { judgement } = telling;
  const { status, statusOverride, statusByRule } = judgement;
  if (status === null || judgement.figure === null) return [];
  const labels = labelsOf(telling);
  const { word, phrase } = statusInWords(labels, judgement);
  const rated = phrase === null ? `rated ${named(word)}` : phrase;
  const rule = statusByRule === null ? 'no rating' : named(labels.statuses[statusByRule]);
  const whose =
    statusOverride === null
      ? ''
      : ` by a decision of the ${statusOverride.by} (${statusOverride.reason.replace(/\.$/, '')}), in place of ${rule} by rule`;
  const text = say`It is ${rated}${whose}${beside(telling)}.${before(telling)}`;
  return [fact('position', toneOfStatus[status], text)];
}

/** ': 2.3 percentage points above the target of 85.0%'. Nothing where the target is for a sum of grades. */
function beside(telling: Telling): Text {
  const { judgement, definition } = telling;
  const { figure, target, grades } = judgement;
  const printed = targetToken(telling);
  if (figure === null || target === null || printed === null || grades.length > 0) return [];
  const side = sideOf(judgement);
  if (side === 'on') return say`: ${target.target_high === undefined ? 'at' : 'within'} the target of ${printed}`;
  const end = side === 'above' ? (target.target_high ?? target.target) : target.target;
  const size = distanceWords(figure, exact(end), definition) ?? 'slightly';
  return say`: ${size} ${side} the target of ${printed}`;
}

/** ' It was Away in September 2026.' where that is another status, with the target of then where it was another. */
function before(telling: Telling): Text {
  const { judgement, source, indicator } = telling;
  const { month, brokenBy } = judgement.previous;
  if (brokenBy !== null) return [];
  const earlier = judge(source, indicator.id, judgement.unit, month);
  if (earlier.status === null || earlier.status === judgement.status) return [];
  const word = named(labelsOf(telling).statuses[earlier.status]);
  return say` It was ${word} in ${monthLabel(month)}${targetThen(judgement, earlier)}.`;
}

function targetThen({ target: now }: Judgement, { target: then, indicator, unit, month }: Judgement): Text {
  if (then === null || now === null || (then.target === now.target && then.target_high === now.target_high)) return [];
  const printed: Inline = {
    kind: 'figure',
    text: formatTarget(then, definitionAt(indicator, month)),
    of: { indicator: indicator.id, unit, month, part: 'target' },
  };
  return say`, when the target was ${printed}`;
}

/** So few cases from a worse status that it is worth saying. */
const fewToSpare = 5;

/** How far the figure is from a better status, in points and in cases; how few cases from a worse one. */
export function distance(telling: Telling): Fact[] {
  const { judgement } = telling;
  if (judgement.figure === null || judgement.statusOverride !== null || judgement.grades.length > 0) return [];
  const { toBetter = null, toWorse = null } = judgement.casesToBands ?? {};
  const nearest = edgeOf(judgement);
  const facts: Fact[] = [];
  if (nearest !== null && !saysItAlready(telling, nearest.at, toBetter)) {
    const labels = labelsOf(telling);
    const away = nearest.side === 'below' ? 'short of' : 'over the limit for';
    const size = sizeOf(telling, nearest.at, toBetter);
    facts.push(fact('distance', 'neutral', say`It is ${size} ${away} ${named(labels.statuses[nearest.band.status])}.`));
  }
  if (toWorse !== null && toWorse.cases <= fewToSpare && !judgement.smallDenominator) {
    facts.push(fact('distance', 'caution', spare(telling, toWorse)));
  }
  return facts;
}

/** Whether the position, where it is told, gives the same distance: that from the target, without cases beside it. */
function saysItAlready({ asked, judgement, definition }: Telling, edge: Exact, by: CasesToBand | null): boolean {
  const { target } = judgement;
  const isTarget = [target?.target, target?.target_high].some(
    (end) => end !== undefined && compare(exact(end), edge) === 0,
  );
  const hasCases = by !== null && definition.measuredIn !== 'count';
  return isTarget && !hasCases && (asked.kinds?.includes('position') ?? true);
}

/** '2.1 percentage points, or 12 cases'; of a count, which is its own number of cases, the number alone. */
function sizeOf(
  { definition, judgement }: Telling,
  edge: Parameters<typeof distanceOrLess>[0],
  by: CasesToBand | null,
) {
  const { figure } = judgement;
  if (definition.measuredIn === 'count' && by !== null) return String(by.cases);
  const size = figure === null ? '' : distanceOrLess(figure, edge, definition);
  return by === null ? size : `${size}, or ${plural(by.cases, 'case')},`;
}

function spare(telling: Telling, { status, cases, way }: CasesToBand): Text {
  const { definition, judgement } = telling;
  const word = named(labelsOf(telling).statuses[status]);
  if (definition.measuredIn === 'count') return say`It would be rated ${word} with ${cases} ${way}.`;
  const { indicator, unit, month, observation } = judgement;
  const of: Inline = {
    kind: 'figure',
    text: (observation?.denominator ?? 0).toLocaleString('en-GB'),
    of: { indicator: indicator.id, unit, month, part: 'denominator' },
  };
  return say`It would be rated ${word} if ${cases} ${way} of the ${of} cases met the measure.`;
}
