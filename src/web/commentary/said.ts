import type { Benchmarks } from '../../benchmark/index.ts';
import { commentsFor } from '../../edition/index.ts';
import type { Text } from '../../narrative/index.ts';
import type { Report } from '../../pack/index.ts';
import type { CommentaryState, Store } from '../../store/index.ts';
import type { Choice } from '../choice.ts';
import { commentAddress } from './address.ts';
import type { Hand } from './hand.ts';
import { commentedReports, deskOf } from './open.ts';

/** One comment as it stands beside its figure. */
export interface Said {
  readonly report: Report;
  readonly heading: string;
  readonly paragraphs: readonly Text[];
  /** The role that wrote it. */
  readonly author: string;
  readonly state: CommentaryState;
}

/** What is said of a figure in every report that prints comments, and where more can be. */
export interface SaidBeside {
  readonly said: readonly Said[];
  /** The pages on which the person may write or approve. */
  readonly desks: readonly { readonly title: string; readonly href: string }[];
}

/**
 * What people said of an indicator of a unit in a month: what is approved for everybody, drafts for those alone who write and
 * approve them.
 */
export async function saidBeside(
  store: Pick<Store, 'commentary'>,
  choice: Choice,
  indicator: string,
  hand: Hand,
  benchmarks: Benchmarks | null,
): Promise<SaidBeside> {
  const reports = commentedReports(choice.figures.pack);
  const each = await Promise.all(
    reports.map(async (report) => {
      const { approved } = await commentsFor(store, report.id, choice.month);
      const desk = deskOf(choice, report, benchmarks, approved);
      const printed = desk.said(indicator).map(({ heading, text, author }): Said => {
        return { report, heading, paragraphs: desk.filled(indicator, text), author, state: 'approved' };
      });
      const { unit, month } = choice;
      const all = hand.readsDrafts ? await store.commentary.list({ report: report.id, month, unit, indicator }) : [];
      const drafts = all
        .filter(({ state }) => state !== 'approved')
        .map(({ key, text, quoted, authorRole, state }): Said => {
          const paragraphs = desk.filled(indicator, text, quoted);
          return { report, heading: key.heading, paragraphs, author: authorRole, state };
        });
      return { said: [...printed, ...drafts], desk: { report, isAsked: desk.place(indicator) !== null } };
    }),
  );
  return {
    said: each.flatMap(({ said }) => said),
    desks: each
      .filter(({ desk }) => desk.isAsked && (hand.comments || hand.approves))
      .map(({ desk: { report } }) => ({ title: report.title, href: commentAddress(report.id, choice, indicator) })),
  };
}

/** The indicators of which something approved is said of a unit in a month, in any report. */
export async function saidOf(store: Pick<Store, 'commentary'>, choice: Choice): Promise<ReadonlySet<string>> {
  const { figures, month, unit, chosen } = choice;
  const given = figures.pack.comments.filter(
    (one) => one.month === month && (one.unit === undefined ? chosen.parent === null : one.unit === unit),
  );
  const written = await Promise.all(
    commentedReports(figures.pack).map(({ id }) => store.commentary.list({ report: id, month, unit })),
  );
  const approved = written.flat().filter(({ state }) => state === 'approved');
  const named = [...given.map(({ indicator }) => indicator), ...approved.map(({ key }) => key.indicator)];
  return new Set(named.filter((indicator) => typeof indicator === 'string'));
}
