import { Ambulance, BedDouble, CalendarDays, MailWarning, UserPlus, Users } from "lucide-react";
import { StatGrid, StatTile } from "@/components/ui/stat-tile";
import type { Overview } from "@/lib/domain/administration/schema-overview";
import { counted, numberText } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

/** The platform in numbers. */
export function OverviewTiles({ overview }: { overview: Overview }) {
  const { appointments, signUps, signedIn, beds, ambulances, messages } = overview;
  const total = appointments.reduce((sum, { count }) => sum + count, 0);
  return (
    <StatGrid className="lg:grid-cols-3">
      <StatTile icon={<CalendarDays aria-hidden />} label="Appointments today" value={numberText(total)} />
      <StatTile
        icon={<BedDouble aria-hidden />}
        label="Beds occupied"
        value={numberText(beds.occupied)}
        unit={`of ${numberText(beds.total)}`}
      />
      <StatTile
        icon={<Ambulance aria-hidden />}
        label="Ambulances under way"
        value={numberText(ambulances.underWay)}
        note={ambulances.requested > 0 ? `${counted(ambulances.requested, "request")} not accepted yet` : undefined}
        noteTone="wait"
      />
      <StatTile icon={<Users aria-hidden />} label="Signed in now" value={numberText(signedIn)} />
      <StatTile
        icon={<UserPlus aria-hidden />}
        label="New accounts today"
        href={routes.admin.people()}
        value={numberText(signUps)}
      />
      <StatTile
        icon={<MailWarning aria-hidden />}
        label="Messages failing"
        href={routes.admin.sent({ state: "FAILED" })}
        value={numberText(messages.failed)}
        note={messages.failed > 0 ? "being tried again" : undefined}
        noteTone="wait"
      />
    </StatGrid>
  );
}
