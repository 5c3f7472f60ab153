import type { Context } from './context.ts';

/** What abbreviations mean in a report: those of the pack and its own, which go first. */
export const meaningsOf = ({ input, report }: Context): Readonly<Record<string, string>> => ({
  ...input.figures.pack.glossary,
  ...report.abbreviations,
});
