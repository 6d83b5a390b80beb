import { CalendarDays } from "lucide-react";
import type { DeskCard } from "@/components/front-desk/desk-card";
import { DeskState } from "@/components/front-desk/desk-state";
import { DataList } from "@/components/ui/data-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { routes } from "@/lib/site/routes";

/** A patient's appointments at the hospital, the latest first, each leading to its page. */
export function DeskPatientVisits({ visits }: { visits: DeskCard[] }) {
  if (visits.length === 0) return <EmptyState level={3} icon={<CalendarDays />} title="No appointments here yet" />;
  return (
    <DataList
      caption="Appointments"
      rows={visits}
      rowKey={({ id }) => id}
      rowHref={({ id }) => routes.hospital.appointment(id)}
      columns={[
        {
          key: "when",
          header: "When",
          phone: "title",
          cell: ({ start, place }) => <LocalTime instant={start} timeZone={place.timeZone} otherTime={false} />,
        },
        { key: "state", header: "Status", phone: "aside", cell: (visit) => <DeskState visit={visit} /> },
        { key: "doctor", header: "Doctor", cell: ({ doctor }) => doctor.name },
        { key: "service", header: "Service", cell: ({ service }) => service ?? "–" },
      ]}
    />
  );
}
