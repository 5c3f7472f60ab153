import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import type { StatusLabels } from '../status-labels.ts';

interface Props {
  readonly judgement: Judgement;
  readonly labels: StatusLabels;
}

/** The status by rule beside the one that a person set, with who, why and for how long; nothing where none is set. */
export function SetByHand({ judgement, labels }: Props): JSX.Element | null {
  const { statusByRule, statusOverride } = judgement;
  if (statusOverride === null) return null;
  const { value, by, reason, until } = statusOverride;
  return (
    <p class="app-rule-line">
      By rule: <strong>{labels[statusByRule ?? 'none']}</strong>. Set by hand to{' '}
      <strong>{labels[value ?? 'none']}</strong> by {by},{' '}
      {until === null ? 'until it is taken back' : `for figures up to ${dayLabel(until)}`}. Reason: {reason}
    </p>
  );
}
