import { happened } from '../county.ts';
import { type DayNumber, iso } from '../days.ts';
import { type CaseFile, eighteenth, own } from './case-file.ts';

/** Of the cases that close after help as a child in need, those that early help takes on. */
const steppedDown = 0.12;

/** Writes the episode of early help that follows some cases in social care. */
export function stepDown(file: CaseFile, closed: DayNumber): void {
  const { county, child } = file;
  const draw = own(file, 'step-down');
  const from = closed + draw.whole(0, 14);
  if (!draw.chance(steppedDown) || from < county.start || from > county.asAt || from >= eighteenth(child)) return;
  const ended = from + 30 + Math.round(draw.wait(100));
  county.write('ssd_early_help_episodes', {
    earl_episode_id: county.id('EAR'),
    earl_person_id: child.id,
    earl_episode_start_date: iso(from),
    earl_episode_end_date: happened(county, ended),
    earl_episode_reason: 'Step-down from social care',
    earl_episode_end_reason: ended > county.asAt ? null : draw.chance(0.72) ? 'Needs met' : 'Consent withdrawn',
    earl_episode_organisation: county.organisation.code,
  });
}
