import { bedsTitle, type ConditionCounts } from "./board-rules";

/** "34 beds free, 3 being cleaned". On a phone each half has its own line, so that no line breaks differently once the font has loaded. */
export function BoardTitle({ counts }: { counts: ConditionCounts }) {
  const [free, cleaning] = bedsTitle(counts).split(", ");
  return (
    <>
      {free}
      {cleaning ? (
        <>
          , <span className="max-sm:block">{cleaning}</span>
        </>
      ) : null}
    </>
  );
}
