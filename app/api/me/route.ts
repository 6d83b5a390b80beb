import { ownAccount } from "@/lib/domain/accounts/queries";
import { accountOutput, profileInput } from "@/lib/domain/accounts/schema";
import { updateProfile } from "@/lib/domain/accounts/update-profile";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/me",
    operationId: "getMe",
    summary: "Who am I, and what do I hold",
    tags: ["Accounts"],
    auth: "required",
    response: { status: 200, schema: accountOutput },
    etag: (account) => account.version,
  },
  ({ actor }) => ownAccount(actor),
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/me",
    operationId: "updateMe",
    summary: "Change name, telephone number or time zone",
    tags: ["Accounts"],
    auth: "required",
    body: profileInput,
    rateLimit: [{ name: "profile", by: "actor", limit: 60, windowSeconds: 60 }],
    response: { status: 200, schema: accountOutput },
    errors: ["version-mismatch"],
    ifMatch: true,
    etag: (account) => account.version,
  },
  ({ actor, body, ifMatch }) => updateProfile(actor, body, ifMatch ?? undefined),
);

export const OPTIONS = preflight;
