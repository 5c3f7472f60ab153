const longestSheetName = 31;

/**
 * Names for sheets: of at most 31 characters, none of those that a sheet may not have, no two alike in capitals or small
 * letters, none that Excel keeps for itself.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(['history', '']);
  return titles.map((title) => {
    const clean = title
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff[\]/\\:*?]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : ` (${count})`;
      const name = `${cut(clean === '' ? 'Sheet' : clean, longestSheetName - ending.length)}${ending}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** At a space where there is one in the second half. */
function cut(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const short = name.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  const space = short.lastIndexOf(' ');
  return (space > longest / 2 ? short.slice(0, space) : short).replace(/[' ]+$/, '');
}

/** Excel takes 255 characters; a name of a line is enough to type, and other programs lose longer ones. */
const longestFormulaName = 60;

/**
 * Names for formulas, from the ids of tables: letters, digits and low lines. One that could be read as a cell (KPI1, R1C1)
 * begins with a low line.
 */
export function formulaNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const clean = cut(id.replace(/[^A-Za-z0-9_]/g, ' '), longestFormulaName).replaceAll(' ', '_');
    const base =
      /^[A-Za-z_]/.test(clean) && !/^([a-z]{1,3}\d+|r\d*|c\d*|r\d*c\d*|true|false|_xl.*)$/i.test(clean)
        ? clean
        : `_${clean}`;
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const before = index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1);
  return `${before}${String.fromCharCode(65 + (index % 26))}`;
}

/** A reference to cells of a sheet, fast: 'Summary'!$A$3:$D$9. */
export const rangeOf = (sheet: string, range: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
