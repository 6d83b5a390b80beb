import { DataList, type DataColumn } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import { monthText } from "@/lib/domain/recalls/format";
import type { RecallCard } from "@/lib/domain/recalls/output";
import { routes } from "@/lib/site/routes";
import { EndRecall } from "./end-recall";
import { RecallBadge } from "./recall-badge";

const COLUMNS: DataColumn<RecallCard>[] = [
  {
    key: "name",
    header: "Patient",
    phone: "title",
    cell: ({ patient, appointmentId }) => (
      <Link href={routes.doctor.visit(appointmentId)} className="touch-target font-semibold hover:underline">
        {patient.name}
      </Link>
    ),
  },
  { key: "state", header: "State", phone: "aside", cell: (recall) => <RecallBadge recall={recall} /> },
  { key: "month", header: "Around", cell: ({ month }) => monthText(month) },
  {
    key: "reason",
    header: "Reason",
    cell: ({ reason }) => <span className="wrap-anywhere whitespace-pre-line">{reason}</span>,
  },
  { key: "booking", header: "Booking", cell: booking },
  {
    key: "phone",
    header: "Phone",
    cell: ({ patient }) => (patient.phone ? <PhoneNumber phone={patient.phone} /> : "–"),
  },
  {
    key: "actions",
    header: "Actions",
    align: "end",
    cell: ({ id, state, month, patient }) =>
      state === "OPEN" ? (
        <span className="-mx-3 inline-block">
          <EndRecall id={id} how="remove" which={`${patient.name}, ${monthText(month)}`} />
        </span>
      ) : null,
  },
];

function booking({ state, toldAt, bookedStart, timeZone }: RecallCard) {
  if (bookedStart) return <LocalTime instant={bookedStart} timeZone={timeZone} otherTime={false} />;
  if (!toldAt) return state === "OPEN" ? "Not asked yet" : "–";
  return (
    <>
      Asked <LocalTime instant={toldAt} style="dated" />
    </>
  );
}

/** The people a doctor has asked to come again. */
export function RecallPeople({ recalls }: { recalls: readonly RecallCard[] }) {
  return <DataList caption="Recalls" columns={COLUMNS} rows={recalls} rowKey={({ id }) => id} />;
}
