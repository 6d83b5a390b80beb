import { loadFrom } from "@/app/search-params";
import { DocumentList } from "@/components/documents/document-list";
import { Card } from "@/components/ui/card";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { toDocumentOutput } from "@/lib/domain/documents/output";
import { listDocuments } from "@/lib/domain/documents/queries";
import { AppError } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import type { DoctorActor } from "../../require-doctor";

const PAGE = 10;

type Props = {
  actor: DoctorActor;
  patientId: string;
  /** How far the page's lists are shown. */
  shown: { visits?: string | undefined; notes?: string | undefined; documents?: string | undefined };
};

/** What the patient keeps with their record; nothing when there is nothing, or the doctor no longer reads the record. */
export async function DocumentsPart({ actor, patientId, shown }: Props) {
  const page = await loadFrom(shown.documents, (from) => readDocuments(actor, patientId, from));
  if (page.items.length === 0) return null;
  return (
    <Section title="The patient's own documents" text="Kept by the patient. They see that you opened one.">
      <Card>
        <DocumentList documents={page.items.map((one) => ({ ...toDocumentOutput(one), isKept: false }))} />
      </Card>
      <LoadMore
        href={page.nextCursor ? routes.doctor.patient(patientId, { ...shown, documents: page.nextCursor }) : null}
        label="Show earlier documents"
      />
    </Section>
  );
}

async function readDocuments(actor: DoctorActor, patientId: string, cursor: string | undefined) {
  try {
    return await listDocuments(actor, [patientId], { limit: PAGE, cursor });
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return { items: [], nextCursor: null };
    throw error;
  }
}
