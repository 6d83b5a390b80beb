import { addDocument } from "@/lib/domain/documents/add-document";
import { toDocumentOutput } from "@/lib/domain/documents/output";
import { listDocuments } from "@/lib/domain/documents/queries";
import { addDocumentBody, documentListQuery, documentOutput } from "@/lib/domain/documents/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { MAX_FORM_BYTES } from "@/lib/platform/input/file";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/patients/{id}/documents");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "listDocuments",
    summary: "List a patient's own documents, the latest first, without their content",
    description: "For those who read the patient's record, doctors included. Every read is logged.",
    query: documentListQuery,
    response: { status: 200, schema: pageOf(documentOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params, query }) => {
    const page = await listDocuments(actor, [params.id], query);
    return { ...page, items: page.items.map(toDocumentOutput) };
  },
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "POST",
    operationId: "addDocument",
    summary: "Add a document to a patient's record",
    description:
      "For the patient and those with the whole right for them. PDF, JPEG, PNG or WebP, told by its content; at most 10 MB, 200 a patient.",
    body: addDocumentBody,
    bodyType: "multipart/form-data",
    maxBodyBytes: MAX_FORM_BYTES,
    response: { status: 201, schema: documentOutput },
    idempotent: true,
    errors: ["not-found", "already-exists", "conflict"],
    rateLimit: [{ name: "uploads", limit: 200, windowSeconds: 3600, by: "actor" }],
    location: ({ id }) => `/api/documents/${id}`,
  },
  ({ actor, params, body }) => addDocument(actor, { patientId: params.id, ...body }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
