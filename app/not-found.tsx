import type { Metadata } from "next";
import { NothingHere } from "@/components/shell/nothing-here";
import { PublicShell } from "@/components/shell/public-shell";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

export default function NotFound() {
  return (
    <PublicShell>
      <NothingHere home={{ href: routes.home(), label: "Go to the home page" }} />
    </PublicShell>
  );
}
