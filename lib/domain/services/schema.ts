import { z } from "zod";
import { namedOutput, slug } from "@/lib/domain/directory/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import { optionalText } from "@/lib/platform/input/text";

export const specialtyOutput = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  doctorCount: z.int().meta({ description: "Listed doctors of this specialty." }),
});
export type SpecialtyItem = z.infer<typeof specialtyOutput>;

export const serviceOutput = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  specialty: namedOutput,
  doctorCount: z.int(),
  nextAvailableAt: z
    .string()
    .nullable()
    .meta({ description: "The earliest available time with any doctor who offers it." }),
  doctors: z
    .array(z.object({ id: z.string(), slug: z.string(), name: z.string(), nextAvailableAt: z.string().nullable() }))
    .meta({
      description: "The three doctors available soonest.",
    }),
});
export type ServiceItem = z.infer<typeof serviceOutput>;

export const serviceListQuery = z.strictObject({
  q: optionalText(100).optional(),
  specialty: slug.optional(),
  limit,
  cursor: cursor.optional(),
});
export type ServiceFilter = { q?: string | undefined; specialty?: string | undefined };
