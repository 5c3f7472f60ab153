import { xml } from '../xml.ts';
import type { Style } from './sheet.ts';

const fonts: Readonly<Record<NonNullable<Style['font']> | 'plain', string>> = {
  plain: '<sz val="11"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/>',
  title: '<b/><sz val="16"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/>',
  heading: '<b/><sz val="12"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/>',
  bold: '<b/><sz val="11"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/>',
  quiet: '<sz val="11"/><color rgb="FF484949"/><name val="Arial"/><family val="2"/>',
  link: '<u/><sz val="11"/><color rgb="FF12436D"/><name val="Arial"/><family val="2"/>',
};

/** Pale, so that black words on them are read; a status is its word, the fill only says it again. */
const fills: Readonly<Record<NonNullable<Style['fill']>, string>> = {
  header: 'FFE4E9F0',
  group: 'FFF1F3F6',
  notice: 'FFFFF7E0',
  met: 'FFDDF0E6',
  near: 'FFFFF1CC',
  away: 'FFF9DDDA',
};

const borders: Readonly<Record<NonNullable<Style['border']>, string>> = {
  hair: '<bottom style="thin"><color rgb="FFB1B4B6"/></bottom>',
  under: '<bottom style="medium"><color rgb="FF0B0C0C"/></bottom>',
};

const fontNames = Object.keys(fonts) as (keyof typeof fonts)[];
const fillNames = Object.keys(fills) as (keyof typeof fills)[];
const borderNames = Object.keys(borders) as (keyof typeof borders)[];
/** Below it are the formats that every spreadsheet has. */
const firstFormat = 164;

/** Gives each look that a workbook uses a number, and writes them all down. */
export class Styles {
  readonly #looks: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #formats: string[] = [];

  constructor() {
    this.numberOf({}, false);
  }

  /** `literal` of words that a spreadsheet would take for a formula if a person typed them. */
  numberOf({ font, fill, align, border, wrap, format }: Style, literal: boolean): number {
    const alignment = [
      ...(align === undefined ? [] : [`horizontal="${align}"`]),
      'vertical="top"',
      ...(wrap === true ? ['wrapText="1"'] : []),
    ];
    const look = [
      `<xf numFmtId="${format === undefined ? 0 : this.#formatNumber(format)}"`,
      `fontId="${fontNames.indexOf(font ?? 'plain')}"`,
      `fillId="${fill === undefined ? 0 : fillNames.indexOf(fill) + 2}"`,
      `borderId="${border === undefined ? 0 : borderNames.indexOf(border) + 1}" xfId="0"`,
      ...(literal ? ['quotePrefix="1"'] : []),
      `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment.join(' ')}/></xf>`,
    ].join(' ');
    const known = this.#numbers.get(look);
    if (known !== undefined) return known;
    this.#looks.push(look);
    this.#numbers.set(look, this.#looks.length - 1);
    return this.#looks.length - 1;
  }

  #formatNumber(format: string): number {
    const at = this.#formats.indexOf(format);
    if (at >= 0) return firstFormat + at;
    this.#formats.push(format);
    return firstFormat + this.#formats.length - 1;
  }

  /** The part of the workbook that says how cells look. The first two fills are the format's own. */
  toXml(): string {
    const formats = this.#formats.map(
      (code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${xml(code)}"/>`,
    );
    const patterns = fillNames.map(
      (name) => `<fill><patternFill patternType="solid"><fgColor rgb="${fills[name]}"/></patternFill></fill>`,
    );
    const lines = borderNames.map((name) => `<border><left/><right/><top/>${borders[name]}<diagonal/></border>`);
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? '' : listOf('numFmts', formats),
      listOf(
        'fonts',
        fontNames.map((name) => `<font>${fonts[name]}</font>`),
      ),
      listOf('fills', [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
        ...patterns,
      ]),
      listOf('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', ...lines]),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      listOf('cellXfs', this.#looks),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}

const listOf = (name: string, parts: readonly string[]): string =>
  `<${name} count="${parts.length}">${parts.join('')}</${name}>`;
