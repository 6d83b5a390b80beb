import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";

/** Before the page begins to stream: whoever does not manage the hospital gets a true 404. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { isManager } = await requireDesk("/hospital/staff");
  if (!isManager) notFound();
  return children;
}
