import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { ShiftedPage } from "@/app/shifted-page";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "New local times" };

export default async function HospitalShiftedPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.shifted());
  return <ShiftedPage actor={actor} portal="hospital" list={{ hospitalId: hospital.id }} search={await searchParams} />;
}
