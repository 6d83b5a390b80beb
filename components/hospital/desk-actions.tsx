import { CalendarPlus, Footprints } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";

/** What the desk begins most often: somebody stands there, or somebody rings. */
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
