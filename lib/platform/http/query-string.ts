import { z } from "zod";
import { AppError } from "@/lib/platform/errors/app-error";

/** Returns the fields of a query schema that may be repeated. */
export function listKeys(schema: z.ZodType | undefined): Set<string> {
  const keys = new Set<string>();
  if (!(schema instanceof z.ZodObject)) return keys;
  for (const [key, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    if (unwrap(field) instanceof z.ZodArray) keys.add(key);
  }
  return keys;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

/**
 * Returns the query of `url` as an object of strings (lists where the schema has lists). Throws `invalid` for a
 * repeated field.
 */
export function readQuery(url: string, lists: Set<string>): Record<string, string | string[]> {
  // No prototype: `?__proto__=…` is an ordinary unknown field.
  const query = Object.create(null) as Record<string, string | string[]>;
  const at = url.indexOf("?");
  if (at < 0) return query;
  for (const [key, value] of new URLSearchParams(url.slice(at + 1).replace(/#.*$/s, ""))) {
    const earlier = query[key];
    if (lists.has(key)) query[key] = [...((earlier as string[] | undefined) ?? []), value];
    else if (earlier === undefined) query[key] = value;
    else throw repeatedKey(key);
  }
  return query;
}

function repeatedKey(key: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path: key.slice(0, 100), message: "Given more than once" }] });
}
