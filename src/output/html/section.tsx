import type { ComponentChildren, JSX } from 'preact';
import type { Section } from '../../document/index.ts';
import { ReportBlock } from './block.tsx';
import type { Setting } from './setting.ts';

interface Props {
  readonly section: Section;
  readonly level: number;
  readonly setting: Setting;
}

/** A section under its heading. That of the cover has the document's title for a heading, and no other. */
export function ReportSection({ section, level, setting }: Props): JSX.Element | null {
  const { id, number, title, newPage, orientation, blocks, sections } = section;
  const isFront = setting.cover !== null && blocks[0] === setting.cover;
  if (isFront && setting.titleId !== null && blocks.length + sections.length === 1) return null;
  const way = orientation === undefined || orientation === setting.document.orientation ? null : orientation;
  const classes = ['report-section', newPage && 'report-section--new', way !== null && `report-section--${way}`];
  const below = isFront ? level : level + 1;
  const labelledBy = isFront && setting.titleId !== null ? setting.titleId : `${id}_h`;
  return (
    <section id={id} class={classes.filter((name) => name !== false).join(' ')} aria-labelledby={labelledBy}>
      {!isFront && (
        <Heading level={level} id={`${id}_h`}>
          {number !== null && <span class="report-number">{number} </span>}
          {title}
        </Heading>
      )}
      {blocks.map((block, index) => (
        <ReportBlock
          key={index}
          block={block}
          id={`${id}_${index}`}
          headingId={`${id}_h`}
          heading={title}
          level={below}
          setting={setting}
        />
      ))}
      {sections.map((inner) => (
        <ReportSection key={inner.id} section={inner} level={below} setting={setting} />
      ))}
    </section>
  );
}

interface HeadingProps {
  readonly level: number;
  readonly id?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A heading of a level; below the sixth there are no deeper ones. */
export function Heading({ level, children, ...attributes }: HeadingProps): JSX.Element {
  const Tag = `h${Math.min(level, 6)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  return <Tag {...attributes}>{children}</Tag>;
}
