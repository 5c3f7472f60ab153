import type { JSX } from 'preact';
import type { StatusLabels } from '../status-labels.ts';
import type { Counts } from './model.ts';

/** How many rows stand where, and how many moved which way. */
export function Tiles({ counts, labels }: { readonly counts: Counts; readonly labels: StatusLabels }): JSX.Element {
  const tiles = [
    { number: String(counts.met), words: labels.met === 'Met' ? 'met target' : labels.met },
    { number: String(counts.near), words: labels.near },
    { number: String(counts.away), words: labels.away },
    { number: `${counts.better} / ${counts.worse}`, words: 'better / worse than last month' },
  ];
  return (
    <dl class="app-tiles">
      {tiles.map(({ number, words }) => (
        <div key={words} class="app-tile">
          <dt>{words.charAt(0).toLowerCase() + words.slice(1)}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  );
}
