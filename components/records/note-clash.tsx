"use client";
import { lazy, Suspense } from "react";
import { ClashChoice } from "@/components/ui/clash-choice";
import { FormMessage } from "@/components/ui/form-message";
import { Spinner } from "@/components/ui/spinner";
import { doseText, drugText, VITAL_LABELS, vitalText } from "@/lib/domain/records/format";
import type { Draft, NotePart } from "./merge-note";
import type { useNote } from "./use-note";

const NoteDifference = lazy(() => import("./note-difference"));

const LABELS: Record<NotePart, string> = {
  reason: "Reason",
  subjective: "Subjective",
  objective: "Objective",
  assessment: "Assessment",
  plan: "Plan",
  vitals: "Measurements",
  diagnoses: "Diagnoses",
  prescriptions: "Medicines",
};

type Props = { editor: ReturnType<typeof useNote>; theirs: Draft };

/** Shows what was written here and in another window in the same part of a note, and lets the doctor choose. */
export function NoteClash({ editor, theirs }: Props) {
  return (
    <FormMessage tone="wait" title="This was also written in another window">
      <p>What you entered is still here. Everything else has been put together.</p>
      {editor.clashes.map((part) => (
        <section key={part} className="mt-3" aria-label={`${LABELS[part]}, both versions`}>
          <h3 className="mb-1 text-sm font-semibold">{LABELS[part]}</h3>
          <Suspense fallback={<Spinner />}>
            <NoteDifference mine={textOf(editor, part)} theirs={textOf(theirs, part)} />
          </Suspense>
        </section>
      ))}
      <ClashChoice editor={editor} theirs="Take the other version" />
    </FormMessage>
  );
}

function textOf({ note, parts }: Draft, part: NotePart): string {
  if (part === "vitals")
    return parts.vitals.map((vital) => `${VITAL_LABELS[vital.kind]}: ${vitalText(vital)}`).join("\n");
  if (part === "diagnoses") return parts.diagnoses.map(({ code, name }) => `${code} ${name}`).join("\n");
  if (part === "prescriptions")
    return parts.prescriptions
      .map((one) => [drugText(one), doseText(one), one.instructions].filter(Boolean).join(", "))
      .join("\n");
  return note[part];
}
