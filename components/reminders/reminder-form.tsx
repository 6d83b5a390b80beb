"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormFailure } from "@/components/ui/form-failure";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { saveReminderRuleAction } from "@/lib/domain/reminders/actions";
import { beforeText, timesText } from "@/lib/domain/reminders/format";
import { inOrder, OFFERED_MINUTES, type ReminderRule } from "@/lib/domain/reminders/status";

type Props = {
  own: ReminderRule | null;
  usual: ReminderRule;
  /** Null: the doctor's own. */
  hospitalId: string | null;
};

/** When patients are reminded of their appointments: as usual, or as a doctor or a hospital says. */
export function ReminderForm({ own, usual, hospitalId }: Props) {
  const [isOwn, setOwn] = useState(own !== null);
  const [rule, setRule] = useState(own ?? usual);
  const { save, failure, isSaving } = useSavedForm("Reminders saved");
  return (
    <form
      noValidate
      className="grid max-w-2xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save(() => saveReminderRuleAction({ hospitalId, own: isOwn ? rule : null }));
      }}
    >
      <FormFailure error={failure} />
      <Field label="Reminders" name="own" errors={failure?.fields}>
        <RadioGroup value={isOwn ? "own" : "usual"} onValueChange={(value) => setOwn(value === "own")}>
          <RadioCard
            value="usual"
            label={hospitalId ? "As usual" : "As the hospital decides"}
            hint={
              hospitalId
                ? `${timesText(usual.minutesBefore)}.`
                : `In your own practice, and where a hospital hasn’t decided: ${timesText(usual.minutesBefore)}.`
            }
          />
          <RadioCard
            value="own"
            label={hospitalId ? "As we decide" : "As I decide"}
            hint={
              hospitalId
                ? "For appointments at the hospital, unless a doctor has decided."
                : "For all your appointments."
            }
          />
        </RadioGroup>
      </Field>
      {isOwn ? <OwnRule rule={rule} onChange={setRule} /> : null}
      <div>
        <Button type="submit" pending={isSaving}>
          Save
        </Button>
      </div>
    </form>
  );
}

function OwnRule({ rule, onChange }: { rule: ReminderRule; onChange: (rule: ReminderRule) => void }) {
  const { minutesBefore, callsUnconfirmed } = rule;
  const offered = inOrder([...OFFERED_MINUTES, ...minutesBefore]);
  const change = (minutes: number, isOn: boolean) =>
    onChange({
      ...rule,
      minutesBefore: inOrder(isOn ? [...minutesBefore, minutes] : minutesBefore.filter((one) => one !== minutes)),
    });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-sm font-semibold">When</legend>
      {offered.map((minutes) => (
        <Checkbox
          key={minutes}
          label={`${beforeText(minutes)} before`}
          checked={minutesBefore.includes(minutes)}
          onCheckedChange={(isOn) => change(minutes, isOn === true)}
        />
      ))}
      {minutesBefore.length === 0 ? <p className="text-sm text-quiet">Patients get no reminders.</p> : null}
      <div className="mt-2">
        <Checkbox
          label="Call those who haven’t confirmed"
          hint="On the day before, at 9:00, they are put on the To call list."
          checked={callsUnconfirmed}
          onCheckedChange={(isOn) => onChange({ ...rule, callsUnconfirmed: isOn === true })}
        />
      </div>
    </fieldset>
  );
}
