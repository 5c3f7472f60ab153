type Cell = string | number | undefined;

/**
 * Rows as a CSV file of a pack: the columns in their order, empty where a row has no value, numbers as the shortest text
 * that reads back the same. It is for a pack's folder and is read back as it stands.
 */
export function packCsv(columns: readonly string[], rows: readonly object[]): string {
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, Cell>> = { ...row };
    return columns.map((column) => written(cells[column]));
  });
  return [columns, ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

function written(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
