"use client";
import { AddText } from "@/components/ui/add-text";
import { addAddendumAction } from "@/lib/domain/records/actions";

/** Adds to a signed note, which itself never changes. */
export function AddAddendum({ appointmentId }: { appointmentId: string }) {
  return (
    <div className="print:hidden">
      <AddText
        label="Add to this note"
        hint="For results that came later, or a correction. The patient can read it at once."
        maxLength={10_000}
        submit="Add"
        added="Added. The patient can read it now."
        add={(text) => addAddendumAction({ appointmentId, text })}
      />
    </div>
  );
}
