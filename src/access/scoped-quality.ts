import type { ListedFinding, Quality, QualityState } from '../measure/index.ts';

/** What a person may know of a team, by its code as units have it. */
export interface KnownTeams {
  sees(unit: string): boolean;
  mayLook(unit: string): boolean;
}

/**
 * The quality of the data as one person sees it: numbers of findings of teams they see and of none, and the findings
 * themselves, which name rows of people, of teams whose cases they may see.
 *
 * @param all whether they may see all cases, so also rows that no team is known for
 */
export function scopedQuality(quality: Quality, teams: KnownTeams, all: boolean): Quality {
  const { authority } = quality.current;
  // Where several authorities are shown a unit is written with its authority, and in findings without it.
  const either = (team: string, known: (unit: string) => boolean): boolean =>
    known(team) || known(`${authority}/${team}`);
  const seen = (state: QualityState): QualityState => ({
    ...state,
    counts: state.counts.filter(({ team }) => team === null || either(team, teams.sees)),
  });
  const open = ({ team }: ListedFinding): boolean => all || (team !== null && either(team, teams.mayLook));
  return {
    current: seen(quality.current),
    earlier: quality.earlier.map(seen),
    async *list(filter, options) {
      for await (const block of quality.list(filter, options)) {
        const found = block.filter(open);
        if (found.length > 0) yield found;
      }
    },
  };
}
