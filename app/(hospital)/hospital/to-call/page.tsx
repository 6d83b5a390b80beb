import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { ToCallPage } from "@/app/to-call-page";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "People to call" };

export default async function HospitalToCallPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.toCall());
  return <ToCallPage actor={actor} portal="hospital" list={{ hospitalId: hospital.id }} search={await searchParams} />;
}
