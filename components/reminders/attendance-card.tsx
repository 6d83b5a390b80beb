"use client";
import { CalendarCheck, CalendarClock } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-now";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { remindNowAction } from "@/lib/domain/reminders/actions";
import { tryAction } from "@/lib/platform/actions/try-action";
import { ConfirmAttendance } from "./confirm-attendance";

type Props = {
  visit: Pick<VisitCard, "id" | "version" | "status" | "start" | "needsRebooking" | "attendanceConfirmedAt">;
  asOf: string;
};

/** For the practice: whether the patient has said that they will come, and a reminder at once. */
export function AttendanceCard({ visit, asOf }: Props) {
  const now = useNow(asOf);
  if (visit.status !== "CONFIRMED" || visit.needsRebooking || Date.parse(visit.start) <= now) return null;
  const isConfirmed = visit.attendanceConfirmedAt !== null;
  const Icon = isConfirmed ? CalendarCheck : CalendarClock;
  return (
    <Card as="section" aria-label="Attendance" data-print="hide" className="grid gap-4">
      <p className="flex items-start gap-3 text-sm">
        <Icon aria-hidden className="size-5 shrink-0 text-quiet" />
        {isConfirmed
          ? "The patient has confirmed that they will come."
          : "The patient hasn’t confirmed yet that they will come."}
      </p>
      <div className="flex flex-wrap gap-2">
        {isConfirmed ? null : (
          <ConfirmAttendance appointment={visit} label="Patient will come" done="Noted" size="sm" variant="secondary" />
        )}
        <RemindNow id={visit.id} />
      </div>
    </Card>
  );
}

const WAITS = "These are quiet hours for the patient. We’ll send it when they end.";

function RemindNow({ id }: { id: string }) {
  const [isPending, setPending] = useState(false);
  const remind = async () => {
    setPending(true);
    const result = await tryAction(() => remindNowAction({ id }));
    if (!result.ok) toast.error(result.error.message);
    else if (result.data.waiting === result.data.messages) toast.success("Reminder waiting", { description: WAITS });
    else toast.success("Reminder sent", { description: "With a link to confirm, reschedule or cancel." });
    setPending(false);
  };
  return (
    <Button size="sm" variant="secondary" pending={isPending} onClick={() => void remind()}>
      Send a reminder
    </Button>
  );
}
