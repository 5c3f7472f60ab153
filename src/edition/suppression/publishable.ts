import { checkSuppression } from './check/check.ts';
import {
  type Disclosure,
  type Publication,
  partName,
  type Suppressed,
  type SuppressionSettings,
  usualSettings,
} from './figures.ts';
import { suppress } from './suppress.ts';

/** A publication in which small counts could still be worked out. Nothing was published. */
export class SuppressionFailed extends Error {
  readonly disclosures: readonly Disclosure[];

  constructor(disclosures: readonly Disclosure[]) {
    const some = disclosures.slice(0, 5).map(({ of, because }) => `${of}: ${because.join('; ')}`);
    const more = disclosures.length > some.length ? [`and ${disclosures.length - some.length} more`] : [];
    const count = disclosures.length === 1 ? 'one count' : `${disclosures.length} counts`;
    super(
      `Not published, because ${count} could be worked out from what would be shown.\n${[...some, ...more].join('\n')}`,
    );
    this.name = 'SuppressionFailed';
    this.disclosures = disclosures;
  }
}

export interface Publishable {
  readonly suppressed: Suppressed;
  /** What the earlier editions gave away already. */
  readonly already: readonly Disclosure[];
}

/** How many times what the check finds is put right before the publication fails. */
const rounds = 12;

/**
 * Suppresses, tries to undo it, takes out more where that succeeds, and tries again.
 *
 * @throws SuppressionFailed where a count can still be worked out after that
 */
export function publishable(publication: Publication, settings: SuppressionSettings = usualSettings): Publishable {
  const loosen: string[][] = [];
  for (let round = 0; ; round++) {
    const suppressed = suppress(publication, settings, loosen);
    const { disclosures, already } = checkSuppression(publication, suppressed, settings);
    if (disclosures.length === 0) return { suppressed, already };
    if (round === rounds) throw new SuppressionFailed(disclosures);
    for (const { indicator, unit, month } of disclosures) {
      loosen.push([partName(indicator, unit, month, 'numerator'), partName(indicator, unit, month, 'denominator')]);
    }
  }
}
