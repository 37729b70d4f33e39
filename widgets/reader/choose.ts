// Choosing one of several: a menu beside what it is about, and a field that finds an entity by name.
import type { Context } from "../core/context.ts";
import type { EntityRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { matches, queryWords } from "../core/fold.ts";
import { label, labelText } from "../core/labels.ts";

export interface Item {
  value: string;
  name: string;
}

export interface MenuOptions {
  /** What the menu is about: it opens beside it and gives the focus back to it. */
  anchor: HTMLElement;
  /** What the menu is placed in; it stays inside. */
  frame: HTMLElement;
  name: string;
  items: Item[];
  current: string;
  choose: (value: string) => void;
}

/** Opens a menu; arrows, Home, End, Enter and Escape as in any menu. What it returns closes it. */
export function openMenu(options: MenuOptions): () => void {
  const { anchor, frame, items, current, choose } = options;
  const menu = h("div", { class: "rw-menu", role: "menu", aria: { label: options.name } });
  const buttons = items.map((item) => menuItem(item, item.value === current));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      close(true);
      choose(button.dataset["value"] ?? "");
    });
  }
  const close = (back: boolean) => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back && anchor.isConnected) anchor.focus();
  };
  const outside = (event: Event) => {
    if (!menu.contains(event.target as Node)) close(false);
  };
  menu.append(h("p", { class: "rw-menu-name" }, options.name), ...buttons);
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Tab") close(false);
    else if (event.key === "Escape") close(true);
    else if (!walk(buttons, event.key)) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", outside, true);
  frame.append(menu);
  anchor.setAttribute("aria-expanded", "true");
  place(menu, anchor, frame);
  (buttons.find((button) => button.dataset["value"] === current) ?? buttons[0])?.focus({ preventScroll: true });
  return () => close(false);
}

function menuItem({ value, name }: Item, checked: boolean): HTMLElement {
  const props = { class: "rw-menu-item", type: "button", role: "menuitemradio", tabindex: -1 };
  return h("button", { ...props, data: { value }, aria: { checked } }, name);
}

/** Moves the focus along buttons; whether the key is one that does. */
function walk(buttons: HTMLElement[], key: string): boolean {
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const last = buttons.length - 1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[key];
  if (to === undefined) return false;
  buttons[(to + buttons.length) % buttons.length]?.focus();
  return true;
}

/** Below what it is about where there is room, above it else; never outside its frame. */
function place(menu: HTMLElement, anchor: HTMLElement, frame: HTMLElement): void {
  const [box, room, own] = [
    anchor.getBoundingClientRect(),
    frame.getBoundingClientRect(),
    menu.getBoundingClientRect(),
  ];
  const below = box.bottom - room.top + 4;
  const above = box.top - room.top - own.height - 4;
  const top = below + own.height <= room.height ? below : Math.max(4, above);
  const left = Math.min(Math.max(4, box.left - room.left), Math.max(4, room.width - own.width - 4));
  menu.style.top = `${Math.min(top, Math.max(4, room.height - own.height - 4))}px`;
  menu.style.left = `${left}px`;
}

/** How many entities a search shows at once. */
const SHOWN = 30;
let pickers = 0;

export interface PickOptions {
  name: string;
  /** Choices that stand before the entities. */
  first?: Item[];
  choose: (value: string) => void;
  close: () => void;
}

/** A field that finds an entity by name or alias, with the list of those that match. */
export function entityPicker(context: Context, options: PickOptions): HTMLElement {
  const id = `rw-entities-${++pickers}`;
  const list = h("div", { class: "rw-pick-list rw-scroll", role: "listbox", id, aria: { label: options.name } });
  const field = h("input", {
    class: "rw-input rw-pick-field",
    type: "search",
    dir: "auto",
    role: "combobox",
    placeholder: options.name,
    aria: { label: options.name, expanded: true, controls: id, autocomplete: "list" },
  });
  let active = 0;
  const items = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const point = (to: number) => {
    const all = items();
    active = Math.max(0, Math.min(to, all.length - 1));
    for (const [at, item] of all.entries()) item.setAttribute("aria-selected", String(at === active));
    field.setAttribute("aria-activedescendant", all[active]?.id ?? "");
    all[active]?.scrollIntoView({ block: "nearest" });
  };
  const acts: Record<string, () => void> = {
    ArrowDown: () => point(active + 1),
    ArrowUp: () => point(active - 1),
    Enter: () => items()[active]?.click(),
    Escape: options.close,
  };
  const show = () => {
    fill(list, choices(context, options, { query: field.value, id }));
    point(0);
  };
  list.addEventListener("click", ({ target }) => {
    const value = (target as HTMLElement).closest<HTMLElement>("[data-value]")?.dataset["value"];
    if (value !== undefined) options.choose(value);
  });
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => press(event, acts));
  show();
  return h("div", { class: "rw-pick" }, field, list);
}

function press(event: KeyboardEvent, acts: Record<string, () => void>): void {
  const act = acts[event.key];
  if (act === undefined) return;
  act();
  event.preventDefault();
  event.stopPropagation();
}

/** What a query leaves to choose from; without one, what stands before the entities too. */
function choices(
  context: Context,
  { first = [] }: PickOptions,
  { query, id }: { query: string; id: string },
): HTMLElement[] {
  const { labels, story } = context;
  const words = queryWords(query, story.fold);
  const found = story.entities.filter(({ folded }) => matches(folded, words)).slice(0, SHOWN);
  const before = words.length === 0 ? first.map(({ value, name }) => choice(value, name)) : [];
  const all = [...before, ...found.map(entityChoice(context))];
  for (const [at, one] of all.entries()) one.id = `${id}-${at}`;
  return all.length > 0 ? all : [h("p", { class: "rw-muted" }, label(labels, "messages", "no_match"))];
}

function choice(value: string, ...name: (Node | string)[]): HTMLElement {
  return h("div", { class: "rw-pick-item", role: "option", data: { value } }, name);
}

function entityChoice({ labels }: Context): (entity: EntityRecord) => HTMLElement {
  return (entity) =>
    choice(
      entity.id,
      h("span", { class: `rw-dot rw-type-${entity.type}`, title: labelText(labels, "types", entity.type) }),
      h("bdi", {}, entity.name),
      h("span", { class: "rw-muted rw-pick-count" }, label(labels, "messages", "mentions_n", { n: entity.mentions })),
    );
}
