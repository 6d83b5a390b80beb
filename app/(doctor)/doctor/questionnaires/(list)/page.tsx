import type { Metadata } from "next";
import { ServicesToAsk } from "@/components/questionnaires/services-to-ask";
import { PageHeader } from "@/components/ui/page-header";
import { listServicesToAsk } from "@/lib/domain/questionnaires/queries";
import { routes } from "@/lib/site/routes";
import { toServiceToAsk, titleOf } from "@/app/to-service-to-ask";
import { requireDoctor } from "../../require-doctor";

export const metadata: Metadata = { title: "Questions before visits" };

export default async function QuestionnairesPage() {
  const actor = await requireDoctor(routes.doctor.questionnaires());
  const services = (await listServicesToAsk(actor, { doctorId: actor.doctorId })).map(toServiceToAsk);
  return (
    <>
      <PageHeader
        title={titleOf(services)}
        text="Patients answer them before their visit, and you read the answers beside it. What a hospital asks for a service goes before what you ask."
      />
      <ServicesToAsk services={services} hospitalId={null} canChange />
    </>
  );
}
