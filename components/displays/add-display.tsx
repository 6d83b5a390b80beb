"use client";
import { MonitorPlay } from "lucide-react";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ChoiceGroup } from "@/components/sharing/choice-group";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { addDisplayAction } from "@/lib/domain/displays/actions";
import type { NewDisplay } from "@/lib/domain/displays/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { NewDisplayDialog } from "./new-display-dialog";

export type Showable = { id: string; name: string };
type Props = { hospitalId: string | null; doctors: readonly Showable[] };

/** Adds a screen, and shows its address once. */
export function AddDisplay(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<NewDisplay>();
  const show = (display: NewDisplay) => {
    setOpen(false);
    setAdded(display);
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
        <MonitorPlay aria-hidden /> Add a screen
      </Button>
      {isOpen ? <AddDialog {...props} onAdded={show} onClose={() => setOpen(false)} /> : null}
      {added ? <NewDisplayDialog display={added} onClose={() => setAdded(undefined)} /> : null}
    </>
  );
}

type DialogProps = Props & { onAdded: (display: NewDisplay) => void; onClose: () => void };

function AddDialog({ hospitalId, doctors, onAdded, onClose }: DialogProps) {
  const show = useShowChange();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [speaks, setSpeaks] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, setPending] = useState(false);
  const add = async () => {
    setPending(true);
    const result = await tryAction(() => addDisplayAction({ hospitalId, name, doctorIds: [...chosen], speaks }));
    void show(result);
    setPending(false);
    if (result.ok) onAdded(result.data);
    else setFailure(result.error);
  };
  return (
    <FormDialog
      title="Add a screen"
      description="It shows numbers and rooms, and no names. Anyone who has its address can open it."
      submitLabel="Add screen"
      isPending={isPending}
      onSubmit={add}
      onClose={onClose}
    >
      <Field
        label="Name"
        name="name"
        required
        errors={failure?.fields}
        hint="Shown on the screen, such as “Second floor”."
      >
        <Input value={name} maxLength={60} autoFocus onChange={(event) => setName(event.target.value)} />
      </Field>
      {doctors.length > 1 ? (
        <DoctorChoice doctors={doctors} chosen={chosen} onChange={setChosen} errors={failure?.fields} />
      ) : null}
      <Switch
        label="Read numbers aloud"
        hint="In the browser’s own voice. Some browsers ask for a tap first."
        checked={speaks}
        onCheckedChange={setSpeaks}
      />
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
    </FormDialog>
  );
}

type ChoiceProps = {
  doctors: readonly Showable[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  errors: ActionFailure["fields"];
};

function DoctorChoice({ doctors, chosen, onChange, errors }: ChoiceProps) {
  const toggle = (id: string, isOn: boolean) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <ChoiceGroup label="Queues to show" name="doctorIds" hint="Choose none to show all of them." errors={errors}>
      <div className="grid max-h-60 gap-3 overflow-y-auto p-1">
        {doctors.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onCheckedChange={(isOn) => toggle(id, isOn === true)}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
