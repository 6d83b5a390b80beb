import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { ToCallPage } from "@/app/to-call-page";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "People to call" };

export default async function HospitalToCallPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk("/hospital/to-call");
  return <ToCallPage actor={actor} portal="hospital" list={{ hospitalId: hospital.id }} search={await searchParams} />;
}
