import { linkedVisitOutput } from "@/lib/domain/visit-links/schema";
import { LINK_LIMIT } from "@/lib/domain/visit-links/status";

/** What the routes share that a link in a message leads to, without an account. */
export const byLink = {
  method: "POST" as const,
  tags: ["Appointments"],
  auth: "none" as const,
  maxBodyBytes: 2_048,
  rateLimit: [{ ...LINK_LIMIT, by: "address" as const }],
  response: { status: 200 as const, schema: linkedVisitOutput },
};
