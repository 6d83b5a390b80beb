"use client";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { BackButton } from "@/components/ui/back-button";
import { Button } from "@/components/ui/button";
import { DialogContent } from "@/components/ui/dialog";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { NativeSelect } from "@/components/ui/native-select";
import { ProposedMoves } from "./proposed-moves";
import { useMoves } from "./use-moves";

type Props = {
  id: string;
  /** The doctor first, then the colleagues; none where each appointment stays with its own doctor. */
  doctors: { id: string; name: string }[];
};

/** "Reschedule patients": proposes a new time for each who still needs one, and moves those that are ticked. */
export function MoveButton(props: Props) {
  return (
    <DialogButton variant="primary" icon={<CalendarClock aria-hidden />} label="Reschedule patients">
      {(close) => <MoveDialog {...props} onDone={close} />}
    </DialogButton>
  );
}

function MoveDialog({ id, doctors, onDone }: Props & { onDone: () => void }) {
  const [doctorId, setDoctorId] = useState(doctors[0]?.id);
  const { plan, chosen, toggle, results, failure, isBusy, propose, move, restart } = useMoves(id, doctorId, onDone);
  const count = chosen.size;
  const action = plan ? `Reschedule ${count === 1 ? "this appointment" : `${count} appointments`}` : "Propose times";
  return (
    <DialogContent
      title="Reschedule patients"
      description="Each gets the nearest available time that suits them. They're notified, or you call them."
      footer={
        <>
          <BackButton isBusy={isBusy} onBack={plan ? restart : undefined} />
          <Button pending={isBusy} disabled={plan !== undefined && count === 0} onClick={plan ? move : propose}>
            {action}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {failure ? <FormMessage title={failure.message} /> : null}
        {plan ? (
          <ProposedMoves moves={plan.moves} chosen={chosen} onToggle={toggle} results={results} />
        ) : (
          <DoctorField doctors={doctors} doctorId={doctorId} onChoose={setDoctorId} />
        )}
      </div>
    </DialogContent>
  );
}

type FieldProps = { doctors: Props["doctors"]; doctorId: string | undefined; onChoose: (doctorId: string) => void };

function DoctorField({ doctors, doctorId, onChoose }: FieldProps) {
  if (doctors.length === 0) return <p className="text-sm">Each appointment stays with its own doctor.</p>;
  return (
    <Field label="With">
      <NativeSelect
        value={doctorId}
        onChange={(event) => onChoose(event.target.value)}
        options={doctors.map((doctor) => ({ value: doctor.id, label: doctor.name }))}
      />
    </Field>
  );
}
