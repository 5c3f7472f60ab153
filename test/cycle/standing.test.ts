import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CycleAsked, type Standing, standingOf } from '../../src/cycle/index.ts';
import { type ApprovalState, approvalStates } from '../../src/store/index.ts';
import { reportOf } from '../web/figures-double.ts';
import { approvalOf, asked, board, commentOf, place, units } from './asked-double.ts';

const standing = (given: Partial<CycleAsked> = {}): Standing => standingOf(asked(given));
const told = ({ missing }: Standing): string[] =>
  missing.map(({ about, says, whose }) => `${about}: ${says} (${whose})`);
const states = ({ steps }: Standing) => steps?.map(({ state, workingDays }) => `${state} ${workingDays}`);
const unitOf = (code: string) => units.find((unit) => unit.code === code) ?? expect.fail(code);

describe('a month on its way', () => {
  it('has its figures, and waits for nothing but its approval', () => {
    const found = standing();
    expect(states(found)).toEqual(['done 0', 'done 0', 'to-come 4', 'to-come 6']);
    expect(found).toMatchObject({ stage: 'sign-off', submittable: 'yes', ready: false, nextMonth: null });
    expect(told(found)).toEqual(['County: It has not been submitted. (Author)']);
  });

  it('waits for data that speaks up to its end, and says by how much that is late', () => {
    const figures = { asAt: '2026-10-28', any: false, blockers: [] };
    const found = standing({ figures, today: '2026-11-09' });
    expect(states(found)).toEqual(['overdue 3', 'done 0', 'to-come 2', 'to-come 4']);
    expect(found).toMatchObject({ stage: 'figures', submittable: 'no' });
    expect(told(found).slice(0, 2)).toEqual([
      'The data: It speaks up to 28 October 2026, before the end of October 2026. (Analyst)',
      'The data: It has no figure of October 2026. (Analyst)',
    ]);
  });

  it('can go without clean rows, checks and required words where somebody says why', () => {
    const blockers = [{ check: 'plans-overlap', title: 'Plans overlap', rows: 1200 }];
    const found = standing({
      figures: { asAt: '2026-10-31', any: true, blockers },
      places: [place],
      comments: [commentOf('approved')],
      findings: [
        { about: 'figures', where: 'Children seen', says: 'The numerator is less than in September 2026.' },
        { about: 'commentary', where: 'Children seen', says: 'A comment is required, and is told above.' },
        { about: 'commentary', where: 'Children seen (Cause)', says: 'A rise is spoken of.' },
        { about: 'words', where: 'CPP', says: 'It is not explained.' },
      ],
    });
    expect(told(found)).toEqual([
      'Plans overlap: 1,200 rows to correct at source. (Analyst)',
      'Children seen: The report asks for a comment where the status is “Red”. Nothing is written under “Action”. (Head of safeguarding)',
      'Children seen: The numerator is less than in September 2026. (Analyst)',
      'Children seen (Cause): A rise is spoken of. (Author)',
      'County: It has not been submitted. (Author)',
    ]);
    expect(found.submittable).toBe('with-reason');
  });

  it('cannot go while a comment is begun and not approved, here or below, and says whose turn it is', () => {
    const comments = [
      commentOf('submitted'),
      commentOf('returned', { heading: 'Action', unit: 'T1' }),
      commentOf('draft', { indicator: null, unit: 'elsewhere' }),
    ];
    const found = standing({ places: [place], given: [{ indicator: 'seen', heading: 'Action' }], comments });
    expect(told(found)).toEqual([
      'Children seen: What is written under “Cause” waits for approval. (Approver of Head of safeguarding)',
      'Children seen: What is written under “Action” was returned to its author. (Head of safeguarding)',
      'County: It has not been submitted. (Author)',
    ]);
    expect(found.submittable).toBe('no');
  });

  it('is made only at the end of a quarter where it is quarterly, and has no days without a calendar', () => {
    expect(standing({ report: { ...board(), rhythm: 'quarterly' } }).nextMonth).toBe('2026-12');
    const plain = standing({ report: reportOf({ id: 'board', title: 'Plain' }) });
    expect(plain).toMatchObject({ steps: null, approval: null, ready: true, stage: 'publication' });
  });

  it('is done with what is approved, and with everything once it is published', () => {
    const figures = { asAt: '2026-10-31', any: true, blockers: [] };
    const given = { figures, places: [place], approvals: [approvalOf('C', 'approved-1')], today: '2026-11-20' };
    expect(states(standing(given))).toEqual(['done 0', 'done 0', 'done 0', 'overdue 5']);
    const published = standing({ ...given, edition: { number: 7, on: '2026-11-16' } });
    expect(states(published)).toEqual(['done 0', 'done 0', 'done 0', 'done 1']);
    expect(published.stage).toBe(null);
  });
});

describe('approval from the bottom up', () => {
  const report = board(['team', 'district', 'authority'], 2);

  it('is a tree of the levels that approve, each unit under the next that does', () => {
    const shape = (node: Standing['approval']): unknown => node && [node.unit.code, ...node.below.map(shape)];
    expect(shape(standing({ report }).approval)).toEqual(['C', ['D1', ['T1'], ['T2']], ['D2', ['T3']], ['T4']]);
    const teams = standing({ report: board(['team', 'authority']) }).approval;
    expect(shape(teams)).toEqual(['C', ['T1'], ['T2'], ['T3'], ['T4']]);
    // Whoever it is of approves it, whatever their level.
    expect(shape(standing({ report: board(), unit: unitOf('D1') }).approval)).toEqual(['D1']);
  });

  it('waits for the units right below, each in its turn', () => {
    const approvals = [
      approvalOf('D1', 'approved-1', 2),
      approvalOf('D2', 'submitted', 2),
      approvalOf('T4', 'approved-2', 2),
    ];
    const found = standing({ report, approvals });
    expect(told(found)).toEqual([
      'North: It waits for its second approval. (Second approver)',
      'South: It waits for its first approval. (Approver)',
      'County: It has not been submitted. (Author)',
    ]);
    expect(found.submittable).toBe('no');
  });
});

describe('whatever there is', () => {
  const state = fc.constantFrom<ApprovalState>(...approvalStates);
  const anything = fc.record({
    levels: fc.subarray(['team', 'district', 'authority'] as const, { minLength: 1 }),
    steps: fc.constantFrom(1 as const, 2 as const),
    approvals: fc.dictionary(fc.constantFrom('C', 'D1', 'D2', 'T1', 'T4'), state),
    asAt: fc.constantFrom('2026-10-30', '2026-10-31', '2026-11-04'),
    rows: fc.nat(2),
    required: fc.boolean(),
    comments: fc.array(
      fc.tuple(
        fc.constantFrom('draft', 'submitted', 'returned', 'approved'),
        fc.constantFrom('Cause', 'Action'),
        fc.constantFrom('C', 'T1'),
      ),
      { maxLength: 4 },
    ),
    failing: fc.boolean(),
    unit: fc.constantFrom('C', 'D1', 'T4'),
    today: fc.constantFrom('2026-10-31', '2026-11-05', '2026-12-28'),
  });

  it('is ready only where nothing is missing, and where it is not, something and somebody is named', () => {
    let ready = 0;
    fc.assert(
      fc.property(anything, (given) => {
        const latest = new Map(given.comments.map(([, heading, unit], index) => [`${heading} ${unit}`, index]));
        const comments = given.comments.flatMap(([state, heading, unit], index) =>
          latest.get(`${heading} ${unit}`) === index ? [commentOf(state as 'draft', { heading, unit })] : [],
        );
        const found = standing({
          report: board([...given.levels], given.steps),
          unit: unitOf(given.unit),
          today: given.today,
          approvals: Object.entries(given.approvals).map(([unit, one]) =>
            approvalOf(unit, given.steps === 1 && one === 'approved-2' ? 'approved-1' : one, given.steps),
          ),
          figures: {
            asAt: given.asAt,

            any: true,
            blockers: given.rows === 0 ? [] : [{ check: 'x', title: 'X', rows: given.rows }],
          },
          places: given.required ? [place] : [],
          comments,
          findings: given.failing ? [{ about: 'figures', where: 'Children seen', says: 'It shrank.' }] : [],
        });
        const own = comments.filter(({ key }) => key.unit === given.unit);
        const within = comments.filter(
          ({ key }) => given.unit === 'C' || key.unit === given.unit || (given.unit === 'D1' && key.unit === 'T1'),
        );
        const whole =
          given.asAt >= '2026-10-31' &&
          given.rows === 0 &&
          !given.failing &&
          within.every((one) => one.state === 'approved') &&
          (!given.required || own.length === 2) &&
          found.approval?.approved === true &&
          found.approval.below.every(({ approved }) => approved);
        expect(found.ready).toBe(whole);
        expect(found.missing.every(({ says, whose, about }) => says !== '' && whose !== '' && about !== '')).toBe(true);
        if (found.ready) expect(found.stage).toBe('publication');
        if (found.submittable === 'yes') expect(found.missing.every(({ kind }) => kind === 'approval')).toBe(true);
        ready += found.ready ? 1 : 0;
      }),
      { numRuns: 3000, seed: 20261105 },
    );
    expect(ready).toBeGreaterThan(0);
  });
});
