import { plainText } from '../narrative/index.ts';
import type { Cell } from './table.ts';

/** A cell as a reader of plain text sees it: figures as printed, marks as words, and what is remarked of it. */
export function cellText(cell: Cell): string {
  const words = ownText(cell);
  return cell.remark === undefined ? words : `${words} (${cell.remark})`;
}

function ownText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return plainText(cell.text);
    case 'status':
      return cell.byPerson ? `${cell.word}, set by a person` : cell.word;
    case 'direction':
      return cell.word;
    default:
      return cell.text;
  }
}
