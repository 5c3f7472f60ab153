import fc from 'fast-check';
import { addDays, addMonths, lastDayOf } from '../notions/dates.ts';
import type { Row, Tables } from '../notions/tables.ts';
import { twelveMonthsTo } from '../notions/windows.ts';
import { code, flag, orNull, type World, weighted } from './world.ts';

/**
 * Whole lives that rows drawn one by one seldom make: a child long settled, a child adopted. They have persons of
 * their own, so that little else happens to them. Rows have no ids yet.
 */
export type Story = Tables;

const dayOrTwo = fc.integer({ min: -1, max: 1 });

function monthsBefore(asAt: string, ...months: number[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...months), dayOrTwo).map(([back, days]) => addDays(addMonths(asAt, -back), days));
}

function personRow(asAt: string, id: string): fc.Arbitrary<Row> {
  return fc
    .tuple(fc.integer({ min: 4, max: 16 }), dayOrTwo)
    .map(([years, days]) => ({ pers_person_id: id, pers_dob: addDays(addMonths(asAt, -12 * years), days) }));
}

function involvementRow({ team, worker }: World, id: string, from: string): fc.Arbitrary<Row> {
  return fc.tuple(worker, team).map(([who, where]) => ({
    invo_person_id: id,
    invo_professional_id: who,
    invo_professional_team: where,
    invo_involvement_start_date: from,
    invo_involvement_end_date: null,
  }));
}

/** In care for about 30 months, in one home for about 24, with the same carers' adoption or a stay in hospital since. */
export function settledStory(world: World, id: string): fc.Arbitrary<Story> {
  const asAt = lastDayOf(world.month);
  const place = (type: string, start: string, end: string | null): Row => ({
    clap_person_id: id,
    clap_cla_placement_type: type,
    clap_cla_placement_start_date: start,
    clap_cla_placement_end_date: end,
    clap_cla_placement_provider: 'PR1',
    clap_cla_placement_distance: 10,
  });
  return fc
    .record({
      person: personRow(asAt, id),
      involvement: involvementRow(world, id, addMonths(asAt, -40)),
      entered: monthsBefore(asAt, 30, 30, 36, 48),
      settled: monthsBefore(asAt, 24, 24, 27),
      moved: monthsBefore(asAt, 2, 12, 20),
      hospital: fc.integer({ min: 0, max: 12 }),
      adoptive: code([2, 'A3'], [2, 'A5'], [1, 'A6'], [2, 'U6']),
      edge: fc.integer({ min: -1, max: 1 }),
      sameDay: fc.nat(1),
      type: code([4, 'U4'], [2, 'K2'], [2, 'K3'], [1, 'H5'], [2, 'P1'], [1, 'R5']),
      shape: fc.constantFrom('one home', 'hospital', 'moved on', 'moved after a gap', 'moves'),
    })
    .map(({ person, involvement, entered, settled, moved, hospital, adoptive, edge, sameDay, type, shape }) => {
      const home = place(type, settled, null);
      const placements = {
        'one home': [home],
        hospital: [home, place('T1', addDays(asAt, -hospital), null)],
        'moved on': [place('U4', settled, moved), place(adoptive, moved, null)],
        'moved after a gap': [place('K2', settled, addDays(moved, -1)), place(adoptive, moved, null)],
        // Three or not: one ends about the first day of the 12 months, one perhaps on the day it began.
        moves: [
          place('U4', settled, addDays(twelveMonthsTo(asAt).first, edge)),
          place('K2', moved, addDays(moved, sameDay)),
          place('U6', moved, null),
        ],
      }[shape];
      const episode: Row = {
        clae_person_id: id,
        clae_cla_episode_start_date: entered,
        clae_cla_episode_start_reason: 'S',
        clae_cla_episode_ceased_date: null,
        clae_cla_episode_ceased_reason: null,
        clae_cla_id: `${id}/1`,
        clae_entered_care_date: null,
      };
      return {
        ssd_person: [person],
        ssd_involvements: [involvement],
        ssd_cla_episodes: [episode],
        ssd_cla_placement: placements,
      };
    });
}

/** In care in two episodes, placed about 14 months in, adopted within three years of D; sometimes adopted twice. */
export function adoptedStory(world: World, id: string): fc.Arbitrary<Story> {
  const asAt = lastDayOf(world.month);
  const caseClosed = (on: string): Row => ({
    cine_person_id: id,
    cine_referral_date: addMonths(asAt, -60),
    cine_close_date: on,
    cine_referral_nfa: false,
    cine_referral_team: null,
  });
  const once = (claId: string) =>
    fc
      .record({
        ended: fc.oneof(monthsBefore(asAt, 0, 12, 35, 36), monthsBefore(asAt, 1, 3, 6, 8, 10)),
        inCare: fc.integer({ min: 16, max: 30 }),
        given: orNull(dayOrTwo, 70),
        reason: code([3, 'E11'], [3, 'E12'], [1, 'X1']),
        placedAfter: fc.tuple(weighted([5, 14], [1, 0], [2, 9]), dayOrTwo),
        order: orNull(fc.integer({ min: 0, max: 12 }), 12),
        matched: orNull(fc.integer({ min: 0, max: 14 }), 12),
        byCarer: flag(35),
        named: weighted<string | null>([5, claId], [4, null], [1, 'unknown/1']),
        placedUnknown: fc.nat(9),
        closed: orNull(fc.tuple(fc.constantFrom(0, 6, 6, 3), dayOrTwo), 40),
      })
      .map(
        ({
          ended,
          inCare,
          given,
          reason,
          placedAfter,
          order,
          matched,
          byCarer,
          named,
          placedUnknown,
          closed,
        }): Story => {
          const start = addMonths(ended, -inCare);
          const middle = addMonths(start, 6);
          const entered = given === null ? null : addDays(start, given);
          const placed = addDays(addMonths(entered ?? start, placedAfter[0]), placedAfter[1]);
          const episode = (from: string, to: string, why: string): Row => ({
            clae_person_id: id,
            clae_cla_episode_start_date: from,
            clae_cla_episode_start_reason: why === 'X1' ? 'S' : 'P',
            clae_cla_episode_ceased_date: to,
            clae_cla_episode_ceased_reason: why,
            clae_cla_id: claId,
            clae_entered_care_date: why === 'X1' ? null : entered,
          });
          const permanence: Row = {
            perm_person_id: id,
            perm_cla_id: named,
            perm_placement_order_date: order === null ? null : addMonths(start, order),
            perm_matched_date: matched === null ? null : addMonths(start, matched),
            perm_placed_for_adoption_date: placedUnknown === 0 ? null : placed,
            perm_adopted_by_carer_flag: byCarer,
            perm_placed_foster_carer_date: placedUnknown === 1 ? null : addDays(placed, -40),
          };
          return {
            ssd_cla_episodes: [episode(start, middle, 'X1'), episode(middle, ended, reason)],
            ssd_permanence: [permanence],
            ssd_cin_episodes: closed === null ? [] : [caseClosed(addDays(addMonths(ended, closed[0]), closed[1]))],
          };
        },
      );
  return fc
    .record({
      person: personRow(asAt, id),
      involvement: involvementRow(world, id, addMonths(asAt, -72)),
      first: once(`${id}/1`),
      second: fc.option(once(`${id}/2`), { freq: 3 }),
    })
    .map(({ person, involvement, first, second }) =>
      together([{ ssd_person: [person], ssd_involvements: [involvement] }, first, second ?? {}]),
    );
}

/** The rows of several sets of tables, one after another. */
export function together(parts: readonly Tables[]): Tables {
  const names = new Set(parts.flatMap((part) => Object.keys(part)));
  return Object.fromEntries([...names].map((name) => [name, parts.flatMap((part) => part[name] ?? [])]));
}
