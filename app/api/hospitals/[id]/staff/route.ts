import { z } from "zod";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { listStaff } from "@/lib/domain/staff/list-staff";
import { inviteStaffBody, staffInvitationOutput, staffListQuery, staffMemberOutput } from "@/lib/domain/staff/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/staff",
    operationId: "listStaff",
    summary: "List the hospital's staff, for its managers and administrators",
    tags: ["Staff"],
    auth: "required",
    params,
    query: staffListQuery,
    response: { status: 200, schema: pageOf(staffMemberOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listStaff(actor, params.id, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/staff",
    operationId: "inviteStaff",
    summary: "Invite someone to the staff, with a link by email",
    description: "The link works once, for 14 days. The person who accepts joins the staff at once.",
    tags: ["Staff"],
    auth: "required",
    params,
    body: inviteStaffBody,
    response: { status: 201, schema: staffInvitationOutput },
    errors: ["not-found", "already-exists"],
    idempotent: true,
    rateLimit: [{ name: "staff-mails", limit: 60, windowSeconds: 3600, by: "actor" }],
  },
  ({ actor, params, body }) => inviteStaff(actor, { ...body, hospitalId: params.id }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
