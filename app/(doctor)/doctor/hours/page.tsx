import type { Metadata } from "next";
import { weeklyMinutes } from "@/components/schedules/hours-draft";
import { HoursPlaces, type HoursPlace } from "@/components/schedules/hours-places";
import { BlockHoursButton } from "@/components/schedules/block-hours-button";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { toScheduleOutput } from "@/lib/domain/schedules/output";
import { listHospitalsWithoutHours, type OwnHours } from "@/lib/domain/schedules/list-own-hours";
import { localDateAt } from "@/lib/platform/time/local-date";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { loadPlaces } from "../load-places";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Hours" };

export default async function HoursPage() {
  const actor = await requireDoctor(routes.doctor.hours());
  const now = new Date();
  const { doctor, hours, blockable } = await loadPlaces(actor);
  const practiceName = doctor.practiceName ?? "Own practice";
  const kept = hours.map((one): HoursPlace => ({ ...placeOf(one, practiceName, now), hours: toScheduleOutput(one) }));
  const free = (await listHospitalsWithoutHours(actor, hours)).map(({ id, name, timeZone }) =>
    emptyPlace(id, name, timeZone, now),
  );
  const hasPractice = hours.some(({ hospitalId }) => hospitalId === null);
  const practice = hasPractice ? [] : [emptyPlace("", practiceName, doctor.timeZone, now)];
  return (
    <>
      <PageHeader
        title={titleOf(kept)}
        text="Changing hours never cancels an appointment. You'll see who is affected first."
        actions={
          <>
            <Button asChild variant="secondary">
              <Link href={routes.doctor.absences()}>Absences</Link>
            </Button>
            <BlockHoursButton places={blockable} asOf={now.toISOString()} />
          </>
        }
      />
      <HoursPlaces places={[...kept, ...free, ...practice]} />
    </>
  );
}

function placeOf({ hospitalId, hospital, timeZone, closedAt }: OwnHours, practiceName: string, now: Date) {
  return {
    id: hospitalId ?? "",
    name: hospital?.name ?? practiceName,
    timeZone,
    today: localDateAt(now, timeZone),
    isClosed: closedAt !== null,
  };
}

function emptyPlace(id: string, name: string, timeZone: string, now: Date): HoursPlace {
  return { id, name, timeZone, today: localDateAt(now, timeZone), isClosed: false, hours: null };
}

/** "You see patients 32 hours a week at 2 places". */
function titleOf(places: HoursPlace[]): string {
  const open = places.filter(({ isClosed }) => !isClosed);
  const minutes = open.reduce((sum, { hours, today }) => sum + weeklyMinutes(hours?.rules ?? [], today), 0);
  if (minutes === 0) return "When do you see patients?";
  const hours = Math.round(minutes / 6) / 10;
  return `You see patients ${counted(hours, "hour")} a week${open.length > 1 ? ` at ${open.length} places` : ""}`;
}
