import type { Store } from '../store/index.ts';

/** A look at a list of cases, or of findings with their personal values. It says which list and how long, never who is in it. */
export interface AuditEvent {
  readonly at: Date;
  /** Who looked, by id. */
  readonly who: string;
  /** Their post; of a command, that it was one. */
  readonly post?: string;
  /** What was done: 'cases', 'cases as CSV', 'findings'. */
  readonly what: string;
  /** Of a list of cases. */
  readonly indicator?: string;
  readonly unit?: string;
  readonly month?: string;
  /** Of a list of findings: how it was narrowed. */
  readonly list?: string;
  /** Why they were asked for, in the words of who did. */
  readonly reason?: string;
  /** The opening that alone allowed it. */
  readonly opening?: number;
  /** How many cases the list holds. */
  readonly cases: number;
}

/**
 * Adds one look to the audit of a store, chained with everything else in it. It is on disk when this returns; show what was
 * asked for only then.
 *
 * @throws where it cannot be written: then nothing may be shown.
 */
export async function recordLook(store: Pick<Store, 'looks'>, event: AuditEvent): Promise<void> {
  const { at, who, post = 'Command line', what, indicator, unit, month, list, reason, opening, cases } = event;
  await store.looks.add(
    {
      what,
      indicator: indicator ?? null,
      unit: unit ?? null,
      month: month ?? null,
      list: list ?? null,
      cases,
      opening: opening ?? null,
    },
    { who, role: post, at, why: reason ?? null },
  );
}
