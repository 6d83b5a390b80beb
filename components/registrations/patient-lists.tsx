import { DataList } from "@/components/ui/data-list";
import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import type { RegistrationOutput } from "@/lib/domain/registrations/schema";
import { routes } from "@/lib/site/routes";

/** The patients a hospital has registered, each leading to their page. */
export function RegisteredPatients({ registrations }: { registrations: RegistrationOutput[] }) {
  return (
    <DataList
      caption="Registered patients"
      rows={registrations}
      rowKey={({ id }) => id}
      rowHref={({ patient }) => routes.hospital.patient(patient.id)}
      columns={[
        { key: "name", header: "Name", phone: "title", cell: ({ patient }) => patient.name },
        { key: "born", header: "Born", cell: ({ patient }) => <DateOrNone date={patient.bornOn} none="Unknown" /> },
        { key: "number", header: "Record number", cell: ({ recordNumber }) => recordNumber ?? "None" },
        {
          key: "registered",
          header: "Registered",
          cell: ({ createdAt }) => <LocalTime instant={createdAt} style="dated" otherTime={false} />,
        },
      ]}
    />
  );
}

/** The patients a search has found, whether they are registered or have only been here. */
export function FoundPatients({ patients }: { patients: KnownPatient[] }) {
  return (
    <DataList
      caption="Patients found"
      rows={patients}
      rowKey={({ id }) => id}
      rowHref={({ id }) => routes.hospital.patient(id)}
      columns={[
        { key: "name", header: "Name", phone: "title", cell: ({ name }) => name },
        { key: "born", header: "Born", cell: ({ bornOn }) => <DateOrNone date={bornOn} none="Unknown" /> },
        { key: "number", header: "Record number", cell: ({ recordNumber }) => recordNumber ?? "None" },
        { key: "seen", header: "Last seen", cell: ({ lastVisitOn }) => <DateOrNone date={lastVisitOn} none="Never" /> },
      ]}
    />
  );
}

function DateOrNone({ date, none }: { date: string | null; none: string }) {
  return date ? <LocalDate date={date} /> : none;
}
