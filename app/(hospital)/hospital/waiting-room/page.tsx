import type { Metadata } from "next";
import { WaitingRoomPage } from "@/app/waiting-room-page";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Waiting room" };

export default async function HospitalWaitingRoomPage() {
  const { actor, hospital } = await requireDesk(routes.hospital.waitingRoom());
  return <WaitingRoomPage actor={actor} portal="hospital" list={{ hospitalId: hospital.id }} />;
}
