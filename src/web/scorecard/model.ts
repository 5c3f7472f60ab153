import type { FigureSeries, Judgement } from '../../judgement/index.ts';
import { judge } from '../../judgement/index.ts';
import type { Indicator, Report } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { Problem } from '../problem.ts';
import { seriesOf } from '../series.ts';
import type { StatusLabels } from '../status-labels.ts';
import { statusLabels } from '../status-labels.ts';

export interface Row {
  /** Continuous over the sections: a number is how people speak of a row. */
  readonly number: number;
  readonly judgement: Judgement;
  readonly series: FigureSeries;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** How many rows stand where. */
export interface Counts {
  readonly met: number;
  readonly near: number;
  readonly away: number;
  readonly better: number;
  readonly worse: number;
}

export interface Scorecard {
  readonly title: string;
  readonly scope: string | null;
  readonly report: Report | null;
  readonly labels: StatusLabels;
  readonly sections: readonly Section[];
  readonly counts: Counts;
}

/** Sections and their indicators: those of the report, else the pack's themes, none of its indicators left out. */
function sectionsOf(choice: Choice, report: Report | null): { title: string; indicators: Indicator[] }[] {
  const { pack } = choice.figures;
  if (report !== null) {
    return report.groups.map(({ title, indicators }) => ({
      title,
      indicators: indicators.flatMap(({ indicator }) => pack.indicators.get(indicator ?? '') ?? []),
    }));
  }
  const themeOf = (indicator: Indicator): string => indicator.versions.at(-1)?.definition.theme ?? '';
  const byTheme = Map.groupBy(pack.indicators.values(), themeOf);
  const named = pack.themes.map(({ id, title }) => ({ title, indicators: byTheme.get(id) ?? [] }));
  const known = new Set(pack.themes.map(({ id }) => id));
  const others = [...byTheme].filter(([theme]) => !known.has(theme)).flatMap(([, indicators]) => indicators);
  return [...named, { title: 'Other', indicators: others }].filter(({ indicators }) => indicators.length > 0);
}

/** @throws Problem 404 for a report that the pack does not have. */
export function reportOf(choice: Choice, id: string | undefined): Report | null {
  const scorecards = [...choice.figures.pack.reports.values()].filter(({ kind }) => kind === 'scorecard');
  if (id === undefined) return scorecards[0] ?? null;
  const report = scorecards.find((candidate) => candidate.id === id);
  if (report !== undefined) return report;
  throw new Problem(
    404,
    'There is no such scorecard',
    [scorecards.length === 0 ? 'The pack has one scorecard, of all its indicators.' : 'These are the ones there are:'],
    scorecards.length === 0
      ? [{ text: 'Scorecard', href: '/scorecard' }]
      : scorecards.map((candidate) => ({ text: candidate.title, href: `/scorecard?report=${candidate.id}` })),
  );
}

export function scorecardOf(choice: Choice, report: Report | null): Scorecard {
  const { pack } = choice.figures;
  let number = 0;
  const sections = sectionsOf(choice, report).map(({ title, indicators }, index) => ({
    id: `section-${index + 1}`,
    title,
    rows: indicators.map((indicator) => {
      number++;
      return {
        number,
        judgement: judge(choice.figures, indicator.id, choice.unit, choice.month),
        series: seriesOf(choice, indicator),
      };
    }),
  }));
  const judgements = sections.flatMap(({ rows }) => rows.map(({ judgement }) => judgement));
  const count = (test: (judgement: Judgement) => boolean): number => judgements.filter(test).length;
  return {
    title: report?.title ?? `${pack.title} scorecard`,
    scope: report?.scope ?? null,
    report,
    labels: statusLabels(pack, report ?? undefined),
    sections,
    counts: {
      met: count(({ status }) => status === 'met'),
      near: count(({ status }) => status === 'near'),
      away: count(({ status }) => status === 'away'),
      better: count(({ directionFromPrevious }) => directionFromPrevious === 'better'),
      worse: count(({ directionFromPrevious }) => directionFromPrevious === 'worse'),
    },
  };
}
