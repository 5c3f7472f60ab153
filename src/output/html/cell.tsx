import type { JSX } from 'preact';
import type { Cell } from '../../document/index.ts';
import { Sparkline } from '../charts/index.ts';
import { DirectionMark, StatusMark } from '../marks/index.ts';
import { NoteMarks } from './notes.tsx';
import { Words } from './words.tsx';

interface Props {
  readonly cell: Cell;
  /** Unique on the page. */
  readonly id: string;
}

/** What a cell says: the thing itself, the marks of its notes, and what is remarked of it. */
export function TableCell({ cell, id }: Props): JSX.Element {
  return (
    <>
      <Content cell={cell} id={id} />
      <NoteMarks notes={cell.notes} />
      {cell.remark !== undefined && (
        <>
          {' '}
          <span class="report-remark">{cell.remark}</span>
        </>
      )}
    </>
  );
}

function Content({ cell, id }: Props): JSX.Element {
  switch (cell.kind) {
    case 'text':
      return <Words text={cell.text} />;
    case 'number':
      return <>{cell.text}</>;
    case 'state':
      return <span class="report-state">{cell.text}</span>;
    case 'status':
      return (
        <>
          {cell.status === null ? (
            <span class="report-state">{cell.word}</span>
          ) : (
            <StatusMark status={cell.status} word={cell.word} />
          )}
          {cell.byPerson && <span class="report-quiet"> set by a person</span>}
        </>
      );
    case 'direction':
      return cell.direction === null ? (
        <span class="report-state">{cell.word}</span>
      ) : (
        <DirectionMark direction={cell.direction} good={cell.good} word={cell.word} />
      );
    case 'spark':
      return <Sparkline id={id} values={cell.values} targets={cell.targets} breaks={cell.breaks} title={cell.text} />;
  }
}
