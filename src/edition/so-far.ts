import type { ReportInput, RestatedFigure } from '../document/index.ts';
import type { Figures } from '../measure/index.ts';
import type { Layer, Report } from '../pack/index.ts';
import type { Edition } from '../store/index.ts';
import { definitionsHash } from './hashes.ts';
import { type Explanation, reasonsInWords, restate } from './restatements/index.ts';

interface Asked {
  readonly data: string;
  readonly report: Report;
  /** The editions in force of earlier months. */
  readonly before: readonly Edition[];
  readonly figures: ReportInput['figures'] & Pick<Figures, 'cases' | 'recorded' | 'lists' | 'authorityOf'>;
  readonly layers: readonly Layer[];
}

/** What earlier editions published and is another figure today, explained; none for a report that does not tell of it. */
export async function restatedSoFar({ data, report, before, figures, layers }: Asked): Promise<RestatedFigure[]> {
  const asks = partsOf(report).flatMap((part) => (part.part === 'restatements' ? [part.units] : []));
  if (asks.length === 0) return [];
  const all = asks.includes('all');
  const found: RestatedFigure[] = [];
  for (const edition of before) {
    const chosen = ({ unit }: { readonly unit: string }) => all || unit === edition.unit;
    const { explanations } = await restate(edition, {
      data,
      figures,
      definitionsHash: definitionsHash(layers),
      chosen,
    });
    found.push(...explanations.map(noteOf));
  }
  return found;
}

/** An explanation as a reader of a report is told of it: in counts. */
export const noteOf = (explanation: Explanation): RestatedFigure => ({
  ...explanation.restated,
  reasons: reasonsInWords(explanation),
});

const partsOf = ({ sections }: Report) =>
  sections.flatMap((section) => [section, ...section.sections].flatMap(({ parts }) => parts));
