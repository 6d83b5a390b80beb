import { addTemplate } from "@/lib/domain/conversations/add-template";
import { listTemplates } from "@/lib/domain/conversations/queries";
import { templateBody, templateList, templateOutput } from "@/lib/domain/conversations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { doctorAsOwner } from "@/lib/actor/owner";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/doctors/{id}/message-templates");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Messages"],
    method: "GET",
    operationId: "listTemplatesOfDoctor",
    summary: "List a doctor's templates for messages",
    description: "For the doctor.",
    response: { status: 200, schema: templateList },
    errors: ["not-found"],
  },
  async ({ actor, params }) => ({ items: await listTemplates(actor, doctorAsOwner(params)) }),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Messages"],
    method: "POST",
    operationId: "addTemplateOfDoctor",
    summary: "Add a template for messages",
    description: "For the doctor. At most 20.",
    body: templateBody,
    response: { status: 201, schema: templateOutput },
    idempotent: true,
    errors: ["not-found", "already-exists", "conflict"],
    location: ({ id }) => `/api/message-templates/${id}`,
  },
  ({ actor, params, body }) => addTemplate(actor, doctorAsOwner(params), body.text),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
