import { findArrivalCode } from "@/lib/domain/arrivals/queries";
import { renewCode } from "@/lib/domain/arrivals/renew-code";
import { arrivalCodeOutput } from "@/lib/domain/arrivals/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { hospitalAsOwner } from "@/lib/actor/owner";
import { notFound } from "@/lib/platform/errors/app-error";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/hospitals/{id}/arrival-code");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Waiting room"],
    method: "GET",
    operationId: "getArrivalCodeOfHospital",
    summary: "Get the code at the entrance of a hospital",
    description: "For the hospital's staff. `404` before the first.",
    response: { status: 200, schema: arrivalCodeOutput },
    errors: ["not-found"],
  },
  async ({ actor, params }) => {
    const code = await findArrivalCode(actor, hospitalAsOwner(params));
    if (!code) throw notFound();
    return code;
  },
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Waiting room"],
    method: "POST",
    operationId: "renewArrivalCodeOfHospital",
    summary: "Make a code for the entrance of a hospital, replacing the current one",
    description: "For the hospital's staff.",
    response: { status: 201, schema: arrivalCodeOutput },
    idempotent: true,
    errors: ["not-found"],
  },
  ({ actor, params }) => renewCode(actor, hospitalAsOwner(params)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
