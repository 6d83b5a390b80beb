import type { Metadata } from "next";
import { AddChild } from "@/components/family/add-child";
import { FamilyMemberSection } from "@/components/family/family-member";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/lib/actor/session";
import { loadFamily } from "@/lib/domain/family/load-family";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Family" };

export default async function FamilyPage() {
  const actor = await requirePageActor(routes.patient.family());
  const { members, today } = await loadFamily(actor);
  const others = members.filter(({ relation }) => relation !== "SELF").length;
  return (
    <>
      <PageHeader
        title={others === 0 ? "You act for no one else yet" : `You act for ${counted(others, "person", "people")}`}
        text="Add your children, and choose who else may book appointments or read records. Every time someone opens a record, it is logged."
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          {members.map((member) => (
            <FamilyMemberSection key={member.id} member={member} today={today} />
          ))}
        </div>
        <AddChild today={today} />
      </div>
    </>
  );
}
