import { z } from "zod";
import { addAttachment } from "@/lib/domain/records/add-attachment";
import { addAttachmentBody, attachmentOutput } from "@/lib/domain/records/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { MAX_FORM_BYTES } from "@/lib/platform/input/file";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/encounter/attachments",
    operationId: "addAttachment",
    summary: "Add a file to the draft of a visit's note",
    description:
      "PDF, JPEG, PNG or WebP, told by its content; at most 10 MB, 20 files a note. Images lose hidden data such as where they were taken. The same file again answers with the first.",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: addAttachmentBody,
    bodyType: "multipart/form-data",
    maxBodyBytes: MAX_FORM_BYTES,
    response: { status: 201, schema: attachmentOutput },
    idempotent: true,
    errors: ["not-found", "invalid-transition"],
    rateLimit: [{ name: "uploads", limit: 200, windowSeconds: 3600, by: "actor" }],
    location: ({ id }) => `/api/attachments/${id}`,
  },
  ({ actor, params, body }) => addAttachment(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
