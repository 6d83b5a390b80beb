import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { db } from "@/lib/platform/db/db";
import type { DefinedRoute } from "@/lib/platform/http/define-route";
import { openApiDocument } from "@/lib/platform/http/openapi";
import { createCast } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { Maker, type Json, type Known } from "./http-kit-hostile-values";

/**
 * Whatever a client sends, to any route, as anyone: the answer is never an internal error (5xx) and, when it is no
 * success, always a problem document. Bodies are generated from the routes' own schemas, so that most pass validation
 * and reach the use case, with malicious values. Deterministic, so that a failure can be repeated.
 */
const ROUNDS = 24;

let handlers: DefinedRoute[] = [];
let document: Json = {};
let ids: Known = { all: [], of: {} };
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
  ids = {
    all: [cast.doctor.doctor.id, cast.patient.patient.id, cast.hospital.id, ...users.map(({ id }) => id)],
    of: {
      doctors: cast.doctor.doctor.id,
      hospitals: cast.hospital.id,
      users: cast.patient.user.id,
      schedules: schedule.id,
      appointments: appointment.id,
    },
  };
});

function operation(route: DefinedRoute): Json {
  const { path, method } = route.definition;
  return (document.paths as Record<string, Record<string, Json>>)[path]?.[method.toLowerCase()] ?? {};
}

function requestFor(route: DefinedRoute, round: number): { request: Request; params: Json } {
  const { path, method } = route.definition;
  const { schemas } = document.components as { schemas: Record<string, Json> };
  const maker = new Maker(round + path.length * 31, schemas, ids);
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
