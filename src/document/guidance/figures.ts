import { basisInWords, periodInWords, polarityInWords } from '../../judgement/index.ts';
import type { Note, Shown } from './shown.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const aims = {
  higher: 'The aim is the highest figure possible.',
  lower: 'The aim is the lowest figure possible.',
  target: 'Both well above the target and well below it give cause to look.',
  none: 'Neither more nor less is good in itself: there is no rating and no direction.',
} as const;

/** Which way is better, by the letter or the word that the report prints for it. */
export function polarities({ context: { labels }, judgements, columns }: Shown): Note[] {
  const used = (['higher', 'lower', 'target', 'none'] as const).filter((polarity) =>
    judgements.some(({ definition }) => definition.polarity === polarity),
  );
  const items = used.map((polarity) => {
    const plain = capital(polarityInWords[polarity]);
    const printed = columns.has('polarity') ? (labels.polarities[polarity] ?? plain) : plain;
    const term = printed === '' ? 'No letter' : printed;
    const meaning = term.toLowerCase() === plain.toLowerCase() ? '' : `${plain}. `;
    return { term, says: `${meaning}${aims[polarity]}` };
  });
  return items.length === 0 ? [] : [{ label: 'Which way is better', items }];
}

/** Which dates the figures of each basis are of. */
export function bases({ context, judgements }: Shown): Note[] {
  const { month, input } = context;
  const used = [...new Set(judgements.map(({ definition }) => definition.basis))].toSorted();
  const items = used.map((basis) => ({
    term: capital(basisInWords(basis)),
    says: `${capital(periodInWords(basis, month, input.figures.pack.financialYearStart))}.`,
  }));
  return items.length === 0 ? [] : [{ label: 'Which dates a figure covers', items }];
}

/** Whose figures stand beside ours, of which periods: they end earlier than ours do. */
export function comparatorPeriods({ context, judgements, columns }: Shown): Note[] {
  if (!columns.has('comparator')) return [];
  const beside = judgements.flatMap(({ indicator }) => context.input.beside(indicator.id, context.month));
  const items = [...Map.groupBy(beside, ({ label }) => label)].map(([term, figures]) => {
    const periods = [...new Set(figures.map(({ period }) => period))].toSorted();
    return { term, says: `Figures of: ${periods.join('; ')}.` };
  });
  return items.length === 0 ? [] : [{ label: 'Comparators', items }];
}
