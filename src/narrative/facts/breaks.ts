import { dayLabel, monthEnd, monthLabel } from '../../calendar/index.ts';
import { compareWith } from '../../judgement/index.ts';
import { breakBetween, type Version } from '../../pack/index.ts';
import { listed, say } from '../say.ts';
import { text } from '../text.ts';
import type { Fact } from './fact.ts';
import { figureNoun } from './period-words.ts';
import type { Telling } from './telling.ts';
import { fact } from './tokens.ts';

/** With which earlier figures nothing is compared, because the definition changed between them, and what changed. */
export function breaks({ judgement, asked, source, indicator }: Telling): Fact[] {
  if (judgement.figure === null) return [];
  const { previous, outturn, yearAgo } = judgement;
  const since = asked.since === undefined ? [] : [compareWith(source, judgement, asked.since)];
  const earlier = [previous, outturn, yearAgo, ...since].filter(
    ({ figure, brokenBy }) => figure !== null && brokenBy !== null,
  );
  const months = [...new Set(earlier.map(({ month }) => month))].toSorted();
  const [first] = months;
  const version = first === undefined ? null : breakBetween(indicator, monthEnd(first), monthEnd(judgement.month));
  if (version === null || version.from === null) return [];
  const labels = listed(months.map((month) => text(monthLabel(month))));
  return [
    fact(
      'break',
      'caution',
      say`Figures from ${dayLabel(version.from)} do not compare with earlier ones, so no change is given since ${labels}.${changed(version)}`,
    ),
  ];
}

/** That a person says that the figure stands apart. */
export function apart({ judgement, definition }: Telling): Fact[] {
  if (judgement.figure === null) return [];
  const noun = figureNoun({ ...definition, basis: 'month' });
  const detail = judgement.statusDetail?.trim().replace(/\.$/, '') ?? '';
  const why = detail === '' ? '' : ` (${detail})`;
  return [fact('break', 'caution', say`The ${noun} does not compare with others${why}, so it is set beside none.`)];
}

function changed({ note }: Version): string {
  const words = note.trim();
  return words === '' ? '' : ` What changed: ${/[.!?]$/.test(words) ? words : `${words}.`}`;
}
