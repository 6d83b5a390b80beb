import { z } from "zod";
import { uuid } from "@/lib/platform/input/text";
import type { CandidateFilter } from "./statements/conditions";

/** Where a page ended: the values of its order, the ID last. */
export const position = z.discriminatedUnion("k", [
  z.strictObject({ k: z.literal("relevance"), r: z.int(), s: z.iso.datetime().nullable(), i: uuid }),
  z.strictObject({ k: z.literal("soonest"), s: z.iso.datetime().nullable(), i: uuid }),
  z.strictObject({ k: z.literal("fee"), c: z.string().max(3), f: z.int(), i: uuid }),
  z.strictObject({ k: z.literal("distance"), d: z.number(), i: uuid }),
]);
export type Position = z.infer<typeof position>;
export type Order = Position["k"];

/** The order of a sort: "relevance" is by the meaning of the words, then by the next available time. */
export function orderOf({ sort, lead }: CandidateFilter): Order {
  if (sort === "fee" || sort === "distance") return sort;
  return sort === "relevance" && lead && lead.specialties.length > 1 ? "relevance" : "soonest";
}
