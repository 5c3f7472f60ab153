import { type DayNumber, iso, monthNumber } from './days.ts';
import type { Organisation, Team } from './organisation.ts';
import type { People } from './people.ts';
import type { Draw, Streams } from './random.ts';
import type { Sampling } from './sampling.ts';
import type { Staffing } from './staffing.ts';
import type { Stories } from './stories.ts';
import type { Row, TableName } from './tables/columns.ts';

/** What every process of one authority works with. */
export interface County {
  readonly organisation: Organisation;
  readonly staffing: Staffing;
  readonly stories: Stories;
  readonly people: People;
  readonly sampling: Sampling;
  readonly streams: Streams;
  readonly start: DayNumber;
  readonly asAt: DayNumber;
  write<T extends TableName>(table: T, row: Row<T>): void;
  /** The next id of a kind: a prefix and a running number. */
  id(prefix: string): string;
}

/** The day as text where it has come by the as-at date, else an empty cell. */
export function happened(county: County, day: DayNumber | null): string | null {
  return day !== null && day <= county.asAt ? iso(day) : null;
}

/** A small steady difference of a team in a month, so that teams and months differ as they do: about -2 to 2. */
export function mood(county: County, process: string, team: Team, day: DayNumber): number {
  const draw = county.streams(process, Number(team.id.slice(1)), monthNumber(day));
  return draw.normal(0, 0.7) + county.streams(process, Number(team.id.slice(1))).normal(0, 0.7);
}

/** Turns a probability up or down by a number of logits. */
export function shifted(probability: number, logits: number): number {
  const odds = (probability / (1 - probability)) * Math.exp(logits);
  return odds / (1 + odds);
}

/** Y, N or, now and then, nothing recorded. */
export function yesNo(draw: Draw, yes: number, unrecorded = 0.006): string | null {
  if (draw.chance(unrecorded)) return null;
  return draw.chance(yes) ? 'Y' : 'N';
}
