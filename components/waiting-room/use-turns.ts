"use client";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

export type Turns = ReturnType<typeof useTurns>;

/** Takes one step of a queue at a time; the buttons stay off until the page shows it. `done` says what happened. */
export function useTurns() {
  const show = useShowChange();
  const [pending, setPending] = useState<string | null>(null);
  const take = async <T>(key: string, call: () => Promise<ActionResult<T>>, done?: (data: T) => string) => {
    setPending(key);
    const result = await tryAction(call);
    if (!result.ok) toast.error(result.error.message);
    else if (done) toast.success(done(result.data));
    await show(result);
    setPending(null);
    return result.ok;
  };
  return { take, pending };
}
