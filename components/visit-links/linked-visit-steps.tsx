"use client";
import { Check } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { LocalTime } from "@/components/ui/local-time";
import type { LinkedVisit } from "@/lib/domain/visit-links/schema";

type CancelProps = { isPending: boolean; onCancel: () => void };

type StepsProps = CancelProps & {
  visit: LinkedVisit;
  onConfirm: () => void;
  onMove: () => void;
};

/** What can be done about an appointment that takes place. */
export function LinkedVisitSteps({ visit, isPending, onConfirm, onCancel, onMove }: StepsProps) {
  const { status, attendanceConfirmedAt, canChange, changeUntil, timeZone, isVideo } = visit;
  const until = <LocalTime instant={changeUntil} timeZone={timeZone} readerFirst={isVideo} />;
  return (
    <div className="grid gap-4">
      {attendanceConfirmedAt ? (
        <p className="flex items-center gap-2 text-sm font-semibold">
          <Check aria-hidden className="size-5" /> You’ve said that you’ll be there.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {status === "CONFIRMED" && !attendanceConfirmedAt ? (
          <Button size="lg" pending={isPending} onClick={onConfirm}>
            I’ll be there
          </Button>
        ) : null}
        {canChange ? (
          <>
            <Button size="lg" variant="secondary" disabled={isPending} onClick={onMove}>
              Choose another time
            </Button>
            <CancelByLink isPending={isPending} onCancel={onCancel} />
          </>
        ) : null}
      </div>
      <p className="text-sm text-quiet">
        {canChange ? (
          <>You can reschedule or cancel it here until {until}.</>
        ) : (
          "It’s too late to reschedule or cancel it online. Please call the practice."
        )}
      </p>
    </div>
  );
}

/** What can be done about one that can't be kept, besides choosing another time. */
export function OtherWays({
  visit,
  isPending,
  onCancel,
  onCall,
}: CancelProps & { visit: LinkedVisit; onCall: () => void }) {
  const { isToBeCalled, canBeCalled } = visit;
  return (
    <div className="flex flex-wrap gap-3">
      {canBeCalled && !isToBeCalled ? (
        <Button size="lg" variant="secondary" pending={isPending} onClick={onCall}>
          I’d rather be called
        </Button>
      ) : null}
      <CancelByLink isPending={isPending} onCancel={onCancel} />
    </div>
  );
}

function CancelByLink({ isPending, onCancel }: CancelProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="lg" variant="secondary" disabled={isPending}>
          Cancel appointment
        </Button>
      }
      title="Cancel this appointment?"
      text="The practice will be notified, and the time becomes available to others. This can’t be undone."
      confirmLabel="Cancel appointment"
      cancelLabel="Keep it"
      onConfirm={onCancel}
    />
  );
}
