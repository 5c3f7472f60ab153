import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import { forms } from '../../output/index.ts';
import type { Asked, Checked } from '../../publishing/index.ts';
import { CsrfField } from '../components/csrf-field.tsx';
import { Details } from '../components/details.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { several } from '../words.ts';
import { editionAddress, proofAddress, publishAddress, registerAddress, signAddress } from './address.ts';
import { ErrorOf, Group, Words } from './field.tsx';
import { Frame } from './frame.tsx';
import type { Names } from './names.ts';
import { type FieldError, needsReason, type Typed } from './said.ts';
import { kindWords } from './state.tsx';

export interface CheckedProps {
  readonly id: string;
  readonly asked: Asked;
  readonly checked: Checked;
  readonly names: Names;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** The post in which whoever asks would sign. */
  readonly post: string;
}

function Frozen({ asked, checked, names }: CheckedProps): JSX.Element {
  const { figures, extracts, definitions, approved, suppression, asAt, next } = checked;
  const rows: readonly (readonly [string, string])[] = [
    ['Number', `edition ${next}`],
    ['For', kindWords[asked.kind].toLowerCase()],
    ['Unit', names.unit(asked.unit, asked.month)],
    [
      'Approval',
      approved
        ? 'approved; made from the figures that were approved'
        : 'nobody has begun it: your signature alone decides',
    ],
    ['Data to', dayLabel(asAt)],
    [
      'Extracts',
      extracts.map(({ authority, source, asAt: at }) => `${authority}, ${source}, as at ${dayLabel(at)}`).join('; '),
    ],
    ['Definitions', `${definitions.pack} ${definitions.version}, ${definitions.hash.slice(0, 12)}…`],
    [
      'Figures',
      `${several(figures.all, 'figure', 'figures')}, ${figures.asPublished.toLocaleString('en-GB')} of them as earlier editions published them`,
    ],
    ...(suppression === null ? [] : [['Small numbers', suppressedWords(suppression)] as const]),
  ];
  return (
    <section aria-labelledby="frozen">
      <h2 id="frozen" class="app-h2">
        What will be frozen
      </h2>
      <dl class="app-made-from">
        {rows.map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function suppressedWords({ small, guards, already, against }: NonNullable<Checked['suppression']>): string {
  const held =
    against.length === 0
      ? 'there is no earlier public edition'
      : `held against ${several(against.length, 'earlier public edition', 'earlier public editions')}`;
  const told =
    already === 0 ? '' : ` Earlier editions gave ${several(already, 'small count', 'small counts')} away already.`;
  return `${small} parts of figures are not shown because they are small, ${guards} to guard them; ${held}. A program tried to undo it and could not.${told}`;
}

function Findings({ checked: { findings } }: CheckedProps): JSX.Element {
  const [stopping, told] = [findings.filter(({ stops }) => stops), findings.filter(({ stops }) => !stops)];
  const list = (some: typeof findings): JSX.Element => (
    <ul class="govuk-list govuk-list--bullet">
      {some.map(({ where, says }, index) => (
        <li key={index}>
          <strong>{where}:</strong> {says}
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" class="app-h2">
        Checks before issue
      </h2>
      {stopping.length === 0 ? (
        <p class="app-checks-passed">Nothing was found that stops the issue.</p>
      ) : (
        <div class="app-warning app-prose">
          <p>
            <strong>{several(stopping.length, 'thing stops', 'things stop')} the issue.</strong> Put it right and begin
            again, or say below why it is issued all the same.
          </p>
          {list(stopping)}
        </div>
      )}
      {told.length > 0 && (
        <Details summary={`${several(told.length, 'thing', 'things')} to know that stop nothing`}>{list(told)}</Details>
      )}
    </section>
  );
}

/** The comments there are, for whoever decides which of them the public may read. */
function Comments({ asked, checked: { comments }, names }: CheckedProps): JSX.Element | null {
  if (asked.kind !== 'public' || comments.length === 0) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments" class="app-h2">
        Comments that may go out
      </h2>
      <p class="app-prose">
        Comments are written for the organisation. None is in the public edition unless you choose it, and the report is
        then made again. A number that somebody typed is not guarded as figures are.
      </p>
      <form action={`${registerAddress}/publish`} method="post">
        <CsrfField />
        {(['report', 'month', 'unit', 'kind', 'standpoint'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={asked[name]} />
        ))}
        <fieldset class="govuk-fieldset">
          <legend class="govuk-visually-hidden">Comments that may go out</legend>
          <div class="govuk-checkboxes">
            {comments.map(({ name, indicator, heading, text, author }, index) => (
              <div key={name} class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id={`comment-${index}`}
                  name="comments"
                  type="checkbox"
                  value={name}
                  checked={asked.comments.includes(name)}
                />
                <label class="govuk-label govuk-checkboxes__label" for={`comment-${index}`}>
                  <strong>
                    {indicator === undefined ? 'The report as a whole' : names.indicator(indicator)}: {heading}
                  </strong>
                  <span class="app-comment-words">{text}</span>
                  <span class="app-note">{author}</span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <button type="submit" class="govuk-button govuk-button--secondary">
          Make it again with these
        </button>
      </form>
    </section>
  );
}

function Sign(props: CheckedProps): JSX.Element {
  const { id, checked, typed, errors, post } = props;
  return (
    <form class="app-edition-sign" action={signAddress(id)} method="post" novalidate>
      <CsrfField />
      <h2 class="app-h2">Sign it</h2>
      {checked.standing !== null && (
        <>
          <p class="app-prose">
            <a class="govuk-link" href={editionAddress(checked.standing)}>
              Edition {checked.standing}
            </a>{' '}
            is in force. This one takes its place, and says so.
          </p>
          <Words
            name="what"
            errors={errors}
            label="What is different"
            hint="Printed with the edition, such as: Re-referrals of team North"
            value={typed.what}
          />
          <Words
            name="why"
            errors={errors}
            label="Why it is corrected"
            hint="Such as: Two referrals had been counted twice"
            value={typed.why}
          />
        </>
      )}
      {needsReason(checked) && (
        <Words
          name="despite"
          errors={errors}
          label="Why it is issued although something was found"
          hint="It is kept with the edition"
          value={typed.despite}
        />
      )}
      <Group name="formats" errors={errors}>
        <fieldset
          class="govuk-fieldset"
          aria-describedby={errors.some(({ field }) => field === 'formats') ? 'formats-error' : undefined}
        >
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Files to keep</legend>
          <ErrorOf name="formats" errors={errors} />
          <div class="govuk-checkboxes app-formats" id="formats" tabindex={-1}>
            {forms.map(({ ending, label }) => (
              <div key={ending} class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id={`formats-${ending}`}
                  name="formats"
                  type="checkbox"
                  value={ending}
                  checked={typed.formats.includes(ending)}
                />
                <label class="govuk-label govuk-checkboxes__label" for={`formats-${ending}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </Group>
      <Group name="read" errors={errors}>
        <ErrorOf name="read" errors={errors} />
        <div class="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id="read"
              name="read"
              type="checkbox"
              value="yes"
              aria-describedby={errors.some(({ field }) => field === 'read') ? 'read-error' : undefined}
            />
            <label class="govuk-label govuk-checkboxes__label" for="read">
              I have read the report as it will be published
            </label>
          </div>
        </div>
      </Group>
      <p class="app-prose">
        You sign as <strong>{post}</strong>. An edition cannot be taken back, only corrected. If data or comments change
        before you sign, nothing is published and you see the report again.
      </p>
      <button type="submit" class="govuk-button">
        Sign and publish
      </button>
    </form>
  );
}

/** A report as it would be published: what is frozen with it, what stops it, and where it is signed. */
export function CheckedPage(props: CheckedProps): JSX.Element {
  const { id, asked, checked, errors } = props;
  const title = `${checked.title}, ${monthLabel(asked.month)}`;
  return (
    <Frame
      title={`${errors.length > 0 ? 'Error: ' : ''}Before you sign: ${title}`}
      synthetic={checked.synthetic}
      crumbs={[{ text: 'Publish', href: publishAddress(placeOf(asked)) }, { text: 'Before you sign' }]}
    >
      {errors.length > 0 && <ErrorSummary errors={errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />}
      <h1 class="app-h1">
        <span class="app-h1__above">Before you sign</span>
        {title}
      </h1>
      <p class="app-lead">Nothing is published yet.</p>
      <a class="govuk-button" href={proofAddress(id)}>
        Read it as it will be published
      </a>
      <Frozen {...props} />
      <Findings {...props} />
      <Comments {...props} />
      <Sign {...props} />
    </Frame>
  );
}

const placeOf = ({ report, month, unit, kind }: Asked) => ({ report, month, unit, kind });
