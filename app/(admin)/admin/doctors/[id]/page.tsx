import type { Metadata } from "next";
import { ProfileAffiliations } from "@/components/administration/profile-people";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { adminsProfile, ProfileParts } from "@/app/(admin)/admin/profile-parts";
import { loadFrom, type Search } from "@/app/search-params";
import { listAffiliations } from "@/lib/domain/affiliations/queries";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };
const LINES = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await adminsProfile("doctor", (await params).id)).profile.name };
}

export default async function DoctorPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, profile } = await adminsProfile("doctor", id);
  const { hospitals } = await searchParams;
  const page = await loadFrom(typeof hospitals === "string" ? hospitals : undefined, (cursor) =>
    listAffiliations(actor, { doctorId: id }, { limit: LINES, cursor }),
  );
  const lines = page.items.map(({ hospital, hospitalId, department, createdAt, ...row }) => ({
    id: row.id,
    name: hospital.name,
    href: routes.admin.hospital(hospitalId),
    department: department?.name ?? null,
    status: row.status,
    since: createdAt.toISOString(),
  }));
  return (
    <ProfileParts profile={profile}>
      <Section title="Hospitals">
        {lines.length === 0 ? (
          <p className="text-quiet">None. Hospitals the doctor works at appear here.</p>
        ) : (
          <ProfileAffiliations caption="Hospitals" lines={lines} />
        )}
        <LoadMore href={page.nextCursor ? routes.admin.doctor(id, { hospitals: page.nextCursor }) : null} />
      </Section>
    </ProfileParts>
  );
}
