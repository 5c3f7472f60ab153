import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Differences, JudgementDifference } from '../../edition/index.ts';
import { changeInWords } from '../../judgement/index.ts';
import type { Edition } from '../../store/index.ts';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import { editionAddress, registerAddress } from './address.ts';
import { Frame } from './frame.tsx';
import { countsInWords, figureInWords, type Names } from './names.ts';

interface Props {
  readonly edition: Edition;
  readonly other: Edition | 'now';
  readonly differences: Differences;
  /** What it may be compared with: editions of the same report and unit. */
  readonly choices: readonly Edition[];
  readonly names: Names;
  readonly synthetic: boolean | null;
}

/** More than so many are too long to read on a page. */
const most = 300;

const nameOf = (side: Edition | 'now'): string => (side === 'now' ? 'As known now' : `Edition ${side.number}`);

function Figures({ edition, other, differences: { figures }, names }: Props): JSX.Element | null {
  if (figures.length === 0) return null;
  return (
    <Scroll labelledBy="figures">
      <table class="app-table app-compared">
        <caption id="figures">
          {several(figures.length, 'figure differs', 'figures differ')}
          {figures.length > most && `; the first ${most} are listed`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">Unit</th>
            <th scope="col">Month</th>
            <th scope="col" class="app-number">
              {nameOf(edition)}
            </th>
            <th scope="col" class="app-number">
              {nameOf(other)}
            </th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {figures.slice(0, most).map(({ indicator, unit, month, before, after }) => {
            const definition = names.definition(indicator, month);
            const [was, is] = [before?.value ?? null, after?.value ?? null];
            const change =
              was === null || is === null || definition === null ? '–' : changeInWords(is, was, definition);
            return (
              <tr key={`${indicator} ${unit} ${month}`}>
                <th scope="row">{names.indicator(indicator)}</th>
                <td>{names.unit(unit, month)}</td>
                <td>{monthLabel(month)}</td>
                {[before, after].map((one, index) => (
                  <td key={index} class="app-number">
                    {figureInWords(one, definition)}
                    <span class="app-note">{countsInWords(one)}</span>
                  </td>
                ))}
                <td>{was === is ? 'the counts alone' : change}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

const targetWords = (target: readonly number[] | null): string => (target === null ? 'none' : target.join(' to '));

function judgementWords({ before, after }: JudgementDifference): string {
  const status =
    before.status === after.status ? [] : [`status ${before.status ?? 'none'}, now ${after.status ?? 'none'}`];
  const same = JSON.stringify(before.target) === JSON.stringify(after.target);
  const target = same ? [] : [`target ${targetWords(before.target)}, now ${targetWords(after.target)}`];
  return [...target, ...status].join('; ');
}

const changeWords = { changed: 'has another definition', added: 'was not there before', gone: 'is not there any more' };

function Others({ differences, names }: Props): JSX.Element {
  const { judgements, comments, definitions, extracts } = differences;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      'Targets and statuses',
      judgements.map(
        (one) => `${names.indicator(one.indicator)}, ${names.unit(one.unit, one.month)}: ${judgementWords(one)}`,
      ),
    ],
    [
      'Comments',
      comments.map(({ name, before, after }) => {
        const [indicator = '', , heading = ''] = name.split('|');
        const where = `${indicator === '' ? 'The report as a whole' : names.indicator(indicator)} (${heading})`;
        if (before === null) return `${where}: added: ${after}`;
        return after === null ? `${where}: taken out` : `${where}: changed to: ${after}`;
      }),
    ],
    ['Definitions', definitions.map(({ indicator, change }) => `${names.indicator(indicator)} ${changeWords[change]}`)],
    ['Extracts', [...extracts.before.map((one) => `${one}, before`), ...extracts.after.map((one) => `${one}, after`)]],
  ];
  return (
    <>
      {lists
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <section key={title}>
            <h2 class="app-h2">{title}</h2>
            <ul class="govuk-list govuk-list--bullet app-prose app-differences">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** What differs between an edition and another, or between it and what is known now. */
export function ComparePage(props: Props): JSX.Element {
  const { edition, other, differences, choices, synthetic } = props;
  const { compared, only, figures } = differences;
  const title = `Edition ${edition.number} and ${other === 'now' ? 'what is known now' : `edition ${other.number}`}`;
  return (
    <Frame
      title={title}
      synthetic={synthetic}
      crumbs={[{ text: `Edition ${edition.number}`, href: editionAddress(edition.number) }, { text: 'Compare' }]}
    >
      <h1 class="app-h1">{title}</h1>
      <form class="app-chooser app-top" action={`${registerAddress}/${edition.number}/compare`} method="get">
        <div class="govuk-form-group">
          <label class="govuk-label" for="with">
            Compare with
          </label>
          <select class="govuk-select" id="with" name="with">
            <option value="now" selected={other === 'now'}>
              What is known now
            </option>
            {choices.map(({ number, month }) => (
              <option key={number} value={number} selected={other !== 'now' && other.number === number}>
                Edition {number}, {monthLabel(month)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button">
          Compare
        </button>
      </form>
      <p class="app-lead">
        {several(compared, 'figure is', 'figures are')} in both;{' '}
        {figures.length === 0 ? 'all are the same' : `${several(figures.length, 'differs', 'differ')}`}.
        {only.before + only.after > 0 &&
          ` ${several(only.before + only.after, 'figure is', 'figures are')} in one of them alone, because they look back on other months or units.`}
      </p>
      <Figures {...props} />
      <Others {...props} />
    </Frame>
  );
}
