/** Characters that no XML 1.0 document may hold, and halves of a pair of UTF-16 that stand alone. */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words that XML can hold: what it cannot is shown as the replacement character. */
export const legal = (words: string): string => words.replace(illegal, '\ufffd');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as the text of an element or the value of an attribute. A carriage return would be lost if it stood as it is. */
export const xml = (words: string): string =>
  legal(words)
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
    .replaceAll('\r', '&#13;');
