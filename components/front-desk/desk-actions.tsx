import { CalendarPlus, Footprints } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** What the desk starts most often: for someone who is here, or someone who phones. */
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
