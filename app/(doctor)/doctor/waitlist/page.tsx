import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { WaitlistPage } from "@/app/waitlist-page";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Waitlist" };

export default async function DoctorWaitlistPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.waitlist());
  return <WaitlistPage actor={actor} portal="doctor" side={{ doctorId: actor.doctorId }} search={await searchParams} />;
}
