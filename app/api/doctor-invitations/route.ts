import { askToJoin } from "@/lib/domain/affiliations/ask-to-join";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { listInvitations } from "@/lib/domain/affiliations/queries";
import { invitationListQuery, invitationOutput, joinInput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctor-invitations",
    operationId: "listDoctorInvitations",
    summary: "List invitations and requests to join, newest first",
    description:
      "Doctors see their own, managers those of their hospital, administrators all. Invitations sent to an email address can only be opened with the link in the email.",
    tags: ["Affiliations"],
    auth: "required",
    query: invitationListQuery,
    response: { status: 200, schema: pageOf(invitationOutput) },
  },
  async ({ actor, query: { limit, cursor, ...filter } }) => {
    const { items, nextCursor } = await listInvitations(actor, filter, { limit, cursor });
    return { items: items.map(toInvitationOutput), nextCursor };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/doctor-invitations",
    operationId: "askToJoin",
    summary: "Ask to join a listed hospital, as a verified doctor",
    tags: ["Affiliations"],
    auth: "required",
    body: joinInput,
    response: { status: 201, schema: invitationOutput },
    errors: ["not-found", "forbidden", "already-exists"],
    idempotent: true,
    rateLimit: [{ name: "ask-to-join", limit: 100, windowSeconds: 3600, by: "actor" }],
    etag: (invitation) => invitation.version,
    location: (invitation) => `/api/doctor-invitations/${invitation.id}`,
  },
  async ({ actor, body }) => toInvitationOutput(await askToJoin(actor, body)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
