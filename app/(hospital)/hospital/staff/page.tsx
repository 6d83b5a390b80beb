import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { InviteStaff } from "@/components/staff/invite-staff";
import { StaffInvitations } from "@/components/staff/staff-invitations";
import { StaffList } from "@/components/staff/staff-list";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { listStaff, listStaffInvitations } from "@/lib/domain/staff/list-staff";
import { plural } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Staff" };

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional(), invited: z.string().max(1024).optional() });

export default async function StaffPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { filter: search } = readSearch(wanted, await searchParams);
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.staff());
  // The layout checks the same earlier, but both are rendered at once.
  if (!isManager) notFound();
  const [staff, invitations] = await Promise.all([
    loadFrom(search.cursor, (cursor) => listStaff(actor, hospital.id, { limit: PAGE, cursor })),
    loadFrom(search.invited, (cursor) => listStaffInvitations(actor, hospital.id, { limit: PAGE, cursor })),
  ]);
  const isWhole = !search.cursor && !staff.nextCursor;
  const managers = staff.items.filter(({ role }) => role === "MANAGER").length;
  return (
    <>
      <PageHeader
        eyebrow={hospital.name}
        title={titleOf(staff.items.length, !isWhole, invitations.items.length)}
        text="Managers can do everything. Coordinators handle appointments, beds and ambulances."
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <StaffList
            hospitalId={hospital.id}
            staff={staff.items}
            ownUserId={actor.userId}
            isOneManager={isWhole && managers === 1}
          />
          <LoadMore
            href={staff.nextCursor ? routes.hospital.staff({ cursor: staff.nextCursor }) : null}
            label="Show more staff"
          />
          {invitations.items.length > 0 ? (
            <Section title="Invited" text="They join the staff once they open the link in their email.">
              <StaffInvitations hospitalId={hospital.id} invitations={invitations.items} />
              <LoadMore
                href={invitations.nextCursor ? routes.hospital.staff({ invited: invitations.nextCursor }) : null}
                label="Show earlier invitations"
              />
            </Section>
          ) : null}
        </div>
        <InviteStaff hospitalId={hospital.id} />
      </div>
    </>
  );
}

function titleOf(staff: number, hasMore: boolean, invited: number): string {
  const people = `${staff}${hasMore ? "+" : ""} ${plural(staff, "person works", "people work")} here`;
  return invited === 0 ? people : `${people}, ${invited} invited`;
}
