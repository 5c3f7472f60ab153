import { z } from 'zod';

/** Takes off optional, default and preprocessing wrappers. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return bare(schema.def.innerType);
  }
  if (schema instanceof z.ZodPipe) return bare(schema.def.out);
  return schema;
}

/** The schema of what stands at a path; undefined where the path leads nowhere. Of a union, the branch that has it. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const here = bare(schema);
  const [step, ...rest] = path;
  if (step === undefined) return here;
  if (here instanceof z.ZodObject) {
    const inner = here.def.shape[String(step)];
    return inner && schemaAt(inner, rest);
  }
  if (here instanceof z.ZodRecord) return schemaAt(here.def.valueType, rest);
  if (here instanceof z.ZodArray) return schemaAt(here.def.element, rest);
  if (here instanceof z.ZodTuple) {
    const item = here.def.items[Number(step)];
    return item && schemaAt(item, rest);
  }
  if (here instanceof z.ZodUnion) {
    for (const option of here.def.options) {
      const found = schemaAt(option, path);
      if (found) return found;
    }
  }
  return undefined;
}

/** The keys that may stand at a path: those of the object there, or of every object of a union there. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const here = schemaAt(schema, path);
  const options = here instanceof z.ZodUnion ? here.def.options.map(bare) : [here];
  return [
    ...new Set(options.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.def.shape) : []))),
  ];
}
