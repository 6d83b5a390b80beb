"use client";
import { Button } from "@/components/ui/button";
import { useState } from "react";
import { changeBedBookingAction } from "@/lib/domain/beds/actions";
import { AskDialog } from "@/components/ui/ask-dialog";
import { useWork } from "@/components/contacts/use-work";

type Props = { id: string; version: number; hospital: string; isKept: boolean };

/** Cancels the patient's bed request or reservation. */
export function CancelStay({ id, version, hospital, isKept }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { run, pending } = useWork();
  return (
    <>
      <Button variant="secondary" size="sm" pending={pending !== undefined} onClick={() => setAsking(true)}>
        Cancel<span className="sr-only"> the request at {hospital}</span>
      </Button>
      {isAsking ? (
        <AskDialog
          title="Cancel this request?"
          subject={hospital}
          consequence={
            isKept
              ? "The reserved bed becomes free at once. This can't be undone."
              : "The hospital will be notified. You can request a bed again at any time."
          }
          confirmLabel="Cancel the request"
          onClose={() => setAsking(false)}
          onTake={() =>
            run(`booking:${id}`, "Cancelled. The hospital has been notified.", () =>
              changeBedBookingAction({ id, version, status: "CANCELLED" }),
            )
          }
        />
      ) : null}
    </>
  );
}
