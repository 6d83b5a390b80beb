import { DoorOpen } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { ClosureList } from "@/components/ward-closures/closure-list";
import { toOutput } from "@/lib/domain/ward-closures/output";
import { listWardClosures } from "@/lib/domain/ward-closures/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Closed wards and beds" };

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

export default async function ClosedWardsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.closedWards());
  const read = readSearch(wanted, await searchParams);
  const page = await loadFrom(read.filter.cursor, (cursor) =>
    listWardClosures(actor, hospital.id, { limit: PAGE, cursor }),
  );
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.beds(), label: "Beds" }}
        title="Closed wards and beds"
        text="What is closed, will be and was, the latest first. Close a ward or some of its beds on the board."
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<DoorOpen />}
          title="Nothing has been closed yet"
          text="Cleaning, works or an infection? Close a ward or some of its beds on the board."
        />
      ) : (
        <ClosureList closures={page.items.map((row) => toOutput(row))} />
      )}
      <LoadMore href={page.nextCursor ? routes.hospital.closedWards({ cursor: page.nextCursor }) : null} />
    </>
  );
}
