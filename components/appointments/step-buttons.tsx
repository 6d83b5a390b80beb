"use client";
import { Undo2 } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { STEP_WORDS, type AvailableStep } from "@/lib/domain/appointments/format";
import type { Choices } from "./use-choices";

type ButtonsProps = {
  choices: Choices;
  /** The patient or the doctor, and the time. */
  subject: string;
  size: "sm" | "md";
};

/** One step as a button; the first common one is the main one. */
export function StepButton({ step, choices, subject, size }: ButtonsProps & { step: AvailableStep }) {
  const { common, pendingStep, choose } = choices;
  return (
    <Button
      size={size}
      variant={step.to === common[0]?.to ? "primary" : "secondary"}
      pending={pendingStep === step.to}
      disabled={pendingStep !== undefined && pendingStep !== step.to}
      onClick={() => choose(step)}
    >
      {STEP_WORDS[step.to].label}
      <span className="sr-only">: {subject}</span>
    </Button>
  );
}

/** The rarer choices as buttons. `moveHref`: a separate page for choosing another time, instead of the dialog. */
export function RareButtons({ moveHref, ...props }: ButtonsProps & { moveHref: Route | undefined }) {
  const { choices, size } = props;
  return (
    <>
      {choices.canReschedule && moveHref ? (
        <Button asChild size={size} variant="secondary">
          <Link href={moveHref}>Reschedule</Link>
        </Button>
      ) : null}
      {choices.canReschedule && !moveHref ? (
        <Button size={size} variant="secondary" onClick={() => choices.setMoving(true)}>
          Reschedule
        </Button>
      ) : null}
      {choices.rare.map((step) => (
        <StepButton key={step.to} step={step} {...props} />
      ))}
      <UndoButton {...props} />
    </>
  );
}

function UndoButton({ choices: { undoWords, undo, pendingStep }, subject, size }: ButtonsProps) {
  if (!undoWords) return null;
  return (
    <Button
      size={size}
      variant="secondary"
      pending={pendingStep === "UNDO"}
      disabled={pendingStep !== undefined && pendingStep !== "UNDO"}
      onClick={undo}
    >
      <Undo2 aria-hidden /> {undoWords.label}
      <span className="sr-only">: {subject}</span>
    </Button>
  );
}
