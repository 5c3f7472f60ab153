import { type County, happened, mood, shifted } from '../county.ts';
import {
  addWorkingDays,
  type DayNumber,
  firstOfMonth,
  iso,
  isWorkingDay,
  monthNumber,
  workingDayFrom,
} from '../days.ts';
import type { Team } from '../organisation.ts';
import type { Draw } from '../random.ts';
import type { Spell } from '../staffing.ts';

const supervisedUsually = 0.88;
const driftLogits = 2.3;

/** Writes teams, posts, workers and their monthly supervision. */
export function writeWorkforce(county: County): void {
  const { organisation, staffing } = county;
  const department = (id: string, name: string, parent: { id: string; name: string } | null): void =>
    county.write('ssd_department', {
      dept_team_id: id,
      dept_team_name: name,
      dept_team_parent_id: parent?.id,
      dept_team_parent_name: parent?.name,
    });
  const root = { id: organisation.code, name: organisation.name };
  department(root.id, root.name, null);
  for (const district of organisation.districts) department(district.id, district.name, root);
  for (const team of organisation.teams) {
    department(team.id, team.name, team.district === null ? root : (organisation.districts[team.district] ?? root));
  }
  const seen = new Set<string>();
  const spellsOfPost = new Map<string, number>();
  for (const spell of staffing.spells) {
    const nth = (spellsOfPost.get(spell.post) ?? 0) + 1;
    spellsOfPost.set(spell.post, nth);
    county.write('workforce_posts', {
      post_id: `${spell.post}-${nth}`,
      team_id: spell.team.id,
      role: spell.role,
      fte: spell.fte,
      filled_by: spell.filledBy,
      worker_id: spell.worker?.id,
      qualified: spell.worker === null ? null : spell.qualified ? 'Y' : 'N',
      from_date: iso(spell.from),
      to_date: happened(county, spell.to),
    });
    if (spell.worker === null) continue;
    if (!seen.has(spell.worker.id)) writeWorker(county, spell);
    seen.add(spell.worker.id);
    supervise(county, spell);
    fallIll(county, spell);
  }
}

function writeWorker(county: County, spell: Spell): void {
  county.write('ssd_professionals', {
    prof_professional_id: spell.worker?.id,
    prof_staff_id: spell.worker?.id.replace('W', 'S'),
    prof_professional_name: spell.worker?.name,
    prof_social_worker_registration_no: spell.worker?.registration,
    prof_professional_job_title: spell.role,
    prof_professional_department: spell.team.name,
    prof_full_time_equivalency: spell.fte,
    prof_agency_worker_flag: spell.filledBy === 'agency' ? 'Y' : 'N',
  });
}

function supervise(county: County, spell: Spell): void {
  const { worker, team } = spell;
  if (worker === null) return;
  const draw = county.streams('supervision', Number(worker.id.slice(1)), Number(team.id.slice(1)));
  const until = Math.min(spell.to ?? county.asAt + 1, county.asAt + 1);
  for (let month = monthNumber(Math.max(spell.from, county.start)); firstOfMonth(month) < until; month++) {
    const first = firstOfMonth(month);
    const held = workingDayFrom(first + draw.whole(2, 24));
    const usual = shifted(supervisedUsually, 0.3 * mood(county, 'supervision-mood', team, first));
    const likely = shifted(usual, -driftLogits * county.stories.drift(team, first));
    if (!draw.chance(likely) || held < spell.from || held >= until) continue;
    county.write('supervisions', {
      supervision_id: county.id('SUP'),
      worker_id: worker.id,
      team_id: team.id,
      held_on: iso(held),
    });
  }
}

/** Sickness absences of one worker a year, and how long they last. */
const absencesAYear = 1.4;
const usualAbsence = 5.5;

function fallIll(county: County, spell: Spell): void {
  const { worker, team } = spell;
  if (worker === null) return;
  const draw = county.streams('sickness', Number(worker.id.slice(1)), Number(team.id.slice(1)));
  const until = Math.min(spell.to ?? county.asAt + 1, county.asAt + 1);
  let day = workingDayFrom(Math.max(spell.from, county.start) + Math.round(draw.wait(365 / absencesAYear)));
  while (day < until) {
    const days = draw.chance(0.06) ? 25 + Math.round(draw.wait(30)) : 1 + Math.floor(draw.wait(usualAbsence - 1));
    county.write('workforce_absences', {
      absence_id: county.id('ABS'),
      worker_id: worker.id,
      team_id: team.id,
      began_on: iso(day),
      days_lost: days,
    });
    day = workingDayFrom(addWorkingDays(day, days) + Math.round(draw.wait(365 / absencesAYear)));
  }
}

const auditing = new Set<Team['kind']>(['assessment', 'family', 'care', 'disability', 'uasc', 'leaving-care']);

/** Writes the audits of case files: each month some children of each team, due a month later. */
export function writeAudits(county: County): void {
  for (let month = monthNumber(county.start) + 1; month <= monthNumber(county.asAt); month++) {
    const first = firstOfMonth(month);
    const selected = isWorkingDay(first) ? first : workingDayFrom(first);
    for (const team of county.organisation.teams) {
      if (!auditing.has(team.kind)) continue;
      const draw = county.streams('audit', month, Number(team.id.slice(1)));
      const wanted = draw.whole(2, 4);
      const people = [...new Set(county.sampling.drawn(team, month))].slice(0, wanted);
      for (const person of people) writeAudit(county, team, person, selected, draw);
    }
  }
}

function writeAudit(county: County, team: Team, person: string, selected: DayNumber, draw: Draw): void {
  const due = addWorkingDays(selected, 20);
  const drift = county.stories.drift(team, selected);
  const roll = draw.next();
  const prompt = shifted(0.84, 0.4 * mood(county, 'audit-mood', team, selected) - 0.9 * drift);
  const completed =
    roll < prompt
      ? addWorkingDays(selected, draw.whole(6, 20))
      : roll < prompt + 0.1
        ? addWorkingDays(due, draw.whole(1, 40))
        : null;
  const done = completed !== null && completed <= county.asAt;
  const adequate =
    completed !== null && completed >= county.stories.gradeRenamed ? 'requires improvement to be good' : 'adequate';
  const grade = draw.weighted([
    ['outstanding', 5],
    ['good', 42 * (1 - 0.5 * drift)],
    [adequate, 40],
    ['inadequate', 9 * (1 + 2 * drift)],
    [null, 3],
  ]);
  county.write('case_file_audits', {
    audit_id: county.id('AUD'),
    person_id: person,
    team_id: team.id,
    selected_on: iso(selected),
    due_on: iso(due),
    completed_on: done ? iso(completed) : null,
    grade: done ? grade : null,
  });
}
