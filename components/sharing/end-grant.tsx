"use client";
import { UserRoundMinus } from "lucide-react";
import { useConfirmedStep } from "@/components/realtime/use-confirmed-step";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { endGrantAction } from "@/lib/domain/sharing/actions";
import type { Grant } from "@/lib/domain/sharing/schema";

type Props = { grant: Pick<Grant, "id" | "patientId" | "doctorName"> };

/** Stops sharing a record with a doctor after a question. */
export function EndGrant({ grant: { id, patientId, doctorName } }: Props) {
  const end = useConfirmedStep(() => endGrantAction({ id, patientId }), `No longer shared with ${doctorName}`);
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm" className="ml-auto">
          <UserRoundMinus aria-hidden /> Stop sharing
          <span className="sr-only"> with {doctorName}</span>
        </Button>
      }
      title={`Stop sharing with ${doctorName}?`}
      text="They lose access at once, on open pages too. Doctors who treat the patient still read the record."
      confirmLabel="Stop sharing"
      onConfirm={end}
    />
  );
}
