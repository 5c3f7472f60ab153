import type { Ground } from './ground.ts';
import { killed, type Moment } from './killed.ts';
import type { Found, Place, StoreKind, Subject } from './subject.ts';

/** What killing a subject again and again has shown. */
export interface Tally {
  readonly subject: string;
  readonly kind: StoreKind;
  readonly kills: number;
  /** In one round of the work. */
  readonly steps: number;
  readonly atSteps: number;
  /** How often the change in hand was found not made, and made although nobody had been told. */
  readonly before: number;
  readonly after: number;
  /** How often something lay about that the next run had to clear. */
  readonly leftovers: number;
  /** How many changes were acknowledged. */
  readonly made: number;
  readonly halfStates: readonly string[];
  readonly lost: readonly string[];
  readonly unreadable: readonly string[];
}

export interface Killing {
  readonly kills: number;
  readonly seed: number;
  /** From which part of a round on it is killed: 0.9 is its last tenth; default 0. */
  readonly from?: number;
  /** Told after each kill. */
  readonly told?: (kill: number) => void;
}

/**
 * Kills a subject's process again and again: every other time at a step, each step having its turn, before it and within it; else
 * at a random moment of a round. Looks at the place after each kill.
 */
export async function killOften(subject: Subject, kind: StoreKind, ground: Ground, asked: Killing): Promise<Tally> {
  const ready = async (): Promise<Place> => {
    const place = await ground.place(kind);
    await subject.prepare(place);
    return place;
  };
  let place = await ready();
  const round = await roundOf(subject, place, asked.kills);
  const random = seeded(asked.seed);
  const so = { before: 0, after: 0, leftovers: 0, made: 0, atSteps: 0 };
  const [halfStates, lost, unreadable]: string[][] = [[], [], []];
  const note = (list: string[] | undefined, kill: number, found: readonly string[]): void =>
    void list?.push(...found.map((what) => `kill ${kill}: ${what}`));
  let known = (await subject.look(place)).changes;
  for (let kill = 1; kill <= asked.kills; kill++) {
    if (subject.apart) {
      place = await ready();
      known = 0;
    }
    const moment = momentOf(kill, round, asked, random);
    if ('step' in moment) so.atSteps += 1;
    const { made } = await killed(subject.name, place, moment);
    const told = Math.max(known, made ?? 0);
    so.made += told - known;
    const found: Found = await subject.look(place);
    if (found.changes > told) so.after += 1;
    else so.before += 1;
    if (found.leftovers > 0) so.leftovers += 1;
    if (found.changes < told) note(lost, kill, [`${told} changes were acknowledged, ${found.changes} are there`]);
    if (found.changes > told + 1) note(halfStates, kill, [`${found.changes} changes are there, ${told} were made`]);
    note(halfStates, kill, found.halfStates);
    note(unreadable, kill, found.unreadable);
    known = found.changes;
    asked.told?.(kill);
  }
  if (!subject.apart && subject.end) note(halfStates, asked.kills, await subject.end(place));
  const lists = { halfStates: halfStates ?? [], lost: lost ?? [], unreadable: unreadable ?? [] };
  return { subject: subject.name, kind, kills: asked.kills, steps: round.steps, ...so, ...lists };
}

/** Of fewer kills it makes no difference that a round is longer after a kill. */
const few = 20;

/** How long a round is at its longest: after a kill, when it has to clear up first. */
async function roundOf({ name, apart }: Subject, place: Place, kills: number) {
  const { round } = await killed(name, place, 'count');
  if (round === null) throw new Error(`${name}: no round was told of`);
  if (apart || kills < few) return round;
  await killed(name, place, { step: Math.floor(round.steps * 0.8), when: 'before' });
  const again = (await killed(name, place, 'count')).round ?? round;
  return { steps: Math.max(round.steps, again.steps), ms: Math.max(round.ms, again.ms) };
}

/** Where there are fewer kills than steps, the steps that have their turn are spread over the round. */
function momentOf(
  kill: number,
  { steps, ms }: { readonly steps: number; readonly ms: number },
  { kills, from = 0 }: Killing,
  random: () => number,
): Moment {
  const drawn = random();
  if (kill % 2 === 0) return { afterMs: (from + drawn * (1.2 - from)) * ms };
  const first = Math.floor(2 * steps * from);
  const places = 2 * steps - first;
  const stride = Math.max(1, places / Math.ceil(kills / 2));
  const place = first + (Math.floor(((kill - 1) / 2) * stride) % places);
  return { step: 1 + Math.floor(place / 2), when: place % 2 === 0 ? 'before' : 'within' };
}

/** Numbers from 0 up to, not with, 1: the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
