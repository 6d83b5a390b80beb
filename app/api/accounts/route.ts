import { accountOutput, signUpInput } from "@/lib/domain/accounts/schema";
import { signUp } from "@/lib/domain/accounts/sign-up";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/accounts",
    operationId: "createAccount",
    summary: "Sign up as a patient, doctor or hospital",
    description:
      "Doctors and hospitals are listed once an administrator has verified them. Get tokens from /api/auth/token.",
    tags: ["Accounts"],
    auth: "none",
    body: signUpInput,
    maxBodyBytes: 32_768,
    idempotent: true,
    rateLimit: [{ name: "sign-up", by: "address", limit: 60, windowSeconds: 3600 }],
    response: { status: 201, schema: accountOutput },
    errors: ["email-taken", "already-exists"],
    etag: (account) => account.version,
    location: () => "/api/me",
  },
  async ({ body }) => (await signUp(body, "token")).account,
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
