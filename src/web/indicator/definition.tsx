import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import type { Definition as DefinitionModel } from '../../pack/index.ts';
import { Details } from '../components/details.tsx';

/** The definition as the engine reads it, for those who check it. */
function exactly(definition: DefinitionModel): [string, string][] {
  const { cases, numerator, denominator, weight, value, due } = definition;
  const list = (name: string, part: unknown): [string, string][] =>
    part !== null && typeof part === 'object'
      ? Object.entries(part).flatMap(([key, inner]): [string, string][] =>
          inner === undefined || inner === null
            ? []
            : [[`${name} ${key}`, typeof inner === 'string' ? inner : JSON.stringify(inner)]],
        )
      : [[name, String(part)]];
  return [
    ...list('cases', cases ?? {}),
    ...(numerator === undefined ? [] : list('numerator', numerator)),
    ...(denominator === undefined ? [] : list('denominator', denominator)),
    ...(weight === undefined ? [] : list('weight', weight)),
    ...(value === undefined ? [] : list('value', value)),
    ...(due === undefined ? [] : list('due', due)),
  ];
}

/** What the figure means, in words, since when, and the exact rule behind it. */
export function Definition({ judgement }: { readonly judgement: Judgement }): JSX.Element {
  const { definition, indicator, version, target } = judgement;
  const rule = exactly(definition);
  const words = [
    ['Counted', definition.counted],
    ['Condition', definition.condition],
    ['Left out', definition.leftOut],
    ['Why it matters', definition.guide],
    ['Source', definition.source],
    [
      'Target',
      target === null
        ? undefined
        : `Set by ${target.set_by}, in force since ${dayLabel(target.from)}: ${target.reason}`,
    ],
  ] satisfies [string, string | undefined][];
  const later = indicator.versions.filter(({ from }) => from !== null);
  return (
    <section aria-labelledby="definition">
      <h2 id="definition" class="app-h2 app-h2--ruled">
        What counts
      </h2>
      <dl class="app-definition">
        {words.map(
          ([name, text]) =>
            text !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
        <div>
          <dt>In force</dt>
          <dd>
            {version.from === null
              ? 'For all months shown.'
              : `Since ${dayLabel(version.from)}. ${version.note}${version.comparable ? '' : ' Earlier figures do not compare.'}`}
          </dd>
        </div>
      </dl>
      {later.length > 0 && (
        <Details summary="Changes of the definition">
          <ul class="govuk-list">
            {later.toReversed().map(({ from, note, comparable }) => (
              <li key={from}>
                <strong>{dayLabel(from ?? '')}</strong>: {note} {comparable ? '' : 'Earlier figures do not compare.'}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {rule.length > 0 && (
        <Details summary="The exact rule">
          <dl class="app-rule">
            {rule.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{text}</code>
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </section>
  );
}
