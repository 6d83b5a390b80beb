import { z } from "zod";
import { listHospitalMessages } from "@/lib/domain/messages/queries";
import { sentMessageOutput, sentMessagesQuery } from "@/lib/domain/messages/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/sent-messages",
    operationId: "listHospitalSentMessages",
    summary: "List what your hospital's patients were told of their bookings, newest first",
    description: "Managers also find the invitations their hospital has sent.",
    tags: ["Sent messages"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: sentMessagesQuery,
    response: { status: 200, schema: pageOf(sentMessageOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listHospitalMessages(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
