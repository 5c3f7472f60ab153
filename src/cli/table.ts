/** A cell of what a command prints. */
export type Cell = string | number | boolean | null;

export const formats = ['csv', 'json', 'table'] as const;
export type Format = (typeof formats)[number];

const text = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
};

function csvCell(cell: Cell): string {
  const written = text(cell);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

export const csvLine = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\n`;

/**
 * Prints rows as CSV (numbers as the shortest text that reads back the same), as JSON (one object a row) or as a table
 * for the eye. Yields pieces of text, so that a long list is never one string.
 */
export function* printRows(
  format: Format,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Generator<string> {
  if (format === 'csv') {
    yield csvLine(header);
    for (const row of rows) yield csvLine(row);
    return;
  }
  if (format === 'json') {
    yield '[';
    for (const [index, row] of rows.entries()) {
      const object = Object.fromEntries(header.map((name, column) => [name, row[column] ?? null]));
      yield `${index > 0 ? ',' : ''}\n${JSON.stringify(object)}`;
    }
    yield '\n]\n';
    return;
  }
  const shown = [header, ...rows.map((row) => row.map(text))];
  const widths = header.map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
  const numeric = header.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || row[column] === null),
  );
  for (const row of shown) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return numeric[column] ? cell.padStart(width) : cell.padEnd(width);
    });
    yield `${cells.join('  ').trimEnd()}\n`;
  }
}
