import { z } from "zod";
import type { Path } from "./places.ts";

/** The keys that a schema knows for the map at this path; none where any key will do. */
export function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const [first, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return keysAt(schema.in, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: z.core.$ZodType) => keysAt(option, path));
  if (schema instanceof z.ZodObject) {
    if (first === undefined) return Object.keys(schema.shape);
    const inner = (schema.shape as Record<string, z.core.$ZodType>)[String(first)];
    return inner ? keysAt(inner, rest) : [];
  }
  if (schema instanceof z.ZodArray && first !== undefined) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) {
    if (first !== undefined) return keysAt(schema.valueType, rest);
    return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
  }
  return [];
}
