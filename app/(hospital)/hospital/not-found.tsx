import type { Metadata } from "next";
import { NothingHere } from "@/components/shell/nothing-here";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

/** Inside the existing frame. */
export default function NotFound() {
  return <NothingHere home={{ href: "/hospital", label: "Go to my portal" }} />;
}
