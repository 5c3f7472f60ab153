import { dayOf, scopedFigures } from '../../access/index.ts';
import type { Benchmarks } from '../../benchmark/index.ts';
import {
  type CycleAsked,
  type FiguresState,
  type PlaceForWords,
  type Standing,
  standingOf,
} from '../../cycle/index.ts';
import { commentDesk, type Finding, reportFindings } from '../../document/index.ts';
import { commentsFor } from '../../edition/index.ts';
import { coveredBy } from '../../measure/index.ts';
import type { Report } from '../../pack/index.ts';
import { reportInput } from '../../reporting/index.ts';
import type { Store } from '../../store/index.ts';
import { asking } from '../access/asking.ts';
import { type Choice, chooseFrom } from '../choice.ts';
import type { ServerOptions, ShownFigures } from '../options.ts';

/** What must be worked out from figures, and is the same while figures and approved comments are. */
interface Looked {
  readonly places: readonly PlaceForWords[];
  readonly findings: readonly Finding[];
}

/** Which figures those who approve look at. */
export interface Reviewing {
  /** Of the extracts in force; null where nobody knows. */
  current(): string | null;
  /** As whoever asks may see them; null where their extracts are not stored any more. */
  figures(hash: string): Promise<ShownFigures | null>;
}

/** So many reports are remembered of one state of the figures. */
const remembered = 60;

/** The desk of a server: those who approve look at what was submitted, as far as they may see it. */
export const cycleDesk = (options: ServerOptions, store: Store): CycleDesk =>
  new CycleDesk(store, () => options.benchmarks?.() ?? null, options.now, {
    current: () => options.review?.basis()?.extractHash ?? null,
    figures: async (hash) => {
      const all = (await options.review?.figures(hash)) ?? null;
      const who = asking();
      return all && who && scopedFigures(all, who.person, who.day);
    },
  });

/** Gathers all that says where a report stands. */
export class CycleDesk {
  private readonly store: Store;
  private readonly benchmarks: () => Benchmarks | null;
  private readonly now: () => Date;
  private readonly review: Reviewing;
  private readonly looked = new WeakMap<ShownFigures, Map<string, Promise<Looked>>>();

  constructor(store: Store, benchmarks: () => Benchmarks | null, now: () => Date, review: Reviewing) {
    this.store = store;
    this.benchmarks = benchmarks;
    this.now = now;
    this.review = review;
  }

  async standing(report: Report, choice: Choice): Promise<Standing> {
    return standingOf(await this.asked(report, choice));
  }

  /**
   * What a report under review is made from: the figures that were submitted, whatever has been loaded since. Else what is
   * in force.
   */
  async reviewed(report: Report, choice: Choice): Promise<Choice> {
    const { month, unit } = choice;
    const approval = await this.store.approvals.at({ report: report.id, month, unit });
    const hash = approval?.underReview ? (approval.submission?.extractHash ?? null) : null;
    if (hash === null || hash === this.review.current()) return choice;
    const figures = await this.review.figures(hash);
    return figures?.months.includes(month) ? chooseFrom(figures, { month, unit }) : choice;
  }

  private async asked(report: Report, shown: Choice): Promise<CycleAsked> {
    const choice = await this.reviewed(report, shown);
    const { figures, month, unit, units, chosen } = choice;
    const { commentary, approvals, editions } = this.store;
    const [all, { approved }, standings, edition] = await Promise.all([
      commentary.list({ report: report.id, month }),
      commentsFor(this.store, report.id, month),
      approvals.list(report.id, month),
      editions.inForce({ report: report.id, month, unit, kind: 'internal' }),
    ]);
    const { places, findings } = await this.look(report, choice, approved);
    return {
      report,
      month,
      unit: chosen,
      units,
      financialYearStart: figures.pack.financialYearStart,
      today: dayOf(this.now()),
      figures: await figuresState(report, choice),
      places,
      given: figures.pack.comments.filter(
        (one) =>
          one.month === month &&
          (one.report ?? report.id) === report.id &&
          (one.unit === undefined ? chosen.parent === null : one.unit === unit),
      ),
      comments: all,
      findings,
      approvals: standings,
      edition: edition && { number: edition.number, on: dayOf(edition.at) },
    };
  }

  /** Compiling a report takes a while, and most looks at its standing find it as it was. */
  private look(
    report: Report,
    choice: Choice,
    comments: Awaited<ReturnType<typeof commentsFor>>['approved'],
  ): Promise<Looked> {
    const { figures, unit, month } = choice;
    const own = this.looked.get(figures) ?? new Map<string, Promise<Looked>>();
    this.looked.set(figures, own);
    const key = JSON.stringify([report.id, unit, month, comments]);
    const before = own.get(key);
    if (before) return before;
    const looking = reportInput({ figures, benchmarks: this.benchmarks(), report, unit, month, comments }).then(
      (input): Looked => ({ places: commentDesk(input).places, findings: reportFindings(input) }),
    );
    own.set(key, looking);
    looking.catch(() => own.delete(key));
    const [oldest] = own.keys();
    if (own.size > remembered && oldest !== undefined) own.delete(oldest);
    return looking;
  }
}

async function figuresState(report: Report, { figures, month, unit, units }: Choice): Promise<FiguresState> {
  const any = [...figures.pack.indicators.keys()].some((id) => {
    const state = figures.observation(id, unit, month)?.state;
    return state !== undefined && state !== 'not-collected';
  });
  return { asAt: figures.asAt, any, blockers: await blockersOf(report, { figures, unit, units }) };
}

/** Rows that no team is known for are the whole's. */
async function blockersOf(
  { cycle }: Report,
  { figures, unit, units }: Pick<Choice, 'figures' | 'unit' | 'units'>,
): Promise<FiguresState['blockers']> {
  const names = cycle?.blockedBy ?? [];
  if (names.length === 0) return [];
  const authority = figures.authorityOf?.(unit) ?? null;
  const whole = units.some(({ code, parent }) => code === unit && parent === null);
  const within = new Set(coveredBy(units, unit));
  const counts = ((await figures.quality?.()) ?? [])
    .filter(({ current }) => authority === null || current.authority === authority)
    .flatMap(({ current }) => current.counts)
    .filter(({ kind, team }) => kind === 'check' && (whole || (team !== null && within.has(team))));
  return names.flatMap((check) => {
    const rows = counts.filter(({ code }) => code === check).reduce((sum, { count }) => sum + count, 0);
    return rows === 0 ? [] : [{ check, title: figures.pack.checks.get(check)?.title ?? check, rows }];
  });
}
