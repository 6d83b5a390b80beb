"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DocumentForm } from "./document-form";
import type { Keepable } from "./use-document-form";

/** Adds a document to the record of one of these people. */
export function AddDocument({ people, today }: { people: readonly Keepable[]; today: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden /> Add a document
      </Button>
      {isOpen ? <DocumentForm people={people} today={today} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
