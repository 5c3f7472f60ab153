import { text } from '../../narrative/index.ts';
import { meaningsOf } from '../compile/meanings.ts';
import { abbreviationsIn } from '../words/index.ts';
import type { Part } from './part.ts';

/** The abbreviations that the texts of the report use, and no other. */
export const glossary: Part<'glossary'> = (context) => {
  const used = abbreviationsIn(meaningsOf(context), context.words);
  if (used.length === 0) return [];
  const items = used.map(([term, meaning]) => ({ term, value: text(meaning) }));
  return [{ kind: 'facts', label: 'Abbreviations', items }];
};
