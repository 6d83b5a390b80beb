"use client";
import { Download } from "lucide-react";
import { useTransition } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { cancelExportAction } from "@/lib/domain/data-exports/actions";
import { whatOf } from "@/lib/domain/data-exports/format";
import type { DataExportOutput } from "@/lib/domain/data-exports/schema";
import { isUnderWay } from "@/lib/domain/data-exports/status";
import { tryAction } from "@/lib/platform/actions/try-action";

/** What the person who asked for an export can do with it: cancel it while it is written, download it afterwards. */
export function ExportSteps({ item: { id, kind, status } }: { item: DataExportOutput }) {
  const show = useShowChange();
  const [isCancelling, startCancelling] = useTransition();
  const cancel = () =>
    startCancelling(async () => {
      const result = await tryAction(() => cancelExportAction({ id }));
      if (!result.ok) toast.error(result.error.message);
      await show(result);
    });
  const what = <span className="sr-only">{whatOf(kind)}</span>;
  if (isUnderWay(status))
    return (
      <Button variant="secondary" pending={isCancelling} onClick={cancel}>
        Cancel {what}
      </Button>
    );
  if (status !== "READY") return null;
  return (
    <Button asChild>
      <a href={`/api/exports/${id}/file`} download>
        <Download aria-hidden /> Download {what}
      </a>
    </Button>
  );
}
