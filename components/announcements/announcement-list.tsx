import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { AUDIENCE_LABELS, LEVEL_LABELS, STATE_LABELS, stateOf } from "@/lib/domain/announcements/format";
import type { Published } from "@/lib/domain/announcements/schema";
import { AnnouncementText } from "./announcement-text";
import { EndAnnouncement } from "./end-announcement";

type Props = { announcements: Published[]; asOf: string };

/** All announcements, the latest first. */
export function AnnouncementList({ announcements, asOf }: Props) {
  return (
    <ul aria-label="Announcements so far" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {announcements.map((one) => (
        <Entry key={one.id} announcement={one} asOf={asOf} />
      ))}
    </ul>
  );
}

function Entry({ announcement, asOf }: { announcement: Published; asOf: string }) {
  const { level, audience, startsAt, endsAt, endedAt } = announcement;
  const state = stateOf(announcement, Date.parse(asOf));
  const end = endedAt ?? endsAt;
  return (
    <Card as="li" className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="min-w-0 flex-[1_1_16rem] wrap-anywhere whitespace-pre-line">
          <AnnouncementText announcement={announcement} />
        </p>
        <div className="flex items-center gap-3">
          <StatusBadge {...STATE_LABELS[state]} />
          {state === "OVER" ? null : <EndAnnouncement id={announcement.id} isShown={state === "CURRENT"} />}
        </div>
      </div>
      <p className="text-sm text-quiet">
        {AUDIENCE_LABELS[audience]} · {LEVEL_LABELS[level]} ·{" "}
        <LocalTime style="dated-time" instant={startsAt} className="tabular" /> –{" "}
        {end ? <LocalTime style="dated-time" instant={end} className="tabular" /> : "until it is ended"}
        {endedAt ? ", ended before its time" : null}
      </p>
    </Card>
  );
}
