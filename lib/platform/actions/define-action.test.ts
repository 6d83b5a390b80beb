import { beforeEach, describe, expect, it, vi } from "vitest";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { Caller } from "@/lib/platform/auth/caller";
import { AppError } from "@/lib/platform/errors/app-error";
import { countActor } from "@/lib/platform/http/general-limits";
import { shortText } from "@/lib/platform/input/text";
import { actionsFor } from "./define-action";

const session = vi.hoisted(() => ({ actor: null as Caller | null, page: null as string | null }));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ "x-request-id": "r-1", ...(session.page ? { "x-signed-in-as": session.page } : {}) }),
}));

const ACTOR: Caller = { via: "session", userId: "0197a3c0-0000-7000-8000-000000000001" };
const defineAction = actionsFor(async () => session.actor);
const schema = z.strictObject({ name: shortText(5) });
const greet = defineAction(schema, async (actor, { name }) => `${actor.via}:${name}`);
const failing = (error: unknown) =>
  defineAction(schema, async () => {
    throw error;
  });

beforeEach(() => {
  session.actor = ACTOR;
  session.page = null;
});

describe("an action", () => {
  it("passes the actor and the parsed input to the use case", async () => {
    expect(await greet({ name: " Asha " })).toEqual({ ok: true, data: "session:Asha" });
  });

  it("accepts form data as well", async () => {
    const form = new FormData();
    form.set("name", "Asha");
    form.set("$ACTION_ID_x", "");
    expect(await greet(form)).toEqual({ ok: true, data: "session:Asha" });
  });

  it("answers visitors with unauthenticated before validating their input", async () => {
    session.actor = null;
    expect(await greet({ name: "too long" })).toMatchObject({
      ok: false,
      error: { code: "unauthenticated", requestId: "r-1" },
    });
  });

  it("shares the API's limit per account", async () => {
    session.actor = { ...ACTOR, userId: "0197a3c0-0000-7000-8000-000000000002" };
    for (let n = 0; n < 300; n++) countActor(session.actor as Caller, new Request("http://localhost"), []);
    for (let n = 0; n < 300; n++) expect((await greet({ name: "a" })).ok).toBe(true);
    expect(await greet({ name: "a" })).toMatchObject({
      ok: false,
      error: { code: "rate-limited", retryAfterSeconds: expect.any(Number) },
    });
    session.actor = ACTOR;
    expect((await greet({ name: "a" })).ok).toBe(true);
  });

  it("does not run as someone who signed in since in another tab", async () => {
    session.page = ACTOR.userId;
    expect(await greet({ name: "Asha" })).toMatchObject({ ok: true });
    session.page = "0197a3c0-0000-7000-8000-000000000002";
    expect(await greet({ name: "Asha" })).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  });

  it("serves visitors when it allows them", async () => {
    session.actor = null;
    const open = defineAction(schema, async (actor) => actor === null, { auth: "optional", name: "open" });
    expect(await open({ name: "a" })).toEqual({ ok: true, data: true });
  });

  it("names invalid and unknown fields as the REST routes do", async () => {
    const sent = JSON.parse('{"name":"too long","role":"admin"}') as { name: string };
    expect(await greet(sent)).toMatchObject({
      ok: false,
      error: {
        code: "invalid",
        fields: [
          { path: "name", message: "At most 5 characters" },
          { path: "role", message: "Unknown field" },
        ],
      },
    });
  });

  it("passes on a refusal with its extra fields", async () => {
    const error = new AppError("slot-taken", "Taken.", { extra: { alternatives: [] } });
    expect(await failing(error)({ name: "a" })).toEqual({
      ok: false,
      error: { code: "slot-taken", message: "Taken.", extra: { alternatives: [] }, requestId: "r-1" },
    });
  });

  it("reveals nothing about an internal error", async () => {
    const answer = await failing(new TypeError("secret"))({ name: "a" });
    expect(answer).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(answer)).not.toContain("secret");
  });

  it("lets Next's redirects through", async () => {
    const leave = defineAction(schema, async () => redirect("/sign-in"));
    await expect(leave({ name: "a" })).rejects.toThrow("NEXT_REDIRECT");
  });
});
