import { firstOfMonth, iso, monthNumber } from '../days.ts';
import type { Draw } from '../random.ts';
import type { Agency } from './agency.ts';
import { type Team, teams } from './organisation.ts';

/** What is asked, with the chance of a favourable answer. */
const questions = {
  adult: [
    ['independence', 0.7],
    ['communication', 0.76],
    ['diversity', 0.82],
    ['access', 0.73],
    ['report', 0.6],
    ['trust', 0.66],
    ['overall', 0.68],
  ],
  child: [
    ['role', 0.78],
    ['communication', 0.84],
    ['views', 0.8],
    ['help', 0.7],
    ['overall', 0.8],
  ],
} as const;

const responsesInEngland = { adult: 400, child: 200 };
const unanswered = 0.012;

/** Writes the responses of adults and children, month by month; in some a question is left out. */
export function writeSurvey(agency: Agency): void {
  for (const team of teams) {
    for (let month = monthNumber(agency.start); month <= monthNumber(agency.asAt); month++) {
      for (const respondent of ['adult', 'child'] as const) {
        const draw = agency.streams(`survey of each ${respondent}`, team.number, month);
        const responses = draw.count(responsesInEngland[respondent] * agency.size * team.share);
        for (let n = 0; n < responses; n++) writeResponse(agency, team, respondent, firstOfMonth(month), draw);
      }
    }
  }
}

function writeResponse(
  agency: Agency,
  team: Team,
  respondent: keyof typeof questions,
  firstDay: number,
  draw: Draw,
): void {
  const id = agency.id('SV');
  const day = iso(firstDay + draw.whole(0, 27));
  // Who is pleased with one thing tends to be pleased with the others.
  const mood = draw.normal(0, 0.12) + (team.serviceArea.agreement - 0.66) / 2;
  for (const [question, chance] of questions[respondent]) {
    const favourable = draw.chance(Math.min(0.98, Math.max(0.05, chance + mood)));
    const score = favourable ? draw.whole(4, 5) : draw.whole(1, 3);
    const left = draw.chance(unanswered);
    agency.write('survey_answers', {
      answer_id: agency.id('AN'),
      response_id: id,
      team_id: team.id,
      respondent,
      answered_on: day,
      question,
      score: left ? null : score,
    });
    if (left) agency.fault();
  }
}
