/** An authority as one row of a published file or of an area look-up names it. */
export interface AreaCodes {
  /** The department's three digits, or two of them with a slash for a joint return; empty where not given. */
  readonly dfeCode: string;
  /** The code of the Office for National Statistics, likewise. */
  readonly onsCode: string;
  readonly name: string;
  readonly regionCode: string;
  readonly regionName: string;
}

/** One authority through all its codes. */
export interface Area {
  /** What its figures are kept under: its department code, else its ONS code. */
  readonly key: string;
  readonly codes: ReadonlySet<string>;
  readonly name: string;
  readonly regionCode: string;
  readonly regionName: string;
}

/** The authorities that published files know. */
export interface AreaRegister {
  /** Any code an authority has had; undefined for one that no file names. */
  find(code: string): Area | undefined;
  /** The keys of the authorities that a row is about: one, or the members of a joint return. */
  keysOf(dfeCode: string, onsCode: string): readonly string[];
  readonly areas: readonly Area[];
}

/** The codes of a joint return, or the one code. @example codesIn('940 / 941') // ['940', '941'] */
export function codesIn(text: string): string[] {
  return text
    .split('/')
    .map((code) => code.trim())
    .filter((code) => code !== '' && !/^[a-z:~]{1,3}$/i.test(code));
}

/**
 * Joins the codes that rows give side by side, so that an authority stays one series when one of its codes changes:
 * 370 with E08000016 and 370 with E08000038 are both Barnsley. Names join nothing. Later rows give the name and region.
 */
export function areaRegister(rows: Iterable<AreaCodes>): AreaRegister {
  const parent = new Map<string, string>();
  const rootOf = (code: string): string => {
    const above = parent.get(code) ?? code;
    if (above === code) return code;
    const root = rootOf(above);
    parent.set(code, root);
    return root;
  };
  const facts = new Map<string, AreaCodes>();
  for (const row of rows) {
    const dfe = codesIn(row.dfeCode);
    const ons = codesIn(row.onsCode);
    for (const code of [...dfe, ...ons]) if (!parent.has(code)) parent.set(code, code);
    if (dfe.length === ons.length) {
      dfe.forEach((code, index) => {
        parent.set(rootOf(ons[index] ?? code), rootOf(code));
      });
    }
    // A joint return names two authorities at once: its name is neither's.
    if (dfe.length <= 1 && ons.length <= 1) for (const code of [...dfe, ...ons]) facts.set(code, row);
  }
  const groups = new Map<string, string[]>();
  for (const code of parent.keys()) groups.set(rootOf(code), [...(groups.get(rootOf(code)) ?? []), code]);
  const areas = [...groups.values()].map((codes) => areaOf(codes, facts));
  const byCode = new Map(areas.flatMap((area) => [...area.codes].map((code) => [code, area] as const)));
  return {
    areas,
    find: (code) => byCode.get(code.trim()),
    keysOf(dfeCode, onsCode) {
      const codes = codesIn(dfeCode).length > 0 ? codesIn(dfeCode) : codesIn(onsCode);
      return codes.map((code) => byCode.get(code)?.key ?? code);
    },
  };
}

function areaOf(codes: readonly string[], facts: ReadonlyMap<string, AreaCodes>): Area {
  const sorted = codes.toSorted((a, b) => Number(b.length === 3) - Number(a.length === 3) || (a < b ? -1 : 1));
  const known = sorted.flatMap((code) => facts.get(code) ?? []);
  const [fact] = known.length > 0 ? known : [undefined];
  return {
    key: sorted[0] ?? '',
    codes: new Set(codes),
    name: fact?.name ?? sorted[0] ?? '',
    regionCode: known.find(({ regionCode }) => regionCode !== '')?.regionCode ?? '',
    regionName: known.find(({ regionName }) => regionName !== '')?.regionName ?? '',
  };
}
