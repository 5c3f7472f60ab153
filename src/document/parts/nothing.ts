import { text } from '../../narrative/index.ts';
import type { Block } from '../tree.ts';

/** Said in the place of a part that has nothing to show, so that nobody looks for what is not there. */
export const nothing = (words: string): Block => ({ kind: 'paragraph', text: text(words) });
