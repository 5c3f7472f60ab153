import { text } from '../../narrative/index.ts';
import { thresholdsInWords } from '../compile/thresholds.ts';
import type { Block } from '../tree.ts';
import { measuredEntries } from './measured.ts';
import type { Part } from './part.ts';

/** The target and which figures have which status; of several indicators each begins with its title. */
export const thresholds: Part<'thresholds'> = (context, spec) => {
  const entries = measuredEntries(context, spec);
  return entries.map(({ title, indicator }): Block => {
    const words = thresholdsInWords(context.labels, context.judgement(indicator.id));
    return { kind: 'paragraph', text: text(entries.length === 1 ? words : `${title}. ${words}`) };
  });
};
