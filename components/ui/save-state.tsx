import { CloudAlert, CloudCheck, CloudUpload } from "lucide-react";
import { LocalTime } from "./local-time";
import { Spinner } from "./spinner";

/** How far what is typed is saved; `at`: when, if it was saved on this page. */
export type SaveStateProps = {
  kind: "saved" | "typing" | "saving" | "failed" | "conflict";
  at?: string | null;
  /** It can't be saved before something is corrected. */
  isWrong?: boolean;
};

/** Says in words whether what is typed is saved. */
export function SaveState({ kind, at = null, isWrong = false }: SaveStateProps) {
  const look = "flex items-center gap-2 text-sm [&_svg]:size-4 [&_svg]:shrink-0";
  return (
    <p role="status" className={kind === "failed" ? `${look} text-stop` : `${look} text-quiet`}>
      {kind === "saved" ? (
        <>
          <CloudCheck aria-hidden />
          <span>Saved {at ? <LocalTime instant={at} style="time" /> : null}</span>
        </>
      ) : kind === "failed" ? (
        <>
          <CloudAlert aria-hidden />
          {isWrong ? "Not saved. Correct what is marked." : "Not saved yet. We keep trying; leave this page open."}
        </>
      ) : kind === "saving" ? (
        <>
          <Spinner /> Saving…
        </>
      ) : (
        <>
          <CloudUpload aria-hidden /> {kind === "conflict" ? "Not saved" : "Saving…"}
        </>
      )}
    </p>
  );
}
