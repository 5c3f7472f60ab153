import { knownTeam } from '../notions/attribution.ts';
import { isWithin, openAt } from '../notions/dates.ts';
import type { Indicator, OracleCase } from '../notions/figures.ts';
import { day, isYes, number, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { notAttributed } from '../notions/units.ts';
import { monthOf } from '../notions/windows.ts';
import { contains, isOneOf } from '../notions/words.ts';

/** One row of workforce_posts open at D. */
interface Post {
  readonly row: Row;
  readonly id: string;
  readonly unit: string;
  readonly fte: number;
  readonly worker: string | null;
}

function postsOpen(tables: Tables, asAt: string, role: 'social work' | 'team manager'): Post[] {
  return rowsOf(tables, 'workforce_posts')
    .filter((row) => contains(text(row, 'role'), role) && openAt(day(row, 'from_date'), day(row, 'to_date'), asAt))
    .map((row) => ({
      row,
      id: text(row, 'post_id') ?? '',
      // A post is of no person, so without a known team nobody holds it.
      unit: knownTeam(tables, text(row, 'team_id')) ?? notAttributed,
      fte: number(row, 'fte') ?? 0,
      worker: text(row, 'worker_id'),
    }));
}

/** A post is filled as it says; one that says nothing is vacant. */
function isFilledBy(post: Post, by: 'permanent' | 'agency' | 'vacant'): boolean {
  return isOneOf(text(post.row, 'filled_by') ?? 'vacant', [by]);
}

function shareOfFte(id: string, posts: readonly Post[], met: (post: Post) => boolean): Indicator {
  const cases = posts.map((post) => ({
    id: post.id,
    unit: post.unit,
    weight: post.fte,
    inNumerator: met(post),
  }));
  return { id, shape: 'share', distinct: false, cases };
}

/** The distinct persons with an involvement of the worker open at D, whoever holds them and in whatever team. */
function personsOf(tables: Tables, worker: string | null, asAt: string): string[] {
  const open = rowsOf(tables, 'ssd_involvements').filter(
    (row) =>
      worker !== null &&
      text(row, 'invo_professional_id') === worker &&
      openAt(day(row, 'invo_involvement_start_date'), day(row, 'invo_involvement_end_date'), asAt),
  );
  return [...new Set(open.flatMap((row) => text(row, 'invo_person_id') ?? []))];
}

/**
 * Two lists: the posts whose worker has a case, by FTE (not in the numerator), and the pairs of worker and person
 * in the team of each of the worker's posts (in the numerator; distinct in each unit).
 */
function caseloadAverage(tables: Tables, asAt: string): Indicator {
  const posts = postsOpen(tables, asAt, 'social work').filter((post) => !isFilledBy(post, 'vacant'));
  const cases = posts.flatMap((post): OracleCase[] => {
    const persons = personsOf(tables, post.worker, asAt);
    if (persons.length === 0) return [];
    const pairs = persons.map((person) => ({
      id: JSON.stringify([post.worker, person]),
      unit: post.unit,
      weight: 1,
      inNumerator: true,
    }));
    return [{ id: post.id, unit: post.unit, weight: post.fte, inNumerator: false }, ...pairs];
  });
  return { id: 'caseload-average', shape: 'two-lists', distinct: true, cases };
}

function supervisedInMonth(tables: Tables, asAt: string): Indicator {
  const cases = postsOpen(tables, asAt, 'social work')
    .filter((post) => !isFilledBy(post, 'vacant'))
    .flatMap(({ worker, unit }) => {
      if (worker === null) return [];
      const supervised = rowsOf(tables, 'supervisions').some(
        (row) => text(row, 'worker_id') === worker && isWithin(day(row, 'held_on'), monthOf(asAt)),
      );
      return [{ id: worker, unit, weight: 1, inNumerator: supervised }];
    });
  return { id: 'supervised-in-month', shape: 'share', distinct: true, cases };
}

export function workforce(tables: Tables, asAt: string): Indicator[] {
  const socialWork = postsOpen(tables, asAt, 'social work');
  const managers = postsOpen(tables, asAt, 'team manager');
  return [
    shareOfFte('posts-agency', socialWork, (post) => isFilledBy(post, 'agency')),
    shareOfFte(
      'posts-permanent-qualified',
      socialWork,
      (post) => isFilledBy(post, 'permanent') && isYes(post.row, 'qualified'),
    ),
    shareOfFte('managers-agency', managers, (post) => isFilledBy(post, 'agency')),
    shareOfFte('vacancy-rate', socialWork, (post) => isFilledBy(post, 'vacant')),
    caseloadAverage(tables, asAt),
    supervisedInMonth(tables, asAt),
  ];
}
