import { notFound } from "next/navigation";
import { cache } from "react";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { orNotFound } from "@/app/or-not-found";
import { getPerson } from "@/lib/domain/administration/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

/** Returns the account of this page, or the 404 page; read once per request, and not yet a look at all of it. */
export const adminsPerson = cache(async (id: string) => {
  const actor = await requireAdmin(routes.admin.person(id));
  if (!isUuid(id)) notFound();
  return { actor, person: await orNotFound(getPerson(actor, id)) };
});
