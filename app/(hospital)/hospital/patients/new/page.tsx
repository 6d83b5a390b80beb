import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { worldChoices } from "@/components/doctors/world-codes";
import { RegisterPatient } from "@/components/registrations/register-patient";
import { PageHeader } from "@/components/ui/page-header";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Register a patient" };

export default async function RegisterPatientPage() {
  const { hospital } = await requireDesk(routes.hospital.registerPatient());
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.patients(), label: "Patients" }}
        title="Register a patient"
        text="Without an appointment or a stay. They get no account and no message."
      />
      <RegisterPatient hospitalId={hospital.id} languages={worldChoices().languages} />
    </>
  );
}
