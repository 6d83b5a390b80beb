import { LocalTime } from "@/components/ui/local-time";
import type { Standing } from "./closure-view";

/** From when until when; without the beginning once it has begun. */
export function ClosurePeriod({ closure: { phase, startsAt, endsAt } }: { closure: Standing }) {
  const isPlanned = phase === "SCHEDULED";
  return (
    <>
      {phase === "CLOSED" ? null : (
        <>
          {isPlanned ? "from " : null}
          <LocalTime instant={startsAt} />
          {endsAt || isPlanned ? " " : null}
        </>
      )}
      {endsAt ? (
        <>
          until <LocalTime instant={endsAt} />
        </>
      ) : phase === "CLOSED" || isPlanned ? (
        "until further notice"
      ) : null}
    </>
  );
}
