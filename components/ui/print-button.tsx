"use client";
import { Printer } from "lucide-react";
import { Button } from "./button";

/** Prints the page without its controls. */
export function PrintButton({ size = "md" }: { size?: "sm" | "md" }) {
  return (
    <Button variant="secondary" size={size} className="hidden sm:inline-flex" onClick={() => window.print()}>
      <Printer aria-hidden /> Print
    </Button>
  );
}
