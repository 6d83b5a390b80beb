import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { ShiftedPage } from "@/app/shifted-page";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "New local times" };

export default async function DoctorShiftedPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.shifted());
  return <ShiftedPage actor={actor} portal="doctor" list={{ doctorId: actor.doctorId }} search={await searchParams} />;
}
