import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { inviteRelative } from "@/lib/domain/family/invite-relative";
import { listFamilyInvitations } from "@/lib/domain/family/list-access";
import { familyInvitationOutput, familyListQuery, inviteBody } from "@/lib/domain/family/schema";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/access/invitations",
    operationId: "listFamilyInvitations",
    summary: "List open invitations to act for a patient",
    tags: ["Family"],
    auth: "required",
    params,
    query: familyListQuery,
    response: { status: 200, schema: pageOf(familyInvitationOutput) },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params, query }) => listFamilyInvitations(actor, params.id, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patients/{id}/access/invitations",
    operationId: "inviteRelative",
    summary: "Invite someone to act for a patient, with a link by email",
    description:
      "The link works once, for 14 days. As `SELF`, from the 16th birthday on, it hands a child's record over to their own account.",
    tags: ["Family"],
    auth: "required",
    params,
    body: inviteBody,
    response: { status: 201, schema: familyInvitationOutput },
    errors: ["not-found", "forbidden", "already-exists", "quota-reached"],
    idempotent: true,
    rateLimit: [{ name: "family-mails", limit: 20, windowSeconds: 3600, by: "actor" }],
  },
  ({ actor, params, body }) => inviteRelative(actor, { ...body, patientId: params.id }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
