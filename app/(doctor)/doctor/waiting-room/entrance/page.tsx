import type { Metadata } from "next";
import { EntrancePage } from "@/app/entrance-page";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Screens and entrance" };

export default async function DoctorEntrancePage() {
  const actor = await requireDoctor(routes.doctor.entrance());
  const owner = { doctorId: actor.doctorId, hospitalId: null };
  return <EntrancePage actor={actor} portal="doctor" owner={owner} placeName="" />;
}
