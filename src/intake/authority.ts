import type { Pack } from '../pack/index.ts';
import type { Manifest } from '../warehouse/index.ts';
import type { Part } from './delivered-part.ts';
import { departments, settleDepartments } from './departments.ts';
import { LoadError } from './load-error.ts';
import { organisation, settleOrganisation } from './organisation.ts';
import type { Workbench } from './workbench.ts';

/** The roots of the organisations that come with the delivery; null where none does. */
export interface Roots {
  readonly departments: string | null;
  readonly units: string | null;
}

/** Settles the trees of units that come with the delivery. */
export async function settleRoots(bench: Workbench, parts: readonly Part[]): Promise<Roots> {
  const tables = parts.flatMap((part) => part.tables);
  const settled = async (dataset: string, settle: typeof settleDepartments) => {
    const table = tables.find((one) => one.dataset === dataset);
    if (!table) return null;
    const read = { table: table.relation, present: table.columns, line: `"${table.relation}".rowid + 2` };
    return settle(bench, read, table.files[0] ?? dataset);
  };
  return {
    departments: await settled(departments, settleDepartments),
    units: await settled(organisation, settleOrganisation),
  };
}

/** The unit of the pack that has no parent. */
const rootOf = ({ units }: Pack) => units.find(({ parent }) => parent === undefined)?.code;

/**
 * As given; else as the delivery says; else the root of its departments; else the authority already loaded that its units are
 * of, or the only one; else the root of its units; else that of the pack's.
 */
export function authorityOf(
  { authority, pack }: { readonly authority?: string; readonly pack: Pack },
  parts: readonly Part[],
  roots: Roots,
  before: readonly Manifest[],
): string {
  if (authority !== undefined) return authority;
  const said = new Set(parts.flatMap(({ note }) => note?.authority ?? []));
  const [first, ...others] = said;
  if (others.length > 0) throw new LoadError(`The deliveries are of several authorities: ${[...said].join(', ')}`);
  const known = new Set(before.map((manifest) => manifest.authority));
  const loaded = roots.units !== null && known.has(roots.units) ? roots.units : known.size === 1 ? [...known][0] : null;
  return first ?? roots.departments ?? loaded ?? roots.units ?? rootOf(pack) ?? 'authority';
}
