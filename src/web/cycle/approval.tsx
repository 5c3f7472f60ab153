import type { JSX } from 'preact';
import { dayOf } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import type { Allowed, ApprovalNode } from '../../cycle/index.ts';
import { Details } from '../components/details.tsx';
import { editionAddress, publishAddress } from '../editions/address.ts';
import { ActForm, isForward } from './act-form.tsx';
import { reviewAddress } from './address.ts';
import { ApprovalTree } from './approval-tree.tsx';
import { HeldFigures } from './held.tsx';
import { ApprovalMark } from './marks.tsx';
import type { StandingProps } from './standing-page.tsx';
import { doWords } from './words.ts';

/** Where the approval stands, what is held, what can be done, and who approves before. */
export function Approval(props: StandingProps): JSX.Element {
  const { choice, report, standing, held } = props;
  const { approval } = standing;
  return (
    <section id="approval" class="app-sign">
      <div class="app-sign__own">
        <h2 class="app-h2">Approval of {choice.chosen.name}</h2>
        {approval === null ? (
          <p class="app-prose">This report has no calendar, and nobody approves it: its publisher signs it alone.</p>
        ) : (
          <p class="app-sign__state">
            <ApprovalMark node={approval} />
          </p>
        )}
        {approval?.state === 'returned' && <Returned standing={approval.standing} />}
        <Publishing {...props} />
        {held !== null && <HeldFigures held={held} address={reviewAddress(report.id, choice)} />}
        {approval !== null && <Acts {...props} />}
      </div>
      {approval !== null && (
        <div class="app-sign__tree">
          <h2 class="app-h3">{approval.below.length === 0 ? 'Who approves' : 'Who approves, from the bottom up'}</h2>
          <ApprovalTree choice={choice} report={report} node={approval} />
        </div>
      )}
    </section>
  );
}

/** What is to be put right before it is submitted again. */
function Returned({ standing }: Pick<ApprovalNode, 'standing'>): JSX.Element | null {
  if (standing === null) return null;
  return (
    <blockquote class="app-sign__returned">
      <p>{standing.why}</p>
      <footer class="app-quiet">
        {standing.role}, {dayLabel(dayOf(standing.at))}
      </footer>
    </blockquote>
  );
}

/** Where it goes once it is signed off. */
function Publishing({ choice, report, standing, edition, mayPublish }: StandingProps): JSX.Element | null {
  if (edition !== null) {
    return (
      <p>
        It is published as{' '}
        <a class="govuk-link" href={editionAddress(edition)}>
          edition {edition}
        </a>
        .
      </p>
    );
  }
  const signed = standing.approval === null ? standing.ready : standing.approval.approved;
  if (!signed) return null;
  return (
    <div class="app-sign__ready">
      <p>
        <strong>{standing.ready ? 'Ready to sign.' : 'Approved, although something is missing.'}</strong>{' '}
        {standing.ready ? 'Nothing is missing.' : 'Publishing it will ask for the reason.'}
      </p>
      {mayPublish ? (
        <a class="govuk-button" href={publishAddress({ report: report.id, month: choice.month, unit: choice.unit })}>
          Publish it
        </a>
      ) : (
        <p class="app-quiet">A publisher can publish it.</p>
      )}
    </div>
  );
}

/** What somebody can do here: the way forward in the open, ways back folded away. */
function Acts({ choice, report, standing, allowed, refused }: StandingProps): JSX.Element {
  const version = standing.approval?.standing?.version ?? 0;
  const form = (one: Allowed): JSX.Element => {
    const own = refused?.action === one.action ? refused : null;
    const error = own?.field ? own.says : null;
    const withReason = one.action === 'submit' ? { ...one, reason: standing.submittable === 'with-reason' } : one;
    return (
      <ActForm
        report={report.id}
        place={choice}
        allowed={withReason}
        version={version}
        typed={own?.typed ?? ''}
        error={error}
      />
    );
  };
  if (allowed.length === 0) return <p class="app-quiet">{nothingToDo(standing.approval?.state ?? 'open')}</p>;
  return (
    <div class="app-acts">
      {[...allowed.filter(isForward), ...allowed.filter((one) => !isForward(one))].map((one) => {
        if (one.action === 'submit' && standing.submittable === 'no') {
          return (
            <p key={one.action} class="app-acts__not-yet">
              It cannot be submitted yet: what is missing is listed below.
            </p>
          );
        }
        if (isForward(one)) return <div key={one.action}>{form(one)}</div>;
        return (
          <Details key={one.action} summary={doWords[one.action]} open={refused?.action === one.action}>
            {form(one)}
          </Details>
        );
      })}
    </div>
  );
}

function nothingToDo(state: string): string {
  if (state === 'open' || state === 'returned') return 'Whoever comments on or approves this unit can submit it.';
  return 'It is with others now: there is nothing for you to do here.';
}
