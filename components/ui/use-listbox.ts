"use client";
import { useEffect, useId, useState, type KeyboardEvent } from "react";

/**
 * The keyboard and ARIA attributes of a list controlled from a text field (combobox with list autocomplete): focus
 * stays in the field, arrows move through `count` options and wrap around, Enter selects the active one.
 */
export function useListbox(count: number, onChoose: (index: number) => void) {
  const listId = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, count - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, arrows and Enter belong to it.
    if (count === 0 || event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive((active + step + count) % count);
    else if (event.key === "Enter") onChoose(active);
    else return;
    event.preventDefault();
  };

  const fieldProps = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": true,
    "aria-controls": listId,
    "aria-activedescendant": count > 0 ? optionId(active) : undefined,
    autoComplete: "off",
    autoCorrect: "off",
    spellCheck: false,
    onKeyDown,
  } as const;

  const optionProps = (index: number) =>
    ({
      id: optionId(index),
      role: "option",
      "aria-selected": index === active,
      onPointerMove: () => setActive(index),
      onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => onChoose(index),
    }) as const;

  return { listId, active, setActive, fieldProps, optionProps };
}

export type Listbox = ReturnType<typeof useListbox>;
