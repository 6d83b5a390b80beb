"use client";
import { useState, useTransition } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { toast } from "@/components/ui/toast";
import { movePatientsAction, planMovesAction } from "@/lib/domain/disruptions/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { counted } from "@/lib/platform/text/counted";

type Plan = Extract<Awaited<ReturnType<typeof planMovesAction>>, { ok: true }>["data"];
export type ProposedMove = Plan["moves"][number];

/** Proposes times, and moves those that are chosen. What didn't go stays on the screen, with why. */
export function useMoves(id: string, doctorId: string | undefined, onDone: () => void) {
  const show = useShowChange();
  const [plan, setPlan] = useState<Plan>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBusy, startWork] = useTransition();

  const propose = () =>
    startWork(async () => {
      const result = await tryAction(() => planMovesAction({ id, doctorId }));
      setFailure(result.ok ? undefined : result.error);
      setResults(new Map());
      if (!result.ok) return;
      setPlan(result.data);
      setChosen(new Set(result.data.moves.filter(({ to }) => to).map(({ appointmentId }) => appointmentId)));
    });

  const move = () =>
    startWork(async () => {
      const moves = (plan?.moves ?? []).flatMap(({ appointmentId, version, to }) =>
        to && chosen.has(appointmentId) ? [{ appointmentId, version, start: to.start, scheduleId: to.scheduleId }] : [],
      );
      const result = await tryAction(() => movePatientsAction({ id, doctorId, moves }));
      if (!result.ok) return setFailure(result.error);
      const refused = result.data.results.filter(({ error }) => error !== null);
      const toCall = result.data.results.filter(({ notified }) => notified?.by === "PHONE" || notified?.by === "NONE");
      if (result.data.moved > 0)
        toast.success(`${counted(result.data.moved, "appointment has", "appointments have")} a new time.`, {
          description:
            toCall.length > 0
              ? `${counted(toCall.length, "patient has", "patients have")} to be called.`
              : "The patients are notified.",
        });
      setResults(new Map(refused.map(({ appointmentId, detail }) => [appointmentId, detail ?? ""])));
      setChosen(new Set());
      void show(result);
      if (refused.length === 0) onDone();
    });

  const toggle = (appointmentId: string, is: boolean) =>
    setChosen((now) => new Set(is ? [...now, appointmentId] : [...now].filter((one) => one !== appointmentId)));
  return { plan, chosen, toggle, results, failure, isBusy, propose, move, restart: () => setPlan(undefined) };
}
