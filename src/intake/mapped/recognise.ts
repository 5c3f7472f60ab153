import type { FileMapping, Pack } from '../../pack/index.ts';
import { foldedHeading } from '../folded-heading.ts';
import type { Claim } from '../format.ts';
import { type DeliveredFile, readHeader } from '../source-file.ts';

/** The headings that a mapping reads, with those that it asks for or leaves out. */
export function headingsOf({ columns, headings, ignore }: FileMapping): string[] {
  const read = Object.values(columns).flatMap((column) => (typeof column === 'string' ? column : column.from));
  return [...read, ...headings, ...ignore];
}

/** The files that the mappings of a pack take: those with the name and with every heading that the mapping asks for. */
export async function recogniseMapped(files: readonly DeliveredFile[], pack: Pack): Promise<Claim[]> {
  if (pack.mappings.size === 0) return [];
  const known = new Set([...pack.mappings.values()].flatMap(headingsOf).map(foldedHeading));
  const claims: Claim[] = [];
  for (const file of files) {
    if (!file.sheet && !/\.(csv|txt|tsv)$/i.test(file.name)) continue;
    const header = new Set((file.sheet?.header ?? (await readHeader(file.path, known))).map(foldedHeading));
    const mapping = [...pack.mappings.values()].find((one) => isNamed(file, one) && hasHeadings(header, one));
    if (!mapping) continue;
    const takenFor = `${mapping.title}, for ${mapping.dataset}, by the mapping ${mapping.id}`;
    claims.push({ file, as: mapping.id, takenFor });
  }
  return claims;
}

function isNamed({ name, sheet }: DeliveredFile, mapping: FileMapping): boolean {
  const book = sheet?.workbook.name ?? name;
  if (mapping.file !== undefined && !fits(book, mapping.file)) return false;
  return mapping.sheet === undefined || (sheet !== undefined && fits(sheet.name, mapping.sheet));
}

/** A mapping that says a name asks only for its headings beside those of its columns; one that says none asks for all. */
function hasHeadings(header: ReadonlySet<string>, mapping: FileMapping): boolean {
  const named = mapping.file !== undefined || mapping.sheet !== undefined;
  const read = Object.values(mapping.columns).flatMap((column) => (typeof column === 'string' ? column : column.from));
  const asked = named ? mapping.headings : [...mapping.headings, ...read];
  const some = read.some((heading) => header.has(foldedHeading(heading)));
  return some && asked.every((heading) => header.has(foldedHeading(heading)));
}

/** @example fits('Audits 2026.xlsx', 'audits*.xlsx') // true */
function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(name.trim());
}
