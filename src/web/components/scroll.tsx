import type { ComponentChildren, JSX } from 'preact';

interface Props {
  /** The id of the table's caption. */
  readonly labelledBy: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the screen scrolls by itself, also by keyboard, and the page does not. */
export function Scroll({ labelledBy, class: extra = '', children }: Props): JSX.Element {
  return (
    <section class={`app-scroll ${extra}`.trim()} aria-labelledby={labelledBy} tabindex={0}>
      {children}
    </section>
  );
}
