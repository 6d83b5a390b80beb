import { UserRoundSearch } from "lucide-react";
import type { Metadata } from "next";
import { PeopleList } from "@/components/administration/people-list";
import { SearchForm } from "@/components/administration/search-form";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { hrefWith, loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { listPeople } from "@/lib/domain/administration/queries";
import { peopleQuery } from "@/lib/domain/administration/schema";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin("/admin/people");
  const read = readSearch(peopleQuery, await searchParams);
  const query = read.filter;
  const page = await loadFrom(query.cursor, (cursor) => listPeople(actor, { ...query, cursor }));
  const { id, q, status } = query;
  return (
    <>
      <PageHeader title={id ? "One account" : q ? `People matching “${q}”` : "Everybody with an account, the newest first"} />
      <SearchForm
        leftOut={read.leftOut}
        fields={[{ name: "q", label: "Name or e-mail", value: q, maxLength: 120 }]}
        choices={[
          {
            name: "status",
            label: "State",
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
        <EmptyState icon={<UserRoundSearch />} title="Nobody found" text="Try a part of the name, or the beginning of the e-mail address." />
      ) : (
        <PeopleList people={page.items} ownId={actor.userId} />
      )}
      <LoadMore href={page.nextCursor ? hrefWith("/admin/people", { q, status, cursor: page.nextCursor }) : null} />
    </>
  );
}
