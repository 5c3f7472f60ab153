import type { Category } from '../categories/match.ts';

/** The categories of the lists of children looked after, care leavers and adoption, in the codes of the SSD. */

export const legalStatus: Category = {
  codes: {
    C1: 'Interim care order',
    C2: 'Full care order',
    D1: 'Freed for adoption',
    E1: 'Placement order granted',
    V2: 'Accommodated under section 20',
    V3: 'Accommodated under an agreed series of short breaks, each recorded separately',
    V4: 'Accommodated under an agreed series of short breaks, agreements recorded',
    L1: 'Under police protection',
    L2: 'Emergency protection order',
    L3: 'Child assessment order',
    J1: 'Remanded to LA or youth detention',
    J2: 'LA accommodation under PACE',
    J3: 'Sentenced to youth rehabilitation order with residence requirement',
  },
  spellings: {
    C1: ['Interim care orders', 'ICO', 'Interim care order (ICO)'],
    C2: ['Full care orders', 'FCO', 'Care order', 'Section 31: care order', 'Section 31 care order'],
    D1: ['Freeing order granted', 'Freed for Adoption'],
    E1: ['Placement order', 'PO', 'Placement order (PO)'],
    V2: [
      'Accommodated under S20',
      'Section 20',
      'S20',
      'Single period of accommodation under section 20',
      'Single period of accommodation under S20',
      'Single period of accommodation',
    ],
    L1: ['Police protection', 'Police protection order', 'Under police protection, in local authority accommodation'],
    L2: ['EPO', 'Emergency protection order (EPO)'],
    J2: ['Detained (PACE)'],
    J3: ['Youth rehabilitation order'],
  },
  groups: [
    'Detained on child protection grounds in LA accommodation',
    'Detained on child protection grounds in LA accomodation',
    'Youth justice legal statuses',
  ],
};

export const ceased: Category = {
  codes: {
    E11: 'Adopted - application unopposed',
    E12: 'Adopted - consent dispensed with by the court',
    E2: 'Died',
    E3: 'Care taken over by another LA in the UK',
    E4A: 'Returned home to live with parents, planned',
    E4B: 'Returned home to live with parents, unplanned',
    E13: 'Left care to live with parents, relatives or other person with no parental responsibility',
    E41: 'Residence order granted',
    E43: 'Special guardianship order to former foster carer, before 2019',
    E44: 'Special guardianship order to another carer, before 2019',
    E45: 'Special guardianship order - relative or friend who was the foster carer',
    E46: 'Special guardianship order - former foster carer not a relative or friend',
    E47: 'Special guardianship order - relative or friend',
    E48: 'Special guardianship order - other carer',
    E5: 'Moved into independent living with support',
    E6: 'Moved into independent living without support',
    E7: 'Transferred to residential care funded by adult social services',
    E9: 'Sentenced to custody',
    E14: 'Accommodation on remand ended',
    E15: 'Age assessment determined child was 18 or over',
    E16: 'Child moved abroad',
    E17: 'Aged 18 or over and stayed with current carers',
    E8: 'Care ceased for any other reason',
  },
  spellings: {
    E3: ['Care taken by another LA', 'Care taken over by another LA'],
    E41: ['Residence order or child arrangements order granted', 'Child arrangements order'],
    E16: ['Moved abroad'],
  },
  groups: [
    'Adopted',
    'Returned home to live with parents or relatives',
    'Return home to live with parents, relatives or other person with parental responsibility',
    'Special Guardianship Orders',
    'Special guardianship order',
    'Moved into independent living',
  ],
};

export const placement: Category = {
  codes: {
    A3: 'Placed for adoption with consent with current foster carer',
    A4: 'Placed for adoption with consent not with current foster carer',
    A5: 'Placed for adoption with placement order with current foster carer',
    A6: 'Placed for adoption with placement order not with current foster carer',
    H5: "Residential accommodation not subject to children's homes regulations",
    K1: "Secure children's homes",
    K2: "Children's homes",
    K3: 'Supported accommodation for young people aged 16 and over',
    P1: 'Placed with parents',
    P2: 'Independent living',
    P3: 'Residential employment',
    R1: 'Residential care home',
    R2: 'NHS/Health Trust',
    R3: 'Family centre or mother and baby unit',
    R5: 'Young offender institution',
    S1: 'Residential school',
    T0: 'Temporary placement',
    T1: 'Temporary periods in hospital',
    T2: 'Temporary absences of the child on holiday',
    T3: 'Temporary accommodation while the foster carer is on holiday',
    T4: 'Temporary accommodation of seven days or less',
    U1: 'Foster placement with relative or friend - long term',
    U2: 'Foster placement with relative or friend who is also an approved adopter - FFA',
    U3: 'Foster placement with relative or friend - not long term or FFA',
    U4: 'Foster placement with other foster carer - long term',
    U5: 'Foster placement with other foster carer who is also an approved adopter - FFA',
    U6: 'Foster placement with other foster carer - not long term or FFA',
    Z1: 'Other placements',
    Z11: 'Other placement, first group from 2026',
    Z12: 'Other placement, second group from 2026',
    Z13: 'Other placement, third group from 2026',
    Z14: 'Other placement, fourth group from 2026',
  },
  spellings: {
    H5: ['Residential accommodation', "Residential accommodation not subject to 'Children's homes regulations'"],
    K1: ["Secure children's home", 'Secure unit'],
    K2: ["Children's home", "Homes subject to children's homes regulations"],
    P1: ['Placed with own parents'],
    R1: ['Residential care homes'],
    R2: ['NHS/Health Trust or other providing medical/nursing care'],
    R5: ['YOI', 'Young offender institution (YOI)', 'Young offenders institution or prison'],
    S1: ['Residential schools', 'Residential school (not dual registered)'],
    T0: ['All types of temporary move'],
    Z1: ['Other placement'],
  },
  groups: [
    'Foster placement',
    'Foster placements',
    'Placed for adoption',
    'Foster placement with relative or friend',
    'Foster placement with other foster carer',
  ],
};

export const provider: Category = {
  codes: {
    PR0: 'Parents or other person with parental responsibility',
    PR1: 'Own provision',
    PR2: 'Other local authority provision',
    PR3: 'Other public provision',
    PR4: 'Private provision',
    PR5: 'Voluntary/third sector provision',
  },
  spellings: {
    PR0: ['Parents or other person with PR', 'Parent(s) or other person(s) with PR'],
    PR1: ['Own LA', 'Own provision by LA'],
    PR4: ['Private'],
    PR5: ['Voluntary/third sector', 'Voluntary'],
  },
  groups: ['Other'],
};

export const inTouch: Category = {
  codes: {
    YES: 'In touch',
    NO: 'Not in touch',
    DIED: 'Died after leaving care',
    REFU: 'Refuses contact',
    NREQ: 'No longer requires services',
    RHOM: 'Returned home for six months or more',
  },
  spellings: {
    REFU: ['Young person refuses contact', 'Refused contact'],
    NREQ: ['Young person no longer requires services'],
    RHOM: ['Young person returned home'],
  },
  groups: ['Exclude'],
  nothing: ['Not recorded', 'Not known'],
};

export const accommodation: Category = {
  codes: {
    B: 'With parents or relatives',
    C: 'Community home',
    D: 'Semi-independent transitional accommodation',
    E: 'Supported lodgings',
    G: 'Gone abroad',
    H: 'Deported',
    K: 'Ordinary lodgings',
    R: 'Residence not known',
    S: 'No fixed abode / homeless',
    T: 'Foyers',
    U: 'Independent living',
    V: 'Emergency accommodation',
    W: 'Bed and breakfast',
    X: 'In custody',
    Y: 'Other accommodation',
    Z: 'With former foster carer',
    '0': 'Not known or not applicable',
  },
  spellings: {
    C: ['Community home or residential care', 'Community home or other form of residential care'],
    S: ['Homeless', 'No fixed abode'],
    T: ['Foyer', 'Foyer or supported accommodation'],
  },
};

export const suitability: Category = {
  codes: { '1': 'Suitable', '2': 'Not suitable' },
  spellings: { '1': ['Suitable accommodation', 'Yes'], '2': ['Unsuitable', 'Unsuitable accommodation', 'No'] },
  nothing: ['Not in touch or not recorded', 'Not recorded', 'Exclude'],
};

export const activity: Category = {
  codes: {
    F1: 'Full time in higher education',
    P1: 'Part time in higher education',
    F2: 'Full time in education other than higher',
    P2: 'Part time in education other than higher',
    F3: 'Full time in training or employment',
    P3: 'Part time in training or employment',
    F4: 'Young person engaged full time in an apprenticeship',
    P4: 'Young person engaged part time in an apprenticeship',
    F5: 'Young person engaged full time in training or employment (not apprenticeship)',
    P5: 'Young person engaged part time in training or employment (not apprenticeship)',
    G4: 'Not in education, employment or training - illness or disability',
    G5: 'Not in education, employment or training - other',
    G6: 'Not in education, employment or training - pregnancy or parenting',
    '0': 'Not known or not applicable',
  },
};

export const reversal: Category = {
  codes: {
    RD1: "Child's needs changed",
    RD2: 'Court did not make a PO',
    RD3: 'Prospective adopters cannot be found',
    RD4: 'Any other reason',
  },
  spellings: {
    RD1: ["The child's needs changed subsequent to the decision"],
    RD2: ['Court did not make a placement order', 'The court did not make a placement order'],
    RD3: ['Prospective adopters could not be found'],
    RD4: ['Other'],
  },
};

/** Why a prospective adopter left the process. */
export const leftAdoption: Category = {
  codes: { withdrew: 'Withdrew', 'on-hold': 'Process on hold', refused: 'Application refused' },
  spellings: {
    withdrew: ['Withdrawn', 'Adopter withdrew', 'Application withdrawn'],
    'on-hold': ['On hold'],
    refused: ['Not approved', 'Application not approved'],
  },
};
