"use server";
import { defineAction } from "@/lib/actor/define-action";
import { dismissImport } from "./dismiss-import";
import { toOutput } from "./output";
import { runImport } from "./run-import";
import { importForm } from "./schema";
import { undoImport } from "./undo-import";

export const runImportAction = defineAction(
  importForm,
  async (actor, { id, version }) => toOutput(await runImport(actor, id, version)),
  {
    name: "run-import",
    rateLimit: [{ name: "run-imports", limit: 60, windowSeconds: 3600, by: "actor" }],
  },
);

export const undoImportAction = defineAction(
  importForm,
  async (actor, { id, version }) => toOutput(await undoImport(actor, id, version)),
  {
    name: "undo-import",
    rateLimit: [{ name: "run-imports", limit: 60, windowSeconds: 3600, by: "actor" }],
  },
);

export const dismissImportAction = defineAction(
  importForm,
  async (actor, { id, version }) => toOutput(await dismissImport(actor, id, version)),
  {
    name: "dismiss-import",
  },
);
