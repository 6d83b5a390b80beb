import { DataList } from "@/components/ui/data-list";
import { LocalTime } from "@/components/ui/local-time";
import type { DoctorPatient } from "@/lib/domain/appointments/schema";
import { ReadingText } from "./reading";
import { routes } from "@/lib/site/routes";

/** A doctor's patients, each leading to their page. */
export function DoctorPatients({ patients }: { patients: DoctorPatient[] }) {
  return (
    <DataList
      caption="Patients"
      rows={patients}
      rowKey={(patient) => patient.id}
      rowHref={(patient) => routes.doctor.patient(patient.id)}
      columns={[
        { key: "name", header: "Name", phone: "title", cell: ({ name }) => name },
        { key: "age", header: "Age", cell: ({ age }) => age ?? "Unknown" },
        {
          key: "last",
          header: "Last visit",
          cell: ({ lastVisitAt }) => (lastVisitAt ? <LocalTime instant={lastVisitAt} style="dated" /> : "None"),
        },
        {
          key: "next",
          header: "Next visit",
          cell: ({ nextVisitAt }) => (nextVisitAt ? <LocalTime instant={nextVisitAt} /> : "None"),
        },
        { key: "reading", header: "Record", cell: ({ reading }) => <ReadingText reading={reading} /> },
      ]}
    />
  );
}
