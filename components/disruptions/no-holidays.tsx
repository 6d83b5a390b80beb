import { CalendarOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

type Props = {
  /** The calendar that was asked for; none: the hospital's own. */
  asked: string | undefined;
  year: number;
};

/** Why there are no holidays to show: of the country or region asked for, or of the hospital's. */
export function NoHolidays({ asked, year }: Props) {
  if (asked === undefined)
    return (
      <EmptyState
        icon={<CalendarOff />}
        title="No public holidays known"
        text="Add the hospital's country to its profile in Settings to see its holidays here."
      />
    );
  return (
    <EmptyState
      icon={<CalendarOff />}
      title={`No public holidays known for ${asked}`}
      text="We don't know the public holidays of this country or region."
      action={
        <Button asChild variant="secondary">
          <Link href={routes.hospital.holidays({ year: String(year) })}>{"Show the hospital's own"}</Link>
        </Button>
      }
    />
  );
}
