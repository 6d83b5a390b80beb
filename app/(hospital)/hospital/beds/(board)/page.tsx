import type { Metadata } from "next";
import { cache } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { toBoard } from "@/app/(hospital)/hospital/beds/to-board";
import { BedBoard } from "@/components/beds/bed-board";
import { bedsTitle, countBeds } from "@/components/beds/board-rules";
import { allBeds } from "@/components/beds/board-view";
import { loadBoard } from "@/lib/domain/beds/load-board";
import { toStandingOutput } from "@/lib/domain/ward-closures/output";
import { listStandingClosures } from "@/lib/domain/ward-closures/queries";
import { routes } from "@/lib/site/routes";

// Once per request, so that the title and the page agree.
const load = cache(async () => {
  const { actor, hospital } = await requireDesk(routes.hospital.beds());
  const now = new Date();
  const [board, closures] = await Promise.all([
    loadBoard(actor, hospital.id),
    listStandingClosures(actor, hospital.id, now),
  ]);
  return {
    hospital,
    board: toBoard(
      board,
      closures.map((row) => toStandingOutput(row, now)),
    ),
  };
});

export async function generateMetadata(): Promise<Metadata> {
  const { board } = await load();
  return { title: bedsTitle(countBeds(allBeds(board).map(({ bed }) => bed))) };
}

export default async function BedsPage() {
  const { board, hospital } = await load();
  return <BedBoard board={board} hospitalName={hospital.name} />;
}
