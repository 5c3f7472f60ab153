import { text } from '../../narrative/index.ts';
import type { Context, Entry } from '../compile/context.ts';
import type { Block } from '../tree.ts';

/** Said in the place of a part that has nothing to show, so that nobody looks for what is not there. */
export const nothing = (words: string): Block => ({ kind: 'paragraph', text: text(words) });

/** Words about an indicator, with its title before them; alone in a section about it, which has the title. */
export const ofEntry = ({ entry: own }: Context, { title }: Entry, words: string): string =>
  own === null ? `${title}: ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
