"use client";
import { useRef, useState } from "react";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { addBedAction, addBedsAction } from "@/lib/domain/beds/actions";

type Extent = "run" | "one";

/** Adds a range of beds, or one. */
export function AddBeds({ hospitalId, wardId }: { hospitalId: string; wardId: string }) {
  const { extent, setExtent, typed, setTyped, field, add, failure, isSaving } = useNewBeds(hospitalId, wardId);
  const path = extent === "run" ? "labels" : "label";
  const isAboutField = failure?.fields?.some((one) => one.path === path);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) add();
      }}
    >
      <SegmentedControl
        label="How many beds"
        value={extent}
        onValueChange={setExtent}
        segments={[
          { value: "run", label: "Several" },
          { value: "one", label: "One" },
        ]}
        className="w-fit"
      />
      <div className="flex flex-wrap items-start gap-3">
        <Field
          label={extent === "run" ? "New beds, from – to" : "New bed"}
          name={path}
          className="flex-[1_1_10rem]"
          errors={failure?.fields}
          error={failure && !isAboutField ? failure.message : undefined}
          hint={extent === "run" ? "Such as 1–12 or A01–A12" : undefined}
        >
          <Input
            ref={field}
            value={typed}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="secondary" className="mt-[1.6rem]" pending={isSaving}>
          Add
        </Button>
      </div>
    </form>
  );
}

function useNewBeds(hospitalId: string, wardId: string) {
  const [extent, setExtent] = useState<Extent>("run");
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { save, failure, isSaving } = useSavedForm(extent === "run" ? "Beds added" : "Bed added");
  const add = () => {
    const call = () =>
      extent === "run"
        ? addBedsAction({ hospitalId, wardId, labels: typed })
        : addBedAction({ hospitalId, wardId, label: typed });
    save<unknown>(call, () => {
      setTyped("");
      field.current?.focus();
    });
  };
  return { extent, setExtent, typed, setTyped, field, add, failure, isSaving };
}
