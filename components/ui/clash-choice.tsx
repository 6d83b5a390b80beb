import { Button } from "./button";

type Props = { editor: { takeTheirs: () => unknown; keepMine: () => unknown }; theirs: string };

/** Which of two versions stays, after the same was written in two windows. `theirs`: "Take the other version". */
export function ClashChoice({ editor, theirs }: Props) {
  return (
    <span className="mt-3 flex flex-wrap gap-2">
      <Button size="sm" variant="secondary" onClick={editor.takeTheirs}>
        {theirs}
      </Button>
      <Button size="sm" variant="secondary" onClick={editor.keepMine}>
        Keep mine
      </Button>
    </span>
  );
}
