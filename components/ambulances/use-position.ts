"use client";
import { useState } from "react";

export type PositionError = "refused" | "unavailable" | "timeout" | "insecure";

export type Position =
  | { status: "unasked" }
  | { status: "asking" }
  | { status: "found"; text: string; accuracyMetres: number | null }
  | { status: "fault"; fault: PositionError };

const TIMEOUT_MS = 12_000;
const FAULTS: Record<number, PositionError> = { 1: "refused", 2: "unavailable", 3: "timeout" };

/** The device's position, requested on demand. Every way it may fail has a name. */
export function usePosition() {
  const [position, setPosition] = useState<Position>({ status: "unasked" });
  const fail = (fault: PositionError) => setPosition({ status: "fault", fault });
  const ask = () => {
    // Browsers provide positions only over HTTPS and on localhost; elsewhere they report "refused", which is
    // misleading.
    if (!window.isSecureContext) return fail("insecure");
    if (!("geolocation" in navigator)) return fail("unavailable");
    setPosition({ status: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const text = `${coords.latitude.toFixed(6)},${coords.longitude.toFixed(6)}`;
        setPosition({ status: "found", text, accuracyMetres: Math.round(coords.accuracy) });
      },
      ({ code }) => fail(FAULTS[code] ?? "unavailable"),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 30_000 },
    );
  };
  const restore = (text: string, accuracyMetres: number | null) =>
    setPosition({ status: "found", text, accuracyMetres });
  const forget = () => setPosition({ status: "unasked" });
  return { position, ask, restore, forget };
}
