import { CalendarX2 } from "lucide-react";
import type { Route } from "next";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { FreeSlot } from "@/lib/domain/directory/schema";

export type SlotLinksProps = {
  doctor: { slug: string; name: string; timeZone: string };
  slots: readonly FreeSlot[];
  /** Chosen already, e.g. on the page of one service. */
  serviceId?: string;
  className?: string;
};

/** The next free times, each one tap away from being held. */
export function SlotLinks({ doctor, slots, serviceId, className }: SlotLinksProps) {
  if (slots.length === 0) {
    return (
      <p className={cn("flex items-center gap-2 text-sm text-quiet", className)}>
        <CalendarX2 aria-hidden className="size-4 shrink-0" /> No free time at present
      </p>
    );
  }
  return (
    <ul className={cn("grid grid-cols-3 gap-2", className)} aria-label={`Next free times with ${doctor.name}`}>
      {slots.map((slot) => (
        <li key={`${slot.start} ${slot.scheduleId}`} className="min-w-0">
          <Link
            href={slotHref(doctor.slug, slot.start, serviceId)}
            className={cn(buttonStyle({ variant: "secondary", size: "md", block: true }), "h-14 flex-col gap-0 px-1 leading-tight pointer-coarse:h-14")}
          >
            <LocalTime instant={slot.start} style="date" placeNote={false} className="text-xs font-medium text-quiet" />
            <LocalTime instant={slot.start} style="time" placeNote={false} className="text-base" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function slotHref(slug: string, start: string, serviceId: string | undefined): Route {
  const query = new URLSearchParams({ start, ...(serviceId ? { service: serviceId } : {}) });
  return `/doctors/${slug}?${query.toString()}` as Route;
}
