"use client";
import { useState, useTransition } from "react";
import { Card } from "@/components/ui/card";
import { FormFailure } from "@/components/ui/form-failure";
import {
  askForCallByLinkAction,
  cancelByLinkAction,
  confirmByLinkAction,
  openVisitLinkAction,
} from "@/lib/domain/visit-links/actions";
import type { LinkedVisit, MovedByLink } from "@/lib/domain/visit-links/schema";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { ChooseNewTime } from "./choose-new-time";
import { LinkedVisitFacts } from "./linked-visit-facts";
import { LinkedVisitMessages, type Done } from "./linked-visit-messages";
import { LinkedVisitSteps, OtherWays } from "./linked-visit-steps";
import { MoveByLink } from "./move-by-link";
import { VisitLinkOver } from "./visit-link-over";

type Props = { token: string; opened: LinkedVisit };

/** An appointment as its link shows it, and what can be done about it without signing in. */
export function LinkedVisitCard({ token, opened }: Props) {
  const link = useLinkedVisit(token, opened);
  const { visit, done, withName, failure, isPending, take } = link;
  const [isMoving, setMoving] = useState(false);
  if (failure?.code === "not-found") return <VisitLinkOver failure={failure} />;
  const isSettled = done === "cancelled" || done === "moved";
  const isDisplaced = visit.needsRebooking && visit.canChange && !isSettled;
  const steps = { visit, isPending, onCancel: () => take(() => cancelByLinkAction({ token }), "cancelled") };
  return (
    <div className="grid gap-5">
      <LinkedVisitMessages visit={visit} done={done} calendar={link.calendar} />
      <Card className="grid gap-5 sm:p-6">
        <LinkedVisitFacts visit={visit} withName={withName} />
        <FormFailure error={failure} />
        {isDisplaced || isSettled ? null : (
          <LinkedVisitSteps
            {...steps}
            onConfirm={() => take(() => confirmByLinkAction({ token }), "confirmed")}
            onMove={() => setMoving(true)}
          />
        )}
      </Card>
      {isDisplaced ? (
        <>
          <ChooseNewTime token={token} visit={visit} onMoved={link.move} onEnd={link.readAgain} />
          <OtherWays {...steps} onCall={() => take(() => askForCallByLinkAction({ token }))} />
        </>
      ) : isMoving && !isSettled ? (
        <MoveByLink
          token={token}
          visit={visit}
          onMoved={(moved) => link.move(moved, null)}
          onOver={link.fail}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </div>
  );
}

/** The appointment as it is now, what was done, and what was refused. */
function useLinkedVisit(token: string, opened: LinkedVisit) {
  const [visit, setVisit] = useState(opened);
  const [done, setDone] = useState<Done>();
  const [moved, setMoved] = useState<{ calendar: string | null; withName: string | null }>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, startTransition] = useTransition();
  const finish = (now: LinkedVisit, what?: Done) => {
    setVisit(now);
    setDone(what);
  };
  const take = (step: () => Promise<ActionResult<LinkedVisit>>, what?: Done) =>
    startTransition(async () => {
      setFailure(undefined);
      const result = await tryAction(step);
      if (result.ok) finish(result.data, what);
      else setFailure(result.error);
    });
  const move = (now: MovedByLink, withName: string | null) => {
    setMoved({ calendar: now.calendar, withName });
    finish(now, "moved");
  };
  return {
    ...{ visit, done, failure, isPending, take, move },
    ...{ calendar: moved?.calendar ?? null, withName: moved?.withName ?? null },
    fail: setFailure,
    /** Nothing is left to choose: the link has ended, or the appointment takes place after all. */
    readAgain: (refused: ActionFailure) =>
      refused.code === "not-found" ? setFailure(refused) : take(() => openVisitLinkAction({ token })),
  };
}
