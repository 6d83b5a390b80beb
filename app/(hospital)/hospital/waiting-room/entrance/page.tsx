import type { Metadata } from "next";
import { EntrancePage } from "@/app/entrance-page";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Screens and entrance" };

export default async function HospitalEntrancePage() {
  const { actor, hospital } = await requireDesk(routes.hospital.entrance());
  const owner = { doctorId: null, hospitalId: hospital.id };
  return <EntrancePage actor={actor} portal="hospital" owner={owner} placeName={hospital.name} />;
}
