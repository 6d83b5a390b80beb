import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DefinedRoute } from "@/lib/platform/http/define-route";
import { call, essence, type Handler } from "../appointments-harness";
import { expected, MISSING, type Request } from "./asking";
import { forgetLimits, gather, PEOPLE, type Cast, type Person } from "./cast";
import { PERMISSIONS } from "./permissions";

/** Who asks makes no difference: what they know does, a link or a password, or all may know it. */
const SAME_FOR_ALL = [
  "DELETE /api/ambulance-bookings/track/{token}",
  "GET /api/ambulance-bookings/track/{token}",
  "GET /api/docs",
  "GET /api/doctors",
  "GET /api/doctors/{id}",
  "GET /api/health/live",
  "GET /api/health/ready",
  "GET /api/hospitals",
  "GET /api/hospitals/{id}",
  "GET /api/hospitals/{id}/doctors",
  "GET /api/import-templates/{kind}",
  "GET /api/metrics",
  "GET /api/openapi.json",
  "GET /api/services",
  "GET /api/specialties",
  "GET /api/unsubscribe/{token}",
  "POST /api/accounts",
  "POST /api/auth/refresh",
  "POST /api/auth/revoke",
  "POST /api/auth/token",
  "POST /api/prescriptions/verify",
  "POST /api/unsubscribe/{token}",
  "POST /api/visit-links/call",
  "POST /api/visit-links/cancel",
  "POST /api/visit-links/confirm",
  "POST /api/visit-links/move",
  "POST /api/visit-links/offers",
  "POST /api/visit-links/open",
];
/** A doctor's, by a link that tests/contract/affiliations-answers.test.ts tries. */
const BY_LINK = ["POST /api/doctor-invitations/respond-by-link"];

const routes = new Map<string, DefinedRoute>();
let cast: Cast;

beforeAll(async () => {
  const folder = join(process.cwd(), "app/api");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(`${sep}route.ts`) && !file.includes("[..."),
  );
  for (const file of files)
    for (const value of Object.values((await import(join(folder, file))) as Record<string, unknown>))
      if (typeof value === "function" && "definition" in value) {
        const route = value as DefinedRoute;
        routes.set(`${route.definition.method} ${route.definition.path}`, route);
      }
  cast = await gather();
});

it("is said of every route, and of no other", () => {
  expect([...routes.keys()].sort()).toEqual([...Object.keys(PERMISSIONS), ...SAME_FOR_ALL, ...BY_LINK].sort());
  const withoutActor = [...routes.values()].filter(({ definition: { auth } }) => auth === "none");
  expect(withoutActor.map(({ definition: { method, path } }) => `${method} ${path}`).sort()).toEqual(SAME_FOR_ALL);
});

async function ask(name: string, who: Person, { seek: _seek, ...sent }: Request) {
  await forgetLimits();
  const route = routes.get(name);
  if (!route) throw new Error(`There is no ${name}.`);
  return call(route as Handler, {
    method: route.definition.method,
    headers: cast.headers.get(who) ?? {},
    ...sent,
  });
}

function verdictOf({ status, text }: { status: number; text: string }, seek: string | undefined): string {
  if (status === 409) return "may";
  if (status >= 300) return `${status}`;
  return seek === undefined || text.includes(seek) ? "may" : "nothing";
}

describe.each(Object.entries(PERMISSIONS))("%s", (name, permission) => {
  it("is for those it is meant for", async () => {
    const once = name.startsWith("GET") ? await permission.ask(cast) : undefined;
    const verdicts: Record<string, string> = {};
    for (const who of PEOPLE) {
      const request = once ?? (await permission.ask(cast));
      verdicts[who] = verdictOf(await ask(name, who, request), request.seek);
    }
    expect(verdicts).toEqual(Object.fromEntries(PEOPLE.map((who) => [who, expected(permission, who)])));
  });
});

describe.each(Object.entries(PERMISSIONS).filter(([name]) => name.includes("{id}")))("%s", (name, permission) => {
  it("looks the same to strangers when there is no such thing", async () => {
    const request = await permission.ask(cast);
    const missing = { ...request, params: { ...request.params, id: MISSING } };
    for (const who of PEOPLE) {
      const answer = await ask(name, who, missing);
      const verdict = expected(permission, who);
      expect([who, answer.status]).toEqual([who, verdict === "401" ? 401 : 404]);
      if (verdict === "404") expect(essence(await ask(name, who, request)), who).toEqual(essence(answer));
    }
  });
});
