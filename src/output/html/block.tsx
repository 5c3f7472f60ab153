import type { JSX } from 'preact';
import type { Block } from '../../document/index.ts';
import { ContentsList } from './contents.tsx';
import { ReportFigure } from './figure.tsx';
import { CommentaryBlock, CoverBlock, FactsBlock, NoticeBlock } from './set-apart.tsx';
import type { Setting } from './setting.ts';
import { ReportTable } from './table.tsx';
import { Words } from './words.tsx';

interface Props {
  readonly block: Block;
  /** What its own ids begin with. */
  readonly id: string;
  /** The id of the heading of its section. */
  readonly headingId: string;
  /** The words of that heading. */
  readonly heading: string;
  /** The level of a heading within the section. */
  readonly level: number;
  readonly setting: Setting;
}

/** What stands in a section, by its kind. */
export function ReportBlock({ block, id, headingId, heading, level, setting }: Props): JSX.Element | null {
  switch (block.kind) {
    case 'cover':
      if (block === setting.cover && setting.titleId !== null) return null;
      return (
        <CoverBlock cover={block} headingId={block === setting.cover ? headingId : null} document={setting.document} />
      );
    case 'contents':
      return <ContentsList depth={block.depth} document={setting.document} />;
    case 'paragraph':
      return (
        <p class="report-words">
          <Words text={block.text} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Words text={item} />
        </li>
      ));
      return block.ordered ? <ol class="report-words">{items}</ol> : <ul class="report-words">{items}</ul>;
    }
    case 'facts':
      return <FactsBlock facts={block} id={id} isTitled={block.label === heading} />;
    case 'notice':
      return <NoticeBlock notice={block} id={id} />;
    case 'table':
      return <ReportTable table={block} headingId={headingId} />;
    case 'figure':
      return <ReportFigure figure={block} headingId={headingId} />;
    case 'commentary':
      return <CommentaryBlock commentary={block} level={level} />;
  }
}
