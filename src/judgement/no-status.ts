import type { Observation } from '../measure/index.ts';
import type { Definition, Scheme, Target } from '../pack/index.ts';

/** Why a figure has no status. */
export type NoStatus =
  | 'activity measure'
  | 'no target'
  | 'no target yet'
  | 'target will not be set'
  | 'judged by a person'
  | 'no cases'
  | 'no population'
  | 'not collected'
  | 'not available'
  | 'not comparable'
  | 'words only'
  | 'suppressed'
  | 'no figure';

/** What a person has said of one figure that no rule can know. */
export interface Remark {
  readonly reason: 'not available' | 'not comparable' | 'words only';
  /** The source of the trouble, or what makes the figure stand apart. */
  readonly detail: string;
}

/** Why there is no status, and more in words where there is more to say. */
export interface Unjudged {
  readonly reason: NoStatus;
  readonly detail: string | null;
}

interface Grounds {
  readonly definition: Definition;
  readonly observation: Observation | undefined;
  readonly row: Target | null;
  readonly scheme: Scheme;
  readonly remark: Remark | null;
}

/** The reason why a figure that has no status has none. What a person said of it goes first. */
export function unjudged({ definition, observation, row, scheme, remark }: Grounds): Unjudged {
  if (remark !== null) return { reason: remark.reason, detail: remark.detail };
  const detail = observation?.reason ?? null;
  switch (observation?.state) {
    case 'value':
      return withoutTarget(definition, row, scheme);
    case 'no-cases':
      return { reason: 'no cases', detail };
    case 'no-denominator':
      return { reason: 'no population', detail };
    case 'not-collected':
      return { reason: 'not collected', detail };
    case 'suppressed':
      return { reason: 'suppressed', detail };
    case undefined:
      return { reason: 'no figure', detail: null };
  }
}

function withoutTarget(definition: Definition, row: Target | null, scheme: Scheme): Unjudged {
  if (row?.no_target === 'not-yet') return { reason: 'no target yet', detail: waiting(row) };
  if (row?.no_target === 'never') return { reason: 'target will not be set', detail: row.reason };
  if (definition.polarity === 'none') return { reason: 'activity measure', detail: null };
  if (scheme.byPerson) return { reason: 'judged by a person', detail: null };
  const follows = row !== null && row.target === undefined;
  return { reason: 'no target', detail: follows ? 'the figure that the target follows is not there' : null };
}

function waiting({ periods_needed: needed, reason }: Target): string {
  return needed === undefined ? reason : `until there are figures of ${needed} periods: ${reason}`;
}
