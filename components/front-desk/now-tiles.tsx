import { Armchair, CalendarClock, CalendarDays, MailQuestion } from "lucide-react";
import { StatGrid, StatTile } from "@/components/ui/stat-tile";
import { type Today, visitsOf } from "@/lib/domain/front-desk/format";
import { LongestWait } from "./waiting-room";

export type NowTilesProps = {
  today: Today;
  /** Since when the patient who has waited longest has been here. */
  longestSince: string | null;
  requests: number;
  needRebooking: number;
  asOf: string;
};

/** The four numbers the desk works by. */
export function NowTiles({ today, longestSince, requests, needRebooking, asOf }: NowTilesProps) {
  return (
    <StatGrid>
      <StatTile
        icon={<Armchair aria-hidden />}
        label="Waiting now"
        value={today.CHECKED_IN}
        note={longestSince ? <LongestWait since={longestSince} asOf={asOf} /> : "checked in and not yet seen"}
      />
      <StatTile
        icon={<CalendarDays aria-hidden />}
        label="Still to arrive"
        value={today.CONFIRMED}
        unit={`of ${visitsOf(today)} today`}
        note={`${today.COMPLETED} completed`}
      />
      <StatTile
        icon={<MailQuestion aria-hidden />}
        label="To confirm"
        value={requests}
        note={requests > 0 ? "on all upcoming days" : "no open requests"}
        noteTone={requests > 0 ? "wait" : "neutral"}
      />
      <StatTile
        icon={<CalendarClock aria-hidden />}
        label="Need a new time"
        value={needRebooking}
        note={needRebooking > 0 ? "outside the doctor's hours" : "none"}
        noteTone={needRebooking > 0 ? "wait" : "neutral"}
      />
    </StatGrid>
  );
}
