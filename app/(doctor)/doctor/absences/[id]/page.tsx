import type { Metadata } from "next";
import { AbsencePage } from "@/app/absence-page";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

export const metadata: Metadata = { title: "Absence" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function DoctorAbsencePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireDoctor(routes.doctor.absence(id));
  return <AbsencePage actor={actor} portal="doctor" id={id} search={await searchParams} />;
}
