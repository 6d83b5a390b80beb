import { CHECK_LIMIT } from "@/lib/domain/prescriptions/rules";
import { verifyInput, verifyOutput } from "@/lib/domain/prescriptions/schema";
import { verifyCode } from "@/lib/domain/prescriptions/verify-code";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/prescriptions/verify",
    operationId: "verifyPrescription",
    summary: "Check whether a prescription's code is valid",
    description: "For pharmacies, without an account. What can't be a code is not valid. Nothing else is told.",
    tags: ["Records"],
    auth: "none",
    body: verifyInput,
    maxBodyBytes: 2_048,
    rateLimit: [{ ...CHECK_LIMIT, by: "address" }],
    response: { status: 200, schema: verifyOutput },
  },
  ({ body }) => verifyCode(body.code),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
