import type { Metadata } from "next";
import { CalendarX2 } from "lucide-react";
import { notFound } from "next/navigation";
import { MoveVisit } from "@/components/appointments/move-visit";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import type { Visit } from "@/components/appointments/visit";
import { toVisit } from "@/app/(patient)/patient/to-visit";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import { pickerWindow } from "@/app/picker-window";
import { isReschedulable, isStillChangeable } from "@/lib/domain/appointments/rules";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { getAvailability, listNextSlots } from "@/lib/domain/schedules/queries";
import { AppError } from "@/lib/platform/errors/app-error";
import { requirePageActor } from "@/lib/actor/session";
import { telHref, showPhone } from "@/lib/platform/text/phone";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Reschedule" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MovePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const actor = await requirePageActor(routes.patient.moveVisit(id));
  const card = await ownVisit(actor, id);
  const now = new Date();
  const visit = toVisit(card, actor);
  if (!visit.canChange) notFound();
  const isMovable = isReschedulable(card.status) && isStillChangeable(card, now);
  const free = isMovable ? await freeTimes(visit, search.from, now) : null;
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.visit(id), label: "Appointment" }}
        title={free ? "Choose another time" : "This appointment can't be rescheduled here"}
        text={
          <>
            With {visit.doctor.name}, now{" "}
            <LocalTime
              instant={visit.start}
              timeZone={visit.timeZone}
              readerFirst={visit.mode === "VIDEO"}
              className="font-semibold text-ink"
            />
            . Your current time stays until you choose a new one
            {free ? (
              <>
                , which you can do until{" "}
                <LocalTime instant={visit.changeUntil} timeZone={visit.timeZone} readerFirst={visit.mode === "VIDEO"} />
              </>
            ) : null}
            .
          </>
        }
      />
      {free ? (
        <div className="max-w-2xl">
          <LiveRefresh channels={[`doctor-${visit.doctor.id}`]} />
          <MoveVisit visit={visit} {...free} />
        </div>
      ) : (
        <NotHere visit={visit} why={isMovable ? "unlisted" : isReschedulable(card.status) ? "late" : "closed"} />
      )}
    </>
  );
}

/** Returns the available times besides the visit's own; null when the doctor takes no more bookings. */
async function freeTimes(visit: Visit, asked: string | string[] | undefined, now: Date) {
  const { firstDate, from, to } = pickerWindow(asked, null, now);
  const service = visit.service ? { serviceId: visit.service.id } : {};
  try {
    const [profile, offer] = await Promise.all([
      getDoctorProfile({ id: visit.doctor.id }, now),
      getAvailability(visit.doctor.id, { from, to, ...service }, visit.id),
    ]);
    const slots = offer.slots.filter((slot) => Date.parse(slot.start) !== Date.parse(visit.start));
    const next = slots.length > 0 ? null : await listNextSlots([visit.doctor.id], { now, count: 1, ...service });
    return {
      slots,
      firstDate,
      asOf: offer.asOf,
      nextSlot: next?.get(visit.doctor.id)?.[0] ?? null,
      places: Object.fromEntries(profile.places.map((place) => [place.hospital?.id ?? "", place.name])),
      zones: Object.fromEntries(profile.places.map((place) => [place.hospital?.id ?? "", place.timeZone])),
    };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

const WHY = {
  late: "It's too late to reschedule online. Please call the practice.",
  closed: "Only upcoming appointments can be rescheduled.",
  unlisted:
    "This doctor has no times online at the moment. Please call the practice, or cancel the appointment and choose another doctor.",
} as const;

function NotHere({ visit, why }: { visit: Visit; why: keyof typeof WHY }) {
  const { phone } = visit.place;
  return (
    <EmptyState
      icon={<CalendarX2 />}
      title={WHY[why]}
      action={
        phone && why !== "closed" ? (
          <Button asChild>
            <a href={telHref(phone)}>Call {showPhone(phone)}</a>
          </Button>
        ) : (
          <Button asChild variant="secondary">
            <Link href={routes.patient.visit(visit.id)}>Back to the appointment</Link>
          </Button>
        )
      }
    />
  );
}
