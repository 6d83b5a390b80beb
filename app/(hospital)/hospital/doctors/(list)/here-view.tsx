import { Stethoscope } from "lucide-react";
import { loadFrom } from "@/app/search-params";
import { dayOf, type Desk } from "@/app/(hospital)/hospital/require-desk";
import { AffiliationMenu } from "@/components/affiliations/affiliation-menu";
import type { DepartmentChoice } from "@/components/affiliations/department-field";
import { DoctorRows } from "@/components/front-desk/doctor-rows";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/pagination";
import { listOwnDoctors, type AffiliatedDoctor } from "@/lib/domain/front-desk/list-own-doctors";
import { routes } from "@/lib/site/routes";

const PAGE = 25;

type Props = { desk: Desk; departments: DepartmentChoice[]; cursor: string | undefined };

/** The doctors who work at the hospital, with actions for managers. */
export async function HereView({ desk: { actor, hospital, isManager }, departments, cursor }: Props) {
  const now = new Date();
  const day = dayOf(hospital.timeZone, now);
  const page = await loadFrom(cursor, (from) =>
    listOwnDoctors(actor, hospital.id, { limit: PAGE, cursor: from, now, day }),
  );
  const menuOf = ({
    affiliationId: id,
    affiliationVersion: version,
    affiliation: status,
    departmentId,
    name,
  }: AffiliatedDoctor) => (
    <AffiliationMenu affiliation={{ id, version, status, departmentId }} who={name} departments={departments} />
  );
  return (
    <>
      <LiveRefresh channels={page.items.map(({ id }) => `doctor-${id}`)} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Stethoscope />}
          title="No doctors yet"
          text={
            isManager
              ? "Invite the first one by name or email."
              : "Doctors who are affiliated with the hospital appear here."
          }
        />
      ) : (
        <DoctorRows doctors={page.items} {...(isManager ? { actionsOf: menuOf } : {})} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.hospital.doctors({ cursor: page.nextCursor }) : null}
        label="Show more doctors"
      />
    </>
  );
}
