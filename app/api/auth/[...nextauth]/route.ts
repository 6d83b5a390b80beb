import NextAuth from "next-auth";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { signInInput } from "@/lib/domain/accounts/schema";
import { authOptions, type SignedIn } from "@/lib/platform/auth/next-auth";
import { AppError } from "@/lib/platform/errors/app-error";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/platform/http/request-id";
import { transportSecurity } from "@/lib/platform/http/transport-security";
import { log } from "@/lib/platform/log/log";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";

async function authorize(email: string, password: string, request: { headers?: Record<string, string> }): Promise<SignedIn | null> {
  const input = signInInput.safeParse({ email, password });
  if (!input.success) return null;
  try {
    const address = clientAddress({ headers: new Headers(request.headers) });
    return await verifyCredentials({ email: input.data.email, password, address, via: "session" });
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
    handler ??= NextAuth(authOptions(authorize)) as Handler;
    const answer = await handler(request, context);
    for (const [name, value] of Object.entries({ [REQUEST_ID_HEADER]: requestId, ...transportSecurity() })) answer.headers.set(name, value);
    logRequest(request.method, answer.status, performance.now() - startedAt);
    return answer;
  });
};

export { serve as GET, serve as POST };
