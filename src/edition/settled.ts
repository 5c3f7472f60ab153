import type { Month } from '../calendar/index.ts';
import { withQuoted } from '../narrative/index.ts';
import type { Comment, Pack } from '../pack/index.ts';
import type { Store } from '../store/index.ts';
import type { KeptInputs } from './inputs.ts';

/** A pack with what people have set while it runs over its own rows: targets, statuses, figures that were typed in. */
export async function settledPack(
  pack: Pack,
  store: Pick<Store, 'targets' | 'overrides' | 'collected'>,
): Promise<Pack> {
  const [targets, overrides, observations] = await Promise.all([
    store.targets.over(pack.targets),
    store.overrides.over(pack.overrides),
    store.collected.over(pack.observations),
  ]);
  return { ...pack, targets, overrides, observations };
}

/** A pack with the rows that an edition kept in the place of its own. */
export const packAsKept = (pack: Pack, { targets, overrides, collected }: KeptInputs): Pack => ({
  ...pack,
  targets,
  overrides,
  observations: collected,
});

/** The comments of a report and month: those that may be printed, and those that may not yet, with their unit and in words. */
export async function commentsFor(
  { commentary }: Pick<Store, 'commentary'>,
  report: string,
  month: Month,
): Promise<{
  readonly approved: readonly Comment[];
  readonly open: readonly { readonly unit: string; readonly says: string }[];
}> {
  const all = await commentary.list({ report, month });
  const name = ({ key: { indicator, unit, heading } }: (typeof all)[number]) =>
    [indicator ?? 'the report as a whole', unit, heading].join(', ');
  return {
    open: all
      .filter(({ state }) => state !== 'approved')
      .map((one) => ({ unit: one.key.unit, says: `${name(one)}: ${one.state}` })),
    approved: await Promise.all(
      all
        .filter(({ state }) => state === 'approved')
        .map(async ({ key, shares, text, quoted, authorRole, at }) => {
          const written = (await commentary.history(shares ?? key)).findLast(({ action }) => action === 'write');
          return {
            report,
            indicator: key.indicator ?? undefined,
            unit: key.unit,
            month,
            heading: key.heading,
            text: withQuoted(text, quoted),
            author: authorRole,
            written_on: (written?.at ?? at).toISOString().slice(0, 10),
          };
        }),
    ),
  };
}
