import { z } from "zod";
import { instant, uuid } from "@/lib/platform/input/text";

export const markReadInput = z.strictObject({ ids: z.array(uuid).min(1).max(100).optional() });

export const notificationOutput = z.strictObject({
  id: uuid,
  type: z.string(),
  refs: z.record(z.string(), z.string()),
  readAt: instant.nullable(),
  createdAt: instant,
});
