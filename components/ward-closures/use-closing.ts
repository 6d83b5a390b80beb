"use client";
import { useState, useTransition } from "react";
import type { Work } from "@/components/contacts/use-work";
import { closeWardAction, previewWardClosureAction } from "@/lib/domain/ward-closures/actions";
import type { ClosureReason } from "@/lib/domain/ward-closures/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

export type WantedClosing = {
  hospitalId: string;
  wardId: string;
  bedIds?: string[];
  reason: ClosureReason;
  startsAt?: string;
  endsAt: string | null;
};
export type ClosingPreview = Extract<Awaited<ReturnType<typeof previewWardClosureAction>>, { ok: true }>["data"];

const PAGE = 25;

/** Shows who is affected, a page at a time, and closes once that was seen. */
export function useClosing(wanted: WantedClosing, work: Work, onClose: () => void) {
  const [preview, setPreview] = useState<ClosingPreview>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBusy, startWork] = useTransition();
  const show = (cursor?: string) =>
    startWork(async () => {
      setFailure(undefined);
      const more = cursor === undefined ? {} : { cursor };
      const shown = await tryAction(() => previewWardClosureAction({ ...wanted, limit: PAGE, ...more }));
      if (!shown.ok) return setFailure(shown.error);
      const before = cursor === undefined ? [] : (preview?.items ?? []);
      setPreview({ ...shown.data, items: [...before, ...shown.data.items] });
    });
  const confirm = () =>
    startWork(async () => {
      setFailure(undefined);
      const done = wanted.startsAt ? "The closing is planned" : "Closed. None of these beds is given to anyone.";
      const refused = await work.run(`close:${wanted.wardId}`, done, () => closeWardAction(wanted));
      if (refused) setFailure(refused);
      else onClose();
    });
  const next = preview ? confirm : () => show();
  return { preview, show, next, goBack: () => setPreview(undefined), failure, isBusy };
}
