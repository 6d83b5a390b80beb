"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announceLateAction, previewLateAction } from "@/lib/domain/disruptions/actions";
import { LATE_MINUTES } from "@/lib/domain/disruptions/status";
import type { AwayChoice } from "./absence-view";
import { AnnouncingDialog } from "./announcing-dialog";
import { ChoiceField } from "./choice-field";
import { useAnnouncing } from "./use-announcing";

type Props = { choices: AwayChoice[]; portal: "doctor" | "hospital" };

/** Who, where and by how much; then who isn't here yet and how each is told. */
export function LateDialog({ choices, portal }: Props) {
  const [chosen, setChosen] = useState(0);
  const [minutes, setMinutes] = useState("30");
  const { doctorId, hospitalId } = choices[chosen]!;
  const wanted = { doctorId, hospitalId, minutes: Number(minutes) };
  const state = useAnnouncing({
    preview: () => previewLateAction(wanted),
    announce: () => announceLateAction(wanted),
    done: "Saved. Today's appointments will start later.",
    portal,
  });
  return (
    <AnnouncingDialog
      state={state}
      titles={[portal === "doctor" ? "How late are you?" : "How late is the doctor?", "Tell these patients?"]}
      confirmLabel="Tell them"
      consequence="Their appointments keep their times but will start later."
    >
      <ChoiceField {...{ choices, chosen, portal }} onChoose={setChosen} />
      <Field label="Minutes late" name="minutes" errors={state.failure?.fields} hint="It ends by itself at midnight.">
        <Input
          type="number"
          inputMode="numeric"
          min={LATE_MINUTES.least}
          max={LATE_MINUTES.most}
          required
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </Field>
    </AnnouncingDialog>
  );
}
