import { addTemplate } from "@/lib/domain/conversations/add-template";
import { listTemplates } from "@/lib/domain/conversations/queries";
import { templateBody, templateList, templateOutput } from "@/lib/domain/conversations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { hospitalAsOwner } from "@/lib/actor/owner";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/hospitals/{id}/message-templates");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Messages"],
    method: "GET",
    operationId: "listTemplatesOfHospital",
    summary: "List a hospital's templates for messages",
    description: "For the hospital's staff.",
    response: { status: 200, schema: templateList },
    errors: ["not-found"],
  },
  async ({ actor, params }) => ({ items: await listTemplates(actor, hospitalAsOwner(params)) }),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Messages"],
    method: "POST",
    operationId: "addTemplateOfHospital",
    summary: "Add a template for messages",
    description: "For the hospital's managers. At most 20.",
    body: templateBody,
    response: { status: 201, schema: templateOutput },
    idempotent: true,
    errors: ["not-found", "forbidden", "already-exists", "conflict"],
    location: ({ id }) => `/api/message-templates/${id}`,
  },
  ({ actor, params, body }) => addTemplate(actor, hospitalAsOwner(params), body.text),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
