"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { announceDone } from "@/components/contacts/announce-done";
import { useShowChange } from "@/components/realtime/use-show-change";
import { toast } from "@/components/ui/toast";
import { changeStatusAction, undoStepAction } from "@/lib/domain/appointments/actions";
import { STEP_WORDS, UNDO_WORDS, type ActionableAppointment } from "@/lib/domain/appointments/format";
import type { RequestableStatus } from "@/lib/domain/appointments/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import type { Route } from "@/lib/site/routes";

/** Takes a step and refreshes the page; the step stays pending until the page shows the result. */
export function useSteps(appointment: ActionableAppointment, visitHref: Route | undefined) {
  const router = useRouter();
  const show = useShowChange();
  const [step, setStep] = useState<RequestableStatus | "UNDO">();
  const [isLeaving, startLeaving] = useTransition();
  const { id, version } = appointment;
  const take = async (to: RequestableStatus, reason?: string): Promise<ActionFailure | undefined> => {
    setStep(to);
    const result = await tryAction(() =>
      changeStatusAction({ id, version, status: to, ...(reason ? { reason } : {}) }),
    );
    if (result.ok) announceDone(STEP_WORDS[to].done, result.data.notified);
    if (result.ok && to === "IN_PROGRESS" && visitHref) {
      startLeaving(() => router.push(visitHref));
      setStep(undefined);
    } else void show(result).then(() => setStep(undefined));
    return result.ok ? undefined : result.error;
  };
  const undo = async () => {
    setStep("UNDO");
    const result = await tryAction(() => undoStepAction({ id, version }));
    if (result.ok) toast.success(UNDO_WORDS[appointment.status]?.done ?? "Undone");
    else toast.error(result.error.message);
    await show(result);
    setStep(undefined);
  };
  return { take, undo: () => void undo(), pendingStep: isLeaving ? "IN_PROGRESS" : step };
}
