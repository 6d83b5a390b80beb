"use client";
import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { dismissImportAction, runImportAction, undoImportAction } from "@/lib/domain/transfer/actions";
import { countOf } from "@/lib/domain/transfer/format";
import type { ImportOutput } from "@/lib/domain/transfer/schema";
import { isDismissible } from "@/lib/domain/transfer/status";
import { tryAction } from "@/lib/platform/actions/try-action";

type Shown = Pick<ImportOutput, "id" | "version" | "kind" | "status" | "rowCount" | "faultCount" | "dismissedAt">;

/** What can be done with an import: confirm it, or undo it. */
export function ImportSteps({ item }: { item: Shown }) {
  return (
    <>
      {item.status === "CHECKED" ? <RunButton item={item} /> : null}
      {item.status === "DONE" ? <UndoButton item={item} /> : null}
      {item.faultCount > 0 && item.status !== "UNDONE" ? (
        <Button asChild variant="secondary">
          <a href={`/api/imports/${item.id}/faults`} download>
            <Download aria-hidden /> Download errors
          </a>
        </Button>
      ) : null}
      {isDismissible(item) ? <DismissButton item={item} /> : null}
    </>
  );
}

function DismissButton({ item: { id, version } }: { item: Shown }) {
  const router = useRouter();
  const [isDismissing, startDismissal] = useTransition();
  const dismiss = () =>
    startDismissal(async () => {
      const result = await tryAction(() => dismissImportAction({ id, version }));
      if (!result.ok) toast.error(result.error.message);
      router.refresh();
    });
  return (
    <Button variant="quiet" pending={isDismissing} onClick={dismiss}>
      Dismiss
    </Button>
  );
}

function RunButton({ item: { id, version, kind, rowCount } }: { item: Shown }) {
  const router = useRouter();
  const [isStarting, startRun] = useTransition();
  const run = () =>
    startRun(async () => {
      const result = await tryAction(() => runImportAction({ id, version }));
      if (!result.ok) toast.error(result.error.message);
      router.refresh();
    });
  return (
    <Button pending={isStarting} onClick={run}>
      Import {countOf(kind, rowCount)}
    </Button>
  );
}

function UndoButton({ item: { id, version, kind, rowCount } }: { item: Shown }) {
  const router = useRouter();
  const undo = async () => {
    const result = await tryAction(() => undoImportAction({ id, version }));
    if (result.ok) toast.success("The import is undone");
    else toast.error(result.error.message);
    router.refresh();
  };
  const what = countOf(kind, rowCount);
  return (
    <ConfirmDialog
      trigger={<Button variant="secondary">Undo</Button>}
      title={`Undo ${what}?`}
      text={
        kind === "DOCTORS" || kind === "STAFF"
          ? "Those that haven't been answered are withdrawn; their links stop working."
          : "Everything this file added will be removed, if none of it is in use."
      }
      confirmLabel="Undo the import"
      onConfirm={undo}
    />
  );
}
