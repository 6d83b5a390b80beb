"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useChannelEvents } from "@/components/realtime/use-channel-events";
import { loadOffersByLinkAction } from "@/lib/domain/visit-links/actions";
import type { LinkedOffers } from "@/lib/domain/visit-links/schema";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

/** What happens to a doctor's times within this is read at once: a busy practice isn't asked for each change. */
const GATHER_MS = 5_000;

/**
 * The times that a link's appointment could move to, read again when times of these doctors go or come; what was shown stays meanwhile.
 * `onEnd`: the appointment needs no other time any more, or the link has ended.
 */
export function useLinkedOffers(token: string, doctorId: string, onEnd: (failure: ActionFailure) => void) {
  const [attempt, setAttempt] = useState(0);
  const [latest, setLatest] = useState<ActionResult<LinkedOffers>>();
  const show = useEffectEvent((answer: ActionResult<LinkedOffers>) => {
    if (!answer.ok && isEnd(answer.error)) return onEnd(answer.error);
    // What couldn't be read again is shown as it was.
    setLatest((before) => (answer.ok || !before?.ok ? answer : before));
  });
  useEffect(() => {
    let isGone = false;
    void tryAction(() => loadOffersByLinkAction({ token })).then((answer) => (isGone ? undefined : show(answer)));
    return () => void (isGone = true);
  }, [token, attempt]);
  const again = () => setAttempt((one) => one + 1);
  const colleagues = latest?.ok ? latest.data.colleagues : [];
  useSoon([doctorId, ...colleagues.map((one) => one.doctorId)], again);
  return { answer: latest, again };
}

/** Tells whether a refusal says that there is nothing left to choose for this link. */
export function isEnd({ code }: ActionFailure): boolean {
  return code === "not-found" || code === "invalid-transition";
}

function useSoon(doctorIds: string[], read: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useChannelEvents(
    doctorIds.map((id) => `doctor-${id}`),
    () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        read();
      }, GATHER_MS);
    },
  );
  useEffect(() => () => clearTimeout(timer.current), []);
}
