import { z } from "zod";
import { uuid } from "@/lib/platform/input/text";

/** What the routes of one address share whose path names a thing by its ID, for those signed in. */
export function byId<Path extends `/api/${string}/{id}${string}`>(path: Path) {
  return { path, auth: "required", params: z.strictObject({ id: uuid }) } as const;
}
