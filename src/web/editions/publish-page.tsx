import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Report } from '../../pack/index.ts';
import { CsrfField } from '../components/csrf-field.tsx';
import { registerAddress } from './address.ts';
import { Frame } from './frame.tsx';

interface Props {
  readonly reports: readonly Report[];
  readonly months: readonly string[];
  /** The units that whoever asks may publish for, in the latest month. */
  readonly units: readonly Unit[];
  readonly chosen: { readonly report: string; readonly month: string; readonly unit: string; readonly kind: string };
  readonly corrects: number | null;
  readonly synthetic: boolean;
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Select({ name, label, value, options }: SelectProps): JSX.Element {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={name}>
        {label}
      </label>
      <select class="govuk-select app-publish-select" id={name} name={name}>
        {options.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface RadiosProps {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string, hint: string])[];
}

function Radios({ name, legend, value, options }: RadiosProps): JSX.Element {
  return (
    <div class="govuk-form-group">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        <div class="govuk-radios">
          {options.map(([one, text, hint]) => (
            <div key={one} class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id={`${name}-${one}`}
                name={name}
                type="radio"
                value={one}
                checked={one === value}
                aria-describedby={`${name}-${one}-hint`}
              />
              <label class="govuk-label govuk-radios__label" for={`${name}-${one}`}>
                {text}
              </label>
              <div id={`${name}-${one}-hint`} class="govuk-hint govuk-radios__hint">
                {hint}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Where a report is chosen to be published. Nothing is published from here: first it is made and shown. */
export function PublishPage({ reports, months, units, chosen, corrects, synthetic }: Props): JSX.Element {
  const title = corrects === null ? 'Publish a report' : `Correct edition ${corrects}`;
  return (
    <Frame title={title} synthetic={synthetic} crumbs={[{ text: title }]}>
      <h1 class="app-h1">{title}</h1>
      <p class="app-lead">
        First it is made as it would be frozen, with the checks before issue. You read it, and then you sign it.
        {corrects !== null && ' The edition that you correct stays in the register as it is.'}
      </p>
      <form class="app-publish-form" action={`${registerAddress}/publish`} method="post">
        <CsrfField />
        <Select
          name="report"
          label="Report"
          value={chosen.report}
          options={reports.map(({ id, title: text }) => [id, text])}
        />
        <Select
          name="month"
          label="Month"
          value={chosen.month}
          options={months.toReversed().map((month) => [month, monthLabel(month)])}
        />
        <Select name="unit" label="Unit" value={chosen.unit} options={units.map(({ code, name }) => [code, name])} />
        <Radios
          name="kind"
          legend="Who it is for"
          value={chosen.kind}
          options={[
            ['internal', 'The organisation', 'Every figure, and every comment that is approved.'],
            [
              'public',
              'The public',
              'Small numbers, and what they could be worked out from, are not in it; nor is what the report holds back. No comment goes out unless you choose it.',
            ],
          ]}
        />
        <Radios
          name="standpoint"
          legend="Earlier months"
          value="as-published"
          options={[
            ['as-published', 'As they were published', 'What has been restated since is marked and listed.'],
            ['as-known-now', 'As they are known now', 'Figures that are others than were published are marked.'],
          ]}
        />
        <button type="submit" class="govuk-button">
          Make it and check it
        </button>
      </form>
    </Frame>
  );
}
