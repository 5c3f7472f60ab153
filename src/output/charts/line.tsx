import type { JSX } from 'preact';

interface Props {
  readonly class?: string;
  readonly d: string;
  readonly stroke: string;
  readonly 'stroke-width'?: number | string;
  readonly 'stroke-dasharray'?: string | undefined;
  readonly 'stroke-linejoin'?: 'round';
}

/** A line, or nothing where it has no points: an attribute without a value is no XML, and a PDF would refuse it. */
export function Line({ class: name, d, ...rest }: Props): JSX.Element | null {
  return d === '' ? null : <path class={name} d={d} fill="none" {...rest} />;
}
