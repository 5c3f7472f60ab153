import { SaxesParser } from 'saxes';
import { xmlLimits } from './limits.ts';
import { childOf, isRecord, type PlannedElement, planOf } from './plan.ts';
import { type MarkProblem, type RowSink, writeRows, type XmlRecord } from './record.ts';
import type { XmlShape } from './shape.ts';

/** A file that is not taken: why, in a line without any value of the file. */
export class XmlRefusal extends Error {}

/** Something in a file that was passed over. */
export interface XmlNote {
  readonly code: 'element-unknown' | 'element-twice' | 'text-stray' | MarkProblem;
  readonly line: number;
  readonly element: string;
  /** How often, for those that are noted once. */
  readonly times: number;
}

/** What a file turned out to speak of. */
export interface XmlParsed {
  /** The tables of which the file holds at least an element, even an empty one. */
  readonly tables: readonly string[];
}

export interface XmlSink {
  readonly row: RowSink;
  note(note: XmlNote): void;
}

/** Different unknown elements that are noted one by one; the rest are noted as others. */
const differentUnknown = 200;

interface Open {
  readonly element: PlannedElement;
  readonly name: string;
  readonly record: XmlRecord | null;
  text: string;
}

/** Reads XML piece by piece; rows and notes go out as each unit ends, so that memory holds one unit. */
export class XmlReading {
  private readonly parser = new SaxesParser({ xmlns: false });
  private readonly open: Open[];
  private readonly records: XmlRecord[] = [];
  private readonly numbers = new Map<PlannedElement, number>();
  private readonly seen = new Set<string>();
  private readonly unknown = new Map<string, { line: number; times: number }>();
  private readonly sink: XmlSink;
  private readonly title: string;
  private skipped = 0;
  private unitValues = 0;
  private sinceEvent = 0;
  private linesBefore = 0;
  private begun = false;

  constructor(shape: XmlShape, sink: XmlSink) {
    this.sink = sink;
    this.title = shape.title;
    this.open = [{ element: planOf(shape), name: '', record: null, text: '' }];
    this.parser.on('error', (error) => this.refuse(`is not well-formed XML: ${plainReason(error.message)}`));
    this.parser.on('doctype', (text) => {
      if (text.includes('[') || text.includes('<!'))
        this.refuse('declares its own entities or elements, and such files are not read');
    });
    this.parser.on('opentagstart', ({ name }) => this.begin(name));
    this.parser.on('closetag', () => this.end());
    this.parser.on('text', (text) => this.say(text));
    this.parser.on('cdata', (text) => this.say(text));
    this.parser.on('comment', () => {
      this.sinceEvent = 0;
    });
  }

  /** @throws XmlRefusal */
  write(piece: string): void {
    this.sinceEvent += piece.length;
    this.parser.write(this.begun ? piece : this.withoutSpaceBefore(piece));
    if (this.sinceEvent > xmlLimits.charactersWithoutEvent)
      this.refuse(`holds a tag or text of more than ${xmlLimits.charactersWithoutEvent} characters`);
  }

  /** Space before the declaration is no XML and harms nobody. */
  private withoutSpaceBefore(piece: string): string {
    const kept = piece.replace(/^[\ufeff\s]+/, '');
    this.linesBefore += piece.slice(0, piece.length - kept.length).split('\n').length - 1;
    this.begun = kept !== '';
    return kept;
  }

  private get line(): number {
    return this.linesBefore + this.parser.line;
  }

  /** @throws XmlRefusal where the file ends too early */
  close(): XmlParsed {
    this.parser.close();
    for (const [element, { line, times }] of this.unknown)
      this.sink.note({ code: 'element-unknown', line, element, times });
    return { tables: [...this.seen].sort() };
  }

  private refuse(why: string): never {
    throw new XmlRefusal(`line ${this.line}: the file ${why}`);
  }

  private begin(written: string): void {
    this.sinceEvent = 0;
    if (this.open.length + this.skipped > xmlLimits.depth)
      this.refuse(`has elements more than ${xmlLimits.depth} deep`);
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    const element = childOf((this.open[this.open.length - 1] as Open).element, written);
    if (element === null || element.unread) {
      if (element === null) this.noteUnknown(written);
      this.skipped = 1;
      return;
    }
    if (!element.met) this.meet(element);
    const isLeaf = element.slot !== null && element.tables.length === 0;
    const record = !isLeaf && isRecord(element) ? this.beginRecord(element) : null;
    this.open.push({ element, name: written, record, text: '' });
  }

  private meet(element: PlannedElement): void {
    element.met = true;
    for (const table of element.speaksOf) this.seen.add(table);
  }

  private beginRecord(element: PlannedElement): XmlRecord {
    const number = (this.numbers.get(element) ?? 0) + 1;
    this.numbers.set(element, number);
    const record: XmlRecord = { element, line: this.line, number, values: [], records: [] };
    if (element.unit === null) this.records[this.records.length - 1]?.records.push(record);
    this.records.push(record);
    this.countValue();
    return record;
  }

  private countValue(): void {
    this.unitValues += 1;
    if (this.unitValues > xmlLimits.unitValues)
      this.refuse(`holds more than ${xmlLimits.unitValues} values in one child or header`);
  }

  private say(text: string): void {
    this.sinceEvent = 0;
    if (this.skipped > 0) return;
    const around = this.open[this.open.length - 1] as Open;
    around.text = around.text === '' ? text : around.text + text;
    if (around.text.length > xmlLimits.valueCharacters && around.text.trim().length > xmlLimits.valueCharacters)
      this.refuse(`holds a value of more than ${xmlLimits.valueCharacters} characters`);
  }

  private end(): void {
    this.sinceEvent = 0;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const ended = this.open.pop() as Open;
    const { slot } = ended.element;
    const record = this.records[this.records.length - 1];
    if (slot !== null && record !== undefined) this.keep(record, slot, ended);
    else if (ended.text.trim() !== '') this.note('text-stray', ended.name);
    if (ended.record === null) return;
    this.records.pop();
    if (ended.element.unit !== null) {
      writeRows(ended.record, this.sink.row, (code, { line }, mark) =>
        this.sink.note({ code, line, element: mark.toUpperCase(), times: 1 }),
      );
      this.unitValues = 0;
    }
  }

  private keep(record: XmlRecord, slot: number, { name, text }: Open): void {
    const value = text.trim();
    if (value === '') return;
    const before = record.values[slot];
    if (before !== undefined) {
      if (before !== value) this.note('element-twice', name);
      return;
    }
    record.values[slot] = value;
    this.countValue();
  }

  private note(code: XmlNote['code'], element: string): void {
    this.sink.note({ code, line: this.line, element: element.slice(0, 100), times: 1 });
  }

  private noteUnknown(written: string): void {
    if (this.open.length === 1) this.refuse(`does not begin as ${this.title}`);
    const path = [...this.open.slice(1).map(({ name }) => name), written].join('/').slice(0, 200);
    const known = this.unknown.get(path);
    if (known) known.times += 1;
    else if (this.unknown.size < differentUnknown) this.unknown.set(path, { line: this.line, times: 1 });
    else {
      const others = this.unknown.get('others') ?? { line: this.line, times: 0 };
      this.unknown.set('others', { ...others, times: others.times + 1 });
    }
  }
}

/** The reason without place and without what stood in the file: it may be personal. */
function plainReason(message: string): string {
  const reason = message.replace(/^(\S+: )?\d+:\d+: /, '').replace(/\.$/, '');
  return reason.replace(/:.*$/s, '').slice(0, 120);
}
