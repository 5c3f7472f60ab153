import type { DayNumber } from './days.ts';
import { forenames, surnames } from './names.ts';
import type { Organisation, Team, TeamKind } from './organisation.ts';
import type { Draw, Streams, Weighted } from './random.ts';
import type { Stories } from './stories.ts';

export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agency: boolean;
  readonly fte: number;
  readonly registration: string | null;
}

/** A stretch of time in which a post is filled by one worker, or vacant. */
export interface Spell {
  readonly post: string;
  readonly team: Team;
  readonly role: string;
  readonly fte: number;
  readonly filledBy: 'permanent' | 'agency' | 'vacant';
  readonly worker: Worker | null;
  readonly qualified: boolean;
  readonly from: DayNumber;
  /** The day it ended; null while it lasts. */
  readonly to: DayNumber | null;
}

export interface Staffing {
  readonly spells: readonly Spell[];
  /** A case-holding worker of the team on the day, by chance; null where nobody could be found. */
  holder(team: Team, day: DayNumber, draw: Draw): Spell | null;
  /** The manager of the team on the day, else null. */
  manager(team: Team, day: DayNumber): Worker | null;
}

/** Social-work posts per 10,000 children of the area, by kind of team: what a caseload near the national one needs. */
const postsPer10000: Record<TeamKind, number> = {
  'front-door': 1.1,
  assessment: 6.2,
  family: 15,
  care: 4.5,
  disability: 2.1,
  uasc: 0.32,
  adoption: 0.4,
  'leaving-care': 2.6,
};
const socialWorkRoles: Weighted<string> = [
  ['Social Worker', 62],
  ['Senior Social Worker', 26],
  ['Social Worker (newly qualified)', 12],
];
const meanDays = { permanent: 1500, vacant: 370, agency: 400 };
const next = {
  permanent: [
    ['vacant', 70],
    ['agency', 30],
  ],
  vacant: [
    ['permanent', 70],
    ['agency', 30],
  ],
  agency: [
    ['permanent', 45],
    ['vacant', 30],
    ['agency', 25],
  ],
} as const satisfies Record<Spell['filledBy'], Weighted<Spell['filledBy']>>;
const atFirst: Weighted<Spell['filledBy']> = [
  ['permanent', 68],
  ['vacant', 17],
  ['agency', 15],
];
const ftes: Weighted<number> = [
  [1, 76],
  [0.8, 12],
  [0.6, 8],
  [0.5, 4],
];

interface Post {
  readonly id: string;
  readonly role: string;
  readonly fte: number;
  readonly spells: Spell[];
}

function lasts(spell: Spell, day: DayNumber): boolean {
  return spell.from <= day && (spell.to === null || spell.to > day);
}

/** Fills every post of the authority from `start` to `asAt`, spell by spell. */
export function staff(
  organisation: Organisation,
  stories: Stories,
  streams: Streams,
  start: DayNumber,
  asAt: DayNumber,
): Staffing {
  let workers = 0;
  let postNumber = 0;
  const holders = new Map<Team, Post[]>();
  const managers = new Map<Team, Post[]>();
  const spells: Spell[] = [];

  const hire = (role: string, agency: boolean, fte: number, draw: Draw): Worker => ({
    id: `W${String(++workers).padStart(5, '0')}`,
    name: `${draw.pick(forenames)} ${draw.pick(surnames)}`,
    role,
    agency,
    fte,
    registration: role.includes('Adviser') ? null : `SW${draw.whole(100_000, 999_999)}`,
  });

  const fill = (team: Team, role: string, fte: number): Post => {
    postNumber++;
    const post: Post = { id: `P${String(postNumber).padStart(4, '0')}`, role, fte, spells: [] };
    const draw = streams('post', postNumber);
    let from = start - Math.round(draw.wait(900));
    let filledBy = draw.weighted(atFirst);
    const managed = role === 'Team Manager' && team === stories.driftTeam;
    while (from <= asAt) {
      let to = from + 30 + Math.round(draw.wait(meanDays[filledBy]));
      if (managed) {
        filledBy = from >= stories.managerLeft && from < stories.managerBack ? 'vacant' : 'permanent';
        to = filledBy === 'vacant' ? stories.managerBack : from < stories.managerLeft ? stories.managerLeft : asAt + 1;
      }
      const worker = filledBy === 'vacant' ? null : hire(role, filledBy === 'agency', fte, draw);
      const qualified = worker !== null && !role.includes('Adviser') && !draw.chance(0.03);
      const spell = { post: post.id, team, role, fte, filledBy, worker, qualified, from, to: to > asAt ? null : to };
      if (team.mergesOn !== null && team.mergesInto !== null && to > team.mergesOn) {
        if (from < team.mergesOn) post.spells.push({ ...spell, to: team.mergesOn });
        post.spells.push({ ...spell, team: team.mergesInto, from: Math.max(from, team.mergesOn) });
      } else post.spells.push(spell);
      from = to;
      filledBy = draw.weighted<Spell['filledBy']>(next[filledBy]);
    }
    spells.push(...post.spells);
    return post;
  };

  const enlist = (register: Map<Team, Post[]>, team: Team, post: Post): void => {
    for (const at of team.mergesInto === null ? [team] : [team, team.mergesInto]) {
      const posts = register.get(at);
      if (posts === undefined) register.set(at, [post]);
      else posts.push(post);
    }
  };

  for (const team of organisation.teams) {
    const area = team.district === null ? 1 : (organisation.districts[team.district]?.share ?? 0);
    const wanted = (organisation.population / 10_000) * area * team.share * postsPer10000[team.kind];
    const count = Math.max(2, Math.round(wanted));
    const draw = streams('posts-of-team', Number(team.id.slice(1)));
    for (let i = 0; i < count; i++) {
      const role = team.kind === 'leaving-care' && i % 4 !== 0 ? 'Personal Adviser' : draw.weighted(socialWorkRoles);
      enlist(holders, team, fill(team, role, draw.weighted(ftes)));
    }
    enlist(managers, team, fill(team, 'Team Manager', 1));
    for (let i = 0; i < Math.floor(count / 9); i++) enlist(managers, team, fill(team, 'Assistant Team Manager', 1));
  }

  const spellOn = (post: Post, team: Team, day: DayNumber): Spell | undefined =>
    post.spells.find((spell) => spell.team === team && lasts(spell, day));

  return {
    spells,
    holder: (team, day, draw) => {
      const posts = holders.get(team) ?? [];
      for (let tries = 0; tries < 40; tries++) {
        const spell = spellOn(draw.pick(posts), team, day);
        if (spell?.worker && draw.chance(spell.fte)) return spell;
      }
      return null;
    },
    manager: (team, day) => {
      for (const post of managers.get(team) ?? []) {
        const worker = spellOn(post, team, day)?.worker;
        if (worker) return worker;
      }
      return null;
    },
  };
}
