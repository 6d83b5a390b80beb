import { MailPlus } from "lucide-react";
import { loadFrom } from "@/app/search-params";
import type { Desk } from "@/app/(hospital)/hospital/require-desk";
import { InvitedList } from "@/components/affiliations/invited-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { listAnswered, listInvitations } from "@/lib/domain/affiliations/queries";
import { routes } from "@/lib/site/routes";

const PAGE = 25;

/** The hospital's invitations: the open ones, and the latest answers. */
export async function InvitedView({ desk: { actor, hospital }, cursor }: { desk: Desk; cursor: string | undefined }) {
  const ours = { hospitalId: hospital.id, direction: "INVITATION", status: "PENDING" } as const;
  const [page, answered] = await Promise.all([
    loadFrom(cursor, (from) => listInvitations(actor, ours, { limit: PAGE, cursor: from })),
    listAnswered(actor, hospital.id),
  ]);
  return (
    <>
      {page.items.length === 0 ? (
        <EmptyState
          icon={<MailPlus />}
          title="No open invitations"
          text="Doctors you invite appear here until they accept or decline."
        />
      ) : (
        <InvitedList label="Invited" invitations={page.items.map(toInvitationOutput)} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.hospital.doctors({ view: "invited", cursor: page.nextCursor }) : null}
        label="Show more"
      />
      {answered.length > 0 ? (
        <Section title="Recently answered">
          <InvitedList label="Answered" invitations={answered.map(toInvitationOutput)} />
        </Section>
      ) : null}
    </>
  );
}
