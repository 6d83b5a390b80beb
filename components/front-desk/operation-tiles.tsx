import { Ambulance, Armchair, BedDouble, Inbox } from "lucide-react";
import { StatGrid, StatTile } from "@/components/ui/stat-tile";
import { occupancyOf } from "@/lib/domain/analytics/format";
import { counted } from "@/lib/platform/text/counted";
import type { HospitalStats } from "@/lib/domain/analytics/schema";
import { routes } from "@/lib/site/routes";
import { LongestWait } from "./waiting-room";

type Props = { stats: HospitalStats; longestSince: string | null };

/** The numbers of a hospital with beds or vehicles; each links to its screen. */
export function OperationTiles({ stats, longestSince }: Props) {
  const { beds, ambulances, requests, appointments, asOf } = stats;
  const waiting = appointments.today.CHECKED_IN;
  return (
    <StatGrid>
      {beds.total > 0 ? (
        <StatTile
          icon={<BedDouble aria-hidden />}
          label="Free beds"
          href={routes.hospital.beds()}
          value={beds.free}
          unit={`of ${beds.total}`}
          note={`${Math.round((occupancyOf(beds) ?? 0) * 100)}% occupied`}
          noteTone={beds.free === 0 ? "stop" : "neutral"}
        />
      ) : null}
      {ambulances.total > 0 ? (
        <StatTile
          icon={<Ambulance aria-hidden />}
          label="Free ambulances"
          href={routes.hospital.ambulances()}
          value={ambulances.available}
          unit={`of ${ambulances.total}`}
          note={ambulances.onCall > 0 ? `${ambulances.onCall} on a call` : "none on a call"}
          noteTone={ambulances.available === 0 ? "stop" : "neutral"}
        />
      ) : null}
      <RequestsTile requests={requests} />
      <StatTile
        icon={<Armchair aria-hidden />}
        label="Waiting now"
        href={routes.hospital.appointments({ status: "CHECKED_IN" })}
        value={waiting}
        note={longestSince ? <LongestWait since={longestSince} asOf={asOf} /> : "checked in and not yet seen"}
      />
    </StatGrid>
  );
}

/** Leads to the most urgent of what awaits an answer. */
function RequestsTile({ requests }: Pick<HospitalStats, "requests">) {
  const open = requests.beds + requests.ambulances + requests.invitations;
  return (
    <StatTile
      icon={<Inbox aria-hidden />}
      label="Open requests"
      href={
        requests.ambulances > 0
          ? routes.hospital.ambulances()
          : requests.beds > 0 || requests.invitations === 0
            ? routes.hospital.beds()
            : routes.hospital.doctors()
      }
      value={open}
      note={requestWords(requests)}
      noteTone={requests.ambulances > 0 ? "stop" : open > 0 ? "wait" : "neutral"}
    />
  );
}

/** "1 ambulance call, 3 beds, 1 doctor": the most urgent first. */
function requestWords({ ambulances, beds, invitations }: HospitalStats["requests"]): string {
  const parts = [
    ambulances > 0 ? counted(ambulances, "ambulance call") : null,
    beds > 0 ? counted(beds, "bed") : null,
    invitations > 0 ? counted(invitations, "doctor") : null,
  ].filter(Boolean);
  return parts.join(", ") || "all answered";
}
