import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Allowed, Standing } from '../../cycle/index.ts';
import type { Report } from '../../pack/index.ts';
import type { ApprovalAction, ApprovalVersion } from '../../store/index.ts';
import { reportAddress, scorecardAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { commentaryAddress } from '../commentary/address.ts';
import { Banner } from '../components/banner.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Chooser } from '../components/chooser.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Layout } from '../components/layout.tsx';
import { isPrinted } from '../reports/printed.ts';
import { whyId } from './act-form.tsx';
import { cycleAddress, standingAddress } from './address.ts';
import { Approval } from './approval.tsx';
import type { Held } from './held.tsx';
import { History } from './history.tsx';
import { MissingList } from './missing-list.tsx';
import { Timeline } from './timeline.tsx';
import { doneWords } from './words.ts';

/** What was refused, with what the person had typed. */
export interface Refused {
  readonly action: ApprovalAction;
  readonly says: string;
  /** Whether it is the reason that is at fault. */
  readonly field: boolean;
  readonly typed: string;
}

export interface StandingProps {
  readonly choice: Choice;
  readonly report: Report;
  readonly standing: Standing;
  readonly history: readonly ApprovalVersion[];
  readonly allowed: readonly Allowed[];
  /** Null where nothing is under review. */
  readonly held: Held | null;
  /** The number of the edition in force; null where it is not published. */
  readonly edition: number | null;
  readonly mayPublish: boolean;
  readonly refused: Refused | null;
  /** What was done just now. */
  readonly done: ApprovalAction | null;
}

/** Where one report of a month and unit stands. */
export function StandingPage(props: StandingProps): JSX.Element {
  const { choice, report, standing, history, refused, done } = props;
  const { figures, month, chosen } = choice;
  const title = `${report.title}, ${monthLabel(month)}, ${chosen.name}`;
  return (
    <Layout title={refused ? `Error: ${title}` : title} section="cycle" synthetic={figures.synthetic}>
      {refused && (
        <ErrorSummary errors={[{ text: refused.says, ...(refused.field && { href: `#${whyId(refused.action)}` }) }]} />
      )}
      {done !== null && refused === null && (
        <Banner title="Done" success>
          <p class="govuk-notification-banner__heading">{`${doneWords[done]}: ${report.title} of ${monthLabel(month)}, ${chosen.name}`}</p>
        </Banner>
      )}
      <Breadcrumbs crumbs={[{ text: 'Cycle', href: cycleAddress(choice) }, { text: report.title }]} />
      <h1 class="app-h1">
        <span class="app-h1__above">Cycle of {monthLabel(month)}</span>
        {report.title}
      </h1>
      <p class="app-lead">
        {[chosen.name, ...(report.audience === undefined ? [] : [`for the ${report.audience}`])].join(', ')}
      </p>
      <div class="app-top">
        <Chooser action={standingAddress(report.id, choice).split('?')[0] ?? ''} choice={choice} />
        <p class="app-ways">
          <a
            class="govuk-link"
            href={isPrinted(report) ? reportAddress(report.id, choice) : scorecardAddress(choice, report.id)}
          >
            Read the report
          </a>
          <a class="govuk-link" href={commentaryAddress(choice, report.id)}>
            Commentary
          </a>
        </p>
      </div>
      {standing.nextMonth !== null && (
        <p class="app-empty">
          It is not made of this month: next of {monthLabel(standing.nextMonth)}.{' '}
          <a class="govuk-link" href={standingAddress(report.id, { unit: choice.unit, month: standing.nextMonth })}>
            Its cycle
          </a>
        </p>
      )}
      {standing.nextMonth === null && (
        <>
          <Timeline standing={standing} />
          <Approval {...props} />
          <MissingList choice={choice} report={report} standing={standing} />
        </>
      )}
      <History history={history} />
    </Layout>
  );
}
