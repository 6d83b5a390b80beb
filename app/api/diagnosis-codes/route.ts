import { diagnosisList, diagnosisQuery } from "@/lib/domain/codes/schema";
import { searchDiagnoses } from "@/lib/domain/codes/search-diagnoses";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/diagnosis-codes",
    operationId: "searchDiagnoses",
    summary: "Search for a diagnosis by code or words, as a doctor",
    description:
      "The best match first: the code as typed, codes you have used, codes that begin so, whole words, synonyms, words mistyped by a letter. Store all four fields of a diagnosis: its edition may be replaced.",
    tags: ["Records"],
    auth: "required",
    query: diagnosisQuery,
    rateLimit: [{ name: "search-diagnoses", limit: 240, windowSeconds: 60, by: "actor" }],
    response: { status: 200, schema: diagnosisList },
    errors: ["not-found"],
  },
  async ({ actor, query }) => ({ items: await searchDiagnoses(actor, query) }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
