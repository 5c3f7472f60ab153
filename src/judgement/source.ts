import type { Month } from '../calendar/index.ts';
import type { Observation } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import type { Remark } from './no-status.ts';
import type { Override } from './override.ts';
import type { TargetLookUps } from './target-for.ts';

/** What a pack says about judging, beside its indicators and targets. */
type Rules = Pick<
  Pack,
  'schemes' | 'scheme' | 'distributions' | 'identities' | 'trendRule' | 'processLimits' | 'overrides'
>;

/**
 * What a judgement is made from: a pack's definitions, targets and rules, and the figures. Figures satisfies it. What
 * is published and what people have said comes from whoever knows it, and may be left out.
 */
export interface JudgementSource {
  readonly pack: Pick<Pack, 'indicators' | 'targets' | 'financialYearStart'> & Partial<Rules>;
  observation(indicator: string, unit: string, month: Month): Observation | undefined;
  readonly benchmark?: TargetLookUps['benchmark'];
  /** The units of a month; absent where there is one alone. */
  units?(month: Month): readonly { readonly code: string; readonly kind: string }[];
  /** What people have set; the pack's overrides.csv where absent. */
  overrides?(indicator: string, unit: string): readonly Override[];
  remark?(indicator: string, unit: string, month: Month): Remark | null;
}
