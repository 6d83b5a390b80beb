import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { hasOutbox } from "@/lib/domain/administration/queries";
import { routes } from "@/lib/site/routes";

/** Before the page starts streaming, so that where mail is sent the answer is a real 404. */
export default async function OutboxLayout({ children }: { children: ReactNode }) {
  await requireAdmin(routes.admin.mail());
  if (!hasOutbox()) notFound();
  return children;
}
