import { DataList, type DataColumn } from "@/components/ui/data-list";
import { LocalDateRange } from "@/components/ui/local-date-range";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import { targetText, wishText } from "@/lib/domain/waitlist/format";
import type { WaitlistCard } from "@/lib/domain/waitlist/output";
import { WaitlistBadge } from "./waitlist-badge";

const COLUMNS: DataColumn<WaitlistCard>[] = [
  { key: "name", header: "Patient", phone: "title", cell: ({ patient }) => patient.name },
  { key: "status", header: "State", phone: "aside", cell: ({ status }) => <WaitlistBadge status={status} /> },
  { key: "target", header: "Waiting for", cell: targetText },
  {
    key: "when",
    header: "When",
    cell: (entry) => (
      <>
        <LocalDateRange from={entry.from} to={entry.to} />
        <span className="block text-sm text-quiet">{wishText(entry)}</span>
      </>
    ),
  },
  {
    key: "replaces",
    header: "Instead of",
    cell: ({ replaces }) =>
      replaces ? <LocalTime instant={replaces.start} timeZone={replaces.timeZone} otherTime={false} /> : "–",
  },
  {
    key: "phone",
    header: "Phone",
    cell: ({ patient }) => (patient.phone ? <PhoneNumber phone={patient.phone} /> : "–"),
  },
  { key: "since", header: "Since", cell: ({ createdAt }) => <LocalTime instant={createdAt} style="dated" /> },
];

/** Who waits for an earlier time, for the doctor and the front desk. */
export function WaitingPeople({ entries }: { entries: readonly WaitlistCard[] }) {
  return <DataList caption="Waitlist" columns={COLUMNS} rows={entries} rowKey={({ id }) => id} />;
}
