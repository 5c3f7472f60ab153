import type { JSX } from 'preact';
import { dayOf } from '../../access/index.ts';
import { shortDayLabel } from '../../calendar/index.ts';
import type { ApprovalNode } from '../../cycle/index.ts';
import type { Report } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { Details } from '../components/details.tsx';
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
  const { unit, standing } = node;
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
      <Below choice={choice} report={report} node={node} open={own} />
    </li>
  );
}

/** Those right below the unit of the page stand in the open; further down they are folded away. */
function Below({ choice, report, node, open }: Props & { readonly open: boolean }): JSX.Element | null {
  const { below } = node;
  if (below.length === 0) return null;
  const list = (
    <ul>
      {below.map((child) => (
        <Node key={child.unit.code} choice={choice} report={report} node={child} />
      ))}
    </ul>
  );
  if (open) return list;
  const approved = below.filter((child) => child.approved).length;
  return <Details summary={`${approved} of ${below.length} below it approved`}>{list}</Details>;
}
