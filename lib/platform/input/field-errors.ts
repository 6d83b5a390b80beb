import type { z } from "zod";
import { AppError, type FieldError } from "@/lib/platform/errors/app-error";

const LIMIT = 50;

function messageOf(issue: z.core.$ZodIssue): string {
  // zod's own messages mention types; those of the builders (text.ts) pass through.
  if (issue.code !== "invalid_type" || !issue.message.startsWith("Invalid input")) return issue.message;
  return issue.message.endsWith("received undefined") ? "Required" : `Must be ${article(issue.expected)}`;
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    object: "an object",
    array: "a list",
    record: "an object",
    date: "a date",
  };
  return words[expected] ?? `of type ${expected}`;
}

function flatten(issues: readonly z.core.$ZodIssue[], into: FieldError[], before: PropertyKey[]): void {
  for (const issue of issues) {
    if (into.length >= LIMIT) return;
    const path = [...before, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys.slice(0, LIMIT - into.length)) {
        into.push({ path: [...path, key.slice(0, 100)].map(String).join("."), message: "Unknown field" });
      }
    } else {
      into.push({ path: path.map(String).join("."), message: messageOf(issue) });
    }
  }
}

/** Returns the invalid fields of an input, each with a dotted path and a sentence; unknown fields are named. */
function fieldErrors(error: z.core.$ZodError, prefix: PropertyKey[] = []): FieldError[] {
  const fields: FieldError[] = [];
  flatten(error.issues, fields, prefix);
  return fields;
}

/** Parses `value`, or throws `invalid` with the invalid fields. Routes and actions both use it. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", undefined, { fields: fieldErrors(parsed.error) });
}
