import type { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A Markdown table; bars in cells are escaped. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** The keys of a group: a table, or one for each of its kinds where the value of a key decides which others there are. */
export function groupText(schema: JsonSchema, only?: readonly string[]): string {
  const kinds = branchesOf(schema);
  if (kinds.length === 0) return fieldTable(schema, only);
  return kinds.map(kindText).join('\n');
}

function kindText(kind: JsonSchema): string {
  const [key, value] = Object.entries(kind.properties ?? {}).flatMap(([name, field]) =>
    typeof field === 'object' && field.const !== undefined ? [[name, String(field.const)] as const] : [],
  )[0] ?? ['', ''];
  const others = Object.keys(kind.properties ?? {}).filter((name) => name !== key);
  const rows = others.length === 0 ? 'No other key.\n' : fieldTable(kind, others);
  const about = kind.description === undefined ? '' : `${kind.description}.\n\n`;
  return `#### ${key}: ${value}\n\n${about}${rows}`;
}

/** The groups that a value may be, where it may be several. */
function branchesOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] {
  return [...(oneOf ?? []), ...(anyOf ?? [])].flatMap((one) => {
    if (typeof one !== 'object') return [];
    return one.properties === undefined ? branchesOf(one) : [one];
  });
}

/** The keys of a group as a table: key, form, whether it is needed or its default, and what it means. */
export function fieldTable(schema: JsonSchema, only?: readonly string[]): string {
  return table(['key', 'form', 'needed', 'meaning'], fieldRows(schema, '', only));
}

function fieldRows(schema: JsonSchema, prefix: string, only?: readonly string[]): string[][] {
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => only === undefined || only.includes(key))
    .flatMap(([key, field]) => {
      if (typeof field === 'boolean') return [];
      const needed = schema.required?.includes(key) ? 'yes' : defaultText(field);
      return [
        [`\`${prefix}${key}\``, formText(field), needed, field.description ?? ''],
        ...innerRows(field, `${prefix}${key}`),
      ];
    });
}

/** The keys of a group, or of the items of a list, that has no heading of its own: of each that it may be. */
function innerRows(field: JsonSchema, key: string): string[][] {
  const { items } = field;
  if (items && typeof items === 'object' && !Array.isArray(items)) {
    const own = items.properties === undefined ? branchesOf(items) : [items];
    return own.flatMap((one) => fieldRows(one, `${key}[].`));
  }
  const branches = branchesOf(field);
  if (branches.length > 0) return branches.flatMap((one) => fieldRows(one, `${key}.`));
  return field.properties ? fieldRows(field, `${key}.`) : [];
}

function defaultText(field: JsonSchema): string {
  const value = field.default;
  if (value === undefined) return '';
  const isEmpty = value !== null && typeof value === 'object' && Object.keys(value).length === 0;
  if (isEmpty) return 'default: none';
  return value !== null && typeof value === 'object' ? 'has a default' : `default: ${String(value)}`;
}

function formText(field: JsonSchema): string {
  if (field.$ref) return field.$ref.replace('#/$defs/', '');
  if (field.allOf?.[0] && typeof field.allOf[0] === 'object') return formText(field.allOf[0]);
  const options = field.anyOf ?? field.oneOf;
  if (options)
    return [...new Set(options.map((option) => (typeof option === 'object' ? formText(option) : '')))].join(' or ');
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (field.prefixItems) return `list of ${field.prefixItems.length}`;
  if (field.type === 'array') {
    const { items } = field;
    const inner = items && typeof items === 'object' && !Array.isArray(items) ? formText(items) : 'values';
    return `list of ${inner}`;
  }
  if (field.type === 'object') {
    const inner = field.additionalProperties;
    return inner && typeof inner === 'object' ? `name to ${formText(inner)}` : 'keys below';
  }
  if (field.title) return field.title;
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    boolean: 'true or false',
    number: 'number',
    integer: 'whole number',
  };
  return names[String(field.type)] ?? 'value';
}
