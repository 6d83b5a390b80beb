import { CalendarX, SearchX } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

export type DeskEmptyProps = {
  isNarrowed: boolean;
  days: "coming" | "past" | undefined;
  /** The same days without filters. */
  clearHref: string;
  /** The same name on all upcoming days. */
  allHref: string | null;
};

/** Nothing in the list: because there is nothing, or because of what is asked for. */
export function DeskEmpty({ isNarrowed, days, clearHref, allHref }: DeskEmptyProps) {
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No appointment matches"
        text={
          days
            ? "Nothing at this hospital fits what you asked for."
            : "Nothing on this day fits what you asked for. It may be on another one."
        }
        action={
          <>
            {allHref ? (
              <Button asChild>
                <Link href={allHref as Route}>Search all upcoming days</Link>
              </Button>
            ) : null}
            <Button asChild variant="secondary">
              <Link href={clearHref as Route}>Show all</Link>
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
        days === "past" ? "Nothing so far" : days === "coming" ? "Nothing is booked" : "Nothing is booked on this day"
      }
      text="What patients book at this hospital appears here at once."
      action={
        <Button asChild>
          <Link href={"/hospital/appointments/new" as Route}>New appointment</Link>
        </Button>
      }
    />
  );
}
