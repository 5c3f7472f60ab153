import type { Streams } from './random.ts';
import type { Filter } from './tables/folder.ts';

/** How often each kind of defect was put into the data. */
export type DefectCounts = Record<string, number>;

/** The filter that spoils a small share of the rows; `counts` fills as rows are written. */
export function defectsOf(_streams: Streams, _counts: DefectCounts): Filter {
  return (_table, cells) => [cells];
}
