import { text } from '../../narrative/index.ts';
import {
  absences,
  bases,
  cautions,
  comparatorPeriods,
  directions,
  type Note,
  polarities,
  reasons,
  type Shown,
  shownOf,
  statuses,
  trends,
} from '../guidance/index.ts';
import type { Block } from '../tree.ts';
import type { Part } from './part.ts';

/** In the order in which a reader meets what they explain. */
const kinds: readonly ((shown: Shown) => Note[])[] = [
  polarities,
  bases,
  statuses,
  reasons,
  directions,
  trends,
  absences,
  comparatorPeriods,
  cautions,
];

/** How to read the report: only the marks, words and bases that it uses. */
export const guidance: Part<'guidance'> = (context) => {
  const shown = shownOf(context);
  return kinds
    .flatMap((kind) => kind(shown))
    .map(
      ({ label, items }): Block => ({
        kind: 'facts',
        label,
        items: items.map(({ term, says }) => ({ term, value: text(says) })),
      }),
    );
};
