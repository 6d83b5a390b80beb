import { CalendarPlus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

/** In place of a patient's appointments: how to book the first one. */
export function NoVisits() {
  return (
    <EmptyState
      icon={<CalendarPlus />}
      title="No appointments yet"
      text="Find a doctor and choose a time. It takes three taps."
      action={
        <Button asChild>
          <Link href={routes.doctors.list()}>Find a doctor</Link>
        </Button>
      }
    />
  );
}
