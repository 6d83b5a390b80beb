"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { announceAwayAction, previewAwayAction } from "@/lib/domain/disruptions/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

export type AffectedPreview = Extract<Awaited<ReturnType<typeof previewAwayAction>>, { ok: true }>["data"];

type Announcing = {
  preview: () => ReturnType<typeof previewAwayAction>;
  announce: () => ReturnType<typeof announceAwayAction>;
  /** Said once it is done. */
  done: string;
  portal: "doctor" | "hospital";
};

/** Shows who is affected, announces it once that was seen, and leads to its page. */
export function useAnnouncing({ preview: show, announce, done, portal }: Announcing) {
  const router = useRouter();
  const [preview, setPreview] = useState<AffectedPreview>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBusy, startWork] = useTransition();
  const next = () =>
    startWork(async () => {
      setFailure(undefined);
      if (!preview) {
        const shown = await tryAction(show);
        if (shown.ok) setPreview(shown.data);
        else setFailure(shown.error);
        return;
      }
      const result = await tryAction(announce);
      if (!result.ok) return setFailure(result.error);
      toast.success(done);
      router.push(routes[portal].absence(result.data.id));
    });
  return { preview, goBack: () => setPreview(undefined), failure, isBusy, next };
}
