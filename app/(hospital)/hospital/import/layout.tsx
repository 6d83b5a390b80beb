import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";

/** Before the page begins to stream: those who do not manage the hospital get a true 404. */
export default async function ImportLayout({ children }: { children: ReactNode }) {
  const { isManager } = await requireDesk("/hospital/import");
  if (!isManager) notFound();
  return children;
}
