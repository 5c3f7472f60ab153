import type { XmlShape } from '../xml/index.ts';

/** A column of the same name as its element. */
const named = (...elements: readonly string[]) => Object.fromEntries(elements.map((element) => [element, element]));

const identifiers = named(
  'UPN',
  'FormerUPN',
  'UPNunknown',
  'PersonBirthDate',
  'ExpectedPersonBirthDate',
  'Sex',
  'GenderCurrent',
  'PersonDeathDate',
);
const child = { LAchildID: 'ChildIdentifiers/LAchildID' };
/** The numbers by which the rows of a child hang together: its own element, the referral around it, and so on. */
const within = (...around: readonly string[]) => Object.fromEntries(around.map((name, depth) => [`_${name}`, depth]));

/** The children in need census as XML, all its modules, 2016/17 to 2026/27. */
export const censusShape: XmlShape = {
  title: 'a children in need census',
  units: [
    {
      path: 'Message/Header',
      tables: [
        {
          name: 'header',
          at: [''],
          columns: {
            Year: 'CollectionDetails/Year',
            ReferenceDate: 'CollectionDetails/ReferenceDate',
            LEA: 'Source/LEA',
          },
        },
      ],
      unread: [
        'CollectionDetails/Collection',
        ...['SourceLevel', 'SoftwareCode', 'Release', 'SerialNo', 'DateTime'].map((name) => `Source/${name}`),
      ],
    },
    {
      path: 'Message/Children/Child',
      tables: [
        {
          name: 'child',
          at: [''],
          columns: {
            ...child,
            ...Object.fromEntries(Object.keys(identifiers).map((name) => [name, `ChildIdentifiers/${name}`])),
            Ethnicity: 'ChildCharacteristics/Ethnicity',
          },
          numbers: within('child'),
        },
        {
          name: 'disability',
          at: ['ChildCharacteristics/Disabilities/Disability'],
          columns: { Disability: '.' },
          inherited: child,
          numbers: within('child'),
        },
        {
          name: 'referral',
          at: ['CINdetails'],
          columns: named(
            'CINreferralDate',
            'ReferralSource',
            'PrimaryNeedCode',
            'CINclosureDate',
            'ReasonForClosure',
            'DateOfInitialCPC',
            'ReferralNFA',
          ),
          inherited: child,
          numbers: within('child', 'referral'),
        },
        {
          name: 'assessment',
          at: ['CINdetails/Assessments'],
          columns: named('AssessmentActualStartDate', 'AssessmentInternalReviewDate', 'AssessmentAuthorisationDate'),
          inherited: child,
          numbers: within('child', 'referral', 'assessment'),
        },
        {
          name: 'factor',
          at: ['CINdetails/Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors'],
          columns: { AssessmentFactors: '.' },
          inherited: child,
          numbers: within('child', 'referral', 'assessment'),
        },
        {
          name: 'need_plan',
          at: ['CINdetails/CINPlanDates'],
          columns: named('CINPlanStartDate', 'CINPlanEndDate'),
          inherited: child,
          numbers: within('child', 'referral', 'plan'),
        },
        {
          name: 'enquiry',
          at: ['CINdetails/Section47'],
          columns: named('S47ActualStartDate', 'InitialCPCtarget', 'DateOfInitialCPC', 'ICPCnotRequired'),
          inherited: child,
          numbers: within('child', 'referral', 'enquiry'),
        },
        {
          name: 'protection_plan',
          at: ['CINdetails/ChildProtectionPlans'],
          columns: named(
            'CPPstartDate',
            'CPPendDate',
            'InitialCategoryOfAbuse',
            'LatestCategoryOfAbuse',
            'NumberOfPreviousCPP',
          ),
          inherited: child,
          numbers: within('child', 'referral', 'plan'),
        },
        {
          name: 'protection_review',
          at: [
            'CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate',
            'CINdetails/ChildProtectionPlans/CPPreviewDate',
          ],
          columns: { CPPreviewDate: '.' },
          inherited: child,
          numbers: within('child', 'referral', 'plan', 'review'),
        },
        {
          name: 'proceedings',
          at: ['CINdetails/PreProceedingsandFGDM'],
          columns: named(
            'PPStartDate',
            'LBPSentDate',
            'FGDMMeetingOffer',
            'FGDMMeetingFac',
            'InitialPPMeetingDate',
            'ReviewMeetingsCount',
            'StepDecisionDate',
            'PPOutcome',
            'CourtAppDate',
            'LetterInitCPDate',
          ),
          inherited: child,
          numbers: within('child', 'referral', 'proceedings'),
        },
      ],
    },
  ],
};
