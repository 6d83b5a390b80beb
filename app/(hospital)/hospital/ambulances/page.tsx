import type { Metadata } from "next";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { DispatchBoard } from "@/components/ambulances/dispatch-board";
import { dispatchTitle } from "@/components/ambulances/dispatch-rules";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { routes } from "@/lib/site/routes";
import { toDispatch } from "./to-dispatch";

// Once per request, so that the title and the page agree.
const load = cache(async () => {
  const { actor, hospital } = await requireDesk(routes.hospital.ambulances());
  return toDispatch(await loadDispatchBoard(actor, hospital.id));
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: dispatchTitle(await load()) };
}

export default async function AmbulancesPage() {
  return <DispatchBoard view={await load()} />;
}
