import type { JSX } from 'preact';
import type { Inline, Text } from '../../narrative/index.ts';

/** Words with what is in them: references lead to their section, an abbreviation says what it means. */
export function Words({ text }: { readonly text: Text }): JSX.Element {
  return (
    <>
      {text.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </>
  );
}

function Piece({ piece }: { readonly piece: Inline }): JSX.Element | string {
  switch (piece.kind) {
    case 'text':
      return piece.strong ? <strong>{piece.text}</strong> : piece.text;
    case 'figure':
      return <span class="report-figure">{piece.text}</span>;
    case 'reference':
      return <a href={`#${piece.to}`}>{piece.text}</a>;
    case 'abbreviation':
      return <abbr title={piece.means}>{piece.text}</abbr>;
  }
}
