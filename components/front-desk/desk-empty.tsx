import { CalendarX, SearchX } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

export type DeskEmptyProps = {
  isNarrowed: boolean;
  days: "coming" | "past" | undefined;
  /** The same days without filters. */
  clearHref: Route;
  /** The same name on all upcoming days. */
  allHref: Route | null;
};

/** An empty list: because there is nothing, or because of the filters. */
export function DeskEmpty({ isNarrowed, days, clearHref, allHref }: DeskEmptyProps) {
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No appointments match"
        text={
          days
            ? "No appointments at this hospital match your filters."
            : "No appointments on this day match your filters. Try another day."
        }
        action={
          <>
            {allHref ? (
              <Button asChild>
                <Link href={allHref}>Search all upcoming days</Link>
              </Button>
            ) : null}
            <Button asChild variant="secondary">
              <Link href={clearHref}>Show all</Link>
            </Button>
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<CalendarX />}
      title={
        days === "past"
          ? "No past appointments"
          : days === "coming"
            ? "No upcoming appointments"
            : "No appointments on this day"
      }
      text="Bookings at this hospital appear here at once."
      action={
        <Button asChild>
          <Link href={routes.hospital.newAppointment()}>New appointment</Link>
        </Button>
      }
    />
  );
}
