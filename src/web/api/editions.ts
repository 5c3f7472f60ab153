import { monthEnd } from '../../calendar/index.ts';
import { figuresOf, type KeptJudgement } from '../../edition/index.ts';
import { versionAt } from '../../pack/index.ts';
import type { Asking } from '../access/asking.ts';
import { mayRead, openFor } from '../editions/gate.ts';
import type { ServerOptions, ShownFigures } from '../options.ts';
import { ApiProblem } from './problem.ts';
import type { FigureRow } from './schemas.ts';

/** The editions that somebody may read, by number; none where nothing is published here. */
export async function editionsFor({ store, editions }: ServerOptions, asking: Asking) {
  if (!store || !editions) return [];
  const all = editions.figures();
  return (await store.editions.list())
    .filter((entry) => mayRead(asking, entry, all))
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, report, month, unit, kind, corrects, at, contentHash }) => ({
      number,
      report,
      month,
      unit,
      kind,
      corrects,
      published_at: at.toISOString(),
      content_hash: contentHash,
    }));
}

const statuses: readonly (string | null)[] = ['met', 'near', 'away'] satisfies FigureRow['status'][];
const keyOf = ({ indicator, unit, month }: Pick<KeptJudgement, 'indicator' | 'unit' | 'month'>): string =>
  `${indicator}\n${unit}\n${month}`;

/**
 * The figures as an edition keeps them, of the units that whoever asks sees today; of the edition's own month with their
 * status and target. A public edition leaves small numbers out of its files alone, so its figures are not given here.
 *
 * @throws ApiProblem 404 for an edition that is not there, not theirs, or public
 */
export async function editionRows(
  { store, editions }: ServerOptions,
  figures: ShownFigures,
  asking: Asking,
  number: string,
): Promise<readonly FigureRow[]> {
  const missing = new ApiProblem(404, 'There is no such edition', 'Or it is of a unit that you may not see.');
  if (!store || !editions) throw missing;
  const edition = await openFor(asking, number, { data: editions.desk.data, store, all: editions.figures() });
  if (edition.entry.kind === 'public') {
    throw new ApiProblem(
      404,
      'That edition is public',
      'Take its figures from its files, where small numbers are left out.',
    );
  }
  const kept = await figuresOf(edition);
  const judged = new Map(kept.judgements.map((one) => [keyOf(one), one]));
  const seen = new Set(figures.units(figures.months.at(-1) ?? '').map(({ code }) => code));
  return kept.figures.flatMap(({ observation: one }): FigureRow[] => {
    const indicator = figures.pack.indicators.get(one.indicator);
    if (!indicator || !seen.has(one.unit)) return [];
    const { definition } = versionAt(indicator, monthEnd(one.month));
    const judgement = judged.get(keyOf(one));
    const status = judgement?.status ?? null;
    return [
      {
        indicator: one.indicator,
        unit: one.unit,
        month: one.month,
        basis: definition.basis,
        measured_in: definition.measuredIn,
        numerator: one.numerator,
        denominator: one.denominator,
        value: one.value,
        state: one.state,
        status: statuses.includes(status) ? (status as FigureRow['status']) : null,
        target: judgement?.target?.[0] ?? null,
        target_high: judgement?.target?.[1] ?? null,
      },
    ];
  });
}
