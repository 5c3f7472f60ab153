import type { ComponentChildren, JSX } from 'preact';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Layout } from '../../components/layout.tsx';

export interface FrameProps {
  readonly title: string;
  readonly synthetic: boolean | null;
  /** Of a page that changes by itself: a browser without scripts asks for it anew after so many seconds. */
  readonly refresh?: number | undefined;
  readonly children: ComponentChildren;
}

/** The frame of every page of a load. Its script makes the page more convenient; without it everything works too. */
export function Frame({ title, synthetic, refresh, children }: FrameProps): JSX.Element {
  const head = (
    <>
      <script type="module" src="/assets/load-data.js" />
      {refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refresh)} />
        </noscript>
      )}
    </>
  );
  return (
    <Layout title={title} section="data" synthetic={synthetic} head={head}>
      <Breadcrumbs crumbs={[{ text: 'Data', href: '/data' }, { text: 'Load data' }]} />
      {children}
    </Layout>
  );
}
