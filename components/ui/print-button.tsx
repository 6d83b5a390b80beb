"use client";
import { Printer } from "lucide-react";
import { Button } from "./button";

/** The list on paper: the print-out leaves out all that one presses. */
export function PrintButton() {
  return (
    <Button variant="secondary" className="hidden sm:inline-flex" onClick={() => window.print()}>
      <Printer aria-hidden /> Print
    </Button>
  );
}
