import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { TemplateList } from "@/components/conversations/template-list";
import { PageHeader } from "@/components/ui/page-header";
import { listTemplates } from "@/lib/domain/conversations/queries";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Templates for messages" };

export default async function TemplatesPage() {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.templates());
  const templates = await listTemplates(actor, { doctorId: null, hospitalId: hospital.id });
  const count = templates.length > 0 ? `${counted(templates.length, "template")} of your hospital` : "No templates yet";
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.conversations(), label: "Messages" }}
        title={count}
        text={
          isManager
            ? "They are offered to all at the front desk, before those that come with CareSync."
            : "Managers of your hospital can change them."
        }
      />
      <TemplateList templates={templates} hospitalId={hospital.id} canChange={isManager} />
    </>
  );
}
