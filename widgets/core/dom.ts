// Elements without HTML: text goes in as text, an address only where it is a harmless one.

export type Child = Node | string | number | null | undefined | false | Child[];

export interface Props {
  class?: string;
  dir?: string;
  lang?: string;
  title?: string;
  id?: string;
  role?: string;
  type?: string;
  value?: string;
  href?: string;
  placeholder?: string;
  hidden?: boolean;
  disabled?: boolean;
  checked?: boolean;
  selected?: boolean;
  tabindex?: number;
  for?: string;
  name?: string;
  aria?: Record<string, string | boolean | number>;
  data?: Record<string, string | number>;
  style?: Record<string, string>;
  on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
}

const SAFE_ADDRESS = /^(https?|mailto):/i;
const BOOLEANS = new Set(["hidden", "disabled", "checked", "selected"]);

/** An element with properties and children; a string child becomes text, never HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name in props) {
    const value = props[name as keyof Props];
    if (value !== undefined) setProperty(element, name, value);
  }
  append(element, children);
  return element;
}

/** Adds children to a node; arrays are flattened, null and false skipped. */
export function append(parent: Node, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** Whether an address may become a link. */
export function safeAddress(address: string): boolean {
  return SAFE_ADDRESS.test(address.trim());
}

/** A link that opens beside the page; an address that is no web or mail address is shown as text. */
export function link(address: string, text: string): HTMLElement {
  if (!safeAddress(address)) return h("bdi", { class: "rw-address" }, text);
  const anchor = h("a", { class: "rw-link", href: address, dir: "auto" }, text);
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function setProperty(element: HTMLElement, name: string, value: unknown): void {
  if (name === "on") listen(element, value as Record<string, (event: Event) => void>);
  else if (name === "aria") setAll(element, "aria-", value as Record<string, unknown>);
  else if (name === "data") setAll(element, "data-", value as Record<string, unknown>);
  else if (name === "style") setStyle(element, value as Record<string, string>);
  else if (BOOLEANS.has(name)) Reflect.set(element, name, Boolean(value));
  else if (name === "value") Reflect.set(element, "value", String(value));
  else if (name !== "href" || safeAddress(String(value))) element.setAttribute(name, String(value));
}

function listen(element: HTMLElement, handlers: Record<string, (event: Event) => void>): void {
  for (const [event, handler] of Object.entries(handlers)) element.addEventListener(event, handler);
}

function setAll(element: HTMLElement, prefix: string, values: Record<string, unknown>): void {
  for (const name in values) element.setAttribute(prefix + name, String(values[name]));
}

function setStyle(element: HTMLElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
}
