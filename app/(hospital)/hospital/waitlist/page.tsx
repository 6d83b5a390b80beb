import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { WaitlistPage } from "@/app/waitlist-page";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Waitlist" };

export default async function HospitalWaitlistPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.waitlist());
  const side = { hospitalId: hospital.id };
  return <WaitlistPage actor={actor} portal="hospital" side={side} search={await searchParams} />;
}
