import type { ApprovalAction } from '../../store/index.ts';
import type { Place } from '../address.ts';

const query = ({ month, unit }: Place): string => new URLSearchParams({ month, unit }).toString();

/** Where every report of a month stands. */
export const cycleAddress = (place: Place): string => `/cycle?${query(place)}`;

/** Where one stands. */
export const standingAddress = (report: string, place: Place): string =>
  `/cycle/${encodeURIComponent(report)}?${query(place)}`;

/** The report with the figures that are under review. */
export const reviewAddress = (report: string, place: Place): string =>
  `/cycle/${encodeURIComponent(report)}/review?${query(place)}`;

/** Where a form goes that moves its approval on. */
export const actAddress = (report: string, action: ApprovalAction, place: Place): string =>
  `/cycle/${encodeURIComponent(report)}/${action}?${query(place)}`;
