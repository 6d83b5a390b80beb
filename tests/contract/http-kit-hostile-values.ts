export type Json = { [key: string]: unknown };

const TEXTS = [
  "' OR 1=1 --",
  'Robert\'); DROP TABLE "User";--',
  "%00",
  "\\u0000",
  "👩‍⚕️",
  "{{7*7}}",
  "../../etc/passwd",
  "a".repeat(300),
  "",
  "$1",
  "%",
  "_",
  "ﷺ",
  "\ud800",
  "\u0000",
  "null",
];
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const INSTANTS = [
  inDays(1),
  inDays(3),
  `${inDays(2).slice(0, 10)}T10:00:00Z`,
  `${inDays(3).slice(0, 10)}T10:30:00Z`,
  "1900-01-01T00:00:00Z",
  "2199-12-31T23:59:59Z",
  "2030-10-27T02:30:00+01:00",
  "2030-02-28T24:00:00Z",
  "2030-06-01T10:00:00.123456Z",
  "soon",
];
const DATES = [
  inDays(1).slice(0, 10),
  inDays(5).slice(0, 10),
  "1900-01-01",
  "2199-12-31",
  "2028-02-29",
  "2030-02-30",
  "9999-99-99",
];
const NUMBERS = [0, -1, 1, 2147483647, 2147483648, -2147483649, 9007199254740991, 1e308, 0.1, -0];

/** The IDs of what exists. */
export type Known = {
  all: string[];
  /** By the word before `{id}` in a path. */
  of: Record<string, string>;
};

/** Makes values for a schema, most of them valid and many malicious; the same for the same seed. */
export class Maker {
  private step: number;
  constructor(
    seed: number,
    private readonly schemas: Record<string, Json>,
    private readonly ids: Known,
  ) {
    this.step = seed * 7919 + 13;
  }
  pick<T>(values: readonly T[]): T {
    this.step = (this.step * 1103515245 + 12345) % 2147483648;
    return values[Math.floor((this.step / 2147483648) * values.length)] as T;
  }
  make(schema: Json, depth = 0): unknown {
    if (typeof schema.$ref === "string")
      return this.make(this.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}, depth);
    const options = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
    if (options !== undefined) return this.make(this.pick(options), depth);
    if (schema.const !== undefined) return schema.const;
    if (Array.isArray(schema.enum))
      return this.pick([...(schema.enum as unknown[]), ...(schema.enum as unknown[]), "NONSENSE"]);
    switch (schema.type) {
      case "object":
        return this.object(schema, depth);
      case "array":
        return Array.from({ length: this.pick([0, 1, 2, 3]) }, () =>
          this.make((schema.items ?? {}) as Json, depth + 1),
        );
      case "integer":
      case "number":
        return this.pick([schema.minimum ?? 1, schema.maximum ?? 50, schema.default ?? 2, this.pick(NUMBERS)]);
      case "boolean":
        return this.pick([true, false]);
      case "null":
        return null;
      case "string":
        return this.text(schema);
      default:
        return this.pick([null, 1, "x", [], {}]);
    }
  }
  private object(schema: Json, depth: number): Json {
    const required = new Set((schema.required ?? []) as string[]);
    const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>);
    return Object.fromEntries(
      fields
        .filter(([name]) => required.has(name) || this.pick([true, false]))
        .map(([name, field]) => [name, this.known(name) ?? this.make(field, depth + 1)]),
    );
  }
  /** Usually the existing ID, because a missing one never gets past the first query. */
  known(name: string): string | undefined {
    return this.pick([true, true, false]) ? this.ids.of[name.replace(/Id$/, "s")] : undefined;
  }
  private text(schema: Json): string {
    if (schema.format === "uuid")
      return this.pick([
        ...this.ids.all,
        ...this.ids.all,
        "0197a3c0-0000-7000-8000-00000000000a",
        "00000000-0000-0000-0000-000000000000",
      ]);
    if (schema.format === "date-time") return this.pick(INSTANTS);
    if (schema.format === "date") return this.pick(DATES);
    if (schema.format === "email")
      return this.pick(["nobody@caresync.test", "a@b", `${"x".repeat(260)}@caresync.test`]);
    if (String(schema.pattern ?? "").includes(":")) return this.pick(["09:00", "24:00", "23:59", "25:00"]);
    return this.pick([...TEXTS, "2030-06-01T10:00:00Z", "Europe/Berlin", "an-invented-password-7"]).slice(
      0,
      Number(schema.maxLength ?? 400),
    );
  }
}
