import { strFromU8, unzipSync } from 'fflate';
import type { Known, KnownPart } from './known.ts';
import { marksIn } from './marks.ts';
import { type Element, elementsOf } from './simple-xml.ts';

const attribute = ({ attributes }: Element, name: string) =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));

const textOf = (element: Element): string => element.text + element.children.map(textOf).join('');

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const folded = (text: string) => text.trim().toLowerCase();

/** The names of the sheets by part, where the lists of the workbook can be read. */
function sheetNames(parts: Readonly<Record<string, Uint8Array>>): Map<string, string> {
  const list = elementsOf(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()));
  const links = elementsOf(strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array()));
  const names = new Map<string, string>();
  for (const link of links ? all(links, 'relationship') : []) {
    const sheet = list ? all(list, 'sheet').find((one) => attribute(one, 'id') === attribute(link, 'Id')) : undefined;
    const target = attribute(link, 'Target');
    if (sheet && target) names.set(`xl/${target}`, unescaped(attribute(sheet, 'name') ?? ''));
  }
  return names;
}

/**
 * The records of the sheets of a workbook, whatever its lists say of them: a row below the header that holds anything. Null
 * where the archive cannot be opened.
 *
 * @param headings of each sheet as it was, by name
 */
export function knowWorkbook(
  bytes: Buffer,
  file: string,
  headings: ReadonlyMap<string, readonly string[]>,
  quiet?: (cells: ReadonlyMap<string, string>) => boolean,
): KnownPart[] | null {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return null;
  }
  const names = sheetNames(parts);
  const known = new Set([...headings.values()].flat());
  return Object.entries(parts).flatMap(([part, content]): KnownPart[] => {
    if (!/^xl\/worksheets\/[^/]*\.xml$/.test(part)) return [];
    const name = names.get(part);
    const called = name === undefined ? null : `${file} › ${name}`;
    const text = strFromU8(content);
    const sheet = elementsOf(text);
    if (!sheet || /[\ufffd\0]/.test(text))
      return [
        {
          file: called,
          exact: false,
          whole: false,
          records: marksIn(text).map((found) => ({ rows: [], marks: [found] })),
        },
      ];
    const rows = all(sheet, 'row').map((row, index) => ({
      number: Number(attribute(row, 'r') ?? index + 1),
      cells: new Map(
        all(row, 'c').map((cell) => [(attribute(cell, 'r') ?? '').replace(/\d+$/, ''), unescaped(textOf(cell))]),
      ),
      count: all(row, 'c').length,
    }));
    const hits = rows.map(({ cells }) => [...cells.values()].filter((cell) => known.has(folded(cell))).length);
    const header = rows[hits.indexOf(Math.max(0, ...hits))];
    const own = [...(header?.cells.values() ?? [])].map(folded).sort().join('\n');
    const whole = [...headings.values()].some((one) => [...one].sort().join('\n') === own);
    const below = rows.filter(({ number }) => header !== undefined && number > header.number);
    const tidy =
      rows.every(
        ({ number, cells, count }, index) => number > (rows[index - 1]?.number ?? 0) && cells.size === count,
      ) && all(sheet, 'c').length === rows.reduce((sum, { count }) => sum + count, 0);
    return [
      {
        file: called,
        exact: whole && tidy,
        whole,
        records: below
          .filter(({ cells }) => [...cells.values()].some((cell) => cell.trim() !== ''))
          .map(({ number, cells }): Known => {
            const titled = [...(header?.cells ?? [])].map(
              ([at, heading]) => [folded(heading), cells.get(at) ?? ''] as const,
            );
            return { rows: [number], marks: marksIn([...cells.values()].join('\n')), quiet: quiet?.(new Map(titled)) };
          }),
      },
    ];
  });
}
