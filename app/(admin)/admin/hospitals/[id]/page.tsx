import type { Metadata } from "next";
import { ProfileAffiliations, ProfileStaff } from "@/components/administration/profile-people";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { adminsProfile, ProfileParts } from "@/app/(admin)/admin/profile-parts";
import { loadFrom, type Search } from "@/app/search-params";
import { listAffiliations } from "@/lib/domain/affiliations/queries";
import { listStaff } from "@/lib/domain/staff/list-staff";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };
const LINES = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await adminsProfile("hospital", (await params).id)).profile.name };
}

export default async function HospitalPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, profile } = await adminsProfile("hospital", id);
  const search = await searchParams;
  const from = (name: "staff" | "doctors") => (typeof search[name] === "string" ? search[name] : undefined);
  const [staff, doctors] = await Promise.all([
    loadFrom(from("staff"), (cursor) => listStaff(actor, id, { limit: LINES, cursor })),
    loadFrom(from("doctors"), (cursor) => listAffiliations(actor, { hospitalId: id }, { limit: LINES, cursor })),
  ]);
  const lines = doctors.items.map(({ doctor, doctorId, department, createdAt, ...row }) => ({
    id: row.id,
    name: doctor.name,
    href: routes.admin.doctor(doctorId),
    department: department?.name ?? null,
    status: row.status,
    since: createdAt.toISOString(),
  }));
  return (
    <ProfileParts profile={profile}>
      <Section title="Staff">
        {staff.items.length === 0 ? (
          <p className="text-quiet">No one works here at the moment.</p>
        ) : (
          <ProfileStaff staff={staff.items} />
        )}
        <LoadMore
          href={
            staff.nextCursor ? routes.admin.hospital(id, { staff: staff.nextCursor, doctors: from("doctors") }) : null
          }
        />
      </Section>
      <Section title="Doctors">
        {lines.length === 0 ? (
          <p className="text-quiet">None. Doctors who work here appear here.</p>
        ) : (
          <ProfileAffiliations caption="Doctors" lines={lines} />
        )}
        <LoadMore
          href={
            doctors.nextCursor ? routes.admin.hospital(id, { doctors: doctors.nextCursor, staff: from("staff") }) : null
          }
        />
      </Section>
    </ProfileParts>
  );
}
