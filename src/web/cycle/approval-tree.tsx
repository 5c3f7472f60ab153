import type { JSX } from 'preact';
import { dayOf } from '../../access/index.ts';
import { shortDayLabel } from '../../calendar/index.ts';
import type { ApprovalNode } from '../../cycle/index.ts';
import type { Report } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { standingAddress } from './address.ts';
import { ApprovalMark } from './marks.tsx';

interface Props {
  readonly choice: Choice;
  readonly report: Report;
  readonly node: ApprovalNode;
}

/** Who approves, each unit above those that approve before it. */
export function ApprovalTree({ choice, report, node }: Props): JSX.Element {
  return (
    <ul class="app-approvals">
      <Node choice={choice} report={report} node={node} />
    </ul>
  );
}

function Node({ choice, report, node }: Props): JSX.Element {
  const { unit, standing, below } = node;
  const own = unit.code === choice.unit;
  return (
    <li>
      <div class="app-approvals__line">
        {own ? (
          <span class="app-approvals__unit" aria-current="true">
            {unit.name}
          </span>
        ) : (
          <a
            class="govuk-link app-approvals__unit"
            href={standingAddress(report.id, { month: choice.month, unit: unit.code })}
          >
            {unit.name}
          </a>
        )}
        <ApprovalMark node={node} />
        <span class="app-quiet">{standing !== null && `${standing.role}, ${shortDayLabel(dayOf(standing.at))}`}</span>
      </div>
      {below.length > 0 && (
        <ul>
          {below.map((child) => (
            <Node key={child.unit.code} choice={choice} report={report} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
