import { z } from "zod";
import { uuid } from "@/lib/platform/input/text";
import type { DoctorFilter } from "../schema";

/**
 * What the typed words mean: specialties, likeliest first; a text search query for the other words, and all words as
 * they are.
 */
export type Meaning = { specialties: string[]; rest: string | null; whole: string };

/**
 * What the directory can be queried for: the public filters and, internally, one service and the meaning of the typed
 * words.
 */
export type CandidateFilter = DoctorFilter & { service?: string; meaning?: Meaning };

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
export function orderOf({ sort, meaning }: CandidateFilter): Order {
  if (sort === "fee" || sort === "distance") return sort;
  return sort === "relevance" && meaning && meaning.specialties.length > 1 ? "relevance" : "soonest";
}
