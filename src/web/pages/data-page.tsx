import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import type { Figures } from '../../measure/index.ts';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';

/** What the figures were made from: the extracts, their dates, and what was found wrong with them. */
export function DataPage({ figures }: { readonly figures: Figures }): JSX.Element {
  const { pack, months, sources } = figures;
  const [first, last] = [months[0], months.at(-1)];
  return (
    <Layout title="Data" section="data" synthetic={figures.synthetic}>
      <h1 class="app-h1">Data</h1>
      <p class="app-lead">
        Data to {dayLabel(figures.asAt)} · pack {pack.title}, version {pack.version} · {pack.indicators.size} indicators
        {first !== undefined && last !== undefined && ` · ${monthLabel(first)} to ${monthLabel(last)}`}
      </p>
      <Scroll labelledBy="extracts">
        <table class="app-table">
          <caption id="extracts">Extracts that the figures come from</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Format</th>
              <th scope="col">As at</th>
              <th scope="col">Loaded</th>
              <th scope="col" class="app-number">
                Findings
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ source, format, asAt, loadedAt, findings }) => (
              <tr key={`${source} ${loadedAt}`}>
                <th scope="row">{source}</th>
                <td>{format}</td>
                <td class="app-date">{dayLabel(asAt)}</td>
                <td class="app-date">{dayLabel(loadedAt.slice(0, 10))}</td>
                <td class="app-number">{findings.toLocaleString('en-GB')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {sources.length === 0 && <p class="app-empty">Nothing is loaded.</p>}
      <h2 class="app-h2">Findings</h2>
      <p class="app-prose">
        A finding is a value that was repaired or refused when an extract was loaded, or a case that is doubtful for an
        indicator. It names the file, row, column and what was wrong. The command <code>outturn findings</code> lists
        them.
      </p>
    </Layout>
  );
}
