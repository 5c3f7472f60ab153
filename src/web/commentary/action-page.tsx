import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import type { ActionVersion } from '../../store/index.ts';
import { Banner } from '../components/banner.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Layout } from '../components/layout.tsx';
import { ActionForm, type TypedAction } from './action-form.tsx';
import { actionStates } from './actions-table.tsx';
import { actionAddress, commentAddress, commentaryAddress } from './address.ts';
import { Difference } from './history.tsx';
import type { Opened } from './open.ts';
import { StateTag } from './state-tag.tsx';
import type { FieldError } from './typed.ts';
import { momentLabel } from './when.ts';

interface Props {
  readonly opened: Opened;
  readonly action: ActionVersion;
  readonly history: readonly ActionVersion[];
  readonly typed: TypedAction;
  readonly errors: readonly FieldError[];
  readonly done: string | null;
}

/** One action: what it is, how it ends, and every change there has been. */
export function ActionPage(props: Props): JSX.Element {
  const { opened, action, errors, done } = props;
  const { choice, report, hand, desk } = opened;
  const about = desk.place(action.indicator)?.title ?? 'The report as a whole';
  const title = `Action ${action.number}`;
  return (
    <Layout title={`${title}, ${choice.chosen.name}`} section="commentary" synthetic={choice.figures.synthetic}>
      <Breadcrumbs
        crumbs={[
          { text: 'Commentary', href: commentaryAddress(choice, report.id) },
          { text: about, href: commentAddress(report.id, choice, action.indicator) },
          { text: title },
        ]}
      />
      {errors.length > 0 && (
        <ErrorSummary
          errors={errors.map(({ field, text }) => ({ text, ...(field !== '' && { href: `#${field}` }) }))}
        />
      )}
      {done !== null && (
        <Banner title="Done" success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </Banner>
      )}
      <h1 class="app-h1">
        <span class="app-h1__above">{about}</span>
        {title}
      </h1>
      <p class="app-lead">
        {choice.chosen.name} · raised in {monthLabel(action.month)} ·{' '}
        <StateTag state={action.state} word={actionStates[action.state]} />
        {action.closedMonth !== null && ` in ${monthLabel(action.closedMonth)}`}
      </p>
      {hand.comments ? <Changes {...props} /> : <Told action={action} />}
      <h2 class="app-h2 app-h2--ruled">History</h2>
      <Changed history={props.history} />
    </Layout>
  );
}

function Told({ action: { text, ownerRole, due } }: Pick<Props, 'action'>): JSX.Element {
  return (
    <>
      <p class="app-prose">{text}</p>
      <p class="app-quiet">
        {ownerRole}, {due === null ? 'no date' : `due ${dayLabel(due)}`}
      </p>
    </>
  );
}

function Changes({ opened: { choice }, action, typed, errors }: Props): JSX.Element {
  const address = actionAddress(action.number, choice.month);
  const seen = { seen: String(action.version) };
  if (action.state !== 'open') {
    return (
      <>
        <Told action={action} />
        <Ending address={address} seen={action.version} errors={errors} ways={[['reopen', 'Open again']]} />
      </>
    );
  }
  return (
    <div class="app-columns">
      <div class="app-columns__main">
        <ActionForm action={address} typed={typed} errors={errors} button="Save" hidden={seen} />
      </div>
      <div class="app-columns__side">
        <h2 class="app-h2">Close it</h2>
        <p class="app-quiet">It is closed in {monthLabel(choice.month)}, and carried no further.</p>
        <Ending
          address={address}
          seen={action.version}
          errors={errors}
          ways={[
            ['done', 'It is done'],
            ['drop', 'Drop it'],
          ]}
        />
      </div>
    </div>
  );
}

interface EndingProps {
  readonly address: string;
  readonly seen: number;
  readonly errors: readonly FieldError[];
  /** What may be done, and the words of its button. */
  readonly ways: readonly (readonly [act: string, text: string])[];
}

function Ending({ address, seen, errors, ways }: EndingProps): JSX.Element {
  const error = errors.find(({ field }) => field === 'why');
  return (
    <form method="post" action={address}>
      <CsrfField />
      <input type="hidden" name="seen" value={seen} />
      <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label govuk-label--s" for="why">
          Reason
        </label>
        <div id="why-hint" class="govuk-hint">
          {ways.length > 1 ? 'Needed only where it is dropped' : 'Needed'}
        </div>
        {error && (
          <p id="why-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error.text}
          </p>
        )}
        <textarea
          class="govuk-textarea"
          id="why"
          name="why"
          rows={2}
          maxlength={2000}
          aria-describedby={error ? 'why-hint why-error' : 'why-hint'}
        ></textarea>
      </div>
      <div class="govuk-button-group">
        {ways.map(([act, text]) => (
          <button key={act} type="submit" class="govuk-button govuk-button--secondary" name="act" value={act}>
            {text}
          </button>
        ))}
      </div>
    </form>
  );
}

const doneWords: Readonly<Record<string, string>> = {
  raise: 'Raised',
  revise: 'Changed',
  done: 'Done',
  drop: 'Dropped',
  reopen: 'Opened again',
};

function Changed({ history }: Pick<Props, 'history'>): JSX.Element {
  return (
    <ol class="app-history">
      {history.toReversed().map((version) => (
        <li key={version.version}>
          <p class="app-history__what">
            <strong>{doneWords[version.action] ?? version.action}</strong> by {version.role}, {momentLabel(version.at)}
          </p>
          {version.why !== null && <p class="app-prose">Reason: {version.why}</p>}
          <WhatChanged version={version} before={history[version.version - 2]} />
        </li>
      ))}
    </ol>
  );
}

const lineOf = ({ text, ownerRole, due }: ActionVersion): string =>
  `${text} (${ownerRole}, ${due === null ? 'no date' : `due ${dayLabel(due)}`})`;

function WhatChanged({
  version,
  before,
}: {
  version: ActionVersion;
  before: ActionVersion | undefined;
}): JSX.Element | null {
  const [from, to] = [before === undefined ? '' : lineOf(before), lineOf(version)];
  if (from === to) return null;
  return (
    <p class="app-prose">
      <Difference before={from} after={to} />
    </p>
  );
}
