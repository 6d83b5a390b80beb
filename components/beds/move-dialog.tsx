"use client";
import { FormDialog } from "@/components/ui/form-dialog";
import { changeBedBookingAction, transferPatientAction } from "@/lib/domain/beds/actions";
import { BedChoice } from "./bed-choice";
import { GoneBed, LostRace } from "./lost-race";
import { bedName, type Board, type BoardStay, type PlacedBed } from "./board-view";
import type { Work } from "@/components/contacts/use-work";
import { useBedChoice, useBedStep } from "./use-bed-dialog";

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
  const isIn = stay.status === "ADMITTED";
  const choice = useBedChoice(board, droppedOn, !isIn);
  const { take, failure, isSending } = useBedStep(onClose);
  const send = () => {
    const target = choice.read();
    if (!target) return;
    const { id, version, name } = stay;
    const bedId = target.bed.id;
    take(
      () =>
        isIn
          ? work.run(`booking:${id}`, `${name} is now in ${bedName(target)}`, () =>
              transferPatientAction({ id, version, bedId }),
            )
          : work.run(`booking:${id}`, `${bedName(target)} is reserved for ${name}`, () =>
              changeBedBookingAction({ id, version, status: "RESERVED", bedId }),
            ),
      bedId,
    );
  };
  return (
    <FormDialog
      title={`Another bed for ${stay.name}`}
      description={isIn ? `${bedName(from)} then goes to cleaning.` : `${bedName(from)} is then free again.`}
      submitLabel={choice.target ? `Move to ${choice.target.bed.label}` : "Move"}
      isPending={isSending}
      onSubmit={send}
      onClose={onClose}
    >
      <LostRace failure={failure} board={board} />
      {failure || isSending ? null : <GoneBed {...choice} />}
      <BedChoice {...choice.field} wanted={stay.wardKind} errors={failure?.fields} />
    </FormDialog>
  );
}
