import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Choice } from '../choice.ts';
import { choiceOfUnits } from '../unit-words.ts';

interface Props {
  /** Where the form goes: the page itself. */
  readonly action: string;
  readonly choice: Choice;
  /** What else the address says, kept as it is. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** How deep a unit lies below the authority. */
function depth(unit: Unit, byCode: ReadonlyMap<string, Unit>): number {
  let steps = 0;
  for (let above = unit.parent; above !== null && steps < 20; above = byCode.get(above)?.parent ?? null) steps++;
  return steps;
}

/** Month and unit, as a plain form. */
export function Chooser({ action, choice, keep = {} }: Props): JSX.Element {
  const byCode = new Map(choice.units.map((unit) => [unit.code, unit]));
  return (
    <form class="app-chooser" action={action} method="get">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="govuk-form-group">
        <label class="govuk-label" for="month">
          Month
        </label>
        <select class="govuk-select" id="month" name="month">
          {choice.figures.months.toReversed().map((month) => (
            <option key={month} value={month} selected={month === choice.month}>
              {monthLabel(month)}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="unit">
          {choiceOfUnits(choice.figures.pack, choice.units)}
        </label>
        <select class="govuk-select" id="unit" name="unit">
          {choice.units.map((unit) => (
            <option key={unit.code} value={unit.code} selected={unit.code === choice.unit}>
              {'\u00a0\u00a0\u00a0'.repeat(depth(unit, byCode)) + unit.name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="govuk-button">
        Show
      </button>
    </form>
  );
}
