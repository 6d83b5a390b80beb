import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { titleOf, toServiceToAsk } from "@/app/to-service-to-ask";
import { ServicesToAsk } from "@/components/questionnaires/services-to-ask";
import { PageHeader } from "@/components/ui/page-header";
import { listServicesToAsk } from "@/lib/domain/questionnaires/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Questions before visits" };

export default async function QuestionnairesPage() {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.questionnaires());
  const services = (await listServicesToAsk(actor, { hospitalId: hospital.id })).map(toServiceToAsk);
  return (
    <>
      <PageHeader
        eyebrow={hospital.name}
        title={titleOf(services)}
        text={
          isManager
            ? "Patients answer them before their visit. Only the doctor reads the answers."
            : "Patients answer them before their visit. A manager can change them."
        }
      />
      <ServicesToAsk services={services} hospitalId={hospital.id} canChange={isManager} />
    </>
  );
}
