import type { Metadata } from "next";
import { z } from "zod";
import { readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { DoctorViews } from "@/components/affiliations/doctor-views";
import { InviteButton } from "@/components/affiliations/invite-button";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { countPending } from "@/lib/domain/affiliations/queries";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { HereView } from "./here-view";
import { InvitedView } from "./invited-view";
import { RequestsView } from "./requests-view";

export const metadata: Metadata = { title: "Doctors" };

const wanted = z.object({ cursor: z.string().max(1024).optional(), view: z.enum(["invited", "requests"]).optional() });

export default async function DoctorsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const read = readSearch(wanted, await searchParams);
  const { cursor, view } = read.filter;
  const desk = await requireDesk(routes.hospital.doctors());
  const { actor, hospital, isManager } = desk;
  const [{ doctors }, pending, { departments }] = await Promise.all([
    getHospitalStats(actor, hospital.id),
    countPending(actor, hospital.id),
    loadOwnHospital(actor),
  ]);
  const counts = { here: doctors.active + doctors.suspended, ...pending };
  // Invitations are for managers only: a coordinator has no such views.
  const shown = isManager ? (view ?? "here") : "here";
  return (
    <>
      <PageHeader
        eyebrow={hospital.name}
        title={titleOf(doctors, pending)}
        actions={
          isManager && hospital.verification === "VERIFIED" ? (
            <InviteButton hospitalId={hospital.id} departments={departments} />
          ) : null
        }
      />
      {isManager ? <DoctorViews view={shown} counts={counts} /> : null}
      <LeftOutNote read={read} />
      {shown === "here" ? <HereView desk={desk} departments={departments} cursor={cursor} /> : null}
      {shown === "invited" ? <InvitedView desk={desk} cursor={cursor} /> : null}
      {shown === "requests" ? <RequestsView desk={desk} departments={departments} cursor={cursor} /> : null}
    </>
  );
}

function titleOf(
  { active, suspended }: { active: number; suspended: number },
  { requests }: { requests: number },
): string {
  if (requests > 0) return counted(requests, "doctor has asked to join", "doctors have asked to join");
  const count = active === 1 ? "1 doctor works here" : `${active === 0 ? "No" : active} doctors work here`;
  return suspended === 0 ? count : `${count}, ${suspended} suspended`;
}
