import type { Metadata } from "next";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { TemplateList } from "@/components/conversations/template-list";
import { PageHeader } from "@/components/ui/page-header";
import { listTemplates } from "@/lib/domain/conversations/queries";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Templates for messages" };

export default async function TemplatesPage() {
  const actor = await requireDoctor(routes.doctor.templates());
  const templates = await listTemplates(actor, { doctorId: actor.doctorId, hospitalId: null });
  return (
    <>
      <PageHeader
        back={{ href: routes.doctor.conversations(), label: "Messages" }}
        title={
          templates.length > 0 ? `${counted(templates.length, "template")} of your own` : "No templates of your own"
        }
        text="Your own templates come before those of CareSync when you write a message."
      />
      <TemplateList templates={templates} hospitalId={null} canChange />
    </>
  );
}
