import { CalendarPlus, Footprints } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** What the desk begins most often: someone stands there, or someone rings. */
export function DeskActions() {
  return (
    <>
      <Button asChild variant="secondary">
        <Link href="/hospital/appointments/walk-in">
          <Footprints aria-hidden /> Walk-in
        </Link>
      </Button>
      <Button asChild>
        <Link href="/hospital/appointments/new">
          <CalendarPlus aria-hidden /> New appointment
        </Link>
      </Button>
    </>
  );
}
