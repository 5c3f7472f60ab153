import type { ElementKind } from './simple-xml.ts';

const values = (text: string) => text.toLowerCase().split(' ');

/** The elements of a return that are records, as the guide to the return has them. */
export const returnKinds: readonly ElementKind[] = [
  {
    table: 'return_header',
    at: ['expssda903/child/header'],
    values: values('CHILDID SEX DOB ETHNIC UPN MOTHER MC_DOB'),
  },
  {
    table: 'return_episodes',
    at: ['expssda903/child/episode', 'expssda903/child/header/episode'],
    values: values('DECOM RNE LS CIN PL PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN'),
  },
  {
    table: 'return_reviews',
    at: ['expssda903/child/areview', 'expssda903/child/header/areview'],
    values: values('REVIEW REVIEW_CODE'),
  },
  {
    table: 'return_oc2',
    at: ['expssda903/child/oc2', 'expssda903/child/header/oc2'],
    values: values(
      'SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED',
    ),
  },
  {
    table: 'return_missing',
    at: ['expssda903/child/amissing', 'expssda903/child/header/amissing'],
    values: values('MISSING MIS_START MIS_END'),
  },
];

const child = 'message/children/child';
const referral = `${child}/cindetails`;

/** The elements of a census that are records, as the specification of the census has them. */
export const censusKinds: readonly ElementKind[] = [
  {
    table: 'census_child',
    at: [child],
    values: [
      ...values(
        'LAchildID UPN FormerUPN UPNunknown PersonBirthDate ExpectedPersonBirthDate Sex GenderCurrent PersonDeathDate',
      ).map((name) => `childidentifiers/${name}`),
      'childcharacteristics/ethnicity',
    ],
    around: ['cindetails', 'childcharacteristics/disabilities/disability'],
  },
  {
    table: 'census_disability',
    at: [`${child}/childcharacteristics/disabilities/disability`],
    values: [],
  },
  {
    table: 'census_referral',
    at: [referral],
    values: values(
      'CINreferralDate ReferralSource PrimaryNeedCode CINclosureDate ReasonForClosure DateOfInitialCPC ReferralNFA',
    ),
    around: values('Assessments CINPlanDates Section47 ChildProtectionPlans PreProceedingsandFGDM'),
  },
  {
    table: 'census_assessment',
    at: [`${referral}/assessments`],
    values: values('AssessmentActualStartDate AssessmentInternalReviewDate AssessmentAuthorisationDate'),
    around: ['factorsidentifiedatassessment/assessmentfactors'],
  },
  {
    table: 'census_factor',
    at: [`${referral}/assessments/factorsidentifiedatassessment/assessmentfactors`],
    values: [],
  },
  { table: 'census_need_plan', at: [`${referral}/cinplandates`], values: values('CINPlanStartDate CINPlanEndDate') },
  {
    table: 'census_enquiry',
    at: [`${referral}/section47`],
    values: values('S47ActualStartDate InitialCPCtarget DateOfInitialCPC ICPCnotRequired'),
  },
  {
    table: 'census_protection_plan',
    at: [`${referral}/childprotectionplans`],
    values: values('CPPstartDate CPPendDate InitialCategoryOfAbuse LatestCategoryOfAbuse NumberOfPreviousCPP'),
    around: ['reviews/cppreviewdate', 'cppreviewdate'],
  },
  {
    table: 'census_protection_review',
    at: [`${referral}/childprotectionplans/reviews/cppreviewdate`, `${referral}/childprotectionplans/cppreviewdate`],
    values: [],
  },
  {
    table: 'census_proceedings',
    at: [`${referral}/preproceedingsandfgdm`],
    values: values(
      'PPStartDate LBPSentDate FGDMMeetingOffer FGDMMeetingFac InitialPPMeetingDate ReviewMeetingsCount StepDecisionDate PPOutcome CourtAppDate LetterInitCPDate',
    ),
  },
];
