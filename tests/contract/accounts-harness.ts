import { POST as token } from "@/app/api/auth/token/route";
import { GET as me } from "@/app/api/me/route";
import { createPatient as createPatientOf, createUser, TEST_PASSWORD } from "../support/factories";

export const ORIGIN = "http://localhost:3000";
type Handler = (request: Request, context?: { params: Promise<unknown> }) => Promise<Response>;
export type Json = Record<string, unknown>;

/** Calls a route as an integrator would. */
export async function call(
  handler: Handler,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
  params?: unknown,
) {
  const init: RequestInit = { method, headers: { "Content-Type": "application/json", ...headers } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const context = params === undefined ? undefined : { params: Promise.resolve(params) };
  const response = await handler(new Request(`${ORIGIN}/api/test`, init), context);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? {} : JSON.parse(text)) as Json };
}

export const bearer = (accessToken: unknown) => ({ Authorization: `Bearer ${String(accessToken)}` });
export const whoAmI = (headers: Record<string, string>) => call(me, "GET", undefined, headers);
export const tokensOf = (email: string) => call(token, "POST", { email, password: TEST_PASSWORD });

export async function createPatient() {
  const user = await createUser();
  await createPatientOf({ user });
  return { user };
}

let n = 0;
export const newcomer = () => ({
  kind: "patient",
  name: "Bela Castellan",
  email: `contract-${++n}@caresync.test`,
  password: "four plain invented words",
});
