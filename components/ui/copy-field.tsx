"use client";
import { Copy } from "lucide-react";
import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";
import { toast } from "./toast";

type Props = { label: string; value: string; /** "the link". */ what: string; copied: string };

/** A text to copy, as a whole. */
export function CopyField({ label, value, what, copied }: Props) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast.success(copied);
    } catch {
      toast.error(`Your browser doesn’t let us copy. Select ${what} and copy it yourself.`);
    }
  };
  return (
    <Field label={label}>
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <Input readOnly value={value} onFocus={(event) => event.target.select()} className="font-mono text-sm" />
        </div>
        <Button variant="secondary" className="h-auto" data-print="hide" onClick={() => void copy()}>
          <Copy aria-hidden /> Copy<span className="sr-only"> {what}</span>
        </Button>
      </div>
    </Field>
  );
}
