import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { accountOutput, profileInput } from "@/lib/domain/accounts/schema";
import { updateProfile } from "@/lib/domain/accounts/update-profile";
import { defineRoute } from "@/lib/actor/define-route";
import { etagOf } from "@/lib/platform/http/etag";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/me",
    operationId: "getMe",
    summary: "Get your account and roles",
    tags: ["Accounts"],
    auth: "required",
    response: { status: 200, schema: accountOutput },
  },
  async ({ actor }) => {
    const account = accountOutput.parse(await getOwnAccount(actor));
    // The tag is for If-Match only. It says nothing about the account's roles (a doctor may have been verified), so
    // If-None-Match is always answered in full.
    return Response.json(account, { headers: { ETag: etagOf(account.version) } });
  },
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/me",
    operationId: "updateMe",
    summary: "Change your name, phone number or time zone",
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

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
