import { refreshTokens } from "@/lib/domain/accounts/refresh-tokens";
import { refreshInput, tokensOutput } from "@/lib/domain/accounts/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/auth/refresh",
    operationId: "refreshToken",
    summary: "Exchange a refresh token for a new pair",
    description: "Each refresh token works once. Using one again revokes the whole chain.",
    tags: ["Accounts"],
    auth: "none",
    body: refreshInput,
    maxBodyBytes: 4_096,
    rateLimit: [{ name: "refresh", by: "address", limit: 120, windowSeconds: 60 }],
    response: { status: 200, schema: tokensOutput },
    errors: ["invalid-token"],
  },
  ({ body }) => refreshTokens(body.refreshToken),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
