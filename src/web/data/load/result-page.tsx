import type { JSX } from 'preact';
import { dayLabel } from '../../../calendar/index.ts';
import type { JobState, LoadedExtract, LoadedTable, LoadFinding } from '../../../loading/index.ts';
import { findingsAddress } from '../../address.ts';
import { Banner } from '../../components/banner.tsx';
import { Scroll } from '../../components/scroll.tsx';
import type { Progress } from '../../options.ts';
import { several } from '../../words.ts';
import { chooseAddress } from './address.ts';
import { Frame } from './frame.tsx';

const outcomes: Readonly<Record<LoadedExtract['outcome'], string>> = {
  published: 'Loaded',
  restored: 'Loaded before, and in force again',
  unchanged: 'The same content was loaded already: nothing changed',
};

/** Severities, the gravest first, in words. */
const severities: readonly (readonly [string, string])[] = [
  ['refused-row', 'Rows that were not taken'],
  ['refused-value', 'Values that were not taken'],
  ['suspicious', 'Doubtful'],
  ['repaired', 'Put right while reading'],
];

const number = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en-GB'));

function Tables({ extract }: { extract: LoadedExtract }): JSX.Element {
  const { authority, source, tables, former } = extract;
  const compared = tables.some(({ change }) => change !== null);
  const id = `tables-${authority}-${source}`.replaceAll(/[^\w-]/g, '-');
  const cells = ({ rows, change }: LoadedTable): (number | null)[] =>
    compared
      ? [rows, change?.before ?? null, change?.added ?? null, change?.gone ?? null, change?.changed ?? null]
      : [rows];
  const caption = compared ? `Tables, and what changed against the extract as at ${dayLabel(former ?? '')}` : 'Tables';
  return (
    <Scroll labelledBy={id} class="app-findings">
      <table class="app-table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Table</th>
            {['Rows', ...(compared ? ['Rows before', 'Added', 'Gone', 'Changed'] : [])].map((heading) => (
              <th key={heading} scope="col" class="app-number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.id}>
              <th scope="row">
                {table.title}
                {table.rows === null && <span class="app-note">no longer there: no file had it</span>}
              </th>
              {cells(table).map((value, index) => (
                <td key={index} class="app-number">
                  {number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Extract({ extract, several: many }: { extract: LoadedExtract; several: boolean }): JSX.Element {
  const { authority, source, asAt, asAtBasis, outcome, former, tables } = extract;
  const rows = tables.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  const held = tables.filter((table) => table.rows !== null).length;
  return (
    <section>
      <h2 class="app-h2">
        {many ? `${authority}: ` : ''}
        {source}, as at {dayLabel(asAt)}
      </h2>
      <p class="app-prose">
        {outcomes[outcome]}. It has {several(held, 'table', 'tables')}, {several(rows, 'row', 'rows')}.
        {asAtBasis === 'data' && ' The as-at date is the latest date in the data, since nothing else said it.'}
        {former === null && outcome === 'published' && ' Nothing of this source was loaded before.'}
      </p>
      <Tables extract={extract} />
    </section>
  );
}

function Findings({ findings }: { findings: readonly LoadFinding[] }): JSX.Element {
  const total = findings.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="found">
      <h2 id="found" class="app-h2">
        Findings
      </h2>
      {total === 0 ? (
        <p class="app-empty">Nothing was found wrong.</p>
      ) : (
        <p class="app-prose">
          {several(total, 'finding', 'findings')}, each kind with its list to correct at the source.
        </p>
      )}
      {severities.map(([severity, words]) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        const id = `severity-${severity}`;
        return (
          <Scroll key={severity} labelledBy={id} class="app-findings">
            <table class="app-table">
              <caption id={id}>{words}</caption>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col" class="app-number">
                    Findings
                  </th>
                  <th scope="col">What to do</th>
                </tr>
              </thead>
              <tbody>
                {own.map(({ code, title, count, remedy }) => (
                  <tr key={code}>
                    <th scope="row">
                      <a class="govuk-link" href={findingsAddress({ code })}>
                        {title}
                      </a>
                    </th>
                    <td class="app-number">{number(count)}</td>
                    <td>{remedy}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        );
      })}
    </section>
  );
}

interface Props {
  readonly state: Extract<JobState, { stage: 'done' }>;
  readonly synthetic: boolean | null;
  readonly address: string;
  /** How far the new figures are; null where the pages show them already. */
  readonly working: Progress | null;
}

/** What a load brought. */
export function ResultPage({ state: { outcome }, synthetic, address, working }: Props): JSX.Element {
  const { extracts, findings, complete } = outcome;
  const many = new Set(extracts.map(({ authority }) => authority)).size > 1;
  const same = extracts.every((extract) => extract.outcome === 'unchanged');
  return (
    <Frame title="Loaded" synthetic={synthetic} refresh={working === null ? undefined : 3}>
      <Banner title={same ? 'Nothing changed' : 'Success'} success={!same} live={working === null ? null : 'figures'}>
        <p class="govuk-notification-banner__heading">
          {same ? 'The same content was loaded already.' : 'The data is loaded.'}{' '}
          {working === null ? (
            <a class="govuk-notification-banner__link" href="/scorecard">
              See the scorecard
            </a>
          ) : (
            'The new figures are being worked out; until they are ready the pages show the former.'
          )}
        </p>
        {working !== null && working.total > 0 && (
          <p class="govuk-body">
            <span data-part="figures">
              {working.done} of {working.total} indicators are done.
            </span>{' '}
            <a class="govuk-notification-banner__link" href={address}>
              Look again
            </a>
          </p>
        )}
      </Banner>
      <h1 class="app-h1">What was loaded</h1>
      {extracts.map((extract) => (
        <Extract key={`${extract.authority} ${extract.source}`} extract={extract} several={many} />
      ))}
      {!complete && (
        <p class="app-warning">
          What changed, and what does not fit together, could not be worked out. The data itself is loaded.
        </p>
      )}
      <Findings findings={findings} />
      <p class="app-load-more">
        <a class="govuk-link" href={chooseAddress}>
          Load more
        </a>
      </p>
    </Frame>
  );
}
