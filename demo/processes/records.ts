import type { County } from '../county.ts';
import { addMonths, ageAt, iso } from '../days.ts';
import type { Child } from '../people.ts';
import { knownBirth } from '../people.ts';
import type { Draw } from '../random.ts';

/** Writes what is known of each child itself: name, birth, family, home, disability, special educational needs. */
export function writePeople(county: County): void {
  for (const child of county.people.children) {
    const draw = county.streams('record', child.number);
    writePerson(county, child, draw);
    county.write('ssd_family', {
      fami_table_id: county.id('FAM'),
      fami_family_id: `F${String(child.family.number).padStart(6, '0')}`,
      fami_person_id: child.id,
    });
    county.write('ssd_address', {
      addr_table_id: county.id('ADR'),
      addr_person_id: child.id,
      addr_address_type: 'Home',
      addr_address_start_date: iso(Math.min(child.noticed, county.asAt)),
      addr_address_postcode: `ZZ${child.family.district + 1} ${(child.family.number % 9) + 1}${'ABDEFGHJLN'[child.family.number % 10]}${'PQRSTUWXYZ'[child.family.number % 7]}`,
    });
    if (child.disability !== null) {
      county.write('ssd_disability', {
        disa_person_id: child.id,
        disa_table_id: county.id('DIS'),
        disa_disability_code: child.disability,
      });
      if (draw.chance(0.35)) writePlanForNeeds(county, child, draw);
    }
  }
}

function writePerson(county: County, child: Child, draw: Draw): void {
  const age = ageAt(child.born, county.asAt);
  county.write('ssd_person', {
    pers_person_id: child.id,
    pers_forename: child.born > county.asAt ? 'Unborn' : child.forename,
    pers_surname: child.family.surname,
    pers_sex: child.born > county.asAt ? 'U' : child.sex,
    pers_gender: child.born > county.asAt ? null : child.sex,
    pers_ethnicity: child.family.ethnicity,
    pers_dob: knownBirth(child, county.asAt),
    pers_upn_unknown: age < 4 ? 'UN1' : child.unaccompanied ? 'UN3' : null,
    pers_send_flag: child.disability === null ? 'N' : 'Y',
    pers_expected_dob: child.born > child.noticed ? iso(child.born + draw.whole(-12, 12)) : null,
    pers_death_date: child.died === null ? null : iso(child.died),
    pers_is_mother: 'N',
    pers_nationality: child.unaccompanied ? draw.pick(['AFG', 'ERI', 'IRN', 'SDN', 'SYR', 'VNM']) : 'GBR',
    pers_upn: age < 4 || child.unaccompanied ? null : `Z9${String(10_000_000_000 + child.number)}`,
  });
}

function writePlanForNeeds(county: County, child: Child, draw: Draw): void {
  const asked = addMonths(child.born, draw.whole(36, 150));
  const agreed = asked + draw.whole(110, 260);
  if (agreed > county.asAt || ageAt(child.born, county.asAt) > 22) return;
  const send = county.id('SEN');
  const request = county.id('EHR');
  const assessment = county.id('EHA');
  const plan = county.id('EHP');
  county.write('ssd_send', {
    send_table_id: send,
    send_upn: `Z9${String(10_000_000_000 + child.number)}`,
    send_person_id: child.id,
  });
  county.write('ssd_ehcp_requests', {
    ehcr_ehcp_request_id: request,
    ehcr_send_table_id: send,
    ehcr_ehcp_req_date: iso(asked),
    ehcr_ehcp_req_outcome_date: iso(asked + 40),
    ehcr_ehcp_req_outcome: 'Y',
  });
  county.write('ssd_ehcp_assessment', {
    ehca_ehcp_assessment_id: assessment,
    ehca_ehcp_request_id: request,
    ehca_ehcp_assessment_outcome_date: iso(agreed),
    ehca_ehcp_assessment_outcome: 'Y',
  });
  county.write('ssd_ehcp_named_plan', {
    ehcn_named_plan_id: plan,
    ehcn_ehcp_asmt_id: assessment,
    ehcn_named_plan_start_date: iso(agreed),
  });
  county.write('ssd_ehcp_active_plans', {
    ehcp_active_ehcp_id: plan,
    ehcp_ehcp_request_id: request,
    ehcp_active_ehcp_last_review_date: agreed + 365 <= county.asAt ? iso(county.asAt - draw.whole(1, 364)) : null,
  });
  county.write('ssd_sen_need', {
    senn_table_id: county.id('SNN'),
    senn_active_ehcp_id: plan,
    senn_active_ehcp_need_type: draw.weighted([
      ['ASD', 35],
      ['SLCN', 20],
      ['SEMH', 20],
      ['MLD', 15],
      ['PD', 10],
    ]),
    senn_active_ehcp_need_rank: 1,
  });
}
