import type { Metadata } from "next";
import { AbsencePage } from "@/app/absence-page";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../../require-desk";

export const metadata: Metadata = { title: "Absence" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function HospitalAbsencePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireDesk(routes.hospital.absence(id));
  return <AbsencePage actor={actor} portal="hospital" id={id} search={await searchParams} />;
}
