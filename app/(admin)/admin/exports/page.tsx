import { FileOutput, FileSpreadsheet } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { ExportForm } from "@/components/data-exports/export-form";
import { ExportList } from "@/components/data-exports/export-list";
import { ImportProgressList } from "@/components/transfer/import-progress-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { loadAccountHeader } from "@/lib/domain/accounts/queries";
import { exportTitle } from "@/lib/domain/data-exports/format";
import { toPage } from "@/lib/domain/data-exports/output";
import { listAllExports } from "@/lib/domain/data-exports/queries";
import { PLATFORM_KINDS } from "@/lib/domain/data-exports/status";
import { listAllImports } from "@/lib/domain/transfer/queries";
import { localDateAt } from "@/lib/platform/time/local-date";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Imports and exports" };

const cursor = z.string().max(1024).optional();
const wanted = z.object({ cursor, imports: cursor });

export default async function AdminExportsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.exports());
  const at = readSearch(wanted, await searchParams).filter;
  const [exported, imported, { email }] = await Promise.all([
    loadFrom(at.cursor, (from) => listAllExports(actor, { limit: 10, cursor: from })),
    loadFrom(at.imports, (from) => listAllImports(actor, { limit: 10, cursor: from })),
    loadAccountHeader(actor),
  ]);
  const { items } = toPage(actor, exported);
  return (
    <>
      <PageHeader title={exportTitle(items, "Imports and exports")} />
      <Card>
        <ExportForm hospitalId={null} kinds={PLATFORM_KINDS} today={localDateAt(new Date(), "UTC")} email={email} />
      </Card>
      <Section title="Exports">
        {items.length === 0 ? (
          <EmptyState
            level={3}
            icon={<FileOutput />}
            title="No exports yet"
            text="What administrators and hospitals export appears here, without what is in it."
          />
        ) : (
          <ExportList items={items} namesHospital />
        )}
        <LoadMore
          href={exported.nextCursor ? routes.admin.exports({ ...at, cursor: exported.nextCursor }) : null}
          label="Show older exports"
        />
      </Section>
      <Section title="Imports">
        {imported.items.length === 0 ? (
          <EmptyState
            level={3}
            icon={<FileSpreadsheet />}
            title="No imports yet"
            text="Files that hospitals upload appear here with how far they have got."
          />
        ) : (
          <ImportProgressList items={imported.items} />
        )}
        <LoadMore
          href={imported.nextCursor ? routes.admin.exports({ ...at, imports: imported.nextCursor }) : null}
          label="Show older imports"
        />
      </Section>
    </>
  );
}
