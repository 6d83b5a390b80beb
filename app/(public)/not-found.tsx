import type { Metadata } from "next";
import { NothingHere } from "@/components/shell/nothing-here";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

/** Inside the existing frame. */
export default function NotFound() {
  return <NothingHere home={{ href: routes.home(), label: "Go to the home page" }} />;
}
