"use client";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useChange } from "@/components/affiliations/use-change";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { joinWaitlistAction } from "@/lib/domain/waitlist/actions";
import { JoinRefusal } from "./join-refusal";
import { WishFields, type WishDraft } from "./wish-fields";

/** Who or what someone waits for. */
type WaitTarget = {
  appointmentId?: string;
  doctorId?: string;
  hospitalId?: string | undefined;
  specialtyId?: string | undefined;
  serviceId?: string | undefined;
};
/** What can be waited for here: one thing, or several to choose from. */
export type WaitTargets = { label: string; options: readonly { label: string; target: WaitTarget }[] };
type Props = {
  targets: WaitTargets;
  /** Those the reader may ask for; the first by default. */
  patients: readonly { id: string; name: string }[];
  /** The place's date. */
  today: string;
  /** The local date of the appointment that it would replace. */
  last: string | null;
  variant?: ButtonProps["variant"];
};

/** Asks for an earlier time: opens the dialog that puts a patient on the waitlist. */
export function AskEarlier({ variant = "secondary", ...props }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        <CalendarClock aria-hidden /> Ask for an earlier time
      </Button>
      {isOpen ? <AskDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type DialogProps = Omit<Props, "variant"> & { onClose: () => void };

function AskDialog({ targets, patients, today, last, onClose }: DialogProps) {
  const { make, failure, isPending } = useChange();
  const [patientId, setPatient] = useState(patients[0]?.id ?? "");
  const [chosen, setChosen] = useState(0);
  const [draft, setDraft] = useState<WishDraft>({
    from: today,
    to: last ?? "",
    weekdays: [],
    startTime: "00:00",
    endTime: "24:00",
  });
  const join = async () => {
    const { to, ...rest } = draft;
    const wish = { patientId, ...targets.options[chosen]?.target, ...rest, ...(to ? { to } : {}) };
    if (await make("You're on the waitlist", () => joinWaitlistAction(wish))) onClose();
  };
  return (
    <FormDialog
      title="Ask for an earlier time"
      description={last ? KEEPS_VISIT : IN_TURN}
      submitLabel="Join the waitlist"
      isPending={isPending}
      onSubmit={join}
      onClose={onClose}
    >
      <JoinRefusal failure={failure} />
      <Choice
        label={targets.label}
        options={targets.options.map(({ label }, index) => ({ value: String(index), label }))}
        value={String(chosen)}
        onChange={(value) => setChosen(Number(value))}
      />
      <Choice
        label="For"
        options={patients.map(({ id, name }) => ({ value: id, label: name }))}
        value={patientId}
        onChange={setPatient}
      />
      <WishFields draft={draft} onChange={setDraft} today={today} last={last} errors={failure?.fields} />
      <p className="text-sm text-quiet">Leave the days empty if any day suits you.</p>
    </FormDialog>
  );
}

const KEEPS_VISIT =
  "When a time opens, we offer it to one person after the other. You keep your appointment until you accept.";
const IN_TURN =
  "When a time opens, we offer it to one person after the other: for 15 minutes, at night until half past eight.";

type ChoiceProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
};

/** One of several; nothing is asked where there is only one. */
function Choice({ label, options, value, onChange }: ChoiceProps) {
  if (options.length < 2) return null;
  return (
    <Field label={label} name={label}>
      <NativeSelect options={options} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
