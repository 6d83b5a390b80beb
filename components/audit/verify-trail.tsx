"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import { verifyStretchAction } from "@/lib/domain/audit/actions";
import { foundText, stretchText } from "@/lib/domain/audit/format";
import type { StretchReport, Verification } from "@/lib/domain/audit/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

const MOST_SHOWN = 100;

type Result = { report: StretchReport; findings: string[] } | { failure: string };

/** Compares the trail with its seals: its latest stretch, or one stretch after the other from the first seal on. */
export function VerifyTrail({ last }: { last: Verification | null }) {
  const { result, share, isRunning, run, stop } = useVerification();
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <LastCheck last={last} />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" pending={isRunning} onClick={() => void run(undefined)}>
          Verify the latest entries
        </Button>
        {isRunning ? (
          <Button variant="quiet" size="sm" onClick={stop}>
            Stop
          </Button>
        ) : (
          <Button variant="quiet" size="sm" onClick={() => void run("0")}>
            Verify from the beginning
          </Button>
        )}
      </div>
      {isRunning ? <ProgressBar label="Verifying the audit trail" share={share} /> : null}
      <div role="status">{result ? <Shown result={result} /> : null}</div>
    </div>
  );
}

function LastCheck({ last }: { last: Verification | null }) {
  if (!last) return <p className="text-sm text-quiet">Not verified from here yet.</p>;
  return (
    <p className="text-sm">
      Last verified <LocalTime instant={last.at} style="dated-time" className="tabular" /> by{" "}
      {last.by?.name ?? "CareSync"}: {stretchText(last)}. {foundText(last)}{" "}
      <Link
        href={routes.admin.audit({ action: "audit.verify" })}
        className="touch-target font-semibold text-accent hover:underline"
      >
        All checks
      </Link>
    </p>
  );
}

function Shown({ result }: { result: Result }) {
  if ("failure" in result) return <FormMessage title="The check stopped">{result.failure}</FormMessage>;
  const { report, findings } = result;
  if (report.found === 0 && report.unread === 0)
    return (
      <FormMessage tone="good" title="Whole and unchanged">
        Compared with what was sealed: {stretchText(report)}.
      </FormMessage>
    );
  return (
    <FormMessage title={foundText(report)}>
      <ul className="grid gap-1">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </FormMessage>
  );
}

function useVerification() {
  const router = useRouter();
  const [result, setResult] = useState<Result | null>(null);
  const [share, setShare] = useState<number | undefined>();
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);

  /** `after`: the seal to begin after, then on to the end; without it the latest stretch alone. */
  const run = async (after: string | undefined) => {
    isStopped.current = false;
    setRunning(true);
    setResult(null);
    setShare(undefined);
    const findings: string[] = [];
    for (let next = after, isMore = true; isMore;) {
      const answer = await tryAction(() => verifyStretchAction(next === undefined ? {} : { after: next }));
      if (!answer.ok) {
        setResult({ failure: answer.error.message });
        break;
      }
      const report = answer.data;
      findings.push(...report.findings);
      isMore =
        after !== undefined && report.to !== next && Number(report.to) < Number(report.last) && !isStopped.current;
      next = report.to;
      setShare(Number(report.to) / Math.max(1, Number(report.last)));
      if (!isMore) setResult({ report, findings: [...new Set(findings)].slice(0, MOST_SHOWN) });
    }
    setRunning(false);
    router.refresh();
  };
  return { result, share, isRunning, run, stop: () => (isStopped.current = true) };
}
