import { describe, expect, it } from 'vitest';
import {
  bandsOf,
  checkIdentity,
  demandChange,
  demandChangeInWords,
  directionInWords,
  exact,
  impliedBase,
  judge,
  overBands,
  roundHalfUp,
  sideOf,
  status,
  statusInWords,
  toNumber,
} from '../../../src/judgement/index.ts';
import { library, number, type PrintedIndicator, printedRows, printedSource } from './printed.ts';

const rows = printedRows('cafcass_2008_07');
const { schemes, labels } = await library();
const faces = labels.get('faces');
if (faces === undefined) throw new Error('no label set');
const month = '2008-07';
const reported = rows.filter(({ status: state }) => state === 'reported');

const indicators = rows.map(
  (row): PrintedIndicator => ({
    id: `kpi-${row.kpi}`,
    definition: { title: row.title_page ?? '', polarity: 'higher' },
    figures: {
      [month]: number(row.ytd),
      '2008-06': number(row.prev_month_ytd),
      '2007-07': number(row.last_year_same_month),
    },
    ...(number(row.target) === null ? {} : { target: { target: Number(row.target) } }),
  }),
);
const remark = { reason: 'words only', detail: 'The indicator is new; figures are expected in October' } as const;
const remarks = { 'kpi-4': remark, 'kpi-5': remark, 'kpi-6': remark };
const source = printedSource(indicators, { schemes, remarks });

describe('Cafcass, July 2008', () => {
  it('comes to the printed faces, and to arrows that say which way the number went', () => {
    const found = reported.map(({ kpi }) => {
      const judgement = judge(source, `kpi-${kpi}`, 'NATIONAL', month);
      return [kpi, statusInWords(faces, judgement).symbol, directionInWords(faces, judgement.previous)];
    });
    const arrows: Readonly<Record<string, string>> = { up: 'increase', down: 'decrease', 'no change': 'no change' };
    expect(found).toEqual(
      reported.map(({ kpi, face_read_as = '', arrow_read_as = '' }) => [
        kpi,
        face_read_as.replace(/ \(.*/, ''),
        arrows[arrow_read_as],
      ]),
    );
    expect(found).toHaveLength(5);
  });

  it('knows the arrow that falls beside a smiling face to be a worsening', () => {
    const { status: met, directionFromPrevious, previous } = judge(source, 'kpi-1', 'NATIONAL', month);
    expect([met, directionFromPrevious, previous.movement]).toEqual(['met', 'worse', 'down']);
    expect(judge(source, 'kpi-1', 'NATIONAL', month).directionFromYearAgo).toBe('better');
  });

  it('has no status for the three indicators that are reported in words only, and says so', () => {
    for (const id of ['kpi-4', 'kpi-5', 'kpi-6']) {
      const judgement = judge(source, id, 'NATIONAL', month);
      expect([judgement.status, judgement.statusReason, judgement.statusDetail]).toEqual([
        null,
        'words only',
        remark.detail,
      ]);
      expect(statusInWords(faces, judgement).word).toBe('Update only');
    }
  });

  it('refuses “on target” to an area that is at 92.1 against 95', () => {
    const area = printedSource([
      { id: 'kpi-7', definition: { polarity: 'higher' }, figures: { [month]: 92.1 }, target: { target: 95 } },
    ]);
    expect(sideOf(judge(area, 'kpi-7', 'CENTRAL', month))).toBe('below');
  });

  it('uses all three faces for filing times, and finds the printed distribution of teams', () => {
    const scheme = schemes.get('better-than-target');
    if (scheme === undefined) throw new Error('no scheme');
    const weeks = { target: 12, amber: 16 };
    expect(
      [11.9, 12, 16, 16.1].map((value) => faces.symbols?.[status('lower', value, weeks, scheme) ?? 'away']),
    ).toEqual(['smiling face', 'neutral face', 'neutral face', 'frowning face']);
    const teams = [...Array(7).fill(10), ...Array(15).fill(14), ...Array(14).fill(20)].map((value: number) =>
      exact(value),
    );
    const printed = printedRows('cafcass_other')
      .filter(({ group }) => group === 'filing time')
      .map(({ value }) => Number(value));
    expect(overBands(teams, bandsOf(scheme, 'lower', weeks)).map(({ percent }) => percent)).toEqual(printed);
  });

  it('prints every change of demand with its number and its per cent, which imply one base', () => {
    const changes = printedRows('cafcass_demand').filter(({ implied_base_last_year }) => implied_base_last_year !== '');
    expect(changes).toHaveLength(10);
    for (const row of changes) {
      const change = demandChange(Number(row.implied_current), Number(row.implied_base_last_year));
      expect(change.movement).toBe(row.direction);
      expect(toNumber(change.count)).toBe(Number(row.change_count));
      const decimals = row.change_percent?.split('.')[1]?.length ?? 0;
      expect(change.percent && Number(roundHalfUp(change.percent, decimals))).toBe(Number(row.change_percent));
      const base = impliedBase(Number(row.change_count), Number(row.change_percent), decimals);
      const at = Number(row.implied_base_last_year);
      expect(base !== null && toNumber(base.low) <= at && at <= toNumber(base.high)).toBe(true);
    }
    expect(demandChangeInWords(demandChange(3099, 3761), 'cases')).toBe('down by 17.6% (662 cases)');
  });

  it('checks parts against their whole: two areas cannot rise by more than the regions they are in, if none fell', () => {
    const rise: Readonly<Record<string, number>> = {
      's3.value': 32,
      'n8.value': 21,
      'all.value': 81,
      'central.value': 40,
    };
    const identity = {
      left: ['s3.value', 'n8.value', 'central.value'],
      is: 'not-above' as const,
      right: ['all.value'],
      within: 0,
      because: 'the areas lie in the regions',
    };
    const found = checkIdentity(identity, 'July 2008', (term) => exact(rise[term] ?? Number(term)));
    expect(found?.says).toContain('is 93 and all.value 81; must not be more');
  });
});
