import NextAuth from "next-auth";
import { openSession } from "@/lib/domain/accounts/open-session";
import { signOut } from "@/lib/domain/accounts/sign-out";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { signInInput } from "@/lib/domain/accounts/schema";
import { authOptions } from "@/lib/platform/auth/next-auth";
import type { OpenSession } from "@/lib/platform/auth/session-token";
import { AppError } from "@/lib/platform/errors/app-error";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/platform/http/request-id";
import { transportSecurity } from "@/lib/platform/http/transport-security";
import { log } from "@/lib/platform/log/log";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";

async function signIn(email: string, password: string, request: { headers?: Record<string, string> }): Promise<OpenSession | null> {
  const input = signInInput.safeParse({ email, password });
  if (!input.success) return null;
  try {
    const address = clientAddress({ headers: new Headers(request.headers) });
    return await openSession(await verifyCredentials({ email: input.data.email, password, address, via: "session" }));
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid-credentials") return null;
    if (!(error instanceof AppError)) log.error({ err: error }, "sign-in failed");
    // next-auth puts the text into an address: a code, never more.
    throw new Error(error instanceof AppError ? error.code : "internal");
  }
}

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;
let handler: Handler | undefined;

const serve: Handler = (request, context) => {
  const startedAt = performance.now();
  const requestId = requestIdOf(request.headers);
  return withRequestContext({ requestId, route: "/api/auth/{...nextauth}", actorId: null }, async () => {
    // Made on the first request: configuration is not there while the application is built.
    handler ??= NextAuth(authOptions({ signIn, signOut })) as Handler;
    const answer = await handler(request, context);
    for (const [name, value] of Object.entries({ [REQUEST_ID_HEADER]: requestId, ...transportSecurity() })) answer.headers.set(name, value);
    logRequest(request.method, answer.status, performance.now() - startedAt);
    return answer;
  });
};

export { serve as GET, serve as POST };
