import type { Column } from '../../pack/index.ts';
import type { Category } from '../categories/match.ts';
import * as care from './care-categories.ts';
import { abuse, closeReason, ethnicity, need, sex, source, yesNo } from './categories.ts';

/** A column of a list: how it is read, and in what other words its heading comes. */
export interface ListColumn extends Column {
  readonly category?: Category;
  /** Headings that mean it, beside the standard's. */
  readonly also?: RegExp;
}

/** One of the 11 lists of Annex A. */
export interface AnnexList {
  readonly number: number;
  readonly title: string;
  /** The dataset that its findings touch. */
  readonly dataset: string;
  /** Its columns by their headings, as the standard has them. */
  readonly columns: Readonly<Record<string, ListColumn>>;
}

const plain = (type: Column['type'], personal = false): ListColumn => ({ type, personal, planned: false });
const day = plain('date');
const text = plain('text');
const number = plain('integer');
const words = (category: Category): ListColumn => ({ ...text, category });
const flag = words(yesNo);

const childId = {
  'Child Unique ID': { ...plain('id', true), also: /\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b/i },
};
const familyId = { 'Family identifier': { ...plain('id', true), also: /^family (id|number|no)$/i } };
const about = {
  Gender: { ...words(sex), also: /^sex$/i },
  Ethnicity: { ...words(ethnicity), also: /^ethnic (group|origin|code)$/i },
  'Date of Birth': { ...plain('date', true), also: /\bdate\b.*\bbirth\b|^dob$/i },
  'Age of Child (Years)': { ...plain('decimal'), also: /\bage\b/i },
};
const child = { ...childId, ...about };
const disability = { 'Does the Child have a Disability': flag };
const allocated = { 'Allocated Team': plain('id'), 'Allocated Worker': plain('id', true) };

/** The lists, by their number. Headings are those of the inspectorate's template, in its order. */
export const annexLists: readonly AnnexList[] = [
  {
    number: 1,
    title: 'list 1, contacts',
    dataset: 'ssd_contacts',
    columns: {
      ...child,
      'Date of Contact': { ...day, also: /\bdate\b.*\bcontact\b/i },
      'Contact Source': { ...words(source), also: /\bcontact\b.*\bsource\b|\bsource\b.*\bcontact\b/i },
    },
  },
  {
    number: 2,
    title: 'list 2, early help assessments',
    dataset: 'ssd_early_help_episodes',
    columns: {
      ...child,
      'Assessment start date': day,
      'Assessment completion date': day,
      'Organisation completing assessment': text,
    },
  },
  {
    number: 3,
    title: 'list 3, referrals',
    dataset: 'ssd_cin_episodes',
    columns: {
      ...child,
      'Date of referral': { ...day, also: /\bdate\b.*\breferral\b/i },
      'Referral Source': { ...words(source), also: /\breferral\b.*\bsource\b|\bsource\b.*\breferral\b/i },
      'Referral NFA?': flag,
      'Number of Referrals in Last 12 Months': number,
      ...allocated,
    },
  },
  {
    number: 4,
    title: 'list 4, assessments',
    dataset: 'ssd_cin_assessments',
    columns: {
      ...child,
      ...disability,
      'Continuous Assessment Start Date': day,
      'Child Seen During Continuous Assessment': flag,
      'Continuous Assessment Date of Authorisation': day,
      "Was the child assessed as requiring LA children's social care support?": {
        ...flag,
        also: /\bwas the child assessed\b.*\bsocial care support\b/i,
      },
      ...allocated,
    },
  },
  {
    number: 5,
    title: 'list 5, section 47 enquiries and initial conferences',
    dataset: 'ssd_s47_enquiry',
    columns: {
      ...child,
      ...disability,
      'Strategy discussion initiating Section 47 Enquiry Start Date': day,
      'Was an Initial Child Protection Conference deemed unnecessary?': flag,
      'Date of Initial Child Protection Conference': day,
      'Did the Initial Child Protection Conference Result in a Child Protection Plan': flag,
      'Number of Section 47 Enquiries in the last 12 months': number,
      'Number of ICPCs in the last 12 months': number,
      ...allocated,
    },
  },
  {
    number: 6,
    title: 'list 6, children in need',
    dataset: 'ssd_cin_episodes',
    columns: {
      ...child,
      ...disability,
      'CIN Start Date': day,
      'Primary Need Code': words(need),
      'Date Child Was Last Seen': day,
      'CIN Closure Date': day,
      'Reason for Closure': words(closeReason),
      'Case Status': text,
      ...allocated,
    },
  },
  {
    number: 7,
    title: 'list 7, child protection plans',
    dataset: 'ssd_cp_plans',
    columns: {
      ...child,
      ...disability,
      'Child Protection Plan Start Date': day,
      'Initial Category of Abuse': words(abuse),
      'Latest Category of Abuse': words(abuse),
      'Date of the Last Statutory Visit': day,
      'Was the Child Seen Alone?': flag,
      'Date of latest review conference': day,
      'Child Protection Plan End Date': day,
      'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)': {
        ...flag,
        also: /\bsubject to emergency protection order\b/i,
      },
      'Number of Previous Child Protection Plans': number,
      ...allocated,
    },
  },
  {
    number: 8,
    title: 'list 8, children looked after',
    dataset: 'ssd_cla_episodes',
    columns: {
      ...child,
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)': {
        ...flag,
        also: /\bunaccompanied asylum seeking child\b/i,
      },
      ...disability,
      'Date Started to be Looked After': day,
      "Child's Category of Need": words(need),
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)': {
        ...flag,
        also: /\bsecond or subsequent\b.*\blooked after\b/i,
      },
      'Start date of current legal status': day,
      "Child's Legal Status": words(care.legalStatus),
      'Date of Latest Statutory Review': day,
      'Date of Last Social Work Visit': day,
      'What is the permanence plan for this child?': text,
      'Date of Last IRO Visit / Contact to the Child': day,
      'Date of Last Health Assessment': day,
      'Date of Last Dental Check': day,
      'Number of Placements in the Last 12 months': number,
      'Date Ceased to be Looked After': day,
      'Reason Ceased to be Looked After': words(care.ceased),
      'Start Date of Most Recent Placement': day,
      'Placement Type': words(care.placement),
      'Placement Provider': words(care.provider),
      'Placement postcode': plain('text', true),
      'URN of Placement': plain('id'),
      'Placement Location': text,
      'LA of Placement': text,
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": {
        ...number,
        also: /\bnumber of episodes\b.*\bmissing\b/i,
      },
      "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": {
        ...number,
        also: /\bnumber of episodes\b.*\babsent\b/i,
      },
      'Was the child offered a Return Interview after their last missing episode (Y/N)?': text,
      'Did the child accept a Return Interview after their last missing episode (Y/N)?': text,
      ...allocated,
    },
  },
  {
    number: 9,
    title: 'list 9, leaving care services',
    dataset: 'ssd_care_leavers',
    columns: {
      ...child,
      'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)': {
        ...flag,
        also: /\bunaccompanied asylum seeking child\b/i,
      },
      ...disability,
      ...allocated,
      'Allocated Personal Advisor': plain('text', true),
      'Eligibility Category': text,
      'Latest Pathway Plan Review Date': day,
      'LA in Touch': words(care.inTouch),
      'Latest Date of Contact': day,
      'Type of Accommodation': words(care.accommodation),
      'Suitability of Accommodation': words(care.suitability),
      'Activity Status': words(care.activity),
    },
  },
  {
    number: 10,
    title: 'list 10, children with a decision for adoption',
    dataset: 'ssd_permanence',
    columns: {
      ...childId,
      ...familyId,
      ...about,
      ...disability,
      'Date the Child Entered Care': day,
      'Date of Decision that Child Should be Placed for Adoption': day,
      'Date of Placement Order': day,
      'Date of Matching Child and Prospective Adopters': day,
      'Date Placed for Adoption': day,
      'Date of Adoption Order': day,
      'Date of Decision that Child Should No Longer be Placed for Adoption': day,
      'Reason Why Child No Longer Placed for Adoption': words(care.reversal),
      'Date the child was placed for fostering in FFA or concurrent planning placement': day,
    },
  },
  {
    number: 11,
    title: 'list 11, prospective adopters',
    dataset: 'prospective_adopters',
    columns: {
      'Individual adopter identifier': {
        ...plain('id', true),
        also: /\badopter\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\badopter\b/i,
      },
      ...familyId,
      Gender: about.Gender,
      Ethnicity: about.Ethnicity,
      Disability: flag,
      'Is the (prospective) adopter fostering for adoption?': flag,
      'Date enquiry received': day,
      'Date Stage 1 started': day,
      'Date Stage 1 ended': day,
      'Date Stage 2 started': day,
      'Date Stage 2 ended': day,
      'Date application submitted': day,
      'Date application approved': day,
      'Date adopter matched with child(ren)': day,
      'Date child/children placed with adopter(s)': day,
      'No. of children placed': number,
      'Date of Adoption Order': day,
      'Date of leaving adoption process': day,
      'Reason for leaving adoption process': words(care.leftAdoption),
    },
  },
];

/** The list of a number. */
export function listOf(number: number): AnnexList {
  const list = annexLists.find((candidate) => candidate.number === number);
  if (!list) throw new Error(`Annex A has no list ${number}`);
  return list;
}
