/** A service area and how it works; shares are of the agency's requests, chances from 0 to 1. */
export interface ServiceArea {
  readonly code: string;
  readonly area: 'NORTH' | 'CENTRAL' | 'SOUTH';
  readonly teams: number;
  /** Its part of the agency's work, in hundredths. */
  readonly share: number;
  /** Chance that a section 31 request is allocated within 2 working days. */
  readonly prompt: number;
  /** Chance that a dispute-resolution meeting ends in agreement. */
  readonly agreement: number;
  /** Chance that a service user on a closed case gives a diversity form. */
  readonly forms: number;
}

export interface Team {
  readonly id: string;
  /** Its place among all teams, from 0. */
  readonly number: number;
  readonly serviceArea: ServiceArea;
  /** Its part of the agency's work, 0 to 1. */
  readonly share: number;
  /** Weeks that its section 7 reports take on average. */
  readonly filingWeeks: number;
}

/** The code of the whole agency. */
export const agencyCode = 'X20000001';

type Line = readonly [string, ServiceArea['area'], number, number, number, number, number];

const lines: readonly Line[] = [
  ['N1', 'NORTH', 1, 4.4, 0.86, 0.66, 0.53],
  ['N2', 'NORTH', 1, 4.4, 0.74, 0.64, 0.7],
  ['N3', 'NORTH', 1, 4.8, 0.72, 0.62, 0.74],
  ['N4', 'NORTH', 1, 4.6, 0.72, 0.66, 0.84],
  ['N5', 'NORTH', 2, 5.6, 0.7, 0.7, 0.8],
  ['N6', 'NORTH', 2, 4.6, 0.79, 0.68, 0.96],
  ['N7', 'NORTH', 2, 5.8, 0.75, 0.66, 0.97],
  ['N8', 'NORTH', 2, 5.8, 0.77, 0.7, 0.82],
  ['C1', 'CENTRAL', 2, 4.8, 0.83, 0.66, 0.93],
  ['C2', 'CENTRAL', 2, 4.8, 0.8, 0.67, 0.92],
  ['C3', 'CENTRAL', 1, 3.8, 0.84, 0.63, 0.93],
  ['C4', 'CENTRAL', 1, 3.8, 0.975, 0.66, 0.95],
  ['C5', 'CENTRAL', 3, 5.8, 0.73, 0.63, 0.89],
  ['C6', 'CENTRAL', 2, 4.8, 0.78, 0.72, 0.93],
  ['S1', 'SOUTH', 2, 4.4, 0.8, 0.66, 0.96],
  ['S2', 'SOUTH', 1, 3.8, 0.82, 0.81, 0.6],
  ['S3', 'SOUTH', 5, 11.4, 0.72, 0.64, 0.59],
  ['S4', 'SOUTH', 1, 2.9, 0.88, 0.66, 0.99],
  ['S5', 'SOUTH', 1, 4.2, 0.66, 0.66, 0.96],
  ['S6', 'SOUTH', 2, 3.6, 0.8, 0.68, 0.78],
  ['S7', 'SOUTH', 1, 2, 0.86, 0.7, 0.97],
];

export const serviceAreas: readonly ServiceArea[] = lines.map(
  ([code, area, teams, share, prompt, agreement, forms]) => ({ code, area, teams, share, prompt, agreement, forms }),
);

const all = serviceAreas.reduce((sum, { share }) => sum + share, 0);
/** Average filing times of the teams in order: some meet the standard, most are on the way, some are far from it. */
const filingWeeks = [13.4, 17.2, 19.0, 14.1, 10.6, 15.2, 11.2, 17.9, 14.6];

/** The 36 teams, each with an equal part of its service area's work. */
export const teams: readonly Team[] = serviceAreas
  .flatMap((serviceArea) =>
    Array.from({ length: serviceArea.teams }, (_, index) => ({ serviceArea, id: `${serviceArea.code}T${index + 1}` })),
  )
  .map(({ serviceArea, id }, number) => ({
    id,
    number,
    serviceArea,
    share: serviceArea.share / serviceArea.teams / all,
    filingWeeks: filingWeeks[number % filingWeeks.length] ?? 14,
  }));
