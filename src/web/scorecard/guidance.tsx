import type { ComponentChildren, JSX } from 'preact';
import { financialYear, monthEnd, monthLabel } from '../../calendar/index.ts';
import { abbreviationsIn, earlyInYear } from '../../document/index.ts';
import type { polarityInWords } from '../../judgement/index.ts';
import type { Choice } from '../choice.ts';
import { DirectionMark } from '../components/direction-mark.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import type { Scorecard } from './model.ts';

interface Note {
  readonly title: string;
  readonly body: ComponentChildren;
}

function notesOf(choice: Choice, { sections, labels, scope, report }: Scorecard): Note[] {
  const { pack } = choice.figures;
  const judgements = sections.flatMap(({ rows }) => rows.map(({ judgement }) => judgement));
  const definitions = judgements.map(({ definition }) => definition);
  const uses = (polarity: keyof typeof polarityInWords): boolean =>
    definitions.some((definition) => definition.polarity === polarity);
  const notes: Note[] = [];

  notes.push({
    title: 'Which way is better',
    body: (
      <p>
        {[
          uses('higher') && 'Higher is better: the aim is the highest figure possible. ',
          uses('lower') && 'Lower is better: the aim is the lowest figure possible. ',
          uses('target') && 'Close to target is better: both well above and well below give cause to look. ',
          uses('none') && 'Activity: neither more nor less is good in itself, so it has no rating and no direction.',
        ]}
      </p>
    ),
  });
  const bands = [
    { status: 'met', words: 'the figure has reached its target.' },
    { status: 'near', words: 'it has not, but is within the limit set for being close.' },
    { status: 'away', words: 'it is further away than that.' },
  ] as const;
  const bandsUsed = bands.filter(({ status }) => judgements.some((judgement) => judgement.status === status));
  notes.push({
    title: 'Status',
    body: (
      <>
        <ul class="app-key">
          {bandsUsed.map(({ status, words }) => (
            <li key={status}>
              <StatusTag status={status} labels={labels} /> {words}
            </li>
          ))}
        </ul>
        <p>
          A figure is judged before it is rounded: exactly at the target has reached it. Activity, figures without a
          target and figures without cases have no status.
        </p>
      </>
    ),
  });
  const outturn = judgements[0]?.outturn.month;
  if (
    judgements.some(({ directionFromPrevious, directionFromOutturn }) => directionFromPrevious ?? directionFromOutturn)
  ) {
    notes.push({
      title: 'Direction',
      body: (
        <p>
          <DirectionMark direction="better" /> and <DirectionMark direction="worse" /> say how the latest figure
          compares with the month before and with the outturn, the last month of the financial year before
          {outturn === undefined ? '' : ` (${monthLabel(outturn)})`}. The arrow points up for better, whichever way the
          number went. Figures are compared before they are rounded, so two that print the same can still differ.
          Nothing is said where a figure is missing or its definition has changed in between.
        </p>
      ),
    });
  }
  if (judgements.some(({ smallDenominator }) => smallDenominator)) {
    notes.push({
      title: 'Few cases',
      body: (
        <p>
          <span class="app-few">
            7 <span class="app-few__word">few</span>
          </span>{' '}
          marks a denominator of 1 to 9. One case more or less moves such a figure a long way: read its status and
          direction with care.
        </p>
      ),
    });
  }
  if (earlyInYear(choice.month, pack.financialYearStart) && definitions.some(({ basis }) => basis === 'year-to-date')) {
    notes.push({
      title: 'Early in the year',
      body: (
        <p>
          Year-to-date figures begin again in{' '}
          {monthLabel(financialYear(monthEnd(choice.month), pack.financialYearStart).start.slice(0, 7)).split(' ')[0]}.
          In the first months they rest on few cases and move easily.
        </p>
      ),
    });
  }
  const words = [...definitions.map(({ title }) => title), scope ?? ''].flatMap((text) =>
    text.split(/[^\p{L}\p{N}&]+/u),
  );
  const short = abbreviationsIn(pack.glossary, new Set(words));
  if (short.length > 0) {
    notes.push({
      title: 'Abbreviations',
      body: (
        <dl class="app-glossary">
          {short.map(([name, meaning]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      ),
    });
  }
  if (report !== null && report.changes.length > 0) {
    notes.push({
      title: 'Changes to this scorecard',
      body: (
        <ul class="govuk-list govuk-list--bullet">
          {report.changes
            .map((change) => (typeof change === 'string' ? change : change.says))
            .map((says) => (
              <li key={says}>{says}</li>
            ))}
        </ul>
      ),
    });
  }
  return notes;
}

/** What a reader needs to know for this page, and nothing it does not use. */
export function Guidance({
  choice,
  scorecard,
}: {
  readonly choice: Choice;
  readonly scorecard: Scorecard;
}): JSX.Element {
  return (
    <section class="app-guidance" aria-labelledby="guidance">
      <h2 id="guidance" class="app-h2">
        How to read this scorecard
      </h2>
      <div class="app-guidance__notes">
        {notesOf(choice, scorecard).map(({ title, body }) => (
          <div key={title} class="app-guidance__note">
            <h3 class="app-h3">{title}</h3>
            {body}
          </div>
        ))}
      </div>
    </section>
  );
}
