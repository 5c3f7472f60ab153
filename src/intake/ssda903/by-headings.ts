import { type ReturnFileName, returnFiles } from './files.ts';

const headingsOf = (name: ReturnFileName): string[] => Object.keys(returnFiles[name].columns);
const names = Object.keys(returnFiles) as ReturnFileName[];

/** The headings that only one file of the return has: DECOM says episodes, DUC says unaccompanied children. */
const marks = new Map(
  names.map((name) => {
    const others = new Set(names.filter((other) => other !== name).flatMap(headingsOf));
    return [name, headingsOf(name).filter((heading) => !others.has(heading))];
  }),
);

/** The file of the return that a table is by its headings: it has CHILD and the most marks of that file. */
export function returnFileByHeadings(header: readonly string[]): ReturnFileName | undefined {
  const headings = new Set(header.map((heading) => heading.trim().toUpperCase()));
  if (!headings.has('CHILD')) return undefined;
  const scored = names.map((name) => ({
    name,
    hits: (marks.get(name) ?? []).filter((mark) => headings.has(mark)).length,
  }));
  const [best] = scored.filter(({ hits }) => hits > 0).toSorted((a, b) => b.hits - a.hits);
  return best?.name;
}
