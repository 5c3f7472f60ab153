import { type DayNumber, iso } from '../days.ts';
import type { Streams } from '../random.ts';
import type { Row, TableName } from './columns.ts';
import type { Staffing } from './staffing.ts';
import type { Stories } from './stories.ts';

/** What every process of the agency works with. */
export interface Agency {
  readonly streams: Streams;
  readonly stories: Stories;
  readonly staffing: Staffing;
  /** Children of the country over those of England: how large the agency is. */
  readonly size: number;
  readonly start: DayNumber;
  readonly asAt: DayNumber;
  write<T extends TableName>(table: T, row: Row<T>): void;
  /** Counts a fault that was put into the row just written. */
  fault(): void;
  /** The next id of a kind: a prefix and a running number. */
  id(prefix: string): string;
}

/** The day as text where it has come by the as-at date, else an empty cell. */
export function happened({ asAt }: Pick<Agency, 'asAt'>, day: DayNumber | null): string | null {
  return day !== null && day <= asAt ? iso(day) : null;
}
