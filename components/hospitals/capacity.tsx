"use client";
import { Ambulance, BedDouble, CloudOff } from "lucide-react";
import { useIsFresh } from "@/components/realtime/use-freshness";
import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import type { Capacity as Free } from "@/lib/domain/analytics/schema";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { freeAmbulances } from "./capacity-words";

type Props = { capacity: Free; /** For lists: one line per kind. */ compact?: boolean };

/** A hospital's capacity, and when it was counted. Nothing where it has neither beds nor vehicles. */
export function Capacity({ capacity: { beds, ambulances, asOf }, compact = false }: Props) {
  if (beds.length + ambulances.length === 0) return null;
  const vehicles = freeAmbulances(ambulances);
  return (
    <div className={cn("grid gap-2", compact ? "text-sm" : "gap-3")}>
      {beds.length > 0 ? (
        <div className="flex items-start gap-2.5">
          <BedDouble aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
          <ul aria-label="Free beds" className={cn("flex flex-wrap", compact ? "gap-x-3 gap-y-0.5" : "gap-2")}>
            {beds.map(({ kind, free }) => (
              <li
                key={kind}
                className={cn("tabular", !compact && "rounded-md border border-line bg-surface px-3 py-2")}
              >
                {WARD_KIND_LABELS[kind]} <Count free={free} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {vehicles === null ? null : (
        <p className="flex items-start gap-2.5">
          <Ambulance aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
          <span className="tabular">
            Ambulances <Count free={vehicles} />
          </span>
        </p>
      )}
      <AsOf asOf={asOf} />
    </div>
  );
}

function Count({ free }: { free: number }) {
  return (
    <span className={free === 0 ? "font-semibold text-stop" : "font-semibold"}>
      {free === 0 ? "none free" : `${free} free`}
    </span>
  );
}

/** "as of 14:02" and, when it can't be updated, that it isn't live. */
function AsOf({ asOf }: { asOf: string }) {
  const reader = useReader();
  const isLive = useIsFresh(asOf);
  return (
    <p className={cn("flex items-center gap-1.5 text-xs", isLive ? "text-quiet" : "font-medium text-wait")}>
      {isLive ? null : <CloudOff aria-hidden className="size-3.5 shrink-0" />}
      <span>
        as of{" "}
        <LocaleText as="time" dateTime={asOf}>
          {formatInstant(asOf, "time", reader)}
        </LocaleText>
        <span role="status">{isLive ? null : " – not live"}</span>
      </span>
    </p>
  );
}
