import { financialYear, monthEnd } from '../../../calendar/index.ts';
import type { CountedFigure } from '../figures.ts';
import { type Knowledge, placeOf } from './knowledge.ts';

/** Figures by their place. */
export type FiguresByPlace = ReadonlyMap<string, CountedFigure>;

/** What adding tells: units are parts of the unit above them, months of the year to date, indicators of each other. */
export function readSums(known: Knowledge, figures: FiguresByPlace): void {
  readUnits(known, figures);
  readYears(known, figures);
  readKnownSums(known, figures);
}

function readUnits(known: Knowledge, figures: FiguresByPlace): void {
  const parts = [...figures.values()].filter(({ parent }) => parent !== null);
  const families = Map.groupBy(parts, ({ indicator, parent, month }) => placeOf(indicator, parent ?? '', month));
  for (const [key, members] of families) {
    const head = figures.get(key);
    if (head === undefined) continue;
    for (const part of ['numerator', 'denominator'] as const) {
      if (part === 'denominator' && known.kind(head).isRate) continue;
      const sum = members.reduce((so, member) => so + (member[part] ?? Number.NaN), 0);
      // Somebody in two units is counted once above them: then the units do not add up, and nobody is told by adding.
      if (!(Math.abs(sum - (head[part] ?? Number.NaN)) < 1e-9)) continue;
      const terms = [...members, head].map((one) => [known.part(one, part) as number, one === head ? -1 : 1] as const);
      known.state(`the units of ${head.unit} add up (${head.indicator}, ${head.month})`, 0, 0, terms);
    }
  }
}

function readYears(known: Knowledge, figures: FiguresByPlace): void {
  const { financialYearStart } = known.publication;
  const toDate = [...figures.values()].filter((figure) => known.kind(figure).isYearToDate);
  const runs = Map.groupBy(toDate, ({ indicator, unit, month }) =>
    placeOf(indicator, unit, financialYear(monthEnd(month), financialYearStart).label),
  );
  for (const run of runs.values()) {
    run.sort((a, b) => a.month.localeCompare(b.month));
    for (const [index, after] of run.slice(1).entries()) readGrowth(known, run[index] as CountedFigure, after);
  }
}

/** What came between two months is a number of cases of its own: in the numerator, in the rest, in both together. */
function readGrowth(known: Knowledge, before: CountedFigure, after: CountedFigure): void {
  const kind = known.kind(after);
  const { guardMonths } = known.settings;
  const start = `${before.numerator}|${before.denominator}`;
  const added: { numerator?: number; denominator?: number } = {};
  for (const part of ['numerator', 'denominator'] as const) {
    const [from, to] = [before[part], after[part]];
    if (from === null || to === null || to < from || (part === 'denominator' && kind.isRate)) continue;
    const isGuarded = guardMonths && (part === 'denominator' || !kind.isAverage);
    const one = known.unknown(after, `${part} since ${before.month}`, to - from, isGuarded, start);
    added[part] = one;
    const words = `the year to ${after.month} holds the year to ${before.month} (${after.indicator}, ${after.unit})`;
    known.stateParts(words, [known.part(before, part) as number, one], known.part(after, part) as number);
  }
  const { numerator: n, denominator: d } = added;
  if (n === undefined || d === undefined || kind.scale !== 100) return;
  const truth = known.at(d).truth - known.at(n).truth;
  if (truth < 0) return;
  const rest = known.unknown(after, `rest since ${before.month}`, truth, guardMonths, start);
  known.stateParts(`what came between is numerator and rest (${after.indicator}, ${after.unit})`, [n, rest], d);
}

function readKnownSums(known: Knowledge, figures: FiguresByPlace): void {
  for (const { name, terms, low, high } of known.publication.sums) {
    const first = terms[0]?.indicator;
    for (const { unit, month } of [...figures.values()].filter(({ indicator }) => indicator === first)) {
      const whole = terms.flatMap(({ indicator, times, part }) => {
        const figure = figures.get(placeOf(indicator, unit, month));
        return figure === undefined || figure[part] === null ? [] : [{ figure, times, part }];
      });
      if (whole.length < terms.length) continue;
      const sum = whole.reduce((so, { figure, times, part }) => so + times * (figure[part] ?? 0), 0);
      if (sum < low || sum > high) continue;
      const said = whole.map(({ figure, times, part }) => [known.part(figure, part) as number, times] as const);
      known.state(`${name} (${unit}, ${month})`, low, high, said);
    }
  }
}
