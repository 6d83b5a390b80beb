import { CalendarX2 } from "lucide-react";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { FreeSlot, Place } from "@/lib/domain/directory/schema";
import { routes } from "@/lib/site/routes";
import { SlotFace } from "./slot-face";

export type SlotLinksProps = {
  doctor: { slug: string; name: string; timeZone: string; places: readonly Pick<Place, "hospital" | "timeZone">[] };
  slots: readonly FreeSlot[];
  /** Already selected, e.g. on the page of one service. */
  serviceId?: string;
  /** The first requested date. */
  from?: string | undefined;
  className?: string;
};

/** The next available times, each held with one click. */
export function SlotLinks({ doctor, slots, serviceId, from, className }: SlotLinksProps) {
  if (slots.length === 0) {
    return (
      <p className={cn("flex items-center gap-2 text-sm text-quiet", className)}>
        <CalendarX2 aria-hidden className="size-4 shrink-0" /> No times available at the moment
      </p>
    );
  }
  return (
    <ul className={cn("grid grid-cols-3 gap-2", className)} aria-label={`Next available times with ${doctor.name}`}>
      {slots.map((slot) => (
        <li key={`${slot.start} ${slot.scheduleId}`} className="min-w-0">
          <Link
            href={routes.doctors.profile(doctor.slug, { start: slot.start, service: serviceId, from })}
            className={cn(
              buttonStyle({ variant: "secondary", size: "md", block: true }),
              "h-auto min-h-14 flex-col gap-0 px-1 py-1.5 leading-tight pointer-coarse:min-h-14",
            )}
          >
            <SlotFace start={slot.start} timeZone={zoneOf(doctor, slot)} readerFirst={slot.mode === "VIDEO"} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The zone of an available time's place. */
export function zoneOf(
  { timeZone, places }: SlotLinksProps["doctor"],
  { hospitalId }: Pick<FreeSlot, "hospitalId">,
): string {
  return places.find(({ hospital }) => (hospital?.id ?? null) === hospitalId)?.timeZone ?? timeZone;
}
