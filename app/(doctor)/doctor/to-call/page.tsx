import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { ToCallPage } from "@/app/to-call-page";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "People to call" };

export default async function DoctorToCallPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.toCall());
  return <ToCallPage actor={actor} portal="doctor" list={{ doctorId: actor.doctorId }} search={await searchParams} />;
}
