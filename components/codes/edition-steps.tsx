"use client";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { activateEditionAction, removeEditionAction } from "@/lib/domain/codes/actions";
import { editionName } from "@/lib/domain/codes/format";
import type { EditionOutput } from "@/lib/domain/codes/schema";
import { isActivatable, isRemovable } from "@/lib/domain/codes/status";
import { tryAction } from "@/lib/platform/actions/try-action";

/** What can be done with an edition: search in it, remove it, or stop it on its way. */
export function EditionSteps({ item }: { item: EditionOutput }) {
  const router = useRouter();
  const { id, version, status } = item;
  const name = editionName(item);
  const activate = async () => {
    const result = await tryAction(() => activateEditionAction({ id, version }));
    if (result.ok) toast.success(`Doctors now search in ${name}`);
    else toast.error(result.error.message);
    router.refresh();
  };
  const remove = async () => {
    const result = await tryAction(() => removeEditionAction({ id, version }));
    if (result.ok) toast.success("Removed");
    else toast.error(result.error.message);
    router.refresh();
  };
  const isOnItsWay = status === "UPLOADING" || status === "LOADING";
  return (
    <>
      {isActivatable(item) ? (
        <ConfirmDialog
          tone="primary"
          trigger={<Button variant="secondary">Use this edition</Button>}
          title={`Use ${name}?`}
          text="From now on doctors search in it. Diagnoses already recorded keep their code and name."
          confirmLabel="Use this edition"
          onConfirm={activate}
        />
      ) : null}
      {isRemovable(item) ? (
        <ConfirmDialog
          trigger={<Button variant="quiet">{isOnItsWay ? "Stop" : "Remove"}</Button>}
          title={isOnItsWay ? `Stop loading ${name}?` : `Remove ${name}?`}
          text="Its codes can't be searched any more. Diagnoses already recorded keep their code and name."
          confirmLabel={isOnItsWay ? "Stop loading" : "Remove edition"}
          onConfirm={remove}
        />
      ) : null}
    </>
  );
}
