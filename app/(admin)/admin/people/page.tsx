import { UserRoundSearch } from "lucide-react";
import type { Metadata } from "next";
import { PeopleList } from "@/components/administration/people-list";
import { SearchForm } from "@/components/administration/search-form";
import { SignInCheckResult } from "@/components/administration/sign-in-check";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { checkSignIn } from "@/lib/domain/administration/check-sign-in";
import { listPeople } from "@/lib/domain/administration/queries";
import { peopleQuery } from "@/lib/domain/administration/schema";
import { sealedName } from "@/lib/domain/lookup/schema";
import { readEmail } from "@/lib/platform/text/email";
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
  const email = name === undefined ? null : readEmail(name);
  const check = email === null ? null : await checkSignIn(actor, { email });
  return (
    <>
      <PageHeader
        title={id ? "One account" : name ? `People matching “${name}”` : "Accounts, newest first"}
        text="A whole email address also answers why someone can’t sign in with it."
      />
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
      {email !== null && check ? <SignInCheckResult email={email} check={check} /> : null}
      {page.items.length === 0 && check ? null : page.items.length === 0 ? (
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
