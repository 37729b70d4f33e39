// The keys of the reader: by the letter that was typed, and where another alphabet is typed, by the key's place.

const PLACES: Record<string, string> = {
  KeyN: "n",
  KeyP: "p",
  KeyB: "b",
  KeyE: "e",
  KeyL: "l",
  Slash: "/",
  BracketLeft: "[",
  BracketRight: "]",
};

/** The key that is meant; null for what is typed into a field, or with a modifier that makes it another command. */
export function keyOf(event: KeyboardEvent): string | null {
  const writes = event.target instanceof HTMLElement && event.target.closest("input, select, textarea") !== null;
  if (writes && event.key !== "Escape") return null;
  const alternate = event.getModifierState?.("AltGraph") ?? false;
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !alternate)) return null;
  if (/^[\x21-\x7e]+$/.test(event.key)) return event.key;
  if (event.code === "Slash" && event.shiftKey) return "?";
  return PLACES[event.code] ?? event.key;
}

/** Whether the keys to take something back were pressed outside a field. */
export function isUndo(event: KeyboardEvent): boolean {
  const writes = event.target instanceof HTMLElement && event.target.closest("input, select, textarea") !== null;
  const letter = event.key.toLowerCase() === "z" || event.code === "KeyZ";
  return !writes && letter && (event.ctrlKey || event.metaKey) && !event.shiftKey;
}
