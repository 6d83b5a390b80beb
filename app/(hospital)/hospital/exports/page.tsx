import { FileOutput } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { ExportForm } from "@/components/data-exports/export-form";
import { ExportList } from "@/components/data-exports/export-list";
import { TransferLinks } from "@/components/data-exports/transfer-links";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { loadAccountHeader } from "@/lib/domain/accounts/queries";
import { exportTitle } from "@/lib/domain/data-exports/format";
import { toPage } from "@/lib/domain/data-exports/output";
import { listHospitalExports } from "@/lib/domain/data-exports/queries";
import { HOSPITAL_KINDS } from "@/lib/domain/data-exports/status";
import { localDateAt } from "@/lib/platform/time/local-date";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Export" };

const wanted = z.object({ cursor: z.string().max(1024).optional() });

export default async function ExportsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.exports());
  if (!isManager) notFound();
  const { cursor } = readSearch(wanted, await searchParams).filter;
  const [page, { email }] = await Promise.all([
    loadFrom(cursor, (from) => listHospitalExports(actor, hospital.id, { limit: 10, cursor: from })),
    loadAccountHeader(actor),
  ]);
  const { items } = toPage(actor, page);
  return (
    <>
      <TransferLinks current="export" />
      <PageHeader title={exportTitle(items, "Export your hospital's lists")} />
      <Card>
        <ExportForm
          hospitalId={hospital.id}
          kinds={HOSPITAL_KINDS}
          today={localDateAt(new Date(), hospital.timeZone)}
          email={email}
        />
      </Card>
      <Section title="Exports">
        {items.length === 0 ? (
          <EmptyState
            level={3}
            icon={<FileOutput />}
            title="No exports yet"
            text="What you and other managers export appears here. Only the person who asked can download it."
          />
        ) : (
          <ExportList items={items} />
        )}
      </Section>
      <LoadMore
        href={page.nextCursor ? routes.hospital.exports({ cursor: page.nextCursor }) : null}
        label="Show older exports"
      />
    </>
  );
}
