import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import { findingsAddress } from '../address.ts';
import { Scroll } from '../components/scroll.tsx';
import type { Group, QualityView } from './model.ts';

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly column: string;
  readonly note: string;
  readonly groups: readonly Group[];
}

/** Findings counted by one of their marks, each leading to its list. */
export function Groups({ id, caption, column, note, groups }: Props): JSX.Element {
  return (
    <Scroll labelledBy={id} class="app-findings">
      <table class="app-table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col" class="app-number">
              Findings
            </th>
            <th scope="col">{note}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ title, count, note: words, list }) => (
            <tr key={`${title} ${words}`}>
              <th scope="row">
                <a class="govuk-link" href={findingsAddress(list)}>
                  {title}
                </a>
              </th>
              <td class="app-number">{count.toLocaleString('en-GB')}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** How often each kind was found in the last loads: a cleansing effort shows as numbers that fall. */
export function Course({ id, caption, view }: { id: string; caption: string; view: QualityView }): JSX.Element | null {
  const { states, courses } = view;
  if (states.length < 2) return null;
  const sums = states.map((_, index) => courses.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const cells = (counts: readonly number[]): JSX.Element[] =>
    states.map(({ loadedAt, extracts }, index) => (
      <td key={`${loadedAt} ${extracts.join(' ')}`} class="app-number">
        {(counts[index] ?? 0).toLocaleString('en-GB')}
      </td>
    ));
  return (
    <Scroll labelledBy={id} class="app-findings">
      <table class="app-table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">What is wrong</th>
            {states.map(({ loadedAt, asAt, extracts }) => (
              <th key={`${loadedAt} ${extracts.join(' ')}`} scope="col" class="app-number">
                Loaded {dayLabel(loadedAt.slice(0, 10))}, as at {dayLabel(asAt)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {courses.map(({ title, counts }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {cells(counts)}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <strong>All findings</strong>
            </th>
            {cells(sums)}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
