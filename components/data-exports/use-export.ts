"use client";
import { useState } from "react";
import { requestHospitalExportAction, requestPlatformExportAction } from "@/lib/domain/data-exports/actions";
import { WITHOUT_PERIOD, type ExportFormat, type ExportKind } from "@/lib/domain/data-exports/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

/** What is asked for: kind, format and period; `hospitalId` null for the platform's. */
export function useExport({
  hospitalId,
  first,
  today,
}: {
  hospitalId: string | null;
  first: ExportKind;
  today: string;
}) {
  const [kind, setKind] = useState<ExportKind>(first);
  const [format, setFormat] = useState<ExportFormat>("CSV");
  const [hasMark, setMark] = useState(true);
  const [isPeriod, setPeriod] = useState(false);
  const [from, setFirst] = useState(today);
  const [until, setUntil] = useState(today);
  const [failure, setFailure] = useState<ActionFailure>();
  const setFrom = (date: string) => {
    setFirst(date);
    if (until < date) setUntil(date);
  };
  const hasPeriod = !WITHOUT_PERIOD.includes(kind);
  const period = hasPeriod && isPeriod ? { fromOn: from, untilOn: until } : {};
  const submit = (password: string) => {
    setFailure(undefined);
    const asked = { format, hasMark: format === "CSV" && hasMark, ...period, password };
    // The server knows who may export which kinds.
    if (hospitalId === null) return requestPlatformExportAction({ kind: kind as "AUDIT", ...asked });
    return requestHospitalExportAction({ hospitalId, kind: kind as "STAFF", ...asked });
  };
  return {
    ...{ kind, setKind, format, setFormat, hasMark, setMark, hasPeriod, isPeriod, setPeriod },
    ...{ from, setFrom, until, setUntil, failure, setFailure, submit },
  };
}

export type Asking = ReturnType<typeof useExport>;
