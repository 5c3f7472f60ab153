import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import { type Standing, stepNames } from '../../cycle/index.ts';
import type { Report } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { Chooser } from '../components/chooser.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { standingAddress } from './address.ts';
import { ApprovalMark, MarkShape, markOf } from './marks.tsx';
import { stateInWords, stepTitles, waitsFor } from './words.ts';

interface Listed {
  readonly report: Report;
  readonly standing: Standing;
}

/** Where every report of a month stands. */
export function CyclePage({
  choice,
  listed,
}: {
  readonly choice: Choice;
  readonly listed: readonly Listed[];
}): JSX.Element {
  const { figures, month, chosen } = choice;
  return (
    <Layout title={`Cycle of ${monthLabel(month)}, ${chosen.name}`} section="cycle" synthetic={figures.synthetic}>
      <h1 class="app-h1">Cycle of {monthLabel(month)}</h1>
      <p class="app-lead">Where the reports of {chosen.name} stand on their way to publication.</p>
      <div class="app-top">
        <Chooser action="/cycle" choice={choice} />
      </div>
      {listed.length === 0 ? (
        <p class="app-empty">The pack has no reports.</p>
      ) : (
        <Scroll labelledBy="_reports">
          <table class="app-table app-cycle">
            <caption id="_reports">Reports of {monthLabel(month)}</caption>
            <thead>
              <tr>
                <th scope="col">Report</th>
                <th scope="col">Stands at</th>
                <th scope="col">Next date</th>
                <th scope="col">Approval</th>
                <th scope="col" class="app-cycle__count">
                  Missing
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map((one) => (
                <Line key={one.report.id} choice={choice} {...one} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Layout>
  );
}

function Line({ choice, report, standing }: { readonly choice: Choice } & Listed): JSX.Element {
  const { steps, nextMonth, approval, missing } = standing;
  return (
    <tr>
      <th scope="row">
        <a class="govuk-link app-cycle__title" href={standingAddress(report.id, choice)}>
          {report.title}
        </a>
        <span class="app-note">{report.audience}</span>
      </th>
      {nextMonth === null ? (
        <>
          <td>
            <Progress standing={standing} />
          </td>
          <td>{steps === null ? <span class="app-quiet">No calendar</span> : <NextDate standing={standing} />}</td>
          <td>
            {approval === null ? (
              <span class="app-quiet">Its publisher signs alone</span>
            ) : (
              <ApprovalMark node={approval} />
            )}
          </td>
          <td class="app-cycle__count">{missing.length === 0 ? 'Nothing' : missing.length}</td>
        </>
      ) : (
        <td colspan={4} class="app-quiet">
          Not made of this month; next of {monthLabel(nextMonth)}
        </td>
      )}
    </tr>
  );
}

/** Four shapes, and in words the step it stands at. */
function Progress({ standing: { steps, stage } }: Pick<Listed, 'standing'>): JSX.Element {
  return (
    <>
      {steps !== null && (
        <span class="app-cycle__marks">
          {stepNames.map((name) => {
            const step = steps.find((one) => one.name === name);
            return step && <MarkShape key={name} mark={markOf(step, name === stage)} size={16} />;
          })}
        </span>
      )}
      {stage === null ? 'Published' : waitsFor[stage]}
    </>
  );
}

function NextDate({ standing: { steps, stage } }: Pick<Listed, 'standing'>): JSX.Element {
  const step = steps?.find(({ name }) => name === stage);
  if (step === undefined) return <span class="app-quiet">None: it is published</span>;
  return (
    <>
      {stepTitles[step.name]} by {dayLabel(step.due)}
      <span class={step.state === 'overdue' ? 'app-cycle__overdue' : 'app-note'}>{stateInWords(step)}</span>
    </>
  );
}
