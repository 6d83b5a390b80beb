import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { Departments } from "@/components/staff/departments";
import { PageHeader } from "@/components/ui/page-header";
import { loadDepartments } from "@/lib/domain/staff/list-departments";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Departments" };

export default async function DepartmentsPage() {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.departments());
  const { departments, none } = await loadDepartments(actor, hospital.id);
  const count = departments.length;
  return (
    <>
      <PageHeader
        eyebrow={hospital.name}
        title={count === 0 ? "No departments yet" : counted(count, "department")}
        text={
          isManager
            ? "Patients see these on the hospital's page. Assign each doctor and ward to a department."
            : "Patients see these on the hospital's page. A manager can change them."
        }
      />
      <Departments hospitalId={hospital.id} departments={departments} none={none} canChange={isManager} />
    </>
  );
}
