import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { Standing } from '../../cycle/index.ts';
import { MarkShape, markOf } from './marks.tsx';
import { stateInWords, stepTitles } from './words.ts';

/** The four steps of a month with their days. */
export function Timeline({ standing }: { readonly standing: Standing }): JSX.Element | null {
  const { steps, stage } = standing;
  if (steps === null) return null;
  return (
    <ol class="app-timeline">
      {steps.map((step) => {
        const mark = markOf(step, step.name === stage);
        return (
          <li
            key={step.name}
            class={`app-timeline__step app-timeline__step--${mark}`}
            aria-current={step.name === stage ? 'step' : undefined}
          >
            <MarkShape mark={mark} size={28} />
            <div>
              <h2 class="app-timeline__title">{stepTitles[step.name]}</h2>
              <p class="app-timeline__due">by {dayLabel(step.due)}</p>
              <p class="app-timeline__state">{stateInWords(step)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
