import type { JSX } from 'preact';
import { monthLabel, shortMonthLabel } from '../../calendar/index.ts';
import { formatValue, type Judgement, measureInWords } from '../../judgement/index.ts';
import { ProcessChart } from '../../output/index.ts';
import type { Choice } from '../choice.ts';
import { Details } from '../components/details.tsx';
import { Scroll } from '../components/scroll.tsx';
import type { DrawnProcess, UsualRange } from './usual-range.ts';

interface Props {
  readonly choice: Choice;
  readonly judgement: Judgement;
  readonly usual: UsualRange;
}

const pointsInWords: Readonly<Record<DrawnProcess['pointsAre'], string>> = {
  figures: 'month by month',
  'months inside the year to date': 'each month alone, taken out of the year to date',
  quarters: 'each quarter one point',
};

/** What the figure usually is, and whether the latest month is more than chance. */
export function UsualRangeSection({ choice, judgement, usual }: Props): JSX.Element {
  const { title, sentences, drawn } = usual;
  const { definition } = judgement;
  return (
    <section aria-labelledby="usual">
      <h2 id="usual" class="app-h2">
        {title}
      </h2>
      <ul class="app-facts">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {drawn !== null && (
        <>
          <p class="app-caption">
            {measureInWords[definition.measuredIn]}, {pointsInWords[drawn.pointsAre]}, {choice.chosen.name}
          </p>
          <div class="app-chart app-chart--wide">
            <Chart judgement={judgement} usual={usual} drawn={drawn} id="usual-wide" isNarrow={false} />
          </div>
          <div class="app-chart app-chart--narrow">
            <Chart judgement={judgement} usual={usual} drawn={drawn} id="usual-narrow" isNarrow />
          </div>
          <p class="app-caption">{drawn.rule}</p>
          <Details summary="View the usual range as table">
            <PointsTable choice={choice} judgement={judgement} drawn={drawn} />
          </Details>
        </>
      )}
    </section>
  );
}

interface ChartProps extends Pick<Props, 'judgement' | 'usual'> {
  readonly drawn: DrawnProcess;
  readonly id: string;
  readonly isNarrow: boolean;
}

function Chart({ judgement: { definition }, usual, drawn, id, isNarrow }: ChartProps): JSX.Element {
  const print = (value: number): string => formatValue(value, definition);
  const named = (name: string, value: number | null | undefined): string =>
    value == null ? name : isNarrow ? name : `${name} ${print(value)}`;
  const limits = drawn.limits.at(-1);
  const point = drawn.points.findLast((value) => value !== null);
  const labels = {
    point: isNarrow && point != null ? print(point) : named('Latest', point),
    mean: named('Mean', limits?.mean),
    lower: named('Lower', limits?.lower),
    upper: named('Upper', limits?.upper),
    target: named('Target', drawn.targets.at(-1)),
  };
  return (
    <ProcessChart
      id={id}
      width={isNarrow ? 288 : 680}
      height={isNarrow ? 260 : 300}
      title={`${definition.title}. ${usual.title}`}
      description={`${usual.sentences.join(' ')} All points stand in the table below.`}
      months={drawn.months}
      points={drawn.points}
      limits={drawn.limits}
      signals={drawn.signals.map((words) => words !== '')}
      labels={labels}
      targets={drawn.targets}
      breaks={drawn.rebases.map((index) => ({
        index,
        label: isNarrow ? 'New range' : `New range, ${shortMonthLabel(drawn.months[index] ?? '')}`,
      }))}
      range={drawn.range}
      scale={definition}
    />
  );
}

function PointsTable({
  choice,
  judgement,
  drawn,
}: Omit<Props, 'usual'> & { readonly drawn: DrawnProcess }): JSX.Element {
  const print = (value: number): string => formatValue(value, judgement.definition);
  const rows = drawn.months.map((month, index) => ({
    month,
    point: drawn.points[index] ?? null,
    limits: drawn.limits.find(({ from, to }) => from <= index && index < to) ?? null,
    signal: drawn.signals[index] ?? '',
  }));
  return (
    <Scroll labelledBy="usual-caption">
      <table class="app-table">
        <caption id="usual-caption">
          {choice.chosen.name}, {pointsInWords[drawn.pointsAre]}, latest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" class="app-number">
              Figure
            </th>
            <th scope="col" class="app-number">
              Lower
            </th>
            <th scope="col" class="app-number">
              Mean
            </th>
            <th scope="col" class="app-number">
              Upper
            </th>
            <th scope="col">More than chance</th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ month, point, limits, signal }) => (
            <tr key={month}>
              <th scope="row">{monthLabel(month)}</th>
              <td class="app-number">{point === null ? '–' : print(point)}</td>
              <td class="app-number">{limits === null ? '–' : print(limits.lower)}</td>
              <td class="app-number">{limits === null ? '–' : print(limits.mean)}</td>
              <td class="app-number">{limits === null ? '–' : print(limits.upper)}</td>
              <td>{signal === '' ? '–' : signal}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
