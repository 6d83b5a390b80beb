import { issueTokens } from "@/lib/domain/accounts/issue-tokens";
import { signInInput, tokensOutput } from "@/lib/domain/accounts/schema";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { defineRoute } from "@/lib/actor/define-route";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/auth/token",
    operationId: "createToken",
    summary: "Sign in and get tokens",
    description:
      "Returns an access token for 15 minutes and a refresh token for 30 days. Failed attempts are limited by account and network.",
    tags: ["Accounts"],
    auth: "none",
    body: signInInput,
    maxBodyBytes: 8_192,
    response: { status: 200, schema: tokensOutput },
    errors: ["invalid-credentials", "rate-limited"],
  },
  async ({ body, request }) =>
    issueTokens(await verifyCredentials({ ...body, address: clientAddress(request), via: "token" })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
