import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { AuditList } from "@/components/administration/audit-list";
import { SearchForm } from "@/components/administration/search-form";
import { SealSummary } from "@/components/audit/seal-summary";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { getSealState } from "@/lib/domain/audit/queries";
import { listAudit } from "@/lib/domain/administration/queries";
import { auditQuery } from "@/lib/domain/administration/schema";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Audit trail" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.audit());
  const read = readSearch(auditQuery, await searchParams);
  const query = read.filter;
  const [page, sealed] = await Promise.all([
    loadFrom(query.cursor, (cursor) => listAudit(actor, { ...query, cursor })),
    getSealState(actor),
  ]);
  const { action, subject, subjectId, actorId } = query;
  return (
    <>
      <PageHeader title="Audit trail" text="Entries hold codes and IDs only. They can't be changed or deleted." />
      <SealSummary {...sealed} />
      <SearchForm
        leftOut={read.leftOut}
        fields={[
          { name: "action", label: "Action", value: action, maxLength: 80 },
          { name: "subject", label: "Object type", value: subject, maxLength: 80 },
          { name: "subjectId", label: "Object ID", value: subjectId, maxLength: 36 },
        ]}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<ScrollText />}
          title="No entries match"
          text="Try the start of an action, such as account or appointment."
        />
      ) : (
        <AuditList lines={page.items} />
      )}
      <LoadMore
        href={
          page.nextCursor ? routes.admin.audit({ action, subject, subjectId, actorId, cursor: page.nextCursor }) : null
        }
      />
    </>
  );
}
