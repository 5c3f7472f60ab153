import type { Unit } from '../measure/index.ts';
import type { Report } from '../pack/index.ts';
import type { ApprovalState, ApprovalSteps, ApprovalVersion } from '../store/index.ts';

type Approving = NonNullable<Report['cycle']>['approval'];

/** A unit that approves a report, with those that approve it before. */
export interface ApprovalNode {
  readonly unit: Unit;
  readonly state: ApprovalState;
  /** In how many steps it is approved: as submitted, else as the report says now. */
  readonly steps: ApprovalSteps;
  readonly approved: boolean;
  /** Null: it was never submitted. */
  readonly standing: ApprovalVersion | null;
  readonly below: readonly ApprovalNode[];
}

/**
 * Who approves a report of a unit: the unit itself, whatever its level, after the units below it of the levels that the
 * report names. A level that is missing on a way down is passed over.
 */
export function approvalTree(
  { steps, levels }: Approving,
  units: readonly Unit[],
  unit: Unit,
  approvals: readonly ApprovalVersion[],
): ApprovalNode {
  const standings = new Map(approvals.map((one) => [one.key.unit, one]));
  const approves = ({ kind }: Unit): boolean => levels.some((level) => level === kind);
  const nodesUnder = (code: string): ApprovalNode[] =>
    units
      .filter(({ parent }) => parent === code)
      .flatMap((child) => (approves(child) ? [nodeOf(child)] : nodesUnder(child.code)));
  const nodeOf = (of: Unit): ApprovalNode => {
    const standing = standings.get(of.code) ?? null;
    return {
      unit: of,
      state: standing?.state ?? 'open',
      steps: standing?.submission?.steps ?? steps,
      approved: standing?.approved ?? false,
      standing,
      below: nodesUnder(of.code),
    };
  };
  return nodeOf(unit);
}
