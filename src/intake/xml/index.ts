export type { ParseAnswer, ParseRequest } from './parse-file.ts';
export { parseApart, readXml } from './read-xml.ts';
export type { XmlShape, XmlTable, XmlUnit } from './shape.ts';
export { type XmlKind, xmlKindOf } from './sniff.ts';
