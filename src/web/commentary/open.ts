import type { Benchmarks } from '../../benchmark/index.ts';
import { type CommentDesk, type CommentPlace, commentDesk } from '../../document/index.ts';
import type { Comment, Pack, Report } from '../../pack/index.ts';
import { inputWithoutFaults } from '../../reporting/index.ts';
import type { Choice } from '../choice.ts';
import { Problem } from '../problem.ts';
import { commentaryAddress } from './address.ts';
import type { Hand } from './hand.ts';

/** A report of a unit and month, opened for comments. */
export interface Opened {
  readonly choice: Choice;
  readonly report: Report;
  readonly desk: CommentDesk;
  readonly hand: Hand;
}

/** The reports of a pack that print comments, in its order. */
export function commentedReports({ reports }: Pack): readonly Report[] {
  return [...reports.values()].filter(({ sections }) =>
    sections.some((section) =>
      [section, ...section.sections].some(({ parts }) => parts.some(({ part }) => part === 'commentary')),
    ),
  );
}

/** @throws Problem 404 where no report of that name prints comments */
export function chooseCommented(choice: Choice, id: string | undefined): Report {
  const reports = commentedReports(choice.figures.pack);
  const report = id === undefined ? reports[0] : reports.find((one) => one.id === id);
  if (report !== undefined) return report;
  throw new Problem(
    404,
    reports.length === 0 ? 'No report asks for commentary' : 'There is no such report to comment on',
    [
      reports.length === 0
        ? 'A report of the pack asks for it with a part “commentary” in one of its sections.'
        : 'It may have another name, or print no comments. These are the ones that do:',
    ],
    reports.map(({ id: known, title }) => ({ text: title, href: commentaryAddress(choice, known) })),
  );
}

export function deskOf(
  choice: Choice,
  report: Report,
  benchmarks: Benchmarks | null,
  comments: readonly Comment[] = [],
): CommentDesk {
  const { figures, unit, month } = choice;
  return commentDesk(inputWithoutFaults({ figures, benchmarks, report, unit, month, comments }));
}

/** @throws Problem 404 where the report prints no comment on the indicator in this month */
export function choosePlace({ desk, report, choice }: Opened, indicator: string | null): CommentPlace {
  const place = desk.place(indicator);
  if (place !== null) return place;
  throw new Problem(
    404,
    'The report prints no comment there',
    [`${report.title} may ask for comments on other indicators, or on some only while they are at a given status.`],
    [{ text: 'What it asks for', href: commentaryAddress(choice, report.id) }],
  );
}
