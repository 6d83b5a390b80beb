import NextAuth from "next-auth";
import { openSession } from "@/lib/domain/accounts/open-session";
import { signOut } from "@/lib/domain/accounts/sign-out";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { signInInput } from "@/lib/domain/accounts/schema";
import { authOptions } from "@/lib/platform/auth/next-auth";
import { isLiveSession } from "@/lib/actor/find-actor";
import { currentActor } from "@/lib/actor/session";
import { currentDevice, rememberDevice } from "@/lib/platform/auth/session-cookie";
import type { OpenSession } from "@/lib/platform/auth/session-token";
import { AppError } from "@/lib/platform/errors/app-error";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { countActor, countAddress } from "@/lib/platform/http/general-limits";
import { refusal } from "@/lib/platform/http/missing-route";
import { refuseForeignOrigin } from "@/lib/platform/http/origin";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/platform/log/request-id";
import { transportSecurity } from "@/lib/platform/http/transport-security";
import { log } from "@/lib/platform/log/log";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";

async function signIn(
  email: string,
  password: string,
  request: { headers?: Record<string, string> },
): Promise<OpenSession | null> {
  const input = signInInput.safeParse({ email, password });
  if (!input.success) return null;
  try {
    const address = clientAddress({ headers: new Headers(request.headers) });
    const verified = await verifyCredentials({
      email: input.data.email,
      password,
      address,
      via: "session",
      device: await currentDevice(),
    });
    const session = await openSession(verified);
    await rememberDevice(verified);
    return session;
  } catch (error) {
    const known = toAppError(error);
    if (known?.code === "invalid-credentials") return null;
    if (known !== error) log.error({ err: error }, "sign-in failed");
    // next-auth puts the text into an address, so it is only a code.
    throw new Error(known?.code ?? "internal");
  }
}

/** The endpoints of next-auth that the site uses. All others are 404, because some log whatever they are sent. */
const OFFERED: Record<string, string[]> = {
  GET: ["csrf", "session", "providers", "signin"],
  POST: ["callback/credentials", "signout"],
};

/** Throws the API's usual errors; the rest of this file is next-auth's. */
async function admit(request: Request, action: string): Promise<void> {
  const methods = Object.keys(OFFERED).filter((method) => OFFERED[method]?.includes(action));
  if (methods.length === 0) throw new AppError("not-found", "There is no such path. See /api/docs.");
  if (!methods.includes(request.method))
    throw new AppError("method-not-allowed", `This path supports ${methods.join(", ")}.`);
  refuseForeignOrigin(request);
  countAddress(request, []);
  countActor(null, request, []);
  // next-auth treats an unreadable session as expired, and deletes its cookie.
  if (action === "session") await currentActor();
}

async function answer(request: Request, context: Parameters<Handler>[1]): Promise<Response> {
  // Created on the first request, because there is no configuration during the build.
  handler ??= NextAuth(authOptions({ signIn, signOut, isAlive: isLiveSession })) as Handler;
  return handler(request, context).catch((error: unknown) => {
    // A body that does not match its type.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    log.warn({ err: error }, "next-auth cannot read what was sent");
    throw new AppError("bad-request", undefined, { cause: error });
  });
}

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;
let handler: Handler | undefined;

const serve: Handler = (request, context) => {
  const startedAt = performance.now();
  const requestId = requestIdOf(request.headers);
  return withRequestContext({ requestId, route: "/api/auth/{...nextauth}", actorId: null }, async () => {
    try {
      await admit(request, (await context.params).nextauth.join("/"));
      const answered = await answer(request, context);
      for (const [name, value] of Object.entries({ [REQUEST_ID_HEADER]: requestId, ...transportSecurity() }))
        answered.headers.set(name, value);
      logRequest(request.method, answered.status, performance.now() - startedAt);
      return answered;
    } catch (error) {
      const known = toAppError(error);
      if (known !== error) log.error({ err: error }, "next-auth failed");
      return refusal(request, "/api/auth/{...nextauth}", known ?? new AppError("internal"));
    }
  });
};

export { serve as GET, serve as POST };
