"use client";
import { Printer } from "lucide-react";
import { Button } from "./button";

/** Prints the list without its controls. */
export function PrintButton() {
  return (
    <Button variant="secondary" className="hidden sm:inline-flex" onClick={() => window.print()}>
      <Printer aria-hidden /> Print
    </Button>
  );
}
