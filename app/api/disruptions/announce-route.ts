import { DISRUPTION_LIMIT, disruptionOutput, disruptionPreview } from "@/lib/domain/disruptions/schema";

const common = {
  tags: ["Disruptions"],
  method: "POST" as const,
  rateLimit: [{ ...DISRUPTION_LIMIT, by: "actor" as const }],
};

/** What the routes share that announce something: an absence, a delay, a closed department, public holidays. */
export const announceRoute = {
  ...common,
  response: { status: 201 as const, schema: disruptionOutput },
  idempotent: true as const,
  etag: ({ version }: { version: number }) => version,
  location: ({ id }: { id: string }) => `/api/disruptions/${id}`,
};

/** What the routes share that show beforehand who would be told. */
export const previewRoute = {
  ...common,
  description: "Changes nothing.",
  response: { status: 200 as const, schema: disruptionPreview },
};
