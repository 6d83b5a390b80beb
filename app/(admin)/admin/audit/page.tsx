import { ScrollText, UserRoundSearch } from "lucide-react";
import type { Metadata } from "next";
import { AuditList } from "@/components/administration/audit-list";
import { AuditPeople, AuditPerson } from "@/components/administration/audit-person";
import { SearchForm } from "@/components/administration/search-form";
import { ArchivedNote } from "@/components/audit/archived-note";
import { SealSummary } from "@/components/audit/seal-summary";
import { VerifyTrail } from "@/components/audit/verify-trail";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { findArchiveEnd, findLastVerification, getSealState } from "@/lib/domain/audit/queries";
import { WAY_LABELS } from "@/lib/domain/administration/format";
import { listAudit } from "@/lib/domain/administration/list-audit";
import { listPeople } from "@/lib/domain/administration/queries";
import { auditQuery, type AuditQuery, type Person } from "@/lib/domain/administration/schema";
import { AUDIT_WAYS } from "@/lib/domain/administration/status";
import { sealedName } from "@/lib/domain/lookup/schema";
import type { Actor } from "@/lib/actor/actor";
import type { ReadFilters } from "@/lib/platform/input/filters";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Audit trail" };

const auditSearch = auditQuery.extend({ name: sealedName.optional() });
/** So many accounts are named when a name could mean several. */
const MOST_PEOPLE = 10;

export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.audit());
  const given = await searchParams;
  const { read, name } = readName(actor, readSearch(auditSearch, given), given);
  const { name: _sealed, ...asked } = read.filter;
  const people = await findPeople(actor, name, asked.actorId);
  const [only] = people;
  const isOpen = name !== undefined && people.length !== 1;
  const query = name !== undefined && only ? { ...asked, actorId: only.id } : asked;
  const [sealed, verification] = await Promise.all([getSealState(actor), findLastVerification(actor)]);
  return (
    <>
      <PageHeader
        title="Audit trail"
        text="Entries hold codes and IDs only. They can't be changed or deleted."
        actions={
          <Button asChild variant="secondary">
            <Link href={routes.admin.exports()}>Export</Link>
          </Button>
        }
      />
      <SealSummary {...sealed}>
        <VerifyTrail last={verification} />
      </SealSummary>
      <Filters query={query} name={name} leftOut={read.leftOut} />
      <LeftOutNote read={read} />
      {isOpen ? (
        <WhichPerson people={people} query={query} />
      ) : (
        <>
          {query.actorId ? (
            <AuditPerson person={only ?? null} everyone={hrefOf(query, { actorId: undefined, cursor: undefined })} />
          ) : null}
          <Entries actor={actor} query={query} />
        </>
      )}
    </>
  );
}

/** Returns the accounts that were meant: by a name or an address typed, or by the ID in the address. */
async function findPeople(actor: Actor, name: string | undefined, id: string | undefined): Promise<Person[]> {
  if (name === undefined && id === undefined) return [];
  const { items } = await listPeople(actor, { limit: MOST_PEOPLE, ...(name === undefined ? { id } : { q: name }) });
  return items;
}

function hrefOf({ limit: _limit, ...query }: AuditQuery, over: Partial<AuditQuery>) {
  const { limit: _none, ...changed } = over;
  return routes.admin.audit({ ...query, ...changed });
}

type FiltersProps = { query: AuditQuery; name: string | undefined; leftOut: ReadFilters<AuditQuery>["leftOut"] };

function Filters({ query, name, leftOut }: FiltersProps) {
  return (
    <SearchForm
      people="audit"
      leftOut={leftOut}
      kept={{ actorId: query.actorId }}
      fields={[
        { name: "name", label: "Who", value: name, maxLength: 120 },
        { name: "action", label: "Action", value: query.action, maxLength: 80 },
        { name: "subject", label: "Object type", value: query.subject, maxLength: 80 },
        { name: "subjectId", label: "Object ID", value: query.subjectId, maxLength: 36 },
        { name: "from", label: "From", value: query.from, maxLength: 10, isDate: true },
        { name: "to", label: "To", value: query.to, maxLength: 10, isDate: true },
      ]}
      choices={[
        {
          name: "via",
          label: "By way of",
          value: query.via,
          options: AUDIT_WAYS.map((value) => ({ value, label: WAY_LABELS[value] })),
        },
      ]}
    />
  );
}

function WhichPerson({ people, query }: { people: Person[]; query: AuditQuery }) {
  if (people.length === 0)
    return (
      <EmptyState
        icon={<UserRoundSearch />}
        title="No account matches"
        text="Try part of the name, or the start of the email address."
      />
    );
  return (
    <>
      <h2 className="mb-3 text-lg">Whose entries?</h2>
      <AuditPeople people={people} hrefOf={({ id }) => hrefOf(query, { actorId: id, cursor: undefined })} />
    </>
  );
}

async function Entries({ actor, query }: { actor: Actor; query: AuditQuery }) {
  const page = await loadFrom(query.cursor, (cursor) => listAudit(actor, { ...query, cursor }));
  return (
    <>
      {page.items.length === 0 ? (
        <EmptyState
          icon={<ScrollText />}
          title="No entries match"
          text="Try fewer filters, more days, or the start of an action, such as account or appointment."
        />
      ) : (
        <AuditList lines={page.items} />
      )}
      <LoadMore href={page.nextCursor ? hrefOf(query, { cursor: page.nextCursor }) : null} />
      <ArchivedNote until={await findArchiveEnd()} hasMore={page.nextCursor !== null}>
        Verification reads them there. npm run archive -- --restore brings a month back.
      </ArchivedNote>
    </>
  );
}
