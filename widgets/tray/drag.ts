// Dragging a finding by its grip to another place in the list.

/** Lets the items of a list be dragged; `drop` is told which one goes to which place. Undone by what it returns. */
export function dragging(list: HTMLElement, drop: (id: string, index: number) => void): () => void {
  let held: HTMLElement | null = null;

  const items = () => [...list.children] as HTMLElement[];
  const target = (y: number) => {
    const others = items().filter((one) => one !== held);
    const under = others.findIndex((one) => {
      const box = one.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    return { index: under < 0 ? others.length : under, before: others[under] ?? null, last: others.at(-1) };
  };
  const mark = (y: number | null) => {
    for (const one of items()) one.classList.remove("rw-drop-before", "rw-drop-after");
    if (y === null) return;
    const { before, last } = target(y);
    if (before === null) last?.classList.add("rw-drop-after");
    else before.classList.add("rw-drop-before");
  };
  const down = (event: PointerEvent) => {
    const grip = (event.target as HTMLElement).closest(".rw-finding-grip");
    held = event.button === 0 ? (grip?.closest<HTMLElement>(".rw-finding") ?? null) : null;
    if (held === null) return;
    event.preventDefault();
    list.setPointerCapture(event.pointerId);
    held.classList.add("rw-dragged");
  };
  const move = (event: PointerEvent) => {
    if (held === null) return;
    mark(event.clientY);
    scroll(list, event.clientY);
  };
  const up = (event: PointerEvent) => {
    const [id, { index }] = [held?.dataset["finding"], target(event.clientY)];
    stop();
    if (id !== undefined) drop(id, index);
  };
  const stop = () => {
    mark(null);
    held?.classList.remove("rw-dragged");
    held = null;
  };

  list.addEventListener("pointerdown", down);
  list.addEventListener("pointermove", move);
  list.addEventListener("pointerup", up);
  list.addEventListener("pointercancel", stop);
  return stop;
}

/** Scrolls what the list stands in while something is held at its edge. */
function scroll(list: HTMLElement, y: number): void {
  const pane = list.closest(".rw-scroll");
  const box = pane?.getBoundingClientRect();
  if (!pane || !box) return;
  if (y < box.top + 32) pane.scrollTop -= 12;
  else if (y > box.bottom - 32) pane.scrollTop += 12;
}
