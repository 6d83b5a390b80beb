import { Stethoscope } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { hrefWith, loadFrom, readSearch, type Search } from "@/app/search-params";
import { dayOf, requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { DoctorRows } from "@/components/hospital/doctor-rows";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { listOwnDoctors } from "@/lib/domain/hospitals/list-own-doctors";

export const metadata: Metadata = { title: "Doctors" };

const PATH = "/hospital/doctors";
const PAGE = 25;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

export default async function DoctorsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { cursor } = readSearch(wanted, await searchParams);
  const { actor, hospital } = await requireDesk(PATH);
  const now = new Date();
  const [{ doctors }, page] = await Promise.all([
    getHospitalStats(actor, hospital.id),
    loadFrom(cursor, (from) => listOwnDoctors(actor, hospital.id, { limit: PAGE, cursor: from, now, day: dayOf(hospital.timeZone, now) })),
  ]);
  return (
    <>
      <LiveRefresh channels={page.items.map(({ id }) => `doctor-${id}`)} />
      <PageHeader eyebrow={hospital.name} title={titleOf(doctors)} />
      {page.items.length === 0 ? (
        <EmptyState icon={<Stethoscope />} title="No doctors yet" text="Doctors who are affiliated with the hospital appear here." />
      ) : (
        <DoctorRows doctors={page.items} />
      )}
      <LoadMore href={page.nextCursor ? hrefWith(PATH, { cursor: page.nextCursor }) : null} label="Show more doctors" />
    </>
  );
}

function titleOf({ active, suspended }: { active: number; suspended: number }): string {
  const count = active === 1 ? "1 doctor works here" : `${active === 0 ? "No" : active} doctors work here`;
  return suspended === 0 ? count : `${count}, ${suspended} suspended`;
}
