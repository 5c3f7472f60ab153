import { knownTeam } from '../notions/attribution.ts';
import { openAt } from '../notions/dates.ts';
import type { Indicator, OracleCase } from '../notions/figures.ts';
import { datedIn, share } from '../notions/share.ts';
import { day, number, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { notAttributed } from '../notions/units.ts';
import { rollingMonths } from '../notions/windows.ts';
import { contains, isOneOf } from '../notions/words.ts';

const filledBy = (row: Row) => text(row, 'filled_by') ?? 'vacant';
const isSocialWork = (row: Row) => contains(text(row, 'role'), 'social work');
const isOpen = (row: Row, date: string) => openAt(day(row, 'from_date'), day(row, 'to_date'), date);
const unitOf = (tables: Tables, row: Row) => knownTeam(tables, text(row, 'team_id')) ?? notAttributed;

function fteOf(tables: Tables, row: Row, inNumerator: boolean): OracleCase {
  const weight = number(row, 'fte') ?? 0;
  return { id: text(row, 'post_id') ?? '', unit: unitOf(tables, row), weight, inNumerator };
}

function agencyWithManagers(tables: Tables, asAt: string): Indicator {
  const posts = rowsOf(tables, 'workforce_posts').filter(
    (row) => (isSocialWork(row) || contains(text(row, 'role'), 'team manager')) && isOpen(row, asAt),
  );
  return share(
    'posts-agency-with-managers',
    posts.map((row) => fteOf(tables, row, isOneOf(filledBy(row), ['agency']))),
  );
}

/** Two lists: the posts that a worker left without going to another, and the posts held at D (not in the numerator). */
function turnover(tables: Tables, asAt: string): Indicator {
  const posts = rowsOf(tables, 'workforce_posts');
  const permanent = posts.filter((row) => isSocialWork(row) && isOneOf(filledBy(row), ['permanent']));
  const left = permanent.flatMap((row) => {
    const [from, to, worker] = [day(row, 'from_date'), day(row, 'to_date'), text(row, 'worker_id')];
    if (worker === null || from === null || to === null || from >= to) return [];
    const window = rollingMonths(asAt, 12);
    if (to < window.first || to > window.last) return [];
    const wentOn = posts.some(
      (other) =>
        other !== row &&
        text(other, 'worker_id') === worker &&
        !isOneOf(filledBy(other), ['vacant']) &&
        isOpen(other, to),
    );
    return wentOn ? [] : [fteOf(tables, row, true)];
  });
  const held = permanent.filter((row) => isOpen(row, asAt)).map((row) => fteOf(tables, row, false));
  return { id: 'turnover', shape: 'two-lists', distinct: false, cases: [...left, ...held] };
}

function sicknessDays(tables: Tables, asAt: string): Indicator {
  const filled = rowsOf(tables, 'workforce_posts').filter(
    (row) => isSocialWork(row) && !isOneOf(filledBy(row), ['vacant']),
  );
  const lost = datedIn(tables, 'workforce_absences', 'began_on', rollingMonths(asAt, 12)).flatMap(({ row, date }) => {
    const worker = text(row, 'worker_id');
    const inPost = filled.some((post) => worker !== null && text(post, 'worker_id') === worker && isOpen(post, date));
    const weight = number(row, 'days_lost') ?? 0;
    return inPost ? [{ id: text(row, 'absence_id') ?? '', unit: unitOf(tables, row), weight, inNumerator: true }] : [];
  });
  const held = filled.filter((row) => isOpen(row, asAt)).map((row) => fteOf(tables, row, false));
  return { id: 'sickness-days', shape: 'two-lists', distinct: false, cases: [...lost, ...held] };
}

export function staffInPost(tables: Tables, asAt: string): Indicator[] {
  return [agencyWithManagers(tables, asAt), turnover(tables, asAt), sicknessDays(tables, asAt)];
}
