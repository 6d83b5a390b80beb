import { FileSpreadsheet } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { TransferLinks } from "@/components/data-exports/transfer-links";
import { ImportForm } from "@/components/transfer/import-form";
import { ImportList } from "@/components/transfer/import-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { importTitle } from "@/lib/domain/transfer/format";
import { toOutput } from "@/lib/domain/transfer/output";
import { listImports } from "@/lib/domain/transfer/queries";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Import" };

const PAGE = 10;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

export default async function ImportPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.import());
  if (!isManager) notFound();
  const { cursor } = readSearch(wanted, await searchParams).filter;
  const page = await loadFrom(cursor, (from) => listImports(actor, hospital.id, { limit: PAGE, cursor: from }));
  const items = page.items.map(toOutput);
  return (
    <>
      <TransferLinks current="import" />
      <PageHeader title={importTitle(items)} />
      <Card>
        <ImportForm hospitalId={hospital.id} />
      </Card>
      <Section title="Files">
        {items.length === 0 ? (
          <EmptyState
            level={3}
            icon={<FileSpreadsheet />}
            title="No files yet"
            text="Files you upload appear here with any errors found. Imports can be undone."
          />
        ) : (
          <ImportList items={items} />
        )}
      </Section>
      <LoadMore
        href={page.nextCursor ? routes.hospital.import({ cursor: page.nextCursor }) : null}
        label="Show older files"
      />
    </>
  );
}
