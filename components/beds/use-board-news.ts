"use client";
import { useEffect, useRef, useState, type RefObject } from "react";
import { boardNews } from "./board-rules";
import { allBeds, type Board } from "./board-view";

const MARKED_MS = 2_500;

/**
 * Announces others' changes since the board was last read as one text, and marks their beds briefly. One's own changes
 * have their own message: `isOwn` while one is pending.
 */
export function useBoardNews(board: Board, root: RefObject<HTMLElement | null>, isOwn: boolean): string {
  const [seen, setSeen] = useState(board);
  const [news, setNews] = useState("");
  const changed = useRef<string[]>([]);
  if (seen !== board) {
    setSeen(board);
    const said = isOwn ? [] : boardNews(seen, board);
    if (said.length > 0) setNews(said.join(" "));
  }
  const before = useRef(board);
  useEffect(() => {
    const was = new Map(
      allBeds(before.current).map(({ bed }) => [bed.id, bed.version + bed.condition + (bed.stay?.id ?? "")]),
    );
    before.current = board;
    changed.current = allBeds(board).flatMap(({ bed }) => {
      const old = was.get(bed.id);
      return old !== undefined && old !== bed.version + bed.condition + (bed.stay?.id ?? "") ? [bed.id] : [];
    });
    const cards = changed.current.flatMap((id) => root.current?.querySelector<HTMLElement>(`[data-bed="${id}"]`) ?? []);
    for (const card of cards) card.setAttribute("data-news", "");
    const timer = setTimeout(() => cards.forEach((card) => card.removeAttribute("data-news")), MARKED_MS);
    return () => {
      clearTimeout(timer);
      for (const card of cards) card.removeAttribute("data-news");
    };
  }, [board, root]);
  return news;
}
