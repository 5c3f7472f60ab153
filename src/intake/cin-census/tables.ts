import type { Column, Pack } from '../../pack/index.ts';
import type { TableSchema } from '../read-table.ts';
import { factors, sexes } from './codes.ts';

const plain = (type: Column['type'], personal = false): Column => ({ type, personal, planned: false });
const id = plain('id', true);
const day = plain('date');
const born = plain('date', true);
const yesNo = plain('yes-no');
const number = plain('integer');
/** The number of an element around the row. */
const around = (title: string): Column => ({ ...number, title });
const code = (codes: Readonly<Record<string, string>>): Column => ({ ...plain('code'), codes });

/** The raw tables of a census. Codes are those that the pack knows of the columns they fill. */
export function censusTables(pack: Pack): Readonly<Record<string, TableSchema>> {
  const listed = (dataset: string, column: string) => code(pack.datasets.get(dataset)?.columns[column]?.codes ?? {});
  const table = (schema: Omit<TableSchema, 'title'>): TableSchema => ({ ...schema, title: 'the census' });
  const referral = { LAchildID: id, _child: around('child'), _referral: around('referral') };
  const category = listed('ssd_cp_plans', 'cppl_cp_plan_latest_category');
  return {
    header: table({
      id: 'ssd_person',
      key: 'whole-row',
      columns: { Year: number, ReferenceDate: day, LEA: plain('id') },
    }),
    child: table({
      id: 'ssd_person',
      key: ['LAchildID'],
      columns: {
        LAchildID: id,
        UPN: id,
        FormerUPN: id,
        UPNunknown: listed('ssd_person', 'pers_upn_unknown'),
        PersonBirthDate: born,
        ExpectedPersonBirthDate: born,
        Sex: code(sexes),
        GenderCurrent: code(sexes),
        PersonDeathDate: born,
        Ethnicity: listed('ssd_person', 'pers_ethnicity'),
        _child: around('child'),
      },
    }),
    disability: table({
      id: 'ssd_disability',
      key: ['Disability', '_child'],
      columns: { LAchildID: id, _child: around('child'), Disability: listed('ssd_disability', 'disa_disability_code') },
    }),
    referral: table({
      id: 'ssd_cin_episodes',
      key: ['_referral'],
      columns: {
        ...referral,
        CINreferralDate: day,
        ReferralSource: listed('ssd_cin_episodes', 'cine_referral_source_code'),
        PrimaryNeedCode: listed('ssd_cin_episodes', 'cine_cin_primary_need_code'),
        CINclosureDate: day,
        ReasonForClosure: listed('ssd_cin_episodes', 'cine_close_reason'),
        DateOfInitialCPC: day,
        ReferralNFA: yesNo,
      },
    }),
    assessment: table({
      id: 'ssd_cin_assessments',
      key: ['_assessment'],
      columns: {
        ...referral,
        _assessment: around('assessment'),
        AssessmentActualStartDate: day,
        AssessmentInternalReviewDate: day,
        AssessmentAuthorisationDate: day,
      },
    }),
    factor: table({
      id: 'ssd_assessment_factors',
      key: ['AssessmentFactors', '_assessment'],
      columns: { ...referral, _assessment: around('assessment'), AssessmentFactors: code(factors) },
    }),
    need_plan: table({
      id: 'ssd_cin_plans',
      key: ['_plan'],
      columns: { ...referral, _plan: around('plan'), CINPlanStartDate: day, CINPlanEndDate: day },
    }),
    enquiry: table({
      id: 'ssd_s47_enquiry',
      key: ['_enquiry'],
      columns: {
        ...referral,
        _enquiry: around('enquiry'),
        S47ActualStartDate: day,
        InitialCPCtarget: day,
        DateOfInitialCPC: day,
        ICPCnotRequired: yesNo,
      },
    }),
    protection_plan: table({
      id: 'ssd_cp_plans',
      key: ['_plan'],
      columns: {
        ...referral,
        _plan: around('plan'),
        CPPstartDate: day,
        CPPendDate: day,
        InitialCategoryOfAbuse: category,
        LatestCategoryOfAbuse: category,
        NumberOfPreviousCPP: number,
      },
    }),
    protection_review: table({
      id: 'ssd_cp_reviews',
      key: ['CPPreviewDate', '_plan'],
      columns: { ...referral, _plan: around('plan'), _review: around('review'), CPPreviewDate: day },
    }),
    proceedings: table({
      id: 'ssd_pre_proceedings',
      key: ['_proceedings'],
      columns: {
        ...referral,
        _proceedings: around('proceedings'),
        PPStartDate: day,
        LBPSentDate: day,
        FGDMMeetingOffer: yesNo,
        FGDMMeetingFac: yesNo,
        InitialPPMeetingDate: day,
        ReviewMeetingsCount: number,
        StepDecisionDate: day,
        PPOutcome: plain('text'),
        CourtAppDate: day,
        LetterInitCPDate: day,
      },
    }),
  };
}
