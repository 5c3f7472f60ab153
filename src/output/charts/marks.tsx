import type { JSX } from 'preact';
import type { Mark, PointMark } from '../../document/index.ts';
import { palette, round, textWidth } from './palette.ts';

export const markWords: Readonly<Record<Mark, string>> = {
  provisional: 'provisional',
  restated: 'restated',
  few: 'few cases',
};

interface ShapeProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** An open circle is provisional, an open square restated, an open triangle rests on few cases. */
export function MarkShape({ mark, x, y }: ShapeProps): JSX.Element {
  const common = { class: `mark-${mark}`, fill: palette.paper, stroke: palette.main, 'stroke-width': '2' };
  if (mark === 'provisional') return <circle {...common} cx={round(x)} cy={round(y)} r="4" />;
  if (mark === 'restated') return <rect {...common} x={round(x - 4)} y={round(y - 4)} width="8" height="8" />;
  return <path {...common} d={`M${round(x)},${round(y - 5.5)}l5.2,9.5h-10.4Z`} />;
}

interface KeyProps {
  readonly marks: readonly PointMark[];
  readonly x: number;
  /** The line the words stand on. */
  readonly y: number;
}

/** What the shapes drawn mean, in one line. */
export function MarkKey({ marks, x, y }: KeyProps): JSX.Element {
  const kinds = (['provisional', 'restated', 'few'] as const).filter((kind) => marks.some(({ mark }) => mark === kind));
  let across = x;
  const places = kinds.map((mark) => {
    const at = across;
    across += textWidth(markWords[mark]) + 34;
    return { mark, at };
  });
  return (
    <g>
      {places.map(({ mark, at }) => (
        <g key={mark}>
          <MarkShape mark={mark} x={at + 6} y={y - 4.5} />
          <text x={round(at + 16)} y={y} fill={palette.inkQuiet}>
            {markWords[mark]}
          </text>
        </g>
      ))}
    </g>
  );
}
