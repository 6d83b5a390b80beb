import { BookMarked } from "lucide-react";
import type { Metadata } from "next";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { EditionForm } from "@/components/codes/edition-form";
import { EditionList } from "@/components/codes/edition-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { editionsTitle } from "@/lib/domain/codes/format";
import { toOutput } from "@/lib/domain/codes/output";
import { listEditions } from "@/lib/domain/codes/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Diagnosis codes" };

export default async function CodesPage() {
  const actor = await requireAdmin(routes.admin.codes());
  const items = (await listEditions(actor)).map(toOutput);
  return (
    <>
      <PageHeader
        title={editionsTitle(items)}
        text="The built-in selection covers outpatient care. Load a complete edition when you need every code."
      />
      <Card>
        <h2 className="text-base">Load a complete edition</h2>
        <p className="mt-1 mb-4 max-w-prose text-sm text-quiet">
          Choose the ICD-10-CM order file (such as icd10cm_order_2026.txt) or the ICD-10 of the WHO in ClaML (.xml). It
          is checked and loaded in the background, then used for every search. A file with errors changes nothing.
        </p>
        <EditionForm />
      </Card>
      <Section title="Editions">
        {items.length === 0 ? (
          <EmptyState
            level={3}
            icon={<BookMarked />}
            title="No editions yet"
            text="Run the migration to get the built-in selection, or load a complete edition."
          />
        ) : (
          <EditionList items={items} />
        )}
      </Section>
    </>
  );
}
