import { Building2, Stethoscope } from "lucide-react";
import { ProfileList } from "@/components/administration/profile-list";
import { SearchForm } from "@/components/administration/search-form";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { KIND_LABELS, KIND_PLURALS, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import { listProfiles } from "@/lib/domain/administration/list-profiles";
import type { ProfileKind } from "@/lib/domain/administration/schema";
import { profilesQuery } from "@/lib/domain/administration/schema-profiles";
import { routes } from "@/lib/site/routes";

const STATES = (["PENDING", "VERIFIED", "REJECTED", "SUSPENDED"] as const).map((value) => ({
  value,
  label: VERIFICATION_LABELS[value].label,
}));

/** All doctors, or all hospitals. */
export async function ProfilesPage({ kind, search }: { kind: ProfileKind; search: Promise<Search> }) {
  const hrefOf = kind === "doctor" ? routes.admin.doctors : routes.admin.hospitals;
  const actor = await requireAdmin(hrefOf());
  const read = readSearch(profilesQuery, await search);
  const { q, state, ...query } = read.filter;
  const page = await loadFrom(query.cursor, (cursor) => listProfiles(actor, kind, { q, state, ...query, cursor }));
  return (
    <>
      <PageHeader title={q ? `${KIND_LABELS[kind]}s matching “${q}”` : `${KIND_LABELS[kind]}s, newest first`} />
      <SearchForm
        leftOut={read.leftOut}
        fields={[{ name: "q", label: "Name, city or specialty", value: q, maxLength: 120 }]}
        choices={[{ name: "state", label: "Status", value: state, options: STATES }]}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={kind === "doctor" ? <Stethoscope /> : <Building2 />}
          title={`No ${KIND_PLURALS[kind]} found`}
          text="Try part of the name, or another status."
        />
      ) : (
        <ProfileList kind={kind} profiles={page.items} />
      )}
      <LoadMore href={page.nextCursor ? hrefOf({ q, state, cursor: page.nextCursor }) : null} />
    </>
  );
}
