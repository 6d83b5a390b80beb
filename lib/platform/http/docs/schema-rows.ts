import type { Json } from "../openapi-schema";
import { html, prose, type Html } from "./html";

type Schemas = Record<string, Json>;
const MAX_DEPTH = 4;

function resolve(schema: Json, schemas: Schemas): Json {
  const name = typeof schema.$ref === "string" ? schema.$ref.replace("#/components/schemas/", "") : undefined;
  return name === undefined ? schema : (schemas[name] ?? {});
}

function alternatives(schema: Json): Json[] {
  return (schema.oneOf ?? schema.anyOf ?? []) as Json[];
}

/** Describes a schema's type in a few words: `text, at most 80 characters`, `list of instant`. */
function typeOf(schema: Json, schemas: Schemas): string {
  const known = resolve(schema, schemas);
  const options = alternatives(known);
  if (options.length > 0) return [...new Set(options.map((option) => typeOf(option, schemas)))].join(" or ");
  if (known.const !== undefined) return JSON.stringify(known.const);
  if (Array.isArray(known.enum)) return known.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (known.type === "array") return `list of ${typeOf((known.items ?? {}) as Json, schemas)}`;
  const formats: Record<string, string> = {
    "date-time": "instant",
    date: "date",
    uuid: "UUID",
    email: "email address",
  };
  const named = formats[String(known.format)] ?? (known.type === "string" ? "text" : undefined);
  return named ?? (known.type === undefined ? "anything" : String(known.type));
}

function boundsOf(schema: Json): string {
  const bounds: string[] = [];
  if (schema.minimum !== undefined || schema.maximum !== undefined) {
    const safe = (value: unknown) => (Math.abs(Number(value)) >= Number.MAX_SAFE_INTEGER ? undefined : value);
    const [low, high] = [safe(schema.minimum), safe(schema.maximum)];
    if (low !== undefined) bounds.push(`from ${String(low)}`);
    if (high !== undefined) bounds.push(`to ${String(high)}`);
  }
  if (schema.maxLength !== undefined) bounds.push(`at most ${String(schema.maxLength)} characters`);
  if (schema.maxItems !== undefined) bounds.push(`at most ${String(schema.maxItems)}`);
  if (schema.default !== undefined) bounds.push(`${JSON.stringify(schema.default)} unless given`);
  return bounds.join(", ");
}

/** Renders one row: a name, its type, and whether it is required. */
export function fieldRow(name: string, schema: Json, required: boolean, schemas: Schemas): Html {
  const known = resolve(schema, schemas);
  const bounds = boundsOf(known);
  return html`<tr>
    <td><code>${name}</code></td>
    <td>
      ${typeOf(schema, schemas)}${bounds && html`<span class="quiet">, ${bounds}</span>`}
      ${schema.description !== undefined && html`<br /><span class="quiet">${prose(schema.description)}</span>`}
    </td>
    <td class="quiet">${required ? "required" : "optional"}</td>
  </tr>`;
}

/** Renders all fields of an object, nested ones as `outer.inner`, those of lists as `list[].field`. */
export function objectRows(schema: Json, schemas: Schemas, prefix = "", depth = 0): Html[] {
  const known = resolve(schema, schemas);
  if (known.type === "array")
    return objectRows((known.items ?? {}) as Json, schemas, `${prefix.replace(/\.$/, "")}[].`, depth);
  const options = alternatives(known).filter((option) => option.type !== "null");
  if (options.length > 0) return options.flatMap((option) => objectRows(option, schemas, prefix, depth));
  if (depth > MAX_DEPTH) return [];
  const required = new Set((known.required ?? []) as string[]);
  return Object.entries((known.properties ?? {}) as Record<string, Json>).flatMap(([name, field]) => [
    fieldRow(`${prefix}${name}`, field, required.has(name), schemas),
    ...objectRows(field, schemas, `${prefix}${name}.`, depth + 1),
  ]);
}
