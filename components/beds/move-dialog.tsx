"use client";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { changeBedBookingAction, transferPatientAction } from "@/lib/domain/beds/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { BedChoice } from "./bed-choice";
import { isAvailable } from "./board-rules";
import { GoneBed, LostRace } from "./lost-race";
import { bedName, findBed, type Board, type BoardStay, type PlacedBed } from "./board-view";
import type { Work } from "@/components/contacts/use-work";

export type MoveDialogProps = {
  board: Board;
  stay: BoardStay;
  from: PlacedBed;
  /** Where they were dragged to. */
  bedId?: string | undefined;
  work: Work;
  onClose: (bedId?: string) => void;
};

/** Moves a patient, or a reservation, to another bed. */
export function MoveDialog({ board, stay, from, bedId: droppedOn, work, onClose }: MoveDialogProps) {
  const [chosen, setChosen] = useState(droppedOn);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMissing, setMissing] = useState(false);
  const [isSending, startSending] = useTransition();
  const placed = findBed(board, chosen);
  const isIn = stay.status === "ADMITTED";
  const target = placed && isAvailable(placed.bed, !isIn) ? placed : undefined;
  const send = () =>
    startSending(async () => {
      setMissing(!target);
      if (!target) return;
      setFailure(undefined);
      const { id, version, name } = stay;
      const bedId = target.bed.id;
      const refused = isIn
        ? await work.run(`booking:${id}`, `${name} is now in ${bedName(target)}`, () =>
            transferPatientAction({ id, version, bedId }),
          )
        : await work.run(`booking:${id}`, `${bedName(target)} is reserved for ${name}`, () =>
            changeBedBookingAction({ id, version, status: "RESERVED", bedId }),
          );
      if (refused) setFailure(refused);
      else onClose(bedId);
    });
  return (
    <Dialog open onOpenChange={(open) => !open && !isSending && onClose()}>
      <DialogContent
        title={`Another bed for ${stay.name}`}
        description={isIn ? `${bedName(from)} then goes to cleaning.` : `${bedName(from)} is then free again.`}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" disabled={isSending}>
                Back
              </Button>
            </DialogClose>
            <Button type="submit" form="move-patient" pending={isSending}>
              {target ? `Move to ${target.bed.label}` : "Move"}
            </Button>
          </>
        }
      >
        <form
          id="move-patient"
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSending) send();
          }}
        >
          <LostRace failure={failure} board={board} />
          {failure || isSending ? null : <GoneBed placed={placed} isFree={target !== undefined} />}
          <BedChoice
            board={board}
            wanted={stay.wardKind}
            bedId={target?.bed.id}
            isKept={!isIn}
            onChoose={setChosen}
            errors={failure?.fields}
            error={isMissing && !target ? "Choose a bed" : undefined}
          />
        </form>
      </DialogContent>
    </Dialog>
  );
}
