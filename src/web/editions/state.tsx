import type { JSX } from 'preact';
import type { Edition } from '../../store/index.ts';
import { editionAddress } from './address.ts';

export const kindWords: Readonly<Record<Edition['kind'], string>> = { internal: 'Internal', public: 'Public' };

/** Which editions have been corrected, by number, and by which. */
export const correctionsIn = (all: readonly Edition[]): ReadonlyMap<number, number> =>
  new Map(all.flatMap(({ number, corrects }) => (corrects === null ? [] : [[corrects, number] as const])));

/** Whether an edition is in force, in a word and a shape. */
export function EditionState({ correctedBy }: { readonly correctedBy: number | null }): JSX.Element {
  return correctedBy === null ? (
    <span class="app-edition-state app-edition-state--in-force">In force</span>
  ) : (
    <span class="app-edition-state">
      Corrected by{' '}
      <a class="govuk-link" href={editionAddress(correctedBy)}>
        edition {correctedBy}
      </a>
    </span>
  );
}
