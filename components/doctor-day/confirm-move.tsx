"use client";
import { announceDone } from "@/components/contacts/announce-done";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { formatInstant } from "@/components/ui/format-instant";
import { useClock, useReader } from "@/components/ui/reader";
import { rescheduleAction } from "@/lib/domain/appointments/actions";
import type { VisitCard } from "@/lib/domain/appointments/output";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  visit: VisitCard;
  start: string;
  scheduleId?: string;
  timeZone: string;
  onClose: () => void;
  onRefused: (failure: ActionFailure) => void;
};

/** A visit was dropped on another time: moved after a confirmation, because its patient must follow. */
export function ConfirmMove({ visit, start, scheduleId, timeZone, onClose, onRefused }: Props) {
  const { locale } = useReader();
  const clock = useClock(timeZone);
  const show = useShowChange();
  const at = (instant: string) => formatInstant(instant, "datetime", { locale, clock });
  const move = async () => {
    const result = await tryAction(() =>
      rescheduleAction({ id: visit.id, version: visit.version, start, ...(scheduleId ? { scheduleId } : {}) }),
    );
    if (!result.ok) return onRefused(result.error);
    announceDone("Rescheduled", result.data.notified, `${at(result.data.start)}.`);
    void show(result);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Reschedule ${visit.patient.name}?`}
      text={
        <>
          From {at(visit.start)} to <strong className="text-ink">{at(start)}</strong>.
        </>
      }
      confirmLabel="Reschedule"
      tone="primary"
      onConfirm={move}
    />
  );
}
