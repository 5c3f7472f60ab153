import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Edition } from '../../store/index.ts';
import { CsrfField } from '../components/csrf-field.tsx';
import { Scroll } from '../components/scroll.tsx';
import { editionAddress, publishAddress, registerAddress } from './address.ts';
import { Frame } from './frame.tsx';
import type { Names } from './names.ts';
import { correctionsIn, EditionState, kindWords } from './state.tsx';
import { instantInWords } from './when.ts';

export interface RegisterProps {
  /** Those that whoever asks may read, by number. */
  readonly editions: readonly Edition[];
  /** The reports of all of them. */
  readonly reports: readonly string[];
  readonly chosen: { readonly report: string | undefined; readonly kind: string | undefined };
  readonly names: Names;
  readonly synthetic: boolean | null;
  readonly mayPublish: boolean;
}

function Filter({ reports, chosen, names }: Pick<RegisterProps, 'reports' | 'chosen' | 'names'>): JSX.Element {
  return (
    <form class="app-chooser" action={registerAddress} method="get">
      <div class="govuk-form-group">
        <label class="govuk-label" for="report">
          Report
        </label>
        <select class="govuk-select" id="report" name="report">
          <option value="">All reports</option>
          {reports.map((id) => (
            <option key={id} value={id} selected={id === chosen.report}>
              {names.report(id)}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="kind">
          For
        </label>
        <select class="govuk-select" id="kind" name="kind">
          <option value="">Everybody</option>
          {(['internal', 'public'] as const).map((kind) => (
            <option key={kind} value={kind} selected={kind === chosen.kind}>
              {kind === 'internal' ? 'The organisation' : 'The public'}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="govuk-button">
        Show
      </button>
    </form>
  );
}

function Row({
  edition,
  names,
  correctedBy,
}: {
  edition: Edition;
  names: Names;
  correctedBy: number | null;
}): JSX.Element {
  const { number, report, month, unit, kind, role, at, corrects, changed } = edition;
  return (
    <tr>
      <td class="app-number">{number}</td>
      <th scope="row">
        <a class="govuk-link" href={editionAddress(number)}>
          {names.report(report)}
        </a>
        {corrects !== null && (
          <span class="app-note">
            Corrects edition {corrects}: {changed}
          </span>
        )}
      </th>
      <td>{monthLabel(month)}</td>
      <td>{names.unit(unit, month)}</td>
      <td>{kindWords[kind]}</td>
      <td>
        {role}
        <span class="app-note">{instantInWords(at)}</span>
      </td>
      <td>
        <EditionState correctedBy={correctedBy} />
      </td>
    </tr>
  );
}

/** What is published. */
export function RegisterPage(props: RegisterProps): JSX.Element {
  const { editions, names, synthetic, mayPublish } = props;
  const corrected = correctionsIn(editions);
  return (
    <Frame title="Editions" synthetic={synthetic} crumbs={[]}>
      <h1 class="app-h1">Editions</h1>
      <p class="app-lead">
        What has been published, as it was published. An edition never changes: what is wrong in it is put right by a
        further one that says what and why.
      </p>
      <div class="app-top">
        <Filter {...props} />
        <div class="govuk-button-group app-edition-acts">
          {mayPublish && (
            <a class="govuk-button" href={publishAddress()}>
              Publish a report
            </a>
          )}
          {editions.length > 0 && (
            <form action={`${registerAddress}/verify`} method="post">
              <CsrfField />
              <button type="submit" class="govuk-button govuk-button--secondary">
                Verify all
              </button>
            </form>
          )}
        </div>
      </div>
      {editions.length === 0 ? (
        <p class="app-empty">Nothing has been published yet that you may see.</p>
      ) : (
        <Scroll labelledBy="register">
          <table class="app-table app-register">
            <caption id="register">The register, latest first</caption>
            <thead>
              <tr>
                <th scope="col" class="app-number">
                  Edition
                </th>
                <th scope="col">Report</th>
                <th scope="col">Month</th>
                <th scope="col">Unit</th>
                <th scope="col">For</th>
                <th scope="col">Signed</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {editions.toReversed().map((edition) => (
                <Row
                  key={edition.number}
                  edition={edition}
                  names={names}
                  correctedBy={corrected.get(edition.number) ?? null}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Frame>
  );
}
