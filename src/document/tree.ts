import type { Month } from '../calendar/index.ts';
import type { Text } from '../narrative/index.ts';
import type { AnyChartData } from './chart-data.ts';
import type { Table } from './table.ts';

/**
 * A report as it is before it is a page, a PDF, a workbook, a Word document or CSV: plain JSON, complete in itself. What a
 * renderer shows is decided here; how it looks is decided there. Accessibility is a property of this tree: headings nest
 * without gaps, tables have real headers, a chart has its reading and its data, a status has a word.
 */
export interface Document {
  readonly language: 'en-GB';
  readonly title: string;
  /** Whose report it is: the authority or agency. */
  readonly organisation: string;
  /** One sentence for the properties of a file. */
  readonly subject: string;
  /** The month the figures are of. */
  readonly month: Month;
  /** 'October 2026', 'Quarter 3 of 2019/20'. */
  readonly period: string;
  /** On each printed page beside the page number: the report's name and period. */
  readonly runningHeader: string;
  /** Said on every page where the data are made up. */
  readonly synthetic: string | null;
  readonly orientation: Orientation;
  readonly sections: readonly Section[];
}

export type Orientation = 'portrait' | 'landscape';

/** A heading and what stands under it. The level of the heading is the depth of the section. */
export interface Section {
  /** Unique in the document, the target of references: letters, digits and hyphens. */
  readonly id: string;
  /** '2.1'; null where the section has none. Computed when the tree is built. */
  readonly number: string | null;
  readonly title: string;
  /** Where there is little room for a title: a sheet's name, a line of the contents. */
  readonly shortTitle?: string;
  /** Whether a printed section begins on a new page. */
  readonly newPage: boolean;
  /** Where it differs from the document's; such a section begins on a new page. */
  readonly orientation?: Orientation;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export type Block = Cover | Contents | Paragraph | List | Facts | Notice | Table | Figure | Commentary;

/** The front of a report. The document's title is printed by it, as the one heading of the first level. */
export interface Cover {
  readonly kind: 'cover';
  /** Lines above the title: directorate, service. */
  readonly above: readonly string[];
  readonly title: string;
  /** Lines under it: the period, who it is for, the dates. */
  readonly below: readonly string[];
}

/** The list of sections, which a renderer makes: with page numbers where there are pages. */
export interface Contents {
  readonly kind: 'contents';
  /** How many levels of sections it lists. */
  readonly depth: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Text[];
}

/** Names and what they are: the header of a fact sheet, a glossary. */
export interface Facts {
  readonly kind: 'facts';
  /** Said by a screen reader before the list, and printed above it where it is not the section's title again. */
  readonly label: string;
  readonly items: readonly { readonly term: string; readonly value: Text }[];
}

/** Something to know before reading on, set apart: a caution, a fault that was found. */
export interface Notice {
  readonly kind: 'notice';
  readonly tone: 'information' | 'caution' | 'fault';
  readonly title: string;
  readonly text: readonly Text[];
}

/** A chart by its data. The renderer draws it and sets its caption and table under it. */
export interface Figure {
  readonly kind: 'figure';
  /** Unique in the document. */
  readonly id: string;
  readonly chart: AnyChartData;
  /** Whether the table of the data is shown with it, or stands elsewhere in the document already. */
  readonly table: 'shown' | 'elsewhere';
}

/** What a person wrote about a figure, or a draft generated from figures. */
export interface Commentary {
  readonly kind: 'commentary';
  readonly heading: string;
  readonly paragraphs: readonly Text[];
  /** The role that wrote it: 'Head of Service'; null of a generated draft. */
  readonly author: string | null;
  /** In words, where it was written after the period: 'Written on 23 June 2014'. */
  readonly dated: string | null;
  readonly generated: boolean;
}
