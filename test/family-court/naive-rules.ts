import { dayOf, isWorkingDay, type Windows, workingDaysAfter } from './naive-days.ts';

export type Row = Readonly<Record<string, string>>;
/** The rows of each CSV file, as text. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** What one row adds to a figure, and where. A key makes it count once in each unit. */
export interface Part {
  readonly team: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly key?: string;
}

/** The parts of a figure; a count has no denominator. */
export type Rule = (tables: Tables, windows: Windows) => Part[];

const part = (team: string | undefined, yes: boolean, weight = 1): Part => ({
  team: team ?? '',
  numerator: yes ? weight : 0,
  denominator: weight,
});
const days = (from: string, to: string) => dayOf(to) - dayOf(from);
const of = (tables: Tables, table: string): readonly Row[] => tables[table] ?? [];
/** The cell, or nothing where it is empty. */
const cell = (row: Row, column: string): string => row[column] ?? '';

const inYear =
  (column: string, { yearStart, asAt }: Windows) =>
  (row: Row) =>
    cell(row, column) >= yearStart && cell(row, column) <= asAt && cell(row, column) !== '';
const open =
  (from: string, to: string, { asAt }: Windows) =>
  (row: Row) =>
    cell(row, from) !== '' && cell(row, from) <= asAt && (cell(row, to) === '' || cell(row, to) > asAt);

function firstAllocations(tables: Tables): Map<string, Row> {
  const first = new Map<string, Row>();
  for (const row of of(tables, 'allocations')) {
    const known = first.get(cell(row, 'request_id'));
    const before =
      known === undefined ||
      cell(row, 'allocated_on') < cell(known, 'allocated_on') ||
      (cell(row, 'allocated_on') === cell(known, 'allocated_on') &&
        cell(row, 'allocation_id') < cell(known, 'allocation_id'));
    if (before) first.set(cell(row, 'request_id'), row);
  }
  return first;
}

function allocatedWithin(within: (received: string, allocated: string) => boolean): Rule {
  return (tables, windows) => {
    const first = firstAllocations(tables);
    return of(tables, 'requests').flatMap((request) => {
      const allocation = first.get(cell(request, 'request_id'));
      if (!['care', 'supervision'].includes(cell(request, 'kind')) || !allocation) return [];
      if (!inYear('allocated_on', windows)(allocation)) return [];
      const [received, allocated] = [cell(request, 'received_on'), cell(allocation, 'allocated_on')];
      if (allocated < received) return [];
      // A team is written as its service area, T and a number; of any other the request's team counts.
      const isTeam = /^[NCS]\dT\d$/.test(cell(allocation, 'team_id'));
      const team = cell(isTeam ? allocation : request, 'team_id');
      return [part(team, within(received, allocated))];
    });
  };
}

function publicLaw(backlogOnly: boolean): Rule {
  return (tables, windows) => {
    const held = new Set(
      of(tables, 'allocations')
        .filter(open('allocated_on', 'ended_on', windows))
        .map((row) => cell(row, 'request_id')),
    );
    const cases = of(tables, 'requests').filter(
      (row) => row.law === 'public' && open('received_on', 'closed_on', windows)(row),
    );
    if (!backlogOnly) return cases.map((row) => part(row.team_id, held.has(cell(row, 'request_id'))));
    return cases.filter((row) => !held.has(cell(row, 'request_id'))).map((row) => part(row.team_id, true));
  };
}

const share =
  (table: string, date: string, counts: (row: Row) => boolean, yes: (row: Row) => boolean): Rule =>
  (tables, windows) =>
    of(tables, table)
      .filter((row) => inYear(date, windows)(row) && counts(row))
      .map((row) => part(row.team_id, yes(row)));

const kind =
  (...kinds: readonly string[]) =>
  (row: Row) =>
    kinds.includes(cell(row, 'kind'));
const received = (...kinds: readonly string[]): Rule => share('requests', 'received_on', kind(...kinds), () => true);
const held = (row: Row) => row.outcome !== 'not-held';
const inTime = (row: Row) => row.filed_on !== '' && cell(row, 'filed_on') <= cell(row, 'due_on');

/** Teams by the average days of their section 7 reports; the least and the first day beyond. */
function teamsBetween(least: number, beyond: number): Rule {
  return (tables, windows) => {
    const byTeam = Map.groupBy(
      of(tables, 'reports').filter(
        (row) =>
          row.kind === 'section-7' &&
          inYear('filed_on', windows)(row) &&
          cell(row, 'ordered_on') <= cell(row, 'filed_on'),
      ),
      (row) => cell(row, 'team_id'),
    );
    return [...byTeam].map(([team, rows]) => {
      const average =
        rows.reduce((sum, row) => sum + days(cell(row, 'ordered_on'), cell(row, 'filed_on')), 0) / rows.length;
      return part(team, average >= least && average < beyond);
    });
  };
}

const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  adult: {
    independence: 0.15,
    communication: 0.2,
    diversity: 0.1,
    access: 0.1,
    report: 0.15,
    trust: 0.15,
    overall: 0.15,
  },
  child: { role: 0.15, communication: 0.2, views: 0.25, help: 0.2, overall: 0.2 },
};

/** One component, or all of them by their weights; only responses that answer everything count. */
function satisfied(respondent: string, only?: string): Rule {
  return (tables, windows) => {
    const components = Object.keys(weights[respondent] ?? {});
    const responses = Map.groupBy(
      of(tables, 'survey_answers').filter(
        (row) => row.respondent === respondent && inYear('answered_on', windows)(row),
      ),
      (row) => cell(row, 'response_id'),
    );
    return [...responses.values()].flatMap((rows) => {
      const scores = new Map(
        rows.filter((row) => row.score !== '').map((row) => [cell(row, 'question'), Number(row.score)]),
      );
      if (!components.every((component) => scores.has(component))) return [];
      return components
        .filter((component) => only === undefined || component === only)
        .map((component) =>
          part(rows[0]?.team_id, (scores.get(component) ?? 0) >= 4, only ? 1 : weights[respondent]?.[component]),
        );
    });
  };
}

const inPost = (tables: Tables, windows: Windows) => of(tables, 'staff').filter(open('started_on', 'left_on', windows));

function sickness(longTerm: boolean): Rule {
  return (tables, windows) => {
    const teamOf = new Map(of(tables, 'staff').map((row) => [cell(row, 'staff_id'), cell(row, 'team_id')]));
    const spells = Map.groupBy(
      of(tables, 'absence_days').filter((row) => row.reason === 'sickness'),
      (row) => cell(row, 'absence_id'),
    );
    const lost = [...spells.values()].flatMap((rows) => {
      const dates = rows.map((row) => cell(row, 'day')).toSorted();
      const isLong = days(dates[0] ?? '', dates.at(-1) ?? '') + 1 > 28;
      return rows
        .filter((row) => isLong === longTerm && inYear('day', windows)(row) && isWorkingDay(dayOf(cell(row, 'day'))))
        .map((row) => ({ team: teamOf.get(cell(row, 'staff_id')) ?? '', numerator: Number(row.lost), denominator: 0 }));
    });
    const available = of(tables, 'staff').flatMap((row) => {
      const from = Math.max(dayOf(cell(row, 'started_on')), dayOf(windows.yearStart));
      const to = Math.min(row.left_on === '' ? 1e9 : dayOf(cell(row, 'left_on')) - 1, dayOf(windows.asAt));
      let count = 0;
      for (let day = from; day <= to; day++) if (isWorkingDay(day)) count++;
      return count === 0 ? [] : [{ team: cell(row, 'team_id'), numerator: 0, denominator: count }];
    });
    return [...lost, ...available];
  };
}

/** Every indicator of the pack, counted anew in the plainest way from what it says in words. */
export const rules: Readonly<Record<string, Rule>> = {
  's31-allocated-2-days': allocatedWithin((from, to) => workingDaysAfter(dayOf(from), dayOf(to)) <= 2),
  's31-allocated-7-days': allocatedWithin((from, to) => workingDaysAfter(dayOf(from), dayOf(to)) <= 7),
  's31-allocated-28-days': allocatedWithin((from, to) => days(from, to) <= 28),
  's31-completed-40-weeks': share(
    'requests',
    'closed_on',
    kind('care', 'supervision'),
    (row) => days(cell(row, 'received_on'), cell(row, 'closed_on')) <= 280,
  ),
  'public-law-allocated': publicLaw(false),
  'public-law-unallocated': publicLaw(true),
  'public-law-filed-in-time': share('reports', 'due_on', kind('initial-analysis', 'final-analysis'), inTime),
  's7-filed-in-time': share('reports', 'due_on', kind('section-7'), inTime),
  'reports-overdue': (tables, windows) =>
    of(tables, 'reports')
      .filter(open('due_on', 'filed_on', windows))
      .map((row) => part(row.team_id, true)),
  's7-filing-days': (tables, windows) =>
    of(tables, 'reports')
      .filter((row) => row.kind === 'section-7' && inYear('filed_on', windows)(row))
      .map((row) => ({
        team: cell(row, 'team_id'),
        numerator: days(cell(row, 'ordered_on'), cell(row, 'filed_on')),
        denominator: 1,
      })),
  's7-teams-under-12-weeks': teamsBetween(0, 84),
  's7-teams-12-to-16-weeks': teamsBetween(84, 112),
  's7-teams-16-weeks-and-over': teamsBetween(112, Number.POSITIVE_INFINITY),
  'public-law-requests': share(
    'requests',
    'received_on',
    (row) => row.law === 'public',
    () => true,
  ),
  'care-requests': received('care'),
  'supervision-requests': received('supervision'),
  'adoption-requests': received('adoption'),
  'c1-applications': received('section-8'),
  'section-7-requests': received('section-7'),
  'rule-9-5-requests': received('rule-9-5'),
  'dispute-meetings': share('dispute_meetings', 'held_on', held, () => true),
  'dispute-hours': (tables, windows) =>
    of(tables, 'dispute_meetings')
      .filter((row) => inYear('held_on', windows)(row) && held(row))
      .map((row) => part(row.team_id, true, Number(row.hours || 0))),
  'family-assistance-orders': share('orders', 'made_on', kind('family-assistance'), () => true),
  'dispute-meetings-agreed': share('dispute_meetings', 'held_on', held, (row) =>
    ['full', 'partial'].includes(cell(row, 'outcome')),
  ),
  'dispute-meetings-not-referred': share('dispute_meetings', 'held_on', held, (row) => row.section_7_requested === 'N'),
  'c1-screened': share('requests', 'received_on', kind('section-8'), (row) => row.screened_on !== ''),
  'report-quality': share(
    'reports',
    'filed_on',
    (row) => row.quality !== '',
    (row) => row.quality !== 'inadequate',
  ),
  'diversity-forms': share(
    'closed_cases',
    'closed_on',
    () => true,
    (row) => row.diversity_form_on !== '',
  ),
  'satisfaction-adults': satisfied('adult'),
  'adults-independence': satisfied('adult', 'independence'),
  'adults-communication': satisfied('adult', 'communication'),
  'adults-diversity': satisfied('adult', 'diversity'),
  'adults-access': satisfied('adult', 'access'),
  'adults-report': satisfied('adult', 'report'),
  'adults-trust': satisfied('adult', 'trust'),
  'adults-overall': satisfied('adult', 'overall'),
  'satisfaction-children': satisfied('child'),
  'children-role': satisfied('child', 'role'),
  'children-communication': satisfied('child', 'communication'),
  'children-views': satisfied('child', 'views'),
  'children-help': satisfied('child', 'help'),
  'children-overall': satisfied('child', 'overall'),
  'appraisals-12-months': (tables, windows) => {
    const appraised = new Set(
      of(tables, 'appraisals')
        .filter(
          (row) => cell(row, 'completed_on') >= windows.twelveMonthsStart && cell(row, 'completed_on') <= windows.asAt,
        )
        .map((row) => cell(row, 'staff_id')),
    );
    return inPost(tables, windows).map((row) => part(row.team_id, appraised.has(cell(row, 'staff_id'))));
  },
  'sickness-short-term': sickness(false),
  'sickness-long-term': sickness(true),
  'staff-diversity-forms': (tables, windows) =>
    inPost(tables, windows).map((row) => part(row.team_id, row.diversity_form === 'Y')),
  'practitioners-in-post': (tables, windows) =>
    inPost(tables, windows)
      .filter((row) => row.role === 'practitioner')
      .map((row) => part(row.team_id, true, Number(row.fte))),
  'cases-per-practitioner': (tables, windows) => [
    ...of(tables, 'allocations')
      .filter(open('allocated_on', 'ended_on', windows))
      .map((row) => ({ team: cell(row, 'team_id'), numerator: 1, denominator: 0, key: cell(row, 'request_id') })),
    ...inPost(tables, windows)
      .filter((row) => row.role === 'practitioner')
      .map((row) => ({ team: cell(row, 'team_id'), numerator: 0, denominator: Number(row.fte) })),
  ],
};

/** Indicators that are numbers of something, without a denominator. */
export const counts: readonly string[] = [
  ...['public-law-unallocated', 'reports-overdue', 'public-law-requests', 'care-requests', 'supervision-requests'],
  ...['adoption-requests', 'c1-applications', 'section-7-requests', 'rule-9-5-requests', 'dispute-meetings'],
  ...['dispute-hours', 'family-assistance-orders', 'practitioners-in-post'],
];
