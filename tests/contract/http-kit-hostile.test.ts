import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { db } from "@/lib/platform/db/db";
import type { DefinedRoute } from "@/lib/platform/http/define-route";
import { openApiDocument } from "@/lib/platform/http/openapi";
import { createCast } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";

/**
 * Whatever a client sends, to any route, as anyone: the answer is never an internal error (5xx) and, when it is no
 * success, always a problem document. Bodies are generated from the routes' own schemas, so that most pass validation
 * and reach the use case, with malicious values. Deterministic, so that a failure can be repeated.
 */
type Json = { [key: string]: unknown };
const ROUNDS = 24;
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
let ids: string[] = [];
/** By the word before `{id}` in a path. */
let idOf: Record<string, string> = {};

class Maker {
  private step: number;
  constructor(
    seed: number,
    private readonly schemas: Record<string, Json>,
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
    return this.pick([true, true, false]) ? idOf[name.replace(/Id$/, "s")] : undefined;
  }
  private text(schema: Json): string {
    if (schema.format === "uuid")
      return this.pick([
        ...ids,
        ...ids,
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

let handlers: DefinedRoute[] = [];
let document: Json = {};
let tokens: (string | null)[] = [];

beforeAll(async () => {
  const folder = join(process.cwd(), "app/api");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(`${sep}route.ts`) && !file.includes("[..."),
  );
  const modules = await Promise.all(
    files.map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>),
  );
  handlers = modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is DefinedRoute => typeof value === "function" && "definition" in value);
  document = JSON.parse(JSON.stringify(openApiDocument("http://localhost:3000"))) as Json;
  const cast = await createCast();
  const users = [cast.patient.user, cast.doctor.user, cast.manager.user, cast.coordinator.user, cast.admin.user];
  tokens = [null, ...(await Promise.all(users.map(({ id }) => signAccessToken(id, 0))))];
  const appointment = await createAppointment({ doctorId: cast.doctor.doctor.id, patientId: cast.patient.patient.id });
  const schedule = await db.schedule.findFirstOrThrow({ where: { doctorId: cast.doctor.doctor.id } });
  idOf = {
    doctors: cast.doctor.doctor.id,
    hospitals: cast.hospital.id,
    users: cast.patient.user.id,
    schedules: schedule.id,
    appointments: appointment.id,
  };
  ids = [cast.doctor.doctor.id, cast.patient.patient.id, cast.hospital.id, ...users.map(({ id }) => id)];
});

function operation(route: DefinedRoute): Json {
  const { path, method } = route.definition;
  return (document.paths as Record<string, Record<string, Json>>)[path]?.[method.toLowerCase()] ?? {};
}

function requestFor(route: DefinedRoute, round: number): { request: Request; params: Json } {
  const { path, method } = route.definition;
  const maker = new Maker(round + path.length * 31, (document.components as { schemas: Record<string, Json> }).schemas);
  const described = operation(route);
  const params: Json = {};
  const query = new URLSearchParams();
  for (const { name, in: place, schema, required } of (described.parameters ?? []) as {
    name?: string;
    in: string;
    schema: Json;
    required: boolean;
  }[]) {
    if (name === undefined || (place === "query" && !required && maker.pick([true, true, true, false]))) continue;
    const value = maker.make(schema);
    const noun = path.split(`/{${name}}`)[0]?.split("/").at(-1) ?? "";
    if (place === "path") params[name] = maker.known(noun) ?? String(value);
    if (place === "query")
      for (const entry of Array.isArray(value) ? value : [value]) query.append(name, String(entry));
  }
  const schema = (described.requestBody as { content: Record<string, { schema: Json }> } | undefined)?.content[
    "application/json"
  ]?.schema;
  const token = maker.pick(tokens);
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "If-Match": maker.pick(['"1"', "*", "*", "*", '"2"', '"x"']),
  };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (maker.pick([true, false])) headers["Idempotency-Key"] = `${path} ${round}`;
  const body = method === "GET" || schema === undefined ? null : JSON.stringify(maker.make(schema));
  return { request: new Request(`http://localhost:3000${path}?${query}`, { method, headers, body }), params };
}

describe("the server", () => {
  it("survives any request to any route, from anyone", async () => {
    const faults: string[] = [];
    const reached = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      await db.$executeRaw`DELETE FROM "RateLimitWindow"`;
      // What one round suspends is reinstated for the next.
      await db.$executeRaw`UPDATE "User" SET "status" = 'ACTIVE', "sessionEpoch" = 0`;
      await db.$executeRaw`UPDATE "Doctor" SET "verification" = 'VERIFIED'`;
      for (const route of handlers) {
        const { request, params } = requestFor(route, round);
        const answer = await route(request, { params: Promise.resolve(params) });
        const name = `${route.definition.method} ${route.definition.path}`;
        if (answer.status < 400) reached.add(name);
        if (answer.status >= 500) faults.push(`${answer.status} ${name} round ${round} ${new URL(request.url).search}`);
        else if (answer.status >= 400 && answer.headers.get("content-type") !== "application/problem+json")
          faults.push(`no problem: ${name}`);
      }
    }
    expect(faults).toEqual([]);
    // The requests are hostile, not hopeless: most routes accept some of them.
    expect(reached.size).toBeGreaterThan(handlers.length / 3);
  });
});
