"use client";
import { changeBedAction, changeBedBookingAction } from "@/lib/domain/beds/actions";
import { STEP_WORDS } from "@/lib/domain/beds/format";
import { AdmitDialog } from "./admit-dialog";
import { AskDialog } from "@/components/ui/ask-dialog";
import { AssignDialog } from "./assign-dialog";
import type { ShortMoment } from "./board-dates";
import { bedName, type Board } from "./board-view";
import { MoveDialog } from "./move-dialog";
import { PickRequestDialog } from "./pick-request-dialog";
import { PlannedEndDialog } from "./planned-end-dialog";
import type { Work } from "@/components/contacts/use-work";
import type { BoardQuestion } from "./use-board-steps";

export type BoardQuestionsProps = {
  board: Board;
  question: BoardQuestion;
  work: Work;
  moment: ShortMoment;
  ask: (question: BoardQuestion) => void;
  /** With the bed to show, if any. */
  onClose: (bedId?: string) => void;
};

/** The dialog that is open above the board. */
export function BoardQuestions({ board, question, work, moment, ask, onClose }: BoardQuestionsProps) {
  const close = () => onClose();
  switch (question.kind) {
    case "assign":
      return (
        <AssignDialog board={board} request={question.request} bedId={question.bedId} work={work} onClose={onClose} />
      );
    case "pick": {
      const { placed } = question;
      return (
        <PickRequestDialog
          board={board}
          placed={placed}
          moment={moment}
          onPick={(request) => ask({ kind: "assign", request, bedId: placed.bed.id })}
          onClose={close}
        />
      );
    }
    case "admit-new":
      return <AdmitDialog board={board} bedId={question.bedId} work={work} onClose={onClose} />;
    case "move":
      return (
        <MoveDialog
          board={board}
          stay={question.stay}
          from={question.from}
          bedId={question.bedId}
          work={work}
          onClose={onClose}
        />
      );
    case "planned-end":
      return <PlannedEndDialog stay={question.stay} asOf={board.asOf} work={work} onClose={close} />;
    case "discharge":
      return <DischargeDialog stay={question.stay} from={question.from} work={work} onClose={close} />;
    case "decline":
      return <DeclineDialog booking={question.booking} work={work} onClose={close} />;
    case "out":
      return <OutOfServiceDialog placed={question.placed} work={work} onClose={close} />;
  }
}

type DialogProps<Kind extends BoardQuestion["kind"]> = Omit<Extract<BoardQuestion, { kind: Kind }>, "kind"> & {
  work: Work;
  onClose: () => void;
};

function DischargeDialog({ stay, from, work, onClose }: DialogProps<"discharge">) {
  const words = STEP_WORDS.DISCHARGED;
  return (
    <AskDialog
      title={words.question ?? words.label}
      subject={`${stay.name}, ${bedName(from)}`}
      consequence={words.consequence}
      confirmLabel={words.label}
      onClose={onClose}
      onTake={() =>
        work.run(`booking:${stay.id}`, `${stay.name} is discharged. ${bedName(from)} is being cleaned.`, () =>
          changeBedBookingAction({ id: stay.id, version: stay.version, status: "DISCHARGED" }),
        )
      }
    />
  );
}

function DeclineDialog({ booking: { id, version, name }, work, onClose }: DialogProps<"decline">) {
  const words = STEP_WORDS.DECLINED;
  return (
    <AskDialog
      title={words.question ?? words.label}
      subject={name}
      consequence={words.consequence}
      confirmLabel={words.label}
      reason={{
        label: "Reason",
        hint: "The patient will see this. One sentence is enough.",
        missing: "Enter a reason. The patient will see it.",
      }}
      onClose={onClose}
      onTake={(reason) =>
        work.run(`booking:${id}`, words.done, () => changeBedBookingAction({ id, version, status: "DECLINED", reason }))
      }
    />
  );
}

function OutOfServiceDialog({ placed, work, onClose }: DialogProps<"out">) {
  const { bed } = placed;
  return (
    <AskDialog
      title="Take this bed out of service?"
      subject={bedName(placed)}
      consequence="It isn't counted as free until it is put back."
      confirmLabel="Out of service"
      reason={{
        label: "Reason",
        hint: "Your colleagues will see this on the board.",
        missing: "Enter a reason. Your colleagues will see it.",
      }}
      onClose={onClose}
      onTake={(reason) =>
        work.run(`bed:${bed.id}`, `${bedName(placed)} is out of service`, () =>
          changeBedAction({ id: bed.id, version: bed.version, state: "OUT_OF_SERVICE", reason }),
        )
      }
    />
  );
}
