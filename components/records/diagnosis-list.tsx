"use client";
import { ArrowDown, ArrowUp, Star, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { Diagnosis } from "@/lib/domain/codes/schema";

type Props = {
  value: readonly Diagnosis[];
  /** The new order, and what has happened in words. */
  onMove: (value: Diagnosis[], said: string) => void;
  onRemove: (index: number) => void;
};

/** The chosen diagnoses in their order; the first one is the main diagnosis. */
export function DiagnosisList({ value, onMove, onRemove }: Props) {
  if (value.length === 0) return null;
  const move = (from: number, to: number) => {
    const moved = value[from];
    if (!moved) return;
    const next = value.filter((_, at) => at !== from);
    next.splice(to, 0, moved);
    onMove(next, to === 0 ? `${moved.name} is the main diagnosis` : `${moved.name} is now number ${to + 1}`);
  };
  return (
    <ol aria-label="Chosen diagnoses" className="grid gap-2">
      {value.map(({ system, code, name }, index) => (
        <li
          key={`${system} ${code}`}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-surface py-1 pr-1 pl-3"
        >
          <span className="min-w-0 flex-1 basis-40 py-1.5">
            <span className="mr-2 font-semibold tabular">{code}</span>
            <span className="break-words">{name}</span>
          </span>
          {index === 0 ? <Badge tone="accent">Main</Badge> : null}
          <span className="ml-auto flex">
            {index > 0 ? (
              <IconButton label={`Make ${name} the main diagnosis`} onClick={() => move(index, 0)}>
                <Star />
              </IconButton>
            ) : null}
            <IconButton
              label={`Move ${name} up`}
              aria-disabled={index === 0}
              onClick={() => index > 0 && move(index, index - 1)}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              label={`Move ${name} down`}
              aria-disabled={index === value.length - 1}
              onClick={() => index < value.length - 1 && move(index, index + 1)}
            >
              <ArrowDown />
            </IconButton>
            <IconButton label={`Remove ${name}`} onClick={() => onRemove(index)}>
              <X />
            </IconButton>
          </span>
        </li>
      ))}
    </ol>
  );
}
