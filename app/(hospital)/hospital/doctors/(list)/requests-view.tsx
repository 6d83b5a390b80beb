import { Inbox } from "lucide-react";
import { loadFrom } from "@/app/search-params";
import type { Desk } from "@/app/(hospital)/hospital/require-desk";
import type { DepartmentChoice } from "@/components/affiliations/department-field";
import { RequestList } from "@/components/affiliations/request-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/pagination";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { listInvitations } from "@/lib/domain/affiliations/queries";
import { routes } from "@/lib/site/routes";

const PAGE = 25;

type Props = { desk: Desk; departments: DepartmentChoice[]; cursor: string | undefined };

/** Doctors who ask to join the hospital. */
export async function RequestsView({ desk: { actor, hospital }, departments, cursor }: Props) {
  const ours = { hospitalId: hospital.id, direction: "REQUEST", status: "PENDING" } as const;
  const page = await loadFrom(cursor, (from) => listInvitations(actor, ours, { limit: PAGE, cursor: from }));
  return (
    <>
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Inbox />}
          title="No requests to join"
          text="When a verified doctor asks to join, you can answer here."
        />
      ) : (
        <RequestList
          requests={page.items.map((row) => ({ ...toInvitationOutput(row), doctorSlug: row.doctor?.slug ?? "" }))}
          departments={departments}
        />
      )}
      <LoadMore
        href={page.nextCursor ? routes.hospital.doctors({ view: "requests", cursor: page.nextCursor }) : null}
        label="Show more"
      />
    </>
  );
}
