"use client";
import { Volume2 } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { callsSince, spokenCall, type ShownCall } from "@/lib/domain/displays/format";

/**
 * Reads each new call aloud, in the browser's own voice. What was called before the screen was switched on isn't said
 * again. A browser that lets no page speak unasked gets a button.
 */
export function SpokenCalls({ calls }: { calls: readonly ShownCall[] }) {
  const [isBlocked, setBlocked] = useState(false);
  const heard = useRef(calls[0]?.calledAt ?? "");
  const say = useEffectEvent((text: string) => speak(text, () => setBlocked(true)));
  useEffect(() => say(" "), []);
  useEffect(() => {
    for (const call of callsSince(calls, heard.current)) say(spokenCall(call));
    // Never an earlier one, as when the latest call is over: a call that comes back was heard.
    const [latest] = calls;
    if (latest && latest.calledAt > heard.current) heard.current = latest.calledAt;
  }, [calls]);
  if (!isBlocked) return null;
  const allow = () => {
    setBlocked(false);
    speak("Numbers are read aloud.", () => setBlocked(true));
  };
  return (
    <Button variant="secondary" className="justify-self-start" onClick={allow}>
      <Volume2 aria-hidden /> Turn the sound on
    </Button>
  );
}

function speak(text: string, onBlocked: () => void): void {
  if (!("speechSynthesis" in window)) return;
  const said = new SpeechSynthesisUtterance(text);
  said.lang = "en-GB";
  said.rate = 0.9;
  said.onerror = ({ error }) => error === "not-allowed" && onBlocked();
  window.speechSynthesis.speak(said);
}
