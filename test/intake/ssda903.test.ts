import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadResult } from '../../src/intake/index.ts';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';

const folder = scratch();

describe('a small return, worked by hand', () => {
  const data = `${folder}/hand-data`;
  let result: LoadResult;

  beforeAll(async () => {
    const source = await deliver(`${folder}/hand`, {
      'Header.csv':
        'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\nA,1,01/02/2010,WBRI,UN4,\nB,F,03/04/2015,MWBC,H801200001001,1.0\nC,U,05/06/2005,OOTH,,0\n',
      // A: in care since 1 May 2016; the legal status changes on 1 September, placement and carer on 1 December.
      // B: in care before the return begins; placed for adoption on 1 July, adopted on 1 February.
      // C: left on 10 April, came back on 5 May to two rows of one day, moved with the same carer on 1 June.
      'EPISODES.CSV': [
        'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
        'A,01/05/2016,S,V2,N1,U4,PR1,01/09/2017,X1,,AB1 2CD,EF3 4GH,SC1',
        'A,01/09/2017,L,C2,N1,U4,PR1,01/12/2017,X1,CARPL,AB1 2CD,EF3 4GH,SC1',
        'A,01/12/2017,P,C2,N1,K2,PR4,,X1,,AB1 2CD,JK5 6LM,SC2',
        'B,01/03/2017,L,E1,N2,U6,PR1,01/07/2017,X1,,,,',
        'B,01/07/2017,P,E1,N2,A6,PR1,01/02/2018,E11,,,,',
        'C,01/01/2017,S,V3,N4,R1,PR4,10/04/2017,E4A,,,,',
        'C,05/05/2017,S,C1,N4,U6,PR1,01/06/2017,X1,,,,',
        'C,05/05/2017,S,C1,N4,T1,PR3,07/05/2017,E8,,,,',
        'C,01/06/2017,T,C1,N4,U6,PR1,,,,,,',
        'D,12/01/18,S,V2,N9,U9,PR1,11/01/2018,E4A,,,,',
        'D,zz/01/2018,S,V2,N1,U4,PR1,,,,,,',
      ].join('\r\n'),
      'reviews.csv': [
        'CHILD,DOB,REVIEW,REVIEW_CODE',
        'A,01/02/2010,01/06/2017,PN1',
        'B,03/04/2015,01/01/2016,PN0',
        'C,05/06/2005,20/04/2017,PN3',
        'C,05/06/2005,01/07/2017,pn3',
        'C,05/06/2005,01/07/2017,pn3',
      ].join('\n'),
      'oc2.csv':
        'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,TEETH_CHECK,HEALTH_ASSESSMENT,HEALTH_CHECK,IMMUNISATIONS\nA,,12,,0,1,0,,1\n',
      'oc3.csv': 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nC,,YES,F2,U2\nB,,NO,0,0\n',
      'ad1.csv': 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR\nB,,01/01/2017,01/06/2017,0,2\n',
      'placed_for_adoption.csv': 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nB,,02/01/2017,,\n',
      'previous_permanence.csv': 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA,,P1,Kent,zz/07/2012\n',
      'uasc.csv': 'CHILD,SEX,DOB,DUC\nC,1,05/06/2005,05/06/2023\n',
      'missing.csv': 'CHILD,DOB,MISSING,MIS_START,MIS_END\nC,,M,01/08/2017,02/08/2017\n',
      'something.csv': 'CHILD\nA\n',
    });
    result = await loadWith({ data, sources: [source] });
  });

  test('the return speaks for the year to the 31 March after its latest episode', () => {
    const [extract] = result.extracts;
    expect(extract?.manifest).toMatchObject({
      format: 'ssda903',
      asAt: '2018-03-31',
      asAtBasis: 'format',
      source: 'ssd',
    });
    for (const table of Object.values(extract?.manifest.tables ?? {})) {
      expect(table).toMatchObject({ from: '2017-04-01', to: '2018-03-31' });
    }
  });

  test('episodes: X1 makes a period, whose start is known where its first row is S; open means no DEC', async () => {
    const rows = await query(
      data,
      `select clae_cla_episode_id, clae_cla_id, clae_entered_care_date::varchar, clae_cla_episode_ceased_reason, clae_cla_placement_id
      from {ssd_cla_episodes} where clae_person_id <> 'D' order by 1`,
    );
    expect(rows).toEqual([
      ['A|2016-05-01|1', 'A|2016-05-01|1', '2016-05-01', 'X1', 'A|2016-05-01|1'],
      ['A|2017-09-01|1', 'A|2016-05-01|1', '2016-05-01', 'X1', 'A|2016-05-01|1'],
      ['A|2017-12-01|1', 'A|2016-05-01|1', '2016-05-01', null, 'A|2017-12-01|1'],
      ['B|2017-03-01|1', 'B|2017-03-01|1', null, 'X1', 'B|2017-03-01|1'],
      ['B|2017-07-01|1', 'B|2017-03-01|1', null, 'E11', 'B|2017-07-01|1'],
      ['C|2017-01-01|1', 'C|2017-01-01|1', '2017-01-01', 'E4A', 'C|2017-01-01|1'],
      ['C|2017-05-05|1', 'C|2017-05-05|1', '2017-05-05', 'E8', 'C|2017-05-05|1'],
      ['C|2017-05-05|2', 'C|2017-05-05|2', '2017-05-05', 'X1', 'C|2017-05-05|2'],
      ['C|2017-06-01|1', 'C|2017-05-05|2', '2017-05-05', null, 'C|2017-06-01|1'],
    ]);
  });

  test('placements: L stays, P and T begin one; the reason for the change stands on the last row', async () => {
    const rows = await query(
      data,
      `select clap_cla_placement_id, clap_cla_placement_start_date::varchar, clap_cla_placement_end_date::varchar,
        clap_cla_placement_type, clap_cla_placement_provider, clap_cla_placement_urn, clap_cla_placement_change_reason,
        clap_cla_placement_distance
      from {ssd_cla_placement} where clap_person_id in ('A', 'B') order by 1`,
    );
    expect(rows).toEqual([
      ['A|2016-05-01|1', '2016-05-01', '2017-12-01', 'U4', 'PR1', 'SC1', 'CARPL', null],
      ['A|2017-12-01|1', '2017-12-01', null, 'K2', 'PR4', 'SC2', null, null],
      ['B|2017-03-01|1', '2017-03-01', '2017-07-01', 'U6', 'PR1', null, null, null],
      ['B|2017-07-01|1', '2017-07-01', '2018-02-01', 'A6', 'PR1', null, null, null],
    ]);
  });

  test('legal statuses are spans', async () => {
    const rows = await query(
      data,
      `select lega_person_id, lega_legal_status, lega_legal_status_start_date::varchar, lega_legal_status_end_date::varchar
      from {ssd_legal_status} where lega_person_id in ('A', 'B') order by 1, 3`,
    );
    expect(rows).toEqual([
      ['A', 'V2', '2016-05-01', '2017-09-01'],
      ['A', 'C2', '2017-09-01', null],
      ['B', 'E1', '2017-03-01', '2018-02-01'],
    ]);
  });

  test('a review belongs to the period that holds its day, which reaches back where its start is unknown', async () => {
    const rows = await query(
      data,
      'select clar_cla_person_id, clar_cla_review_date::varchar, clar_cla_id, clar_cla_review_participation from {ssd_cla_reviews} order by 1, 2',
    );
    expect(rows).toEqual([
      ['A', '2017-06-01', 'A|2016-05-01|1', 'PN1'],
      ['B', '2016-01-01', 'B|2017-03-01|1', 'PN0'],
      ['C', '2017-04-20', null, 'PN3'],
      ['C', '2017-07-01', 'C|2017-05-05|2', 'PN3'],
    ]);
  });

  test('adoption: decision, placing, match and adopters stand in one row of the period', async () => {
    const rows = await query(
      data,
      `select perm_person_id, perm_cla_id, perm_adm_decision_date::varchar, perm_placed_for_adoption_date::varchar,
        perm_matched_date::varchar, perm_adopted_by_carer_flag, perm_number_of_adopters, perm_placement_order_date
      from {ssd_permanence}`,
    );
    expect(rows).toEqual([['B', 'B|2017-03-01|1', '2017-01-02', '2017-07-01', '2017-06-01', false, 2, null]]);
  });

  test('people, checks, care leavers, previous permanence, unaccompanied and missing children', async () => {
    expect(
      await query(
        data,
        'select pers_person_id, pers_sex, pers_upn, pers_upn_unknown, pers_is_mother from {ssd_person} order by 1',
      ),
    ).toEqual([
      ['A', 'M', null, 'UN4', null],
      ['B', 'F', 'H801200001001', null, true],
      ['C', 'U', null, null, false],
    ]);
    expect(
      await query(
        data,
        'select clah_person_id, clah_health_check_type, clah_health_check_date::varchar from {ssd_cla_health}',
      ),
    ).toEqual([['A', 'Dental check', '2018-03-31']]);
    expect(
      await query(
        data,
        `select clea_person_id, clea_care_leaver_in_touch, clea_care_leaver_accommodation, clea_care_leaver_accom_suitable
        from {ssd_care_leavers} order by 1`,
      ),
    ).toEqual([
      ['B', 'NO', '0', null],
      ['C', 'YES', 'U', '2'],
    ]);
    expect(
      await query(
        data,
        'select lapp_previous_permanence_option, lapp_previous_permanence_order_date from {ssd_cla_previous_permanence}',
      ),
    ).toEqual([['P1', 'zz/07/2012']]);
    expect(
      await query(
        data,
        `select immi_person_id, immi_immigration_status, immi_immigration_status_start_date::varchar,
          immi_immigration_status_end_date::varchar from {ssd_immigration_status}`,
      ),
    ).toEqual([['C', 'UASC', '2017-01-01', '2023-06-05']]);
    expect(await query(data, 'select miss_person_id, miss_missing_episode_type from {ssd_missing}')).toEqual([
      ['C', 'M'],
    ]);
  });

  test('a table has only the columns that the return can tell', () => {
    const tables = result.extracts[0]?.manifest.tables;
    expect(tables?.ssd_cla_placement?.columns).not.toContain('clap_cla_placement_distance');
    expect(tables?.ssd_cla_reviews?.columns).not.toContain('clar_cla_review_due_date');
    expect(tables?.ssd_permanence?.columns).not.toContain('perm_placement_order_date');
    expect(tables?.ssd_permanence?.columns).not.toContain('perm_placed_foster_carer_date');
    // The file has no substance misuse column.
    expect(tables?.ssd_cla_substance_misuse?.columns).toEqual([]);
  });

  test('what is wrong is found, with its place', async () => {
    const found = await allFindings(data);
    const places = (code: string) =>
      found
        .filter((finding) => finding.code === code)
        .map(({ file, row, column, value }) => [file, row, column, value]);
    expect(places('file-unknown')).toEqual([['something.csv', null, null, null]]);
    expect(places('date-two-digit-year')).toEqual([['EPISODES.CSV', 11, 'DECOM', '12/01/18']]);
    expect(places('date-partial')).toEqual([['EPISODES.CSV', 12, 'DECOM', 'zz/01/2018']]);
    expect(places('episode-ends-before-start')).toEqual([['EPISODES.CSV', 11, 'DEC', '11/01/2018']]);
    expect(places('episode-reason-without-end')).toEqual([['EPISODES.CSV', 4, 'REC', 'X1']]);
    expect(places('placement-same-carer')).toEqual([['EPISODES.CSV', 10, 'RNE', 'T']]);
    expect(places('code-unknown')).toEqual([
      ['EPISODES.CSV', 11, 'CIN', 'N9'],
      ['EPISODES.CSV', 11, 'PLACE', 'U9'],
    ]);
    expect(places('child-not-in-header')).toEqual([
      ['EPISODES.CSV', 11, 'CHILD', '••• (1 character)'],
      ['EPISODES.CSV', 12, 'CHILD', '••• (1 character)'],
    ]);
    expect(places('review-outside-care')).toEqual([['reviews.csv', 4, 'REVIEW', '20/04/2017']]);
    expect(places('row-twice')).toEqual([['reviews.csv', 6, null, null]]);
  });
});

test('a code that the year of a return did not have is a finding, whichever year the code is of', async () => {
  const returnOf = (name: string, sex: string, place: string, from: string, to: string) =>
    deliver(`${folder}/${name}`, {
      'header.csv': [
        ['CHILD', 'SEX', 'DOB'],
        ['1', sex, '05/01/2012'],
      ],
      'episodes.csv': [
        ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC'],
        ['1', from, 'S', 'V2', 'N1', place, 'PR1', to, 'E4A'],
      ],
    });
  const found = async (name: string, sex: string, place: string, from: string, to: string) => {
    const data = `${folder}/${name}-data`;
    await loadWith({ data, sources: [await returnOf(name, sex, place, from, to)] });
    return (await allFindings(data))
      .filter(({ code }) => code === 'code-not-of-year')
      .map(({ file, row, column, value }) => [file, row, column, value]);
  };
  // Until 31 March 2024 the sexes had numbers, and supported accommodation was H5 or P2.
  expect(await found('codes-2024', '1', 'H5', '01/05/2023', '31/03/2024')).toEqual([]);
  expect(await found('codes-2025', 'M', 'K3', '01/05/2024', '31/03/2025')).toEqual([]);
  expect(await found('early', 'M', 'K3', '01/05/2023', '31/03/2024')).toEqual([
    ['episodes.csv', 2, 'PLACE', 'K3'],
    ['header.csv', 2, 'SEX', 'M'],
  ]);
  expect(await found('late', '1', 'H5', '01/05/2024', '31/03/2025')).toEqual([
    ['episodes.csv', 2, 'PLACE', 'H5'],
    ['header.csv', 2, 'SEX', '1'],
  ]);
});

describe('the sample return of Data to Insight', () => {
  const sample = join(import.meta.dirname, '../third-party/ssda903/be-903_fake_2675');
  const data = `${folder}/sample-data`;
  const rowsOf = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(sample, file)), { columns: true, bom: true });
  const day = (text: string) => text.split('/').toReversed().join('-');
  let result: LoadResult;

  beforeAll(async () => {
    result = await loadWith({ data, sources: [sample] });
  });

  test('loads as it is, every row accounted for', async () => {
    const tables = result.extracts[0]?.manifest.tables;
    const episodes = rowsOf('episodes.csv');
    const distinct = (file: string) => new Set(rowsOf(file).map((row) => JSON.stringify(row))).size;
    expect(result.extracts[0]?.manifest.asAt).toBe('2018-03-31');
    expect(tables?.ssd_person?.rows).toBe(rowsOf('header.csv').length);
    expect(tables?.ssd_cla_episodes?.rows).toBe(episodes.length);
    expect(tables?.ssd_cla_reviews?.rows).toBe(distinct('reviews.csv'));
    expect(tables?.ssd_care_leavers?.rows).toBe(rowsOf('oc3.csv').length);
    expect(tables?.ssd_missing?.rows).toBe(rowsOf('missing.csv').length);
    expect(tables?.ssd_immigration_status?.rows).toBe(rowsOf('uasc.csv').length);
    const yes = (column: string) => rowsOf('oc2.csv').filter((row) => row[column] === '1').length;
    expect(
      await query(data, 'select clah_health_check_type, count(*) from {ssd_cla_health} group by all order by 1'),
    ).toEqual([
      ['Dental check', yes('TEETH_CHECK')],
      ['Health assessment', yes('HEALTH_ASSESSMENT')],
      ['Health surveillance check', yes('HEALTH_CHECK')],
    ]);
  });

  test('open episodes, placements and legal statuses are those of a walk over each child’s rows', async () => {
    const byChild = Map.groupBy(rowsOf('episodes.csv'), ({ CHILD }) => CHILD);
    let open = 0;
    let placements = 0;
    let statuses = 0;
    const openTypes: string[] = [];
    for (const rows of byChild.values()) {
      const walked = rows.toSorted((a, b) => (day(a.DECOM ?? '') < day(b.DECOM ?? '') ? -1 : 1));
      const types = new Map<Record<string, string>, string>();
      for (const [index, row] of walked.entries()) {
        const before = walked.slice(0, index).findLast((other) => other.REC === 'X1' && other.DEC === row.DECOM);
        const stays = before !== undefined && row.RNE === 'L';
        const type = (stays ? types.get(before) : row.PLACE) ?? '';
        types.set(row, type);
        if (!stays) placements++;
        if (before?.LS !== row.LS) statuses++;
        if (row.DEC === '') {
          open++;
          openTypes.push(type);
        }
      }
    }
    const tables = result.extracts[0]?.manifest.tables;
    expect(
      await query(data, 'select count(*) from {ssd_cla_episodes} where clae_cla_episode_ceased_date is null'),
    ).toEqual([[open]]);
    expect(tables?.ssd_cla_placement?.rows).toBe(placements);
    expect(tables?.ssd_legal_status?.rows).toBe(statuses);
    expect(
      await query(
        data,
        `select clap_cla_placement_type, count(*) from {ssd_cla_placement}
        where clap_cla_placement_end_date is null group by all order by 1`,
      ),
    ).toEqual([...Map.groupBy(openTypes, (type) => type)].map(([type, all]) => [type, all.length]).toSorted());
  });

  test('findings are listed with their places', async () => {
    const found = await allFindings(data);
    const count = (code: string) => found.filter((finding) => finding.code === code).length;
    const episodes = rowsOf('episodes.csv');
    expect(count('date-unreadable')).toBe(0);
    expect(count('episode-reason-without-end')).toBe(
      episodes.filter(({ DEC, REC }) => DEC === '' && REC !== '').length,
    );
    expect(count('placement-same-carer')).toBe(episodes.filter(({ RNE }) => RNE === 'T' || RNE === 'U').length);
    expect(count('row-twice')).toBe(2);
    const unknown = found
      .filter(({ code }) => code === 'code-unknown')
      .map(({ file, column, value }) => `${file} ${column} ${value}`);
    expect([...new Set(unknown)]).toEqual([
      'oc3.csv ACCOM 01',
      'oc3.csv ACCOM 02',
      'placed_for_adoption.csv REASON_PLACED_CEASED XXX',
      'sw_episodes.csv SW_REASON SWLAZY',
    ]);
    expect(found.filter(({ code }) => code === 'file-unknown').map(({ file }) => file)).toEqual([
      'fake_903.xml',
      'placed_for_adoption_errors.csv',
    ]);
    const orphans = found.filter(({ code }) => code === 'child-not-in-header').map(({ file, row }) => [file, row]);
    expect(orphans).toEqual([
      ['DoLo.csv', 2],
      ['sw_episodes.csv', 2],
    ]);
  });
});
