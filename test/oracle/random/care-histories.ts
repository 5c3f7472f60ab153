import fc from 'fast-check';
import { addDays } from '../notions/dates.ts';
import type { Row } from '../notions/tables.ts';
import { heldAfter } from './cases.ts';
import { chainOf, type Span, spanOf } from './dates.ts';
import { code, flag, many, orNull, type World, weighted } from './world.ts';

export interface CareHistory {
  readonly episodes: readonly Row[];
  readonly reviews: readonly Row[];
}

const ending = orNull(
  code(
    [4, 'E11'],
    [3, 'E12'],
    [4, 'E4A'],
    [2, 'E4B'],
    [2, 'E45'],
    [1, 'E48'],
    [2, 'E41'],
    [2, 'E8'],
    [1, 'E2'],
    [1, 'X1'],
  ),
  8,
);

/** What happens to the link between one episode and the next. */
const link = weighted([78, 'X1'], [4, 'x1'], [5, 'other reason'], [3, 'no reason'], [4, 'gap'], [6, 'branch']);

interface Drawn {
  readonly spans: readonly Span[];
  readonly links: readonly string[];
  readonly last: string | null;
}

function episodesOf(person: string | null, { spans, links, last }: Drawn): Row[] {
  return spans.flatMap((span, place) => {
    const isLast = place === spans.length - 1;
    const kind = links[place] ?? 'X1';
    const reason = isLast
      ? span.end === null
        ? null
        : last
      : kind === 'other reason'
        ? 'E8'
        : kind === 'x1'
          ? 'x1'
          : 'X1';
    const row: Row = {
      clae_person_id: person,
      clae_cla_episode_start_date: span.start,
      clae_cla_episode_start_reason: place === 0 ? 'S' : 'P',
      clae_cla_episode_ceased_date: span.end,
      clae_cla_episode_ceased_reason: kind === 'no reason' && !isLast ? null : reason,
    };
    if (kind === 'gap' && span.end !== null) return [{ ...row, clae_cla_episode_ceased_date: addDays(span.end, -1) }];
    return kind === 'branch' ? [row, { ...row, clae_cla_episode_start_reason: 'T' }] : [row];
  });
}

/** The CLA ids of a person: shared by some of the episodes, so that one names a period and sometimes two. */
export function claIdOf(person: string | null): fc.Arbitrary<string | null> {
  if (person === null) return fc.constant(null);
  return weighted<string | null>([6, `${person}/1`], [3, `${person}/2`], [1, null]);
}

/** Periods of care of one person, as chains of episodes that may break, branch, overlap and end with no end. */
export function careHistories(world: World): fc.Arbitrary<CareHistory[]> {
  const spans = fc.oneof(
    { weight: 5, arbitrary: chainOf(world.date, 4) },
    { weight: 2, arbitrary: spanOf(world.date).map((span) => [span]) },
  );
  const drawn = fc.record({
    spans,
    links: fc.array(link, { minLength: 5, maxLength: 5 }),
    last: ending,
  });
  const history = fc.tuple(world.person, drawn).chain(([person, care]) => {
    const claId = claIdOf(person);
    const rows = episodesOf(person, care);
    const entered = orNull(world.date, 75);
    const started = weighted<string | null>([5, null], [1, 'S'], [1, 's']);
    const review = orNull(world.date, 4).chain((due) =>
      fc.record({
        clar_cla_id: fc.oneof({ weight: 9, arbitrary: claId }, { weight: 1, arbitrary: fc.constant('unknown/1') }),
        clar_cla_person_id: fc.oneof(fc.constantFrom(person, null), world.person),
        clar_cla_review_due_date: fc.constant(due),
        clar_cla_review_date: heldAfter(due),
        clar_cla_review_cancelled: flag(12),
        clar_cla_review_participation: orNull(
          code([2, 'PN0'], [3, 'PN1'], [2, 'PN2'], [2, 'PN5'], [2, 'PN6'], [3, 'PN7'], [1, 'PN9']),
          8,
        ),
      }),
    );
    const finished = rows.map((row) =>
      fc.tuple(claId, entered, started).map(([id, enteredOn, reason]): Row => {
        // A row whose period has no known beginning is not one that anything else names or dates.
        const dateless = row.clae_cla_episode_start_date === null && enteredOn === null;
        return {
          ...row,
          clae_cla_id: dateless ? null : id,
          clae_entered_care_date: enteredOn,
          clae_cla_episode_start_reason: reason ?? row.clae_cla_episode_start_reason ?? null,
          ...(dateless ? { clae_cla_episode_ceased_reason: 'E8' } : {}),
        };
      }),
    );
    return fc.record({
      episodes: fc.tuple(...finished),
      reviews: fc.array(review, { maxLength: 3, size: 'max' }),
    });
  });
  return many(history, 18, 34);
}
