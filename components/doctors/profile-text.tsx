"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ProfileEditor } from "./use-profile";

type Props = {
  editor: ProfileEditor;
  name: "practiceName" | "phone" | "videoUrl" | "address" | "city" | "registrationNumber";
  label: string;
  autoComplete?: string;
  hint?: string;
};

/** One optional line of a profile. */
export function ProfileText({ editor: { draft, change, failure }, name, label, autoComplete, hint }: Props) {
  return (
    <Field label={label} name={name} optional errors={failure?.fields} hint={hint}>
      <Input
        type={name === "phone" ? "tel" : name === "videoUrl" ? "url" : "text"}
        value={draft[name] ?? ""}
        maxLength={name === "videoUrl" ? 500 : 200}
        autoComplete={autoComplete}
        onChange={(event) => change({ [name]: event.target.value || null })}
      />
    </Field>
  );
}
