import { z } from "zod";
import { editionOutput } from "@/lib/domain/codes/schema";
import { uuid } from "@/lib/platform/input/text";

/** What the steps of an edition have in common as routes. */
export const editionStep = {
  method: "POST",
  auth: "required",
  params: z.strictObject({ id: uuid }),
  response: { status: 200, schema: editionOutput },
  ifMatch: true,
  etag: ({ version }: z.output<typeof editionOutput>) => version,
} as const;
