import type { Column } from '../../pack/index.ts';
import type { TableSchema } from '../read-table.ts';
import { returnCodes } from './codes.ts';

/** One file of the return: its standard names, its columns, and the dataset that its findings touch. */
export interface ReturnFile extends TableSchema {
  /** File names without their ending, in lower case. */
  readonly names: readonly string[];
}

const plain = (type: Column['type'], personal = false): Column => ({ type, personal, planned: false });
const child = plain('id', true);
const day = plain('date');
const born = plain('date', true);
const yesNo = plain('yes-no');
const number = plain('integer');
const postcode = plain('text', true);

function code(list: keyof typeof returnCodes): Column {
  const codes = Object.fromEntries(returnCodes[list].split(' ').map((name) => [name, name]));
  return { ...plain('code'), codes };
}

/** The files by the name they have in this room. A row that stands in a file twice is refused the second time. */
export const returnFiles = {
  header: {
    id: 'ssd_person',
    title: 'the header file',
    names: ['header'],
    key: ['CHILD'],
    columns: {
      CHILD: child,
      SEX: code('SEX'),
      DOB: born,
      ETHNIC: code('ETHNIC'),
      UPN: plain('id', true),
      MOTHER: number,
      MC_DOB: born,
    },
  },
  episodes: {
    id: 'ssd_cla_episodes',
    title: 'the episodes file',
    names: ['episodes'],
    key: 'whole-row',
    columns: {
      CHILD: child,
      DECOM: day,
      RNE: code('RNE'),
      LS: code('LS'),
      CIN: code('CIN'),
      PLACE: code('PLACE'),
      PLACE_PROVIDER: code('PLACE_PROVIDER'),
      DEC: day,
      REC: code('REC'),
      REASON_PLACE_CHANGE: code('REASON_PLACE_CHANGE'),
      HOME_POST: postcode,
      PL_POST: postcode,
      URN: plain('id'),
    },
  },
  reviews: {
    id: 'ssd_cla_reviews',
    title: 'the reviews file',
    names: ['reviews'],
    key: 'whole-row',
    columns: { CHILD: child, DOB: born, REVIEW: day, REVIEW_CODE: code('REVIEW_CODE') },
  },
  uasc: {
    id: 'ssd_immigration_status',
    title: 'the file of unaccompanied children',
    names: ['uasc'],
    key: ['CHILD'],
    columns: { CHILD: child, SEX: code('SEX'), DOB: born, DUC: day },
  },
  oc2: {
    id: 'ssd_cla_health',
    title: 'the OC2 file',
    names: ['oc2'],
    key: ['CHILD'],
    columns: {
      CHILD: child,
      DOB: born,
      SDQ_SCORE: number,
      SDQ_REASON: code('SDQ_REASON'),
      CONVICTED: yesNo,
      HEALTH_CHECK: yesNo,
      IMMUNISATIONS: yesNo,
      TEETH_CHECK: yesNo,
      HEALTH_ASSESSMENT: yesNo,
      SUBSTANCE_MISUSE: yesNo,
      INTERVENTION_RECEIVED: yesNo,
      INTERVENTION_OFFERED: yesNo,
    },
  },
  oc3: {
    id: 'ssd_care_leavers',
    title: 'the OC3 file',
    names: ['oc3'],
    key: ['CHILD'],
    columns: { CHILD: child, DOB: born, IN_TOUCH: code('IN_TOUCH'), ACTIV: code('ACTIV'), ACCOM: code('ACCOM') },
  },
  ad1: {
    id: 'ssd_permanence',
    title: 'the AD1 file',
    names: ['ad1'],
    key: ['CHILD'],
    columns: {
      CHILD: child,
      DOB: born,
      DATE_INT: day,
      DATE_MATCH: day,
      FOSTER_CARE: yesNo,
      NB_ADOPTR: number,
      SEX_ADOPTR: code('SEX_ADOPTR'),
      LS_ADOPTR: code('LS_ADOPTR'),
    },
  },
  placed_adoption: {
    id: 'ssd_permanence',
    title: 'the file of children placed for adoption',
    names: ['placed_for_adoption', 'placed_adoption', 'placedadoption'],
    key: 'whole-row',
    columns: {
      CHILD: child,
      DOB: born,
      DATE_PLACED: day,
      DATE_PLACED_CEASED: day,
      REASON_PLACED_CEASED: code('REASON_PLACED_CEASED'),
    },
  },
  prev_perm: {
    id: 'ssd_cla_previous_permanence',
    title: 'the file of previous permanence',
    names: ['previous_permanence', 'prev_perm', 'prevperm'],
    key: ['CHILD'],
    columns: {
      CHILD: child,
      DOB: born,
      PREV_PERM: code('PREV_PERM'),
      LA_PERM: plain('text'),
      // Parts of it may be unknown, as in zz/07/2019: it is no date.
      DATE_PERM: plain('text'),
    },
  },
  missing: {
    id: 'ssd_missing',
    title: 'the missing file',
    names: ['missing'],
    key: 'whole-row',
    columns: { CHILD: child, DOB: born, MISSING: code('MISSING'), MIS_START: day, MIS_END: day },
  },
  sw_episodes: {
    id: 'ssd_involvements',
    title: 'the file of social workers',
    names: ['sw_episodes', 'social_worker', 'swepisodes'],
    key: 'whole-row',
    columns: {
      CHILD: child,
      DOB: born,
      SW_ID: plain('id'),
      SW_DECOM: day,
      SW_DEC: day,
      SW_REASON: code('SW_REASON'),
    },
  },
  dolo: {
    id: 'ssd_legal_status',
    title: 'the file of deprivation of liberty orders',
    names: ['dolo'],
    key: 'whole-row',
    columns: { CHILD: child, DOB: born, DOLO_START: day, DOLO_END: day },
  },
} as const satisfies Record<string, ReturnFile>;

export type ReturnFileName = keyof typeof returnFiles;
