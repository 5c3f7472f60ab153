import type { ComponentChildren, JSX } from 'preact';
import { fontFamily, textSize } from './palette.ts';

export interface FrameProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, in words, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}

/**
 * The svg element every chart is drawn in. Font and colours are attributes, so that a picture looks the same set in a
 * page, opened alone, and set into a PDF.
 */
export function Frame({ id, title, description, width, height, children }: FrameProps): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={fontFamily}
      font-size={textSize}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}
