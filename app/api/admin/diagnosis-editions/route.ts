import { toOutput } from "@/lib/domain/codes/output";
import { listEditions } from "@/lib/domain/codes/queries";
import { editionList, editionOutput, startEditionBody } from "@/lib/domain/codes/schema";
import { startEdition } from "@/lib/domain/codes/start-edition";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/diagnosis-editions",
    operationId: "listDiagnosisEditions",
    summary: "List the editions of diagnosis codes, newest first",
    tags: ["Administration"],
    auth: "required",
    response: { status: 200, schema: editionList },
    errors: ["not-found"],
  },
  async ({ actor }) => ({ items: (await listEditions(actor)).map(toOutput) }),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/diagnosis-editions",
    operationId: "startDiagnosisEdition",
    summary: "Announce the file of a complete edition; its parts follow",
    tags: ["Administration"],
    auth: "required",
    body: startEditionBody,
    response: { status: 201, schema: editionOutput },
    errors: ["not-found", "already-exists"],
    idempotent: true,
    rateLimit: [{ name: "diagnosis-editions", limit: 30, windowSeconds: 3600, by: "actor" }],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/admin/diagnosis-editions/${id}`,
  },
  async ({ actor, body }) => toOutput(await startEdition(actor, body)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
