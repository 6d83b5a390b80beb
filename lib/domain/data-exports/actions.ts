"use server";
import { defineAction } from "@/lib/actor/define-action";
import { cancelExport } from "./cancel-export";
import { toOutput } from "./output";
import { requestExport } from "./request-export";
import { EXPORT_LIMIT, exportForm, hospitalExportForm, platformExportBody } from "./schema";

const rateLimit = [{ ...EXPORT_LIMIT, by: "actor" as const }];

export const requestHospitalExportAction = defineAction(
  hospitalExportForm,
  async (actor, input) => toOutput(actor, await requestExport(actor, input)),
  { name: "request-hospital-export", rateLimit },
);

export const requestPlatformExportAction = defineAction(
  platformExportBody,
  async (actor, input) => toOutput(actor, await requestExport(actor, { ...input, hospitalId: null })),
  { name: "request-platform-export", rateLimit },
);

export const cancelExportAction = defineAction(
  exportForm,
  async (actor, { id, version }) => toOutput(actor, await cancelExport(actor, id, version)),
  { name: "cancel-export" },
);
