import { revokeTokens } from "@/lib/domain/accounts/revoke-tokens";
import { refreshInput } from "@/lib/domain/accounts/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/auth/revoke",
    operationId: "revokeToken",
    summary: "Revoke a refresh token and its chain",
    description: "The answer is the same for unknown and already revoked tokens.",
    tags: ["Accounts"],
    auth: "none",
    body: refreshInput,
    maxBodyBytes: 4_096,
    rateLimit: [{ name: "revoke", by: "address", limit: 120, windowSeconds: 60 }],
    response: { status: 204 },
  },
  ({ body }) => revokeTokens(body.refreshToken),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
