import type { Document } from '../document/index.ts';
import type { Figures } from '../measure/index.ts';
import type { Layer } from '../pack/index.ts';
import type { Manifest } from '../warehouse/index.ts';
import { canonicalJson, readableJson } from './canonical.ts';
import { describeExtract } from './extracts.ts';
import type { Contents } from './folder.ts';
import { extractHash } from './hashes.ts';
import type { KeptInputs } from './inputs.ts';
import { type KeptFigures, writeFigures } from './kept-figures.ts';
import { layerFiles, layerFolders } from './kept-pack.ts';
import type { EditionFile, EditionManifest } from './manifest.ts';
import type { PublishRequest } from './publish.ts';
import { kept, renderedName } from './read-edition.ts';

/** The report as a file of one kind. */
export interface Rendered {
  readonly format: string;
  readonly bytes: Uint8Array;
}

interface Composed {
  readonly document: Document;
  readonly figures: KeptFigures;
  readonly inputs: KeptInputs;
  /** Of a public edition. */
  readonly suppression: { readonly file: string } | null;
  readonly rendered: readonly Rendered[];
  readonly layers: readonly Layer[];
}

/** Every file of an edition but its manifest. */
export const contentsOf = ({ document, figures, inputs, suppression, rendered, layers }: Composed): Contents =>
  new Map<string, string | Uint8Array>([
    [kept.document, canonicalJson(document)],
    [kept.figures, writeFigures(figures)],
    [kept.inputs, readableJson(inputs)],
    ...(suppression === null ? [] : [[kept.suppression, suppression.file] as [string, string]]),
    ...rendered.map(({ format, bytes }): [string, Uint8Array] => [renderedName(format), bytes]),
    ...layerFiles(layers),
  ]);

interface Known {
  readonly number: number;
  readonly previous: string;
  readonly audit: string;
  readonly approved: boolean;
  readonly definitionsHash: string;
  readonly extracts: readonly Manifest[];
  readonly figures: Pick<Figures, 'asAt' | 'synthetic'>;
  readonly files: readonly EditionFile[];
}

/** The manifest of an edition: all that is to be said of it, and the hashes that hold it. */
export async function manifestOf(request: PublishRequest, known: Known): Promise<EditionManifest> {
  const { data, pack, report, month, unit, signed, corrects, despite, versions, layers, kind } = request;
  const extracts = [];
  for (const manifest of known.extracts) extracts.push(await describeExtract(data, manifest));
  return {
    format: 1,
    number: known.number,
    report: report.id,
    title: report.title,
    month,
    unit,
    kind: kind ?? 'internal',
    asAt: known.figures.asAt,
    synthetic: known.figures.synthetic,
    signed: { who: signed.who, role: signed.role, at: signed.at.toISOString(), approved: known.approved },
    corrects: corrects?.edition ?? null,
    changed: corrects?.what ?? null,
    why: corrects?.why ?? null,
    despite: despite ?? null,
    previous: known.previous,
    audit: known.audit,
    product: versions.product,
    renderers: versions.renderers,
    extractHash: extractHash(known.extracts),
    extracts,
    definitions: {
      pack: pack.id,
      version: pack.version,
      hash: known.definitionsHash,
      indicators: Object.fromEntries(
        [...pack.indicators].map(([id, { versions: all }]) => [id, all.map(({ hash }) => hash)]),
      ),
      folders: layerFolders(layers),
    },
    files: known.files,
  };
}
