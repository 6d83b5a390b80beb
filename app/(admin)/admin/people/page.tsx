import { UserRoundSearch } from "lucide-react";
import type { Metadata } from "next";
import { PeopleList } from "@/components/administration/people-list";
import { SearchForm } from "@/components/administration/search-form";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { listPeople } from "@/lib/domain/administration/queries";
import { peopleQuery } from "@/lib/domain/administration/schema";
import { sealedName } from "@/lib/domain/lookup/schema";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "People" };

const peopleSearch = peopleQuery.omit({ q: true }).extend({ name: sealedName.optional() });

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.people());
  const given = await searchParams;
  const { read, name } = readName(actor, readSearch(peopleSearch, given), given);
  const { name: _sealed, ...query } = read.filter;
  const page = await loadFrom(query.cursor, (cursor) => listPeople(actor, { ...query, q: name, cursor }));
  const { id, status } = query;
  return (
    <>
      <PageHeader title={id ? "One account" : name ? `People matching “${name}”` : "Accounts, newest first"} />
      <SearchForm
        people="people"
        leftOut={read.leftOut}
        fields={[{ name: "name", label: "Name or email", value: name, maxLength: 120 }]}
        choices={[
          {
            name: "status",
            label: "Status",
            value: status,
            options: [
              { value: "ACTIVE", label: "Active" },
              { value: "SUSPENDED", label: "Suspended" },
            ],
          },
        ]}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<UserRoundSearch />}
          title="No accounts found"
          text="Try part of the name, or the start of the email address."
        />
      ) : (
        <PeopleList people={page.items} ownId={actor.userId} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.admin.people({ name: read.filter.name, status, cursor: page.nextCursor }) : null}
      />
    </>
  );
}
