import { FileDown } from "lucide-react";
import type { Metadata } from "next";
import { DownloadList } from "@/components/exports/download-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/lib/actor/session";
import { listExportable } from "@/lib/domain/exports/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Download everything" };

export default async function DownloadPage() {
  const actor = await requirePageActor(routes.patient.download());
  const patients = await listExportable(actor);
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.records(), label: "Records" }}
        title="Download everything"
        text="One file with all that CareSync has of a person: appointments, stays, ambulance calls, notes with measurements, diagnoses and medicines, allergies, conditions, who acts for them, who may read the record, and who opened it."
      />
      <p className="mb-6 max-w-prose text-sm text-quiet">
        The file is JSON, which other programs can read. Keep it somewhere safe: anyone who has it can read all of it.
        Files your doctors added are listed by name; open them from the visit. Each download is logged.
      </p>
      {patients.length === 0 ? (
        <EmptyState
          icon={<FileDown />}
          title="There is no record to download"
          text="You can download your own record and the records of people you have full access to."
        />
      ) : (
        <DownloadList patients={patients} />
      )}
    </>
  );
}
