"use client";
import { CalendarPlus, Check } from "lucide-react";
import { ConfirmAttendance } from "@/components/reminders/confirm-attendance";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import { JoinVideo } from "./join-video";
import { OwnVisitActions } from "./own-visit-actions";
import { useNow } from "@/components/ui/use-now";
import { routes } from "@/lib/site/routes";
import type { Visit } from "./visit";

type Props = { visit: Visit; asOf: string };

/** What the patient can do with a visit, and until when. */
export function VisitSteps({ visit, asOf }: Props) {
  const { id, status } = visit;
  if (!visit.canChange) return null;
  if (status === "CHECKED_IN" || status === "IN_PROGRESS") return <Video visit={visit} asOf={asOf} />;
  if (status !== "PENDING" && status !== "CONFIRMED") return <BookAgain visit={visit} />;
  return (
    <div className="mt-6 grid gap-4">
      <JoinVideo visit={visit} hasLink={visit.hasVideoLink} asOf={asOf} />
      <Deadline visit={visit} asOf={asOf} />
      <div className="flex flex-wrap gap-2">
        <Attendance visit={visit} asOf={asOf} />
        <OwnVisitActions visit={visit} asOf={asOf} moveHref={routes.patient.moveVisit(id)} spread />
        <Button asChild variant="quiet">
          <a href={`/api/appointments/${id}/calendar`} download>
            <CalendarPlus aria-hidden /> Add to my calendar
          </a>
        </Button>
      </div>
    </div>
  );
}

/** Telling the practice that one will come. */
function Attendance({ visit, asOf }: Props) {
  const now = useNow(asOf);
  if (visit.status !== "CONFIRMED" || visit.needsRebooking || Date.parse(visit.start) <= now) return null;
  if (visit.attendanceConfirmedAt === null)
    return (
      <ConfirmAttendance
        appointment={visit}
        label="I’ll be there"
        done="Thank you. The practice sees it."
        size="md"
        variant="secondary"
      />
    );
  return (
    <p className="flex items-center gap-2 px-2 text-sm font-semibold">
      <Check aria-hidden className="size-5" /> You’ve said that you’ll be there
    </p>
  );
}

function Video({ visit, asOf }: Props) {
  return (
    <div className="mt-6 empty:hidden">
      <JoinVideo visit={visit} hasLink={visit.hasVideoLink} asOf={asOf} />
    </div>
  );
}

/** For a visit that is over or cancelled: booking the next one. */
function BookAgain({ visit: { doctor, service } }: { visit: Visit }) {
  return (
    <Button asChild variant="secondary" className="mt-6">
      <Link href={routes.doctors.profile(doctor.slug, { service: service?.id })}>Book again with this doctor</Link>
    </Button>
  );
}

/** Says in advance until when a visit can be changed, and what to do after that. */
function Deadline({ visit: { changeUntil, start, timeZone, mode, place }, asOf }: Props) {
  const now = useNow(asOf);
  if (Date.parse(start) <= now) return null;
  if (Date.parse(changeUntil) >= now) {
    return (
      <p className="text-sm text-quiet">
        You can reschedule or cancel it here until{" "}
        <LocalTime
          instant={changeUntil}
          timeZone={timeZone}
          readerFirst={mode === "VIDEO"}
          className="font-semibold text-ink"
        />
        .
      </p>
    );
  }
  return (
    <FormMessage tone="accent" title="It's too late to reschedule or cancel it here">
      {place.phone ? (
        <>
          Please call the practice: <PhoneNumber phone={place.phone} className="touch-target font-semibold underline" />
        </>
      ) : (
        "Please call the practice."
      )}
    </FormMessage>
  );
}
