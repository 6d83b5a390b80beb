"use client";
import { DoorClosed, History, Settings2, UserPlus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { routes } from "@/lib/site/routes";
import { countBeds } from "./board-rules";
import { BoardTitle } from "./board-title";
import { allBeds, type Board } from "./board-view";

export type BoardHeaderProps = { board: Board; hospitalName: string; onAdmit: () => void };

/** How many beds are free, the ways to stays and wards, and admitting a patient. */
export function BoardHeader({ board, hospitalName, onAdmit }: BoardHeaderProps) {
  const counts = countBeds(allBeds(board).map(({ bed }) => bed));
  return (
    <PageHeader
      eyebrow={hospitalName}
      title={<BoardTitle counts={counts} />}
      actions={
        <>
          <Button asChild variant="secondary">
            <Link href={routes.hospital.stays()}>
              <History aria-hidden /> Stays
            </Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href={routes.hospital.wards()}>
              <Settings2 aria-hidden /> Wards
            </Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href={routes.hospital.closedWards()}>
              <DoorClosed aria-hidden /> Closed
            </Link>
          </Button>
          {counts.FREE + board.wards.length > 0 ? (
            <Button onClick={onAdmit}>
              <UserPlus aria-hidden /> Admit
            </Button>
          ) : null}
        </>
      }
    />
  );
}
