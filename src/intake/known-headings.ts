import type { Pack } from '../pack/index.ts';
import { annexLists } from './annex-a/lists.ts';
import { foldedHeading } from './folded-heading.ts';
import { headingsOf } from './mapped/index.ts';
import { returnFiles } from './ssda903/files.ts';

/** The headings that some format here reads, folded: by them the header of a sheet is known from what stands above it. */
export function knownHeadings(pack: Pack): string[] {
  const headings = [
    ...[...pack.mappings.values()].flatMap(headingsOf),
    ...[...pack.datasets.values()].flatMap(({ columns }) => Object.keys(columns)),
    ...annexLists.flatMap(({ columns }) => Object.keys(columns)),
    ...Object.values(returnFiles).flatMap(({ columns }) => Object.keys(columns)),
  ];
  return [...new Set(headings.map(foldedHeading))];
}
