import type { Place } from '../address.ts';

/** The page of a unit. */
export const unitAddress = ({ unit, month }: Place): string =>
  `/units/${encodeURIComponent(unit)}?${new URLSearchParams({ month })}`;

/** One indicator over the units below a unit. */
export const compareAddress = (indicator: string | null, { unit, month }: Place): string =>
  `/compare?${new URLSearchParams({ ...(indicator === null ? {} : { indicator }), month, unit })}`;
