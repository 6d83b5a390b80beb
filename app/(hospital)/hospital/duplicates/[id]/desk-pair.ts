import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { getComparison } from "@/lib/domain/merges/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns two records of this desk's patients side by side, or the 404 page; read once per request. */
export const deskPair = cache(async (id: string) => {
  const { actor } = await requireDesk(routes.hospital.duplicate(id));
  if (!isUuid(id)) notFound();
  return orNotFound(getComparison(actor, id));
});
