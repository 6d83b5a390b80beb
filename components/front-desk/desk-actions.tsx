import { CalendarPlus, Footprints, UserPlus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

/** What the desk starts most often: for someone who is here, or someone who phones. */
export function DeskActions() {
  return (
    <>
      <Button asChild variant="secondary">
        <Link href={routes.hospital.walkIn()}>
          <Footprints aria-hidden /> Walk-in
        </Link>
      </Button>
      <Button asChild>
        <Link href={routes.hospital.newAppointment()}>
          <CalendarPlus aria-hidden /> New appointment
        </Link>
      </Button>
    </>
  );
}

/** The same, and registering a patient who has no appointment yet. */
export function FirstPageActions() {
  return (
    <>
      <Button asChild variant="secondary">
        <Link href={routes.hospital.registerPatient()}>
          <UserPlus aria-hidden /> Register patient
        </Link>
      </Button>
      <DeskActions />
    </>
  );
}
