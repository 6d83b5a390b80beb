import { z } from "zod";

export type Json = { [key: string]: unknown };

/** Named schemas (`.meta({ id })`), shared by all routes that use them. */
export class SchemaCollector {
  readonly schemas: Record<string, Json> = {};

  /** Returns the JSON Schema of what is sent (`input`) or answered (`output`); named parts become references. */
  convert(schema: z.ZodType, io: "input" | "output"): Json {
    const json = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }) as Json;
    const { $schema: _dialect, $defs, ...own } = json;
    const renamed = new Map<string, string>();
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
      renamed.set(name, this.nameFor(name, definition, io));
    }
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
      this.schemas[renamed.get(name) ?? name] = tidy(definition, renamed) as Json;
    }
    return tidy(own, renamed) as Json;
  }

  /** Input and output may differ under one name (defaults, unknown fields): then both are kept. */
  private nameFor(name: string, definition: Json, io: "input" | "output"): string {
    const present = this.schemas[name];
    const wanted = JSON.stringify(tidy(definition, new Map([[name, name]])));
    return present === undefined || JSON.stringify(present) === wanted || io === "output" ? name : `${name}Input`;
  }
}

/** Points references at the document's components and replaces text types with `x-shape` (query.ts). */
function tidy(value: unknown, renamed: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => tidy(entry, renamed));
  if (typeof value !== "object" || value === null) return value;
  const { "x-shape": shape, id: _id, ...rest } = value as Json;
  const source = typeof shape === "object" && shape !== null ? withoutText(rest, shape as Json) : (value as Json);
  const tidied: Json = {};
  for (const [key, entry] of Object.entries(source)) {
    if (key === "id" && typeof entry === "string") continue;
    if (key === "$ref" && typeof entry === "string") {
      const name = entry.replace(/^#\/\$defs\//, "");
      tidied.$ref = `#/components/schemas/${renamed.get(name) ?? name}`;
    } else tidied[key] = tidy(entry, renamed);
  }
  return tidied;
}

function withoutText({ description, default: value }: Json, shape: Json): Json {
  return {
    ...shape,
    ...(description === undefined ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
  };
}
