"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/actor/define-action";
import { nestedFields } from "@/lib/platform/actions/form-fields";
import { findSessionActor } from "@/lib/actor/find-actor";
import { currentDevice, rememberDevice, setSessionCookie, takeSessionCookie } from "@/lib/platform/auth/session-cookie";
import type { OpenSession } from "@/lib/platform/auth/session-token";
import { AppError } from "@/lib/platform/errors/app-error";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";
import { routes } from "@/lib/site/routes";
import { changePassword } from "./internal/change-password";
import { homeOf } from "./format";
import { openSession, type Verified } from "./open-session";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./internal/reset-password";
import { safeReturnPath } from "./rules";
import {
  changePasswordInput,
  profileFormInput,
  requestResetInput,
  resetPasswordInput,
  signInFormInput,
  signUpInput,
} from "./schema";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./internal/sign-out-everywhere";
import { signUp } from "./sign-up";
import { updateProfile } from "./update-profile";
import { verifyCredentials } from "./verify-credentials";

/** What a form shows after it was sent: a failure with what was typed (never passwords), or success. */
export type FormState = { error?: ActionFailure; values?: Record<string, string>; done?: number };

const visitor = { auth: "optional" } as const;

async function address(): Promise<string> {
  return clientAddress({ headers: await headers() });
}

async function enter(verified: Verified, from: string | undefined): Promise<never> {
  const session = await openSession(verified);
  const actor = await findSessionActor(session.id);
  if (!actor) throw new AppError("invalid-credentials");
  await leave();
  await setSessionCookie(session);
  await rememberDevice(verified);
  redirect(safeReturnPath(from) ?? homeOf(actor));
}

/** Ends this browser's session, if it has one. */
async function leave(): Promise<void> {
  const sessionId = await takeSessionCookie();
  if (sessionId !== null) await signOut(sessionId);
}

const signIn = defineAction(
  signInFormInput,
  async (_actor, { email, password, from }) =>
    enter(
      await verifyCredentials({
        email,
        password,
        address: await address(),
        via: "session",
        device: await currentDevice(),
      }),
      from,
    ),
  { ...visitor, name: "sign-in" },
);

const signUpForm = defineAction(
  z.strictObject({ from: z.string().max(2000).optional(), input: signUpInput }),
  async (_actor, { input, from }) => {
    const { account, sessionEpoch } = await signUp(input);
    return enter({ userId: account.id, sessionEpoch }, from);
  },
  { ...visitor, name: "sign-up", rateLimit: [{ name: "sign-up", by: "address", limit: 60, windowSeconds: 3600 }] },
);

const requestReset = defineAction(
  requestResetInput,
  async (_actor, { email }) => requestPasswordReset(email, await address()),
  {
    ...visitor,
    name: "request-password-reset",
  },
);

const reset = defineAction(resetPasswordInput, async (_actor, input) => resetPassword(input, await address()), {
  ...visitor,
  name: "reset-password",
});

const saveProfile = defineAction(
  profileFormInput,
  async (actor, { version, ...input }) => updateProfile(actor, input, version),
  {
    name: "update-profile",
  },
);

async function continueSession(session: OpenSession | null): Promise<void> {
  if (session) await setSessionCookie(session);
}

const savePassword = defineAction(
  changePasswordInput,
  async (actor, input) => continueSession(await changePassword(actor, input)),
  { name: "change-password" },
);

const everywhere = defineAction(z.strictObject({}), async (actor) => continueSession(await signOutEverywhere(actor)), {
  name: "sign-out-everywhere",
});

const SECRETS = new Set(["password", "newPassword", "currentPassword", "token"]);

/** Returns what was typed, for the form to show again. */
function typed(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(
    ([name, value]) => typeof value === "string" && !name.startsWith("$ACTION"),
  );
  return Object.fromEntries(entries.filter(([name]) => !SECRETS.has(name))) as Record<string, string>;
}

type Outcome = { ok: true } | { ok: false; error: ActionFailure };
function stateAfter(outcome: Outcome, form: FormData): FormState {
  return outcome.ok ? { done: Date.now() } : { error: outcome.error, values: typed(form) };
}

/** Maps errors of `input.email` to the field `email`. */
function unwrapped(error: ActionFailure): ActionFailure {
  return error.fields
    ? { ...error, fields: error.fields.map((f) => ({ ...f, path: f.path.replace(/^input\.?/, "") })) }
    : error;
}

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  return stateAfter(await signIn(form), form);
}

export async function signUpAction(_before: FormState, form: FormData): Promise<FormState> {
  const { from, ...input } = nestedFields(form);
  const outcome = await signUpForm({ from, input } as unknown as Parameters<typeof signUpForm>[0]);
  return stateAfter(outcome.ok ? outcome : { ok: false, error: unwrapped(outcome.error) }, form);
}

export async function requestResetAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = stateAfter(await requestReset(form), form);
  return state.done ? { ...state, values: typed(form) } : state;
}

export async function resetPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = stateAfter(await reset(form), form);
  if (state.done) redirect(routes.signIn({ done: "password" }));
  return state;
}

export async function saveProfileAction(_before: FormState, form: FormData): Promise<FormState> {
  return stateAfter(await saveProfile(form), form);
}

export async function savePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return stateAfter(await savePassword(form), form);
}

export async function signOutEverywhereAction(): Promise<FormState> {
  const outcome = await everywhere({});
  return outcome.ok ? { done: Date.now() } : { error: outcome.error };
}

/** Signs out and leads back, to continue as someone else. */
export async function switchAccountAction(form: FormData): Promise<void> {
  const from = form.get("from");
  await leave();
  redirect(safeReturnPath(typeof from === "string" ? from : undefined) ?? routes.signIn());
}

export async function signOutAction(): Promise<void> {
  await leave();
  redirect(routes.home());
}
