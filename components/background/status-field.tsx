import { Field, type FieldProps } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";

type Props<S extends string> = {
  value: S;
  statuses: readonly S[];
  labels: Record<S, string>;
  errors: FieldProps["errors"];
  onValue: (status: S) => void;
};

/** Whether an entry still holds. Nothing is deleted. */
export function StatusField<S extends string>({ value, statuses, labels, errors, onValue }: Props<S>) {
  const isMistake = value === "ENTERED_IN_ERROR";
  return (
    <Field
      label="Status"
      name="status"
      errors={errors}
      hint={
        isMistake
          ? "The entry stays in the history and can't be changed any more."
          : "Nothing is deleted: former entries stay in the history."
      }
    >
      <NativeSelect
        value={value}
        options={statuses.map((status) => ({ value: status, label: labels[status] }))}
        onChange={({ target }) => onValue(statuses.find((status) => status === target.value) ?? value)}
      />
    </Field>
  );
}
