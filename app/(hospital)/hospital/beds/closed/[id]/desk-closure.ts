import { cache } from "react";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { getWardClosure } from "@/lib/domain/ward-closures/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns a closing of the desk's hospital, or the 404 page. Read once per request. */
export const deskClosure = cache(async (id: string) => {
  const { actor } = await requireDesk(routes.hospital.closedWard(id));
  if (!isUuid(id)) notFound();
  return { actor, closure: await orNotFound(getWardClosure(actor, id)) };
});
