import { LocalTimeRange } from "@/components/ui/local-date-range";
import { LocalTime } from "@/components/ui/local-time";
import type { Announcement } from "@/lib/domain/announcements/schema";

const DAY_MS = 86_400_000;

/** The times of planned work by the reader's own clock, then what was written. */
export function AnnouncementText({ announcement: { text, maintenance } }: { announcement: Announcement }) {
  if (!maintenance) return text;
  return (
    <>
      <span className="font-semibold">
        Planned maintenance: <Times {...maintenance} />.
      </span>{" "}
      {text}
    </>
  );
}

function Times({ from, until }: { from: string; until: string }) {
  if (Date.parse(until) - Date.parse(from) < DAY_MS) return <LocalTimeRange start={from} end={until} withDate />;
  return (
    <>
      <LocalTime instant={from} style="dated-time" /> – <LocalTime instant={until} style="dated-time" />
    </>
  );
}
