"use client";
import { useState } from "react";
import { useWork } from "@/components/contacts/use-work";
import { AskDialog } from "@/components/ui/ask-dialog";
import { Button } from "@/components/ui/button";
import { withdrawPrescriptionAction } from "@/lib/domain/prescriptions/actions";

/** Withdraws a prescription after a question, with the reason the patient reads. */
export function WithdrawPrescription({ appointmentId }: { appointmentId: string }) {
  const [isAsking, setAsking] = useState(false);
  const { run, pending } = useWork();
  return (
    <>
      <Button variant="secondary" pending={pending !== undefined} onClick={() => setAsking(true)}>
        Withdraw
      </Button>
      {isAsking ? (
        <AskDialog
          title="Withdraw this prescription?"
          consequence="Pharmacies will be told that it isn't valid, and the patient will be notified. Medicines already handed out stay with the patient. This can't be undone."
          confirmLabel="Withdraw prescription"
          reason={{ label: "Reason", hint: "The patient reads this.", missing: "Say why you withdraw it" }}
          onClose={() => setAsking(false)}
          onTake={(reason) =>
            run(`prescription:${appointmentId}`, "Withdrawn. The patient has been notified.", () =>
              withdrawPrescriptionAction({ appointmentId, reason }),
            )
          }
        />
      ) : null}
    </>
  );
}
