import { ExternalLink, MapPin } from "lucide-react";
import type { CallCard } from "@/lib/domain/ambulances/output";
import { mapHref, pointText } from "./point-text";

/** A call's location: the address or the coordinates, the distance, and a link to an external map. */
export function CallPlace({ call: { pickup, distanceKm } }: { call: Pick<CallCard, "pickup" | "distanceKm"> }) {
  const place = pickup.address ?? pointText(pickup);
  return (
    <p className="flex items-start gap-2 text-sm">
      <MapPin aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
      <span className="min-w-0">
        {distanceKm === null ? null : <span className="font-semibold tabular">{distanceKm} km · </span>}
        {place}{" "}
        <a
          href={mapHref(pickup)}
          target="_blank"
          rel="noreferrer noopener"
          className="touch-target inline-flex items-center gap-1 font-medium text-accent underline"
        >
          Map
          <span className="sr-only"> of {place}, in a new window</span>
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      </span>
    </p>
  );
}
