import type { Metadata } from "next";
import { z } from "zod";
import { hrefWith, readSearch, type Search } from "@/app/search-params";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/lib/platform/auth/session";
import { AmbulanceSection } from "./ambulance-section";

export const metadata: Metadata = { title: "Stays and ambulances" };

const PATH = "/patient/stays";
const wanted = z.object({ calls: z.string().max(1024).optional() });

export default async function StaysPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = readSearch(wanted, await searchParams);
  const actor = await requirePageActor(hrefWith(PATH, search));
  return (
    <>
      <PageHeader title="Stays and ambulances" text="What you have asked hospitals for, as it stands at this moment." />
      <AmbulanceSection actor={actor} cursor={search.calls} />
    </>
  );
}
