import { addToMonth, monthsBetween } from '../calendar/index.ts';
import { definitionsHash, inForce, type Restatement, reasonsInWords, restate, settledPack } from '../edition/index.ts';
import { openFigures } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { withBenchmarks } from '../reporting/index.ts';
import type { Store } from '../store/index.ts';
import { choice, loadPack, monthOption, parseCall, required } from './arguments.ts';
import { benchmarksOf } from './benchmarked.ts';
import type { Command, Effects } from './command.ts';
import { layersOf } from './editions-at-hand.ts';
import { recordLookOf } from './look.ts';
import { withStore } from './store.ts';
import { type Cell, formats, printRows } from './table.ts';

const header = [
  'edition',
  'report',
  'indicator',
  'unit',
  'month',
  'published',
  'now',
  'difference',
  'numerator_difference',
  'denominator_difference',
  'status_published',
  'status_now',
  'why',
];
const caseHeader = ['edition', 'indicator', 'unit', 'month', 'case_id', 'reason', 'cause', 'numerator', 'denominator'];

/** Sets what was published beside what is known now, with the cases that explain each difference. */
export const restatements: Command = {
  name: 'restatements',
  usage:
    'restatements --data DIR --pack PACK [--month YYYY-MM] [--report ID] [--indicator ID] [--unit CODE] [--cases] [--format csv|json|table]',
  summary: 'list published figures that are others today, and why, in counts or by case',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      month: { type: 'string' },
      report: { type: 'string' },
      indicator: { type: 'string' },
      unit: { type: 'string' },
      cases: { type: 'boolean' },
      format: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const format = choice(values.format, 'format', formats, 'table');
    const month = values.month === undefined ? undefined : monthOption(values.month, 'month');
    const name = required(values.pack, 'pack');
    const pack = await loadPack(name, effects);
    const { indicator, unit, report } = values;
    const asked: Asked = { data, pack, name, month, indicator, unit, report };
    const found = await withStore(data, effects, (store) => foundIn(store, asked, effects));
    const rows = values.cases ? caseRows(found) : found.flatMap(rowsOf);
    if (values.cases) {
      const what = { what: 'cases of restatements', cases: rows.length };
      const which = { ...(indicator && { indicator }), ...(unit && { unit }), ...(month && { month }) };
      await recordLookOf(data, effects, { ...what, ...which });
    }
    for (const piece of printRows(format, values.cases ? caseHeader : header, rows)) effects.stdout(piece);
    return 0;
  },
};

interface Asked {
  readonly data: string;
  readonly pack: Pack;
  readonly name: string;
  readonly month: string | undefined;
  readonly report: string | undefined;
  readonly indicator: string | undefined;
  readonly unit: string | undefined;
}

async function foundIn(store: Store, asked: Asked, effects: Effects): Promise<Restatement[]> {
  const { data, month, report, indicator, unit } = asked;
  const filter = { ...(month !== undefined && { month }), ...(report !== undefined && { report }) };
  const entries = inForce(await store.editions.list()).filter((entry) =>
    Object.entries(filter).every(([field, value]) => entry[field as 'month' | 'report'] === value),
  );
  const months = entries.map((entry) => entry.month).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const pack = await settledPack(asked.pack, store);
  // Judging looks back two years.
  const count = monthsBetween(addToMonth(first, -24), last) + 1;
  const opened = await openFigures({ data, pack, months: { last, count } });
  try {
    const figures = withBenchmarks(opened, await benchmarksOf(data, pack));
    const hash = definitionsHash(await layersOf(asked.name, effects));
    const chosen = (one: { readonly indicator: string; readonly unit: string }) =>
      one.indicator === (indicator ?? one.indicator) && one.unit === (unit ?? one.unit);
    const found: Restatement[] = [];
    for (const entry of entries) found.push(await restate(entry, { data, figures, definitionsHash: hash, chosen }));
    return found;
  } finally {
    await opened.close();
  }
}

/** One row for each figure or judgement that is another one: words, no case. */
function rowsOf({ edition, explanations, judgements }: Restatement): Cell[][] {
  const judged = new Map(judgements.map((one) => [`${one.now.indicator}|${one.now.unit}`, one]));
  const rows = explanations.map((explanation): Cell[] => {
    const { restated, difference } = explanation;
    const { indicator, unit, month, published, now } = restated;
    const status = judged.get(`${indicator}|${unit}`);
    judged.delete(`${indicator}|${unit}`);
    const [was, is] = [published.value, now?.value ?? null];
    return [
      edition.number,
      edition.report,
      indicator,
      unit,
      month,
      was ?? published.state,
      is ?? now?.state ?? 'none',
      was === null || is === null ? null : Number((is - was).toFixed(10)),
      difference.numerator / 10_000,
      difference.denominator / 10_000,
      status?.published.status ?? null,
      status?.now.status ?? null,
      [...reasonsInWords(explanation), ...(status?.because === 'target' ? ['target changed'] : [])].join('; '),
    ];
  });
  const others = [...judged.values()].map(({ published, now, because }): Cell[] => [
    edition.number,
    edition.report,
    now.indicator,
    now.unit,
    now.month,
    null,
    null,
    null,
    0,
    0,
    published.status,
    now.status,
    because === 'target' ? 'target changed' : because === 'person' ? 'status set by a person' : 'judged anew',
  ]);
  return [...rows, ...others];
}

const caseRows = (found: readonly Restatement[]): Cell[][] =>
  found.flatMap(({ edition, explanations }) =>
    explanations.flatMap(({ restated: { indicator, unit, month }, changes }) =>
      changes.map(({ caseId, reason, cause, numerator, denominator }): Cell[] => [
        edition.number,
        indicator,
        unit,
        month,
        caseId,
        reason,
        cause,
        numerator / 10_000,
        denominator / 10_000,
      ]),
    ),
  );
