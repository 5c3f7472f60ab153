/**
 * The synthetic agency: a national family court service made up from a seed, which keeps none of the tables of a children's
 * service. The same options give the same bytes on every machine; nothing here reads a clock.
 */
export { agencyCode, serviceAreas, teams } from './organisation.ts';
export { type AgencyOptions, writeAgency } from './write-agency.ts';
