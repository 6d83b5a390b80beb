import { ExternalLink } from "lucide-react";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { DecisionButton } from "@/components/administration/decision-button";
import { ProfileCounts, ProfileFacts } from "@/components/administration/profile-facts";
import { ProfileChanges, ProfileHistory } from "@/components/administration/profile-history";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { orNotFound } from "@/app/or-not-found";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { loadProfile } from "@/lib/domain/administration/load-profile";
import type { ProfileKind } from "@/lib/domain/administration/schema";
import type { ProfileDetails } from "@/lib/domain/administration/schema-profiles";
import { decisionsFrom } from "@/lib/domain/administration/status";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

const ROUTES = {
  doctor: { all: routes.admin.doctors, one: routes.admin.doctor, page: routes.doctors.profile, label: "All doctors" },
  hospital: {
    all: routes.admin.hospitals,
    one: routes.admin.hospital,
    page: routes.hospitals.profile,
    label: "All hospitals",
  },
};

/** Returns the doctor or hospital of a page, or the 404 page; read once per request. */
export const adminsProfile = cache(async (kind: ProfileKind, id: string) => {
  const actor = await requireAdmin(ROUTES[kind].one(id));
  if (!isUuid(id)) notFound();
  return { actor, profile: await orNotFound(loadProfile(actor, kind, id)) };
});

/** What the pages of a doctor and of a hospital have in common; `children`: who belongs to it. */
export function ProfileParts({ profile, children }: { profile: ProfileDetails; children: ReactNode }) {
  const { kind, slug, name, verification, history, changes } = profile;
  return (
    <>
      <PageHeader
        back={{ href: ROUTES[kind].all(), label: ROUTES[kind].label }}
        title={name}
        actions={
          <>
            {verification === "VERIFIED" ? (
              <Button asChild variant="secondary" size="sm">
                <Link href={ROUTES[kind].page(slug)}>
                  <ExternalLink aria-hidden /> Public page
                </Link>
              </Button>
            ) : null}
            {decisionsFrom(verification).map((decision) => (
              <DecisionButton key={decision} candidate={profile} decision={decision} />
            ))}
          </>
        }
      />
      <Section title="Profile">
        <ProfileFacts profile={profile} />
      </Section>
      <Section title="Now">
        <ProfileCounts profile={profile} />
      </Section>
      {children}
      <Section title="Verification">
        {history.length === 0 ? (
          <p className="text-quiet">No administrator has decided anything yet.</p>
        ) : (
          <ProfileHistory history={history} />
        )}
      </Section>
      <Section title="Changes they asked for">
        {changes.length === 0 ? (
          <p className="text-quiet">None. Verified profiles ask before a name, a place or a number changes.</p>
        ) : (
          <ProfileChanges changes={changes} />
        )}
      </Section>
    </>
  );
}
