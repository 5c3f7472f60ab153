import type { Report } from '../../pack/index.ts';

type PartSpec = Report['sections'][number]['parts'][number];

/** Every part of a report, whatever section it stands in. */
export function partsOf({ sections }: Pick<Report, 'sections'>): readonly PartSpec[] {
  return sections.flatMap((section) => [section, ...section.sections].flatMap(({ parts }) => parts));
}

/** What the columns of the tables, and the lines of the fact sheets, of a report say. */
export function columnsAsked(report: Pick<Report, 'sections'>): ReadonlySet<string> {
  return new Set(
    partsOf(report).flatMap((part): string[] => {
      if (part.part === 'table') return part.columns.map(({ show }) => show);
      if (part.part === 'facts') return part.items.flatMap((item) => ('show' in item ? [item.show] : []));
      if (part.part === 'number-table') return part.rows;
      return part.part === 'comparators' ? ['comparator'] : [];
    }),
  );
}
