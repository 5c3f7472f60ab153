import { dayLabel, financialYear, monthEnd, monthLabel } from '../../calendar/index.ts';
import type { Comparison, Direction, Exact, Judgement } from '../../judgement/index.ts';
import {
  changeInWords,
  compare,
  exact,
  figure,
  formatDifference,
  formatTarget,
  formatValue,
  subtract,
} from '../../judgement/index.ts';
import type { Choice } from '../choice.ts';
import type { ByUnit } from './by-unit.ts';

/** One sentence on a figure that follows from the data alone, with the direction it speaks of. */
export interface Fact {
  readonly text: string;
  readonly direction: Direction | null;
}

const plain = (text: string): Fact => ({ text, direction: null });

/** How a figure moved from an earlier one; where they do not compare, why. */
function change(now: Exact, judgement: Judgement, earlier: Comparison, name: string): Fact {
  if (earlier.figure === null) return plain(`There is no figure for ${name} to compare with.`);
  if (earlier.brokenBy !== null) {
    const from = earlier.brokenBy.from ?? '';
    return plain(`Not compared with ${name}: the definition changed on ${dayLabel(from)}.`);
  }
  const before = formatValue(earlier.figure, judgement.definition);
  const words = changeInWords(now, earlier.figure, judgement.definition);
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)} on ${name} (${before})`;
  return { text, direction: earlier.direction };
}

/** Against the month before, the last outturn and the same month last year, each month once. */
function changes(now: Exact, judgement: Judgement): Fact[] {
  const { previous, outturn, yearAgo } = judgement;
  const isOutturn = previous.month === outturn.month;
  return [
    change(now, judgement, previous, `${monthLabel(previous.month)}${isOutturn ? ', the last outturn' : ''}`),
    ...(isOutturn ? [] : [change(now, judgement, outturn, `the outturn of ${monthLabel(outturn.month)}`)]),
    ...(yearAgo.month === outturn.month
      ? []
      : [change(now, judgement, yearAgo, `the same month last year, ${monthLabel(yearAgo.month)}`)]),
  ];
}

function againstTarget(now: Exact, judgement: Judgement, unitName: string): Fact[] {
  const { definition, target, statusByRule: status } = judgement;
  if (definition.polarity === 'none') {
    return [plain('An activity measure: neither more nor less is good in itself, so it is not rated.')];
  }
  if (target === null) return [plain(`No target is set for ${unitName}.`)];
  const follows = target.follows == null ? [] : [plain(`The target follows another figure: ${target.follows}.`)];
  const printed = formatTarget(target, definition);
  if (target.target_high !== undefined) {
    return [plain(`${status === 'met' ? 'Within' : 'Outside'} the target range of ${printed}.`), ...follows];
  }
  const apart = subtract(now, exact(target.target)).numerator;
  if (apart === 0n) return [plain(`Exactly at the target of ${printed}.`), ...follows];
  const size = formatDifference(now, target.target, definition);
  const side = apart > 0n ? 'above' : 'below';
  const met = plain(`Meets the target of ${printed}, ${size} ${side} it.`);
  return [status === 'met' ? met : plain(`${size} ${side} the target of ${printed}.`), ...follows];
}

/** Highest and lowest of the units below, where three or more have figures that do not rest on few cases. */
function spreadOver({ rows, kind }: ByUnit, judgement: Judgement): Fact[] {
  const sound = rows.filter((row) => row.judgement.figure !== null && !row.judgement.smallDenominator);
  const [first] = sound;
  if (kind !== 'below' || sound.length < 3 || first === undefined) return [];
  const figureOf = (row: (typeof sound)[number]): Exact =>
    figure(row.judgement.observation, judgement.definition.measuredIn) ?? exact(0);
  const sorted = sound.toSorted((a, b) => compare(figureOf(b), figureOf(a)));
  const [highest = first, lowest = first] = [sorted[0], sorted.at(-1)];
  if (compare(figureOf(highest), figureOf(lowest)) === 0) return [];
  const print = (row: (typeof sound)[number]): string =>
    `${row.unit.name}, ${formatValue(figureOf(row), judgement.definition)}`;
  return [plain(`Highest: ${print(highest)}. Lowest: ${print(lowest)}.`)];
}

function cautions({ figures, month }: Choice, { definition, smallDenominator }: Judgement): Fact[] {
  const facts: Fact[] = [];
  if (smallDenominator) facts.push(plain('It rests on fewer than ten cases: read it with care.'));
  const { start } = financialYear(monthEnd(month), figures.pack.financialYearStart);
  const months = (Number(month.slice(5, 7)) - Number(start.slice(5, 7)) + 12) % 12;
  if (definition.basis === 'year-to-date' && months < 3) {
    facts.push(plain('The year has only begun: few cases count so far, and the figure moves easily.'));
  }
  return facts;
}

/** The sentences under a headline figure. Each follows from the figures by rule; none gives a cause. */
export function factsOf(choice: Choice, judgement: Judgement, byUnit: ByUnit): Fact[] {
  if (judgement.figure === null) return [];
  return [
    ...changes(judgement.figure, judgement),
    ...againstTarget(judgement.figure, judgement, choice.chosen.name),
    ...spreadOver(byUnit, judgement),
    ...cautions(choice, judgement),
  ];
}
