import type { Metadata } from "next";
import { WaitingRoomPage } from "@/app/waiting-room-page";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Waiting room" };

export default async function DoctorWaitingRoomPage() {
  const actor = await requireDoctor(routes.doctor.waitingRoom());
  return <WaitingRoomPage actor={actor} portal="doctor" list={{ doctorId: actor.doctorId }} />;
}
