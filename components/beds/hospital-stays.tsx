import { DataList, type DataColumn } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { routes } from "@/lib/site/routes";
import { StayBadge } from "./stay-badge";
import type { StayCard } from "./stay-view";

const day = (instant: string | null, timeZone: string) =>
  instant ? <LocalTime instant={instant} timeZone={timeZone} style="dated" otherTime={false} /> : "–";

const COLUMNS: DataColumn<StayCard>[] = [
  {
    key: "who",
    header: "Patient",
    phone: "title",
    cell: ({ patient: { name, age } }) => (age === null ? name : `${name}, ${age}`),
  },
  { key: "state", header: "Status", phone: "aside", cell: ({ status }) => <StayBadge status={status} /> },
  {
    key: "bed",
    header: "Bed",
    cell: ({ bed, wardKind }) => (bed ? `${bed.label}, ${bed.ward}` : WARD_KIND_LABELS[wardKind]),
  },
  { key: "from", header: "From", cell: ({ admittedAt, from, hospital }) => day(admittedAt ?? from, hospital.timeZone) },
  { key: "to", header: "To", cell: ({ dischargedAt, to, hospital }) => day(dischargedAt ?? to, hospital.timeZone) },
];

/** A hospital's stays, each linking to its history. */
export function HospitalStays({ stays }: { stays: StayCard[] }) {
  return (
    <DataList
      caption="Stays"
      columns={COLUMNS}
      rows={stays}
      rowKey={({ id }) => id}
      rowHref={({ id }) => routes.hospital.stay(id)}
    />
  );
}
