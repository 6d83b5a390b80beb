import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { routes } from "@/lib/site/routes";

/** Before the page starts streaming, so that anyone who doesn't manage the hospital gets a real 404. */
export default async function ExportsLayout({ children }: { children: ReactNode }) {
  const { isManager } = await requireDesk(routes.hospital.exports());
  if (!isManager) notFound();
  return children;
}
