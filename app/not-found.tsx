import type { Metadata } from "next";
import { NothingHere } from "@/components/shell/nothing-here";
import { PublicShell } from "@/components/shell/public-shell";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

export default function NotFound() {
  return (
    <PublicShell>
      <NothingHere home={{ href: "/", label: "Go to the home page" }} />
    </PublicShell>
  );
}
