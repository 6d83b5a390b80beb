import { Share2 } from "lucide-react";
import type { Metadata } from "next";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import type { Search } from "@/app/search-params";
import { EmergencyList } from "@/components/emergency-access/emergency-list";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { GrantList } from "@/components/sharing/grant-list";
import { LinkSection } from "@/components/sharing/link-section";
import { ShareByLink } from "@/components/sharing/share-by-link";
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
  const whose = patients.length > 1 ? "These records are" : "Your record is";
  return (
    <>
      <PageHeader
        title={`${whose} shared ${sharedText(records)}`}
        text="Doctors read a record while they treat the patient. You can let others read it too, for a second opinion for example."
      />
      <RecordsNav current="sharing" patientId={read.filter.for} patients={patients} />
      <LeftOutNote read={read} />
      {records.map((record) => (
        <SharingSection key={record.patient.id} record={record} isOnly={patients.length === 1} today={today} />
      ))}
      {records.map(({ patient, links, canShare }) => (
        <Section
          key={patient.id}
          title={patients.length === 1 ? "Links" : `Links: ${patient.name}`}
          text="Open parts of the record for a limited time to anyone who has the link or scans its code."
          actions={canShare ? <ShareByLink patient={patient} /> : null}
        >
          <LinkSection {...links} whose={whoseText(patient)} canEnd={canShare} />
        </Section>
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

/** "with 1 doctor and by 2 links": what is true now. */
function sharedText(records: readonly SharedRecord[]): string {
  const doctors = records.reduce((sum, { open }) => sum + open.length, 0);
  const links = records.reduce((sum, one) => sum + one.links.open.filter(({ state }) => state === "ACTIVE").length, 0);
  const ways = [
    ...(doctors > 0 ? [`with ${counted(doctors, "doctor", "doctors")}`] : []),
    ...(links > 0 ? [`by ${counted(links, "link", "links")}`] : []),
  ];
  return ways.join(" and ") || "with no one";
}

const whoseText = ({ isYou, name }: SharedRecord["patient"]) => (isYou ? "your record" : `the record of ${name}`);

function SharingSection({ record, isOnly, today }: { record: SharedRecord; isOnly: boolean; today: string }) {
  const { patient, open, ended, canShare } = record;
  const whose = whoseText(patient);
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
