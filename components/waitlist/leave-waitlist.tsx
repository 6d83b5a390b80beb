"use client";
import { useConfirmedStep } from "@/components/realtime/use-confirmed-step";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { leaveWaitlistAction } from "@/lib/domain/waitlist/actions";

/** Leaves a waitlist after a question. */
export function LeaveWaitlist({ id, target }: { id: string; target: string }) {
  const leave = useConfirmedStep(() => leaveWaitlistAction({ id }), "You have left the waitlist");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm" className="ml-auto">
          Leave<span className="sr-only"> the waitlist: {target}</span>
        </Button>
      }
      title="Leave this waitlist?"
      text="No earlier time will be offered to you. Your appointments stay as they are. If you join again, you wait behind those who are on the list."
      confirmLabel="Leave the waitlist"
      cancelLabel="Stay on it"
      onConfirm={leave}
    />
  );
}
