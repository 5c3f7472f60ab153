import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/pack/index.ts';
import type { Source } from '../../../src/pack/sql/bound.ts';
import { lineage } from '../../../src/pack/sql/lineage.ts';
import { loadParser } from '../../../src/pack/sql/parse.ts';
import { bindViews } from '../../../src/pack/views.ts';

const column = { type: 'text', personal: false, planned: false } as const;
const dataset = (id: string, ...names: string[]): [string, Dataset] => [
  id,
  {
    id,
    title: id,
    source: 'cases',
    key: [],
    called: [],
    undated: false,
    columns: Object.fromEntries(names.map((name) => [name, column])),
  },
];
const datasets = new Map([
  dataset('plan', 'id', 'person', 'started', 'ended', 'category'),
  dataset('person', 'id', 'born', 'name'),
  dataset('visit', 'id', 'person', 'day', 'seen'),
  dataset('episode', 'id', 'follows', 'started', 'reason'),
]);

/** The dataset columns that the wanted columns of the last view need, written dataset: columns. */
function needs(views: Record<string, string>, ...wanted: string[]): string[] {
  const files = new Map(Object.entries(views).map(([id, text]) => [id, { file: `${id}.sql`, text }]));
  const problems: string[] = [];
  const catalogue = bindViews(files, datasets, ({ message }) => void problems.push(message));
  expect(problems).toEqual([]);
  const relation = catalogue.relation([...files.keys()].at(-1) ?? '');
  if (relation?.kind !== 'view') throw new Error('no view');
  const source: Source = { alias: 'this', relation, columns: relation.columns, optional: null };
  const columns = wanted.map((name) => ({ source, index: relation.columns.indexOf(name) }));
  const found = lineage({ uses: [{ columns, queries: [] }], sources: [source] });
  return [...found].map(([id, names]) => `${id}: ${[...names].sort().join(' ')}`).sort();
}

beforeAll(loadParser);

describe('what decides the rows always counts, an output where it is wanted', () => {
  const one = {
    one: `select p.id as case_id, p.category, count(*) over (partition by p.person) as among
          from plan p where p.started is not null order by p.ended`,
  };
  test('nothing wanted', () => expect(needs(one)).toEqual(['plan: ended started']));
  test('one output', () => expect(needs(one, 'category')).toEqual(['plan: category ended started']));
  test('the window of an output', () => expect(needs(one, 'among')).toEqual(['plan: ended person started']));

  test('counting rows needs the table and no column', () =>
    expect(needs({ v: 'select count(*) as n from visit' }, 'n')).toEqual(['visit: ']));

  test('grouping, having and a name of an output in group by', () =>
    expect(
      needs({ v: `select upper(category) as kind from plan group by kind having max(ended) > date '2020-01-01'` }),
    ).toEqual(['plan: category ended']));

  test('distinct and union make every output count, union all only those wanted', () => {
    expect(needs({ v: 'select distinct person, category from plan' }, 'person')).toEqual(['plan: category person']);
    const both = (word: string) => ({
      v: `select id, person from plan ${word} select id, day from visit`,
    });
    expect(needs(both('union all'), 'person')).toEqual(['plan: person', 'visit: day']);
    expect(needs(both('union'), 'person')).toEqual(['plan: id person', 'visit: day id']);
    expect(needs(both('union all'), 'id')).toEqual(['plan: id', 'visit: id']);
  });
});

describe('joins', () => {
  const joined = {
    v: `select p.id, q.born, v.day
        from plan p
        left join person q on q.id = p.person
        left join (select person, max(day) as day from visit where seen = 'yes' group by person) v on v.person = q.id`,
  };
  test('an outer join of which nothing is wanted does not count', () =>
    expect(needs(joined, 'id')).toEqual(['plan: id']));
  test('what it compares counts with it, on both sides', () =>
    expect(needs(joined, 'born')).toEqual(['person: born id', 'plan: person']));
  test('and pulls in the outer join it compares with', () =>
    expect(needs(joined, 'day')).toEqual(['person: id', 'plan: person', 'visit: day person seen']));
  test('an inner join always counts', () =>
    expect(needs({ v: 'select p.id from plan p join person q on q.id = p.person' }, 'id')).toEqual([
      'person: id',
      'plan: id person',
    ]));
  test('a join inside the optional side counts as soon as the side does', () => {
    const nested = {
      v: `select p.id, v.day from plan p
          left join (visit v join person q on q.id = v.person) on v.person = p.person`,
    };
    expect(needs(nested, 'id')).toEqual(['plan: id']);
    expect(needs(nested, 'day')).toEqual(['person: id', 'plan: person', 'visit: day person']);
  });
  test('a right join keeps its right side', () =>
    expect(needs({ v: 'select q.id from plan p right join person q on q.id = p.person' }, 'id')).toEqual([
      'person: id',
    ]));
  test('a full join keeps both', () =>
    expect(needs({ v: 'select q.id from plan p full join person q on q.id = p.person' }, 'id')).toEqual([
      'person: id',
      'plan: person',
    ]));
  test('a lateral query reads what stands before it', () =>
    expect(
      needs(
        {
          v: `select p.id, l.day from plan p
              left join lateral (select max(v.day) as day from visit v where v.person = p.person) l on true`,
        },
        'day',
      ),
    ).toEqual(['plan: person', 'visit: day person']));
});

describe('queries in queries', () => {
  test('exists needs what it compares, not what it selects', () =>
    expect(
      needs({
        v: `select p.id from plan p where exists (select v.seen from visit v where v.person = p.person)`,
      }),
    ).toEqual(['plan: person', 'visit: person']));
  test('in and a scalar query need what they select', () =>
    expect(
      needs({
        v: `select p.id from plan p where p.person in (select q.id from person q)
            and p.started > (select min(day) from visit)`,
      }),
    ).toEqual(['person: id', 'plan: person started', 'visit: day']));
  test('a query of another name counts where it is read, column by column', () =>
    expect(
      needs(
        { v: 'with a as (select id, person, category from plan), b as (select * from a) select b.* from b' },
        'category',
      ),
    ).toEqual(['plan: category']));
  test('through views', () =>
    expect(
      needs(
        {
          plans: 'select p.id, p.started, q.born from plan p left join person q on q.id = p.person',
          v: 'select x.id, x.born as age from plans x where x.started is not null',
        },
        'id',
      ),
    ).toEqual(['plan: id started']));
  test('a recursive query reads itself', () =>
    expect(
      needs(
        {
          v: `with recursive chain (episode, first, why) as (
                select id, id, reason from episode where follows is null
                union all
                select e.id, c.first, e.reason from episode e join chain c on c.episode = e.follows
              )
              select episode, first, why from chain`,
        },
        'first',
      ),
    ).toEqual(['episode: follows id']));
});
