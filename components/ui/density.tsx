"use client";
import { Rows2, Rows4 } from "lucide-react";
import { createContext, use, useState, type ReactNode } from "react";
import { cn } from "./cn";
import { DENSITY_COOKIE, type Density } from "./density-preference";
import { SegmentedControl } from "./segmented-control";

const DensityContext = createContext<{ density: Density; setDensity: (density: Density) => void }>({
  density: "comfortable",
  setDensity: () => undefined,
});

/**
 * A page with a long list. When it is set to compact, everything in it with a `compact:` style shrinks: only on a
 * desktop with a mouse (app/globals.css), not on touch screens and phones.
 */
export function DensityArea({ density: remembered, children }: { density: Density; children: ReactNode }) {
  const [density, setOwn] = useState(remembered);
  const setDensity = (next: Density) => {
    setOwn(next);
    document.cookie = `${DENSITY_COOKIE}=${next}; Path=/; Max-Age=31536000; SameSite=Lax`;
  };
  return (
    <DensityContext value={{ density, setDensity }}>
      <div data-density={density}>{children}</div>
    </DensityContext>
  );
}

const SEGMENTS = [
  { value: "comfortable" as const, label: <Label text="Comfortable rows" icon={<Rows2 aria-hidden />} /> },
  { value: "compact" as const, label: <Label text="Compact rows" icon={<Rows4 aria-hidden />} /> },
];

/** The list's density, remembered in this browser. Hidden where it would change nothing. */
export function DensitySwitch({ className }: { className?: string }) {
  const { density, setDensity } = use(DensityContext);
  return (
    <SegmentedControl
      label="Rows"
      segments={SEGMENTS}
      value={density}
      onValueChange={setDensity}
      className={cn("hidden p-0.5 lg:inline-flex print:hidden pointer-coarse:hidden compact:[&_button]:h-7", className)}
    />
  );
}

function Label({ text, icon }: { text: string; icon: ReactNode }) {
  return (
    <span title={text}>
      {icon}
      <span className="sr-only">{text}</span>
    </span>
  );
}
