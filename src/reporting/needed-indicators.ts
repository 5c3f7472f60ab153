import type { Comment, Pack, Report } from '../pack/index.ts';

/**
 * The indicators that a report needs the figures of: those it names, wherever in its definition and in tokens of its
 * words; those that its comments, what it printed and the pack's checks before issue name; and what any of these is made
 * of. A name that is also an ordinary word is taken for an indicator: one too many costs a moment, one too few a figure.
 *
 * @param comments what people wrote outside the pack
 */
export function neededIndicators(pack: Pack, report: Report, comments: readonly Comment[] = []): string[] {
  const { identities, distributions } = pack;
  const ofReport = <T extends { readonly report?: string | null | undefined }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.report === undefined || row.report === null || row.report === report.id);
  const asked = [
    report,
    identities,
    distributions,
    ofReport(pack.comments),
    ofReport(comments),
    ofReport(pack.printed),
  ];
  const needed = new Set<string>();
  const waiting: unknown[] = [asked];
  while (waiting.length > 0) {
    for (const name of namesIn(waiting.pop())) {
      const indicator = pack.indicators.get(name);
      if (indicator === undefined || needed.has(name)) continue;
      needed.add(name);
      waiting.push(indicator);
    }
  }
  return [...needed].toSorted();
}

/** All that could be the id of an indicator in the texts of any data: whole, or a part such as a token or a term names. */
function namesIn(data: unknown): Set<string> {
  const names = new Set<string>();
  JSON.stringify(data, (_, value: unknown) => {
    if (typeof value === 'string') for (const [name] of value.matchAll(/[a-z0-9][a-z0-9-]*/g)) names.add(name);
    return value instanceof Map ? [...value] : value;
  });
  return names;
}
