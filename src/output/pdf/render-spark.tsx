import { renderToString } from 'preact-render-to-string';
import type { SparkCell } from '../../document/index.ts';
import { Sparkline } from '../charts/index.ts';

/** A line the size of a word as a picture. Each is a file of its own, so its id need not differ from the others'. */
export function renderSpark({ values, targets, breaks, text }: SparkCell): string {
  return renderToString(<Sparkline id="spark" values={values} targets={targets} breaks={breaks} title={text} />);
}
