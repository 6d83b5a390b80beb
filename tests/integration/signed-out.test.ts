import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, it, vi } from "vitest";
import type { DefinedRoute } from "@/lib/platform/http/define-route";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));

type Answer = { error?: { code: string } };
type Action = (...args: unknown[]) => Promise<Answer>;

/** What a visitor may do. A new action is not among them until someone says so here. */
const ACTIONS_FOR_VISITORS = [
  "signInAction",
  "signUpAction",
  "requestResetAction",
  "resetPasswordAction",
  // They end a session if there is one, and lead away.
  "signOutAction",
  "switchAccountAction",
  // An emergency needs no account.
  "requestAmbulanceAction",
  "postCallAction",
  "cancelTrackedCallAction",
  // A pharmacy has none either.
  "verifyCodeAction",
  // Nor has someone who is shown a record by a link.
  "getLinkCoverAction",
  "openLinkAction",
  // A screen on a wall is no one's account.
  "openDisplayAction",
  // Nor has someone who confirms, moves or cancels an appointment by the link in a message.
  "openVisitLinkAction",
  "confirmByLinkAction",
  "cancelByLinkAction",
  "moveByLinkAction",
  "loadOffersByLinkAction",
  "askForCallByLinkAction",
  // Nor has a mail program, or a person who is not signed in: they have the link of an email.
  "stopEmailsAction",
  // The same for the link that changes an account's address, or keeps it.
  "answerEmailChangeAction",
  // Leads back to the list, which asks for the sign-in.
  "searchListAction",
];

/** The same for routes: the directory, signing in, emergencies, and what machines ask. */
const ROUTES_FOR_VISITORS = [
  "GET /api/docs",
  "GET /api/openapi.json",
  "GET /api/health/live",
  "GET /api/health/ready",
  "GET /api/metrics",
  "POST /api/accounts",
  "POST /api/auth/token",
  "POST /api/auth/refresh",
  "POST /api/auth/revoke",
  "GET /api/specialties",
  "GET /api/services",
  "GET /api/doctors",
  "GET /api/doctors/{id}",
  "GET /api/doctors/{id}/availability",
  "GET /api/hospitals",
  "GET /api/hospitals/{id}",
  "GET /api/hospitals/{id}/doctors",
  "POST /api/ambulance-bookings",
  "GET /api/ambulance-bookings/track/{token}",
  "DELETE /api/ambulance-bookings/track/{token}",
  "GET /api/import-templates/{kind}",
  "POST /api/prescriptions/verify",
  "POST /api/visit-links/open",
  "POST /api/visit-links/confirm",
  "POST /api/visit-links/cancel",
  "POST /api/visit-links/move",
  "POST /api/visit-links/offers",
  "POST /api/visit-links/call",
  "GET /api/unsubscribe/{token}",
  "POST /api/unsubscribe/{token}",
  // A caller without an account follows the call by its link; every other channel is refused there.
  "POST /api/realtime/auth",
  // Public pages have channels, too; about others a visitor learns nothing.
  "POST /api/realtime/missed",
];

const NOBODYS_ID = "0197a3c0-0000-7000-8000-000000000001";

async function functionsIn(folder: string, file: string): Promise<[string, unknown][]> {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = found.filter((path) => path.endsWith(`${sep}${file}`) && !path.includes("[..."));
  const modules = await Promise.all(paths.map((path) => import(join(process.cwd(), folder, path)) as Promise<object>));
  return modules.flatMap((module) => Object.entries(module)).filter(([, value]) => typeof value === "function");
}

async function lets(action: Action): Promise<boolean> {
  const form = new FormData();
  try {
    const answer = await (action.length > 1 ? action({}, form) : action(form));
    return answer.error?.code !== "unauthenticated";
  } catch (error) {
    if ((error as { digest?: string }).digest?.startsWith("NEXT_REDIRECT")) return true;
    throw error;
  }
}

it("lets a visitor do only what is meant for visitors, in every server action", async () => {
  const actions = (await functionsIn("lib/domain", "actions.ts")) as [string, Action][];
  const allowed: string[] = [];
  for (const [name, action] of actions) if (await lets(action)) allowed.push(name);
  expect(allowed.toSorted()).toEqual(ACTIONS_FOR_VISITORS.toSorted());
});

it("answers 401 to a visitor in every route that is not meant for visitors", async () => {
  const handlers = (await functionsIn("app/api", "route.ts")).map(([, handler]) => handler as DefinedRoute);
  const allowed: string[] = [];
  for (const route of handlers.filter((handler) => "definition" in handler)) {
    const { method, path } = route.definition;
    const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      headers: { "Content-Type": "application/json", "If-Match": "*", "Idempotency-Key": "as a visitor" },
      body: method === "GET" ? null : "{}",
    });
    const params = Object.fromEntries(names.map((name) => [name, NOBODYS_ID]));
    const answer = await route(request, { params: Promise.resolve(params) });
    if (answer.status !== 401) allowed.push(`${method} ${path}`);
  }
  expect(allowed.toSorted()).toEqual(ROUTES_FOR_VISITORS.toSorted());
});
