import type { ComponentChildren, JSX } from 'preact';
import { Breadcrumbs, type Crumb } from '../components/breadcrumbs.tsx';
import { Layout } from '../components/layout.tsx';
import { registerAddress } from './address.ts';

interface Props {
  readonly title: string;
  readonly synthetic: boolean | null;
  /** Under the register. */
  readonly crumbs: readonly Crumb[];
  /** Whether it changes by itself: a browser without scripts asks for it anew. */
  readonly live?: boolean;
  /** Whether it shows a report. */
  readonly report?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page of editions. */
export function Frame({ title, synthetic, crumbs, live = false, report = false, children }: Props): JSX.Element {
  const head = (
    <>
      {report && <link rel="stylesheet" href="/assets/report.css" />}
      {live && <script type="module" src="/assets/load-data.js" />}
      {live && (
        <noscript>
          <meta http-equiv="refresh" content="3" />
        </noscript>
      )}
    </>
  );
  const up = crumbs.length === 0 ? [{ text: 'Editions' }] : [{ text: 'Editions', href: registerAddress }, ...crumbs];
  return (
    <Layout title={title} section="editions" synthetic={synthetic} head={head}>
      {crumbs.length > 0 && <Breadcrumbs crumbs={up} />}
      {children}
    </Layout>
  );
}
