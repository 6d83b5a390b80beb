import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { HospitalStats } from "@/lib/domain/analytics/schema";
import { BED_CONDITION_LABELS, WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

type Ward = HospitalStats["wards"][number];

const SHOWN = 12;
/** From the occupied ones to the free ones, in the bar's order. */
const PARTS = [
  { key: "occupied", label: BED_CONDITION_LABELS.OCCUPIED, fill: "fill-accent" },
  { key: "reserved", label: BED_CONDITION_LABELS.RESERVED, fill: "fill-wait" },
  { key: "cleaning", label: BED_CONDITION_LABELS.CLEANING, fill: "fill-line-strong" },
  { key: "outOfService", label: BED_CONDITION_LABELS.OUT_OF_SERVICE, fill: "fill-stop" },
  { key: "closed", label: BED_CONDITION_LABELS.CLOSED, fill: "fill-stop" },
] as const;

/** Each ward by how full it is; in words first, with a bar. */
export function WardOccupancy({ wards }: { wards: Ward[] }) {
  const withBeds = wards.filter(({ total }) => total > 0);
  const more = withBeds.length - SHOWN;
  return (
    <Card flush>
      <ul aria-label="Occupancy by ward" className="divide-y divide-line">
        {withBeds.slice(0, SHOWN).map((ward) => (
          <WardRow key={ward.id} ward={ward} />
        ))}
        {more > 0 ? (
          <li className="p-4 text-sm">
            <Link href={routes.hospital.beds()} className="touch-target font-medium text-accent hover:underline">
              All {withBeds.length} wards
            </Link>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}

function WardRow({ ward }: { ward: Ward }) {
  const said = PARTS.filter(({ key }) => ward[key] > 0).map(({ key, label }) => `${ward[key]} ${label.toLowerCase()}`);
  return (
    <li className="px-4 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link
          href={routes.hospital.beds({ ward: ward.id })}
          className="touch-target min-w-0 font-semibold hover:underline"
        >
          {ward.name}
        </Link>
        <span className={ward.free === 0 ? "text-sm font-semibold text-stop tabular" : "text-sm font-semibold tabular"}>
          {ward.closed === ward.total ? "closed" : ward.free === 0 ? "full" : `${ward.free} free`}
        </span>
      </p>
      <OccupancyBar ward={ward} />
      <p className="mt-1 text-sm text-quiet tabular">
        {WARD_KIND_LABELS[ward.kind]} · {counted(ward.total, "bed")}
        {said.length > 0 ? `: ${said.join(", ")}` : ""}
      </p>
    </li>
  );
}

function OccupancyBar({ ward }: { ward: Ward }) {
  const share = (count: number) => Math.round((count / ward.total) * 10_000) / 100;
  return (
    <svg aria-hidden width="100%" height="8" className="mt-1.5 block overflow-hidden rounded-full">
      <rect width="100%" height="8" className="fill-sunken" />
      {PARTS.map(({ key, fill }, index) => {
        const before = PARTS.slice(0, index).reduce((sum, part) => sum + ward[part.key], 0);
        return ward[key] > 0 ? (
          <rect key={key} x={`${share(before)}%`} width={`${share(ward[key])}%`} height="8" className={fill} />
        ) : null;
      })}
    </svg>
  );
}
