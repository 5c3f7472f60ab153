import { type Month, monthEnd } from '../../calendar/index.ts';
import { type Exact, figure, type Judgement, type JudgementSource, judge } from '../../judgement/index.ts';
import { type Definition, type Indicator, versionAt } from '../../pack/index.ts';
import type { Asked, FactSource } from './fact.ts';

/** What every fact is told from. */
export interface Telling {
  readonly source: FactSource;
  readonly asked: Asked;
  readonly judgement: Judgement;
  readonly indicator: Indicator;
  readonly definition: Definition;
}

export function tellingOf(source: FactSource, asked: Asked): Telling {
  const { indicator: id, unit, month, previous } = asked;
  const judgement = judge(source, id, unit, month, previous === undefined ? {} : { previous });
  const { indicator, definition } = judgement;
  return { source, asked, judgement, indicator, definition };
}

/** The definition in force in a month. */
export function definitionAt(indicator: Indicator, month: Month): Definition {
  return versionAt(indicator, monthEnd(month)).definition;
}

/** The exact figure of a unit in a month; null without one. */
export function figureAt(source: JudgementSource, indicator: Indicator, unit: string, month: Month): Exact | null {
  return figure(source.observation(indicator.id, unit, month), definitionAt(indicator, month).measuredIn);
}
