"use client";
import { useRouter } from "next/navigation";
import { useShowChange } from "@/components/realtime/use-show-change";
import { toast } from "@/components/ui/toast";
import { mergePatientsAction, suggestAgainAction, tellApartAction, undoMergeAction } from "@/lib/domain/merges/actions";
import type { MergeInput } from "@/lib/domain/merges/schema";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

/** Long enough to notice that it was the wrong pair; later the list of merges has it. */
const UNDO_MS = 15_000;

/** What a desk does with a pair, each with a message and a way back. */
export function useMerging() {
  const router = useRouter();
  const show = useShowChange();

  /** Runs a step; afterwards the list, or the page as it is now. */
  const run = async <T>(step: () => Promise<ActionResult<T>>, onDone: (data: T) => void, leaves: boolean) => {
    const result = await tryAction(step);
    if (result.ok) {
      onDone(result.data);
      if (leaves) router.push(routes.hospital.duplicates());
    } else toast.error(result.error.message);
    await show(result);
    return result.ok;
  };
  const undo = (id: string) =>
    run(
      () => undoMergeAction({ id }),
      () => toast.success("Merge undone", { description: "There are two records again." }),
      false,
    );
  const suggestAgain = (id: string) =>
    run(
      () => suggestAgainAction({ id }),
      () => toast.success("Back on the list"),
      false,
    );
  const merge = (input: MergeInput) =>
    run(
      () => mergePatientsAction(input),
      (made) =>
        toast.success("Records merged", {
          duration: UNDO_MS,
          action: { label: "Undo", onClick: () => void undo(made.id) },
        }),
      true,
    );
  const tellApart = (id: string) =>
    run(
      () => tellApartAction({ id }),
      () =>
        toast.success("Marked as different people", {
          duration: UNDO_MS,
          action: { label: "Undo", onClick: () => void suggestAgain(id) },
        }),
      true,
    );
  return { merge, undo, tellApart, suggestAgain };
}
