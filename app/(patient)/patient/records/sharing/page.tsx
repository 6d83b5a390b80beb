import { Share2 } from "lucide-react";
import type { Metadata } from "next";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import type { Search } from "@/app/search-params";
import { EmergencyList } from "@/components/emergency-access/emergency-list";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { GrantList } from "@/components/sharing/grant-list";
import { ShareRecord } from "@/components/sharing/share-record";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listEmergenciesOf } from "@/lib/domain/emergency-access/queries";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { loadSharing, type SharedRecord } from "@/lib/domain/sharing/load-sharing";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Sharing" };

/** Opened in an emergency, of each person: more than the latest are in the access log. */
const LATEST = 20;

export default async function SharingPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.sharing);
  const [patients, { records, today }, emergencies] = await Promise.all([
    listOwnPatients(actor, actor.readablePatientIds),
    loadSharing(actor, patientIds),
    Promise.all(patientIds.map((id) => listEmergenciesOf(actor, id, { limit: LATEST }))),
  ]);
  const opened = emergencies.flatMap(({ items }) => items).toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  const doctors = records.reduce((sum, { open }) => sum + open.length, 0);
  const whose = patients.length > 1 ? "These records are" : "Your record is";
  return (
    <>
      <PageHeader
        title={`${whose} shared with ${doctors === 0 ? "no one" : counted(doctors, "doctor", "doctors")}`}
        text="Doctors read a record while they treat the patient. You can let others read it too, for a second opinion for example."
      />
      <RecordsNav current="sharing" patientId={read.filter.for} patients={patients} />
      <LeftOutNote read={read} />
      {records.map((record) => (
        <SharingSection key={record.patient.id} record={record} isOnly={patients.length === 1} today={today} />
      ))}
      {opened.length > 0 ? (
        <Section
          title="Opened in an emergency"
          text="By doctors who gave a reason, for four hours at most. An administrator reviews each one."
        >
          <EmergencyList
            label="Opened in an emergency"
            emergencies={opened}
            titleOf={({ doctorName, patientName }) =>
              patients.length > 1 ? `${doctorName} · ${patientName}’s record` : doctorName
            }
          />
        </Section>
      ) : null}
    </>
  );
}

function SharingSection({ record, isOnly, today }: { record: SharedRecord; isOnly: boolean; today: string }) {
  const { patient, open, ended, canShare } = record;
  const whose = patient.isYou ? "your record" : `the record of ${patient.name}`;
  return (
    <Section
      title={isOnly ? "Shared with" : patient.name}
      actions={canShare ? <ShareRecord patient={patient} today={today} /> : null}
    >
      <div className="grid gap-4">
        {open.length > 0 ? (
          <GrantList label={`Who reads ${whose}`} grants={open} canEnd={canShare} />
        ) : (
          <EmptyState
            level={3}
            icon={<Share2 />}
            title="Shared with no one"
            text={
              canShare
                ? "Doctors you share with appear here, with what they may read and until when."
                : "Only the patient, or someone with full access, can share the record."
            }
          />
        )}
        {ended.length > 0 ? (
          <details className="text-sm">
            <summary className="touch-target w-fit cursor-pointer font-semibold text-accent">
              Shared before ({ended.length})
            </summary>
            <div className="mt-3">
              <GrantList label={`Who could read ${whose}`} grants={ended} canEnd={false} />
            </div>
          </details>
        ) : null}
      </div>
    </Section>
  );
}
